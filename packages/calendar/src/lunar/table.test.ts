/** The frozen table against both libraries, and what is read out of it against both again. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildLunarTable, fromLunarTypescript, fromTyme } from '../../scripts/lunar-table.mjs'
import { daysFrom } from '../date'
import { lunarDate, lunarToDate, solarTermDay, solarTerms } from './index'
import { monthsOf } from './table'
import frozen from './table.json'

describe('the lunar table', () => {
  test('is what both libraries say today, which agree on every day', () => {
    const { table, differing } = buildLunarTable()
    expect(differing).toEqual([])
    expect(frozen).toEqual(table)
  })

  test('is refused where one source strays by a day', () => {
    const stray: typeof fromTyme = (year, month, day) => ({
      ...fromTyme(year, month, day),
      ...(year === 2027 && month === 2 && day === 6 ? { day: 30, month: 12, year: 2026 } : {}),
    })
    expect(buildLunarTable(fromTyme, stray).differing.map(({ date }) => date)).toEqual(['2027-02-06'])
  })

  test('gives the lunar date of every day from 2000 to 2100 as lunar-typescript does, and back', () => {
    const wrong: string[] = []
    for (const { date } of daysFrom('2000-01-01')) {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
      const said = fromLunarTypescript(year, month, day)
      const lunar = lunarDate(date)
      const same = lunar.year === said.year && (lunar.leap ? -lunar.month : lunar.month) === said.month && lunar.day === said.day
      if (!same || lunarToDate(lunar.year, lunar.month, lunar.day, { leap: lunar.leap }) !== date) wrong.push(date)
      if (date === '2100-12-31') break
    }
    expect(wrong).toEqual([])
  })

  test('gives every solar term on the day the sources name it', () => {
    const wrong: string[] = []
    for (let year = 2000; year <= 2100; year++) {
      for (const [term, title] of Object.entries(solarTerms) as [keyof typeof solarTerms, string][]) {
        const [, month = 0, day = 0] = (solarTermDay(term, year) ?? '').split('-').map(Number)
        if (fromTyme(year, month, day).term !== title) wrong.push(`${year} ${title}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('repeats neither a first nor a last month, so 除夕 is the day before 春节', () => {
    for (let year = 1999; year <= 2100; year++) {
      const leap = monthsOf(year)?.filter((month) => month.leap) ?? []
      expect(leap.length).toBe((monthsOf(year)?.length ?? 0) - 12)
      for (const { month } of leap) expect([1, 12]).not.toContain(month)
    }
  })
})

test('nothing in the package asks the host for its Chinese calendar', () => {
  const folder = new URL('../', import.meta.url)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  expect(sources.length).toBeGreaterThan(10)
  for (const name of sources) expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/\bIntl\b|toLocale|lunar-typescript['"]|tyme4ts['"]/)
})
