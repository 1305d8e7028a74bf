/**
 * The flow of one assessment as a generator: it yields conditions and is given decisions. The same steps run
 * with a synchronous runtime and with an asynchronous one; only the driver differs.
 */
import type { AssessedMeasure, Assessment, Conduct, Finding, InspectionRecord, NormEdition, Plan, PlanItem, Rule } from '@hegui/model'
import { actionsOf } from '../actions/actions.js'
import { circumstanceConditions, circumstancesOf } from '../circumstances/circumstances.js'
import { type Facts, isWithin } from '../conditions/leaf.js'
import { type Decision, isFailure, type Question } from '../conditions/runtime.js'
import { type Ask, all, any, type Truth } from '../conditions/truth.js'
import { collectFacts, spanOf } from '../facts/collect.js'
import { editionOn, editionsDuring, governingEditions } from '../findings/editions.js'
import { type ConductContext, type DecidedEdition, findingOf } from '../findings/finding.js'
import { type OpenPoint, openFindings, rankQuestions } from '../findings/questions.js'
import { applyCircumstances } from '../measures/apply-circumstances.js'
import { boundByUpperLaw } from '../measures/bound-by-upper-law.js'
import { concurrenceOf } from '../measures/concurrence.js'
import { detentionBesideFine, detentionCap } from '../measures/detention.js'
import { applyBenchmarks, recommendationsOf } from '../measures/discretion.js'
import { candidatesOf } from '../measures/lighter-law/candidates.js'
import { type Governing, governingLaw } from '../measures/lighter-law/governing.js'
import { mergeMeasures } from '../measures/merge.js'
import { firstFactsOf, measuresOf, openFactsIn, openFactsOf } from '../measures/norm-measures.js'
import { conditionsToDecide } from '../measures/norm-use.js'
import { awaitingOpenFindings } from '../measures/open-findings.js'
import { awaitingOneAct, oneActOf, pendingOf } from '../measures/pending.js'
import { planItemOf, routeConditions } from '../measures/plan-items.js'
import { referFirst } from '../measures/refer-first.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'

interface Request {
  readonly questions: readonly Question[]
  readonly facts: Facts
}
export type Steps<T> = Generator<Request, T, readonly Decision[]>

export type Results = Pick<
  Assessment,
  'findings' | 'measures' | 'planItems' | 'editionChoices' | 'circumstances' | 'concurrence' | 'actions' | 'questions' | 'pending'
>

/** The plans under way: those the record names, else those in force in its region on the day of the inspection. */
function plansOf(record: InspectionRecord, ruleset: Ruleset): readonly Plan[] {
  const all = [...ruleset.catalogue.plans.values()]
  if (record.plans !== undefined) return [...new Set(record.plans)].flatMap((id) => all.filter((plan) => plan.id === id))
  const { region } = record
  return typeof region === 'string'
    ? all.filter(
        (plan) => isWithin(region, plan.region) && editionsDuring([plan], { from: record.inspectedOn, to: record.inspectedOn, known: true }).length > 0,
      )
    : []
}

export function* assessSteps(record: InspectionRecord, ruleset: Ruleset, decidedOn: string): Steps<Results> {
  const plans = plansOf(record, ruleset)
  const parts: Results[] = []
  for (const conduct of record.conducts) parts.push(yield* conductSteps(record, conduct, plans, ruleset, decidedOn))
  const violated = record.conducts.filter((_, index) => parts[index]?.findings.some((finding) => finding.verdict === 'violation'))
  const measures = awaitingOneAct(
    parts.flatMap((part) => part.measures),
    violated,
  )
  return {
    findings: parts.flatMap((part) => part.findings),
    measures,
    planItems: parts.flatMap((part) => part.planItems),
    editionChoices: parts.flatMap((part) => part.editionChoices),
    circumstances: parts.flatMap((part) => part.circumstances),
    concurrence: [...parts.flatMap((part) => part.concurrence), ...detentionCap(measures, decidedOn, ruleset)],
    actions: parts.flatMap((part) => part.actions),
    questions: parts.flatMap((part) => part.questions).sort((a, b) => b.score - a.score || byCodeUnit(a.conduct, b.conduct) || byCodeUnit(a.fact, b.fact)),
    pending: record.conducts.flatMap((conduct, index) => [
      ...(parts[index]?.pending ?? []),
      ...(violated.includes(conduct) ? oneActOf(conduct, violated, measures) : []),
    ]),
  }
}

