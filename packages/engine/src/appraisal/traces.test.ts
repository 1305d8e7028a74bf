import type { Aggregate, InspectionRecord, Plan, PlanMeasure, Trace } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessed, fact, pack, planOf, record, rule, ruleset, withFacts, yes } from '../../test/support/builders.js'
import { aggregateOf, createAggregator } from './aggregate.js'
import { mergeAggregates } from './merge.js'
import { createTraceCollector, joinTraces, MOST_TRACES, noTraces, tracesOf } from './traces.js'

const order = (id: string, tracing: PlanMeasure['tracing'], extra: Partial<PlanMeasure> = {}): PlanMeasure => ({
  id,
  title: id,
  clause: '1',
  kind: 'tracing',
  onViolationOf: ['test/only', 'test/second'],
  internal: { assignee: 'authority', basis: [{ instrument: 'test-law', article: '1' }] },
  ...(tracing === undefined ? {} : { tracing }),
  routes: [],
  whenNone: { reason: '没有依据。', alternative: '调查。' },
  ...extra,
})
const plan = planOf({
  measures: [
    order('back', { direction: 'source', facts: ['test.from', 'test.sold'] }),
    order('onward', { direction: 'destination', facts: ['test.buyer', 'test.kg'] }),
    order('up', { direction: 'supervisor' }),
  ],
})
const facts = withFacts(
  fact('test.from', { type: 'text' }),
  fact('test.sold'),
  fact('test.buyer', { type: 'enum', values: [{ value: 'shop', title: '商店' }], askedWhen: yes('test.sold') }),
  fact('test.kg', { type: 'number', unit: 'kg' }),
)
const packs = (plans: readonly Plan[]) => ruleset(pack({ facts, rules: [rule('only'), rule('second', { violatedWhen: yes('test.sold') })], plans }))
const rules = packs([plan])
const held = { 'test.a': true, 'test.v': true }
const here = (of: Partial<InspectionRecord['conducts'][number]> = {}, extra: Partial<InspectionRecord> = {}) => record(of, { region: '500241107', ...extra })
const traced = (value: InspectionRecord) => tracesOf(value, assessed(value, rules), plan, rules)

describe('what is traced', () => {
  test('one trace for each direction the plan orders, with what the record says and what it leaves open', () => {
    const value = here({ facts: { ...held, 'test.from': '邻县某厂', 'test.sold': true, 'test.buyer': 'shop' } })
    const common = {
      record: 'R1',
      region: '500241107',
      day: '2023-01-10',
      act: { from: '2023-01-10', to: '2023-01-10', dated: true },
      conduct: 'c',
      rules: ['test/only', 'test/second'],
      clauses: ['1'],
    }
    expect(traced(value)).toEqual([
      { ...common, direction: 'destination', measure: 'onward', known: [{ fact: 'test.buyer', value: '商店' }], missing: ['test.kg'] },
      {
        ...common,
        direction: 'source',
        measure: 'back',
        known: [
          { fact: 'test.from', value: '邻县某厂' },
          { fact: 'test.sold', value: '是' },
        ],
        missing: [],
      },
      { ...common, direction: 'supervisor', measure: 'up', known: [], missing: [] },
    ])
  })

  test('a question that makes no sense yet is asked by what its guard lacks, and not where the guard fails', () => {
    const missing = (sold: boolean | null) =>
      traced(here({ facts: { ...held, 'test.sold': sold } })).find(({ direction }) => direction === 'destination')?.missing
    expect(missing(null)).toEqual(['test.sold', 'test.kg'])
    expect(missing(true)).toEqual(['test.buyer', 'test.kg'])
    expect(missing(false)).toEqual(['test.kg'])
  })

  test('only what is established: open and compliant conducts give none, and of two conducts each its own', () => {
    expect(traced(here({ facts: { 'test.a': true } }))).toEqual([])
    expect(traced(here({ facts: { 'test.a': true, 'test.v': false, 'test.sold': false } }))).toEqual([])
    const two = here({}, { conducts: [...here({ id: 'open', facts: { 'test.a': true } }).conducts, ...here().conducts] })
    expect(traced(two).map(({ conduct, direction }) => `${conduct} ${direction}`)).toEqual(['c destination', 'c source', 'c supervisor'])
    expect(traced(here()).map((each) => each.rules)).toEqual([['test/only'], ['test/only'], ['test/only']])
  })

  test('only where the plan is under way, and only what it orders', () => {
    expect(traced(here({}, { region: '500238' }))).toEqual([])
    expect(traced(here({}, { inspectedOn: '2024-01-10', decidedOn: '2024-01-10' }))).toEqual([])
    const silent = planOf({ id: 'silent', measures: [order('other', undefined, { kind: 'report' })] })
    const both = packs([plan, silent])
    expect(tracesOf(here(), assessed(here(), both), silent, both)).toEqual([])
    const narrow = planOf({ measures: [order('back', { direction: 'source' }, { onViolationOf: ['test/second'] })] })
    expect(tracesOf(here(), assessed(here(), packs([narrow])), narrow, packs([narrow]))).toEqual([])
  })

  test('an act without a day was not after the inspection; one that went on has both its days', () => {
    const actOf = (date: InspectionRecord['conducts'][number]['date'], extra: Partial<InspectionRecord> = {}) => traced(here({ date }, extra))[0]?.act
    expect(actOf(null, { decidedOn: '2023-02-01' })).toEqual({ from: null, to: '2023-01-10', dated: false })
    expect(actOf({ from: '2023-01-02', to: '2023-01-08' })).toEqual({ from: '2023-01-02', to: '2023-01-08', dated: true })
    expect(actOf({ from: null, to: '2023-01-08' })).toEqual({ from: null, to: '2023-01-08', dated: true })
  })
})

