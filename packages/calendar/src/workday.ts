/**
 * What kind of day it is: do authorities work?
 *
 * The answer is only ever read from a published notice. Where there is none it is `unknown`,
 * not a guess: a Monday may turn out to be a holiday, a Saturday a make-up workday.
 */
import { addDays, daysFrom, type LocalDate, type WeekDate, weekday } from './date'
import { holidayData } from './holidays/index'

/** `make-up-workday` is a Saturday or Sunday worked in exchange (调休上班). */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'make-up-workday' | 'unknown'

export interface DayFact {
  readonly kind: DayKind
  /** Name of the holiday, on days of kind `holiday` only. */
  readonly holiday?: string
}

/**
 * The last days of the last published year wait for the next notice: New Year has reached back
 * to 29 December (2018). A week leaves room for a longer reach than any seen.
 */
const daysLeftToNextNotice = 7

const firstYear = holidayData.at(0)?.year ?? 0
const lastYear = holidayData.at(-1)?.year ?? 0
const from: LocalDate = `${firstYear}-01-01`
const to: LocalDate = addDays(`${lastYear}-12-31`, -daysLeftToNextNotice)

const movedDays: ReadonlyMap<LocalDate, DayFact> = readMovedDays()

/** Kind of the day; `unknown` outside `coverage()` and where the sources disagree. Throws RangeError if there is no such day. */
export function dayKind(date: LocalDate): DayKind {
  return dayFact({ date, weekday: weekday(date) }).kind
}

/** The days whose kind is known, both ends included. Between them only disputed days are `unknown`. */
export function coverage(): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from, to }
}

/** Kind and holiday name. Compares as text: the day must be a valid one. */
export function dayFact(day: WeekDate): DayFact {
  if (day.date < from || day.date > to) return { kind: 'unknown' }
  return movedDays.get(day.date) ?? { kind: day.weekday > 5 ? 'weekend' : 'workday' }
}

function readMovedDays(): Map<LocalDate, DayFact> {
  const days = new Map<LocalDate, DayFact>()
  for (const year of holidayData) {
    for (const run of year.holidays) {
      for (const { date } of daysFrom(run.from)) {
        days.set(date, { kind: 'holiday', holiday: run.name })
        if (date >= run.to) break
      }
    }
    for (const date of year.makeUpWorkdays) days.set(date, { kind: 'make-up-workday' })
    for (const { date } of year.disputed) days.set(date, { kind: 'unknown' })
  }
  return days
}
