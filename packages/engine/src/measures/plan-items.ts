/**
 * A plan's measures, item by item: which statutory routes lead to it, which are open, which hang on a fact, and
 * what is lawful instead when there is none. A plan cannot create a penalty (行政处罚法 16, 行政强制法 10).
 */
import type { AssessedMeasure, Condition, Finding, Plan, PlanItem, PlanMeasure } from '@hegui/model'
import { type Ask, all, type Truth } from '../conditions/truth.js'
import type { ConductContext } from '../findings/finding.js'
import { type ResolvedMeasure, resolve } from './consequence.js'
import type { GoverningUse } from './lighter-law/governing.js'
import { measuresOf, openFactsIn, openFactsOf } from './norm-measures.js'
import { conditionOf, type NormUse, wasRead } from './norm-use.js'
import { empowered } from './powers.js'

export interface PlanItemInput {
  readonly plan: Plan
  readonly measure: PlanMeasure
  readonly findings: readonly Finding[]
  readonly party: string | null
  readonly inspectedBy: string | null
  /** The law that governs a norm on this conduct. */
  readonly usesOf: (norm: string) => readonly GoverningUse[]
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
  const state = stateOf(
    measure,
    routes.map((route) => route.item),
  )
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
      ...(state === 'unbacked' || state === 'closed' ? { reason: measure.whenNone.reason, alternative: measure.whenNone.alternative } : {}),
    },
    measures: [...measures, ...own].map((each) => withPlan(each, input, findings)),
  }
}

/** A route whose measures were all taken away by what came after – a circumstance, a referral – is not open in this case. */
export function withoutWithheld(item: PlanItem, measures: readonly AssessedMeasure[]): PlanItem {
  if (item.state !== 'open' && item.state !== 'substitute' && item.state !== 'conditional') return item
  const byId = new Map(measures.map((measure) => [measure.id, measure] as const))
  const own = item.routes
    .filter((route) => route.state === 'open' || route.state === 'conditional')
    .flatMap((route) => route.measures.flatMap((id) => byId.get(id) ?? []))
  const taken = own.filter((measure) => measure.withheldBy === 'circumstance' || measure.withheldBy === 'referral')
  if (own.length === 0 || taken.length < own.length) return item
  const reasons = [...new Set(taken.flatMap((measure) => measure.reason ?? []))]
  return {
    ...item,
    state: 'closed',
    routes: item.routes.map((route) => (route.state === 'open' || route.state === 'conditional' ? { ...route, state: 'closed' } : route)),
    reason: reasons.join(' '),
  }
}

type RouteState = PlanItem['routes'][number]['state']

/** An open route to another kind of measure does not back what the plan says: it is what is lawful in its stead. */
function stateOf(measure: PlanMeasure, routes: readonly PlanItem['routes'][number][]): PlanItem['state'] {
  if (measure.internal !== undefined) return 'internal'
  const own = measure.routes.map((route) => route.kind === measure.kind)
  const some = (state: RouteState, same: boolean): boolean => routes.some((route, index) => route.state === state && own[index] === same)
  if (some('open', true)) return 'open'
  if (some('conditional', true)) return some('open', false) ? 'substitute' : 'conditional'
  if (some('open', false)) return 'substitute'
  if (some('conditional', false)) return 'conditional'
  if (routes.some((route) => route.state === 'unverified')) return 'unverified'
  return routes.length > 0 ? 'closed' : 'unbacked'
}

function routeOf(
  route: PlanMeasure['routes'][number],
  input: PlanItemInput,
): { readonly item: PlanItem['routes'][number]; readonly measures: readonly AssessedMeasure[] } {
  const { context, ask } = input
  const uses = input.usesOf(route.norm)
  const gates = (use: NormUse): readonly Condition[] => [conditionOf(use), route.when].filter((condition) => condition !== undefined)
  const truths = uses.map((use): Truth => all(gates(use).map(ask)))
  const select = ({ spec }: ResolvedMeasure): boolean => spec.kind === route.kind && (route.object === undefined || spec.object === route.object)
  const measures = uses.flatMap((use) =>
    measuresOf({
      use,
      findings: input.findings,
      party: input.party,
      ask,
      context,
      ...(route.when === undefined ? {} : { alsoWhen: route.when }),
      select,
    }),
  )
  const openGates = uses.flatMap((use, index) => (truths[index] === 'unknown' ? gates(use).filter((gate) => ask(gate) === 'unknown') : []))
  const unsure = uses.filter((use, index) => truths[index] === 'holds' && !leadsSurely(use, select, ask)).map((use) => use.edition.edition)
  const missing = [
    ...new Set([
      ...openFactsIn(openGates, context),
      ...measures.filter((each) => each.edition !== undefined && unsure.includes(each.edition)).flatMap(openFactsOf),
    ]),
  ]
  const sure = uses.some((use, index) => truths[index] === 'holds' && wasRead(use) && use.withheld === undefined && !unsure.includes(use.edition.edition))
  const use = uses[0]
  // Where the choice between two laws took every measure away: for good, or until it can be made.
  const usable = measures.filter((each) => each.withheldBy === undefined)
  const noLonger = usable.length === 0 && measures.every((each) => each.withheldBy === 'lighter-law')
  const state: RouteState =
    use === undefined
      ? 'not-in-force'
      : truths.every((truth) => truth === 'fails') || noLonger
        ? 'closed'
        : usable.length > 0 && usable.every((each) => each.backing === 'unverified')
          ? 'unverified'
          : sure
            ? 'open'
            : 'conditional'
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

/** Does the norm lead to such a measure whatever comes of the tiers that are still unknown? */
function leadsSurely({ wording }: NormUse, select: (measure: ResolvedMeasure) => boolean, ask: Ask): boolean {
  const { consequence } = wording
  const supposing =
    (unknown: Truth): Ask =>
    (condition) =>
      ask(condition) === 'unknown' ? unknown : ask(condition)
  return consequence !== undefined && [supposing('holds'), supposing('fails')].every((answer) => resolve(consequence, answer).some(select))
}

/** What the plan says although no route is open: internal work, or something shown and never proposed. */
function planOnlyMeasure({ plan, measure, context, party, findings, inspectedBy }: PlanItemInput): AssessedMeasure {
  const internal = measure.internal
  const named = internal?.assignee === 'inspecting-organ' || internal?.assignee === 'authority' ? inspectedBy : (internal?.assignee ?? null)
  const assignee = empowered(named, measure.kind, context.ruleset)
  const id = `${context.conduct}:${plan.id}:${measure.id}`
  return {
    id,
    conduct: context.conduct,
    party,
    on: 'party',
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
    circumstances: [],
    recommendations: [],
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
