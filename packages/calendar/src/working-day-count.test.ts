import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type WeekDate } from './date'
import { current } from './holidays/knowledge'
import { coverage, type DayFact, dayFact } from './workday'
import { countWorkingDays } from './working-day-count'

const { from, to } = coverage()
const lastIndex = daysBetween(from, to)

/** The calendar as someone had it who knew no day after `last`. */
const knownUpTo =
  (last: string) =>
  (day: WeekDate): DayFact =>
    day.date > last ? { kind: 'unknown' } : dayFact(day)

describe('working days past what is known', () => {
  test('end within the bounds that were given before the notices came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lastIndex - 900 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 400 }), (start, ahead, amount) => {
        const first = addDays(from, start)
        const then = countWorkingDays(first, amount, current, knownUpTo(addDays(first, ahead)))
        const now = countWorkingDays(first, amount)
        expect(then.earliest <= now.earliest).toBe(true)
        expect(now.latest <= then.latest).toBe(true)
        expect(then.earliest <= then.due && then.due <= then.latest).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('end on one day when every day is known', () => {
    const { due, earliest, latest } = countWorkingDays('2024-02-09', 5)
    expect([due, earliest, latest]).toEqual(['2024-02-21', '2024-02-21', '2024-02-21'])
  })

  test('know the days again that follow a disputed one', () => {
    const found = countWorkingDays('2013-04-07', 2, { ...current, moved: new Map([...current.moved, ['2013-04-07', { kind: 'unknown' }]]) })
    expect(found).toMatchObject({ earliest: '2013-04-08', due: '2013-04-09', latest: '2013-04-09' })
    expect(found.counting).toEqual([
      { from: '2013-04-07', to: '2013-04-07', days: 1, counted: false, reason: 'unknown' },
      { from: '2013-04-08', to: '2013-04-09', days: 2, counted: true, reason: 'workday' },
    ])
  })
})
