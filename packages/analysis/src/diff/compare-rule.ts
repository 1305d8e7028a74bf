/** One rule in two versions: what changes in its outcomes, in which periods, each with a record that shows it. */
import { limitDuring, type NormalForm, type Ruleset } from '@hegui/engine'
import type { FactValue, InspectionRecord, Problem, Rule } from '@hegui/model'
import type { Period } from '../law/period.js'
import { type Bounds, regions } from './candidates.js'
import type { CommonFacts, MeaningPart } from './common-facts.js'
import { addForm, createGraph, type Graph, type Seen, type Term } from './graph.js'
import { type OutcomeName, type OutcomeQuestion, outcomes, questions, type Shift, shiftOf, type Transition } from './outcome.js'
import { type Budget, type Found, type Pair, type SearchResult, type Side, search, type Undecided } from './search.js'
import { limitsOf, type Situation, type SituationKind, situationsOf } from './situation.js'
import { type CounterExample, verified } from './witness.js'

/**
 * `stricter`: more is a violation; `laxer`: less; `both`. `other`: the same violations, other outcomes differ.
 * `not-comparable`: a fact of it is another question in the two versions. `not-decided`: the search gave up.
 */
export const relations = ['equivalent', 'stricter', 'laxer', 'both', 'other', 'not-comparable', 'not-decided'] as const
export type Relation = (typeof relations)[number]

export interface PeriodDifference {
  readonly kind: SituationKind
  readonly within: Period
  readonly transitions: readonly Transition[]
}

export interface RuleComparison {
  readonly relation: Relation
  readonly outcomes: Readonly<Record<OutcomeQuestion, Shift>>
  readonly transitions: readonly Transition[]
  readonly periods: readonly PeriodDifference[]
  readonly examples: readonly CounterExample[]
  readonly apart: readonly { readonly fact: string; readonly parts: readonly MeaningPart[] }[]
  /** False: there may be differences that were not found. */
  readonly complete: boolean
  /** A record that the evaluator does not bear out: an error of hegui. */
  readonly contradicted: readonly { readonly claimed: Transition; readonly got: Transition; readonly record: InspectionRecord }[]
  /** Why a difference could not be shown on a record. */
  readonly refused: readonly Problem[]
  readonly steps: number
}

export interface Versions {
  readonly old: Ruleset
  readonly new: Ruleset
  readonly common: CommonFacts
}

const KNOWN: ReadonlySet<string> = new Set(['conduct.date', 'record.inspectedOn', 'record.decidedOn'])
const DAYS: ReadonlySet<string> = new Set([...KNOWN, 'conduct.endedOn'])

export function compareRule(id: string, versions: Versions, maxSteps: number): RuleComparison {
  return leftUndecided(comparisonSteps(id, versions, maxSteps))
}

/** A flow that asks what to make of searches that were given up. */
export type Steps<T> = Generator<Undecided, T, SearchResult>

/** Nobody to ask: what was found is what there is to say. */
export function leftUndecided<T>(steps: Steps<T>): T {
  let step = steps.next()
  while (step.done !== true) step = steps.next(step.value.result)
  return step.value
}

export function* comparisonSteps(id: string, versions: Versions, maxSteps: number): Steps<RuleComparison> {
  const { old, new: fresh, common } = versions
  const editions = [old, fresh].map((each) => each.catalogue.rules.get(id) ?? []) as [readonly Rule[], readonly Rule[]]
  const mentioned = mentionedBy(editions, versions)
  const apart = apartIn(mentioned, common)
  // Of another type, a leaf of one version means nothing to the other.
  if (apart.some(({ parts }) => parts.includes('type'))) return { ...sameComparison, relation: 'not-comparable', apart }
  const contexts = contextsOf(editions, mentioned, versions)
  const budget: Budget = { left: maxSteps }
  const graph = createGraph((fact) => KNOWN.has(fact))
  const solved = new Map<string, SearchResult>()
  const results: Result[] = []
  for (const context of contexts) {
    const [before, after] = sidesOf(context, graph, versions)
    const { key, options } = problemOf(context, [before, after], mentioned, graph, versions, budget)
    let result = solved.get(key) ?? search(before, after, options)
    if (!result.complete && !solved.has(key)) result = yield { old: before, fresh: after, options, result }
    solved.set(key, result)
    results.push({ context, ...result })
  }
  return concluded(id, results, { apart, steps: maxSteps - budget.left }, versions)
}

export const mentionedBy = (editions: readonly [readonly Rule[], readonly Rule[]], { old, new: fresh }: Versions): readonly string[] =>
  [...new Set([factsIn(editions[0], old), factsIn(editions[1], fresh)].flat())].sort()

export const apartIn = (mentioned: readonly string[], common: CommonFacts): RuleComparison['apart'] =>
  mentioned.map((fact) => ({ fact, parts: common.apart(fact) })).filter(({ parts }) => parts.length > 0)

