/** Laws that hold for every duty, period and span. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Boundary } from '../boundary'
import { addDays } from '../date'
import { occurrencesOf } from './occurrences'
import type { OccurrenceOptions, Recurrence } from './recurrence'

const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2018-01-01', n))
const boundary: fc.Arbitrary<Boundary> = fc.oneof(
  day,
  fc
    .tuple(day, fc.nat({ max: 60 }), fc.boolean())
    .map(([earliest, days, open]) => ({ earliest: open ? null : earliest, latest: addDays(earliest, days), wording: '上旬' })),
)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof(fc.constant(null), value)
const onHoliday = fc.constantFrom('stays', 'moves-to-next-workday', 'moves-to-previous-workday', undefined)
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({
    every: fc.constant('week' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    before: fc.constantFrom('12:00', undefined),
    about: fc.constantFrom('week-before', undefined),
    onHoliday,
  }),
  fc.record({ every: fc.constantFrom('week', 'month', 'quarter', 'year'), times: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ every: fc.constant('two-weeks' as const), anchor: day, onHoliday }),
  fc.record({ every: fc.constant('month' as const), byDays: fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 }), onHoliday }),
  fc.record({ every: fc.constant('once' as const), by: boundary, onHoliday }),
)
const options: fc.Arbitrary<OccurrenceOptions> = fc.record({
  span: fc.record({ from: maybe(boundary), to: maybe(boundary) }),
  issuedOn: maybe<Boundary>(day),
  partialPeriods: fc.constantFrom('counts' as const, 'left-out' as const),
})
const period = fc.tuple(day, fc.nat({ max: 500 })).map(([from, days]) => ({ from, to: addDays(from, days) }))

test('dues lie in the period and are sorted; keys are distinct; nothing opens after it is due', () => {
  fc.assert(
    fc.property(recurrence, period, options, (duty, within, given) => {
      const { occurrences } = occurrencesOf(duty, within, given)
      const dues = occurrences.map(({ due }) => due.latest)
      expect(dues).toEqual([...dues].sort())
      expect(new Set(occurrences.map(({ key }) => key)).size).toBe(occurrences.length)
      for (const { due, opens } of occurrences) {
        expect(due.latest >= within.from && due.latest <= within.to).toBe(true)
        expect(due.earliest === null || due.earliest <= due.latest).toBe(true)
        expect(opens === null || opens <= due.latest).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('two periods that adjoin give together what the whole gives', () => {
  fc.assert(
    fc.property(recurrence, period, fc.nat({ max: 500 }), options, (duty, first, days, given) => {
      const second = { from: addDays(first.to, 1), to: addDays(first.to, 1 + days) }
      const parts = [first, second].flatMap((part) => occurrencesOf(duty, part, given).occurrences)
      expect(parts).toEqual(occurrencesOf(duty, { from: first.from, to: second.to }, given).occurrences)
    }),
    { numRuns: 300 },
  )
})

test('a deadline that does not move opens the day after the one before it', () => {
  const plain = fc.oneof(
    fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ every: fc.constant('two-weeks' as const), anchor: fc.constant('2018-01-01') }),
    fc.record({ every: fc.constant('month' as const), byDays: fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1 }) }),
  )
  fc.assert(
    fc.property(plain, period, (duty, within) => {
      const { occurrences } = occurrencesOf(duty, within)
      occurrences.slice(1).forEach(({ opens }, index) => {
        expect(opens).toBe(addDays(occurrences[index]?.due.latest ?? '', 1))
      })
    }),
  )
})
