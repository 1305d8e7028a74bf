/** A page as Markdown: tables stay one line a row, anchors are kept, charts are left to the tables beside them. */
import { markdownText } from './escape.js'
import type { Block, Line, Page } from './page.js'

export const pageMarkdown = (page: Page): string => {
  const blocks = page.blocks.map((block) => blockOf(block, page.colon)).filter((lines) => lines.length > 0)
  return `${[[`# ${markdownText(page.title)}`], ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const anchor = (id: string | undefined): string => (id === undefined ? '' : `<a id="${id}"></a>`)

const written = (line: Line): string =>
  line
    .map(({ text, to, tone }) => {
      const words = markdownText(text)
      const said = to === undefined ? words : `[${words}](#${to})`
      return tone === 'bad' && words !== '' ? `**${said}**` : said
    })
    .join(' ')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function blockOf(block: Block, colon: string): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${anchor(block.id)}${markdownText(block.text)}`]
    case 'paragraph':
      return [block.warning === true ? `> **${written(block.line)}**` : written(block.line)]
    case 'facts':
      return block.facts.map(({ label, line }) => `- ${markdownText(label)}${colon}${written(line)}`)
    case 'table':
      return [
        ...(block.caption === '' ? [] : [`**${markdownText(block.caption)}**`, '']),
        row(block.columns.map(markdownText)),
        row(block.columns.map(() => '---')),
        ...block.rows.map(({ id, cells }) => row(cells.map((lines, index) => `${index === 0 ? anchor(id) : ''}${lines.map(written).join('<br>')}`))),
      ]
    case 'list':
      return block.items.flatMap(({ id, line, nested = [] }) => [`- ${anchor(id)}${written(line)}`, ...nested.map((each) => `  - ${written(each)}`)])
    case 'chart':
      return []
    default:
      return block satisfies never
  }
}
