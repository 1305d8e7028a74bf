/** Deadlines that a plan sets by the day of the month: 每月15日、30日前. */
import { isLocalDate, type LocalDate, lastOfMonth } from './date'

export interface MonthDeadline {
  /** The day of the month as written. */
  readonly byDay: number
  /** The last day that is still on time; earlier is on time too. */
  readonly due: LocalDate
  /** The month has no such day: its last day stands in. */
  readonly shortened: boolean
}

/** The deadlines of `month` (`YYYY-MM`), one for each day given. Throws RangeError for a month or a day that no month has. */
export function monthDeadlines(month: string, byDays: readonly number[]): readonly MonthDeadline[] {
  const first = `${month}-01`
  if (!isLocalDate(first)) throw new RangeError(`month is ${JSON.stringify(month)}; give 'YYYY-MM', 1900 to 2100`)
  const last = lastOfMonth(first)
  return byDays.map((byDay) => {
    if (!Number.isInteger(byDay) || byDay < 1 || byDay > 31) throw new RangeError(`day of the month is ${byDay}; give a whole number from 1 to 31`)
    const day = `${month}-${String(byDay).padStart(2, '0')}`
    return day <= last ? { byDay, due: day, shortened: false } : { byDay, due: last, shortened: true }
  })
}
