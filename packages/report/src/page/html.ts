/** A page to print, A4: no script, no font and no picture from elsewhere, every text escaped. */
import type { Language } from '@hegui/model'
import { htmlText } from './escape.js'
import type { Block, Line, Page } from './page.js'
import { styleOf } from './style.js'

/** `style` and `body` are written as they are; the title is escaped. */
export const htmlDocument = (title: string, language: Language, style: string, body: readonly string[]): string =>
  [
    '<!doctype html>',
    `<html lang="${language === 'en' ? 'en' : 'zh-CN'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${htmlText(title)}</title>`,
    `<style>\n${style}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')

export const pageHtml = ({ title, language, landscape, blocks }: Page): string =>
  htmlDocument(title, language, styleOf(landscape === true), [`<h1>${htmlText(title)}</h1>`, ...blocks.flatMap(blockOf)])

const anchor = (id: string | undefined): string => (id === undefined ? '' : ` id="${id}"`)

const written = (line: Line): string =>
  line
    .map(({ text, to, tone }) => {
      const words = htmlText(text)
      const said = to === undefined ? words : `<a href="#${to}">${words}</a>`
      return tone === undefined ? said : `<span class="${tone}">${said}</span>`
    })
    .join(' ')

function blockOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`<h${block.level}${anchor(block.id)}>${htmlText(block.text)}</h${block.level}>`]
    case 'paragraph':
      return [`<p${block.warning === true ? ' class="warning" role="note"' : ''}>${written(block.line)}</p>`]
    case 'facts':
      return block.facts.length === 0 ? [] : ['<dl>', ...block.facts.map(({ label, line }) => `<dt>${htmlText(label)}</dt><dd>${written(line)}</dd>`), '</dl>']
    case 'table':
      return [
        '<table>',
        ...(block.caption === '' ? [] : [`<caption>${htmlText(block.caption)}</caption>`]),
        `<thead><tr>${block.columns.map((column) => `<th scope="col">${htmlText(column)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...block.rows.map(({ id, cells }) => `<tr${anchor(id)}>${cells.map((lines, index) => cellOf(lines, index)).join('')}</tr>`),
        '</tbody>',
        '</table>',
      ]
    case 'list':
      return block.items.length === 0
        ? []
        : ['<ul>', ...block.items.map(({ id, line, nested = [] }) => `<li${anchor(id)}>${written(line)}${nestedList(nested)}</li>`), '</ul>']
    case 'chart':
      return [`<figure>${block.svg}</figure>`]
    default:
      return block satisfies never
  }
}

const nestedList = (lines: readonly Line[]): string => (lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${written(line)}</li>`).join('')}</ul>`)

function cellOf(lines: readonly Line[], index: number): string {
  const text = lines.map(written).join('<br>')
  return index === 0 ? `<th scope="row">${text}</th>` : `<td>${text}</td>`
}
