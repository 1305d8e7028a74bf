/** `hegui appraise`: one or more units appraised by a plan over a period, out of records, saved aggregates and an appraisal file. */
import { appraise, createAggregator, type Ruleset } from '@hegui/engine'
import {
  type Aggregate,
  type Appraisal,
  type AppraisalRequest,
  checkAppraisalFile,
  checkShape,
  type Language,
  type Problem,
  placed,
  type ReadJson,
  readJson,
  type SummaryColumn,
  summaryColumnsSchema,
} from '@hegui/model'
import { loadRuleset } from '../input/load-packs.js'
import { recordStream } from '../input/record-stream.js'
import { placedInRecord, readText } from '../input/records.js'

export type { AppraiseFormat } from './formats.js'

import type { AppraiseFormat } from './formats.js'
import type { ExitCode, Output } from './output.js'
import { type ProblemSink, problemSink } from './problem-sink.js'
import { progressOver } from './progress-bar.js'
import { delivered, writeWhole } from './write-file.js'

export interface AppraiseArguments {
  readonly plan: string
  readonly units: readonly string[]
  readonly from: string
  readonly to: string
  /** A day, or an instant with offset. Absent: the end of `to`; hegui reads no clock. */
  readonly asOf?: string
  readonly records: readonly string[]
  /** The appraisal file. */
  readonly submissions: string
  readonly aggregates: readonly string[]
  readonly saveAggregate?: string
  /** Names the records in the aggregate. Absent: each file by its own path. */
  readonly source?: string
  readonly columns?: string
  readonly format: AppraiseFormat
  readonly out?: string
  readonly packs: readonly string[]
  readonly language: Language
}

interface Document {
  readonly file: string
  readonly read: ReadJson
}

/** The result goes to `out` or a file, problems and the progress bar to `err`. What is wrong is left out and said; the rest counts. */
export async function appraiseCommand(args: AppraiseArguments, output: Output): Promise<ExitCode> {
  const sink = problemSink({ json: args.format === 'json', language: args.language }, output)
  const loaded = loadRuleset(args.packs)
  const documents = documentsOf([args.submissions, ...args.aggregates, ...(args.columns === undefined ? [] : [args.columns])])
  if (!loaded.ok || !documents.ok) {
    sink.say([...(loaded.ok ? [] : loaded.problems), ...(documents.ok ? [] : documents.problems)])
    return sink.end()
  }
  const { ruleset } = loaded
  const file = documents.read[0] as Document
  const saved = documents.read.slice(1, 1 + args.aggregates.length)
  const columns = columnsOf(documents.read[1 + args.aggregates.length])
  sink.say(columns.problems)
  const requests = args.units.map((unit): AppraisalRequest => ({ plan: args.plan, unit, period: { from: args.from, to: args.to }, now: args.asOf ?? args.to }))
  const counted = await countedRecords(file, requests, ruleset, args, sink)
  const aggregates = [...counted, ...saved.map(({ read }) => read.value)]
  const results = requests.map((request) => appraise(request, ruleset, { file: file.read.value, aggregates }))
  sink.say(distinct(results.flatMap((result) => result.problems.map((found) => inDocument(found, file, counted.length, saved)))))
  const appraised = results.flatMap((result) => (result.ok ? [result] : []))
  const [first] = appraised
  if (first === undefined) return sink.end()
  const content = await rendered(
    appraised.map(({ appraisal }) => appraisal),
    columns.columns,
    ruleset,
    args,
  )
  sink.say(delivered(content, args.out, output))
  if (args.saveAggregate !== undefined) sink.say(writeWhole(args.saveAggregate, `${JSON.stringify(first.aggregate)}\n`))
  return sink.end()
}

/** All of them, or everything that is wrong with their text. */
function documentsOf(
  files: readonly string[],
): { readonly ok: true; readonly read: readonly Document[] } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const read: Document[] = []
  const problems: Problem[] = []
  for (const file of files) {
    const source = readText(file)
    if ('code' in source) problems.push(source)
    else read.push({ file, read: readJson(source.text, { file }) })
  }
  problems.push(...read.flatMap((document) => document.read.problems))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, read }
}

function columnsOf(document: Document | undefined): { readonly columns?: readonly SummaryColumn[]; readonly problems: readonly Problem[] } {
  if (document === undefined) return { problems: [] }
  const problems = placed(checkShape(summaryColumnsSchema, document.read.value), document.read, document.file)
  return problems.length > 0 ? { problems } : { columns: document.read.value as readonly SummaryColumn[], problems }
}

/** Each file of records is a source of its own, read once for all units. Nothing is read if no unit can be appraised. */
async function countedRecords(
  { read }: Document,
  requests: readonly AppraisalRequest[],
  ruleset: Ruleset,
  args: AppraiseArguments,
  sink: ProblemSink,
): Promise<readonly Aggregate[]> {
  const { vocabulary, catalogue } = ruleset
  const plan = catalogue.plans.get(args.plan)
  const files = requests.flatMap((request) => checkAppraisalFile(read.value, { vocabulary, catalogue, request }).file ?? [])
  const [file] = files
  if (plan === undefined || file === undefined) return []
  const aggregates: Aggregate[] = []
  const bar = await progressOver(args.records, args.language)
  for (const name of args.records) {
    const aggregator = createAggregator(ruleset, { plan, file, source: sourceOf(name, args) })
    for await (const record of recordStream(name, vocabulary.facts, { onRead: bar.read })) {
      if ('code' in record) sink.say([record])
      else sink.say(record.read.problems.length > 0 ? record.read.problems : placedInRecord(aggregator.add(record.value), record))
    }
    aggregates.push(aggregator.result())
  }
  bar.stop()
  return aggregates
}

const sourceOf = (name: string, { source, records }: AppraiseArguments): string =>
  source === undefined ? name : records.length === 1 ? source : `${source}:${name}`

/** From a path that starts with `file` or `aggregates` to a place in the document that was read. */
function inDocument(found: Problem, file: Document, own: number, aggregates: readonly Document[]): Problem {
  const [part, index, ...rest] = found.path
  const document = part === 'file' ? file : part === 'aggregates' && typeof index === 'number' ? aggregates[index - own] : undefined
  if (document === undefined) return found
  const path = part === 'file' ? found.path.slice(1) : rest
  return placed([{ ...found, path }], document.read, document.file)[0] ?? found
}

/** What is wrong with the file is found again for each unit. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [...new Map(problems.map((found) => [JSON.stringify(found), found])).values()]

const separator = `\n${'─'.repeat(60)}\n\n`

/** The reports are loaded when they are needed: the other commands start without them. */
async function rendered(
  appraisals: readonly Appraisal[],
  columns: readonly SummaryColumn[] | undefined,
  { catalogue, vocabulary }: Ruleset,
  { format, language }: AppraiseArguments,
): Promise<string | Uint8Array> {
  if (format === 'json') return appraisals.map((appraisal) => `${JSON.stringify(appraisal)}\n`).join('')
  const report = await import('@hegui/report')
  const options = { language, catalogue, vocabulary }
  switch (format) {
    case 'text':
      return appraisals.map((appraisal) => report.appraisalText(appraisal, options)).join(separator)
    case 'markdown':
      return report.appraisalMarkdown(appraisals, options)
    case 'html':
      return report.appraisalHtml(appraisals, options)
    case 'xlsx':
      return report.summaryTable(appraisals, { ...options, columns })
    default:
      return format satisfies never
  }
}
