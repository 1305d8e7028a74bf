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

  test('is what the notice says where the libraries disagree', () => {
    expect(dayKind('2013-04-07')).toBe('make-up-workday')
    expect(dayKind('2013-10-12')).toBe('make-up-workday')
  })

  test('of a weekend that a holiday only adjoins stays a weekend', () => {
    expect([dayKind('2018-12-30'), dayKind('2019-04-05'), dayKind('2019-04-06')]).toEqual(['holiday', 'holiday', 'weekend'])
  })

  test('is unknown before the first notice and after what the last one settles, weekends too', () => {
    expect(coverage()).toEqual({ from: '2010-01-01', to: '2026-12-24' })
    for (const date of ['2009-12-31', '2026-12-25', '2026-12-31', '2027-01-01', '2027-02-06', '2027-06-05', '2099-01-01']) {
      expect(dayKind(date)).toBe('unknown')
    }
  })

  test('is never unknown in between', () => {
    const { from, to } = coverage()
    const unknown: string[] = []
    for (const { date } of daysFrom(from)) {
      if (dayKind(date) === 'unknown') unknown.push(date)
      if (date === addDays(to, 1)) break
    }
    expect(unknown).toEqual(['2026-12-25'])
  })

  test('of a day that does not exist is refused', () => {
    expect(() => dayKind('2023-02-29')).toThrow(RangeError)
  })
})

describe('the kind of a day, as it was known on an earlier one', () => {
  test.each<[string, string, DayKind]>([
    ['2019-05-02', '2019-03-21', 'workday'],
    ['2019-05-02', '2019-03-22', 'holiday'],
    ['2019-04-28', '2019-03-21', 'weekend'],
    ['2019-04-28', '2019-03-22', 'make-up-workday'],
    ['2019-05-01', '2019-03-21', 'holiday'],
    ['2020-02-01', '2020-01-26', 'make-up-workday'],
    ['2020-02-01', '2020-01-27', 'holiday'],
    ['2020-01-31', '2020-01-26', 'workday'],
    ['2020-01-31', '2020-01-27', 'holiday'],
    ['2020-02-02', '2020-01-26', 'weekend'],
    ['2015-09-03', '2015-05-12', 'workday'],
    ['2015-09-03', '2015-05-13', 'holiday'],
    ['2015-09-06', '2015-05-12', 'weekend'],
    ['2018-12-29', '2018-12-05', 'unknown'],
    ['2018-12-29', '2018-12-06', 'make-up-workday'],
    ['2019-06-07', '2018-12-05', 'unknown'],
    ['2018-12-24', '2018-12-05', 'workday'],
    ['2010-06-14', '2009-12-07', 'unknown'],
    ['2010-06-14', '2009-12-08', 'holiday'],
  ])('%s, known on %s, is a %s', (date, asOf, kind) => {
    expect(dayKind(date, { asOf })).toBe(kind)
  })

  test('is never at odds with what is known today once every notice is out', () => {
    for (const { date } of daysFrom('2010-01-01')) {
      expect(dayKind(date, { asOf: '2026-11-28' })).toBe(dayKind(date))
      if (date === '2026-12-31') break
    }
  })

  test('is refused for a day of knowledge that does not exist', () => {
    expect(() => dayKind('2020-01-31', { asOf: '2020-02-30' })).toThrow('asOf is')
  })
})
