/** `hegui mutate [PATH…]`: small mistakes are made in the packs one at a time; which of them no case notices, and what case would. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { documentSchemas, formatDocument, type Language, type Problem, problem, type RuleCases, shown, suggestion } from '@hegui/model'
import { type MutationReport, mendedCases, mutationOf, type SubjectKind } from '@hegui/testing'
import { knownResults, rememberedResults } from '../input/mutation-cache.js'
import { type RuleFiles, ruleFiles } from '../input/rule-files.js'
import { mutationText } from '../report/mutation-text.js'
import type { MutateFormat } from './formats.js'
import type { ExitCode, Output } from './output.js'
import { problemSink } from './problem-sink.js'
import { writeWhole } from './write-file.js'

export interface MutateArguments {
  readonly paths: readonly string[]
  /** Default: every rule of the paths, or every shipped rule. */
  readonly rule?: string
  readonly format: MutateFormat
  readonly language: Language
  /** Results of earlier runs; read and written anew. */
  readonly cache?: string
  readonly propose: boolean
  readonly write: boolean
  readonly maxSteps?: number
}

/** What no case notices is a result, not a failure. */
export function mutateCommand({ paths, rule, format, language, cache, propose, write, maxSteps }: MutateArguments, output: Output): ExitCode {
  const sink = problemSink({ json: format === 'json', language }, output)
  const files = ruleFiles(paths)
  sink.say(files.problems)
  if (files.ruleset === undefined) return sink.end()
  if (rule !== undefined && !files.rules.includes(rule)) {
    sink.say([problem('HG6001', [], { id: shown(rule), ...suggestion(rule, files.rules) })])
    return sink.end()
  }
  const known = cache === undefined ? { results: new Map(), problems: [] } : knownResults(cache)
  sink.say(known.problems)
  const report = mutationOf({
    ruleset: files.ruleset,
    cases: files.cases,
    owns: (kind, id) => files.owns(lists[kind], id),
    ...(rule === undefined ? {} : { rule }),
    known: known.results,
    ...(maxSteps === undefined ? {} : { maxSteps }),
  })
  sink.say(report.failing.map(({ rule: of, name }) => problem('HG9021', ['rules', of], { rule: of, name: shown(name) })))
  if (cache !== undefined) sink.say(writeWhole(cache, rememberedResults(known.results, report)))
  if (propose) sink.say(proposed(report, files, { format, write }, output))
  else output.out(format === 'json' ? `${JSON.stringify(report)}\n` : mutationText(report, files.packOf, language))
  return sink.end()
}

const lists = { rule: 'rules', fact: 'facts', condition: 'conditions', norm: 'norms', timeLimit: 'timeLimits' } as const satisfies Record<SubjectKind, string>

/** Cases as they should be: printed, or written in the place of those that are there. */
function proposed(report: MutationReport, files: RuleFiles, { format, write }: Pick<MutateArguments, 'format' | 'write'>, { out }: Output): readonly Problem[] {
  return mendedCases(report, files.cases).flatMap((mended) => {
    if (!write) {
      out(`${format === 'json' ? JSON.stringify(mended) : JSON.stringify(mended, null, 2)}\n`)
      return []
    }
    const own = files.fileOf.get(mended.rule)
    if (own === undefined) throw new Error(`the rule ${mended.rule} is in none of the files`)
    return written(mended, own)
  })
}

function written(mended: RuleCases, { rule, cases }: { readonly rule: string; readonly cases?: string }): readonly Problem[] {
  const file = cases ?? join(dirname(rule), 'cases.json')
  const before = cases === undefined ? {} : (JSON.parse(readFileSync(cases, 'utf8')) as object)
  const formatted = formatDocument(JSON.stringify({ ...before, ...mended }), () => documentSchemas.cases, { file })
  if (!formatted.ok) throw new Error(`the cases of ${mended.rule} cannot be written: ${formatted.problems.map((found) => found.message).join(' ')}`)
  return writeWhole(file, formatted.text)
}
