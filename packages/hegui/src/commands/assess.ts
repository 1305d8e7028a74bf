/** `hegui assess FILE…`: assesses every record, reports every problem; one bad record leaves the others assessed. */
import { assessAsync, explain, type RuleExplanation, type Ruleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, Language, Problem } from '@hegui/model'
import { loadRuleset } from '../input/load-packs.js'
import { recordStream } from '../input/record-stream.js'
import { placedInRecord, type ReadRecord } from '../input/records.js'
import { assessmentText } from '../report/assessment-text.js'
import { explanationText } from '../report/explanation-text.js'
import { type Tally, tallyOf, tallyText } from '../report/tally.js'
import type { ExitCode, Output } from './output.js'
import { problemSink } from './problem-sink.js'

const separator = `\n${'─'.repeat(60)}\n\n`

export interface AssessArguments {
  readonly files: readonly string[]
  readonly format: 'text' | 'json'
  readonly packs: readonly string[]
  readonly language: Language
  readonly explain: boolean
  readonly decidedOn?: string
}

/** Assessments go to `out`, problems to `err`. Code `problems` when any record or pack had one. */
export async function assessCommand(args: AssessArguments, output: Output): Promise<ExitCode> {
  const sink = problemSink({ json: args.format === 'json', language: args.language }, output)
  const loaded = loadRuleset(args.packs)
  if (!loaded.ok) {
    sink.say(loaded.problems)
    return sink.end()
  }
  const tallies: Tally[] = []
  // A person finds them together at the end; a pipeline as they come, so that a long stream keeps nothing.
  const atTheEnd: Problem[] = []
  const say = (problems: readonly Problem[]): void => {
    if (args.format === 'text') atTheEnd.push(...problems)
    else sink.say(problems)
  }
  for (const file of args.files) {
    for await (const record of recordStream(file)) {
      if ('code' in record) {
        say([record])
        continue
      }
      const result = await assessOne(record, loaded.ruleset, args)
      say(result.problems)
      if (result.text === undefined || result.tally === undefined) continue
      output.out(args.format === 'text' && tallies.length > 0 ? `${separator}${result.text}` : result.text)
      if (args.format === 'text') tallies.push(result.tally)
    }
  }
  if (tallies.length > 1) output.out(`${separator}${tallyText(tallies, args.language)}`)
  sink.say(atTheEnd)
  return sink.end()
}

async function assessOne(
  source: ReadRecord,
  ruleset: Ruleset,
  args: AssessArguments,
): Promise<{ readonly text?: string; readonly tally?: Tally; readonly problems: readonly Problem[] }> {
  const { read, value } = source
  if (read.problems.length > 0) return { problems: read.problems }
  const options = args.decidedOn === undefined ? {} : { decidedOn: args.decidedOn }
  const result = await assessAsync(value, ruleset, options)
  if (!result.ok) return { problems: placedInRecord(result.problems, source) }
  const { assessment } = result
  const record = value as InspectionRecord
  const explanations = args.explain ? explanationsOf(assessment, record, ruleset, options) : []
  const tally = tallyOf(assessment)
  if (args.format === 'json')
    return {
      problems: [],
      tally,
      text: `${JSON.stringify(args.explain ? { ...assessment, explanations } : assessment)}\n`,
    }
  return {
    problems: [],
    tally,
    text: [
      assessmentText(assessment, record, ruleset, { language: args.language }),
      ...explanations.map((each) => explanationText(each, ruleset, args.language)),
    ].join('\n'),
  }
}

/** Only what was found or stays open is explained: that a rule does not apply needs no tree. */
function explanationsOf(
  assessment: Assessment,
  record: InspectionRecord,
  ruleset: Ruleset,
  options: { readonly decidedOn?: string },
): readonly RuleExplanation[] {
  return assessment.findings
    .filter((finding) => finding.verdict === 'violation' || finding.verdict === 'undetermined')
    .flatMap((finding) => {
      const result = explain(record, ruleset, { ...options, rule: finding.rule, conduct: finding.conduct })
      return result.ok ? [result.explanation] : []
    })
}
