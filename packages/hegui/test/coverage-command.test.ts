/** `hegui coverage`: the figures of the shipped packs are a promise; on one's own rules and records it says what is missing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Coverage, countsOf, coverageOf, type RuleFiring } from '@hegui/testing'
import { describe, expect, test } from 'vitest'
import { type CoverageArguments, coverageCommand } from '../src/commands/coverage.js'
import { shippedCases } from '../src/input/shipped-cases.js'
import { shippedRuleset } from '../src/packs.js'
import { captured, withFiles } from './captured.js'

const run = (given: Partial<CoverageArguments>) =>
  captured((output) => coverageCommand({ paths: [], records: [], format: 'text', language: 'zh', ...given }, output))
const rule = shippedRuleset().catalogue.rules.get('fireworks/unlicensed-business')?.[0]
const facts = { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' }
const files = {
  'rules/unlicensed-business/rule.json': JSON.stringify(rule),
  'rules/unlicensed-business/cases.json': JSON.stringify({
    rule: rule?.id,
    cases: [{ name: '无证零售，成立。', date: '2023-01-12', facts, expect: { verdict: 'violation' } }],
  }),
}

describe('the shipped packs', () => {
  const coverage = coverageOf({ ruleset: shippedRuleset(), cases: shippedCases })

  test('show every outcome, every effect, every threshold, value and day, and every unknown fact', () => {
    expect(coverage.rules.flatMap((each) => each.items.flatMap(({ state, text }) => (state === 'missing' ? [`${each.rule} ${text}`] : [])))).toEqual([])
    expect(Object.values(countsOf(coverage.rules)).every(({ covered, of }) => of > 0 && covered === of)).toBe(true)
    expect(coverage.rules.filter((each) => !each.exhausted)).toEqual([])
  })

  test('what nothing can show is known by name: comparisons that another of the same fact settles', () => {
    const impossible = coverage.rules.flatMap((each) =>
      each.items.flatMap(({ state, obligation, because }) =>
        state === 'impossible' ? [`${each.rule} ${obligation.kind}: ${because?.settledBy.join('; ')}`] : [],
      ),
    )
    expect(impossible).toEqual([
      'air-quality/household-waste-littered unknown: 「活动类别」为“倾倒渣土垃圾”; 「活动类别」为“露天焚烧”',
      'air-quality/household-waste-littered effect: 「活动类别」为“倾倒渣土垃圾”; 「活动类别」为“露天焚烧”',
      'air-quality/household-waste-littered unknown: 「活动类别」为“倾倒渣土垃圾”; 「活动类别」为“露天焚烧”',
      'fireworks/licensed-retailer-hawking unknown: 「活动类别」为“零售”“流动售卖”之一',
      'fireworks/no-detailed-contract effect: 「有购销合同」不属实',
      'fireworks/no-detailed-contract-retail effect: 「有购销合同」不属实',
      'fireworks/refused-supervision-order unknown: 「监察指令的性质」为“依法进行的监督检查”“不是依法作出的文书（口头、通知等）”之一',
    ])
  })

  test('have a case of violation for every clause encoded as a rule', () => {
    expect(coverage.plans.flatMap(({ plan, missing }) => missing.map(({ clause }) => `${plan} ${clause}`))).toEqual([])
    expect(coverage.plans.length).toBeGreaterThan(5)
  })
})

describe('one rule with one case', () => {
  const on = (format: CoverageArguments['format'], language: 'zh' | 'en' = 'zh') =>
    withFiles(files, async (path) => run({ paths: [path('rules')], format, language }))

  test('as text: the figures, what is missing, and what could be written', async () => {
    const { code, out, err } = await on('text')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('认定 25.0%（1/4）')
    expect(out).toContain('○ 结论为“不成立”的案例')
    expect(out).toContain('可以写：')
    expect((await on('text', 'en')).out).toContain('outcomes 25.0%')
  })

  test('as JSON: the same', async () => {
    const { code, out } = await on('json')
    const coverage = JSON.parse(out) as Coverage
    expect([code, coverage.schema, coverage.rules.map((each) => each.rule)]).toEqual([0, 'hegui/coverage@1', ['fireworks/unlicensed-business']])
    expect(countsOf(coverage.rules).outcome).toEqual({ covered: 1, of: 4 })
    expect(coverage.rules[0]?.items.find(({ state }) => state === 'covered')).toMatchObject({ shownBy: ['无证零售，成立。'] })
  })

  test('as HTML: one page with the tables, in the language asked for', async () => {
    const { code, out } = await on('html')
    expect([code, out.startsWith('<!doctype html>') || out.startsWith('<!DOCTYPE html>')]).toEqual([0, true])
    expect(out).toContain('25.0%（1/4）')
    expect(out).toContain('结论为“不成立”的案例')
    expect(out).not.toMatch(/<script/i)
    expect((await on('html', 'en')).out).toContain('Coverage by meaning')
  })
})

describe('on records', () => {
  const record = (id: string, licence: string | null) => ({
    id,
    inspectedOn: '2023-01-12',
    conducts: [{ id: 'c1', date: '2023-01-12', facts: { ...facts, 'licence.status': licence } }],
  })
  const on = (lines: readonly string[], format: CoverageArguments['format'] = 'json') =>
    withFiles(files, async (path) => {
      writeFileSync(join(path('rules'), '..', 'records.ndjson'), `${lines.join('\n')}\n`)
      return run({ paths: [path('rules')], records: [path('records.ndjson')], format })
    })
  const firing = (out: string) => (JSON.parse(out) as { firing: { rules: readonly RuleFiring[]; records: number; conducts: number } }).firing

  test.each([
    ['always-violated', ['none', 'revoked'], { applied: 2, violated: 2, undetermined: 0 }],
    ['never-violated', ['held', null], { applied: 2, violated: 0, undetermined: 1 }],
    ['never-settled', [null, null], { applied: 2, violated: 0, undetermined: 2 }],
    ['varies', ['none', 'held'], { applied: 2, violated: 1, undetermined: 0 }],
  ] as const)('%s', async (says, licences, counts) => {
    const { code, out } = await on(licences.map((licence, at) => JSON.stringify(record(`r${at}`, licence))))
    expect(code).toBe(0)
    expect(firing(out)).toMatchObject({ records: 2, conducts: 2, rules: [{ rule: 'fireworks/unlicensed-business', says, ...counts }] })
  })

  test('a bad record is told, the others are counted', async () => {
    const lines = [
      JSON.stringify(record('a', 'none')),
      '{',
      JSON.stringify({ ...record('b', 'none'), inspectedOn: '2023-02-30' }),
      JSON.stringify(record('c', 'none')),
    ]
    const { code, out, err } = await on(lines)
    expect([code, firing(out).records]).toEqual([1, 2])
    expect(err.trim().split('\n').length).toBeGreaterThanOrEqual(2)
    expect((await on(lines, 'text')).out).toContain('适用就成立')
  })
})

describe('paths', () => {
  test('with an error: only the error', async () => {
    const { code, out, err } = await withFiles({ ...files, 'rules/broken/rule.json': '{' }, async (path) => run({ paths: [path('rules')] }))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('HG1001')
  })

  test('without rules', async () => {
    const { code, out, err } = await withFiles({ 'facts/x.json': JSON.stringify({ facts: [] }) }, async (path) => run({ paths: [path('facts')] }))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('HG9013')
  })

  test('with a case that can never pass: told, not counted', async () => {
    const cases = { rule: rule?.id, cases: [{ name: '错。', date: '2023-01-12', facts, expect: { verdict: 'errored' } }] }
    const { code, out, err } = await withFiles({ ...files, 'rules/unlicensed-business/cases.json': JSON.stringify(cases) }, async (path) =>
      run({ paths: [path('rules')] }),
    )
    expect(code).toBe(1)
    expect(err).toContain('HG9011')
    expect(out).toContain('认定 0.0%（0/4）')
  })
})
