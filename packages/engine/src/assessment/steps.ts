/**
 * The flow of one assessment as a generator: it yields conditions and is given decisions. The same steps run
 * with a synchronous runtime and with an asynchronous one; only the driver differs.
 */
import type { AssessedMeasure, Assessment, Conduct, Finding, InspectionRecord, Plan, PlanItem, Rule } from '@hegui/model'
import { actionsOf } from '../actions/actions.js'
import { type Facts, isWithin } from '../conditions/leaf.js'
import { type Decision, isFailure, type Question } from '../conditions/runtime.js'
import type { Ask, Truth } from '../conditions/truth.js'
import { collectFacts, spanOf } from '../facts/collect.js'
import { editionsDuring } from '../findings/editions.js'
import { type ConductContext, type DecidedEdition, findingOf } from '../findings/finding.js'
import { type OpenPoint, openFindings, rankQuestions } from '../findings/questions.js'
import { mergeMeasures } from '../measures/merge.js'
import { conditionsToDecide, firstFactsOf, measuresOf, openFactsOf, usesOf } from '../measures/norm-measures.js'
import { oneActOf, pendingOf, withConcurrence } from '../measures/pending.js'
import { planItemOf, routeConditions } from '../measures/plan-items.js'
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
  return {
    findings: parts.flatMap((part) => part.findings),
    measures: parts.flatMap((part) => part.measures),
    planItems: parts.flatMap((part) => part.planItems),
    editionChoices: parts.flatMap((part) => part.editionChoices),
    circumstances: parts.flatMap((part) => part.circumstances),
    concurrence: parts.flatMap((part) => part.concurrence),
    actions: parts.flatMap((part) => part.actions),
    questions: parts.flatMap((part) => part.questions).sort((a, b) => b.score - a.score || byCodeUnit(a.conduct, b.conduct) || byCodeUnit(a.fact, b.fact)),
    pending: parts.flatMap((part, index) => {
      const violated = record.conducts.filter((_, other) => parts[other]?.findings.some((finding) => finding.verdict === 'violation'))
      const conduct = record.conducts[index]
      return [...part.pending, ...(conduct !== undefined && violated.includes(conduct) ? oneActOf(conduct, violated) : [])]
    }),
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
  const { measures, planItems } = yield* measureSteps({ context, violations, plans, party, inspectedBy, decidedOn })
  const actions = actionsOf({ measures, context, inspectedBy, party, decidedOn, plans })
  const points: readonly OpenPoint[] = [
    ...openFindings(findings),
    ...measures
      .filter((measure) => openFactsOf(measure).length > 0)
      .map((measure): OpenPoint => ({ missing: firstFactsOf(measure), weight: weightOf(measure, findings), measures: [measure.id] })),
    ...openRoutes(planItems, measures, findings),
  ]
  return {
    findings,
    measures,
    planItems,
    editionChoices: [],
    circumstances: [],
    concurrence: [],
    actions,
    questions: rankQuestions(conduct.id, points, facts, ruleset),
    pending: pendingOf(conduct, measures),
  }
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

/** Every rule that was in force on some day the conduct may have happened, by id in code-unit order. */
function* findingSteps(context: ConductContext): Steps<readonly Finding[]> {
  const candidates = context.ruleset.rules.map(([id, editions]) => ({ id, editions: editionsDuring(editions, context.span) }))
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
  readonly plans: readonly Plan[]
  readonly party: string | null
  readonly inspectedBy: string | null
  readonly decidedOn: string
}

function* measureSteps({
  context,
  violations,
  plans,
  party,
  inspectedBy,
  decidedOn,
}: MeasureInput): Steps<{ readonly measures: readonly AssessedMeasure[]; readonly planItems: readonly PlanItem[] }> {
  const { catalogue, question } = context.ruleset
  const byNorm = new Map<string, Finding[]>()
  for (const finding of violations) {
    const editions = editionsDuring(catalogue.rules.get(finding.rule) ?? [], context.span)
    for (const norm of new Set(editions.flatMap((rule) => rule.norms))) byNorm.set(norm, [...(byNorm.get(norm) ?? []), finding])
  }
  const items = plans
    .flatMap((plan) =>
      plan.measures.map((measure) => ({ plan, measure, findings: violations.filter((finding) => measure.onViolationOf.includes(finding.rule)) })),
    )
    .filter((item) => item.findings.length > 0)

  const norms = [...new Set([...byNorm.keys(), ...items.flatMap(({ measure }) => measure.routes.map((route) => route.norm))])]
  const uses = norms.flatMap((id) => {
    const norm = catalogue.norms.get(id)
    return norm === undefined ? [] : usesOf(norm, context)
  })
  const conditions = [...new Set([...uses.flatMap(conditionsToDecide), ...items.flatMap(({ measure }) => routeConditions(measure))])]
  const decisions = conditions.length === 0 ? [] : yield { questions: conditions.map(question), facts: context.facts }
  const answers = new Map(conditions.map((condition, index) => [condition, decisions[index] as Decision] as const))
  // A condition that could not be decided leaves its measure open rather than dropping it.
  const ask: Ask = (condition): Truth => {
    const decision = answers.get(condition) ?? 'unknown'
    return isFailure(decision) ? 'unknown' : decision
  }

  const fromNorms = uses.flatMap((use) => {
    const findings = byNorm.get(use.norm.id)
    return findings === undefined ? [] : measuresOf({ use, findings, party, decidedOn, ask, context })
  })
  const results = items.map((item) => planItemOf({ ...item, party, inspectedBy, decidedOn, ask, context }))
  const measures = mergeMeasures([...fromNorms, ...results.flatMap((result) => result.measures)])
  return { measures: [...withConcurrence(measures)].sort((a, b) => byCodeUnit(a.id, b.id)), planItems: results.map((result) => result.item) }
}
