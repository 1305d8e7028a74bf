/** Everything the packs ask, give and cite, gathered for the catalogue tests. */
import { type Condition, type Consequence, isFactReference, type Leaf, type MeasureSpec, type Pack } from '@hegui/model'
import { formulasOf, summedIn, triggersOf, unitConditionsIn, whereIn } from './appraisal-walk.js'

export const leavesIn = (condition: Condition): readonly Leaf[] => {
  if ('all' in condition) return condition.all.flatMap(leavesIn)
  if ('any' in condition) return condition.any.flatMap(leavesIn)
  if ('not' in condition) return leavesIn(condition.not)
  return 'condition' in condition ? [] : [condition]
}

export const factsOfLeaf = (leaf: Leaf): readonly string[] => (isFactReference(leaf.value) ? [leaf.fact, leaf.value.fact] : [leaf.fact])

export const specsIn = (node: Consequence): readonly MeasureSpec[] => {
  if ('measure' in node) return [node.measure]
  if ('all' in node) return node.all.flatMap(specsIn)
  if ('oneOf' in node) return node.oneOf.flatMap(specsIn)
  return [...(node.base === null ? [] : specsIn(node.base)), ...node.tiers.flatMap((tier) => specsIn(tier.then))]
}

export const tierConditionsIn = (node: Consequence): readonly Condition[] => {
  if ('measure' in node) return []
  if ('all' in node) return node.all.flatMap(tierConditionsIn)
  if ('oneOf' in node) return node.oneOf.flatMap(tierConditionsIn)
  return [...(node.base === null ? [] : tierConditionsIn(node.base)), ...node.tiers.flatMap((tier) => [tier.when, ...tierConditionsIn(tier.then)])]
}

/** Where a condition stands, and the condition. */
export const conditionsOf = (packs: readonly Pack[]): readonly (readonly [where: string, condition: Condition])[] =>
  packs.flatMap((pack) => [
    ...pack.rules.flatMap((rule) => [[`rule ${rule.id}`, rule.appliesWhen] as const, [`rule ${rule.id}`, rule.violatedWhen] as const]),
    ...pack.conditions.map((named) => [`condition ${named.id}`, named.condition] as const),
    ...pack.facts.flatMap((fact) => (fact.askedWhen === undefined ? [] : [[`guard ${fact.id}`, fact.askedWhen] as const])),
    ...pack.caseProcedures.flatMap((procedure) =>
      procedure.steps.flatMap((step) =>
        step.editions.flatMap((edition) =>
          [
            edition.requiredWhen,
            edition.allowedWhen?.condition,
            ...(edition.waitsFor ?? []).map((each) => each.when),
            ...(edition.officers?.exceptions ?? []).map((each) => each.when),
          ].flatMap((condition) => (condition === undefined ? [] : [[`step ${procedure.id}/${step.id}`, condition] as const])),
        ),
      ),
    ),
    ...pack.circumstances.flatMap((each) => each.editions.map((edition) => [`circumstance ${each.id}`, edition.when] as const)),
    ...pack.instruments.flatMap((instrument) =>
      instrument.norms.flatMap((norm) =>
        norm.editions.flatMap((edition) => [
          ...(edition.appliesWhen === undefined ? [] : [[`norm ${norm.id}`, edition.appliesWhen] as const]),
          ...(edition.consequence === undefined ? [] : tierConditionsIn(edition.consequence).map((condition) => [`norm ${norm.id}`, condition] as const)),
        ]),
      ),
    ),
    ...pack.plans.flatMap((plan) =>
      plan.measures.flatMap((measure) =>
        measure.routes.flatMap((route) => (route.when === undefined ? [] : [[`plan ${plan.id}/${measure.id}`, route.when] as const])),
      ),
    ),
    ...pack.plans.flatMap((plan) => [
      ...triggersOf(plan).flatMap(([where, trigger]) => unitConditionsIn(trigger).map((condition) => [`trigger ${where}`, condition] as const)),
      ...formulasOf(plan).flatMap(([where, formula]) => whereIn(formula).map((condition) => [`formula ${where}`, condition] as const)),
    ]),
  ])

/** Ids of the facts that anything uses. */
export function factsUsed(packs: readonly Pack[]): ReadonlySet<string> {
  const specs = packs.flatMap((pack) =>
    pack.instruments.flatMap((instrument) =>
      instrument.norms.flatMap((norm) => norm.editions.flatMap((edition) => (edition.consequence === undefined ? [] : specsIn(edition.consequence)))),
    ),
  )
  return new Set([
    ...conditionsOf(packs).flatMap(([, condition]) => leavesIn(condition).flatMap(factsOfLeaf)),
    ...specs.flatMap((spec) => (spec.multiple === undefined ? [] : [spec.multiple.of])),
    ...packs.flatMap((pack) => pack.facts.flatMap((fact) => (fact.deadline === undefined ? [] : [fact.deadline.from]))),
    ...packs.flatMap((pack) => pack.caseProcedures.flatMap((each) => each.steps.flatMap((step) => step.editions.flatMap((edition) => edition.records ?? [])))),
    ...packs.flatMap((pack) => pack.benchmarks.map((each) => each.fact)),
    ...packs.flatMap((pack) => pack.plans.flatMap((plan) => formulasOf(plan).flatMap(([, formula]) => summedIn(formula)))),
    ...packs.flatMap((pack) => pack.plans.flatMap((plan) => plan.measures.flatMap((measure) => measure.tracing?.facts ?? []))),
    ...packs.flatMap((pack) => pack.timeLimits.flatMap((limit) => limit.editions.map((edition) => edition.start))),
  ])
}
