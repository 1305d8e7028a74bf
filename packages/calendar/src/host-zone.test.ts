/// <reference types="node" />
/** The same answers on every host. Needs vitest's process pool: in a worker thread TZ cannot be changed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FestivalDays, Window } from './windows/window'

const hostZone = process.env.TZ

describe.each([
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/Los_Angeles', 480],
] as const)('on a host in %s', (zone, offset) => {
  beforeAll(() => {
    process.env.TZ = zone
  })

  afterAll(() => {
    if (hostZone === undefined) delete process.env.TZ
    else process.env.TZ = hostZone
  })

  test('the zone is really in force', () => {
    expect(new Date('2024-01-01T00:00:00Z').getTimezoneOffset()).toBe(offset)
  })

  test('nothing changes', async () => {
    const { addDays, addHours, countTimeLimit, dateInShanghai, daysBetween, dayKind, daysInCampaign, festivalDay, lunarDate, occurrencesOf, weekday } =
      await import('./index')
    expect(dateInShanghai('2024-02-09T16:00:00Z')).toBe('2024-02-10')
    expect(addHours('2024-03-10T09:30:00Z', 24)).toBe('2024-03-11T17:30:00+08:00')
    expect(addDays('2024-03-10', 1)).toBe('2024-03-11')
    expect(daysBetween('2024-03-09', '2024-11-04')).toBe(240)
    expect(weekday('2024-02-10')).toBe(6)
    expect([dayKind('2024-02-09'), dayKind('2024-02-10'), dayKind('2024-02-18')]).toEqual(['workday', 'holiday', 'make-up-workday'])
    expect(occurrencesOf({ every: 'week', weekday: 3, before: '12:00' }, { from: '2024-03-07', to: '2024-03-13' }).occurrences).toEqual([
      {
        key: '2024-03-13',
        opens: '2024-03-07',
        due: { earliest: '2024-03-13', latest: '2024-03-13' },
        instant: '2024-03-13T12:00:00+08:00',
        count: 1,
        holds: 'certain',
      },
    ])
    const newYear: Window = { kind: 'festival', year: 2024, from: { festival: 'little-new-year-north' }, to: { festival: 'lantern-festival' } }
    const context = { campaign: { from: '2024-01-01', to: '2024-12-31' }, stages: new Map(), festivalDay: festivalDay as FestivalDays }
    expect(daysInCampaign(newYear, { from: '2024-01-01', to: '2024-12-31' }, context).ranges).toMatchObject([{ from: '2024-02-02', to: '2024-02-24' }])
    expect(occurrencesOf({ every: 'week', times: 1 }, { from: '2024-03-10', to: '2024-11-03' }).occurrences).toHaveLength(35)
    expect([festivalDay('spring-festival', 2027), lunarDate('2027-02-06').day]).toEqual(['2027-02-06', 1])
    expect(dayKind('2020-01-31', { asOf: '2020-01-22' })).toBe('workday')
    expect(countTimeLimit({ start: '2024-02-08', amount: 5, unit: 'working-day' }).due).toBe('2024-02-21')
    expect(countTimeLimit({ start: '2026-12-22', amount: 5, unit: 'working-day' })).toMatchObject({
      earliest: '2026-12-27',
      due: '2026-12-29',
      latest: '2027-01-11',
    })
  })
})
