/// <reference types="node" />
/**
 * The data, entered from the notices, against two libraries that took it from elsewhere, day by day, on hosts in two zones.
 *
 * chinese-days is read as the plain data file it ships: its functions read a date in the host's
 * zone and are a day off in America.
 */
import chineseDays from 'chinese-days/dist/chinese-days.json'
import { LegalHoliday } from 'tyme4ts'
import { afterEach, describe, expect, test } from 'vitest'
import { movedDays, updateHolidays, yearFromLibraries } from '../../scripts/holidays.mjs'
import { daysBetween, daysFrom, isLocalDate, weekday } from '../date'
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

const disputed = holidayData.flatMap((year) => year.disputed.map(({ date }) => date))
const arrangements = holidayData.flatMap((year) => [year, ...year.amendments])
const hostZone = process.env.TZ

afterEach(() => {
  if (hostZone === undefined) delete process.env.TZ
  else process.env.TZ = hostZone
})

describe('the holiday data', () => {
  test.each(['Asia/Shanghai', 'America/Los_Angeles'])(
    'agrees with chinese-days on every day, and with tyme4ts but for the disputed, on a host in %s',
    (zone) => {
      process.env.TZ = zone
      expect(new Date('2024-01-01T00:00:00Z').getTimezoneOffset()).toBe(zone === 'Asia/Shanghai' ? -480 : 480)
      const days = daysOfCoverage()
      expect(days.filter((date) => chineseDaysWorks(date) !== works(date))).toEqual([])
      expect(days.filter((date) => tymeWorks(date) !== works(date))).toEqual(disputed)
      expect(disputed).toEqual(['2013-04-07', '2013-10-12'])
    },
  )

  test('makes every make-up workday a Saturday or Sunday outside the holidays of its notice', () => {
    for (const { makeUpWorkdays, holidays: runs } of arrangements) {
      for (const date of makeUpWorkdays) {
        expect(weekday(date)).toBeGreaterThan(5)
        expect(runs.some(({ from, to }) => from <= date && date <= to)).toBe(false)
      }
    }
  })

  test('holds existing days, in order, each once', () => {
    for (const year of arrangements) {
      const ends = year.holidays.flatMap(({ from, to }) => (from === to ? [from] : [from, to]))
      expect(ends).toEqual([...new Set(ends)].sort())
      expect(year.makeUpWorkdays).toEqual([...new Set(year.makeUpWorkdays)].sort())
      for (const date of [...ends, ...year.makeUpWorkdays]) expect(isLocalDate(date)).toBe(true)
    }
  })

  test('names a notice exactly where it was read, with number, day and place', () => {
    for (const { notice } of arrangements) {
      const { title, number, datedOn, readIn } = notice
      for (const known of [title, number, datedOn, readIn]) expect(known === null).toBe(notice.status === 'not-read')
    }
  })

  test('every read notice was out before the days it moves, 2020 alone while they were running', () => {
    const late = arrangements.filter(({ notice, holidays: runs, makeUpWorkdays }) => {
      const known = notice.publishedOn ?? notice.datedOn
      return known !== null && [...runs.map(({ from }) => from), ...makeUpWorkdays].some((date) => date <= known)
    })
    expect(late.map(({ notice }) => notice.number)).toEqual(['国办发明电〔2020〕1号'])
    for (const { notice } of arrangements) expect(daysBetween(notice.datedOn ?? '', notice.publishedOn ?? notice.datedOn ?? '')).toBeLessThanOrEqual(2)
  })

  test('an amendment replaces only days that were moved before it', () => {
    for (const year of holidayData) {
      const runs = [...year.holidays, ...year.makeUpWorkdays.map((date) => ({ from: date, to: date }))]
      for (const { from, to } of year.amendments.flatMap(({ replaces }) => replaces)) {
        expect(runs.some((run) => run.from === from)).toBe(true)
        expect(runs.some((run) => run.to === to)).toBe(true)
      }
    }
    expect(holidayData.filter(({ amendments }) => amendments.length > 0).map(({ year }) => year)).toEqual([2015, 2019, 2020])
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

describe('the yearly update', () => {
  test('changes nothing while the libraries stay, and finds no contradiction', () => {
    const written: string[] = []
    const reports = updateHolidays((url, text) => {
      written.push(`${url.pathname.split('/').at(-1)} ${text.length}`)
      return 'unchanged'
    })
    expect(reports.filter(({ differing }) => differing.length > 0)).toEqual([])
    expect(written.map((line) => line.split(' ')[0])).toEqual([...holidayData.map(({ year }) => `${year}.json`), 'years.ts'])
  })

  test('makes of a year that only the libraries know one that claims no notice', () => {
    const found = yearFromLibraries(
      2026,
      movedDays(2026).filter((day) => day.year === 2026),
    )
    const read = holidayData.find(({ year }) => year === 2026)
    expect(found.notice).toMatchObject({ status: 'not-read', title: null, number: null })
    expect(found.makeUpWorkdays).toEqual(read?.makeUpWorkdays)
    expect(found.holidays).toEqual(read?.holidays)
  })
})
