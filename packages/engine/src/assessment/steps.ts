/**
 * The flow of one assessment as a generator: it yields conditions and is given decisions. The same steps run
 * with a synchronous runtime and with an asynchronous one; only the driver differs.
 */
import type { AssessedMeasure, Assessment, Conduct, Finding, InspectionRecord, Plan, PlanItem, Rule } from '@hegui/model'
import { actionsOf } from '../actions/actions.js'
import type { Steps } from '../conditions/steps.js'
import { collectFacts, derivedIn, spanOf } from '../facts/collect.js'
import { type ConductContext, findingsOf } from '../findings/finding.js'
import { type OpenPoint, rankQuestions } from '../findings/questions.js'
import { rulesInForce } from '../findings/rules-in-force.js'
import { type RuleInFocus, rulesInFocus } from '../focus/focus-rank.js'
import { type OpenFocus, openFocus } from '../focus/open-focus.js'
import { detentionCap } from '../measures/detention.js'
import { measureSteps } from '../measures/measure-steps.js'
import { firstFactsOf, openFactsOf } from '../measures/norm-measures.js'
import { awaitingOneAct, oneActOf, pendingOf } from '../measures/pending.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { pendingOnPlans, plansUnderWay } from './plans-under-way.js'

export type Results = Pick<
  Assessment,
  'findings' | 'measures' | 'planItems' | 'editionChoices' | 'circumstances' | 'concurrence' | 'actions' | 'questions' | 'pending'
>

export function* assessSteps(record: InspectionRecord, ruleset: Ruleset, decidedOn: string): Steps<Results> {
  const underWay = plansUnderWay(record, ruleset)
  const parts: Results[] = []
  const { plans } = underWay
  // Questions are asked where and when the inspection is; actions are taken from the decision on.
  const openOn = (day: string): readonly OpenFocus[] => plans.flatMap((plan) => openFocus(plan, day))
  const atInspection = openOn(record.inspectedOn)
  const attention: Attention = {
    plans,
    inFocus: rulesInFocus(atInspection),
    windows: decidedOn === record.inspectedOn ? atInspection : openOn(decidedOn),
  }
  for (const conduct of record.conducts) parts.push(yield* conductSteps(record, conduct, attention, ruleset, decidedOn))
  // Most records have one conduct: nothing to put together.
  const all = <T>(of: (part: Results) => readonly T[]): readonly T[] => (parts.length === 1 ? of(parts[0] as Results) : parts.flatMap(of))
  const violated = record.conducts.filter((_, index) => parts[index]?.findings.some((finding) => finding.verdict === 'violation'))
  const measures = awaitingOneAct(
    all((part) => part.measures),
    violated,
  )
  return {
    findings: all((part) => part.findings),
    measures,
    planItems: all((part) => part.planItems),
    editionChoices: all((part) => part.editionChoices),
    circumstances: all((part) => part.circumstances),
    concurrence: [...all((part) => part.concurrence), ...detentionCap(measures, decidedOn, ruleset)],
    actions: all((part) => part.actions),
    questions: [...all((part) => part.questions)].sort((a, b) => b.score - a.score || byCodeUnit(a.conduct, b.conduct) || byCodeUnit(a.fact, b.fact)),
    pending: record.conducts.flatMap((conduct, index) => [
      ...(parts[index]?.pending ?? []),
      ...(violated.includes(conduct) ? oneActOf(conduct, violated, measures) : []),
      ...pendingOnPlans(conduct.id, underWay, parts[index]?.measures ?? []),
    ]),
  }
}

interface Attention {
  readonly plans: readonly Plan[]
  /** The rules that their focus windows are about on the day of the inspection. */
  readonly inFocus: ReadonlyMap<string, RuleInFocus>
  /** Their focus windows on the day of the decision. */
  readonly windows: readonly OpenFocus[]
}

function* conductSteps(
  record: InspectionRecord,
  conduct: Conduct,
  { plans, inFocus, windows }: Attention,
  ruleset: Ruleset,
  decidedOn: string,
): Steps<Results> {
  const span = spanOf(conduct, decidedOn)
  const facts = collectFacts(record, conduct, span, derivedIn(ruleset.vocabulary), decidedOn)
  const context: ConductContext = { conduct: conduct.id, facts, span, ruleset, plans: new Set(plans.map((plan) => plan.id)) }
  const party = conduct.party ?? null
  const inspectedBy = record.inspectedBy ?? null

  const findings = yield* findingSteps(context)
  const violations: Finding[] = []
  // Those that no answer can turn into a violation are not asked about.
  const open: Finding[] = []
  for (const finding of findings) {
    if (finding.verdict === 'violation') violations.push(finding)
    else if (finding.verdict === 'undetermined' && finding.canViolate === true) open.push(finding)
  }
  const { measures, planItems, editionChoices, circumstances, concurrence, bands } = yield* measureSteps({
    context,
    violations,
    open,
    plans,
    party,
    inspectedBy,
    decidedOn,
  })
  const actions = actionsOf({ measures, findings, context, inspectedBy, party, decidedOn, plans, windows })
  const points: readonly OpenPoint[] = [
    ...open.map(({ missing, weight, rule }): OpenPoint => ({ missing, weight, rule })),
    ...measures
      .filter((measure) => openFactsOf(measure).length > 0 && !settledAgainst(measure))
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
    questions: rankQuestions(conduct.id, points, facts, ruleset, inFocus),
    pending: pendingOf(conduct, measures),
  }
}

/** No answer brings back what a lighter law, another fine, a circumstance or a referral took away. */
const settledAgainst = ({ withheldBy }: AssessedMeasure): boolean => withheldBy !== undefined && withheldBy !== 'edition-undetermined'

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
  const standing = rulesInForce(context.ruleset, context.span)
  const decisions = yield {
    questions: () => standing.editions.flatMap((rule) => [context.ruleset.question(rule.appliesWhen), context.ruleset.question(rule.violatedWhen)]),
    editions: standing.editions,
    facts: context.facts,
  }
  return findingsOf(standing, decisions, context)
}
