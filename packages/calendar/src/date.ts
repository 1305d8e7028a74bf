/**
 * Calendar days without a time zone: 'YYYY-MM-DD', Gregorian, 1900-01-01 to 2100-12-31.
 *
 * Day arithmetic runs in UTC, where every day has 24 hours, so that neither the host's zone
 * nor the summer time China kept from 1986 to 1991 can shift a day. It needs nothing but `Date`:
 * pages that only decide rules have it without Luxon, as `@hegui/calendar/date`.
 */

/** A calendar day, 'YYYY-MM-DD'. Text order is time order. */
export type LocalDate = string

const firstYear = 1900
const lastYear = 2100
const dayMs = 86_400_000
const firstDay = Date.UTC(firstYear, 0, 1)
const lastDay = Date.UTC(lastYear, 11, 31)
const shape = /^\d{4}-\d{2}-\d{2}$/

/** A day and its place in the week: 1 is Monday, 7 is Sunday (ISO 8601). */
export interface WeekDate {
  readonly date: LocalDate
  readonly weekday: number
}

/** Whether `text` is a day that exists, in the years 1900 to 2100; 2023-02-29 is none. */
export function isLocalDate(text: string): boolean {
  return parse(text) !== undefined
}

/** The day `n` days later; earlier when `n` is negative. Throws RangeError outside 1900–2100. */
export function addDays(date: LocalDate, n: number): LocalDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`number of days is ${n}; give a whole number`)
  return format(dayOf(date) + n * dayMs, `${date} plus ${n} days`)
}

/** Days from `a` to `b`: 1 from a day to the next one, negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return (dayOf(b) - dayOf(a)) / dayMs
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  return weekdayOf(dayOf(date))
}

/** Negative when `a` is earlier, 0 on the same day, positive when `a` is later; fit for `sort`. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return Math.sign(daysBetween(b, a))
}

/**
 * The same day `months` months later, and whether that month is too short to have it: the
 * date is then the month's last day (2024-01-31 plus one month is 2024-02-29, clipped).
 */
export function addMonths(date: LocalDate, months: number): { readonly date: LocalDate; readonly clipped: boolean } {
  if (!Number.isSafeInteger(months)) throw new RangeError(`number of months is ${months}; give a whole number`)
  const from = new Date(dayOf(date))
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate()]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return { date: format(Date.UTC(year, month, Math.min(day, last)), `${date} plus ${months} months`), clipped: last < day }
}

/** The last day of the month that `date` lies in. */
export function lastOfMonth(date: LocalDate): LocalDate {
  const from = new Date(dayOf(date))
  return format(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0), `the month of ${date}`)
}

/** The week that `date` lies in, by its ISO 8601 name ('2019-W24'): the year is the week's, not the day's. */
export function isoWeek(date: LocalDate): string {
  const at = dayOf(date)
  // The year of a week is the one its Thursday lies in.
  const thursday = at + (4 - weekdayOf(at)) * dayMs
  const year = new Date(thursday).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** `first`, then each following day. Throws RangeError past 2100-12-31. */
export function* daysFrom(first: LocalDate): Generator<WeekDate, never> {
  const day = dayOf(first)
  let weekday = weekdayOf(day)
  for (let at = day; at <= lastDay; at += dayMs) {
    yield { date: new Date(at).toISOString().slice(0, 10), weekday }
    weekday = (weekday % 7) + 1
  }
  throw new RangeError(`counting from ${first} leaves the years ${firstYear} to ${lastYear}`)
}

const weekdayOf = (day: number): number => new Date(day).getUTCDay() || 7

/** Milliseconds of UTC at the start of the day. A day that does not exist comes out as another: that is how it is told. */
function parse(text: string): number | undefined {
  if (typeof text !== 'string' || !shape.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  return inRange(at) && new Date(at).toISOString().startsWith(text) ? at : undefined
}

function dayOf(date: LocalDate): number {
  const day = parse(date)
  if (day === undefined) {
    throw new RangeError(`date is ${JSON.stringify(date)}; give a day that exists, 'YYYY-MM-DD', ${firstYear} to ${lastYear}`)
  }
  return day
}

function format(day: number, what: string): LocalDate {
  if (!inRange(day)) throw new RangeError(`${what} leaves the years ${firstYear} to ${lastYear}`)
  return new Date(day).toISOString().slice(0, 10)
}

/** NaN, past what `Date` can hold, is out of range as well. */
const inRange = (day: number): boolean => day >= firstDay && day <= lastDay
