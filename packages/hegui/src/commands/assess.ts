/** `hegui assess FILE…`: assesses every record, reports every problem; one bad record leaves the others assessed. */
import type { Ruleset } from '@hegui/engine'
import type { InspectionRecord, Language, Problem } from '@hegui/model'
import { assessRecord } from '../bulk/assess-batch.js'
import { type Jobs, jobsOf } from '../bulk/assessor.js'
import { bulkRun } from '../bulk/run.js'
import { defaultMaxLineBytes } from '../input/batches.js'
import { recordStream } from '../input/record-stream.js'
import { rulesetOf } from '../input/ruleset-of.js'
import { assessmentText } from '../report/assessment-text.js'
import { explanationText } from '../report/explanation-text.js'
import { type Tally, tallyOf, tallyText } from '../report/tally.js'
import { type ExitCode, exitCodes, type Output } from './output.js'
import { type ProblemSink, problemSink } from './problem-sink.js'

const separator = `\n${'─'.repeat(60)}\n\n`

export interface AssessArguments {
  readonly files: readonly string[]
  readonly format: 'text' | 'json'
  readonly packs: readonly string[]
  readonly language: Language
  readonly explain: boolean
  readonly decidedOn?: string
  readonly maxLineBytes?: number
  /** From here on only with `json`. Default 1. */
  readonly jobs?: Jobs
  readonly out?: string
  readonly rejects?: string
  readonly resume?: boolean
}

/** Assessments go to `out`, problems to `err`. Code `problems` when any record or pack had one. */
export async function assessCommand(args: AssessArguments, output: Output): Promise<ExitCode> {
  const sink = problemSink({ json: args.format === 'json', language: args.language }, output)
  const loaded = await rulesetOf(args.packs)
  if (!loaded.ok) {
    sink.say(loaded.problems)
    return sink.end()
  }
  if (args.format === 'json') return inBulk(args, loaded.ruleset, sink, output)
  await asText(args, loaded.ruleset, sink, output)
  return sink.end()
}

async function inBulk(args: AssessArguments, ruleset: Ruleset, sink: ProblemSink, output: Output): Promise<ExitCode> {
  const { files, packs, language, explain, decidedOn, out, rejects } = args
  const { earlier } = await bulkRun(
    {
      files,
      packs,
      language,
      settings: { explain, ...(decidedOn === undefined ? {} : { decidedOn }) },
      jobs: jobsOf(args.jobs ?? 1),
      maxLineBytes: args.maxLineBytes ?? defaultMaxLineBytes,
      resume: args.resume ?? false,
      ...(out === undefined ? {} : { out }),
      ...(rejects === undefined ? {} : { rejects }),
    },
    ruleset,
    sink.say,
    output,
  )
  const code = sink.end()
  // What was said before an interruption counts for how the whole ends.
  return code === exitCodes.done && earlier > 0 ? exitCodes.problems : code
}

/** A person finds the problems together at the end. */
async function asText(args: AssessArguments, ruleset: Ruleset, sink: ProblemSink, output: Output): Promise<void> {
  const tallies: Tally[] = []
  const atTheEnd: Problem[] = []
  for (const file of args.files) {
    for await (const record of recordStream(file, ruleset.vocabulary.facts, args.maxLineBytes === undefined ? {} : { maxLineBytes: args.maxLineBytes })) {
      if ('code' in record) {
        atTheEnd.push(record)
        continue
      }
      const result = assessRecord(record, ruleset, args)
      if (!result.ok) {
        atTheEnd.push(...result.problems)
        continue
      }
      const text = [
        assessmentText(result.assessment, record.value as InspectionRecord, ruleset, { language: args.language }),
        ...(result.explanations ?? []).map((each) => explanationText(each, ruleset, args.language)),
      ].join('\n')
      output.out(tallies.length > 0 ? `${separator}${text}` : text)
      await output.drained?.()
      tallies.push(tallyOf(result.assessment))
    }
  }
  if (tallies.length > 1) output.out(`${separator}${tallyText(tallies, args.language)}`)
  sink.say(atTheEnd)
}
