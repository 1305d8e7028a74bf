/**
 * 三倒查 out of records: what a plan orders to be traced because of a violation that is established. What is not settled
 * yet, and what the plan does not reach, gives none.
 */
import type { Aggregate, Assessment, Conduct, FactValue, InspectionRecord, Plan, PlanMeasure, Trace } from '@hegui/model'
import { collectFacts, type Span, spanOf } from '../facts/collect.js'
import { reachable } from '../findings/questions.js'
import { hashOf } from '../ruleset/hash.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { clausesOf } from './clauses.js'
import { factText } from './fact-text.js'

export const MOST_TRACES = 1_000

type Traces = Aggregate['traces']
type Order = PlanMeasure & { readonly tracing: NonNullable<PlanMeasure['tracing']> }

const ordersOf = (plan: Plan): readonly Order[] =>
  plan.measures.filter((measure): measure is Order => measure.kind === 'tracing' && measure.tracing !== undefined)

/** Does the plan order anything to be traced? Then its records have to be assessed. */
export const ordersTracing = (plan: Plan): boolean => ordersOf(plan).length > 0

/** One trace for each conduct and each direction that the plan orders, of the violations that it orders them for. */
export function tracesOf(record: InspectionRecord, assessment: Assessment, plan: Plan, ruleset: Ruleset): readonly Trace[] {
  const orders = ordersOf(plan)
  if (orders.length === 0) return []
  return record.conducts
    .flatMap((conduct) =>
      orders.flatMap((measure): readonly Trace[] => {
        // The plan's own measures are listed where it is under way for the record, and nowhere else.
        const reached = assessment.planItems.some((item) => item.plan === plan.id && item.measure === measure.id && item.conduct === conduct.id)
        const rules = reached ? violatedRules(conduct, measure, assessment) : []
        return rules.length === 0 ? [] : [traceOf(record, conduct, measure, rules, plan, ruleset)]
      }),
    )
    .sort(byPlace)
}

const violatedRules = (conduct: Conduct, measure: Order, { findings }: Assessment): readonly string[] =>
  findings
    .filter(({ conduct: of, rule, verdict }) => of === conduct.id && verdict === 'violation' && measure.onViolationOf.includes(rule))
    .map(({ rule }) => rule)
    .sort(byCodeUnit)

function traceOf(record: InspectionRecord, conduct: Conduct, measure: Order, rules: readonly string[], plan: Plan, ruleset: Ruleset): Trace {
  const decidedOn = record.decidedOn ?? record.inspectedOn
  const span = spanOf(conduct, decidedOn)
  const { facts: definitions } = ruleset.vocabulary
  const facts = collectFacts(record, conduct, span, definitions.values(), decidedOn)
  const asked = measure.tracing.facts ?? []
  return {
    record: record.id,
    region: record.region ?? null,
    day: record.inspectedOn,
    act: actOf(conduct, span, record.inspectedOn),
    conduct: conduct.id,
    rules,
    direction: measure.tracing.direction,
    measure: measure.id,
    known: asked.filter((id) => facts.has(id)).map((id) => ({ fact: id, value: factText(definitions.get(id), facts.get(id) as FactValue) })),
    missing: [...new Set(asked.filter((id) => !facts.has(id)).flatMap((id) => reachable(id, facts, ruleset, [])))],
    clauses: clausesOf(plan, 'measure', measure.id),
  }
}

/** An act whose day is not known was seen on the day of the inspection: it did not come after it. */
function actOf({ date }: Conduct, { from, to }: Span, inspectedOn: string): Trace['act'] {
  const dated = date !== null && date !== undefined
  return { from, to: !dated && to > inspectedOn ? inspectedOn : to, dated }
}

/** By record, conduct, direction, rules, all by code unit. What is alike in all of these is told apart by what it says. */
function byPlace(a: Trace, b: Trace): number {
  return (
    byCodeUnit(a.record, b.record) ||
    byCodeUnit(a.conduct, b.conduct) ||
    byCodeUnit(a.direction, b.direction) ||
    byCodeUnit(a.rules.join(' '), b.rules.join(' ')) ||
    byCodeUnit(a.measure, b.measure) ||
    byCodeUnit(hashOf(a), hashOf(b))
  )
}

export const noTraces: Traces = { listed: [], more: 0 }

/** The first of both, and how many there are besides: the same in any order and any grouping. */
export function joinTraces(a: Traces, b: Traces): Traces {
  const all = [...a.listed, ...b.listed].sort(byPlace)
  return { listed: all.slice(0, MOST_TRACES), more: a.more + b.more + Math.max(0, all.length - MOST_TRACES) }
}

export interface TraceCollector {
  readonly add: (traces: readonly Trace[]) => void
  readonly result: () => Traces
}

/** For streams: as `joinTraces` one after another, sorted only when twice as many are held as are kept. */
export function createTraceCollector(): TraceCollector {
  let kept: Trace[] = []
  let more = 0
  const settle = (): void => {
    const settled = joinTraces({ listed: kept, more }, noTraces)
    kept = [...settled.listed]
    more = settled.more
  }
  return {
    add: (traces) => {
      kept.push(...traces)
      if (kept.length > MOST_TRACES * 2) settle()
    },
    result: () => {
      settle()
      return { listed: [...kept], more }
    },
  }
}
