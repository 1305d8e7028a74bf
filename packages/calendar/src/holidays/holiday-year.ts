import type { LocalDate } from '../date'

/** Both ends belong to it. */
export interface DayRun {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A notice on days off. What nobody has read yet has neither title nor number. */
export interface HolidayNotice {
  readonly issuer: string
  readonly title: string | null
  readonly number: string | null
  readonly status: 'read' | 'not-read'
  /** The day it bears at its end (成文日期). */
  readonly datedOn: LocalDate | null
  /** The earliest day on which it is known to have been public; null where no copy says so. */
  readonly publishedOn: LocalDate | null
  /** Where its wording was read, in Chinese. */
  readonly readIn: string | null
}

/** What a notice arranges. Weekends it merely adjoins (与周末连休) stay weekends. */
export interface Arrangement {
  readonly notice: HolidayNotice
  readonly holidays: readonly (DayRun & { readonly name: string })[]
  /** Saturdays and Sundays on which people work (调休上班). */
  readonly makeUpWorkdays: readonly LocalDate[]
}

/** A later notice that changes the year's arrangement, or adds to it. */
export interface Amendment extends Arrangement {
  /** Days whose earlier arrangement falls away before its own is applied. */
  readonly replaces: readonly DayRun[]
}

/**
 * The days that one year's holiday notice (国务院办公厅关于部分节假日安排的通知) moved, as it stood when issued.
 *
 * Filed by notice year, so the file of 2019 begins on 2018-12-29. README, 每年更新, says how a year is added.
 */
export interface HolidayYear extends Arrangement {
  readonly year: number
  /** In Chinese; empty when there is nothing to say. */
  readonly note: string
  readonly amendments: readonly Amendment[]
  /** The libraries with which it was compared day by day. */
  readonly comparedWith: readonly string[]
  /** Days on which they disagree whether people work: unknown at run time, unless the notice was read. */
  readonly disputed: readonly SourceDifference[]
}

/** What each source says of one day. */
export interface SourceDifference {
  readonly date: LocalDate
  readonly chineseDays: string
  readonly tyme4ts: string
}
