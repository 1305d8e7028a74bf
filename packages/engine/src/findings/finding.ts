/** Findings: what one rule concludes about one conduct, over every edition the conduct's date allows. */
import type { ChainLink, FactValue, Finding, Rule } from '@hegui/model'
import { missingFacts } from '../conditions/evaluate.js'
import { type Facts, isWithin } from '../conditions/leaf.js'
import { type Decision, type Failure, isFailure } from '../conditions/runtime.js'
import { askedFor, type Span } from '../facts/collect.js'
import { canonicalJson } from '../ruleset/canonical-json.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { joined, notApplicable, type Outcome, verdictOf } from './outcome.js'
import type { Citations, NumberedFact, RuleInForce, RulesInForce } from './rules-in-force.js'

export interface ConductContext {
  readonly conduct: string
  readonly facts: Facts
  readonly span: Span
  readonly ruleset: Ruleset
  /** Plans whose clauses are named in findings. */
  readonly plans: ReadonlySet<string>
}

interface EditionOutcome extends Outcome {
  readonly missing: readonly string[]
  readonly error?: string
}

const none: readonly never[] = Object.freeze([])
const outside: EditionOutcome = { ...notApplicable, missing: none }
const compliant: EditionOutcome = { ...verdictOf('holds', 'fails'), missing: none }
const violation: EditionOutcome = { ...verdictOf('holds', 'holds'), missing: none }

function outcomeOf(rule: Rule, applies: Decision, violated: Decision, { facts, ruleset }: ConductContext): EditionOutcome {
  if (applies === 'fails' && !isFailure(violated)) return outside
  if (isFailure(applies)) return errored(applies)
  if (isFailure(violated)) return errored(violated)
  if (applies === 'holds' && violated !== 'unknown') return violated === 'holds' ? violation : compliant
  const { verdict, canViolate } = verdictOf(applies, violated)
  const open = [...(applies === 'unknown' ? [rule.appliesWhen] : []), ...(canViolate ? [rule.violatedWhen] : [])]
  return { verdict, canViolate, missing: [...new Set(open.flatMap((condition) => missingFacts(ruleset.form(condition), facts)))] }
}

const errored = ({ error }: Failure): EditionOutcome => ({ verdict: 'errored', canViolate: false, missing: none, error })

/** Where the date leaves several editions open, or a day without any, and they disagree, the day is asked for. */
function together(outcomes: readonly EditionOutcome[]): EditionOutcome {
  const { settled, verdict, canViolate } = joined(outcomes)
  const error = outcomes.find((outcome) => outcome.error !== undefined)?.error
  const missing = [...new Set([...outcomes.flatMap((outcome) => outcome.missing), ...(settled ? [] : ['conduct.date'])])]
  return error === undefined ? { verdict, canViolate, missing } : { verdict: 'errored', canViolate, missing, error }
}

/** One finding of each rule. `decisions`: two of each edition, on `appliesWhen` and on `violatedWhen`. */
export function findingsOf(standingRules: RulesInForce, decisions: readonly Decision[], context: ConductContext): readonly Finding[] {
  const { rules } = standingRules
  const facts = factLinks(context.facts)
  const known = unconcernedBy(standingRules, context)
  let at = 0
  return rules.map((standing, place) => {
    const from = at
    at += standing.editions.length * 2
    const outcome = outcomeFrom(standing, decisions, from, context)
    if (outcome.verdict !== 'not-applicable') return findingOf(standing, outcome, facts, context)
    const said = known[place] ?? Object.freeze(unconcerned(standing, context))
    known[place] = said
    return said
  })
}

function outcomeFrom({ editions, gap }: RuleInForce, decisions: readonly Decision[], from: number, context: ConductContext): EditionOutcome {
  const [only] = editions
  // On a known day most rules have one edition.
  if (only !== undefined && editions.length === 1 && !gap) return outcomeOf(only, decisions[from] as Decision, decisions[from + 1] as Decision, context)
  const outcomes = editions.map((rule, index) => outcomeOf(rule, decisions[from + index * 2] as Decision, decisions[from + index * 2 + 1] as Decision, context))
  return together(gap ? [...outcomes, outside] : outcomes)
}

/** How many conducts are remembered, by the period of their day, their ids and plans: some megabytes at most. */
const REMEMBERED = 256
let remembered = new WeakMap<RulesInForce, Map<string, Finding[]>>()
let count = 0

