/** Every formula that an appraisal by a plan can ask of records, taken apart into what can be added up record by record. */
import type { AppraisalFile, Formula, Plan, Trigger } from '@hegui/model'
import { hashOf } from '../ruleset/hash.js'
import { byCodeUnit } from '../ruleset/order.js'

/** A formula that is answered from records alone; sums and shares of such are put together when a figure is asked for. */
export type Atom = Exclude<Formula, { readonly figure: string } | { readonly plus: readonly Formula[] } | { readonly percent: unknown }>

/** The atoms of one formula in reading order. Figures from outside are none. */
export function atomsOf(formula: Formula): readonly Atom[] {
  if ('figure' in formula) return []
  if ('plus' in formula) return formula.plus.flatMap(atomsOf)
  if ('percent' in formula) return [...atomsOf(formula.percent.of), ...atomsOf(formula.percent.in)]
  return [formula]
}

function formulasOfTrigger(trigger: Trigger): readonly Formula[] {
  if ('all' in trigger) return trigger.all.flatMap(formulasOfTrigger)
  if ('any' in trigger) return trigger.any.flatMap(formulasOfTrigger)
  return 'figure' in trigger ? [trigger.figure] : []
}

/** The atoms a plan, and the configured targets of a file, need; keyed by the hash of their canonical JSON, by code unit. */
export function formulasOfPlan(plan: Plan, file?: Pick<AppraisalFile, 'targets'>): ReadonlyMap<string, Atom> {
  const triggers = plan.accountability.flatMap((each) => [each.when, ...(each.readings ?? []).map((reading) => reading.when)])
  const formulas = [
    ...plan.targets.flatMap((target) => target.items.map((item) => item.formula)),
    ...(plan.statistics ?? []).map((statistic) => statistic.formula),
    ...triggers.flatMap((trigger) => (trigger === undefined ? [] : formulasOfTrigger(trigger))),
    ...(file?.targets ?? []).map((target) => target.formula),
  ]
  const atoms = formulas.flatMap((formula) => (formula === undefined ? [] : atomsOf(formula)))
  return new Map(atoms.map((atom) => [hashOf(atom), atom] as const).sort(([a], [b]) => byCodeUnit(a, b)))
}
