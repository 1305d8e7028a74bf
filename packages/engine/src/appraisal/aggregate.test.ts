import type { Aggregate, Formula, InspectionRecord, Outcome, Plan, Unit } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact, pack, planOf, record, rule, ruleset, withFacts, yes } from '../../test/support/builders.js'
import { assess } from '../assessment/assess.js'
import { hashOf } from '../ruleset/hash.js'
import { aggregateAsync, aggregateOf, createAggregator } from './aggregate.js'
import { mergeAggregates } from './merge.js'
import { figureOf } from './value.js'

const rules = ruleset(
  pack({
    facts: withFacts(fact('test.kg', { type: 'number', unit: 'kg' })),
    rules: [rule('only')],
  }),
)
const formulas = {
  records: { count: 'records' },
  conducts: { count: 'conducts', where: yes('test.a') },
  findings: { count: 'findings', rules: ['test/only'] },
  kg: { sum: 'fact', fact: 'test.kg', where: yes('test.a') },
  fined: { count: 'outcomes', kinds: ['fine'] },
  yuan: { sum: 'outcomes', field: 'amountYuan', kinds: ['fine'] },
  cartons: { sum: 'outcomes', field: 'quantity', kinds: ['confiscation'], goods: ['finished'], unit: 'carton' },
} as const satisfies Record<string, Formula>

const statistics = Object.entries(formulas).map(([id, formula]) => ({ id, title: id, value: 0, formula }))
const plan: Plan = planOf({ statistics })

const made = (records: readonly unknown[], source = 's'): Aggregate => {
  const { aggregate, problems } = aggregateOf(records, rules, { plan, source })
  expect(problems).toEqual([])
  return aggregate
}
const cellsOf = (aggregate: Aggregate, formula: Formula) =>
  aggregate.cells.filter((cell) => cell.formula === hashOf(formula)).map(({ day, min, possible, unbounded }) => ({ day, min, possible, unbounded }))
const merged = (a: Aggregate, b: Aggregate): Aggregate => {
  const result = mergeAggregates(a, b)
  if (!result.ok) throw new Error(result.problems.map((found) => found.code).join())
  return result.aggregate
}
const day = '2023-01-10'

