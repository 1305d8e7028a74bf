/**
 * Days in the lunar calendar (农历), out of the frozen table. Never the host's own Chinese calendar: that of Node 20
 * puts 春节 2027 a day late.
 */
import { isLocalDate, type LocalDate } from '../date'
import { dayInMonth, dayOfMonth, type LunarMonth, monthsOf } from './table'

/** A day as the lunar calendar counts it. `year` is the Gregorian year in which that lunar year began. */
export interface LunarDate {
  readonly year: number
  /** 1 (正月) to 12 (腊月). */
  readonly month: number
  /** In the repetition of the month (闰月). */
  readonly leap: boolean
  readonly day: number
}

const first: LocalDate = '2000-01-01'
const last: LocalDate = '2100-12-31'

/** The days the table holds, both ends included; solar terms and festivals reach as far. */
export function lunarCoverage(): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: first, to: last }
}

/** The lunar date of a day. Throws RangeError on a day that does not exist or lies outside `lunarCoverage()`. */
export function lunarDate(date: LocalDate): LunarDate {
  if (!isLocalDate(date) || !covers(date)) throw new RangeError(`date is ${JSON.stringify(date)}; give a day that exists, 'YYYY-MM-DD', ${first} to ${last}`)
  const gregorian = Number(date.slice(0, 4))
  const begun = [gregorian - 1, gregorian].flatMap((year) => monthsOf(year) ?? []).filter(({ starts }) => starts <= date)
  const found = begun.at(-1)
  if (found === undefined) throw new Error(`the lunar table has no month for ${date}`)
  return { year: found.year, month: found.month, leap: found.leap, day: dayOfMonth(found, date) }
}

/**
 * The day on which a lunar date falls: year 2026, month 12, day 30 is in February 2027. Throws RangeError where there
 * is no such month or day (2027 has no 腊月三十), or where it lies outside `lunarCoverage()`.
 */
export function lunarToDate(year: number, month: number, day: number, options: { readonly leap?: boolean } = {}): LocalDate {
  const leap = options.leap === true
  const found = findMonth(year, month, leap)
  if (found === undefined) throw new RangeError(`lunar year ${year} has no ${leap ? 'leap ' : ''}month ${month} in the table, 1999 to 2100`)
  if (!Number.isInteger(day) || day < 1 || day > found.days) throw new RangeError(`day is ${day}; that month of lunar year ${year} has ${found.days} days`)
  const date = dayInMonth(found, day)
  if (!covers(date)) throw new RangeError(`lunar ${year}-${month}-${day} is ${date}; the table holds ${first} to ${last}`)
  return date
}

/** The month of that number in the lunar year that begins in Gregorian `year`. */
export function findMonth(year: number, month: number, leap = false): LunarMonth | undefined {
  return monthsOf(year)?.find((each) => each.month === month && each.leap === leap)
}

/** Whether the day is one the table answers for. */
export const covers = (date: LocalDate): boolean => date >= first && date <= last
