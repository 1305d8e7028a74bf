/** 台账: one row a record, with what was found, how it stands, what to do by when, and what was done. */
import { type Assessment, type InspectionRecord, measureKindTitle } from '@hegui/model'
import { pageHtml } from '../page/html.js'
import { pageMarkdown } from '../page/markdown.js'
import { cell, type Line, type Page, say } from '../page/page.js'
import { date, heading, text, workbook } from '../sheet/workbook.js'
import { byCodeUnit, numberText } from '../words/value-text.js'
import { placeTitle, type ReportOptions, type Writer, writerOf } from '../words/words.js'

export interface LedgerEntry {
  readonly record: InspectionRecord
  readonly assessment: Assessment
}

interface LedgerRow {
  readonly record: string
  readonly day: string
  readonly place: string
  readonly found: readonly string[]
  readonly conclusion: string
  readonly measures: readonly string[]
  /** YYYY-MM-DD; null where no day is known. */
  readonly nextDue: string | null
  readonly dues: readonly string[]
  readonly outcomes: readonly string[]
}

export function ledgerTable(entries: readonly LedgerEntry[], options: ReportOptions = {}): Promise<Uint8Array> {
  const writer = writerOf(options)
  const joined = (lines: readonly string[]) => text(lines.join(writer.words.semicolon))
  return workbook([
    {
      name: writer.words.ledger,
      widths: [18, 12, 30, 40, 18, 40, 12, 40, 40],
      frozen: 1,
      rows: [
        columnsOf(writer).map(heading),
        ...rowsOf(entries, writer).map((row) => [
          text(row.record),
          date(row.day),
          text(row.place),
          joined(row.found),
          text(row.conclusion),
          joined(row.measures),
          date(row.nextDue ?? ''),
          joined(row.dues),
          joined(row.outcomes),
        ]),
      ],
    },
  ])
}

export const ledgerMarkdown = (entries: readonly LedgerEntry[], options: ReportOptions = {}): string => pageMarkdown(ledgerPage(entries, writerOf(options)))
export const ledgerHtml = (entries: readonly LedgerEntry[], options: ReportOptions = {}): string => pageHtml(ledgerPage(entries, writerOf(options)))

function ledgerPage(entries: readonly LedgerEntry[], writer: Writer): Page {
  const lines = (texts: readonly string[]): readonly Line[] => texts.map((each) => say(each))
  const rows = rowsOf(entries, writer).map((row) => ({
    cells: [
      cell(row.record),
      cell(row.day),
      cell(row.place),
      lines(row.found),
      cell(row.conclusion),
      lines(row.measures),
      cell(row.nextDue ?? ''),
      lines(row.dues),
      lines(row.outcomes),
    ],
  }))
  return {
    language: writer.language,
    colon: writer.words.colon,
    title: writer.words.ledger,
    landscape: true,
    blocks: [{ kind: 'table', caption: '', columns: columnsOf(writer), rows }],
  }
}

const columnsOf = ({ words }: Writer): readonly string[] => [
  words.recordId,
  words.inspectedOn,
  words.place,
  words.rulesFound,
  words.conclusion,
  words.measures,
  words.nextDue,
  words.dues,
  words.outcomes,
]

/** By day, then by id, whatever order they came in. */
const rowsOf = (entries: readonly LedgerEntry[], writer: Writer): readonly LedgerRow[] =>
  entries.map((entry) => rowOf(entry, writer)).sort((a, b) => byCodeUnit(a.day, b.day) || byCodeUnit(a.record, b.record))

function rowOf({ record, assessment }: LedgerEntry, writer: Writer): LedgerRow {
  const { words } = writer
  const marked = (title: string, mark: string | false): string => (mark === false ? title : `${title}${words.bracket(mark)}`)
  const dues = assessment.actions.flatMap(({ title, due }) => (due === undefined ? [] : [{ title, due }]))
  const violations = assessment.findings.filter(({ verdict }) => verdict === 'violation')
  return {
    record: record.id,
    day: record.inspectedOn,
    place: [placeTitle(record.region, writer), ...(record.sites ?? []).map(({ id, name }) => name ?? id)].join(' '),
    found: unique(violations.map(({ title, articles }) => marked(title, articles.length === 0 && words.planOnly))),
    conclusion: conclusionOf(assessment, writer),
    measures: unique(assessment.measures.filter(({ proposed }) => proposed).map(({ title, status }) => marked(title, status !== 'firm' && words.provisional))),
    nextDue: dues.flatMap(({ due }) => due.date ?? []).sort(byCodeUnit)[0] ?? null,
    dues: unique(dues.map(({ title, due }) => `${title} ${due.date === null ? due.rule : marked(due.date, !due.certain && words.provisional)}`)),
    outcomes: record.outcomes === undefined ? [words.noOutcomes] : record.outcomes.map((outcome) => outcomeText(outcome, writer)),
  }
}

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)]

function conclusionOf({ findings }: Assessment, { words }: Writer): string {
  const violations = findings.filter(({ verdict }) => verdict === 'violation')
  const open = findings.filter(({ verdict, canViolate }) => verdict === 'undetermined' && canViolate === true).length
  const parts = [
    ...(violations.length === 0 ? [] : [violations.some(({ articles }) => articles.length > 0) ? words.found : words.planOnly]),
    ...(findings.some(({ verdict }) => verdict === 'errored') ? [words.errored] : []),
    ...(open > 0 ? [words.openRules.replace('{n}', String(open))] : []),
  ]
  return parts.length === 0 ? words.nothing : parts.join(words.semicolon)
}

function outcomeText({ kind, on, amountYuan, persons }: NonNullable<InspectionRecord['outcomes']>[number], { words, language }: Writer): string {
  const parts = [
    measureKindTitle(kind, language),
    ...(typeof amountYuan === 'number' ? [`${numberText(amountYuan)}${words.yuan}`] : []),
    ...(typeof persons === 'number' ? [`${persons}${words.persons}`] : []),
    ...(typeof on === 'string' ? [on] : []),
  ]
  return parts.join(' ')
}
