/**
 * What kind of day it is: do authorities work?
 *
 * The answer is only ever read from a published notice. Where there is none it is `unknown`,
 * not a guess: a Monday may turn out to be a holiday, a Saturday a make-up workday.
 */
import { isLocalDate, type LocalDate, type WeekDate, weekday } from './date'
import { current, type DayFact, type DayKind, type Knowledge, knownOn } from './holidays/knowledge'

export type { DayFact, DayKind } from './holidays/knowledge'

/**
 * Kind of the day; `unknown` outside `coverage()` and where the sources disagree. Throws RangeError if there is no such day.
 *
 * With `asOf`, as it was known at the end of that day: a notice published later, such as the one that lengthened
 * 春节 2020, is not yet heeded.
 */
export function dayKind(date: LocalDate, { asOf }: { readonly asOf?: LocalDate } = {}): DayKind {
  return dayFact({ date, weekday: weekday(date) }, knowledge(asOf)).kind
}

/** The days whose kind is known, both ends included. Between them only days in dispute are `unknown`. */
export function coverage(): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: current.from, to: current.to }
}

/** Kind and holiday name. Compares as text: the day must be a valid one. */
export function dayFact(day: WeekDate, known: Knowledge = current): DayFact {
  if (day.date < known.from || day.date > known.to) return { kind: 'unknown' }
  return known.moved.get(day.date) ?? { kind: day.weekday > 5 ? 'weekend' : 'workday' }
}

/** What was known on that day; today's knowledge where none is named. Throws RangeError if there is no such day. */
export function knowledge(asOf: LocalDate | undefined): Knowledge {
  if (asOf === undefined) return current
  if (!isLocalDate(asOf)) throw new RangeError(`asOf is ${JSON.stringify(asOf)}; give a day that exists, 'YYYY-MM-DD', 1900 to 2100`)
  return knownOn(asOf)
}
