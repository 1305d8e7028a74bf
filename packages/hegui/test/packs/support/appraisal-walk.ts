/** The triggers and formulas of the plans, and what they ask, gathered for the tests of the packs. */
import type { Condition, Formula, Plan, Trigger } from '@hegui/model'

/** Every trigger of a plan with the place it stands in; of an item with readings, one for each reading that has one. */
export const triggersOf = (plan: Plan): readonly (readonly [where: string, trigger: Trigger])[] =>
  plan.accountability.flatMap((each) => [
    ...(each.when === undefined ? [] : [[`${plan.id}/${each.id}`, each.when] as const]),
    ...(each.readings ?? []).flatMap((reading) => (reading.when === undefined ? [] : [[`${plan.id}/${each.id}/${reading.id}`, reading.when] as const])),
  ])

const partsOf = (trigger: Trigger): readonly Trigger[] =>
  'all' in trigger ? trigger.all.flatMap(partsOf) : 'any' in trigger ? trigger.any.flatMap(partsOf) : [trigger]

export const unitConditionsIn = (trigger: Trigger): readonly Condition[] => partsOf(trigger).flatMap((part) => ('unit' in part ? [part.unit] : []))
export const figuresIn = (trigger: Trigger): readonly Formula[] => partsOf(trigger).flatMap((part) => ('figure' in part ? [part.figure] : []))

/** Every formula of a plan: of its statistics, its targets and its triggers. */
export const formulasOf = (plan: Plan): readonly (readonly [where: string, formula: Formula])[] => [
  ...(plan.statistics ?? []).flatMap((each) => (each.formula === undefined ? [] : [[`${plan.id}/${each.id}`, each.formula] as const])),
  ...plan.targets.flatMap((each) =>
    each.items.flatMap((item) => (item.formula === undefined ? [] : [[`${plan.id}/${each.id}/${item.id}`, item.formula] as const])),
  ),
  ...triggersOf(plan).flatMap(([where, trigger]) => figuresIn(trigger).map((formula) => [where, formula] as const)),
]

/** What is counted or added up, without `plus` and `percent`. */
const atomsIn = (formula: Formula): readonly Formula[] => {
  if ('plus' in formula) return formula.plus.flatMap(atomsIn)
  return 'percent' in formula ? [...atomsIn(formula.percent.of), ...atomsIn(formula.percent.in)] : [formula]
}

export const whereIn = (formula: Formula): readonly Condition[] =>
  atomsIn(formula).flatMap((atom) => ('where' in atom && atom.where !== undefined ? [atom.where] : []))
export const summedIn = (formula: Formula): readonly string[] => atomsIn(formula).flatMap((atom) => ('sum' in atom && atom.sum === 'fact' ? [atom.fact] : []))
