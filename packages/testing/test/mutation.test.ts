/** Mutation of small packs, where every mutant can be counted by hand. */
import type { FactDefinition, Norm, Pack, Rule, RuleCase } from '@hegui/model'
import { type MutationReport, mendedCases, mutationOf, mutationScore, type SubjectMutation } from '@hegui/testing'
import { describe, expect, test } from 'vitest'
import { fact, norm, normEdition, pack, rule, ruleset, simpleNorm, testLaw, withFacts, yes } from '../../engine/test/support/builders.js'

const given = (
  name: string,
  facts: RuleCase['facts'],
  expected: RuleCase['expect'] | RuleCase['expect']['verdict'],
  more: Partial<RuleCase> = {},
): RuleCase => ({
  name,
  date: '2023-06-30',
  facts,
  expect: typeof expected === 'string' ? { verdict: expected } : expected,
  ...more,
})

const mutate = (parts: Parameters<typeof pack>[0], cases: readonly RuleCase[], more: Partial<Parameters<typeof mutationOf>[0]> = {}): MutationReport =>
  mutationOf({ ruleset: ruleset(pack(parts)), cases: [{ rule: 'test/only', cases }], ...more })
const subject = ({ subjects }: MutationReport, kind: SubjectMutation['kind']): SubjectMutation => subjects.find((each) => each.kind === kind) as SubjectMutation
const said = ({ survivors }: SubjectMutation): readonly string[] => survivors.flatMap(({ words }) => words.map(({ zh }) => zh))

const stock = (extra: Partial<Rule> = {}): Rule => rule('only', { violatedWhen: { fact: 'test.kg', operator: 'greaterThan', value: 300 }, ...extra })
const facts = withFacts(fact('test.kg', { type: 'number', unit: 'kg' }))

describe('a limit of 300 kilograms', () => {
  const cases = [
    given('三百零一千克', { 'test.a': true, 'test.kg': 301 }, 'violation'),
    given('三百千克', { 'test.a': true, 'test.kg': 300 }, 'compliant'),
    given('别处', { 'test.a': false, 'test.kg': 301 }, 'not-applicable'),
  ]

  test('is pinned by the figure and the next: the comparison turned round or inclusive, a step below, a step above', () => {
    const { counts, survivors } = subject(mutate({ rules: [stock()], facts }, cases), 'rule')
    expect(counts).toEqual({
      // One leaf turned round in each part, and the inclusive one.
      comparison: { killed: 3, equivalent: 0, survived: 0, undecided: 0 },
      threshold: { killed: 2, equivalent: 0, survived: 0, undecided: 0 },
    })
    expect(survivors).toEqual([])
  })

  test('without the case at the limit two mutants survive, each named with its figure and with the one record that shows both', () => {
    const { survivors, counts } = subject(mutate({ rules: [stock()], facts }, [cases[0], cases[2]] as readonly RuleCase[]), 'rule')
    expect(survivors.map(({ kind, state, path }) => [kind, state, path.join('/')])).toEqual([
      ['comparison', 'survived', '0/violatedWhen'],
      ['threshold', 'survived', '0/violatedWhen'],
    ])
    expect(survivors[1]?.words[0]?.zh).toBe('「test.kg」超过 300 千克 → 299 千克')
    expect(survivors.map(({ remedy }) => remedy?.case.facts)).toEqual([
      { 'test.a': true, 'test.kg': 300 },
      { 'test.a': true, 'test.kg': 300 },
    ])
    expect(survivors[0]?.remedy?.case).toMatchObject({ expect: { verdict: 'compliant' }, proposed: true, name: '「test.kg」为 300千克的，不成立。' })
    expect(counts.comparison?.survived).toBe(1)
  })

  test('with the cases that are proposed nothing survives', () => {
    const rules = ruleset(pack({ rules: [stock()], facts }))
    const written = [{ rule: 'test/only', cases: [cases[0] as RuleCase] }]
    const mended = mendedCases(mutationOf({ ruleset: rules, cases: written }), written)
    const after = mutationOf({ ruleset: rules, cases: mended })
    expect(after.failing).toEqual([])
    expect(after.subjects.flatMap(({ survivors }) => survivors)).toEqual([])
  })

  test('a case that fails as it is notices nothing, and is named', () => {
    const report = mutate({ rules: [stock()], facts }, [given('错的', { 'test.a': true, 'test.kg': 300 }, 'violation')])
    expect(report.failing).toEqual([{ rule: 'test/only', name: '错的' }])
    expect(mutationScore(report.subjects.flatMap((each) => Object.values(each.counts))).killed).toBe(0)
  })
})

