import { describe, expect, test } from 'vitest'
import type { TimeLimit } from './limit'
import { countTimeLimit } from './time-limit'

const workingDays = (start: string, amount: number) => countTimeLimit({ start, amount, unit: 'working-day' })

describe('a limit in working days', () => {
  test.each([
    ['劳动节 2019, as amended', '2019-04-30', 5, '2019-05-09'],
    ['春节 2020, as extended', '2020-01-23', 3, '2020-02-05'],
    ['中秋 and 国庆 2023', '2023-09-28', 7, '2023-10-13'],
    ['春节 2024', '2024-02-08', 5, '2024-02-21'],
    ['国庆 2025, ending on a Saturday worked', '2025-09-30', 3, '2025-10-11'],
    ['a plain week', '2025-03-03', 2, '2025-03-05'],
    ['no day at all', '2024-02-10', 0, '2024-02-10'],
  ])('across %s: %s + %d ends on %s', (_, start, amount, due) => {
    expect(workingDays(start, amount)).toMatchObject({ due, earliest: due, latest: due, certain: true })
  })

  test('shows a counting that can be followed on a wall calendar', () => {
    expect(workingDays('2024-02-08', 5).counting).toEqual([
      { from: '2024-02-08', to: '2024-02-08', days: 1, counted: false, reason: 'start-day' },
      { from: '2024-02-09', to: '2024-02-09', days: 1, counted: true, reason: 'workday' },
      { from: '2024-02-10', to: '2024-02-17', days: 8, counted: false, reason: 'holiday', holiday: '春节' },
      { from: '2024-02-18', to: '2024-02-18', days: 1, counted: true, reason: 'make-up-workday' },
      { from: '2024-02-19', to: '2024-02-21', days: 3, counted: true, reason: 'workday' },
    ])
  })

  test('says so in Chinese', () => {
    expect(workingDays('2024-02-08', 5).note).toBe(
      '2024-02-08当日不计，自次日起算，5个工作日，至2024-02-21届满。其间不计入：春节放假8日（2024-02-10至2024-02-17）。',
    )
  })

  test('counts the start day where the statute includes it and it is a workday', () => {
    const included = (start: string) => countTimeLimit({ start, amount: 2, unit: 'working-day', startDay: 'included' }).due
    expect(included('2024-02-08')).toBe('2024-02-09')
    expect(included('2024-02-17')).toBe('2024-02-19')
  })

  test('is provisional where it runs past the last notice, with bounds', () => {
    const result = workingDays('2026-12-22', 5)
    expect(result).toMatchObject({ earliest: '2026-12-27', due: '2026-12-29', latest: '2027-01-11', certain: false })
    expect(result.counting.slice(2)).toEqual([
      { from: '2026-12-25', to: '2026-12-25', days: 1, counted: true, reason: 'unknown' },
      { from: '2026-12-26', to: '2026-12-27', days: 2, counted: false, reason: 'unknown' },
      { from: '2026-12-28', to: '2026-12-29', days: 2, counted: true, reason: 'unknown' },
    ])
    expect(result.note).toContain('暂估至2026-12-29届满')
    expect(result.note).toContain('最早2026-12-27，最晚2027-01-11')
  })
})

describe('a limit in calendar days', () => {
  const sevenDays: TimeLimit = { start: '2024-02-06', amount: 7, unit: 'calendar-day' }

  test('ends on a holiday, and stays there unless the statute moves it', () => {
    expect(countTimeLimit(sevenDays)).toMatchObject({ due: '2024-02-13', certain: true })
    const moved = countTimeLimit({ ...sevenDays, lastDayOnHoliday: 'moves-to-next-workday' })
    expect(moved).toMatchObject({ due: '2024-02-18', certain: true })
    expect(moved.counting.slice(1)).toEqual([
      { from: '2024-02-07', to: '2024-02-13', days: 7, counted: true, reason: 'calendar-day' },
      { from: '2024-02-14', to: '2024-02-18', days: 5, counted: false, reason: 'last-day-moved' },
    ])
    expect(moved.note).toContain('最后一日不是工作日，顺延5日。')
  })

  test('is certain past the last notice, as no holiday touches it', () => {
    expect(countTimeLimit({ ...sevenDays, start: '2030-05-01' })).toMatchObject({ due: '2030-05-08', certain: true })
  })

  test('that moves past the last notice is provisional', () => {
    const result = countTimeLimit({ ...sevenDays, start: '2027-01-02', lastDayOnHoliday: 'moves-to-next-workday' })
    expect(result).toMatchObject({ earliest: '2027-01-09', due: '2027-01-11', latest: '2027-01-22', certain: false })
  })

  test('counts the start day where it is included', () => {
    expect(countTimeLimit({ ...sevenDays, startDay: 'included' })).toMatchObject({ due: '2024-02-12' })
  })
})