describe('what one record adds', () => {
  test('holds: certain; unknown: possible; fails: nothing', () => {
    const aggregate = made([
      record({}, { id: 'A', outcomes: [] }),
      record({ facts: { 'test.v': true } }, { id: 'B', outcomes: [] }),
      record({ facts: { 'test.a': false } }, { id: 'C', outcomes: [] }),
    ])
    expect(cellsOf(aggregate, formulas.records)).toEqual([{ day, min: 3, possible: 0, unbounded: 0 }])
    expect(cellsOf(aggregate, formulas.conducts)).toEqual([{ day, min: 1, possible: 1, unbounded: 0 }])
    expect(cellsOf(aggregate, formulas.findings)).toEqual([{ day, min: 1, possible: 1, unbounded: 0 }])
    expect(aggregate.cells.find((cell) => cell.formula === hashOf(formulas.conducts))?.evidence).toEqual({ records: ['A', 'B'], more: 0 })
  })

  test('an amount that is not known has no upper bound', () => {
    const known = { 'test.a': true, 'test.v': true, 'test.kg': 2.5 }
    const aggregate = made([record({ facts: known }, { id: 'A' }), record({}, { id: 'B' })])
    expect(cellsOf(aggregate, formulas.kg)).toEqual([{ day, min: 2.5, possible: 0, unbounded: 1 }])
    const below = made([record({ facts: { ...known, 'test.kg': -4 } }, { id: 'A' }), record({ facts: known }, { id: 'B' })])
    expect(cellsOf(below, formulas.kg)).toEqual([{ day, min: 2.5, possible: 0, unbounded: 1 }])
  })

  test('an amount below 0 cannot be one: it is not known, and takes nothing away from the others', () => {
    const of = (kg: number) => ({ facts: { 'test.a': true, 'test.v': true, 'test.kg': kg } })
    const aggregate = made([record(of(2.5), { id: 'A' }), record(of(-1), { id: 'B' }), record(of(0), { id: 'C' })])
    expect(cellsOf(aggregate, formulas.kg)).toEqual([{ day, min: 2.5, possible: 0, unbounded: 1 }])
    const unit: Unit = { id: 'county', title: '县', organ: 'bureau', region: '500241' }
    const placed = made([record(of(2.5), { id: 'A', region: '500241' }), record(of(-1), { id: 'B', region: '500241' })])
    const context = { aggregate: placed, figures: [], units: [unit], unit, period: { from: day, to: day } }
    expect(figureOf(formulas.kg, context)).toMatchObject({ value: { min: 2.5, max: null }, evidence: { records: ['A', 'B'] } })
  })

  test('outcomes count on their own day; none listed is none, no list is unknown', () => {
    const outcomes: readonly Outcome[] = [
      { id: 'o1', kind: 'fine', on: '2023-02-01', amountYuan: 500 },
      { id: 'o2', kind: 'fine' },
      { id: 'o3', kind: 'warning' },
    ]
    expect(cellsOf(made([record({}, { outcomes })]), formulas.fined)).toEqual([
      { day, min: 1, possible: 0, unbounded: 0 },
      { day: '2023-02-01', min: 1, possible: 0, unbounded: 0 },
    ])
    expect(cellsOf(made([record({}, { outcomes })]), formulas.yuan)).toEqual([
      { day, min: 0, possible: 0, unbounded: 1 },
      { day: '2023-02-01', min: 500, possible: 0, unbounded: 0 },
    ])
    expect(cellsOf(made([record({}, { outcomes: [] })]), formulas.fined)).toEqual([])
    expect(cellsOf(made([record()]), formulas.fined)).toEqual([{ day: null, min: 0, possible: 0, unbounded: 1 }])
  })

  test('quantities are of the kinds and the unit asked for', () => {
    const goods = [
      { kind: 'finished', quantity: 3, unit: 'carton' },
      { kind: 'finished', quantity: 8, unit: 'kg' },
      { kind: null, quantity: 5, unit: 'carton' },
      { kind: 'fuse', quantity: 7, unit: 'carton' },
    ] as const
    const aggregate = made([record({}, { outcomes: [{ id: 'o', kind: 'confiscation', goods }] })])
    expect(cellsOf(aggregate, formulas.cartons)).toEqual([{ day, min: 3, possible: 5, unbounded: 0 }])
  })

  test('a record with problems is said and not counted', () => {
    const { aggregate, problems } = aggregateOf([record(), { id: 'broken' }], rules, { plan, source: 's' })
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.every((found) => found.path[0] === 1)).toBe(true)
    expect(aggregate.sources[0]?.records).toBe(1)
  })

  test('a stream and a list give the same', async () => {
    const records = [record({}, { id: 'A' }), record({}, { id: 'B' })]
    const aggregator = createAggregator(rules, { plan, source: 's' })
    for (const each of records) expect(aggregator.add(each)).toEqual([])
    async function* stream() {
      yield* records
    }
    expect(aggregator.result()).toEqual(made(records))
    expect((await aggregateAsync(stream(), rules, { plan, source: 's' })).aggregate).toEqual(made(records))
  })

  test('at most a hundred records are listed, the rest counted', () => {
    const records = Array.from({ length: 103 }, (_, index) => record({}, { id: `R${1000 + index}`, outcomes: [] }))
    const evidence = made([...records].reverse()).cells.find((cell) => cell.formula === hashOf(formulas.records))?.evidence
    expect(evidence?.more).toBe(3)
    expect(evidence?.records.at(-1)).toBe('R1099')
  })
})

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const present = (facts: Record<string, unknown>) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
const gapped = fc
  .record({
    a: some(fc.boolean()),
    v: some(fc.boolean()),
    kg: some(fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10)),
    on: fc.constantFrom('2023-01-10', '2023-01-11', '2023-02-01'),
    region: some(fc.constantFrom('500000', '500241', '500241107')),
    outcomes: some(
      fc.array(fc.record({ kind: fc.constantFrom('fine' as const, 'warning' as const), amountYuan: some(fc.integer({ min: 0, max: 900 })) }), { maxLength: 3 }),
    ),
  })
  .map(
    ({ a, v, kg, on, region, outcomes }) =>
      (id: string): InspectionRecord =>
        record(
          { facts: present({ 'test.a': a, 'test.v': v, 'test.kg': kg }) as never },
          {
            id,
            inspectedOn: on,
            ...(region === undefined ? {} : { region }),
            ...(outcomes === undefined
              ? {}
              : { outcomes: outcomes.map((each, index) => ({ id: `o${index}`, kind: each.kind, amountYuan: each.amountYuan ?? null })) }),
          },
        ),
  )
const recordsArbitrary = fc.array(gapped, { maxLength: 6 })
const numbered = (makers: readonly ((id: string) => InspectionRecord)[], prefix: string) => makers.map((make, index) => make(`${prefix}${index}`))

