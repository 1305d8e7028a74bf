import { describe, expect, test } from 'vitest'
import { addDays, daysFrom } from './date'
import { coverage, type DayKind, dayKind } from './workday'

describe('the kind of a day', () => {
  test.each<[string, DayKind]>([
    ['2018-12-29', 'make-up-workday'],
    ['2018-12-31', 'holiday'],
    ['2019-04-28', 'make-up-workday'],
    ['2019-05-01', 'holiday'],
    ['2019-05-02', 'holiday'],
    ['2019-05-04', 'holiday'],
    ['2019-05-05', 'make-up-workday'],
    ['2020-01-23', 'workday'],
    ['2020-01-24', 'holiday'],
    ['2020-01-31', 'holiday'],
    ['2020-02-01', 'holiday'],
    ['2020-02-02', 'holiday'],
    ['2020-02-03', 'workday'],
    ['2023-09-29', 'holiday'],
    ['2023-10-06', 'holiday'],
    ['2023-10-07', 'make-up-workday'],
    ['2023-10-08', 'make-up-workday'],
    ['2024-02-04', 'make-up-workday'],
    ['2024-02-09', 'workday'],
    ['2024-02-10', 'holiday'],
    ['2024-02-17', 'holiday'],
    ['2024-02-18', 'make-up-workday'],
    ['2024-02-24', 'weekend'],
    ['2025-01-26', 'make-up-workday'],
    ['2025-10-08', 'holiday'],
    ['2025-10-11', 'make-up-workday'],
    ['2026-12-24', 'workday'],
  ])('%s is a %s', (date, kind) => {
    expect(dayKind(date)).toBe(kind)
  })

  test('a day off that one source calls a weekend and the other a holiday goes by its weekday', () => {
    expect(dayKind('2024-06-08')).toBe('weekend')
    expect(dayKind('2024-06-10')).toBe('holiday')
  })

  test('is unknown where the sources disagree whether people work', () => {
    expect(dayKind('2013-04-07')).toBe('unknown')
    expect(dayKind('2013-10-12')).toBe('unknown')
  })

  test('is unknown before the first notice and after what the last one settles, weekends too', () => {
    expect(coverage()).toEqual({ from: '2010-01-01', to: '2026-12-24' })
    for (const date of ['2009-12-31', '2026-12-25', '2026-12-31', '2027-01-01', '2027-02-06', '2027-06-05', '2099-01-01']) {
      expect(dayKind(date)).toBe('unknown')
    }
  })

  test('is never unknown in between, save the disputed days', () => {
    const { from, to } = coverage()
    const unknown: string[] = []
    for (const { date } of daysFrom(from)) {
      if (dayKind(date) === 'unknown') unknown.push(date)
      if (date === addDays(to, 1)) break
    }
    expect(unknown).toEqual(['2013-04-07', '2013-10-12', '2026-12-25'])
  })

  test('of a day that does not exist is refused', () => {
    expect(() => dayKind('2023-02-29')).toThrow(RangeError)
  })
})