function* conductSteps(record: InspectionRecord, conduct: Conduct, plans: readonly Plan[], ruleset: Ruleset, decidedOn: string): Steps<Results> {
  const span = spanOf(conduct, decidedOn)
  const facts = collectFacts(record, conduct, span, ruleset.vocabulary.facts.values(), decidedOn)
  const context: ConductContext = { conduct: conduct.id, facts, span, ruleset, plans: new Set(plans.map((plan) => plan.id)) }
  const party = conduct.party ?? null
  const inspectedBy = record.inspectedBy ?? null

  const findings = yield* findingSteps(context)
  const violations = findings.filter((finding) => finding.verdict === 'violation')
  const { measures, planItems, editionChoices, circumstances, concurrence, bands } = yield* measureSteps({
    context,
    violations,
    open: findings.filter((finding) => finding.verdict === 'undetermined' && finding.canViolate === true),
    plans,
    party,
    inspectedBy,
    decidedOn,
  })
  const actions = actionsOf({ measures, context, inspectedBy, party, decidedOn, plans })
  const points: readonly OpenPoint[] = [
    ...openFindings(findings),
    ...measures
      .filter((measure) => openFactsOf(measure).length > 0)
      .map((measure): OpenPoint => ({ missing: firstFactsOf(measure), weight: weightOf(measure, findings), measures: [measure.id] })),
    ...openRoutes(planItems, measures, findings),
    ...openCircumstances(circumstances),
    ...[...bands].map(([measure, missing]): OpenPoint => ({ missing, weight: 'minor', measures: [measure] })),
  ]
  return {
    findings,
    measures,
    planItems,
    editionChoices,
    circumstances,
    concurrence,
    actions,
    questions: rankQuestions(conduct.id, points, facts, ruleset),
    pending: pendingOf(conduct, measures),
  }
}

/** A circumstance settles no rule, and those that hang on one fact are one question: what can settle a violation is asked first. */
function openCircumstances(circumstances: Results['circumstances']): readonly OpenPoint[] {
  const byFacts = new Map<string, OpenPoint>()
  for (const { state, missing, measures } of circumstances) {
    if (state !== 'open') continue
    const key = missing.join(' ')
    byFacts.set(key, { missing, weight: 'minor', measures: [...new Set([...(byFacts.get(key)?.measures ?? []), ...measures])] })
  }
  return [...byFacts.values()]
}

const weightOf = (measure: AssessedMeasure, findings: readonly Finding[]): Rule['weight'] =>
  findings.find((finding) => finding.rule === measure.findings[0])?.weight ?? 'ordinary'

/** Routes of plan items that hang on a fact on which none of their measures hangs by itself. */
function openRoutes(items: readonly PlanItem[], measures: readonly AssessedMeasure[], findings: readonly Finding[]): readonly OpenPoint[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure] as const))
  return items
    .flatMap((item) => item.routes)
    .flatMap((route): readonly OpenPoint[] => {
      const own = route.measures.flatMap((id) => byId.get(id) ?? [])
      const asked = new Set(own.flatMap(openFactsOf))
      const missing = route.missing.filter((fact) => !asked.has(fact))
      const [first] = own
      return first === undefined || missing.length === 0 ? [] : [{ missing, weight: weightOf(first, findings), measures: route.measures }]
    })
}

/** Every rule that governs the conduct or, its day being unknown, may govern it, by id in code-unit order. */
function* findingSteps(context: ConductContext): Steps<readonly Finding[]> {
  const candidates = context.ruleset.rules.map(([id, editions]) => ({ id, editions: governingEditions(editions, context.span) }))
  const rules = candidates.flatMap(({ editions }) => editions)
  const decisions = yield {
    questions: rules.flatMap((rule) => [context.ruleset.question(rule.appliesWhen), context.ruleset.question(rule.violatedWhen)]),
    facts: context.facts,
  }
  const decided = new Map<Rule, DecidedEdition>(
    rules.map((rule, index) => [rule, { rule, applies: decisions[index * 2] as Decision, violated: decisions[index * 2 + 1] as Decision }]),
  )
  return candidates.map(({ id, editions }) =>
    findingOf(
      id,
      editions.map((rule) => decided.get(rule) as DecidedEdition),
      context,
    ),
  )
}

interface MeasureInput {
  readonly context: ConductContext
  readonly violations: readonly Finding[]
  /** Findings that may still turn out to be violations. */
  readonly open: readonly Finding[]
  readonly plans: readonly Plan[]
  readonly party: string | null
  readonly inspectedBy: string | null
  readonly decidedOn: string
}

interface MeasureResult extends Pick<Results, 'measures' | 'planItems' | 'editionChoices' | 'circumstances' | 'concurrence'> {
  /** Facts that would tell which band of a benchmark applies, by measure. */
  readonly bands: ReadonlyMap<string, readonly string[]>
}