const made = (records: readonly InspectionRecord[], source: string): Aggregate => {
  const { aggregate, problems } = aggregateOf(records, rules, { plan, source })
  expect(problems).toEqual([])
  return aggregate
}
const merged = (a: Aggregate, b: Aggregate): Aggregate => {
  const result = mergeAggregates(a, b)
  if (!result.ok) throw new Error(result.problems.map((found) => found.code).join())
  return result.aggregate
}

describe('the aggregate carries them', () => {
  test('assesses the records itself, or takes the assessment that is given', () => {
    const aggregator = createAggregator(rules, { plan, source: 's' })
    aggregator.add(here({}, { id: 'B' }))
    aggregator.add(here({}, { id: 'A' }), assessed(here({}, { id: 'A' }), rules))
    expect(aggregator.result().traces.listed.map((each) => `${each.record} ${each.direction}`)).toEqual([
      'A destination',
      'A source',
      'A supervisor',
      'B destination',
      'B source',
      'B supervisor',
    ])
  })

  test('a plan that orders none gives none', () => {
    const silent = planOf()
    expect(aggregateOf([here()], packs([silent]), { plan: silent, source: 's' }).aggregate.traces).toEqual({ listed: [], more: 0 })
  })

  test('lists a thousand and counts the rest', () => {
    const count = 400
    const records = Array.from({ length: count }, (_, index) => here({}, { id: `R${1000 + index}` }))
    const { traces } = made([...records].reverse(), 's')
    expect(traces.listed).toHaveLength(MOST_TRACES)
    expect(traces.more).toBe(count * 3 - MOST_TRACES)
    expect(traces.listed[0]?.record).toBe('R1000')
    expect(traces.listed.at(-1)?.record).toBe('R1333')
    expect(merged(made(records.slice(0, 150), 'a'), made(records.slice(150), 'b')).traces).toEqual(traces)
  })

  test('merging records is independent of order and grouping', () => {
    const one = fc.record({ v: fc.option(fc.boolean()), sold: fc.option(fc.boolean()), id: fc.constantFrom('P', 'Q') })
    const many = fc.array(one, { maxLength: 5 })
    const recordsOf = (list: readonly { v: boolean | null; sold: boolean | null; id: string }[], prefix: string) =>
      list.map(({ v, sold, id }, index) => here({ facts: { 'test.a': true, 'test.v': v, 'test.sold': sold } }, { id: `${id}${prefix}${index}` }))
    fc.assert(
      fc.property(many, many, many, (x, y, z) => {
        const parts = [recordsOf(x, 'x'), recordsOf(y, 'y'), recordsOf(z, 'z')] as const
        const [a, b, c] = parts.map((part, index) => made(part, `s${index}`)) as [Aggregate, Aggregate, Aggregate]
        expect(merged(a, b)).toEqual(merged(b, a))
        expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)))
        expect(merged(merged(a, b), c).traces).toEqual(made(parts.flat().reverse(), 'all').traces)
      }),
      { numRuns: 30 },
    )
  })
})

describe('joining lists of traces', () => {
  const trace = (id: number, direction: Trace['direction'], value: string): Trace => ({
    record: `R${id}`,
    region: null,
    day: '2023-01-10',
    act: { from: '2023-01-10', to: '2023-01-10', dated: true },
    conduct: 'c',
    rules: ['test/only'],
    direction,
    measure: 'up',
    known: [{ fact: 'test.from', value }],
    missing: [],
    clauses: [],
  })
  const traceArbitrary = fc.tuple(fc.nat({ max: 900 }), fc.constantFrom('source', 'destination'), fc.constantFrom('甲', '乙')).map((each) => trace(...each))
  const traces = fc.array(traceArbitrary, { maxLength: 900, size: 'max' }).map((listed) => joinTraces({ listed, more: 0 }, noTraces))

  test('commutative, associative, nothing lost, also where the list overflows', () => {
    fc.assert(
      fc.property(traces, traces, traces, (a, b, c) => {
        expect(joinTraces(a, b)).toEqual(joinTraces(b, a))
        const whole = joinTraces(joinTraces(a, b), c)
        expect(whole).toEqual(joinTraces(a, joinTraces(b, c)))
        expect(whole.listed.length + whole.more).toBe([a, b, c].reduce((sum, each) => sum + each.listed.length + each.more, 0))
      }),
      { numRuns: 25 },
    )
  })

  test('a stream in any portions comes to the same', () => {
    fc.assert(
      fc.property(fc.array(traceArbitrary, { minLength: 1_900, maxLength: 2_300, size: 'max' }), fc.integer({ min: 1, max: 700 }), (all, portion) => {
        const collector = createTraceCollector()
        for (let at = 0; at < all.length; at += portion) collector.add(all.slice(at, at + portion))
        expect(collector.result()).toEqual(joinTraces({ listed: all, more: 0 }, noTraces))
      }),
      { numRuns: 15 },
    )
  })
})
