/** `hegui test --propose [RULE]`: the cases that are missing, as data for cases.json; written only when asked to. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Language, type Problem, problem, type RuleCase, shown, suggestion } from '@hegui/model'
import { coverRule } from '@hegui/testing'
import { type RuleFiles, ruleFiles } from '../input/rule-files.js'
import type { ExitCode, Output } from './output.js'
import { problemSink } from './problem-sink.js'
import { writeWhole } from './write-file.js'

export interface ProposeArguments {
  readonly paths: readonly string[]
  /** Default: every rule of the paths, or every shipped rule. */
  readonly rule?: string
  readonly write: boolean
  readonly language: Language
  readonly format: 'text' | 'json'
}

interface Proposed {
  readonly rule: string
  readonly cases: readonly RuleCase[]
}

/** The proposals go to standard output: text is one indented document a rule, JSON one a line. All else goes to standard error. */
export function proposeCommand({ paths, rule, write, language, format }: ProposeArguments, output: Output): ExitCode {
  const sink = problemSink({ json: format === 'json', language }, output)
  const files = ruleFiles(paths)
  sink.say(files.problems)
  if (files.ruleset === undefined) return sink.end()
  if (rule !== undefined && !files.rules.includes(rule)) {
    sink.say([problem('HG6001', [], { id: shown(rule), ...suggestion(rule, files.rules) })])
    return sink.end()
  }
  let [cases, rules] = [0, 0]
  for (const id of rule === undefined ? [...files.rules].sort() : [rule]) {
    const proposed = proposedFor(id, files, sink.say)
    if (proposed.cases.length === 0) continue
    rules += 1
    cases += proposed.cases.length
    if (write) sink.say(written(proposed, files))
    else output.out(`${format === 'json' ? JSON.stringify(proposed) : JSON.stringify(proposed, null, 2)}\n`)
  }
  if (format === 'text') output.err(`${summary(rules, cases, write, language)}\n`)
  return sink.end()
}

function proposedFor(rule: string, { ruleset, cases }: RuleFiles, say: (problems: readonly Problem[]) => void): Proposed {
  const own = cases.filter((file) => file.rule === rule).flatMap((file) => file.cases)
  const { proposals, asksNothing } = coverRule(rule, own, ruleset)
  if (asksNothing) say([problem('HG9012', [], { rule })])
  return { rule, cases: proposals }
}

/** Appended to the file of the rule's cases; what stands in it stays as it is, to the last space. */
function written({ rule, cases }: Proposed, { fileOf }: RuleFiles): readonly Problem[] {
  const files = fileOf.get(rule)
  if (files === undefined) throw new Error(`the rule ${rule} is in none of the files`)
  if (files.cases === undefined) return writeWhole(join(dirname(files.rule), 'cases.json'), `${JSON.stringify({ rule, cases }, null, 2)}\n`)
  const text = readFileSync(files.cases, 'utf8')
  const before = JSON.parse(text) as { readonly cases: readonly unknown[] }
  const after = JSON.stringify({ ...before, cases: [...before.cases, ...cases] })
  const end = text.lastIndexOf(']')
  const added = cases.map((each) => JSON.stringify(each, null, 2).replace(/^/gm, '    ')).join(',\n')
  const appended = `${text.slice(0, end).trimEnd()},\n${added}\n  ${text.slice(end)}`
  // Where `cases` is not the last list of the file the appended text is another document, or none.
  return writeWhole(files.cases, sameDocument(appended, after) ? appended : `${JSON.stringify(JSON.parse(after), null, 2)}\n`)
}

function sameDocument(text: string, canonical: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === canonical
  } catch {
    return false
  }
}

function summary(rules: number, cases: number, write: boolean, language: Language): string {
  if (language === 'en')
    return cases === 0
      ? 'No case is missing.'
      : `${cases} case(s) of ${rules} rule(s) proposed${write ? ' and written' : ''}: what hegui says today, checked by nobody.`
  return cases === 0
    ? '没有缺少的案例。'
    : `为 ${rules} 条规则提出了 ${cases} 个案例${write ? '，已写进 cases.json' : ''}：预期是 hegui 今天给出的，没有人核对过。核对以后删去 "proposed"。`
}
