import type { Finding, InspectionRecord, Rule } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, fact, organs, pack, planOf, record, rule, ruleset, testLaw, withFacts, yes } from '../../test/support/builders.js'

const known = (value: boolean | undefined) => (value === undefined ? null : value)
const only = (findings: readonly Finding[]): Finding => {
  const [finding, ...more] = findings
  if (finding === undefined || more.length > 0) throw new Error(`one finding expected, got ${findings.length}`)
  return finding
}
const findingOf = (rules: readonly Rule[], value: InspectionRecord): Finding =>
  only(assessed(value, ruleset(pack({ rules, facts: withFacts(fact('test.w')) }))).findings)

describe('the truth table of a finding', () => {
  test.each<[boolean | undefined, boolean | undefined, Finding['verdict'], boolean | undefined, readonly string[]]>([
    [false, true, 'not-applicable', undefined, []],
    [false, false, 'not-applicable', undefined, []],
    [false, undefined, 'not-applicable', undefined, []],
    [true, true, 'violation', undefined, []],
    [true, false, 'compliant', undefined, []],
    [true, undefined, 'undetermined', true, ['test.v']],
    [undefined, false, 'undetermined', false, ['test.a']],
    [undefined, true, 'undetermined', true, ['test.a']],
    [undefined, undefined, 'undetermined', true, ['test.a', 'test.v']],
  ])('A %s, V %s: %s', (a, v, verdict, canViolate, missing) => {
    const finding = findingOf([rule('only')], record({ facts: { 'test.a': known(a), 'test.v': known(v) } }))
    expect([finding.verdict, finding.canViolate, finding.missing]).toEqual([verdict, canViolate, missing])
  })

  test('what can never be a violation is not asked about', () => {
    const rules = ruleset(pack())
    expect(assessed(record({ facts: { 'test.v': false } }), rules).questions).toEqual([])
    expect(assessed(record({ facts: { 'test.v': true } }), rules).questions.map((question) => question.fact)).toEqual(['test.a'])
  })
})

describe('a rule with several editions', () => {
  const editions = (second: Partial<Rule> = {}): readonly Rule[] => [
    rule('only', { inForce: { from: null, to: '2019-12-31' } }),
    rule('only', { revision: 2, inForce: { from: '2020-01-01' }, violatedWhen: yes('test.w'), ...second }),
  ]
  const on = (date: string | null, facts: Readonly<Record<string, boolean>>) => record({ date, facts })

  test('is judged by the edition of the day', () => {
    expect(findingOf(editions(), on('2019-12-31', { 'test.a': true, 'test.v': true, 'test.w': false }))).toMatchObject({ verdict: 'violation', revision: 1 })
    expect(findingOf(editions(), on('2020-01-01', { 'test.a': true, 'test.v': true, 'test.w': false }))).toMatchObject({ verdict: 'compliant', revision: 2 })
  })

  test('is settled on an unknown day when every edition says the same', () => {
    expect(findingOf(editions(), on(null, { 'test.a': true, 'test.v': true, 'test.w': true })).verdict).toBe('violation')
    expect(findingOf(editions(), on(null, { 'test.a': true, 'test.v': false, 'test.w': false })).verdict).toBe('compliant')
  })

  test('asks for the day when the editions disagree', () => {
    expect(findingOf(editions(), on(null, { 'test.a': true, 'test.v': true, 'test.w': false }))).toMatchObject({
      verdict: 'undetermined',
      canViolate: true,
      missing: ['conduct.date'],
    })
  })

  test('lacks what any edition lacks', () => {
    expect(findingOf(editions(), on(null, { 'test.a': true }))).toMatchObject({ verdict: 'undetermined', missing: ['test.v', 'test.w'] })
  })

  test('does not apply on a day between editions, and on an unknown day that is one of the possibilities', () => {
    const gap = editions({ inForce: { from: '2021-01-01' } })
    const facts = { 'test.a': true, 'test.v': true, 'test.w': true }
    expect(findingOf(gap, on('2020-06-01', facts)).verdict).toBe('not-applicable')
    expect(findingOf(gap, on(null, facts))).toMatchObject({ verdict: 'undetermined', canViolate: true, missing: ['conduct.date'] })
  })

  test('of a continuing act is judged by the days on which the rule was in force', () => {
    const late = [rule('only', { inForce: { from: '2020-01-01' } })]
    expect(findingOf(late, record({ date: { from: '2019-01-01', to: '2021-01-01' } })).verdict).toBe('violation')
    expect(findingOf(late, record({ date: { from: '2018-01-01', to: '2019-01-01' } })).verdict).toBe('not-applicable')
  })

  test('on an unknown day, in the time before the rule, is one that cannot be excluded', () => {
    expect(findingOf([rule('only', { inForce: { from: '2020-01-01' } })], on(null, { 'test.a': true, 'test.v': true }))).toMatchObject({
      verdict: 'undetermined',
      missing: ['conduct.date'],
    })
  })
})

