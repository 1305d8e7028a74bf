/** `hegui assess FILE…`: assesses every record, reports every problem; one bad record leaves the others assessed. */
import { assessAsync, explain, type RuleExplanation, type Ruleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, Language, Problem } from '@hegui/model'
import { loadRuleset } from '../input/load-packs.js'
import { placedInRecord, type ReadRecord, readSource, recordsIn } from '../input/records.js'
import { assessmentText } from '../report/assessment-text.js'
import { explanationText } from '../report/explanation-text.js'
import { problemSummary, problemText } from '../report/problem-text.js'
import { type Tally, tallyOf, tallyText } from '../report/tally.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

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
  const loaded = loadRuleset(args.packs)
  if (!loaded.ok) return reported(loaded.problems, args, output)
  const problems: Problem[] = []
  const tallies: Tally[] = []
  for (const file of args.files) {
    const source = readSource(file)
    if ('code' in source) {
      problems.push(source)
      continue
    }
    for (const record of recordsIn(source)) {
      const result = await assessOne(record, loaded.ruleset, args)
      problems.push(...result.problems)
      if (result.text === undefined || result.tally === undefined) continue
      output.out(args.format === 'text' && tallies.length > 0 ? `${separator}${result.text}` : result.text)
      tallies.push(result.tally)
    }
  }
  if (args.format === 'text' && tallies.length > 1) output.out(`${separator}${tallyText(tallies, args.language)}`)
  return problems.length === 0 ? exitCodes.done : reported(problems, args, output)
}

/** As lines for a person, or one JSON problem a line for a pipeline. */
function reported(problems: readonly Problem[], { language, format }: AssessArguments, output: Output): ExitCode {
  for (const found of problems) output.err(`${format === 'json' ? JSON.stringify(found) : problemText(found, language)}\n`)
  if (format === 'text') output.err(`${problemSummary(problems, language)}\n`)
  return problems.some((found) => found.severity === 'error') ? exitCodes.problems : exitCodes.done
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
