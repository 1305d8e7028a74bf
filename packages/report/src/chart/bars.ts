/**
 * Bars as inline SVG, with a title and a description for those who do not see them. Everything they show stands in the
 * table that follows. Same input, same bytes: no counter, no measured text.
 */
import { htmlText } from '../page/escape.js'

export interface Bar {
  readonly label: string
  readonly parts: readonly { readonly title: string; readonly value: number; readonly fill: Fill }[]
  /** Written after the bar. */
  readonly note: string
}
export interface Chart {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly bars: readonly Bar[]
}

/** Apart in lightness as well as in hue, so that a print in grey still tells them. */
const fills = { good: '#1b7f4b', late: '#e0a100', bad: '#a3001b', quiet: '#d4d4d4', open: '#8aa4c8', light: '#f1f1f1' } as const
export type Fill = keyof typeof fills

const [WIDTH, LABEL, BAR, STEP, TOP] = [720, 220, 380, 26, 8]

export function barChart({ id, title, bars }: Chart): string {
  const most = Math.max(1, ...bars.map(totalOf))
  const legend = [...new Map(bars.flatMap(({ parts }) => parts).map((part) => [part.title, part.fill])).entries()].filter(([name]) => name !== '')
  const height = TOP + bars.length * STEP + (legend.length === 0 ? 0 : 24)
  const said = bars.map(({ label, parts, note }) =>
    `${label} ${parts.flatMap((part) => (part.title === '' ? [] : [`${part.title} ${part.value}`])).join(' ')} ${note}`.trim(),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-size="12">`,
    `<title id="${id}-title">${htmlText(title)}</title><desc id="${id}-desc">${htmlText(said.join('; '))}</desc>`,
    ...bars.map((bar, index) => barMarkup(bar, TOP + index * STEP, most)),
    ...legendMarkup(legend, TOP + bars.length * STEP),
    '</svg>',
  ].join('')
}

const totalOf = ({ parts }: Bar): number => parts.reduce((sum, { value }) => sum + value, 0)
const place = (value: number): string => String(Number(value.toFixed(2)))
const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length > 16 ? `${letters.slice(0, 15).join('')}…` : text
}

function barMarkup(bar: Bar, y: number, most: number): string {
  let x = LABEL
  const parts = bar.parts
    .filter(({ value }) => value > 0)
    .map(({ value, fill }) => {
      const width = (value / most) * BAR
      const rect = `<rect x="${place(x)}" y="${y}" width="${place(width)}" height="18" fill="${fills[fill]}" stroke="#555" stroke-width=".5"/>`
      x += width
      return rect
    })
  return `<text x="${LABEL - 8}" y="${y + 13}" text-anchor="end">${htmlText(shortened(bar.label))}</text>${parts.join('')}<text x="${place(x + 6)}" y="${y + 13}">${htmlText(shortened(bar.note))}</text>`
}

function legendMarkup(legend: readonly (readonly [title: string, fill: Fill])[], y: number): readonly string[] {
  const step = Math.floor(WIDTH / Math.max(1, legend.length))
  return legend.map(
    ([title, fill], index) =>
      `<rect x="${index * step + 4}" y="${y + 6}" width="12" height="12" fill="${fills[fill]}" stroke="#555" stroke-width=".5"/><text x="${index * step + 20}" y="${y + 16}">${htmlText(title)}</text>`,
  )
}
