import type { Consequence, InspectionRecord, Plan } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, fact, pack, planOf, record, rule, ruleset, simpleNorm, withFacts, yes } from '../../test/support/builders.js'

type Measure = Plan['measures'][number]

const confiscation = (object: 'illegal-goods' | 'illegal-gains' = 'illegal-goods'): Consequence => ({
  measure: { kind: 'confiscation', title: '没收', force: 'must', object },
})
const planMeasure = (extra: Partial<Measure> = {}): Measure => ({
  id: 'take-goods',
  title: '没收货物',
  clause: '1',
  kind: 'confiscation',
  onViolationOf: ['test/only'],
  routes: [{ norm: 'test-law/9', kind: 'confiscation', object: 'illegal-goods', explanation: '条文给出。' }],
  whenNone: { reason: '没有依据。', alternative: '先行登记保存。' },
  ...extra,
})
const facts = withFacts(fact('test.w'), fact('test.serious'))

function item(
  measure: Measure,
  consequence: Consequence,
  value: InspectionRecord = record(),
  norms: readonly string[] = ['test-law/9'],
  extra: Parameters<typeof simpleNorm>[2] = {},
) {
  const rules = ruleset(
    pack({ facts, norms: [simpleNorm('9', consequence, extra)], rules: [rule('only', { norms })], plans: [planOf({ measures: [measure] })] }),
  )
  const found = assessed({ ...value, plans: ['test-plan'] }, rules)
  return { item: found.planItems[0], measures: found.measures, questions: found.questions, count: found.planItems.length }
}

describe('an item of a plan', () => {
  test('is open when a norm gives it and its conditions hold', () => {
    const { item: found, measures } = item(planMeasure(), confiscation())
    expect(found).toMatchObject({
      state: 'open',
      routes: [{ norm: 'test-law/9', edition: 'always', state: 'open', missing: [], measures: ['c:test-law/9@always:0'] }],
    })
    expect(measures).toMatchObject([{ backing: 'statutory', plans: [{ plan: 'test-plan', clause: '1', measure: 'take-goods' }] }])
  })

  test('is conditional while a condition of its route is unknown, and that is asked about', () => {
    const measure = planMeasure({ routes: [{ norm: 'test-law/9', kind: 'confiscation', when: yes('test.w'), explanation: '另须满足。' }] })
    const { item: found, questions } = item(measure, confiscation())
    expect(found).toMatchObject({ state: 'conditional', routes: [{ state: 'conditional', missing: ['test.w'] }] })
    expect(questions.map((question) => question.fact)).toEqual(['test.w'])
  })

  test('is conditional while only a tier that is unknown would give it', () => {
    const tiered: Consequence = {
      base: { measure: { kind: 'order-to-correct', title: '改正', force: 'must' } },
      tiers: [{ tier: 'serious', title: '情节严重', relation: 'adds', when: yes('test.serious'), then: confiscation() }],
    }
    expect(item(planMeasure(), tiered).item).toMatchObject({ state: 'conditional', routes: [{ missing: ['test.serious'] }] })
    expect(item(planMeasure(), tiered, record({ facts: { 'test.a': true, 'test.v': true, 'test.serious': true } })).item?.state).toBe('open')
    expect(item(planMeasure(), tiered, record({ facts: { 'test.a': true, 'test.v': true, 'test.serious': false } })).item?.state).toBe('closed')
  })

  test('is open when whatever comes of an unknown tier it is given', () => {
    const tiered: Consequence = {
      base: confiscation(),
      tiers: [{ tier: 'serious', title: '情节严重', relation: 'replaces', when: yes('test.serious'), then: confiscation() }],
    }
    expect(item(planMeasure(), tiered).item?.state).toBe('open')
  })

  test('is unverified where the wording was not read', () => {
    const { item: found, measures } = item(planMeasure(), confiscation(), record(), ['test-law/9'], { verification: { status: 'secondary', dates: 'text' } })
    expect(found).toMatchObject({ state: 'unverified', routes: [{ state: 'unverified' }] })
    expect(measures).toMatchObject([{ backing: 'unverified', proposed: false }])
  })

  test('is closed where the norm does not give it: shown, never proposed, with what is lawful instead', () => {
    const { item: found, measures } = item(planMeasure(), confiscation('illegal-gains'), record(), [])
    expect(found).toMatchObject({ state: 'closed', routes: [{ state: 'closed' }], reason: '没有依据。', alternative: '先行登记保存。' })
    expect(measures).toMatchObject([{ backing: 'unbacked', proposed: false, authority: [], reason: '没有依据。', alternative: '先行登记保存。' }])
  })

  test('is closed where the condition of its only route fails', () => {
    const measure = planMeasure({ routes: [{ norm: 'test-law/9', kind: 'confiscation', when: yes('test.w'), explanation: '另须满足。' }] })
    expect(item(measure, confiscation(), record({ facts: { 'test.a': true, 'test.v': true, 'test.w': false } }), []).item?.state).toBe('closed')
  })

  test('is unbacked where there is no route at all', () => {
    const { item: found, measures } = item(planMeasure({ routes: [] }), confiscation(), record(), [])
    expect(found).toMatchObject({ state: 'unbacked', routes: [], reason: '没有依据。', alternative: '先行登记保存。' })
    expect(measures).toMatchObject([{ backing: 'unbacked', proposed: false, authority: [] }])
  })

  test('says that its norm was not in force yet', () => {
    expect(item(planMeasure(), confiscation(), record({ date: '2010-01-01' }), [], { inForce: { from: '2016-02-06' } }).item).toMatchObject({
      state: 'closed',
      routes: [{ state: 'not-in-force', edition: null, article: null }],
    })
  })

  test('is a substitute where only a measure of another kind is open: that does not back what the plan says', () => {
    const both: Consequence = { all: [{ measure: { kind: 'order-to-stop', title: '停止', force: 'must' } }, confiscation()] }
    const stop = { norm: 'test-law/9', kind: 'order-to-stop', explanation: '法律给的是责令停止。' } as const
    const own = { norm: 'test-law/9', kind: 'confiscation', explanation: '条文给出。' } as const
    const known = (value: boolean | null) => record({ facts: { 'test.a': true, 'test.v': true, 'test.w': value } })
    expect(item(planMeasure({ routes: [stop] }), both).item?.state).toBe('substitute')
    expect(item(planMeasure({ routes: [stop, { ...own, when: yes('test.w') }] }), both, known(null)).item?.state).toBe('substitute')
    expect(item(planMeasure({ routes: [stop, { ...own, when: yes('test.w') }] }), both, known(true)).item?.state).toBe('open')
    expect(item(planMeasure({ routes: [{ ...stop, when: yes('test.w') }] }), both, known(null)).item?.state).toBe('conditional')
  })

  test('does not arise where none of its rules is violated', () => {
    expect(item(planMeasure(), confiscation(), record({ facts: { 'test.a': true, 'test.v': false } })).count).toBe(0)
  })

  test('arises once for a plan that the record names twice', () => {
    const rules = ruleset(pack({ norms: [simpleNorm('9', confiscation())], plans: [planOf({ measures: [planMeasure()] })] }))
    expect(assessed(record({}, { plans: ['test-plan', 'test-plan'] }), rules).planItems).toHaveLength(1)
  })
})

