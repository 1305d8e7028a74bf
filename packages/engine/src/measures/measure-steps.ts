/** From violations to measures: the norms they lead to, under the law that governs, and everything that may still change a measure. */
import type { AssessedMeasure, Assessment, Finding, Plan, Rule } from '@hegui/model'
import { circumstanceConditions, circumstancesOf, type DecidedCircumstance } from '../circumstances/circumstances.js'
import { type Decision, isFailure } from '../conditions/runtime.js'
import type { Steps } from '../conditions/steps.js'
import { type Ask, all, any, type Truth } from '../conditions/truth.js'
import { editionOn, editionsDuring, governingEditions } from '../findings/editions.js'
import type { ConductContext } from '../findings/finding.js'
import { byCodeUnit } from '../ruleset/order.js'
import { applyCircumstances } from './apply-circumstances.js'
import { boundByUpperLaw } from './bound-by-upper-law.js'
import { concurrenceOf, goesBefore } from './concurrence.js'
import { detentionBesideFine } from './detention.js'
import { applyBenchmarks, recommendationsOf } from './discretion.js'
import { disgorgementUse, withDisgorgement } from './disgorgement.js'
import { candidatesOf } from './lighter-law/candidates.js'
import { type Governing, governingLaw } from './lighter-law/governing.js'
import { mergeMeasures } from './merge.js'
import { measuresOf, openFactsIn } from './norm-measures.js'
import { conditionsToDecide, type NormUse } from './norm-use.js'
import { awaitingOpenFindings, type OpenNorm } from './open-findings.js'
import { planItemOf, routeConditions, withoutWithheld } from './plan-items.js'
import { referFirst } from './refer-first.js'

export interface MeasureInput {
  readonly context: ConductContext
  readonly violations: readonly Finding[]
  /** Findings that may still turn out to be violations. */
  readonly open: readonly Finding[]
  readonly plans: readonly Plan[]
  readonly party: string | null
  readonly inspectedBy: string | null
  readonly decidedOn: string
}

export interface MeasureResult extends Pick<Assessment, 'measures' | 'planItems' | 'editionChoices' | 'circumstances' | 'concurrence'> {
  /** Facts that would tell which band of a benchmark applies, by measure. */
  readonly bands: ReadonlyMap<string, readonly string[]>
}

const nothing: MeasureResult = { measures: [], planItems: [], editionChoices: [], circumstances: [], concurrence: [], bands: new Map() }

export function* measureSteps(input: MeasureInput): Steps<MeasureResult> {
  const { context, violations, plans, party, inspectedBy, decidedOn } = input
  const { ruleset } = context
  const { catalogue, question } = ruleset
  const byNorm = new Map<string, Finding[]>()
  for (const finding of violations) {
    const editions = governingEditions(catalogue.rules.get(finding.rule) ?? [], context.span)
    for (const rule of editions)
      for (const norm of rule.norms) {
        const findings = byNorm.get(norm) ?? []
        if (!findings.includes(finding)) byNorm.set(norm, [...findings, finding])
      }
  }
  const items = plans
    .flatMap((plan) =>
      plan.measures.map((measure) => ({ plan, measure, findings: violations.filter((finding) => measure.onViolationOf.includes(finding.rule)) })),
    )
    .filter((item) => item.findings.length > 0)

  const norms = [...new Set([...byNorm.keys(), ...items.flatMap(({ measure }) => measure.routes.map((route) => route.norm))])]
  // Neither a norm nor a plan says anything of these violations.
  if (norms.length === 0 && items.length === 0) return nothing
  const candidates = norms.flatMap((id) => {
    const norm = catalogue.norms.get(id)
    return norm === undefined ? [] : [candidatesOf(norm, context, decidedOn)]
  })
  const upper = new Map(
    norms
      .flatMap((id) => catalogue.norms.get(id)?.upperNorms ?? [])
      .flatMap((id) => {
        const norm = catalogue.norms.get(id)
        const use = norm === undefined ? undefined : candidatesOf(norm, context, decidedOn).act.at(-1)
        return use === undefined ? [] : [[id, use] as const]
      }),
  )
  const gains = disgorgementUse(decidedOn, ruleset)
  const laterRules = violations.flatMap((finding) => laterRuleOf(finding, context, decidedOn))
  const conditions = [
    ...new Set([
      ...candidates.flatMap(({ act, decision }) => [...act, ...(decision.kind === 'changed' ? decision.uses : [])]).flatMap(conditionsToDecide),
      ...[...upper.values(), ...(gains === undefined || violations.length === 0 ? [] : [gains])].flatMap(conditionsToDecide),
      ...items.flatMap(({ measure }) => routeConditions(measure)),
      ...laterRules.flatMap((rule) => [rule.appliesWhen, rule.violatedWhen]),
      ...(violations.length === 0 ? [] : circumstanceConditions({ context, decidedOn })),
    ]),
  ]
  const decisions = conditions.length === 0 ? [] : yield { questions: () => conditions.map(question), facts: context.facts }
  const answers = new Map(conditions.map((condition, index) => [condition, decisions[index] as Decision] as const))
  // A condition that could not be decided leaves its measure open rather than dropping it.
  const ask: Ask = (condition): Truth => {
    const decision = answers.get(condition) ?? 'unknown'
    return isFailure(decision) ? 'unknown' : decision
  }

  const governing = new Map<string, Governing>(
    candidates.map((candidate) => {
      const findings = byNorm.get(candidate.norm.id) ?? violations
      const stillUnlawful = any(findings.map((finding) => truthOf(laterRuleOf(finding, context, decidedOn), ask)))
      return [
        candidate.norm.id,
        governingLaw({ candidates: candidate, context, decidedOn, ask, stillUnlawful, openFacts: (open) => openFactsIn(open, context) }),
      ] as const
    }),
  )
  const usesOf = (norm: string): Governing['uses'] => governing.get(norm)?.uses ?? []
  const fromNorms = [...byNorm].flatMap(([norm, findings]) => usesOf(norm).flatMap((use) => measuresOf({ use, findings, party, ask, context })))
  const results = items.map((item) => planItemOf({ ...item, party, inspectedBy, usesOf, ask, context }))
  const merged = withDisgorgement(mergeMeasures([...fromNorms, ...results.flatMap((result) => result.measures)]), {
    use: gains,
    violations,
    party,
    ask,
    context,
  })

  const lineage = new Map([...governing].flatMap(([root, { uses }]) => uses.flatMap((use) => (use.norm.id === root ? [] : [[use.norm.id, root] as const]))))
  const settled = adjusted(merged, {
    ...input,
    ask,
    upper,
    norms: new Set(norms),
    lineage,
    decided: violations.length === 0 ? [] : circumstancesOf({ context, decidedOn, ask }),
  })
  const used = new Set([...fromNorms, ...results.flatMap((result) => result.measures)].map((measure) => measure.norm))
  return {
    ...settled,
    planItems: results.map((result) => withoutWithheld(result.item, settled.measures)),
    editionChoices: [...governing.values()]
      .flatMap((each) => (each.choice !== undefined && each.uses.some((use) => used.has(use.norm.id)) ? [each.choice] : []))
      .sort((a, b) => byCodeUnit(a.norm, b.norm)),
  }
}