function* measureSteps(input: MeasureInput): Steps<MeasureResult> {
  const { context, violations, open, plans, party, inspectedBy, decidedOn } = input
  const { ruleset } = context
  const { catalogue, question } = ruleset
  const byNorm = new Map<string, Finding[]>()
  for (const finding of violations) {
    const editions = governingEditions(catalogue.rules.get(finding.rule) ?? [], context.span)
    for (const norm of new Set(editions.flatMap((rule) => rule.norms))) byNorm.set(norm, [...(byNorm.get(norm) ?? []), finding])
  }
  const items = plans
    .flatMap((plan) =>
      plan.measures.map((measure) => ({ plan, measure, findings: violations.filter((finding) => measure.onViolationOf.includes(finding.rule)) })),
    )
    .filter((item) => item.findings.length > 0)

  const norms = [...new Set([...byNorm.keys(), ...items.flatMap(({ measure }) => measure.routes.map((route) => route.norm))])]
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
  const laterRules = violations.flatMap((finding) => laterRuleOf(finding, context, decidedOn))
  const conditions = [
    ...new Set([
      ...candidates.flatMap(({ act, decision }) => [...act, ...(decision.kind === 'changed' ? decision.uses : [])]).flatMap(conditionsToDecide),
      ...[...upper.values()].flatMap(conditionsToDecide),
      ...items.flatMap(({ measure }) => routeConditions(measure)),
      ...laterRules.flatMap((rule) => [rule.appliesWhen, rule.violatedWhen]),
      ...(violations.length === 0 ? [] : circumstanceConditions({ context, decidedOn })),
    ]),
  ]
  const decisions = conditions.length === 0 ? [] : yield { questions: conditions.map(question), facts: context.facts }
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
  const merged = mergeMeasures([...fromNorms, ...results.flatMap((result) => result.measures)])

  const bounded = boundByUpperLaw(merged, { context, decidedOn, ask, useOnAct: (norm) => upper.get(norm) })
  const decided = violations.length === 0 ? [] : circumstancesOf({ context, decidedOn, ask })
  const applied = applyCircumstances(bounded, decided, { conduct: context.conduct, decidedOn, ruleset })
  const referred = referFirst(applied.measures, { facts: context.facts, decidedOn, ruleset })
  const fines = concurrenceOf(referred, context, decidedOn)
  const detained = detentionBesideFine(fines.measures, context, decidedOn)
  const waiting = awaitingOpenFindings(detained.measures, normEditionsOf(open, context, new Set(norms)))
  const narrowed = applyBenchmarks(waiting, context)
  const used = new Set(fromNorms.map((measure) => measure.norm).concat(results.flatMap(({ measures }) => measures.map((measure) => measure.norm))))
  return {
    measures: [...recommendationsOf(narrowed.measures, plans, context, decidedOn)].sort((a, b) => byCodeUnit(a.id, b.id)),
    planItems: results.map((result) => result.item),
    editionChoices: [...governing.values()]
      .flatMap((each) => (each.choice !== undefined && each.uses.some((use) => used.has(use.norm.id)) ? [each.choice] : []))
      .sort((a, b) => byCodeUnit(a.norm, b.norm)),
    circumstances: applied.circumstances,
    concurrence: [...fines.concurrence, ...detained.concurrence],
    bands: narrowed.missing,
  }
}

/** What the rules would lead to, beyond the norms that are reached already. */
function normEditionsOf(findings: readonly Finding[], { ruleset, span }: ConductContext, reached: ReadonlySet<string>): readonly NormEdition[] {
  const { catalogue } = ruleset
  const rules = findings.flatMap((finding) => governingEditions(catalogue.rules.get(finding.rule) ?? [], span))
  const norms = new Set(rules.flatMap((rule) => rule.norms).filter((norm) => !reached.has(norm)))
  return [...norms].flatMap((id) => governingEditions(catalogue.norms.get(id)?.editions ?? [], span))
}

/** The rule's edition of the day of the decision, where it is another one than that of the act. */
function laterRuleOf(finding: Finding, { ruleset, span }: ConductContext, decidedOn: string): readonly Rule[] {
  const editions = ruleset.catalogue.rules.get(finding.rule) ?? []
  const later = editionOn(editions, decidedOn)
  return later === undefined || editionsDuring(editions, span).includes(later) ? [] : [later]
}

/** Nothing changed in the rule: it still holds. */
const truthOf = (later: readonly Rule[], ask: Ask): Truth => all(later.flatMap((rule) => [ask(rule.appliesWhen), ask(rule.violatedWhen)]))