describe('a limit in months', () => {
  test.each([
    ['2024-01-15', 1, 'excluded', '2024-02-15'],
    ['2024-01-31', 1, 'excluded', '2024-02-29'],
    ['2024-08-31', 6, 'excluded', '2025-02-28'],
    ['2024-01-15', 1, 'included', '2024-02-14'],
    ['2024-01-31', 1, 'included', '2024-02-29'],
    ['2024-03-01', 1, 'included', '2024-03-31'],
    ['2024-03-01', 0, 'included', '2024-03-01'],
  ] as const)('from %s, %d, start day %s, ends on %s', (start, amount, startDay, due) => {
    expect(countTimeLimit({ start, amount, unit: 'month', startDay })).toMatchObject({ due, certain: true })
  })
})

describe('what cannot be counted is refused', () => {
  test.each<[string, Partial<Record<keyof TimeLimit, unknown>>, RegExp]>([
    ['a day that does not exist', { start: '2023-02-29' }, /start is "2023-02-29"/],
    ['no number', { amount: Number.NaN }, /amount is NaN; give a whole number/],
    ['a negative number', { amount: -1 }, /amount is -1/],
    ['half a day', { amount: 0.5 }, /amount is 0.5/],
    ['too many days', { amount: 3661 }, /from 0 to 3660/],
    ['too many months', { amount: 121, unit: 'month' }, /from 0 to 120/],
    ['an unknown unit', { unit: 'week' }, /unit is "week"/],
    ['an unknown start day', { startDay: 'counted' }, /startDay is "counted"; give 'excluded' or 'included'/],
    ['an unknown way to move', { lastDayOnHoliday: 'moves' }, /lastDayOnHoliday is "moves"/],
    ['an end past 2100', { start: '2100-12-30' }, /leaves the years/],
  ])('%s', (_, wrong, message) => {
    const limit = { start: '2024-02-08', amount: 5, unit: 'working-day', ...wrong } as TimeLimit
    expect(() => countTimeLimit(limit)).toThrow(RangeError)
    expect(() => countTimeLimit(limit)).toThrow(message)
  })
})

describe('a limit, counted as on an earlier day', () => {
  test('knows nothing of the days 2020 added to 春节', () => {
    const limit = { start: '2020-01-22', amount: 3, unit: 'working-day' } as const
    expect(countTimeLimit({ ...limit, asOf: '2020-01-22' })).toMatchObject({ due: '2020-02-01', certain: true })
    expect(countTimeLimit({ ...limit, asOf: '2020-01-27' })).toMatchObject({ due: '2020-02-04', certain: true })
    expect(countTimeLimit(limit).due).toBe('2020-02-04')
  })

  test('is provisional before the notice was out, within bounds that held', () => {
    const then = countTimeLimit({ start: '2018-12-27', amount: 5, unit: 'working-day', asOf: '2018-12-01' })
    const now = countTimeLimit({ start: '2018-12-27', amount: 5, unit: 'working-day' })
    expect(then.certain).toBe(false)
    expect(then.note).toContain('已收录2010-01-01至2018-12-24')
    expect(then.earliest <= now.due && now.due <= then.latest).toBe(true)
  })

  test('is refused where no notice was out at all, and counted from the first on', () => {
    const limit = { start: '2010-03-01', amount: 5, unit: 'working-day' } as const
    expect(() => countTimeLimit({ ...limit, asOf: '2009-12-07' })).toThrow('no notice')
    expect(countTimeLimit({ ...limit, asOf: '2009-12-08' })).toMatchObject({ due: '2010-03-08', certain: true })
    expect(countTimeLimit({ ...limit, start: '2011-03-01', asOf: '2009-12-08' }).certain).toBe(false)
  })

  test('is refused on a day that does not exist', () => {
    expect(() => countTimeLimit({ start: '2020-01-22', amount: 3, unit: 'working-day', asOf: '2020-02-30' })).toThrow('asOf is')
  })
})
