/** `hegui backtest --from OLD --to NEW RECORDS…`: whom a change of packs hits, among the records that are there. */
import { existsSync, statSync } from 'node:fs'
import { type Backtest, type Backtester, createBacktester } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import type { Language } from '@hegui/model'
import { clashes } from '../bulk/clashes.js'
import { openPart, type PartFile, takePlace } from '../bulk/part-file.js'
import { filesUnder } from '../input/documents.js'
import { recordStream } from '../input/record-stream.js'
import { placedInRecord } from '../input/records.js'
import { loadVersions } from '../input/versions.js'
import { backtestLines } from '../report/backtest/backtest-lines.js'
import { backtestWords } from '../report/backtest/words.js'
import { diffOutline } from '../report/diff/diff-lines.js'
import { terminalText } from '../report/writer.js'
import type { BacktestFormat } from './formats.js'
import type { ExitCode, Output } from './output.js'
import { type ProblemSink, problemSink } from './problem-sink.js'
import { progressOver } from './progress-bar.js'
import { delivered, notWritten } from './write-file.js'

export interface BacktestArguments {
  readonly from: string
  readonly to: string
  /** Files, folders of them, or `-`. */
  readonly records: readonly string[]
  readonly format: BacktestFormat
  readonly language: Language
  /** Shown of each rule and region. */
  readonly examples?: number
  readonly out?: string
  /** Every changed record, a line each. */
  readonly changes?: string
}

/** Changes are a result, not a failure. A record that cannot be read or compared is said; the others are compared. */
export async function backtestCommand(args: BacktestArguments, output: Output): Promise<ExitCode> {
  const sink = problemSink({ json: args.format === 'json', language: args.language }, output)
  const versions = loadVersions(args.from, args.to)
  const files = args.records.flatMap((path) => (existsSync(path) && statSync(path).isDirectory() ? filesUnder([path]) : [path]))
  const clashing = clashes({ files, ...(args.out === undefined ? {} : { out: args.out }), ...(args.changes === undefined ? {} : { rejects: args.changes }) })
  if (!versions.ok || clashing.length > 0) {
    sink.say([...(versions.ok ? [] : versions.problems), ...clashing])
    return sink.end()
  }
  const result = await overRecords(files, versions.old, versions.new, args, sink)
  if (result === undefined) return sink.end()
  sink.say(delivered(await rendered(result.backtest, args), args.out, output))
  sink.say(result.problems)
  return sink.end()
}

/** Undefined: the file of changed records could not be written, which was said. */
async function overRecords(
  files: readonly string[],
  old: Ruleset,
  fresh: Ruleset,
  args: BacktestArguments,
  sink: ProblemSink,
): Promise<ReturnType<Backtester['result']> | undefined> {
  const backtester = createBacktester(old, fresh, args.examples === undefined ? {} : { examples: args.examples })
  const facts = new Map([...old.vocabulary.facts, ...fresh.vocabulary.facts])
  const bar = await progressOver(files, args.language)
  let part: PartFile | undefined
  try {
    part = args.changes === undefined ? undefined : await openPart(args.changes)
    for (const file of files)
      for await (const read of recordStream(file, facts, { onRead: bar.read })) {
        const problems = 'code' in read ? [read] : read.read.problems
        if ('code' in read || problems.length > 0) {
          sink.say(problems)
          continue
        }
        const result = backtester.add(read.value, { file: read.file, line: read.line })
        if (!result.ok) sink.say(placedInRecord(result.problems, read))
        else if (result.change !== undefined) await part?.write(encoder.encode(`${JSON.stringify(result.change)}\n`))
      }
    await part?.sync()
    await part?.close()
    if (part !== undefined) await takePlace(part.file)
  } catch (error) {
    // Errors of the system only: those of hegui itself go on.
    if (args.changes === undefined || !(error instanceof Error && 'code' in error)) throw error
    sink.say([notWritten(args.changes, error)])
    return undefined
  } finally {
    bar.stop()
  }
  return backtester.result()
}

const encoder = new TextEncoder()

/** Pages and sheets are loaded when they are asked for. */
async function rendered(backtest: Backtest, { format, language, from, to }: BacktestArguments): Promise<string | Uint8Array> {
  const { heading, colon } = backtestWords(language)
  const title = `${heading}${colon}${from} → ${to}`
  switch (format) {
    case 'json':
      return `${JSON.stringify(backtest)}\n`
    case 'text':
      return terminalText(diffOutline(title, backtestLines(backtest, language)))
    case 'html': {
      const [{ pageHtml }, { backtestPage }] = await Promise.all([import('@hegui/report'), import('../report/backtest/backtest-page.js')])
      return pageHtml(backtestPage(backtest, title, language))
    }
    case 'xlsx': {
      const [{ workbook }, { backtestSheets }] = await Promise.all([import('@hegui/report'), import('../report/backtest/backtest-sheets.js')])
      return workbook(backtestSheets(backtest, title, language))
    }
    default:
      return format satisfies never
  }
}
