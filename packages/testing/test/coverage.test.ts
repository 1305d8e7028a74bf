/** Coverage by meaning of small rules, where what is owed and what shows it can be counted by hand. */
import type { RuleCase } from '@hegui/model'
import { coverageOf, coverRule, createFiringTally, type ObligationKind, percentText, type RuleCoverage, runCase } from '@hegui/testing'
import { describe, expect, test } from 'vitest'
import { fact, pack, rule, ruleset, withFacts, yes } from '../../engine/test/support/builders.js'

const given = (name: string, facts: RuleCase['facts'], more: Partial<RuleCase> = {}): RuleCase => ({
  name,
  date: '2023-06-30',
  facts,
  expect: { verdict: 'violation' },
  ...more,
})
const of = (kind: ObligationKind, { items }: RuleCoverage) => items.filter((each) => each.obligation.kind === kind)
const states = (kind: ObligationKind, coverage: RuleCoverage) => of(kind, coverage).map(({ state }) => state)

describe('a rule of two facts', () => {
  const rules = ruleset(pack())
  const all = [
    given('both', { 'test.a': true, 'test.v': true }),
    given('no violation', { 'test.a': true, 'test.v': false }),
    given('elsewhere', { 'test.a': false, 'test.v': true }),
    given('who knows', { 'test.a': true }),
    given('where', { 'test.v': true }),
  ]

  test('five cases show all it can say: four outcomes, two effects, two unknown facts', () => {
    const coverage = coverRule('test/only', all, rules)
    expect(coverage.items).toHaveLength(8)
    expect(coverage.items.every(({ state }) => state === 'covered')).toBe(true)
    expect(coverage.proposals).toEqual([])
  })

  test.each([
    // Without it nothing shows what the violation, the two effects hang on; outcome and effects are missing.
    ['both', ['outcome', 'effect', 'effect']],
    ['no violation', ['outcome', 'effect']],
    ['elsewhere', ['outcome', 'effect']],
    ['who knows', ['unknown']],
    ['where', ['unknown']],
  ])('without the case “%s” exactly what it showed is missing, and one proposed case shows it again', (name, kinds) => {
    const coverage = coverRule(
      'test/only',
      all.filter((each) => each.name !== name),
      rules,
    )
    expect(coverage.items.filter(({ state }) => state === 'missing').map(({ obligation }) => obligation.kind)).toEqual(kinds)
    expect(coverage.proposals.map(({ name, facts }) => [name, facts])).toHaveLength(1)
    expect(coverage.proposals[0]?.facts).toEqual(all.find((each) => each.name === name)?.facts)
    expect(coverage.proposals[0]).toMatchObject({ proposed: true })
  })

  test('two cases that differ in both facts show no effect', () => {
    const coverage = coverRule('test/only', [all[0], given('neither', { 'test.a': false, 'test.v': false })] as readonly RuleCase[], rules)
    expect(states('effect', coverage)).toEqual(['missing', 'missing'])
  })

  test('with no case at all everything is proposed', () => {
    const coverage = coverRule('test/only', [], rules)
    expect(coverage.items.map(({ state }) => state)).not.toContain('covered')
    const again = coverRule('test/only', coverage.proposals, rules)
    expect(again.items.every(({ state }) => state === 'covered')).toBe(true)
    for (const each of coverage.proposals) expect(runCase('test/only', each, rules)).toEqual({ kind: 'passed' })
  })
})

describe('what no facts can show', () => {
  test('a comparison that another one of the same fact settles is impossible, and does not count', () => {
    const twice = rule('only', { violatedWhen: { all: [yes('test.v'), { any: [yes('test.v'), yes('test.w')] }] } })
    const coverage = coverRule('test/only', [], ruleset(pack({ rules: [twice], facts: withFacts(fact('test.w')) })))
    const impossible = coverage.items.filter(({ state }) => state === 'impossible')
    // The second test.v and test.w: no fact of either ever makes the difference.
    expect(impossible.filter(({ obligation }) => obligation.kind === 'effect')).toHaveLength(2)
    expect(coverage.exhausted).toBe(true)
    // Of yes, no and unknown each; only the two comparisons of test.v ask the same fact.
    const reasons = impossible.filter(({ obligation }) => obligation.kind === 'effect').map(({ because }) => because)
    expect(reasons.map((because) => because?.settledBy)).toEqual([['「test.v」属实'], []])
    expect(reasons.every((because) => (because?.tried ?? 0) >= 27)).toBe(true)
    expect(coverage.items.filter(({ state, because }) => (state === 'impossible') !== (because !== undefined))).toEqual([])
  })

  test('an outcome no facts have', () => {
    const always = rule('only', { violatedWhen: yes('test.a') })
    const coverage = coverRule('test/only', [], ruleset(pack({ rules: [always] })))
    expect(of('outcome', coverage).map(({ obligation, state }) => [obligation.kind === 'outcome' ? obligation.verdict : '', state])).toEqual([
      ['not-applicable', 'missing'],
      ['compliant', 'impossible'],
      ['violation', 'missing'],
      ['undetermined', 'missing'],
    ])
  })
})