/** Nothing was searched, because nothing differs. */
export const sameComparison: RuleComparison = {
  relation: 'equivalent',
  outcomes: { applies: 'equivalent', violation: 'equivalent', undetermined: 'equivalent', compliant: 'equivalent' },
  transitions: [],
  periods: [],
  examples: [],
  apart: [],
  complete: true,
  contradicted: [],
  refused: [],
  steps: 0,
}

interface Context {
  readonly situation: Situation
  /** Regional limits differ: then the region is settled first. Absent: it is a fact like others. */
  readonly region?: { readonly value: FactValue | undefined }
}

function contextsOf([old, fresh]: readonly [readonly Rule[], readonly Rule[]], mentioned: readonly string[], versions: Versions): readonly Context[] {
  const limits = [...limitsOf(mentioned, versions.old), ...limitsOf(mentioned, versions.new)].flatMap(([, limit]) => limit)
  const situations = situationsOf(
    old,
    fresh,
    limits.map(({ inForce }) => inForce),
  )
  const regional = limits.flatMap(({ region }) => (region === undefined ? [] : [region]))
  if (regional.length === 0) return situations.map((situation) => ({ situation }))
  const named = [...new Set([...regional, ...regionsIn([...old, ...fresh], versions)])].sort()
  const places: readonly (FactValue | undefined)[] = [...regions(named), undefined]
  return situations.flatMap((situation) => places.map((value) => ({ situation, region: { value } })))
}

const formsOf = ({ appliesWhen, violatedWhen }: Rule, ruleset: Ruleset): readonly NormalForm[] => [ruleset.form(appliesWhen), ruleset.form(violatedWhen)]

const leavesIn = (form: NormalForm): readonly Extract<NormalForm, { kind: 'leaf' }>[] => (form.kind === 'leaf' ? [form] : form.parts.flatMap(leavesIn))

export const factsIn = (editions: readonly Rule[], ruleset: Ruleset): readonly string[] =>
  editions
    .flatMap((rule) => formsOf(rule, ruleset))
    .flatMap(leavesIn)
    .flatMap(({ leaf: { fact, value } }) => [fact, ...(typeof value === 'object' && 'fact' in value ? [value.fact] : [])])

const regionsIn = (editions: readonly Rule[], { old, new: fresh }: Versions): readonly string[] =>
  editions
    .flatMap((rule) => formsOf(rule, (old.catalogue.rules.get(rule.id) ?? []).includes(rule) ? old : fresh))
    .flatMap(leavesIn)
    .flatMap(({ leaf }) => (leaf.fact === 'record.region' ? (leaf.value as readonly string[]) : []))

function sidesOf({ situation, region }: Context, graph: Graph, { old, new: fresh, common }: Versions): [Side, Side] {
  const side = (ruleset: Ruleset, seen: Seen, tag: string, { editions, outside }: Situation['old']): Side => {
    const term = (id: string): Term => {
      const limit = ruleset.vocabulary.facts.get(id)?.limit
      if (limit !== undefined) return { value: limitIn(limit, situation, region?.value) }
      if (id === 'record.region' && region !== undefined) return region
      if (id === 'conduct.date') return situation.kind === 'day' ? { open: id } : { value: undefined }
      if (id === 'conduct.endedOn' && situation.kind === 'day') return { open: 'conduct.date' }
      return { open: id }
    }
    const known = {
      term,
      type: (id: string) => common.fact(id).type,
      side: (id: string) => (common.seenApart(id) && ruleset.vocabulary.facts.get(id)?.limit === undefined ? tag : ''),
      seen,
    }
    return {
      editions: editions.map(
        ({ appliesWhen, violatedWhen }): Pair => ({
          applies: addForm(ruleset.form(appliesWhen), graph, known),
          violated: addForm(ruleset.form(violatedWhen), graph, known),
        }),
      ),
      outside,
    }
  }
  return [side(old, common.old, 'old', situation.old), side(fresh, common.new, 'new', situation.new)]
}

const limitIn = (limit: Parameters<typeof limitDuring>[0], { span }: Situation, region: FactValue | undefined): number | undefined =>
  limitDuring(limit, span.known ? { from: span.to, to: span.to } : span, region as string | undefined)

/** A search and what tells it from others: where no day is asked for, one period is like another. */
function problemOf(context: Context, sides: readonly [Side, Side], mentioned: readonly string[], graph: Graph, { common }: Versions, budget: Budget) {
  const { kind, within, last } = context.situation
  const nodes = sides.flatMap(({ editions }) => editions.flatMap(({ applies, violated }) => [applies, violated]))
  const isDated = nodes.some((node) => [...graph.open(node)].some((fact) => DAYS.has(fact) || fact.startsWith('progress.')))
  const key = JSON.stringify([sides, isDated ? [kind, last] : []])
  const progress = mentioned.filter((fact) => fact.startsWith('progress.') && common.fact(fact).type === 'date')
  const conduct = kind === 'day' ? 'conduct.date' : 'conduct.endedOn'
  const boundsOf = (fact: string): Bounds | undefined => {
    if (fact === conduct) return last
    if (kind === 'unknown-day') return fact === 'record.decidedOn' ? within : undefined
    if (fact === 'record.decidedOn' || (kind === 'day' && (fact === 'record.inspectedOn' || progress.includes(fact)))) return { from: within.from, to: null }
    return undefined
  }
  const order: (readonly [string, string])[] = [
    [conduct, 'record.decidedOn'],
    ['record.inspectedOn', 'record.decidedOn'],
    ...(kind === 'day' ? [[conduct, 'record.inspectedOn'] as const, ...progress.map((fact) => [conduct, fact] as const)] : []),
  ]
  const isKnown = (fact: string): boolean => KNOWN.has(fact) || (fact === 'conduct.endedOn' && kind === 'span')
  return { key, options: { graph, fact: common.fact, isKnown, boundsOf, order, budget } }
}