describe('each kind of mistake in a condition', () => {
  const place = fact('test.place', { type: 'enum', values: ['shop', 'home', 'store', 'other'].map((value) => ({ value, title: value })) })
  test.each<readonly [string, Rule['violatedWhen'], readonly string[]]>([
    [
      'a listed value less, one more',
      { fact: 'test.place', operator: 'in', value: ['shop', 'home'] },
      ['所列的值：去掉“shop”', '所列的值：去掉“home”', '所列的值：增加“store”'],
    ],
    ['a choice becomes one of two', { fact: 'test.place', operator: 'equal', value: 'shop' }, ['为“shop” → 「test.place」为“shop”“home”之一']],
    [
      'a day early, a day late',
      { fact: 'test.day', operator: 'before', value: '2023-01-10' },
      ['早于 2023-01-10 → 2023-01-09', '早于 2023-01-10 → 2023-01-11'],
    ],
    ['a county becomes its city', { fact: 'record.region', operator: 'within', value: ['410122'] }, ['在']],
    ['a part dropped, all becomes any', { all: [yes('test.v'), yes('test.w')] }, ['删去：「test.v」属实', '删去：「test.w」属实', '组合变了']],
    ['any becomes all', { any: [yes('test.v'), yes('test.w')] }, ['组合变了']],
    ['not is dropped', { not: { all: [yes('test.v'), yes('test.w')] } }, ['「test.v」不属实 → 「test.v」属实']],
  ])('%s', (_, violatedWhen, expected) => {
    const parts: Partial<Pack> = { rules: [rule('only', { violatedWhen })], facts: withFacts(place, fact('test.w'), fact('test.day', { type: 'date' })) }
    // One case that says nothing: every mutant survives and is named.
    const words = said(subject(mutate(parts, []), 'rule'))
    for (const each of expected) expect(words.filter((text) => text.includes(each)).length, each).toBeGreaterThan(0)
  })
})

describe('equivalent mutants', () => {
  test('are proved and do not count: of a comparison that another of the same fact settles', () => {
    const twice = stock({
      violatedWhen: {
        all: [
          { fact: 'test.kg', operator: 'greaterThan', value: 300 },
          { fact: 'test.kg', operator: 'greaterThan', value: 100 },
        ],
      },
    })
    const { counts, survivors } = subject(mutate({ rules: [twice], facts }, []), 'rule')
    // 100, or 99 or 101, or no such comparison at all: all the same beside 300.
    expect(counts.threshold?.equivalent).toBe(2)
    expect(counts.part?.equivalent).toBe(1)
    expect(said({ survivors } as SubjectMutation).some((text) => text.includes('100 千克 → 99'))).toBe(false)
  })

  test('a search that runs out of steps proves nothing: undecided, and counted', () => {
    const facts = withFacts(...Array.from({ length: 6 }, (_, at) => fact(`test.n${at}`, { type: 'number' })))
    const leaf = (at: number, value: number) => ({ fact: `test.n${at}`, operator: 'greaterThan' as const, value })
    const many = rule('only', { violatedWhen: { any: Array.from({ length: 6 }, (_, at) => ({ all: [leaf(at, 5), leaf((at + 1) % 6, 7), leaf(at, 3)] })) } })
    const { counts } = subject(mutate({ rules: [many], facts }, [], { maxSteps: 0 }), 'rule')
    expect(counts.part?.equivalent).toBe(0)
    expect(counts.part?.undecided).toBeGreaterThan(0)
  })
})