describe('internal work of a plan', () => {
  const trace = planMeasure({
    id: 'trace',
    kind: 'tracing',
    tracing: { direction: 'source' },
    routes: [],
    internal: { assignee: 'inspecting-organ', basis: [{ instrument: 'test-law', article: '1' }] },
  })

  test('is proposed, to the inspecting organ', () => {
    const { item: found, measures } = item(trace, confiscation(), record({}, { inspectedBy: 'town' }), [])
    expect(found?.state).toBe('internal')
    expect(measures).toMatchObject([{ backing: 'internal', proposed: true, authority: ['town'] }])
  })

  test('goes up to the first organ that may do it: a village traces nothing', () => {
    expect(item(trace, confiscation(), record({}, { inspectedBy: 'village' }), []).measures).toMatchObject([{ authority: ['town'] }])
  })
})

test('a measure that a route makes conditional stays firm when the rule leads to it anyway', () => {
  const stop: Consequence = { measure: { kind: 'order-to-stop', title: '停止', force: 'must' } }
  const measure = planMeasure({
    kind: 'order-to-stop',
    routes: [{ norm: 'test-law/9', kind: 'order-to-stop', when: yes('test.w'), explanation: '另须满足。' }],
  })
  expect(item(measure, stop).measures).toMatchObject([{ status: 'firm', subjectTo: [] }])
})

test('of two routes to one measure the less conditional decides', () => {
  const stop: Consequence = { measure: { kind: 'order-to-stop', title: '停止', force: 'must' } }
  const route = { norm: 'test-law/9', kind: 'order-to-stop', explanation: '条文给出。' } as const
  const { measures } = item(planMeasure({ kind: 'order-to-stop', routes: [{ ...route, when: yes('test.w') }, route] }), stop, record(), [])
  expect(measures).toMatchObject([{ status: 'firm', subjectTo: [] }])
})

test('plans under way are those of the region and the day, unless the record names them', () => {
  const rules = ruleset(pack({ norms: [simpleNorm('9', confiscation())], plans: [planOf({ measures: [planMeasure()] })] }))
  const count = (extra: Partial<InspectionRecord>) => assessed(record({}, extra), rules).planItems.length
  expect([
    count({ region: '500241107' }),
    count({ region: '500242' }),
    count({}),
    count({ region: '500242', plans: ['test-plan'] }),
    count({ region: '500241', plans: [] }),
    count({ region: '500241', inspectedOn: '2024-01-01' }),
  ]).toEqual([1, 0, 0, 1, 0, 0])
})
