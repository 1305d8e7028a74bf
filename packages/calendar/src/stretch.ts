/** The counting, laid open: so that a person with a wall calendar can count again. */
import type { LocalDate } from './date'
import type { DayFact, DayKind } from './workday'

/**
 * Why the days of a stretch count or do not:
 * `start-day` the excluded first day; `calendar-day` every day counts; `month` from the first day to the
 * corresponding one; `last-day-moved` days added because the last one was no workday; or the kind of day.
 */
export type StretchReason = DayKind | 'start-day' | 'calendar-day' | 'month' | 'last-day-moved'

/** Consecutive days treated alike. */
export interface CountedStretch {
  readonly from: LocalDate
  /** Included. */
  readonly to: LocalDate
  readonly days: number
  readonly counted: boolean
  readonly reason: StretchReason
  /** Name of the holiday, with reason `holiday` only. */
  readonly holiday?: string
}

/** Adds the next day to `stretches`: to the last one where it is treated alike, else as a new one. */
export function extendStretches(stretches: CountedStretch[], date: LocalDate, counted: boolean, fact: DayFact): void {
  const last = stretches.at(-1)
  if (last !== undefined && last.counted === counted && last.reason === fact.kind && last.holiday === fact.holiday) {
    stretches[stretches.length - 1] = { ...last, to: date, days: last.days + 1 }
    return
  }
  const name = fact.holiday === undefined ? {} : { holiday: fact.holiday }
  stretches.push({ from: date, to: date, days: 1, counted, reason: fact.kind, ...name })
}
