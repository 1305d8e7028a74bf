/** A page as a Word file, A4, to print, to write into and to sign: without anchors, charts left to the tables beside them. */
import { oneLine } from '@hegui/model'
import type { FileChild, Paragraph } from 'docx'
import { withoutStamps } from '../sheet/zip-stamp.js'
import type { Block, Line, Page } from './page.js'

/** Loaded when a Word file is asked for: it need not be installed, and other reports start without it. */
type Docx = typeof import('docx')

/** Rejects with what `import()` throws where the package docx is not installed. */
export async function pageDocx(page: Page): Promise<Uint8Array> {
  const docx = await import('docx')
  const { PORTRAIT, LANDSCAPE } = docx.PageOrientation
  const file = new docx.Document({
    styles: { default: { document: { run: { font: fonts, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size: { orientation: page.landscape === true ? LANDSCAPE : PORTRAIT } } },
        children: [new docx.Paragraph({ text: written(page.title), heading: 'Title' }), ...page.blocks.flatMap((block) => blockOf(block, page.colon, docx))],
      },
    ],
  })
  // The library would write the clock into the properties of the file and into the archive: the same page gives the same bytes.
  return withoutStamps(await docx.Packer.pack(file, 'uint8array', undefined, [{ path: 'docProps/core.xml', data: CORE_PROPERTIES }]))
}

const CORE_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'

/** Of those that come with Word; SimSun is 宋体. */
const fonts = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' }

/** XML cannot hold every character. */
const written = (text: string): string => oneLine(text).replace(/[\uFFFE\uFFFF]/g, ' ')

const paragraph = (line: Line, docx: Docx, options: ConstructorParameters<Docx['Paragraph']>[0] & object = {}, bold = false): Paragraph =>
  new docx.Paragraph({
    ...options,
    children: line.map(
      ({ text, tone }, at) => new docx.TextRun({ text: `${at === 0 ? '' : ' '}${written(text)}`, ...(bold || tone === 'bad' ? { bold: true } : {}) }),
    ),
  })

function blockOf(block: Block, colon: string, docx: Docx): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new docx.Paragraph({ text: written(block.text), heading: block.level === 2 ? 'Heading1' : 'Heading2' })]
    case 'paragraph':
      return [paragraph(block.line, docx, {}, block.warning === true)]
    case 'facts':
      return block.facts.map(({ label, line }) => paragraph([{ text: `${label}${colon}` }, ...line], docx))
    case 'table':
      return [...(block.caption === '' ? [] : [paragraph([{ text: block.caption }], docx, { keepNext: true }, true)]), tableOf(block, docx)]
    case 'list':
      return block.items.flatMap(({ line, nested = [] }) => [
        paragraph(line, docx, { bullet: { level: 0 } }),
        ...nested.map((each) => paragraph(each, docx, { bullet: { level: 1 } })),
      ])
    case 'chart':
      return []
    default:
      return block satisfies never
  }
}

/** Of an upright page, in twentieths of a point. */
const TEXT_WIDTH = 9026

function tableOf({ columns, rows }: Extract<Block, { readonly kind: 'table' }>, docx: Docx): FileChild {
  const cellOf = (lines: readonly Line[], bold = false) =>
    new docx.TableCell({ children: (lines.length === 0 ? [[]] : lines).map((line) => paragraph(line, docx, {}, bold)) })
  return new docx.Table({
    width: { size: 100, type: 'pct' },
    // Shares of the width: what Word makes of them others take as they are.
    columnWidths: columns.map(() => Math.floor(TEXT_WIDTH / columns.length)),
    rows: [
      new docx.TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => cellOf([[{ text: column }]], true)) }),
      ...rows.map(({ cells }) => new docx.TableRow({ cantSplit: true, children: cells.map((lines) => cellOf(lines)) })),
    ],
  })
}
