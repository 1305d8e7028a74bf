/** The frozen table, opened: when each lunar month begins, and on which day each solar term falls. */
import type { LocalDate } from '../date'
import frozen from './table.json'

/** A month of the lunar calendar. `leap`: the repetition of the month of that number (闰月). */
export interface LunarMonth {
  readonly year: number
  readonly month: number
  readonly leap: boolean
  readonly starts: LocalDate
  /** 29 (小月) or 30 (大月). */
  readonly days: number
}

/** The table every lunar answer rests on, without the note of where it was taken from; hash it to say which was used. */
export const lunarData = { lunarYears: frozen.lunarYears, earliestTermDays: frozen.earliestTermDays, termDelays: frozen.termDelays } as const

const lunarYears: Readonly<Record<string, string>> = frozen.lunarYears
const termDelays: Readonly<Record<string, string>> = frozen.termDelays
const dayMs = 86_400_000
const opened = new Map<number, readonly LunarMonth[]>()

/** The twelve or thirteen months of the lunar year that begins in Gregorian `year`; undefined outside 1999–2100. */
export function monthsOf(year: number): readonly LunarMonth[] | undefined {
  const known = opened.get(year)
  if (known !== undefined) return known
  const text = lunarYears[year]
  if (text === undefined) return undefined
  const months = readYear(year, text)
  opened.set(year, months)
  return months
}

/** Day of the month of the term at `index` in the order of the Gregorian year, 小寒 first; undefined outside 2000–2100. */
export function termDayOfMonth(index: number, year: number): number | undefined {
  const delay = termDelays[year]?.[index]
  const earliest = frozen.earliestTermDays[index]
  return delay === undefined || earliest === undefined ? undefined : earliest + Number(delay)
}

/** '02-06 0 110100100110': first day, repeated month (0: none), each month's days over 29. */
function readYear(year: number, text: string): readonly LunarMonth[] {
  const [first = '', repeated = '0', lengths = ''] = text.split(' ')
  const leapMonth = Number(repeated)
  let starts: LocalDate = `${year}-${first}`
  return [...lengths].map((length, index) => {
    const leap = leapMonth > 0 && index === leapMonth
    const month = leapMonth > 0 && index >= leapMonth ? index : index + 1
    const days = 29 + Number(length)
    const found: LunarMonth = { year, month, leap, starts, days }
    starts = shift(starts, days)
    return found
  })
}

/** The day `day` of the month, from 1, by its position; the caller keeps within `days`. */
export const dayInMonth = (month: LunarMonth, day: number): LocalDate => shift(month.starts, day - 1)

/** Day of the month, from 1, that `date` is; beyond `days` where it lies after the month. */
export const dayOfMonth = (month: LunarMonth, date: LocalDate): number => (Date.parse(date) - Date.parse(month.starts)) / dayMs + 1

/** In UTC, and past 2100-12-31, where `addDays` ends: the last lunar year goes on into 2101. */
const shift = (date: LocalDate, days: number): LocalDate => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
