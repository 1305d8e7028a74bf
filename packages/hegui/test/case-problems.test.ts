/** Cases that cannot be right: each is told by its own problem, at its place, before anything is run. */
import { readFileSync } from 'node:fs'
import type { RuleCase } from '@hegui/model'
import { caseProblems, checkCase } from '@hegui/testing'
import { expect, test } from 'vitest'
import { pack, ruleset, rule as testRule, yes } from '../../engine/test/support/builders.js'
import { checkCommand } from '../src/commands/check.js'
import { shippedCases } from '../src/input/shipped-cases.js'
import { shippedRuleset } from '../src/packs.js'
import { captured, withFiles } from './captured.js'

const rule = 'fireworks/unlicensed-business'
const facts = { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' }
const given = (more: Partial<RuleCase>): RuleCase => ({ name: '无证零售，成立。', date: '2023-01-12', facts, expect: { verdict: 'violation' }, ...more })
const told = (more: Partial<RuleCase>) => caseProblems(rule, given(more), shippedRuleset()).map(({ code, path }) => `${code} ${path.join('/')}`)

test.each<[string, Partial<RuleCase>, readonly string[]]>([
  ['nothing', {}, []],
  ['a fact nobody knows', { facts: { ...facts, 'licence.statu': 'none' } }, ['HG5001 facts/licence.statu']],
  ['a missing fact nobody knows', { expect: { verdict: 'undetermined', missing: ['licence.status', 'licence.statu'] } }, ['HG9010 expect/missing/1']],
  ['a missing fact the rule does not ask', { expect: { verdict: 'undetermined', missing: ['sale.mobile'] } }, ['HG9010 expect/missing/0']],
  ['missing facts of a settled verdict', { expect: { verdict: 'violation', missing: ['licence.status'] } }, ['HG9011 expect/missing']],
  ['an error', { expect: { verdict: 'errored' } }, ['HG9011 expect/verdict']],
  ['a violation that cannot be', { expect: { verdict: 'violation', canViolate: false } }, ['HG9011 expect/canViolate']],
  ['a norm nothing leads to', { expect: { verdict: 'violation', norms: ['fireworks-regulation/36-2'] } }, ['HG9011 expect/norms/0']],
  ['a measure no norm has', { expect: { verdict: 'violation', measures: ['fine', 'closure'] } }, ['HG9011 expect/measures/1']],
  ['an action there is not', { expect: { verdict: 'violation', due: { 'no-such-action': null } } }, ['HG9011 expect/due/no-such-action']],
  ['a clause of a plan not named', { expect: { verdict: 'violation', clauses: [{ plan: 'erong-2023', clause: '2.1.2' }] } }, ['HG9011 expect/clauses/0']],
])('%s', (_, more, problems) => {
  expect(told(more)).toEqual(problems)
})

test('the problem names the fact meant', () => {
  const [found] = caseProblems(rule, given({ expect: { verdict: 'undetermined', missing: ['licence.statu'] } }), shippedRuleset())
  expect(found?.message).toContain('licence.status')
})

test('a verdict the rule can never have is told from one that did not come out', () => {
  const always = ruleset(pack({ rules: [testRule('only', { violatedWhen: yes('test.a') })] }))
  const other = { name: '不成立。', date: '2023-01-12', facts: { 'test.a': true }, expect: { verdict: 'compliant' } } as const
  expect(checkCase('test/only', other, always)).toMatchObject({ kind: 'refused', problems: [{ code: 'HG9011', path: ['expect', 'verdict'] }] })
  expect(checkCase('test/only', { ...other, expect: { verdict: 'not-applicable' } }, always)).toMatchObject({ kind: 'failed' })
  expect(checkCase('test/only', { ...other, expect: { verdict: 'violation' } }, always)).toEqual({ kind: 'passed' })
})

test('check tells them in the file of cases, beside all else', async () => {
  const cases = [
    given({}),
    given({ name: '写错了事实。', facts: { ...facts, 'licence.statu': 'none' } }),
    given({ name: '写错了预期。', expect: { verdict: 'errored' } }),
  ]
  const checked = await withFiles({ 'my/rules/trade/cases.json': JSON.stringify({ rule, cases }, null, 2) }, (at) =>
    captured((output) => checkCommand({ paths: [at('my')], language: 'zh', format: 'text' }, output)),
  )
  expect(checked.code).toBe(1)
  expect(checked.out.match(/cases\.json:\d+:\d+ 错误 HG\d+/g)).toEqual(['cases.json:23:9 错误 HG5001', 'cases.json:38:20 错误 HG9011'])
})

test('a case that is not even a case does not hide what is wrong with the others', async () => {
  const cases = [given({ expect: { verdict: 'guilty' } as never }), given({ facts: { ...facts, 'licence.statu': 'none' } }), given({})]
  const checked = await withFiles({ 'my/rules/trade/cases.json': JSON.stringify({ rule, cases }, null, 2) }, (at) =>
    captured((output) => checkCommand({ paths: [at('my')], language: 'zh', format: 'text' }, output)),
  )
  const found = ['cases.json:13:20 错误 HG2004', 'cases.json:23:9 错误 HG5001']
  expect(checked.out.match(/cases\.json:\d+:\d+ 错误 HG\d+/g)).toEqual(found)
  // Beside the rule itself, which then has no cases that can be run, nothing else is said.
  const rules = { 'my/rules/trade/rule.json': readFileSync(new URL('../../pack-fireworks/rules/unlicensed-business/rule.json', import.meta.url), 'utf8') }
  const beside = await withFiles({ ...rules, 'my/rules/trade/cases.json': JSON.stringify({ rule, cases }, null, 2) }, (at) =>
    captured((output) => checkCommand({ paths: [at('my')], language: 'zh', format: 'text' }, output)),
  )
  expect(beside.out.match(/\w+\.json:\d+:\d+ 错误 HG\d+/g)).toEqual(found)
})

test('no shipped case is called impossible', () => {
  const rules = shippedRuleset()
  expect(
    shippedCases.flatMap(({ rule: id, cases }) => cases.flatMap((each) => caseProblems(id, each, rules).map((found) => `${id} ${found.message}`))),
  ).toEqual([])
})