describe('figures, days and choices', () => {
  const rules = ruleset(
    pack({
      rules: [
        rule('only', {
          inForce: { from: '2020-03-01', to: '2024-02-29' },
          appliesWhen: { fact: 'test.kind', operator: 'in', value: ['one', 'two'] },
          violatedWhen: { fact: 'test.kg', operator: 'greaterThan', value: { fact: 'limit.kg' } },
        }),
      ],
      facts: withFacts(
        fact('test.kind', { type: 'enum', values: ['one', 'two', 'three'].map((value) => ({ value, title: value })) }),
        fact('test.kg', { type: 'number', unit: 'kg' }),
        fact('limit.kg', {
          type: 'number',
          unit: 'kg',
          scope: 'limit',
          limit: [
            { inForce: { from: null, to: '2021-12-31' }, value: 10, basis: { instrument: 'test-law', article: '1' } },
            { inForce: { from: '2022-01-01' }, value: 5, basis: { instrument: 'test-law', article: '1' } },
          ],
        }),
      ),
    }),
  )
  const coverage = coverRule('test/only', [], rules)

  test('owe a case below, on and above the threshold, of each choice, on the first and last day of rule and limit and beside them', () => {
    // The limit has two figures: a threshold each.
    expect(of('boundary', coverage).flatMap(({ obligation }) => (obligation.kind === 'boundary' ? [`${obligation.side} ${obligation.bound}`] : []))).toEqual([
      'below 10',
      'at 10',
      'above 10',
      'below 5',
      'at 5',
      'above 5',
    ])
    expect(of('value', coverage).flatMap(({ obligation }) => (obligation.kind === 'value' ? [obligation.value] : []))).toEqual(['one', 'two'])
    expect(of('edge', coverage).flatMap(({ obligation }) => (obligation.kind === 'edge' ? [`${obligation.day} ${obligation.edge}`] : []))).toEqual([
      '2020-03-01 first',
      '2020-02-29 before',
      '2024-02-29 last',
      '2024-03-01 after',
      '2022-01-01 limit-from',
      '2021-12-31 limit-before',
    ])
  })

  test('the proposed cases stand there: under the limit of their day', () => {
    const figures = coverage.proposals.flatMap((each) => (typeof each.facts['test.kg'] === 'number' ? [each.facts['test.kg']] : []))
    expect(coverRule('test/only', coverage.proposals, rules).items.filter(({ state }) => state !== 'covered')).toEqual([])
    expect(new Set(figures).size).toBeGreaterThan(2)
    for (const each of coverage.proposals) expect(runCase('test/only', each, rules)).toEqual({ kind: 'passed' })
  })

  test.each([
    ['2021-06-30', 9, 'below 10'],
    ['2021-06-30', 10, 'at 10'],
    ['2021-06-30', 11, 'above 10'],
    ['2023-06-30', 10, undefined],
    ['2023-06-30', 6, 'above 5'],
    ['2023-06-30', 5, 'at 5'],
  ])('on %s %d kg is %s', (date, kg, side) => {
    const shown = of('boundary', coverRule('test/only', [given('x', { 'test.kind': 'one', 'test.kg': kg }, { date })], rules))
    const covered = shown.filter(({ state }) => state === 'covered')
    expect(covered.flatMap(({ obligation }) => (obligation.kind === 'boundary' ? [`${obligation.side} ${obligation.bound}`] : []))).toEqual(
      side === undefined ? [] : [side],
    )
  })
})

test('the plan counts the clauses whose rules all have a case of violation', () => {
  const rules = ruleset(pack())
  const covered = coverageOf({ ruleset: rules, cases: [] })
  expect([covered.schema, covered.rules.map((each) => each.rule), covered.plans]).toEqual(['hegui/coverage@1', ['test/only'], []])
  expect(coverageOf({ ruleset: rules, cases: [], rules: ['test/other'] }).rules).toEqual([])
})

test('a percentage is 100 only where nothing is missing', () => {
  expect([percentText({ covered: 1999, of: 2000 }), percentText({ covered: 3, of: 3 }), percentText({ covered: 0, of: 0 })]).toEqual(['99.9', '100', '100'])
})

test('on records: what never applies, is never or always violated, or never settled', () => {
  const names = ['never-applied', 'never-violated', 'never-settled', 'always-violated', 'varies', 'once']
  const rules = ruleset(pack({ rules: names.map((name) => rule(name)) }))
  const tally = createFiringTally(rules)
  const finding = (name: string, verdict: 'violation' | 'compliant' | 'not-applicable' | 'undetermined') => ({ rule: `test/${name}`, conduct: 'c', verdict })
  const add = (...findings: readonly ReturnType<typeof finding>[]) => tally.add(findings as unknown as Parameters<typeof tally.add>[0])
  add(
    finding('never-applied', 'not-applicable'),
    finding('never-violated', 'compliant'),
    finding('never-settled', 'undetermined'),
    finding('always-violated', 'violation'),
    finding('varies', 'violation'),
    finding('once', 'violation'),
  )
  add(finding('never-violated', 'undetermined'), finding('always-violated', 'violation'), finding('varies', 'compliant'), finding('once', 'not-applicable'))
  const says = Object.fromEntries(tally.result().map((each) => [each.rule.replace('test/', ''), each.says]))
  expect(says).toEqual({ ...Object.fromEntries(names.map((name) => [name, name])), once: 'varies' })
  expect(tally.conducts()).toBe(2)
})
