/** Festivals on which plans and notices hang their windows, and the statutory ones. */
import type { LocalDate } from '../date'
import { covers, findMonth } from './lunar-date'
import { type SolarTerm, solarTermDay } from './solar-term'
import { dayInMonth } from './table'

/** Chinese titles. 小年 is 腊月廿三 in the north and 腊月廿四 in the south: two festivals, since plans differ. */
export const festivals = {
  'new-year': '元旦',
  laba: '腊八',
  'little-new-year-north': '小年（北方，腊月廿三）',
  'little-new-year-south': '小年（南方，腊月廿四）',
  'new-year-eve': '除夕',
  'spring-festival': '春节',
  'lantern-festival': '元宵节',
  qingming: '清明节',
  'labour-day': '劳动节',
  'dragon-boat': '端午节',
  'ghost-festival': '中元节',
  'mid-autumn': '中秋节',
  'double-ninth': '重阳节',
  'national-day': '国庆节',
  'winter-solstice': '冬至',
} as const

export type Festival = keyof typeof festivals

type Rule =
  | { readonly on: 'gregorian'; readonly monthDay: string }
  | { readonly on: 'lunar'; readonly month: number; readonly day: number }
  /** In the last month of the lunar year that 春节 ends; day 'last' is the 29th or the 30th. */
  | { readonly on: 'year-end'; readonly day: number | 'last' }
  | { readonly on: 'term'; readonly term: SolarTerm }

const rules: Readonly<Record<Festival, Rule>> = {
  'new-year': { on: 'gregorian', monthDay: '01-01' },
  laba: { on: 'year-end', day: 8 },
  'little-new-year-north': { on: 'year-end', day: 23 },
  'little-new-year-south': { on: 'year-end', day: 24 },
  'new-year-eve': { on: 'year-end', day: 'last' },
  'spring-festival': { on: 'lunar', month: 1, day: 1 },
  'lantern-festival': { on: 'lunar', month: 1, day: 15 },
  qingming: { on: 'term', term: 'qingming' },
  'labour-day': { on: 'gregorian', monthDay: '05-01' },
  'dragon-boat': { on: 'lunar', month: 5, day: 5 },
  'ghost-festival': { on: 'lunar', month: 7, day: 15 },
  'mid-autumn': { on: 'lunar', month: 8, day: 15 },
  'double-ninth': { on: 'lunar', month: 9, day: 9 },
  'national-day': { on: 'gregorian', monthDay: '10-01' },
  'winter-solstice': { on: 'term', term: 'winter-solstice' },
}

/** Whether the text names a festival known here. */
export const isFestival = (text: string): text is Festival => Object.hasOwn(rules, text)

/**
 * The day of the festival in `year`, a Gregorian year; undefined outside `lunarCoverage()`, so that a range may reach
 * past it. Throws RangeError on a name that is no festival.
 *
 * 腊八, 小年 and 除夕 go with the 春节 they lead up to: those of 2027 precede 2027-02-06, and 腊八 of 2023 is on
 * 2022-12-30. Every other one lies within the year. A leap month repeats no festival.
 */
export function festivalDay(festival: Festival, year: number): LocalDate | undefined {
  if (!isFestival(festival)) throw new RangeError(`festival is ${JSON.stringify(festival)}; give one of ${Object.keys(festivals).join(', ')}`)
  if (!Number.isInteger(year)) throw new RangeError(`year is ${year}; give a whole number`)
  const day = dayByRule(rules[festival], year)
  return day !== undefined && covers(day) ? day : undefined
}

function dayByRule(rule: Rule, year: number): LocalDate | undefined {
  switch (rule.on) {
    case 'gregorian':
      return `${String(year).padStart(4, '0')}-${rule.monthDay}`
    case 'lunar':
      return lunarDay(year, rule.month, rule.day)
    case 'year-end':
      return lunarDay(year - 1, 12, rule.day)
    case 'term':
      return solarTermDay(rule.term, year)
    default:
      return rule satisfies never
  }
}

/** A 腊月 is never repeated in these years (table.test.ts), so its last day is the day before 春节. */
function lunarDay(lunarYear: number, month: number, day: number | 'last'): LocalDate | undefined {
  const found = findMonth(lunarYear, month)
  return found === undefined ? undefined : dayInMonth(found, day === 'last' ? found.days : day)
}
