/// <reference types="node" />
/**
 * Witnesses of other hands. The two libraries the table comes from have one author, so they could share an error:
 * here are a library of another author, and what the State Council's notices say of lunar days.
 */
import { getLunarDate } from 'chinese-days'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daysFrom } from '../date'
import { holidayData } from '../holidays/index'
import { type Festival, festivalDay, lunarDate } from './index'

const hostZone = process.env.TZ

describe('the lunar table, beside other witnesses', () => {
  beforeAll(() => {
    process.env.TZ = 'Asia/Shanghai' // chinese-days reads a day in the zone of the host
  })

  afterAll(() => {
    if (hostZone === undefined) delete process.env.TZ
    else process.env.TZ = hostZone
  })

  test('agrees with chinese-days on every day but those of one month, which chinese-days begins a day after the new moon', () => {
    const differing: string[] = []
    for (const { date } of daysFrom('2000-01-01')) {
      const said = getLunarDate(date)
      const { year, month, day, leap } = lunarDate(date)
      if (said.lunarYear !== year || said.lunarMon !== month || said.lunarDay !== day || said.isLeap !== leap) differing.push(date)
      if (date === '2100-12-31') break
    }
    // The new moon of 2060-04-30 is in the early evening of Beijing, so the fourth month begins on that day.
    expect([differing.length, differing.at(0), differing.at(-1)]).toEqual([30, '2060-04-30', '2060-05-29'])
  })

  test.each([
    ['2011-02-02', 12, 30],
    ['2020-02-02', 1, 9],
    ['2025-01-28', 12, 29],
    ['2025-02-04', 1, 7],
    ['2026-02-15', 12, 28],
    ['2026-02-23', 1, 7],
  ])('%s is the lunar day that the notice of its year calls it', (date, month, day) => {
    expect(lunarDate(date)).toMatchObject({ month, day, leap: false })
  })

  test('puts each festival of the notices inside the holiday of its name', () => {
    const named: readonly [Festival, string][] = [
      ['spring-festival', '春节'],
      ['qingming', '清明节'],
      ['dragon-boat', '端午节'],
      ['mid-autumn', '中秋节'],
    ]
    for (const { year, holidays } of holidayData) {
      for (const [festival, name] of named) {
        const day = festivalDay(festival, year) ?? ''
        expect([year, name, holidays.some((run) => run.name.includes(name) && run.from <= day && day <= run.to)]).toEqual([year, name, true])
      }
    }
  })
})
