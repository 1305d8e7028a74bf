import type { LocalDate } from '../date'

/**
 * The days that one year's holiday notice (国务院办公厅关于部分节假日安排的通知) moved.
 *
 * Filed by notice year, so the file of 2019 begins on 2018-12-29. Written by packages/calendar/scripts/holidays.mjs.
 */
export interface HolidayYear {
  readonly year: number
  /** Where the days were read; `notice` is null until someone has read the notice itself. */
  readonly source: {
    readonly issuer: string
    readonly notice: string | null
    readonly noticeStatus: 'read' | 'not-read'
    readonly takenFrom: readonly string[]
  }
  readonly verification: 'cross-checked-libraries' | 'read-in-notice'
  /** In Chinese; empty when there is nothing to say. */
  readonly note: string
  /** Days off; both ends belong to the holiday. */
  readonly holidays: readonly { readonly name: string; readonly from: LocalDate; readonly to: LocalDate }[]
  /** Saturdays and Sundays on which people work (调休上班). */
  readonly makeUpWorkdays: readonly LocalDate[]
  /** Days on which the sources disagree whether people work: unknown at run time. */
  readonly disputed: readonly SourceDifference[]
  /** Days both sources take for a day off, or both for a workday, under another label: the weekday decides. */
  readonly labelDiffers: readonly SourceDifference[]
}

/** What each source says of one day. */
export interface SourceDifference {
  readonly date: LocalDate
  readonly chineseDays: string
  readonly tyme4ts: string
}