describe('laws', () => {
  test('the order of the records does not matter', () => {
    fc.assert(
      fc.property(
        recordsArbitrary.chain((makers) => {
          const records = numbered(makers, 'R')
          return fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }))
        }),
        ([records, shuffled]) => {
          expect(made(shuffled)).toEqual(made(records))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('merging is commutative and associative, and the whole is the merge of its parts', () => {
    fc.assert(
      fc.property(recordsArbitrary, recordsArbitrary, recordsArbitrary, (one, two, three) => {
        const parts = [numbered(one, 'A'), numbered(two, 'B'), numbered(three, 'C')]
        const [a, b, c] = parts.map((part, index) => made(part, `s${index}`)) as [Aggregate, Aggregate, Aggregate]
        expect(merged(a, b)).toEqual(merged(b, a))
        expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)))
        expect(merged(merged(a, b), c).cells).toEqual(made(parts.flat()).cells)
      }),
      { numRuns: 40 },
    )
  })

  test('filling a gap only narrows what a record adds', () => {
    const total = (each: InspectionRecord, formula: Formula) =>
      cellsOf(made([each]), formula).reduce(
        (sum, cell) => ({ min: sum.min + cell.min, max: cell.unbounded > 0 ? Infinity : sum.max + cell.min + cell.possible }),
        {
          min: 0,
          max: 0,
        },
      )
    fc.assert(
      fc.property(gapped, fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 20 }), (make, a, v, kg) => {
        const before = make('R')
        const conduct = before.conducts[0] as InspectionRecord['conducts'][number]
        const after = {
          ...before,
          outcomes: before.outcomes ?? [],
          conducts: [{ ...conduct, facts: { 'test.a': a, 'test.v': v, 'test.kg': kg, ...conduct.facts } }],
        }
        for (const formula of Object.values(formulas)) {
          const [wide, narrow] = [total(before, formula), total(after, formula)]
          expect(narrow.min).toBeGreaterThanOrEqual(wide.min)
          expect(narrow.max).toBeLessThanOrEqual(wide.max)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is not merged', () => {
  const codes = (a: Aggregate, b: Aggregate): readonly string[] => {
    const result = mergeAggregates(a, b)
    return result.ok ? [] : result.problems.map((found) => found.code)
  }
  const a = made([record()], 'a')

  test('other plans, other packs', () => {
    const b = made([record({}, { id: 'R2' })], 'b')
    expect(codes(a, b)).toEqual([])
    expect(codes(a, { ...b, plan: 'other' })).toEqual(['HG8003'])
    expect(codes(a, { ...b, packs: [] })).toEqual(['HG8004'])
  })

  test('what only one of them counted is left out', () => {
    const { aggregate: b } = aggregateOf([record({}, { id: 'R2' })], rules, { plan: planOf({ statistics: statistics.slice(0, 1) }), source: 'b' })
    expect(merged(a, b).formulas).toEqual([hashOf(formulas.records)])
    expect(merged(a, b).cells.map((cell) => cell.formula)).toEqual([hashOf(formulas.records)])
  })

  test('the same source, by its name or by its records', () => {
    expect(codes(a, made([record({}, { id: 'R2' })], 'a'))).toEqual(['HG8005'])
    expect(codes(a, made([record()], 'b'))).toEqual(['HG8005'])
    expect(codes(made([], 'x'), made([], 'y'))).toEqual([])
  })
})

describe('what is not counted', () => {
  test('a record that was counted, whatever it says now', () => {
    const { aggregate, problems } = aggregateOf([record({}, { id: 'A' }), record({}, { id: 'B' }), record({ facts: { 'test.a': true } }, { id: 'A' })], rules, {
      plan,
      source: 's',
    })
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['HG8006', [2, 'id']]])
    expect(aggregate).toEqual(made([record({}, { id: 'A' }), record({}, { id: 'B' })]))
  })

  test('a record with an assessment of another record, of another state of it, or by other packs', () => {
    const one = record({}, { id: 'A' })
    const assessmentOf = (value: unknown, ruleset_ = rules) => {
      const result = assess(value, ruleset_)
      if (!result.ok) throw new Error('not assessed')
      return result.assessment
    }
    const others = [
      assessmentOf(record({}, { id: 'B' })),
      assessmentOf(record({ facts: { 'test.a': true } }, { id: 'A' })),
      assessmentOf(one, ruleset(pack({ version: '9.9.9', facts: withFacts(fact('test.kg', { type: 'number', unit: 'kg' })), rules: [rule('only')] }))),
    ]
    for (const other of others) {
      const aggregator = createAggregator(rules, { plan, source: 's' })
      expect(aggregator.add(one, other).map(({ code }) => code)).toEqual(['HG8007'])
      expect(aggregator.result().sources).toMatchObject([{ records: 0 }])
      expect(aggregator.add(one, assessmentOf(one))).toEqual([])
      expect(aggregator.result()).toEqual(made([one]))
    }
  })
})
