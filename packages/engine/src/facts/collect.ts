/** A record to the facts of one conduct: from the record, its party, its site, the conduct, its goods, and the date. */
import { addMonths } from '@hegui/calendar/date'
import type { Conduct, FactDefinition, FactValue, InspectionRecord, Vocabulary } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import type { CompiledFact } from '../ruleset/compiled-module.js'
import { aggregateOf } from './aggregate.js'
import { limitDuring } from './limits.js'

/** The days on which the conduct may have happened, both inclusive. `from` null: as long ago as can be. */
export interface Span {
  readonly from: string | null
  readonly to: string
  /** False: the day is not known, the span only bounds it. */
  readonly known: boolean
}

/** A day is a span of one day; no date at all is any day up to the day of the decision. */
export function spanOf(conduct: Conduct, decidedOn: string): Span {
  if (typeof conduct.date === 'string') return { from: conduct.date, to: conduct.date, known: true }
  if (conduct.date === null || conduct.date === undefined) return { from: null, to: decidedOn, known: false }
  return { from: conduct.date.from, to: conduct.date.to ?? decidedOn, known: conduct.date.from !== null }
}

/** As much of a definition as says how a fact follows from others. */
export type DerivedFact = Pick<FactDefinition, 'id'> & Pick<CompiledFact, 'limit' | 'deadline' | 'aggregate'>
/** What facts are read from. */
export type FactSource = Pick<InspectionRecord, 'facts' | 'parties' | 'sites' | 'region' | 'inspectedOn'>

const derivedFacts = new WeakMap<Vocabulary, readonly DerivedFact[]>()
/** The facts that follow from others: few of a vocabulary, and asked for every conduct. */
export function derivedIn(vocabulary: Vocabulary): readonly DerivedFact[] {
  const known = derivedFacts.get(vocabulary)
  if (known !== undefined) return known
  const fresh = [...vocabulary.facts.values()].filter((fact) => fact.limit !== undefined || fact.deadline !== undefined || fact.aggregate !== undefined)
  derivedFacts.set(vocabulary, fresh)
  return fresh
}

/** `null` in a record means unknown, as absence does. */
export function collectFacts(record: FactSource, conduct: Conduct, span: Span, vocabulary: Iterable<DerivedFact>, decidedOn: string): Facts {
  const facts = new Map<string, FactValue>()
  const party = record.parties?.find((each) => each.id === conduct.party)
  const site = record.sites?.find((each) => each.id === conduct.site)
  for (const given of [record.facts, party?.facts, site?.facts, conduct.facts]) {
    if (given === undefined) continue
    for (const id of Object.keys(given)) {
      const value = given[id]
      if (value !== null && value !== undefined) facts.set(id, value)
    }
  }
  if (typeof record.region === 'string') facts.set('record.region', record.region)
  facts.set('record.inspectedOn', record.inspectedOn)
  facts.set('record.decidedOn', decidedOn)
  // An act that has not ended has, so far, lasted to the day of the decision.
  if (conduct.date !== null && conduct.date !== undefined) facts.set('conduct.endedOn', span.to)
  const day = span.known && span.from === span.to ? span.to : undefined
  if (day !== undefined) facts.set('conduct.date', day)
  for (const fact of vocabulary) {
    const value = derived(fact, conduct, span, facts)
    if (value !== undefined) facts.set(fact.id, value)
  }
  return facts
}

function derived(fact: DerivedFact, conduct: Conduct, span: Span, given: Facts): FactValue | undefined {
  // An act that went on is judged by its last day, an unknown day by every day it can be.
  if (fact.limit !== undefined)
    return limitDuring(fact.limit, span.known ? { from: span.to, to: span.to } : span, given.get('record.region') as string | undefined)
  if (fact.deadline !== undefined) {
    const from = given.get(fact.deadline.from)
    return typeof from === 'string' ? addMonths(from, fact.deadline.months).date : undefined
  }
  if (fact.aggregate !== undefined && Array.isArray(conduct.goods)) return aggregateOf(fact.aggregate, conduct.goods)
  return undefined
}

/** The day an act ended is not asked for by itself: it is the end of its date. */
const recorded = (id: string): string => (id === 'conduct.endedOn' ? 'conduct.date' : id)

/** What has to be asked to know a fact: a limit follows from the day and the place. */
export function askedFor(fact: FactDefinition, facts: Facts): readonly string[] {
  if (fact.deadline !== undefined) return [recorded(fact.deadline.from)].filter((id) => !facts.has(id))
  if (fact.limit === undefined) return [recorded(fact.id)]
  return ['conduct.date', ...(fact.limit.some((edition) => edition.region !== undefined) ? ['record.region'] : [])].filter((id) => !facts.has(id))
}