describe('what a finding names', () => {
  test('a limit that is unknown is asked for as the day and the place it follows from', () => {
    const limit = fact('limit.max', {
      type: 'number',
      unit: 'kg',
      scope: 'limit',
      limit: [{ inForce: { from: '2019-01-01' }, region: '500000', value: 10, basis: { instrument: 'test-law', article: '1' } }],
    })
    const rules = ruleset(
      pack({
        facts: withFacts(limit, fact('goods.kg', { type: 'number', unit: 'kg' })),
        rules: [rule('only', { violatedWhen: { fact: 'goods.kg', operator: 'greaterThan', value: { fact: 'limit.max' } } })],
      }),
    )
    const value = record({ facts: { 'test.a': true, 'goods.kg': 12 } })
    expect(only(assessed(value, rules).findings)).toMatchObject({ verdict: 'undetermined', missing: ['record.region'] })
    expect(only(assessed({ ...value, region: '500241' }, rules).findings).verdict).toBe('violation')
  })

  test('the chain runs from the article through the rule and the facts it turned on to the finding', () => {
    expect(findingOf([rule('only')], record()).chain).toEqual([
      expect.objectContaining({ step: 'article', id: 'test-law/1@always' }),
      { step: 'rule', id: 'test/only#1' },
      { step: 'fact', id: 'test.a', detail: 'true' },
      { step: 'fact', id: 'test.v', detail: 'true' },
      { step: 'finding', id: 'c:test/only', detail: 'violation' },
    ])
  })

  test('an article of an edition that was not read is said to be unread', () => {
    const law = testLaw(
      [],
      [
        { id: 'new', title: '新', inForce: { from: '2020-01-01' }, read: true, datesFrom: 'text' },
        { id: 'old', title: '旧', inForce: { from: null, to: '2019-12-31' }, read: false, datesFrom: 'memory' },
      ],
    )
    const rules = ruleset(pack({ instruments: [law], organs }))
    const articles = (date: string) => only(assessed(record({ date }), rules).findings).articles
    expect(articles('2023-01-10')).toMatchObject([{ edition: 'new', read: true }])
    expect(articles('2019-12-31')).toMatchObject([{ edition: 'old', read: false }])
  })

  test('an article that ended before its edition is cited to its last day, not after', () => {
    const law = testLaw([])
    const ended = { ...law, provisions: law.provisions.map((each) => ({ ...each, inForce: { from: null, to: '2020-06-30' } })) }
    const rules = ruleset(pack({ instruments: [ended], organs }))
    const articles = (date: string) => only(assessed(record({ date }), rules).findings).articles
    expect(articles('2020-06-30')).toMatchObject([{ article: '1', read: true }])
    expect(articles('2020-07-01')).toEqual([])
  })

  test('findings come by rule id in code-unit order within each conduct', () => {
    const rules = ruleset(pack({ rules: ['b', 'a-b', 'aa', 'a'].map((name) => rule(name)) }))
    const value = record(
      {},
      {
        conducts: [
          { id: 'two', facts: {} },
          { id: 'one', facts: {} },
        ],
      },
    )
    expect(assessed(value, rules).findings.map((finding) => finding.id)).toEqual(
      ['two', 'one'].flatMap((conduct) => ['a', 'a-b', 'aa', 'b'].map((name) => `${conduct}:test/${name}`)),
    )
  })
})

test('a plan may count on a rule that knows nothing of it: the finding names the clause, once', () => {
  const plan = planOf({ clauses: [{ id: '2.1', kinds: ['P'], title: '重点', encodings: [{ as: 'rule', id: 'test/only' }] }] })
  const clausesOf = (extra: Partial<Rule>, plans: readonly string[]) =>
    only(assessed(record({}, { plans }), ruleset(pack({ rules: [rule('only', extra)], plans: [plan] }))).findings).clauses
  const both = { basis: [...rule('only').basis, { instrument: 'test-plan', clause: '2.1', role: 'prohibition' }] } as const
  expect(clausesOf({}, ['test-plan'])).toEqual([{ plan: 'test-plan', clause: '2.1' }])
  expect(clausesOf(both, ['test-plan'])).toEqual([{ plan: 'test-plan', clause: '2.1' }])
  expect(clausesOf({}, [])).toEqual([])
})

test('that a rule does not concern a conduct is kept apart by conduct and plans, however many records come', () => {
  const plan = planOf({ clauses: [{ id: '2.1', kinds: ['P'], title: '重点', encodings: [{ as: 'rule', id: 'test/only' }] }] })
  const rules = ruleset(pack({ rules: [rule('only')], plans: [plan] }))
  const said = (id: string, plans: readonly string[], holds: boolean) => {
    const { findings } = assessed(record({}, { plans, conducts: [{ id, date: '2023-01-10', facts: { 'test.a': holds } }] }), rules)
    return [only(findings).id, only(findings).verdict === 'not-applicable', only(findings).clauses.length]
  }
  for (const id of ['a', 'b', 'c', 'd', 'e', 'a', 'a'])
    for (const plans of [['test-plan'], [], ['test-plan']])
      for (const holds of [false, true, false]) expect(said(id, plans, holds)).toEqual([`${id}:test/only`, !holds, plans.length])
})

describe('articles of a region', () => {
  const local = { ...testLaw([]), id: 'local-regulation', kind: 'local-regulation' as const, region: '500000' }
  const [own] = pack().rules
  const cites = (...instruments: readonly string[]): Rule['basis'] =>
    instruments.map((instrument) => ({ instrument, article: '1', role: 'prohibition' as const }))
  const rules = ruleset(pack({ instruments: [testLaw([]), local], rules: [{ ...(own as Rule), basis: cites('local-regulation', 'test-law') }] }))

  test.each<[string | undefined, readonly string[]]>([
    ['500241', ['local-regulation', 'test-law']],
    ['360733', ['test-law']],
    // Where it was is not known: any of them may count.
    [undefined, ['local-regulation', 'test-law']],
  ])('are cited of what was done there: in %s', (region, instruments) => {
    const finding = only(assessed(record({ facts: { 'test.a': true, 'test.v': true } }, { region }), rules).findings)
    expect(finding.articles.map(({ instrument }) => instrument)).toEqual(instruments)
    expect(finding.chain.filter(({ step }) => step === 'article').map(({ id }) => id.split('/')[0])).toEqual(instruments)
  })
})
