/** A rule as its editions, and a case of it as what it shows about them. */
import { recordOfCase } from '@hegui/analysis'
import { collectFacts, type Facts, governingEditions, type Ruleset, spanOf, type Truth } from '@hegui/engine'
import { type FactDefinition, isFactReference, type Rule, type RuleCase } from '@hegui/model'
import { type EditionMeaning, editionMeaning, type Outcome } from './edition-meaning.js'

export interface RuleMeaning {
  readonly id: string
  /** The earliest first. */
  readonly editions: readonly EditionMeaning[]
  /** Those of the facts it looks at that follow from others: from the day, the place, the goods. */
  readonly derived: readonly FactDefinition[]
}

export function ruleMeaning(id: string, ruleset: Ruleset): RuleMeaning {
  const editions = [...(ruleset.catalogue.rules.get(id) ?? [])].sort((a, b) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1))
  const meanings = editions.map((rule) => editionMeaning(rule, ruleset))
  const looked = new Set(
    meanings.flatMap(({ leaves }) => leaves.flatMap(({ leaf }) => (isFactReference(leaf.value) ? [leaf.fact, leaf.value.fact] : [leaf.fact]))),
  )
  const derived = [...looked].flatMap((fact) => ruleset.vocabulary.facts.get(fact) ?? [])
  return { id, editions: meanings, derived: derived.filter((fact) => (fact.limit ?? fact.deadline ?? fact.aggregate) !== undefined) }
}

/** What a case, or one that could be written, shows. */
export interface Observation {
  readonly given: RuleCase
  readonly facts: Facts
  /** What the rule as a whole says. */
  readonly verdict: Outcome
  /** Only where the day leaves one edition: its place among the editions, and how its comparisons came out. */
  readonly edition?: number
  readonly truths: readonly Truth[]
}

/** The facts must make a record: whoever writes a case has that checked. */
function factsOfCase(given: RuleCase, { derived }: RuleMeaning, ruleset: Ruleset): Facts {
  const record = recordOfCase(given, ruleset)
  const [conduct] = record.conducts
  if (conduct === undefined) throw new Error('a case is a record with one conduct')
  return collectFacts(record, conduct, spanOf(conduct, record.inspectedOn), derived, record.inspectedOn)
}

export function observe(meaning: RuleMeaning, given: RuleCase, ruleset: Ruleset): Observation {
  const facts = factsOfCase(given, meaning, ruleset)
  const decidedOn = given.date ?? '2023-06-30'
  const span = given.date === null ? { from: null, to: decidedOn, known: false } : { from: given.date, to: given.date, known: true }
  const governing = governingEditions(
    meaning.editions.map(({ rule }) => rule),
    span,
  )
  const [only] = governing
  if (given.date !== null && only !== undefined) {
    const edition = placeOf(meaning, only)
    const truths = (meaning.editions[edition] as EditionMeaning).truthsOf(facts)
    return { given, facts, edition, truths, verdict: (meaning.editions[edition] as EditionMeaning).outcomeOf(truths) }
  }
  const outcomes = governing.map((rule) => {
    const edition = meaning.editions[placeOf(meaning, rule)] as EditionMeaning
    return edition.outcomeOf(edition.truthsOf(facts))
  })
  // An unknown day: before the first edition there was no such rule.
  const all = new Set<Outcome>(governing.some((rule) => rule.inForce.from === null) ? outcomes : [...outcomes, 'not-applicable'])
  return { given, facts, truths: [], verdict: all.size === 1 ? ([...all][0] as Outcome) : 'undetermined' }
}

const placeOf = ({ editions }: RuleMeaning, rule: Rule): number => editions.findIndex((each) => each.rule === rule)