/**
 * That a rule does not concern a conduct is said in the same words of every conduct of that id under the same plans, and
 * is so of most rules: said once, frozen, and shared by all assessments. By place in `rules`; filled as they come up.
 */
function unconcernedBy(rules: RulesInForce, { conduct, plans, span }: ConductContext): Finding[] {
  // Of other spans each conduct has rules of its own.
  if (!span.known || span.from !== span.to) return []
  const key = [conduct, ...plans].join(' ')
  const known = remembered.get(rules)?.get(key)
  if (known !== undefined) return known
  if (count === REMEMBERED) {
    remembered = new WeakMap()
    count = 0
  }
  count++
  const fresh: Finding[] = []
  const byConduct = remembered.get(rules)
  if (byConduct === undefined) remembered.set(rules, new Map([[key, fresh]]))
  else byConduct.set(key, fresh)
  return fresh
}

/** That a rule does not concern the conduct needs no sources; explain() has the reason. */
function unconcerned(standing: RuleInForce, { conduct, plans }: ConductContext): Finding {
  const { revision, title, weight } = standing.rule
  return {
    id: `${conduct}:${standing.id}`,
    conduct,
    rule: standing.id,
    revision,
    title,
    weight,
    verdict: 'not-applicable',
    missing: none,
    clauses: Object.freeze(clausesUnder(plans, standing).map(({ clause }) => clause)),
    articles: none,
    chain: none,
  }
}

const clausesUnder = (plans: ConductContext['plans'], { clauses }: RuleInForce): RuleInForce['clauses'] =>
  clauses.length === 0 ? none : clauses.filter(({ clause }) => plans.has(clause.plan))

function findingOf(standing: RuleInForce, { verdict, canViolate, missing, error }: EditionOutcome, factLink: FactLink, context: ConductContext): Finding {
  const { conduct, plans, facts } = context
  const { rule } = standing
  const id = `${conduct}:${standing.id}`
  const { revision, title, weight } = rule
  const counted = clausesUnder(plans, standing)
  const clauses = counted.map(({ clause }) => clause)
  const { articles, links } = citedIn(standing.cited, facts.get('record.region'))
  const chain: ChainLink[] = counted.map(({ link }) => link)
  for (const link of links) chain.push(link)
  chain.push(standing.link)
  for (const fact of standing.facts) {
    const link = factLink(fact)
    if (link !== undefined) chain.push(link)
  }
  chain.push({ step: 'finding', id, detail: verdict })
  // Written out, not spread: there are as many of these as rules, for every conduct.
  const found: Finding =
    verdict === 'undetermined'
      ? { id, conduct, rule: standing.id, revision, title, weight, verdict, canViolate, missing: askable(missing, context), clauses, articles, chain }
      : { id, conduct, rule: standing.id, revision, title, weight, verdict, missing: none, clauses, articles, chain }
  return error === undefined ? found : { ...found, error }
}

/** Where it is not known where the conduct was, all of them. */
function citedIn(cited: Citations, region: FactValue | undefined): Citations {
  if (cited.byRegion === undefined || typeof region !== 'string') return cited
  const here = cited.byRegion.filter((each) => each.region === undefined || isWithin(region, each.region))
  return { articles: here.map(({ article }) => article), links: here.map(({ link }) => link) }
}

/** The link of a fact in any chain of the conduct; undefined where it is not known. */
type FactLink = (fact: NumberedFact) => ChainLink | undefined

function factLinks(facts: Facts): FactLink {
  const links: (ChainLink | undefined)[] = []
  return ({ id, number }) => {
    const seen = links[number]
    if (seen !== undefined) return seen
    const value = facts.get(id)
    if (value === undefined) return undefined
    const link: ChainLink = { step: 'fact', id, detail: canonicalJson(value) as string }
    links[number] = link
    return link
  }
}

/** Unknown facts as questions a person can be asked. */
export function askable(facts: readonly string[], { ruleset, facts: known }: Pick<ConductContext, 'ruleset' | 'facts'>): readonly string[] {
  return [...new Set(facts.flatMap((id) => askedFor(ruleset.vocabulary.facts.get(id) ?? missingDefinition(id), known)))]
}

const missingDefinition = (id: string): never => {
  throw new Error(`the fact ${id} was not defined when the packs were checked`)
}
