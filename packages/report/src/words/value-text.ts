/** Figures, days and aims in words. A range is never shown as if it were one number. */
import { type AppraisedTarget, type Boundary, earliestOf, type FigureValue, latestOf } from '@hegui/model'
import type { Words } from './words-zh.js'

/** At most four decimals, in the same digits everywhere. */
export const numberText = (value: number): string => String(Number(value.toFixed(4)))

export function valueText(value: FigureValue | null, words: Words): string {
  if (value === null) return words.notComputed
  if (value.max === null) return `${words.orMore.replace('{n}', numberText(value.min))}${words.bracket(words.lowerBound)}`
  if (value.max === value.min) return numberText(value.min)
  return words.range.replace('{min}', numberText(value.min)).replace('{max}', numberText(value.max))
}

/** What stands beside the number in a sheet; empty where the number is exact. */
export function boundText({ min, max }: FigureValue, words: Words): string {
  if (max === null) return words.lowerBound
  return max === min ? '' : words.upTo.replace('{n}', numberText(max))
}

export function aimText(aim: AppraisedTarget['aim'], words: Words): string {
  if (aim === null) return words.none
  const limit = `${words.compare[aim.compare].replace('{n}', numberText(aim.value))} ${aim.unit}`
  const parts = [
    ...(aim.against === 'year-on-year' ? [words.yearOnYear] : []),
    ...(aim.per === undefined ? [] : [words.per[aim.per]]),
    limit,
    ...(aim.by === undefined ? [] : [`${words.until} ${boundaryText(aim.by)}`]),
  ]
  return parts.join(' ')
}

export function boundaryText(boundary: Boundary): string {
  const [earliest, latest] = [earliestOf(boundary), latestOf(boundary)]
  return earliest === latest ? latest : `${earliest ?? '…'} – ${latest}`
}

export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
