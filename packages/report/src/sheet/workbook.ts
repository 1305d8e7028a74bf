/** Sheets of typed cells as the bytes of an xlsx file. Text is always text: nothing that begins with = + - @ is calculated. */
import { oneLine } from '@hegui/model'
import writeExcelFile, { type Cell as FileCell } from 'write-excel-file/universal'
import { type CellLink, hyperlinks } from './hyperlinks.js'
import { withoutStamps } from './zip-stamp.js'

export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: true | undefined }
  | { readonly kind: 'number'; readonly value: number }
  /** `day`: YYYY-MM-DD. */
  | { readonly kind: 'date'; readonly day: string }
  /** `sheet`, `row`: where it leads, the first row being 1. */
  | { readonly kind: 'link'; readonly text: string; readonly sheet: string; readonly row: number }
  | { readonly kind: 'empty' }

export interface Sheet {
  readonly name: string
  /** One a column. */
  readonly widths: readonly number[]
  /** How many rows on top stay in view. */
  readonly frozen: number
  readonly rows: readonly (readonly Cell[])[]
}

export const text = (value: string): Cell => (value === '' ? { kind: 'empty' } : { kind: 'text', text: value })
export const heading = (value: string): Cell => ({ kind: 'text', text: value, bold: true })
export const number = (value: number): Cell => ({ kind: 'number', value })
/** What is no day stays text. Spreadsheets count from 1900. */
export const date = (day: string): Cell => (/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(day) ? { kind: 'date', day } : text(day))

/** A cell holds so many UTF-16 units, says the format. */
const LONGEST = 32_767

export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const blob = await writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: sheet.rows.map((row) => row.map(fileCell)),
      columns: sheet.widths.map((width) => ({ width })),
      stickyRowsCount: sheet.frozen,
    })),
    { features: [hyperlinks(sheets.map(linksOf))] },
  ).toBlob()
  return withoutStamps(new Uint8Array(await blob.arrayBuffer()))
}

const cut = (value: string): string => {
  const line = oneLine(value)
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function fileCell(cell: Cell): FileCell {
  switch (cell.kind) {
    case 'text':
      return { value: cut(cell.text), type: String, wrap: true, alignVertical: 'top', ...(cell.bold === true ? { fontWeight: 'bold' as const } : {}) }
    case 'number':
      return { value: cell.value, type: Number, alignVertical: 'top' }
    case 'date':
      return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' }
    case 'link':
      return { value: cut(cell.text), type: String, textColor: '#0000EE', alignVertical: 'top' }
    case 'empty':
      return null
    default:
      return cell satisfies never
  }
}

const linksOf = ({ rows }: Sheet): readonly CellLink[] =>
  rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, columnIndex) => (cell.kind === 'link' ? [{ rowIndex, columnIndex, sheet: cell.sheet, row: cell.row }] : [])),
  )
