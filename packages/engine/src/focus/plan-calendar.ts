/**
 * A plan laid out over days: its stages, focus windows and duties, and what of it has no day.
 *
 * Nothing is left out in silence: what no text dates stands under `unplaced`, with what would settle it.
 */
import {
  type Boundary,
  compareDates,
  coverage,
  type DayRange,
  daysInCampaign,
  type FestivalDays,
  holidayData,
  type LocalDate,
  type MissingFestival,
  type Occurrence,
  type Period,
  type UnplacedReason,
} from '@hegui/calendar'
import { earliestOf, type FocusIntensity, latestOf, type Plan, type PlanDuty } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'
import { dutyOccurrences } from './duty-occurrences.js'
import { festivalDay } from './festivals.js'
import { widestDays, widestPeriod, windowContext } from './plan-days.js'

/** Days of the plan as a whole, not cut to the period asked for. A null end is one the plan does not give. */
export interface CalendarDays {
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** The days that lie inside whichever way the text is meant; null where none does. Absent where the ends are fixed. */
  readonly certain?: Period | null
}

export interface CalendarStage {
  readonly stage: string
  readonly title: string
  /** As the plan has them: a day, or the interval in which it lies. */
  readonly from: Boundary
  readonly to: Boundary
  readonly concurrent?: true
}

export interface CalendarFocus extends CalendarDays {
  readonly focus: string
  readonly title: string
  readonly themes: readonly string[]
  readonly intensity: FocusIntensity
}

export interface CalendarDuty extends Occurrence {
  readonly duty: string
  readonly title: string
  readonly by: readonly string[]
  readonly to?: string
  readonly lawfulShare?: string
}

export interface UnplacedDuty {
  readonly duty: string
  readonly title: string
  readonly by: readonly string[]
  readonly unplaced: UnplacedReason
  readonly note: string
  readonly question?: string
}

export interface DaysOff {
  readonly holidays: readonly { readonly name: string; readonly from: LocalDate; readonly to: LocalDate }[]
  readonly makeUpWorkdays: readonly LocalDate[]
  /** The last day that a notice settles, where the period goes beyond it. */
  readonly unknownAfter?: LocalDate
}

export interface PlanCalendar {
  readonly plan: string
  readonly period: Period
  readonly stages: readonly CalendarStage[]
  readonly focus: readonly CalendarFocus[]
  /** By due day. */
  readonly duties: readonly CalendarDuty[]
  readonly unplaced: readonly UnplacedDuty[]
  /** Festivals of focus windows past the table. */
  readonly missing: readonly (MissingFestival & { readonly focus: string })[]
  readonly daysOff?: DaysOff
}

export interface PlanCalendarOptions {
  /** Also list the statutory days off. */
  readonly daysOff?: boolean
  readonly festivals?: FestivalDays
}

/** What of the plan touches the period. Throws RangeError on a period that cannot be. */
export function planCalendar(plan: Plan, period: Period, { daysOff = false, festivals = festivalDay }: PlanCalendarOptions = {}): PlanCalendar {
  const context = windowContext(plan, festivals)
  const touches = (from: LocalDate | null, to: LocalDate): boolean => (from === null || from <= period.to) && to >= period.from
  const whole = widestPeriod(plan)
  const stages = plan.stages
    .filter(({ from, to }) => touches(earliestOf(from), latestOf(to)))
    .map(({ id, title, from, to, concurrent }) => ({ stage: id, title, from, to, ...(concurrent ? { concurrent } : {}) }))
  const windows = plan.focus.map((focus) => ({ focus, days: daysInCampaign(focus.window, whole, context) }))
  const duties = plan.duties.map((duty) => ({ duty, found: dutyOccurrences(plan, duty, period) }))
  return {
    plan: plan.id,
    period,
    stages,
    focus: windows
      .flatMap(({ focus, days }) =>
        days.ranges
          .filter(({ from, to }) => touches(from, to))
          .map((range) => ({
            focus: focus.id,
            title: focus.title,
            ...shown(range, whole, plan),
            themes: focus.themes,
            intensity: focus.intensity ?? ('normal' as const),
          })),
      )
      .sort((a, b) => byCodeUnit(a.from ?? '', b.from ?? '') || byCodeUnit(a.to ?? '9', b.to ?? '9')),
    duties: duties
      .flatMap(({ duty, found }) => found.occurrences.map((occurrence) => ({ ...named(duty), ...occurrence })))
      .sort((a, b) => compareDates(a.due.latest, b.due.latest) || byCodeUnit(a.instant ?? '9', b.instant ?? '9') || byCodeUnit(a.duty, b.duty)),
    unplaced: duties.flatMap(({ duty, found }): readonly UnplacedDuty[] => {
      if (found.unplaced === undefined) return []
      const { unplaced, note, question } = found
      return [{ duty: duty.id, title: duty.title, by: duty.by, unplaced, note, ...(question === undefined ? {} : { question }) }]
    }),
    missing: windows.flatMap(({ focus, days }) =>
      days.missing
        .filter(({ year }) => String(year) >= period.from.slice(0, 4) && String(year) <= period.to.slice(0, 4))
        .map((missing) => ({ focus: focus.id, ...missing })),
    ),
    ...(daysOff ? { daysOff: daysOffIn(period) } : {}),
  }
}

const named = ({ id, title, by, to, lawfulShare }: PlanDuty): Pick<CalendarDuty, 'duty' | 'title' | 'by' | 'to' | 'lawfulShare'> => ({
  duty: id,
  title,
  by,
  ...(to === undefined ? {} : { to }),
  ...(lawfulShare === undefined ? {} : { lawfulShare }),
})

function shown(range: DayRange, whole: Period, plan: Plan): CalendarDays {
  const { from, to } = widestDays(plan)
  const days = { from: from === null && range.from === whole.from ? null : range.from, to: to === null && range.to === whole.to ? null : range.to }
  const fixed = range.certain !== null && range.certain.from === range.from && range.certain.to === range.to
  return fixed ? days : { ...days, certain: range.certain }
}

function daysOffIn(period: Period): DaysOff {
  const inside = (day: LocalDate): boolean => day >= period.from && day <= period.to
  const { to } = coverage()
  return {
    holidays: holidayData
      .flatMap(({ holidays }) => holidays.map(({ name, from, to: last }) => ({ name, from, to: last })))
      .filter(({ from, to: last }) => from <= period.to && last >= period.from),
    makeUpWorkdays: holidayData.flatMap(({ makeUpWorkdays }) => makeUpWorkdays.filter(inside)),
    ...(period.to > to ? { unknownAfter: to } : {}),
  }
}
