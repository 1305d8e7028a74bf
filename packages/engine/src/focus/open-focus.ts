/**
 * What to look at harder on a day: the focus windows of a plan that are open.
 *
 * They rank what to ask and schedule what to do. No verdict, measure or limit depends on them.
 */
import { type FestivalDays, whatHolds } from '@hegui/calendar'
import type { FocusIntensity, Plan } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'
import { festivalDay } from './festivals.js'
import { windowContext } from './plan-days.js'

export interface OpenFocus {
  readonly plan: string
  readonly focus: string
  readonly title: string
  readonly themes: readonly string[]
  readonly intensity: FocusIntensity
  /** `possible`: the text leaves open whether the window, or the plan, includes the day. */
  readonly certainty: 'certain' | 'possible'
  /** The rules the window is about: those it names, and those its clauses are encoded as. By id. */
  readonly rules: readonly string[]
  /** The measures of the plan that stand in its clauses. By id. */
  readonly measures: readonly string[]
}

/** Records come day by day: what was worked out for a day serves the others of it, and is frozen for that. */
const worked = new WeakMap<Plan, Map<string, readonly OpenFocus[]>>()
const DAYS_KEPT = 400

/** In the order of the plan. Throws RangeError if there is no such day. */
export function openFocus(plan: Plan, day: string, festivals: FestivalDays = festivalDay): readonly OpenFocus[] {
  if (festivals !== festivalDay) return workedOut(plan, day, festivals)
  const byDay = worked.get(plan) ?? new Map<string, readonly OpenFocus[]>()
  worked.set(plan, byDay)
  const known = byDay.get(day)
  if (known !== undefined) return known
  const fresh = Object.freeze(workedOut(plan, day, festivals))
  if (byDay.size >= DAYS_KEPT) byDay.clear()
  byDay.set(day, fresh)
  return fresh
}

function workedOut(plan: Plan, day: string, festivals: FestivalDays): readonly OpenFocus[] {
  return whatHolds(day, plan.focus, windowContext(plan, festivals)).map(({ item, certainty }) =>
    Object.freeze({
      plan: plan.id,
      focus: item.id,
      title: item.title,
      themes: item.themes,
      intensity: item.intensity ?? 'normal',
      certainty,
      rules: Object.freeze(rulesOf(item, plan)),
      measures: Object.freeze(measuresOf(item, plan)),
    }),
  )
}

function rulesOf({ rules, clauses }: Plan['focus'][number], plan: Plan): readonly string[] {
  const encoded = plan.clauses
    .filter(({ id }) => clauses?.includes(id))
    .flatMap(({ encodings }) => encodings.filter(({ as }) => as === 'rule').map(({ id }) => id))
  return [...new Set([...(rules ?? []), ...encoded])].sort(byCodeUnit)
}

const measuresOf = ({ clauses }: Plan['focus'][number], { measures }: Plan): readonly string[] =>
  measures
    .filter(({ clause }) => clauses?.includes(clause))
    .map(({ id }) => id)
    .sort(byCodeUnit)