interface Adjustment extends MeasureInput {
  readonly ask: Ask
  /** National norms that local ones spell out, as they governed on the day of the act. */
  readonly upper: ReadonlyMap<string, NormUse>
  /** Norms that are reached already. */
  readonly norms: ReadonlySet<string>
  readonly decided: readonly DecidedCircumstance[]
  /** What stands in the place of another norm, by that norm. */
  readonly lineage: ReadonlyMap<string, string>
}

/** In this order: each step needs what those before it left. */
function adjusted(merged: readonly AssessedMeasure[], input: Adjustment): Omit<MeasureResult, 'planItems' | 'editionChoices'> {
  const { context, open, plans, decidedOn, ask, upper } = input
  const { facts, ruleset } = context
  const bounded = boundByUpperLaw(merged, { context, decidedOn, ask, useOnAct: (norm) => upper.get(norm) })
  const applied = applyCircumstances(bounded, input.decided, context, decidedOn)
  const referred = referFirst(applied.measures, { facts, decidedOn, ruleset })
  const fines = concurrenceOf(referred, context, decidedOn, input.lineage)
  const detained = detentionBesideFine(fines.measures, context, decidedOn)
  const waiting = awaitingOpenFindings(detained.measures, openNormsOf(open, context, input.norms), (norm, by) =>
    goesBefore(norm, input.lineage.get(by) ?? by, context),
  )
  const narrowed = applyBenchmarks(waiting, context)
  return {
    measures: [...recommendationsOf(narrowed.measures, plans, context, decidedOn)].sort((a, b) => byCodeUnit(a.id, b.id)),
    circumstances: applied.circumstances,
    concurrence: [...fines.concurrence, ...detained.concurrence],
    bands: narrowed.missing,
  }
}

/** What the rules would lead to, beyond the norms that are reached already. */
function openNormsOf(findings: readonly Finding[], { ruleset, span }: ConductContext, reached: ReadonlySet<string>): readonly OpenNorm[] {
  const { catalogue } = ruleset
  const rules = findings.flatMap((finding) => governingEditions(catalogue.rules.get(finding.rule) ?? [], span))
  const norms = new Set(rules.flatMap((rule) => rule.norms).filter((norm) => !reached.has(norm)))
  return [...norms].flatMap((norm) => governingEditions(catalogue.norms.get(norm)?.editions ?? [], span).map((edition) => ({ norm, edition })))
}

/** The rule's edition of the day of the decision, where it is another one than that of the act. */
function laterRuleOf(finding: Finding, { ruleset, span }: ConductContext, decidedOn: string): readonly Rule[] {
  const editions = ruleset.catalogue.rules.get(finding.rule) ?? []
  const later = editionOn(editions, decidedOn)
  return later === undefined || editionsDuring(editions, span).includes(later) ? [] : [later]
}

/** Nothing changed in the rule: it still holds. */
const truthOf = (later: readonly Rule[], ask: Ask): Truth => all(later.flatMap((rule) => [ask(rule.appliesWhen), ask(rule.violatedWhen)]))
