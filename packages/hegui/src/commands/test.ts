/** `hegui test [PATH…]`: runs the cases of the rules in the files; each is said to pass or to fail, and where and why. */
import type { Ruleset } from '@hegui/engine'
import { type Language, type Problem, placed, problem, type RuleCase, type RuleCases, shown } from '@hegui/model'
import { type CaseResult, checkCase } from '@hegui/testing'
import { type CheckedFiles, checkedFiles } from '../input/checked-files.js'
import { differenceText } from '../report/case-text.js'
import { junitXml } from '../report/junit.js'
import { problemSummary, problemText } from '../report/problem-text.js'
import { verdictTitle } from '../report/rule-text.js'
import { terminalText } from '../report/writer.js'
import type { TestFormat } from './formats.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

export interface TestArguments {
  readonly paths: readonly string[]
  readonly language: Language
  readonly format: TestFormat
}

interface Run {
  readonly rule: string
  readonly given: RuleCase
  readonly file?: string
  readonly problems: readonly Problem[]
}

export function testCommand({ paths, language, format }: TestArguments, output: Output): ExitCode {
  const checked = checkedFiles(paths)
  if (!checked.ok) {
    sayInstead(checked.problems, { format, language }, output)
    if (format === 'text')
      output.out(`${language === 'zh' ? '没有运行案例，先改正：' : 'No case was run; first correct: '}${problemSummary(checked.problems, language)}\n`)
    return exitCodes.problems
  }
  const runs = runsIn(checked)
  if (runs.length === 0) {
    sayInstead([problem('HG6011', [])], { format, language }, output)
    return exitCodes.problems
  }
  if (format === 'json')
    for (const { rule, given, problems } of runs) output.out(`${JSON.stringify({ rule, case: given.name, passed: problems.length === 0, problems })}\n`)
  else if (format === 'junit')
    output.out(
      junitXml(
        runs.map(({ given, ...run }) => ({ ...run, name: given.name })),
        (found) => problemText(found, language),
      ),
    )
  else output.out(runsText(runs, language))
  return runs.some(({ problems }) => problems.length > 0) ? exitCodes.problems : exitCodes.done
}

/** No run: for JUnit readers an empty document, and the problems where people look. */
function sayInstead(problems: readonly Problem[], { format, language }: Pick<TestArguments, 'format' | 'language'>, { out, err }: Output): void {
  if (format === 'junit') out(junitXml([], () => ''))
  for (const found of problems) (format === 'junit' ? err : out)(`${format === 'json' ? JSON.stringify(found) : problemText(found, language)}\n`)
}

function runsIn({ loaded, ruleset }: Extract<CheckedFiles, { ok: true }>): readonly Run[] {
  return loaded.pack.cases.flatMap((value, at) => {
    const { rule, cases } = value as RuleCases
    const origin = loaded.origins.cases[at]
    return cases.map((given, index): Run => {
      const found = problemsOf(given, checkCase(rule, given, ruleset), ['cases', index], ruleset)
      return origin === undefined ? { rule, given, problems: found } : { rule, given, file: origin.file, problems: placed(found, origin.read, origin.file) }
    })
  })
}

/** One problem for each thing that is not as expected, at the place of the case in its file. */
function problemsOf({ name }: RuleCase, result: CaseResult, path: readonly (string | number)[], ruleset: Ruleset): readonly Problem[] {
  const fails = (detail: string, detailEn: string, at: readonly (string | number)[]): Problem => problem('HG6012', at, { name: shown(name), detail, detailEn })
  switch (result.kind) {
    case 'passed':
      return []
    case 'failed':
      return result.differences.map((each) =>
        fails(differenceText(each, ruleset, 'zh'), differenceText(each, ruleset, 'en'), [
          ...path,
          'expect',
          each.of,
          ...(each.of === 'due' ? [each.action] : []),
        ]),
      )
    case 'refused':
      return result.problems.map((found) => ({ ...found, path: [...path, ...found.path] }))
    default:
      return result satisfies never
  }
}

const runLines = ({ given, problems }: Run, language: Language): readonly string[] => [
  `  ${problems.length === 0 ? '✓' : '✗'} [${verdictTitle(given.expect.verdict, language)}] ${given.name}`,
  ...problems.flatMap((found) =>
    problemText(found, language)
      .split('\n')
      .map((line) => `      ${line}`),
  ),
]

/** Of several rules those whose cases all pass take a line each: what is to be seen are the others. */
function runsText(runs: readonly Run[], language: Language): string {
  const byRule = new Map<string, Run[]>()
  for (const run of runs) byRule.set(run.rule, [...(byRule.get(run.rule) ?? []), run])
  const lines = [...byRule].flatMap(([rule, own]) =>
    byRule.size > 1 && own.every(({ problems }) => problems.length === 0)
      ? [language === 'zh' ? `✓ ${rule}　${own.length} 个案例` : `✓ ${rule}  ${own.length} case(s)`]
      : [rule, ...own.flatMap((run) => runLines(run, language))],
  )
  const failed = runs.filter(({ problems }) => problems.length > 0).length
  const proposed = runs.filter(({ given }) => given.proposed === true).length
  const sum =
    language === 'zh'
      ? `运行了 ${byRule.size} 条规则的 ${runs.length} 个案例：${failed === 0 ? '全部通过。' : `${failed} 个没有通过。`}`
      : `${runs.length} case(s) of ${byRule.size} rule(s) run: ${failed === 0 ? 'all pass.' : `${failed} fail.`}`
  const unchecked =
    language === 'zh'
      ? `其中 ${proposed} 个是 hegui 提出的，还没有人核对（"proposed": true）。`
      : `${proposed} of them were proposed by hegui and checked by nobody ("proposed": true).`
  return terminalText([...lines, sum, ...(proposed === 0 ? [] : [unchecked])])
}
