/** `hegui coverage [PATH…]`: what the cases of rules show by meaning, what is missing, and what rules do on real records. */
import { assess } from '@hegui/engine'
import type { Language } from '@hegui/model'
import { coverageOf, createFiringTally } from '@hegui/testing'
import { recordStream } from '../input/record-stream.js'
import { placedInRecord } from '../input/records.js'
import { type RuleFiles, ruleFiles } from '../input/rule-files.js'
import { coveragePage } from '../report/coverage-page.js'
import type { CoverageReport } from '../report/coverage-report.js'
import { coverageText } from '../report/coverage-text.js'
import type { CoverageFormat } from './formats.js'
import type { ExitCode, Output } from './output.js'
import { type ProblemSink, problemSink } from './problem-sink.js'

export interface CoverageArguments {
  readonly paths: readonly string[]
  readonly records: readonly string[]
  readonly format: CoverageFormat
  readonly language: Language
}

/** What is missing is a result, not a failure. */
export async function coverageCommand({ paths, records, format, language }: CoverageArguments, output: Output): Promise<ExitCode> {
  const sink = problemSink({ json: format === 'json', language }, output)
  const files = ruleFiles(paths)
  sink.say(files.problems)
  if (files.ruleset === undefined) return sink.end()
  const coverage = coverageOf(files)
  const firing = records.length === 0 ? undefined : await firingIn(records, files, sink)
  const report: CoverageReport = { coverage, packOf: files.packOf, ...(firing === undefined ? {} : { firing }) }
  if (format === 'json') output.out(`${JSON.stringify({ ...coverage, ...(firing === undefined ? {} : { firing }) })}\n`)
  else if (format === 'html') {
    const { pageHtml } = await import('@hegui/report')
    output.out(pageHtml(coveragePage(report, language)))
  } else output.out(coverageText(report, language))
  return sink.end()
}

async function firingIn(records: readonly string[], { ruleset, rules }: RuleFiles, sink: ProblemSink): Promise<NonNullable<CoverageReport['firing']>> {
  const tally = createFiringTally(ruleset, rules)
  let count = 0
  for (const file of records)
    for await (const read of recordStream(file, ruleset.vocabulary.facts)) {
      if ('code' in read) {
        sink.say([read])
        continue
      }
      if (read.read.problems.length > 0) {
        sink.say(read.read.problems)
        continue
      }
      const result = assess(read.value, ruleset)
      if (!result.ok) {
        sink.say(placedInRecord(result.problems, read))
        continue
      }
      count += 1
      tally.add(result.assessment.findings)
    }
  return { rules: tally.result(), records: count, conducts: tally.conducts() }
}
