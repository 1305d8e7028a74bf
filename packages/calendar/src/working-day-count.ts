/**
 * Counts working days forward, and says how far unknown days leave the end open.
 *
 * Three counts run side by side. `earliest` takes every unknown day for a workday, Saturdays and
 * Sundays too (they may be make-up days): no notice can bring the end forward of it. `latest`
 * takes of an unknown stretch only the workdays that no stretch of that length has gone
 * without (fewest-workdays.ts). `due` takes unknown Mondays to Fridays for workdays, and lies between the two.
 */
import { daysFrom, type LocalDate, type WeekDate } from './date'
import { fewestWorkdays } from './fewest-workdays'
import { current, type Knowledge } from './holidays/knowledge'
import { type CountedStretch, extendStretches } from './stretch'
import { type DayFact, dayFact } from './workday'

export interface WorkingDayCount {
  readonly due: LocalDate
  readonly earliest: LocalDate
  readonly latest: LocalDate
  /** From the first day to `due`, both included. */
  readonly counting: readonly CountedStretch[]
}

/** The day that is the `amount`-th working day (1 or more), `first` itself being the first that may count. */
export function countWorkingDays(
  first: LocalDate,
  amount: number,
  known: Knowledge = current,
  factOf: (day: WeekDate) => DayFact = (day) => dayFact(day, known),
): WorkingDayCount {
  const counting: CountedStretch[] = []
  let [most, plain, least] = [0, 0, 0]
  let leastBeforeUnknown = 0
  let unknownDays = 0
  let earliest: LocalDate | undefined
  let due: LocalDate | undefined
  for (const day of daysFrom(first)) {
    const fact = factOf(day)
    const counted = fact.kind === 'unknown' ? day.weekday <= 5 : fact.kind === 'workday' || fact.kind === 'make-up-workday'
    if (fact.kind === 'unknown') {
      unknownDays++
      most++
      least = leastBeforeUnknown + fewestWorkdays(unknownDays, known)
    } else {
      unknownDays = 0
      if (counted) {
        most++
        least++
      }
      leastBeforeUnknown = least
    }
    if (counted) plain++
    if (due === undefined) extendStretches(counting, day.date, counted, fact)
    if (most >= amount) earliest ??= day.date
    if (plain >= amount) due ??= day.date
    if (earliest !== undefined && due !== undefined && least >= amount) return { due, earliest, latest: day.date, counting }
  }
  throw new Error('unreachable: daysFrom throws past 2100')
}
