/** 汇总表: one row an appraisal or a cell of an aggregate, typed; a second sheet says what every figure rests on. */
import type { Aggregate, Appraisal, SummaryColumn } from '@hegui/model'
import { type Cell, date, heading, number, type Sheet, text, workbook } from '../sheet/workbook.js'
import { boundText, numberText, valueText } from '../words/value-text.js'
import { type ReportOptions, type Writer, writerOf } from '../words/words.js'
import { aggregateRow, defaultAggregateColumns, defaultColumns } from './columns.js'
import { type Sourced, sourced } from './source.js'

export interface SummaryOptions extends ReportOptions {
  /** Without: a default, which the sheet says. */
  readonly columns?: readonly SummaryColumn[] | undefined
}

interface Summary {
  readonly writer: Writer
  readonly columns: readonly SummaryColumn[]
  readonly flag: string
  readonly rows: readonly (readonly Sourced[])[]
}

export const summaryTable = (appraisals: readonly Appraisal[], options: SummaryOptions = {}): Promise<Uint8Array> =>
  written(summaryOf(appraisals, options.columns, defaultColumns(appraisals, options), writerOf(options)))

export const aggregateTable = (aggregate: Aggregate, options: SummaryOptions = {}): Promise<Uint8Array> =>
  written(summaryOf(aggregate.cells.map(aggregateRow), options.columns, defaultAggregateColumns(options), writerOf(options)))

const summaryOf = (rows: readonly unknown[], own: readonly SummaryColumn[] | undefined, fallback: readonly SummaryColumn[], writer: Writer): Summary => {
  const columns = own ?? fallback
  return {
    writer,
    columns,
    flag: own === undefined ? writer.words.summaryFlag : '',
    rows: rows.map((row) => columns.map(({ source }) => sourced(row, source))),
  }
}

/** Rows above the first row of data in either sheet: the flag and the headers. */
const HEAD_ROWS = 2

const written = (summary: Summary): Promise<Uint8Array> => {
  const sources = sourcesSheet(summary)
  return workbook([tableSheet(summary, sources), sources.sheet])
}

function tableSheet({ writer, columns, flag, rows }: Summary, sources: Sources): Sheet {
  const { words } = writer
  const doubled = columns.flatMap((column) => (column.type === 'number' ? [column, null] : [column]))
  return {
    name: words.summary,
    widths: doubled.map((column) => (column === null ? 10 : column.type === 'text' || column.type === 'link' ? 24 : 14)),
    frozen: HEAD_ROWS,
    rows: [
      [text(flag)],
      doubled.map((column) => heading(column === null ? words.lowerBound : column.title)),
      ...rows.map((row, index) =>
        row.flatMap((found, at) => {
          const column = columns[at]
          return column === undefined ? [] : cellsOf(found, column, writer, { sheet: sources.sheet.name, row: sources.firstRow[index] ?? 1 })
        }),
      ),
    ],
  }
}

/** A number takes two cells: itself, and whether it is only a lower bound. What is there but of another type is shown as the text it is. */
function cellsOf({ value }: Sourced, column: SummaryColumn, { words }: Writer, target: { readonly sheet: string; readonly row: number }): readonly Cell[] {
  const plain = value === 'missing-data' || value === null ? '' : typeof value === 'object' ? valueText(value, words) : String(value)
  switch (column.type) {
    case 'number':
      if (value === 'missing-data') return [text(''), text(words.noData)]
      if (value === null) return [text(''), text(words.notComputed)]
      if (typeof value === 'number') return [number(value), text('')]
      return typeof value === 'object' ? [number(value.min), text(boundText(value, words))] : [text(plain), text(words.notANumber)]
    case 'date':
      return [date(plain)]
    case 'text':
      return [text(plain)]
    case 'link':
      return [plain === '' ? text('') : { kind: 'link', text: plain, ...target }]
    default:
      return column.type satisfies never
  }
}

interface Sources {
  readonly sheet: Sheet
  /** Where the entries of each row of the table begin; the first row of a sheet is 1. */
  readonly firstRow: readonly number[]
}

/** Every figure of the table: its records, the figures from outside and the submissions behind it, one row each. */
function sourcesSheet({ writer, columns, rows }: Summary): Sources {
  const { words } = writer
  const lines: (readonly Cell[])[] = []
  const firstRow: number[] = []
  rows.forEach((row, index) => {
    firstRow.push(lines.length + 2)
    const name = row.find((_, at) => columns[at]?.type === 'link')?.value
    row.forEach((found, at) => {
      const column = columns[at]
      if (column?.type === 'number')
        lines.push(...entriesOf(found, [number(index + 1), text(typeof name === 'string' ? name : ''), text(column.title)], writer))
    })
  })
  return {
    firstRow,
    sheet: {
      name: words.sources,
      widths: [6, 24, 30, 18, 14, 30],
      frozen: 1,
      rows: [[words.row, words.unit, words.column, words.value, words.source, words.recordId].map(heading), ...lines],
    },
  }
}

function entriesOf({ value, evidence, figures, submissions }: Sourced, head: readonly Cell[], { words }: Writer): readonly (readonly Cell[])[] {
  const shown = text(
    value === 'missing-data'
      ? words.noData
      : value === null || typeof value === 'object'
        ? valueText(value, words)
        : typeof value === 'number'
          ? numberText(value)
          : value,
  )
  const entries: (readonly [kind: string, what: string])[] = [
    ...(evidence?.records ?? []).map((record) => [words.record, record] as const),
    ...(evidence !== null && evidence.more > 0 ? [[words.record, words.more.replace('{n}', String(evidence.more))] as const] : []),
    ...figures.map((figure) => [words.figures, figure] as const),
    ...submissions.map((submission) => [words.submissions, submission] as const),
  ]
  return (entries.length === 0 ? [['', words.noSource] as const] : entries).map(([kind, what]) => [...head, shown, text(kind), text(what)])
}
