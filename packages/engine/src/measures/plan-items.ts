/**
 * A plan's measures, item by item: which statutory routes lead to it, which are open, which hang on a fact, and
 * what is lawful instead when there is none. A plan cannot create a penalty (行政处罚法 16, 行政强制法 10).
 */
import type { AssessedMeasure, Condition, Finding, Plan, PlanItem, PlanMeasure } from '@hegui/model'
import { all, type Truth } from '../conditions/truth.js'
import type { ConductContext } from '../findings/finding.js'
import { missingFacts } from '../conditions/evaluate.js'
import { type Ask, conditionOf, measuresOf, type NormUse, usesOf } from './norm-measures.js'

export interface PlanItemInput {
  readonly plan: Plan
  readonly measure: PlanMeasure
  readonly findings: readonly Finding[]
  readonly party: string | null
  readonly inspectedBy: string | null
  readonly decidedOn: string
  readonly ask: Ask
  readonly context: ConductContext
}

export interface PlanItemResult {
  readonly item: PlanItem
  readonly measures: readonly AssessedMeasure[]
}

export const routeConditions = (measure: PlanMeasure): readonly Condition[] => measure.routes.flatMap((route) => (route.when === undefined ? [] : [route.when]))

export function planItemOf(input: PlanItemInput): PlanItemResult {
  const { plan, measure, context, findings } = input
  const routes = measure.routes.map((route) => routeOf(route, input))
  const measures = routes.flatMap((route) => route.measures)
  const own = measures.length > 0 ? [] : [planOnlyMeasure(input)]
  const state = stateOf(measure, routes.map((route) => route.item.state))
  return {
    item: {
      plan: plan.id,
      clause: measure.clause,
      measure: measure.id,
      ...(measure.group === undefined ? {} : { group: measure.group }),
      conduct: context.conduct,
      title: measure.title,
      state,
      routes: routes.map((route) => route.item),
      ...(state === 'unbacked' || state === 'unverified' ? { reason: measure.whenNone.reason, alternative: measure.whenNone.alternative } : {}),
    },
    measures: [...measures, ...own].map((each) => withPlan(each, input, findings)),
  }
}

type RouteState = PlanItem['routes'][number]['state']

function stateOf(measure: PlanMeasure, routes: readonly RouteState[]): PlanItem['state'] {
  if (measure.internal !== undefined) return 'internal'
  if (routes.includes('open')) return 'open'
  if (routes.includes('conditional')) return 'conditional'
  return routes.includes('unverified') ? 'unverified' : 'unbacked'
}

function routeOf(route: PlanMeasure['routes'][number], input: PlanItemInput): { readonly item: PlanItem['routes'][number]; readonly measures: readonly AssessedMeasure[] } {
  const { context, ask } = input
  const norm = context.ruleset.catalogue.norms.get(route.norm)
  const uses = norm === undefined ? [] : usesOf(norm, context)
  const gates = (use: NormUse): readonly Condition[] => [conditionOf(use), route.when].filter((condition) => condition !== undefined)
  const truths = uses.map((use): Truth => all(gates(use).map(ask)))
  const measures = uses.flatMap((use) =>
    measuresOf({
      use,
      findings: input.findings,
      party: input.party,
      decidedOn: input.decidedOn,
      ask,
      context,
      ...(route.when === undefined ? {} : { alsoWhen: route.when }),
      select: ({ spec }) => spec.kind === route.kind && (route.object === undefined || spec.object === route.object),
    }),
  )
  const missing = [...new Set(uses.flatMap((use, index) => (truths[index] === 'unknown' ? gates(use) : [])).flatMap((gate) => missingFacts(context.ruleset.form(gate), context.facts)))]
  const use = uses[0]
  const state: RouteState =
    use === undefined ? 'not-in-force' : truths.every((truth) => truth === 'fails') || measures.length === 0 ? 'closed' : measures.every((each) => each.backing === 'unverified') ? 'unverified' : truths.includes('holds') ? 'open' : 'conditional'
  return {
    item: {
      norm: route.norm,
      article: use?.edition.article ?? null,
      edition: use?.edition.edition ?? null,
      state,
      authority: use?.edition.authority ?? [],
      explanation: route.explanation,
      missing,
      measures: measures.map((each) => each.id),
    },
    measures,
  }
}

/** What the plan says although no route is open: internal work, or something shown and never proposed. */
function planOnlyMeasure({ plan, measure, context, party, findings, inspectedBy }: PlanItemInput): AssessedMeasure {
  const internal = measure.internal
  const assignee = internal?.assignee === 'inspecting-organ' || internal?.assignee === 'authority' ? inspectedBy : (internal?.assignee ?? null)
  const id = `${context.conduct}:${plan.id}:${measure.id}`
  return {
    id,
    conduct: context.conduct,
    party,
    kind: measure.kind,
    ...(measure.object === undefined ? {} : { object: measure.object }),
    title: measure.title,
    force: 'must',
    authority: internal === undefined || assignee === null ? [] : [assignee],
    backing: internal === undefined ? 'unbacked' : 'internal',
    proposed: internal !== undefined,
    status: 'firm',
    subjectTo: [],
    findings: findings.map((finding) => finding.rule),
    plans: [],
    ...(internal === undefined ? { reason: measure.whenNone.reason, alternative: measure.whenNone.alternative } : {}),
    notes: internal === undefined ? [] : ['内部工作任务，对当事人没有法律效力。'],
    chain: [...(findings[0]?.chain ?? []), { step: 'clause', id: `${plan.id}/${measure.clause}` }, { step: 'measure', id }],
  }
}

const withPlan = (measure: AssessedMeasure, { plan, measure: item }: PlanItemInput, findings: readonly Finding[]): AssessedMeasure => ({
  ...measure,
  findings: findings.map((finding) => finding.rule),
  plans: [{ plan: plan.id, clause: item.clause, measure: item.id, ...(item.group === undefined ? {} : { group: item.group }) }],
})
