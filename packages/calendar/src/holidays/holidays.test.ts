/**
 * The data against both libraries again, day by day.
 *
 * chinese-days is read as the plain data file it ships: its functions read a date in the host's
 * zone and are a day off in America.
 */
import chineseDays from 'chinese-days/dist/chinese-days.json'
import { LegalHoliday } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import { daysFrom, isLocalDate, weekday } from '../date'
import { coverage, dayFact, dayKind } from '../workday'
import { calendarVersion, holidayData } from './index'

const holidays: Readonly<Record<string, string>> = chineseDays.holidays
const workdays: Readonly<Record<string, string>> = chineseDays.workdays

function chineseDaysWorks(date: string): boolean {
  return date in workdays || (!(date in holidays) && weekday(date) <= 5)
}

function tymeWorks(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return LegalHoliday.fromYmd(year, month, day)?.isWork() ?? weekday(date) <= 5
}

const works = (date: string) => ['workday', 'make-up-workday'].includes(dayKind(date))

function daysOfCoverage(): string[] {
  const dates: string[] = []
  for (const { date } of daysFrom(coverage().from)) {
    dates.push(date)
    if (date === coverage().to) break
  }
  return dates
}

describe('the holiday data', () => {
  const disputed = holidayData.flatMap((year) => year.disputed.map(({ date }) => date))

  test('agrees with chinese-days and tyme4ts on every day that is not disputed', () => {
    const differing = daysOfCoverage().filter((date) => !disputed.includes(date) && (chineseDaysWorks(date) !== works(date) || tymeWorks(date) !== works(date)))
    expect(differing).toEqual([])
  })

  test('lists as disputed exactly the days on which the libraries disagree', () => {
    expect(disputed).toEqual(daysOfCoverage().filter((date) => chineseDaysWorks(date) !== tymeWorks(date)))
  })

  test('makes every make-up workday a Saturday or Sunday outside the holidays', () => {
    for (const date of holidayData.flatMap((year) => year.makeUpWorkdays)) {
      expect(weekday(date)).toBeGreaterThan(5)
      expect(dayKind(date)).toBe('make-up-workday')
    }
  })

  test('holds existing days, in order, each once', () => {
    for (const year of holidayData) {
      const ends = year.holidays.flatMap(({ from, to }) => (from === to ? [from] : [from, to]))
      expect(ends).toEqual([...new Set(ends)].sort())
      expect(year.makeUpWorkdays).toEqual([...new Set(year.makeUpWorkdays)].sort())
      for (const date of [...ends, ...year.makeUpWorkdays]) expect(isLocalDate(date)).toBe(true)
    }
  })

  test('claims no notice that was not read', () => {
    for (const { source } of holidayData) expect(source.notice === null).toBe(source.noticeStatus === 'not-read')
  })

  test('runs year after year without a gap, and the version says which', () => {
    expect(holidayData.map((year) => year.year)).toEqual(Array.from({ length: 17 }, (_, index) => 2010 + index))
    expect(calendarVersion).toBe('2010-2026')
  })

  test('names the holidays in full', () => {
    expect(dayFact({ date: '2025-10-06', weekday: 1 })).toEqual({ kind: 'holiday', holiday: '国庆节、中秋节' })
    expect(dayFact({ date: '2024-04-04', weekday: 4 })).toEqual({ kind: 'holiday', holiday: '清明节' })
  })
})
