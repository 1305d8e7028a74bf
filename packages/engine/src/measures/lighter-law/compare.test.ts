/** The partial order between two outcomes: examples from the statutes, and its laws. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzz } from '../../../test/support/generators.js'
import { compareOutcomes } from './compare.js'
import type { Option, PenaltyRange } from './option.js'

const option = (penalties: Readonly<Record<string, PenaltyRange>>): Option => ({
  penalties: new Map(Object.entries(penalties)),
  titles: Object.keys(penalties),
})
const yuan = (min: number, max: number): PenaltyRange => ({ unit: 'yuan', min, max })
const days = (min: number, max: number): PenaltyRange => ({ unit: 'day', min, max })
const imposed: PenaltyRange = { unit: 'imposed', min: 1, max: 1 }
const order = ['warning', 'fine', 'detention']

describe('kind by kind', () => {
  test('a lower maximum with the same minimum is lighter', () => {
    const old = [option({ warning: imposed }), option({ fine: yuan(0, 200) })]
    const new_ = [option({ warning: imposed }), option({ fine: yuan(0, 500) })]
    expect(compareOutcomes(old, new_)).toBe('lighter')
    expect(compareOutcomes(new_, old)).toBe('heavier')
  })

  test('a lower minimum with the same maximum is lighter', () => {
    expect(compareOutcomes([option({ fine: yuan(10_000, 100_000) })], [option({ fine: yuan(30_000, 100_000) })])).toBe('lighter')
  })

  test('a lower minimum with a higher maximum cannot be compared', () => {
    expect(compareOutcomes([option({ fine: yuan(100, 1_000) })], [option({ fine: yuan(200, 500) })])).toBe('incomparable')
  })

  test('one kind of penalty more is heavier, one that may be left out no lighter than none', () => {
    expect(compareOutcomes([option({ fine: yuan(1, 2) })], [option({ fine: yuan(1, 2), 'confiscation:tools': imposed })])).toBe('lighter')
    expect(compareOutcomes([option({})], [option({ suspension: { ...imposed, min: 0 } })])).toBe('lighter')
  })

  test('what is no longer punished is lighter than any penalty', () => {
    expect(compareOutcomes([option({ warning: imposed })], [option({})])).toBe('heavier')
  })

  test('multiples of one fact compare with each other, not with amounts', () => {
    const times = (min: number, max: number): PenaltyRange => ({ unit: '× gains', min, max })
    expect(compareOutcomes([option({ fine: times(1, 5) })], [option({ fine: times(2, 10) })])).toBe('lighter')
    expect(compareOutcomes([option({ fine: times(1, 5) })], [option({ fine: yuan(1, 5) })])).toBe('incomparable')
  })

  test('a fine whose article names no amount compares with nothing, not even itself', () => {
    const unstated = option({ fine: { unit: 'unstated', min: 0, max: Number.POSITIVE_INFINITY } })
    expect(compareOutcomes([unstated], [unstated])).toBe('incomparable')
    expect(compareOutcomes([option({})], [unstated])).toBe('lighter')
  })

  test('a choice added that is heavier makes the whole heavier; one that is lighter, lighter', () => {
    const base = [option({ fine: yuan(100, 200) })]
    expect(compareOutcomes([...base, option({ fine: yuan(300, 400) })], base)).toBe('heavier')
    expect(compareOutcomes([...base, option({ fine: yuan(10, 20) })], base)).toBe('lighter')
  })
})

describe('across kinds', () => {
  const old = [option({ detention: days(5, 10), fine: yuan(0, 500) })]
  const new_ = [option({ detention: days(5, 10) }), option({ fine: yuan(0, 2_000) })]

  test('without an order they cannot be compared', () => {
    expect(compareOutcomes(old, new_)).toBe('incomparable')
  })

  test('with one, a fine in place of detention is lighter', () => {
    expect(compareOutcomes(old, new_, order)).toBe('heavier')
    expect(compareOutcomes([option({ detention: days(1, 2) })], [option({ fine: yuan(0, 9e9) })], order)).toBe('heavier')
  })

  test('kinds that the order does not rank are never traded', () => {
    expect(compareOutcomes([option({ closure: imposed })], [option({ fine: yuan(0, 1) })], order)).toBe('incomparable')
  })
})

describe('the laws of the order', () => {
  const range = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
  const some: fc.Arbitrary<Option> = fc
    .record(
      {
        warning: fc.constant(imposed),
        fine: range.map(({ min, max }) => yuan(min, max)),
        detention: range.map(({ min, max }) => days(min, max)),
        closure: fc.constant(imposed),
      },
      { requiredKeys: [] },
    )
    .map((penalties) => option(penalties as Readonly<Record<string, PenaltyRange>>))
  const outcome = fc.array(some, { minLength: 1, maxLength: 3 })
  const noHeavier = (a: readonly Option[], b: readonly Option[], ranked?: readonly string[]): boolean =>
    ['same', 'lighter'].includes(compareOutcomes(a, b, ranked))

  test.each([undefined, order])('it is reflexive and transitive, and turning it round turns the answer round (order %j)', (ranked) => {
    fc.assert(
      fc.property(outcome, outcome, outcome, (a, b, c) => {
        expect(compareOutcomes(a, a, ranked)).toBe('same')
        const mirrored = { same: 'same', lighter: 'heavier', heavier: 'lighter', incomparable: 'incomparable' } as const
        expect(compareOutcomes(b, a, ranked)).toBe(mirrored[compareOutcomes(a, b, ranked)])
        if (noHeavier(a, b, ranked) && noHeavier(b, c, ranked)) expect(noHeavier(a, c, ranked)).toBe(true)
      }),
      fuzz(2_000),
    )
  })

  test('an order across kinds only adds answers, and never turns one round', () => {
    fc.assert(
      fc.property(outcome, outcome, (a, b) => {
        const plain = compareOutcomes(a, b)
        const ranked = compareOutcomes(a, b, order)
        if (plain === 'lighter') expect(['lighter', 'same']).toContain(ranked)
        if (plain === 'same') expect(ranked).toBe('same')
      }),
      fuzz(2_000),
    )
  })
})