describe('what comes after the verdict', () => {
  const fine = simpleNorm('fine', { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 1_000, max: 5_000 } } })
  const parts: Parameters<typeof pack>[0] = { rules: [rule('only', { norms: ['test-law/fine'] })], norms: [fine] }
  const violated = { 'test.a': true, 'test.v': true }

  test('a case that expects a verdict and no more notices no amount: it is asked to say the measures, not to make room for another', () => {
    const report = mutate(parts, [given('违法', violated, 'violation')])
    const { survivors } = subject(report, 'norm')
    expect(survivors.map(({ kind, path }) => `${kind} ${path.slice(2).join('/')}`)).toEqual([
      'authority authority/0',
      'measure consequence/measure/force',
      'amount consequence/measure/amountYuan/min',
      'amount consequence/measure/amountYuan/max',
    ])
    expect(survivors[2]?.words[0]?.zh).toContain('金额（元）：1000–5000 → 999–5000')
    expect(new Set(survivors.map(({ remedy }) => remedy?.isNew))).toEqual(new Set([false]))
    expect(survivors[0]?.remedy?.case).toMatchObject({
      name: '违法',
      expect: { measures: [{ norm: 'test-law/fine', kind: 'fine', force: 'must', amountYuan: { min: 1_000, max: 5_000 }, authority: ['bureau'] }] },
    })
  })

  test('the same case with its measures notices every one of them, and the norm that is left out', () => {
    const measures = [{ norm: 'test-law/fine', kind: 'fine', force: 'must', amountYuan: { min: 1_000, max: 5_000 }, authority: ['bureau'] }] as const
    const report = mutate(parts, [given('违法', violated, { verdict: 'violation', measures })])
    expect(subject(report, 'norm').survivors).toEqual([])
    expect(subject(report, 'rule').counts.norm).toEqual({ killed: 1, equivalent: 0, survived: 0, undecided: 0 })
  })

  test('a tier that no case reaches is reached by a case that is proposed', () => {
    const tiered: Norm = simpleNorm('fine', {
      base: { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 1_000, max: 5_000 } } },
      tiers: [
        {
          tier: 'serious',
          title: '情节严重',
          relation: 'replaces',
          when: yes('test.grave'),
          then: { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 5_000, max: 9_000 } } },
        },
      ],
    })
    const { survivors } = subject(
      mutate({ ...parts, norms: [tiered], facts: withFacts(fact('test.grave')) }, [given('违法', { ...violated, 'test.grave': false }, 'violation')]),
      'norm',
    )
    const ceiling = survivors.find(({ path }) => path.join('/').endsWith('then/measure/amountYuan/max'))
    expect(ceiling?.remedy).toMatchObject({ isNew: true, case: { facts: { ...violated, 'test.grave': true } } })
  })

  test('an edition that ends a day early or late, the next beginning with it', () => {
    const twice = norm('fine', [
      normEdition(
        'old',
        { from: '2000-01-01', to: '2022-12-31' },
        { consequence: { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 1, max: 2 } } } },
      ),
      normEdition('new', { from: '2023-01-01' }, { consequence: { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 3, max: 4 } } } }),
    ])
    const editions = [
      { id: 'old', title: '旧', inForce: { from: '2000-01-01', to: '2022-12-31' }, read: true, datesFrom: 'text' as const },
      { id: 'new', title: '新', inForce: { from: '2023-01-01' }, read: true, datesFrom: 'text' as const },
    ]
    const { survivors } = subject(mutate({ ...parts, norms: [], instruments: [testLaw([twice], editions)] }, [given('违法', violated, 'violation')]), 'norm')
    const moved = survivors.filter(({ kind, path }) => kind === 'date' && path.join('/').endsWith('0/inForce/to'))
    // The first day of the old and the day between the two, a day early and a day late each: the new one begins on no day of its own.
    expect(survivors.filter(({ kind }) => kind === 'date')).toHaveLength(4)
    expect(moved.map(({ remedy }) => remedy?.case.date)).toEqual(['2022-12-31', '2023-01-01'])
  })
})

