/** Who had to supervise a place on the days of an act: the cells of the responsibility matrix that cover it. */
import type { Plan, Trace, Unit } from '@hegui/model'
import { isDecidable, isWithin, significant } from '../conditions/leaf.js'
import { byCodeUnit } from '../ruleset/order.js'

type Responsibility = NonNullable<Unit['responsibilities']>[number]
type Days = { readonly from: string | null; readonly to?: string | null | undefined }

export interface Covering {
  readonly unit: Unit
  readonly responsibility: Responsibility
  /** Of the responsibility; of the plan where it names none. */
  readonly period: Days
  /** False: the record leaves open whether the place or the day is theirs. */
  readonly certain: boolean
  /** The period is only a part of the days of the act. */
  readonly part: boolean
}

/** A record that names only the county may lie in a town of it. */
export function lies({ region }: { readonly region: string | null }, outer: string): 'inside' | 'perhaps' | 'outside' {
  if (region === null || !isDecidable('within', region, [outer])) return 'perhaps'
  return isWithin(region, outer) ? 'inside' : 'outside'
}

/** Was the period running during the act? Of an act without a day, and before a known end, that stays open. */
export function runs({ from, to }: Days, act: Trace['act']): 'inside' | 'perhaps' | 'outside' {
  const [first, last] = [from ?? '', to ?? '9999']
  if (first > act.to || last < (act.from ?? '')) return 'outside'
  return act.dated && last >= (act.from ?? act.to) ? 'inside' : 'perhaps'
}

/** The smallest area first, every level listed; then by unit, role and period. */
export function coveringOf(trace: Trace, units: readonly Unit[], plan: Plan, roles: readonly string[] | undefined): readonly Covering[] {
  return units
    .flatMap((unit) =>
      (unit.responsibilities ?? []).flatMap((responsibility): readonly Covering[] => {
        if (roles?.includes(responsibility.role) === false) return []
        const period = responsibility.period ?? plan.inForce
        const [place, time] = [lies(trace, areaOf(unit, responsibility)), runs(period, trace.act)]
        if (place === 'outside' || time === 'outside') return []
        const part = trace.act.dated && ((period.from ?? '') > (trace.act.from ?? '') || (period.to ?? '9999') < trace.act.to)
        return [{ unit, responsibility, period, certain: place === 'inside' && time === 'inside', part }]
      }),
    )
    .sort(
      (a, b) =>
        significant(areaOf(b.unit, b.responsibility)).length - significant(areaOf(a.unit, a.responsibility)).length ||
        byCodeUnit(a.unit.id, b.unit.id) ||
        byCodeUnit(a.responsibility.role, b.responsibility.role) ||
        byCodeUnit(a.period.from ?? '', b.period.from ?? ''),
    )
}

const areaOf = (unit: Unit, { region }: Responsibility): string => region ?? unit.region
