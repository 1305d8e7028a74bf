import { describe, expect, test } from 'vitest'
import { addDays } from '../date'
import { type Festival, festivalDay, festivals, isFestival, lunarCoverage, lunarDate, lunarToDate, solarTermDay } from './index'

describe('a day of the lunar calendar', () => {
  test.each([
    ['2027-02-06', { year: 2027, month: 1, leap: false, day: 1 }],
    ['2027-02-05', { year: 2026, month: 12, leap: false, day: 29 }],
    ['2000-01-01', { year: 1999, month: 11, leap: false, day: 25 }],
    ['2033-12-22', { year: 2033, month: 11, leap: true, day: 1 }],
    ['2034-01-20', { year: 2033, month: 12, leap: false, day: 1 }],
    ['2020-05-23', { year: 2020, month: 4, leap: true, day: 1 }],
  ])('%s', (date, lunar) => {
    expect(lunarDate(date)).toEqual(lunar)
    expect(lunarToDate(lunar.year, lunar.month, lunar.day, { leap: lunar.leap })).toBe(date)
  })

  test('is refused where there is none, or the table ends', () => {
    expect(lunarCoverage()).toEqual({ from: '2000-01-01', to: '2100-12-31' })
    for (const date of ['1999-12-31', '2101-01-01', '2023-02-29', 'today']) expect(() => lunarDate(date)).toThrow(RangeError)
    expect(() => lunarToDate(2026, 12, 30)).toThrow('has 29 days')
    expect(() => lunarToDate(2027, 1, 1, { leap: true })).toThrow('no leap month 1')
    expect(() => lunarToDate(2027, 1, 1.5)).toThrow(RangeError)
    expect(() => lunarToDate(1999, 11, 24)).toThrow('1999-12-31')
    expect(() => lunarToDate(2100, 12, 2)).toThrow('2101-01-01')
    expect(lunarToDate(2100, 12, 1)).toBe('2100-12-31')
  })
})

describe('a festival', () => {
  test.each<[Festival, number, string]>([
    ['spring-festival', 2027, '2027-02-06'],
    ['new-year-eve', 2027, '2027-02-05'],
    ['new-year-eve', 2024, '2024-02-09'],
    ['little-new-year-north', 2026, '2026-02-10'],
    ['little-new-year-south', 2026, '2026-02-11'],
    ['laba', 2023, '2022-12-30'],
    ['lantern-festival', 2026, '2026-03-03'],
    ['qingming', 2023, '2023-04-05'],
    ['qingming', 2024, '2024-04-04'],
    ['dragon-boat', 2025, '2025-05-31'],
    ['mid-autumn', 2025, '2025-10-06'],
    ['mid-autumn', 2020, '2020-10-01'],
    ['new-year', 2100, '2100-01-01'],
    ['winter-solstice', 2033, '2033-12-21'],
  ])('%s of %i is on %s', (festival, year, date) => {
    expect(festivalDay(festival, year)).toBe(date)
  })

  test('除夕 is the 29th or the 30th of 腊月, the day before 春节', () => {
    const days = new Set<number>()
    for (let year = 2001; year <= 2100; year++) {
      const eve = festivalDay('new-year-eve', year) ?? ''
      const lunar = lunarDate(eve)
      expect(lunar).toMatchObject({ year: year - 1, month: 12, leap: false })
      expect(addDays(eve, 1)).toBe(festivalDay('spring-festival', year))
      days.add(lunar.day)
    }
    expect([...days].sort()).toEqual([29, 30])
  })

  test('清明 is on 4, 5 or 6 April, and as festival and as term the same', () => {
    for (let year = 2000; year <= 2100; year++) {
      expect(festivalDay('qingming', year)).toMatch(/-04-0[456]$/)
      expect(festivalDay('qingming', year)).toBe(solarTermDay('qingming', year))
    }
  })

  test('is undefined past the table, and refused where there is no such festival', () => {
    for (const festival of Object.keys(festivals)) {
      if (!isFestival(festival)) throw new Error(festival)
      expect(festivalDay(festival, 1999)).toBeUndefined()
      expect(festivalDay(festival, 2101)).toSatisfy((day) => day === undefined || String(day).startsWith('2100-12'))
      expect(festivalDay(festival, 2050)).toMatch(/^20(49|50)-/)
    }
    expect(isFestival('toString')).toBe(false)
    expect(() => festivalDay('easter' as Festival, 2026)).toThrow(RangeError)
    expect(() => festivalDay('qingming', 2026.5)).toThrow(RangeError)
    expect(solarTermDay('qingming', 2101)).toBeUndefined()
  })
})
