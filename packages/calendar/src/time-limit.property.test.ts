import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from './date'
import type { TimeLimit } from './limit'
import { countTimeLimit } from './time-limit'
import { dayKind } from './workday'

const dateBetween = (from: string, to: string) => fc.integer({ min: 0, max: daysBetween(from, to) }).map((n) => addDays(from, n))

const anyLimit: fc.Arbitrary<TimeLimit> = fc.record({
  start: dateBetween('2008-01-01', '2030-12-31'),
  amount: fc.integer({ min: 0, max: 90 }),
  unit: fc.constantFrom('calendar-day', 'working-day', 'month'),
  startDay: fc.constantFrom('excluded', 'included'),
  lastDayOnHoliday: fc.constantFrom('stays', 'moves-to-next-workday'),
})

describe('any limit', () => {
  test('ends no earlier than its earliest and no later than its latest day', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        const { earliest, due, latest, certain } = countTimeLimit(limit)
        expect(earliest <= due && due <= latest).toBe(true)
        expect(certain).toBe(earliest === latest)
      }),
    )
  })

  test('ends no earlier when it is one longer', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        const shorter = countTimeLimit(limit)
        const longer = countTimeLimit({ ...limit, amount: limit.amount + 1 })
        for (const end of ['earliest', 'due', 'latest'] as const) expect(shorter[end] <= longer[end]).toBe(true)
      }),
    )
  })

  test('shows stretches that follow each other from the start day to the due day', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        const { counting, due } = countTimeLimit(limit)
        expect(counting[0]?.from).toBe(limit.start)
        expect(counting.at(-1)?.to).toBe(due)
        counting.forEach((stretch, index) => {
          expect(daysBetween(stretch.from, stretch.to) + 1).toBe(stretch.days)
          const next = counting[index + 1]
          if (next !== undefined) expect(next.from).toBe(addDays(stretch.to, 1))
        })
        const counted = counting.filter((stretch) => stretch.counted).reduce((sum, stretch) => sum + stretch.days, 0)
        if (limit.unit !== 'month') expect(counted).toBe(limit.amount)
      }),
    )
  })

  test('is certain exactly when no unknown day was met', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        const { counting, certain } = countTimeLimit({ ...limit, unit: 'working-day', lastDayOnHoliday: 'stays' })
        expect(certain).toBe(counting.every((stretch) => stretch.reason !== 'unknown'))
      }),
    )
  })
})

test('a limit in working days ends where a loop over the days ends', () => {
  fc.assert(
    fc.property(dateBetween('2014-01-01', '2026-06-30'), fc.integer({ min: 1, max: 60 }), (start, amount) => {
      let day = start
      for (let left = amount; left > 0; ) {
        day = addDays(day, 1)
        if (['workday', 'make-up-workday'].includes(dayKind(day))) left--
      }
      expect(countTimeLimit({ start, amount, unit: 'working-day' })).toMatchObject({ due: day, certain: true })
    }),
  )
})