describe('results of an earlier run', () => {
  const two = (value: number): Partial<Pack> => ({
    rules: [rule('first'), stock({ id: 'test/second', violatedWhen: { fact: 'test.kg', operator: 'greaterThan', value } })],
    facts,
  })
  const cases = [{ rule: 'test/first', cases: [given('甲', { 'test.a': true, 'test.v': true }, 'violation')] }]
  const known = (report: MutationReport): ReadonlyMap<string, SubjectMutation> => new Map(report.subjects.map((each) => [each.hash, each]))

  test('serve what has not changed; the rule that has is run again', () => {
    const before = mutationOf({ ruleset: ruleset(pack(two(300))), cases })
    const after = mutationOf({ ruleset: ruleset(pack(two(200))), cases, known: known(before) })
    expect(after.subjects.map(({ id }, at) => [id, after.subjects[at]?.counts === before.subjects[at]?.counts])).toEqual([
      ['test/first', true],
      ['test/second', false],
    ])
    // Where the law says it is looked up anew.
    const retitled = { ...pack(two(300)), instruments: [{ ...testLaw([]), shortTitle: '新名法' }] }
    expect(after.subjects[0]?.basis).toEqual(['测试法 1'])
    expect(mutationOf({ ruleset: ruleset(retitled), cases, known: known(before) }).subjects[0]?.basis).toEqual(['新名法 1'])
    // Served or run, it is the same.
    expect(after).toEqual(mutationOf({ ruleset: ruleset(pack(two(200))), cases }))
  })

  test('are no longer good once a case is another', () => {
    const before = mutationOf({ ruleset: ruleset(pack(two(300))), cases })
    const more = [{ rule: 'test/first', cases: [...(cases[0]?.cases ?? []), given('乙', { 'test.a': true, 'test.v': false }, 'compliant')] }]
    const after = mutationOf({ ruleset: ruleset(pack(two(300))), cases: more, known: known(before) })
    expect(after.subjects.map(({ counts }, at) => counts === before.subjects[at]?.counts)).toEqual([false, true])
  })
})

describe('limits and time limits', () => {
  test('a limit a step up or down, a first day moved', () => {
    const limit: FactDefinition = fact('limit.kg', {
      type: 'number',
      unit: 'kg',
      scope: 'limit',
      limit: [{ inForce: { from: '2020-01-01' }, value: 300, basis: { instrument: 'test-law', article: '1' } }],
    })
    const compared = stock({ violatedWhen: { fact: 'test.kg', operator: 'greaterThan', value: { fact: 'limit.kg' } } })
    const report = mutate({ rules: [compared], facts: [...facts, limit] }, [])
    const { counts, survivors } = subject(report, 'fact')
    expect(counts.limit?.survived).toBe(2)
    expect(counts.date?.survived).toBe(2)
    expect(said({ survivors } as SubjectMutation)[0]).toContain('300 千克 → 299 千克')
  })

  test('a day more or less, or of the other kind, is noticed by a case that expects the day', () => {
    const started = fact('progress.start', { type: 'date', scope: 'record' })
    const basis = { instrument: 'test-law', article: '1' }
    const parts: Parameters<typeof pack>[0] = {
      rules: [rule('only', { norms: ['test-law/stop'] })],
      norms: [simpleNorm('stop', { measure: { kind: 'order-to-stop', title: '责令停止', force: 'must' } })],
      facts: withFacts(started),
      timeLimits: [
        {
          id: 'week',
          title: '七日',
          editions: [
            {
              inForce: { from: null },
              basis,
              start: 'progress.start',
              amount: 7,
              unit: 'calendar-day',
              verification: { status: 'primary-text', dates: 'text' },
            },
          ],
        },
      ],
      actions: [
        { id: 'stop', title: '责令', englishTitle: 'stop', follows: { kinds: ['order-to-stop'] }, assignee: 'authority', limit: 'week', basis: [basis] },
      ],
    }
    const violated = { 'test.a': true, 'test.v': true }
    const { survivors } = subject(mutate(parts, [given('违法', violated, 'violation')]), 'timeLimit')
    expect(survivors.map(({ kind, remedy }) => [kind, remedy?.case.expect.due])).toEqual(Array.from({ length: 3 }, () => ['due', { stop: '2023-07-08' }]))
    const expecting = given('违法', { ...violated, 'progress.start': '2023-07-01' }, { verdict: 'violation', due: { stop: '2023-07-08' } })
    expect(subject(mutate(parts, [expecting]), 'timeLimit').counts.due).toEqual({ killed: 3, equivalent: 0, survived: 0, undecided: 0 })
  })
})

test('the same input gives the same report, to the byte', () => {
  const cases = [given('三百零一千克', { 'test.a': true, 'test.kg': 301 }, 'violation')]
  expect(JSON.stringify(mutate({ rules: [stock()], facts }, cases))).toBe(JSON.stringify(mutate({ rules: [stock()], facts }, cases)))
})
