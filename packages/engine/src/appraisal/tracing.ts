/** 三倒查 for one unit: whom to ask about each violation of its region and period, what is known, what is to be asked. */
import type { Aggregate, Plan, PlanMeasure, PlanRole, Trace, Tracing, Unit } from '@hegui/model'
import type { Ruleset } from '../ruleset/ruleset.js'
import { type Covering, coveringOf, lies, runs } from './covering.js'
import { actText, coveringText, daysText, orderText, placeText, violationText } from './tracing-text.js'

export interface TracingOptions {
  /** Days of the inspection; both ends included. */
  readonly period: { readonly from: string; readonly to: string }
}

export interface AppraisedTracings {
  readonly tracings: readonly Tracing[]
  /** At most so many besides: the aggregate counted them without listing them, wherever they lie. */
  readonly more: number
}

/** In the order of the aggregate. A record whose region is unknown or too coarse is included, and that is said. */
export function tracingsOf(
  plan: Plan,
  unit: Unit,
  units: readonly Unit[],
  { traces }: Pick<Aggregate, 'traces'>,
  { period }: TracingOptions,
  ruleset: Ruleset,
): AppraisedTracings {
  const tracings = traces.listed
    .filter((trace) => trace.day >= period.from && trace.day <= period.to && lies(trace, unit.region) !== 'outside')
    .map((trace) => tracingOf(trace, plan, unit, units, ruleset))
  return { tracings, more: traces.more }
}

function tracingOf(trace: Trace, plan: Plan, unit: Unit, units: readonly Unit[], ruleset: Ruleset): Tracing {
  const measure = plan.measures.find(({ id }) => id === trace.measure)
  const found = trace.direction === 'supervisor' ? supervisors(trace, measure, plan, units, ruleset) : goods(trace)
  const place = lies(trace, unit.region) === 'perhaps' ? placeText(trace, unit, ruleset) : undefined
  const asked = [...(place === undefined ? [] : [place.question]), ...trace.missing.map((fact) => questionOf(fact, ruleset)), ...found.questions]
  return {
    record: trace.record,
    conduct: trace.conduct,
    rules: trace.rules,
    direction: trace.direction,
    measure: trace.measure,
    whom: found.whom,
    known: trace.known,
    questions: [...new Set(asked)],
    reason: [violationText(trace, ruleset), orderText(trace, measure, ruleset), ...(place === undefined ? [] : [place.said]), ...found.said].join(''),
    clauses: trace.clauses,
  }
}

const questionOf = (fact: string, { vocabulary }: Ruleset): string => vocabulary.facts.get(fact)?.question ?? `${fact}？`

interface Found {
  readonly whom: Tracing['whom']
  readonly said: readonly string[]
  readonly questions: readonly string[]
}

/** Where nothing in the record can tell, the question is the direction itself. */
function goods({ direction, known, missing }: Trace): Found {
  const question = direction === 'source' ? '货物、原材料从哪里来？' : '货物到哪里去了？'
  return { whom: [], said: [], questions: known.length === 0 && missing.length === 0 ? [question] : [] }
}

/** Only who was certainly responsible is named; who may have been is a question. */
function supervisors(trace: Trace, measure: PlanMeasure | undefined, plan: Plan, units: readonly Unit[], ruleset: Ruleset): Found {
  const roles = measure?.tracing?.roles
  const covering = coveringOf(trace, units, plan, roles)
  const certain = covering.filter((each) => each.certain)
  const open = covering.filter((each) => !each.certain)
  const asked = [...openQuestions(trace, ruleset), ...(open.length === 0 ? [] : [possibleText(open)])]
  if (certain.length > 0) return { whom: certain.map(whomOf), said: certain.map((each) => coveringText(each, plan, trace)), questions: asked }
  const question = '违法期间，由哪个单位、哪个岗位负责监管这个地方？'
  // What the plan gave out it gave out for its own time: before that it made nobody responsible.
  if (runs(plan.inForce, trace.act) === 'outside')
    return {
      whom: [],
      said: [`违法（${actText(trace)}）不在方案期间（${daysText(plan.inForce)}）以内，方案的分工还没有或者不再适用。`],
      questions: [...asked, question],
    }
  const listed = plan.roles.filter(({ id }) => roles === undefined || roles.includes(id))
  return {
    whom: listed.flatMap((role) => fromRole(role, plan, ruleset)),
    said: ['单位名册里没有确定当时负责这个地方的单位，列出方案的分工。'],
    questions: [...asked, question],
  }
}

const openQuestions = ({ act, region }: Trace, ruleset: Ruleset): readonly string[] => [
  ...(region === null ? [questionOf('record.region', ruleset)] : []),
  ...(act.dated ? [] : [questionOf('conduct.date', ruleset)]),
]

const MOST_POSSIBLE = 10

/** A register of a whole city is not read out: the first by area. */
function possibleText(open: readonly Covering[]): string {
  const titles = [...new Set(open.map(({ unit, period }) => `${unit.title}（${daysText(period)}）`))]
  const rest = titles.length > MOST_POSSIBLE ? `等 ${titles.length} 个` : ''
  return `地点和日子查清以后，是不是由${titles.slice(0, MOST_POSSIBLE).join('、')}${rest}负责？`
}

const whomOf = ({ unit, responsibility, period }: Covering): Tracing['whom'][number] => ({
  unit: unit.id,
  title: unit.title,
  role: responsibility.role,
  duty: responsibility.duty ?? null,
  from: period.from,
  to: period.to ?? null,
})

function fromRole(role: PlanRole, { inForce }: Plan, { catalogue }: Ruleset): Tracing['whom'] {
  const days = { from: inForce.from, to: inForce.to ?? null }
  const titled = (organ: string): string => catalogue.organs.get(organ)?.title ?? organ
  const listed = (organs: readonly string[], suffix: string): Tracing['whom'] =>
    organs.map((organ) => ({ unit: null, title: `${titled(organ)}${suffix}`, role: role.id, duty: role.tasks.join('；'), ...days }))
  return [...listed(role.lead ?? [], '（牵头）'), ...listed(role.organs, '')]
}
