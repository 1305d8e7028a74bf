/** From when to when a plan, its stages and its duties run, as the calendar wants it. */
import type { Boundary, FestivalDays, Period, Span, WindowContext } from '@hegui/calendar'
import { earliestOf, latestOf, type Plan, type PlanDuty } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'
import { festivalDay } from './festivals.js'

/** The plan's own days. A text that leaves them open, or names several ends, is taken as the interval in which they lie. */
export function planSpan({ inForce, bounds }: Plan): Span {
  if (bounds === undefined) return { from: inForce.from, to: inForce.to ?? null }
  return {
    from: bounds.from,
    to: endBetween(
      bounds.to.map(({ day }) => day),
      bounds.to.map(({ title }) => title).join('、'),
    ),
  }
}

function endBetween(ends: readonly Boundary[], wording: string): Boundary | null {
  const latest = ends.map(latestOf).sort().at(-1)
  if (latest === undefined) return null
  const [earliest = null] = ends.map(earliestOf).sort((a, b) => byCodeUnit(a ?? '', b ?? ''))
  return earliest === latest ? latest : { earliest, latest, wording }
}

/** The days on which the plan may run at all; null where that is not known. */
export const widestDays = ({ inForce }: Plan): { readonly from: string | null; readonly to: string | null } => ({
  from: inForce.from,
  to: inForce.to ?? null,
})

/** A duty of one stage runs as long as that stage. */
export function dutySpan(plan: Plan, duty: PlanDuty): Span {
  const stage = plan.stages.find(({ id }) => id === duty.during)
  return stage === undefined ? planSpan(plan) : { from: stage.from, to: stage.to }
}

/** What the windows of the plan refer to. */
export function windowContext(plan: Plan, festivals: FestivalDays = festivalDay): WindowContext {
  return {
    campaign: planSpan(plan),
    stages: new Map(plan.stages.map(({ id, from, to }) => [id, { from, to }] as const)),
    festivalDay: festivals,
  }
}

/** The widest days as a period; an end that is not known is the first or the last day of the calendar. */
export function widestPeriod(plan: Plan): Period {
  const { from, to } = widestDays(plan)
  return { from: from ?? '1900-01-01', to: to ?? '2100-12-31' }
}
