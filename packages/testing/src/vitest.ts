/** The cases of a folder as vitest tests: one each, its name the sentence of the case. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRuleset, type Ruleset } from '@hegui/engine'
import { checkShape, documentSchemas, type Problem, type RuleCase, type RuleCases, readJson } from '@hegui/model'
import { describe, test } from 'vitest'
import { type CaseDifference, checkCase } from './index.js'

export interface RegisterOptions {
  /** The packs the rules of the cases are in, such as `shippedPacks` of `hegui` and one's own. */
  readonly packs: readonly unknown[]
}

/** Call it at the top of a test file. What is wrong with the packs, or a folder without cases, is a test that fails. */
export function registerCases(folder: string, { packs }: RegisterOptions): void {
  const created = createRuleset(packs)
  if (!created.ok) {
    test('规则包没有错误', () => fail(created.problems.map(problemLine)))
    return
  }
  const files = existsSync(folder) ? casesFiles(folder) : []
  if (files.length === 0) test(`${folder} 里有案例`, () => fail([`${folder} 里没有 cases.json`]))
  for (const file of files) registerFile(file, created.ruleset)
}

function registerFile(file: string, ruleset: Ruleset): void {
  const read = readJson(readFileSync(file, 'utf8'), { file })
  const problems = read.problems.length > 0 ? read.problems : checkShape(documentSchemas.cases, read.value)
  if (problems.length > 0) {
    test(file, () => fail(problems.map(problemLine)))
    return
  }
  const { rule, cases } = read.value as RuleCases
  if (!ruleset.catalogue.rules.has(rule)) {
    test(file, () => fail([`规则包里没有规则 ${rule}`]))
    return
  }
  describe(rule, () => {
    for (const given of cases) test(given.name, () => check(rule, given, ruleset))
  })
}

function check(rule: string, given: RuleCase, ruleset: Ruleset): void {
  const result = checkCase(rule, given, ruleset)
  if (result.kind === 'refused') fail(result.problems.map(problemLine))
  if (result.kind === 'failed') fail(result.differences.map(differenceLine))
}

const differenceLine = (difference: CaseDifference): string =>
  `${difference.of}${difference.of === 'due' ? ` ${difference.action}` : ''}：应当是 ${JSON.stringify(difference.expected)}，实际是 ${JSON.stringify(difference.got ?? null)}`
const problemLine = ({ code, path, message }: Problem): string => `${code} ${path.join('/')} ${message}`

function fail(lines: readonly string[]): never {
  throw new Error(lines.join('\n'))
}

/** In code-unit order; links are not followed. */
const casesFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return ['node_modules', 'dist', 'circumstances'].includes(entry.name) ? [] : casesFiles(path)
      return entry.isFile() && entry.name === 'cases.json' ? [path] : []
    })
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
