import { addDays, addMonths } from '@hegui/calendar'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IntervalLength, wholeIntervals } from './whole-intervals.js'

/** The first day of the interval `number` after one of the turn of 2019. */
const start = (length: IntervalLength, number: number): string =>
  length === 'week' ? addDays('2019-12-30', 7 * number) : addMonths('2020-01-01', length === 'month' ? number : 12 * number).date

describe('a period in whole intervals', () => {
  test.each([
    ['2023-01-02', '2023-01-08', 'week', 1],
    ['2023-01-02', '2023-01-22', 'week', 3],
    ['2023-01-03', '2023-01-09', 'week', null],
    ['2023-01-02', '2023-01-09', 'week', null],
    ['2024-02-01', '2024-02-29', 'month', 1],
    ['2024-02-01', '2024-02-28', 'month', null],
    ['2023-12-01', '2024-02-29', 'month', 3],
    ['2023-01-15', '2023-02-14', 'month', null],
    ['2023-01-01', '2023-12-31', 'year', 1],
    ['2023-01-01', '2024-12-31', 'year', 2],
    ['2023-07-01', '2024-06-30', 'year', null],
    ['2100-12-01', '2100-12-31', 'month', 1],
    ['2100-12-27', '2100-12-31', 'week', null],
    ['2100-01-01', '2100-12-31', 'year', 1],
    ['2023-02-01', '2023-01-31', 'month', null],
  ] as const)('%s to %s by the %s: %s', (from, to, length, expected) => {
    expect(wholeIntervals({ from, to }, length)?.length ?? null).toBe(expected)
  })

  test('every day lies in exactly one', () => {
    const length = fc.constantFrom('week' as const, 'month' as const, 'year' as const)
    fc.assert(
      fc.property(length, fc.integer({ min: 0, max: 24 }), fc.integer({ min: 1, max: 4 }), (each, skipped, number) => {
        const period = { from: start(each, skipped), to: addDays(start(each, skipped + number), -1) }
        const intervals = wholeIntervals(period, each) ?? []
        expect(intervals).toHaveLength(number)
        for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
          expect(intervals.filter(({ from, to }) => from <= day && day <= to)).toHaveLength(1)
        }
        expect([intervals[0]?.from, intervals.at(-1)?.to]).toEqual([period.from, period.to])
      }),
      { numRuns: 20 },
    )
  })
})
