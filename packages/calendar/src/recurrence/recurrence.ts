/** Recurring duties as they are put, and as they are answered. */
import type { Boundary, Span } from '../boundary'
import type { LocalDate } from '../date'

/** Moved only where the text says so: a deadline of a plan stays on the day it names, holiday or not. */
export type OnHoliday = 'stays' | 'moves-to-next-workday' | 'moves-to-previous-workday'

/** How often a duty comes round. The same shape as in a plan. */
export type Recurrence =
  | {
      readonly every: 'week'
      /** 1 is Monday. */
      readonly weekday: number
      /** 'HH:MM', Beijing time, the last minute that is on time. Absent: any time of that day. */
      readonly before?: string | undefined
      /** It reports on the week before, so it cannot be done until that week is over. */
      readonly about?: 'week-before' | undefined
      readonly onHoliday?: OnHoliday | undefined
    }
  | { readonly every: 'week' | 'month' | 'quarter' | 'year'; readonly times: number }
  | { readonly every: 'two-weeks'; readonly anchor: LocalDate | null; readonly onHoliday?: OnHoliday | undefined }
  | { readonly every: 'month'; readonly byDays: readonly number[]; readonly onHoliday?: OnHoliday | undefined }
  | { readonly every: 'once'; readonly by: Boundary; readonly onHoliday?: OnHoliday | undefined }
  | { readonly every: 'action' }
  | { readonly every: 'finding'; readonly within: 'at-once' }
  | { readonly every: 'irregular' }

export interface OccurrenceOptions {
  /** From when to when the duty runs, mostly the plan's own days; absent: without end either way. */
  readonly span?: Span
  /** The day the plan was issued: what fell due until then was not owed for certain. */
  readonly issuedOn?: Boundary | null
  /** A week, month, quarter or year that the span cuts: does it still ask for its share? Default `counts`, and is marked `partial`. */
  readonly partialPeriods?: 'counts' | 'left-out'
}

/** One time that a duty is to be done. */
export interface Occurrence {
  /** Stable within one duty, whatever the period asked for: '2017-01-04', '2023-Q2', '2019-W24', '2023-05', '2023', 'once'. */
  readonly key: string
  /** The first day on which it can be done for this time. Null: the duty began at a day that is not known. */
  readonly opens: LocalDate | null
  /**
   * The last day that is on time; earlier is on time too. The two are one day where it is certain. Done by `earliest` is on
   * time for certain, after `latest` is late for certain. `earliest` null: no telling how early it fell due.
   */
  readonly due: { readonly earliest: LocalDate | null; readonly latest: LocalDate }
  /** The last instant on time, with offset +08:00; only where the text names a time of day and the day is certain. */
  readonly instant?: string
  /** How many times it is to be done by then, counted from `opens`. */
  readonly count: number
  /** `possible`: the span may not reach this far, or the plan was not issued before it fell due. Never held against anyone. */
  readonly holds: 'certain' | 'possible'
  /** The month has no such day: its last day stands in. */
  readonly shortened?: true
  /** The span cuts, or may cut, this week, month, quarter or year. */
  readonly partial?: true
  /** In Chinese, where there is something to say about this time. */
  readonly note?: string
}

/** Why no day can be given. */
export type UnplacedReason = 'anchor-unknown' | 'irregular' | 'per-action' | 'per-finding'

/** Either the times, sorted by due day, or why there are none to give, in Chinese, with the question that would settle it. */
export type Occurrences = { readonly occurrences: readonly Occurrence[]; readonly unplaced?: undefined } | Unplaced

export interface Unplaced {
  readonly occurrences: readonly []
  readonly unplaced: UnplacedReason
  readonly note: string
  readonly question?: string
}
