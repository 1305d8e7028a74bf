/**
 * One record to the terms it adds to each figure. All terms are at least 0; what is not known stays a possibility. A fact
 * below 0 cannot be a count or an amount, so it is taken as one that is not known.
 *
 * Records, conducts, findings and facts count on the day of the inspection, when they were found: a conduct whose day
 * is learned later does not move to another period. An outcome counts on its own day. A record that does not list its
 * outcomes may have had any: it adds a term of unknown amount, on an unknown day.
 */
import type { Assessment, Conduct, GoodsLine, InspectionRecord, Outcome } from '@hegui/model'
import { evaluate } from '../conditions/evaluate.js'
import type { Facts } from '../conditions/leaf.js'
import { all, any, type Truth } from '../conditions/truth.js'
import { collectFacts, spanOf } from '../facts/collect.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Atom } from './formulas-of-plan.js'

/** Added to one figure on one day. `amount` null: how much is not known. `truth` unknown: whether it counts is not known. */
export interface Term {
  readonly day: string | null
  readonly truth: Exclude<Truth, 'fails'>
  readonly amount: number | null
}

/** A record with the facts of its conducts, each worked out when a formula first asks for it. */
export interface Counted {
  readonly record: InspectionRecord
  readonly factsOf: (conduct: Conduct) => Facts
  readonly assessment: Assessment | undefined
}

/** Ready to be counted; `assessment` is needed by formulas over findings. */
export function countedOf(record: InspectionRecord, ruleset: Ruleset, assessment?: Assessment): Counted {
  const decidedOn = record.decidedOn ?? record.inspectedOn
  const vocabulary = ruleset.vocabulary.facts
  const known = new Map<Conduct, Facts>()
  const factsOf = (conduct: Conduct): Facts => {
    const facts = known.get(conduct) ?? collectFacts(record, conduct, spanOf(conduct, decidedOn), vocabulary.values(), decidedOn)
    known.set(conduct, facts)
    return facts
  }
  return { record, factsOf, assessment }
}

const term = (day: string | null, truth: Truth, amount: number | null): readonly Term[] => (truth === 'fails' || amount === 0 ? [] : [{ day, truth, amount }])

/** What a record adds to a figure. */
export function termsOf(atom: Atom, counted: Counted, ruleset: Ruleset): readonly Term[] {
  const { record, factsOf } = counted
  const day = record.inspectedOn
  const of = (conduct: Conduct): Truth => (atom.where === undefined ? 'holds' : evaluate(ruleset.form(atom.where), factsOf(conduct)))
  // Of the record as a whole, a condition holds where it holds of one of its conducts; on facts of the record that is the same.
  const ofRecord = (): Truth => any(record.conducts.map(of))
  if ('count' in atom) {
    switch (atom.count) {
      case 'records':
        return term(day, ofRecord(), 1)
      case 'conducts':
        return record.conducts.flatMap((conduct) => term(day, of(conduct), 1))
      case 'findings':
        return record.conducts.flatMap((conduct) => term(day, all([violated(conduct, atom.rules, counted.assessment), of(conduct)]), 1))
      case 'outcomes':
        return outcomeTerms(atom, counted, of, ofRecord)
      default:
        return atom satisfies never
    }
  }
  return atom.sum === 'fact' ? factTerms(atom.fact, counted, of, ofRecord, ruleset) : outcomeTerms(atom, counted, of, ofRecord)
}

/** Not assessed is not known. */
function violated(conduct: Conduct, rules: readonly string[], assessment: Assessment | undefined): Truth {
  if (assessment === undefined) return 'unknown'
  return any(
    assessment.findings
      .filter((finding) => finding.conduct === conduct.id && rules.includes(finding.rule))
      .map(({ verdict, canViolate }): Truth => {
        if (verdict === 'violation') return 'holds'
        return verdict === 'errored' || (verdict === 'undetermined' && canViolate !== false) ? 'unknown' : 'fails'
      }),
  )
}

type OfConduct = (conduct: Conduct) => Truth

/** A fact of the record counts once, of a party or site once for each, of a conduct once for each. */
function factTerms(fact: string, { record, factsOf }: Counted, of: OfConduct, ofRecord: () => Truth, ruleset: Ruleset): readonly Term[] {
  const day = record.inspectedOn
  const number = (value: unknown): number | null => (typeof value === 'number' && value >= 0 ? value : null)
  const scope = ruleset.vocabulary.facts.get(fact)?.scope
  if (scope === 'conduct' || scope === 'limit') return record.conducts.flatMap((conduct) => term(day, of(conduct), number(factsOf(conduct).get(fact))))
  const own = scope === 'party' ? record.parties : scope === 'site' ? record.sites : undefined
  if (own === undefined || own.length === 0 || typeof record.facts?.[fact] === 'number') return term(day, ofRecord(), number(record.facts?.[fact]))
  return own.flatMap((each) => {
    const by = record.conducts.filter((conduct) => (scope === 'party' ? conduct.party : conduct.site) === each.id)
    return term(day, by.length === 0 ? ofRecord() : any(by.map(of)), number(each.facts?.[fact]))
  })
}

type OutcomeAtom = Extract<Atom, { readonly kinds: unknown }>

function outcomeTerms(atom: OutcomeAtom, { record }: Counted, of: OfConduct, ofRecord: () => Truth): readonly Term[] {
  if (record.outcomes === undefined) return term(null, ofRecord() === 'fails' ? 'fails' : 'unknown', null)
  return record.outcomes
    .filter((outcome) => atom.kinds.includes(outcome.kind))
    .flatMap((outcome) => {
      const conduct = record.conducts.find((each) => each.id === outcome.conduct)
      const truth = conduct === undefined ? ofRecord() : of(conduct)
      const day = outcome.on ?? record.inspectedOn
      if ('sum' in atom && atom.field === 'quantity') return quantityTerms(atom, outcome, day, truth)
      return term(day, all([truth, concerns(atom, outcome)]), 'sum' in atom ? (outcome[atom.field as 'amountYuan' | 'persons'] ?? null) : 1)
    })
}

/** Does the outcome concern goods of the kinds and the unit asked for? Goods that were not listed may be any. */
function concerns(atom: OutcomeAtom, { goods }: Outcome): Truth {
  if (atom.goods === undefined && atom.unit === undefined) return 'holds'
  return goods === undefined || goods === null ? 'unknown' : any(goods.map((line) => matches(atom, line)))
}

function matches(atom: OutcomeAtom, line: GoodsLine): Truth {
  const kind: Truth = atom.goods === undefined ? 'holds' : line.kind === null ? 'unknown' : atom.goods.includes(line.kind) ? 'holds' : 'fails'
  const unit: Truth = atom.unit === undefined ? 'holds' : line.unit === undefined ? 'unknown' : line.unit === atom.unit ? 'holds' : 'fails'
  return all([kind, unit])
}

const quantityTerms = (atom: OutcomeAtom, { goods }: Outcome, day: string, truth: Truth): readonly Term[] =>
  goods === undefined || goods === null ? term(day, truth, null) : goods.flatMap((line) => term(day, all([truth, matches(atom, line)]), line.quantity ?? null))
