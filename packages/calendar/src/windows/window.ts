/** Windows of the calendar as data: when a plan looks harder. They rank and schedule; nobody is liable by them. */
import type { Boundary, Period, Span } from '../boundary'
import type { LocalDate } from '../date'

/** A festival or solar term, and so many days after it; negative: before it. */
export interface FestivalPoint {
  readonly festival: string
  readonly offset?: number | undefined
}

/** Days with a name or a rule. The same shape as in a plan. */
export type Window =
  | { readonly kind: 'fixed'; readonly from: Boundary; readonly to: Boundary }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'year'; readonly year: number }
  /** As long as the plan itself. */
  | { readonly kind: 'campaign' }
  | { readonly kind: 'stage'; readonly stage: string }
  /** Every year from 'MM-DD' to 'MM-DD', over the year's end where `to` comes before `from`. */
  | { readonly kind: 'season'; readonly from: string; readonly to: string }
  /**
   * From one festival to the next `to` on or after it (腊月廿三 to 正月十五). `year`: the Gregorian year in which the
   * festival of `from` lies.
   */
  | { readonly kind: 'festival'; readonly year: number | 'every-year'; readonly from: FestivalPoint; readonly to: FestivalPoint }

/**
 * The day of a festival, or undefined past the table. Lunar festivals near the new year may be listed under either
 * year: what asks looks at the neighbouring years too, and goes by the day.
 */
export type FestivalDays = (festival: string, year: number) => LocalDate | undefined

/** What a window refers to beyond itself. */
export interface WindowContext {
  readonly campaign: Span
  readonly stages: ReadonlyMap<string, Span>
  readonly festivalDay: FestivalDays
}

/** One run of days: `from` to `to` at the widest, `certain` whichever way the text is meant; null where no day is. */
export interface DayRange extends Period {
  readonly certain: Period | null
}

/** A festival that the table does not know, or not in that year. */
export interface MissingFestival {
  readonly festival: string
  readonly year: number
}

export interface WindowDays {
  /** By first day. */
  readonly ranges: readonly DayRange[]
  readonly missing: readonly MissingFestival[]
}