interface Result extends SearchResult {
  readonly context: Context
}

function concluded(
  id: string,
  results: readonly Result[],
  { apart, steps }: { readonly apart: RuleComparison['apart']; readonly steps: number },
  { old, new: fresh, common }: Versions,
): RuleComparison {
  const chosen = new Map<string, { readonly context: Context; readonly found: Found }>()
  // A known day first: it is the plainest record.
  for (const { context, found } of results) for (const each of found) if (!chosen.has(nameOf(each))) chosen.set(nameOf(each), { context, found: each })
  const checked = [...chosen.values()].sort(byWeight).map(({ context, found }, index) => {
    const witness = { ...found, situation: context.situation, region: context.region?.value }
    return { found, result: verified(id, `${id.slice(0, 100)}#${index + 1}`, witness, common, old, fresh) }
  })
  const examples = checked.flatMap(({ result }) => (result.kind === 'verified' ? [result.example] : []))
  const refused = checked.flatMap(({ result }) => (result.kind === 'refused' ? result.problems : []))
  const contradicted = checked.flatMap(({ found, result }) =>
    result.kind === 'contradicted'
      ? [{ claimed: { from: found.from, to: found.to }, got: { from: result.got[0], to: result.got[1] }, record: result.record }]
      : [],
  )
  const shown = new Set(examples.map(nameOf))
  const periods = periodsOf(results, shown)
  const complete = results.every((each) => each.complete) && refused.length === 0 && contradicted.length === 0
  const onDays = periods.filter(({ kind }) => kind === 'day').flatMap(({ transitions }) => transitions)
  const transitions = distinct(onDays.length > 0 ? onDays : periods.flatMap((each) => each.transitions))
  const shift = Object.fromEntries(questions.map((question) => [question, shiftOf(question, transitions)])) as RuleComparison['outcomes']
  return {
    relation: relationOf(shift.violation, transitions.length > 0, complete, apart.length > 0),
    outcomes: shift,
    transitions,
    periods,
    examples,
    apart,
    complete,
    contradicted,
    refused,
    steps,
  }
}

function relationOf(violation: Shift, isAny: boolean, complete: boolean, isApart: boolean): Relation {
  if (isApart) return 'not-comparable'
  if (violation === 'both') return 'both'
  if (!complete) return 'not-decided'
  if (violation === 'wider') return 'stricter'
  if (violation === 'narrower') return 'laxer'
  return isAny ? 'other' : 'equivalent'
}

const nameOf = ({ from, to }: Transition): string => `${from}>${to}`
const rank = (outcome: OutcomeName): number => outcomes.indexOf(outcome)
const compareTransitions = (a: Transition, b: Transition): number =>
  Math.min(rank(a.from), rank(a.to)) - Math.min(rank(b.from), rank(b.to)) || rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to)
const byWeight = (a: { readonly found: Found }, b: { readonly found: Found }): number => compareTransitions(a.found, b.found)
const distinct = (transitions: readonly Transition[]): readonly Transition[] =>
  [...new Map(transitions.map(({ from, to }) => [`${from}>${to}`, { from, to }])).values()].sort(compareTransitions)

/** Neighbouring days that differ alike are one period; spans and unknown days are named where they show more than any day. */
function periodsOf(results: readonly Result[], shown: ReadonlySet<string>): readonly PeriodDifference[] {
  const merged: PeriodDifference[] = []
  const byWithin = new Map<string, PeriodDifference>()
  for (const { context, found } of results) {
    const { kind, within } = context.situation
    const key = `${kind} ${within.from} ${within.to}`
    const transitions = distinct([...(byWithin.get(key)?.transitions ?? []), ...found.filter((each) => shown.has(nameOf(each)))])
    byWithin.set(key, { kind, within, transitions })
  }
  const onDays = new Set([...byWithin.values()].filter(({ kind }) => kind === 'day').flatMap(({ transitions }) => transitions.map(nameOf)))
  for (const each of byWithin.values()) {
    const transitions = each.kind === 'day' ? each.transitions : each.transitions.filter((transition) => !onDays.has(nameOf(transition)))
    const last = merged.at(-1)
    if (last !== undefined && last.kind === each.kind && JSON.stringify(last.transitions) === JSON.stringify(transitions))
      merged[merged.length - 1] = { ...last, within: { from: last.within.from, to: each.within.to } }
    else merged.push({ ...each, transitions })
  }
  return merged.filter(({ transitions }) => transitions.length > 0)
}
