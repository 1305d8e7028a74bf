/**
 * As which organ a unit stands in a plan: as its own, and as the one that a role it holds is given to.
 *
 * Duties, roles and accountability name organs (社区, 责任单位), never roles and never units. A unit whose own organ a role
 * names stands in it as itself; one that holds a role given to a single other organ (a 社区 that is a 责任单位) stands in
 * for that one. Of several others none is picked: nobody is charged with the duties of a neighbour.
 */
import { membersOf, type Plan, type PlanDuty } from '../schema/plan.js'
import type { Unit } from '../schema/unit.js'
import { overlaps } from './editions.js'

export interface StandsFor {
  readonly organ: string
  /** Absent: as long as the plan runs. */
  readonly period?: { readonly from: string | null; readonly to?: string | null | undefined }
}

type Standing = Pick<Unit, 'organ' | 'responsibilities'>

/** On any of these days, both ends included; without days: at any time. */
export function organsOfUnit(plan: Plan, { organ, responsibilities }: Standing, days?: { readonly from: string; readonly to: string }): readonly StandsFor[] {
  const held = (responsibilities ?? []).flatMap(({ role, period }): readonly StandsFor[] => {
    const known = plan.roles.find(({ id }) => id === role)
    const members = known === undefined ? [] : [...new Set(membersOf(known))]
    const [only] = members
    if (only === undefined || members.length > 1 || only === organ) return []
    return [{ organ: only, ...(period === undefined ? {} : { period }) }]
  })
  return [{ organ }, ...held.filter(({ period }) => days === undefined || period === undefined || overlaps(period, days))]
}

/** Does the duty concern the unit on any of these days, both ends included? Without days: at any time. */
export const concerns = (plan: Plan, unit: Standing, duty: PlanDuty, days?: { readonly from: string; readonly to: string }): boolean =>
  organsOfUnit(plan, unit, days).some(({ organ }) => duty.by.includes(organ))

/** Is the unit named anywhere in the plan: by a duty, a role or an accountability, itself or through a role it holds? */
export function inMatrix(plan: Plan, unit: Unit): boolean {
  const named = new Set([
    ...plan.duties.flatMap(({ by }) => by),
    ...plan.roles.flatMap(membersOf),
    ...plan.accountability.flatMap(({ officials }) => officials),
  ])
  const roles = new Set(plan.roles.map(({ id }) => id))
  return organsOfUnit(plan, unit).some(({ organ }) => named.has(organ)) || (unit.responsibilities ?? []).some(({ role }) => roles.has(role))
}
