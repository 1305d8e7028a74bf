/** Findings: what one rule concludes about one conduct, over every edition the conduct's date allows. */
import type { ChainLink, Finding, Rule, Verdict } from '@hegui/model'
import { missingFacts } from '../conditions/evaluate.js'
import { type Facts, isWithin } from '../conditions/leaf.js'
import { type Decision, isFailure } from '../conditions/runtime.js'
import { askedFor, type Span } from '../facts/collect.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { RuleInForce, RulesInForce } from './rules-in-force.js'

export interface ConductContext {
  readonly conduct: string
  readonly facts: Facts
  readonly span: Span
  readonly ruleset: Ruleset
  /** Plans whose clauses are named in findings. */
  readonly plans: ReadonlySet<string>
}

interface Outcome {
  readonly verdict: Verdict
  readonly canViolate: boolean
  readonly missing: readonly string[]
  readonly error?: string
}

const none: readonly never[] = Object.freeze([])
const settledAs = (verdict: Verdict): Outcome => ({ verdict, canViolate: verdict === 'violation', missing: none })
const [notApplicable, violation, compliant] = [settledAs('not-applicable'), settledAs('violation'), settledAs('compliant')]

/**
 * The truth table: A false → not-applicable. A true → V decides. A unknown and V false → undetermined, but no
 * answer could make it a violation. A unknown otherwise → undetermined.
 */
function outcomeOf(rule: Rule, applies: Decision, violated: Decision, { facts, ruleset }: ConductContext): Outcome {
  const failure = isFailure(applies) ? applies : isFailure(violated) ? violated : undefined
  if (failure !== undefined) return { verdict: 'errored', canViolate: false, missing: none, error: failure.error }
  if (applies === 'fails') return notApplicable
  const open = (conditions: readonly Rule['appliesWhen'][]): readonly string[] => [
    ...new Set(conditions.flatMap((condition) => missingFacts(ruleset.form(condition), facts))),
  ]
  if (applies === 'holds') {
    if (violated === 'holds') return violation
    if (violated === 'fails') return compliant
    return { verdict: 'undetermined', canViolate: true, missing: open([rule.violatedWhen]) }
  }
  if (violated === 'fails') return { verdict: 'undetermined', canViolate: false, missing: open([rule.appliesWhen]) }
  return { verdict: 'undetermined', canViolate: true, missing: open([rule.appliesWhen, rule.violatedWhen]) }
}

/** Where the date leaves several editions open, or a day without any, and they disagree: undetermined. */
function together(outcomes: readonly Outcome[]): Outcome {
  const [first = notApplicable] = outcomes
  const settled = outcomes.every(({ verdict }) => verdict === first.verdict)
  const error = outcomes.find((outcome) => outcome.error !== undefined)?.error
  return {
    verdict: error !== undefined ? 'errored' : settled ? first.verdict : 'undetermined',
    canViolate: outcomes.some((outcome) => outcome.canViolate),
    missing: [...new Set([...outcomes.flatMap((outcome) => outcome.missing), ...(settled ? [] : ['conduct.date'])])],
    ...(error === undefined ? {} : { error }),
  }
}

/** One finding of each rule. `decisions`: two of each edition, on `appliesWhen` and on `violatedWhen`. */
export function findingsOf({ rules }: RulesInForce, decisions: readonly Decision[], context: ConductContext): readonly Finding[] {
  const facts = factLinks(context.facts)
  let at = 0
  return rules.map((standing) => {
    const { editions, gap } = standing
    const from = at
    at += editions.length * 2
    const outcomeAt = (rule: Rule, index: number): Outcome =>
      outcomeOf(rule, decisions[from + index * 2] as Decision, decisions[from + index * 2 + 1] as Decision, context)
    const [only] = editions
    // On a known day most rules have one edition.
    const outcome =
      only !== undefined && editions.length === 1 && !gap ? outcomeAt(only, 0) : together([...editions.map(outcomeAt), ...(gap ? [notApplicable] : [])])
    return findingOf(standing, outcome, facts, context)
  })
}

function findingOf(standing: RuleInForce, { verdict, canViolate, missing, error }: Outcome, factLink: FactLink, context: ConductContext): Finding {
  const { conduct, plans, facts } = context
  const { rule } = standing
  const id = `${conduct}:${standing.id}`
  const { revision, title, weight } = rule
  const clauses = standing.clauses.length === 0 ? none : standing.clauses.filter((each) => plans.has(each.plan))
  // That a rule does not concern the conduct needs no sources; explain() has the reason.
  if (verdict === 'not-applicable')
    return { id, conduct, rule: standing.id, revision, title, weight, verdict, missing: none, clauses, articles: none, chain: none }
  const region = facts.get('record.region')
  const cited = standing.cited.filter((each) => each.region === undefined || typeof region !== 'string' || isWithin(region, each.region))
  const articles = cited.map((each) => each.article)
  const chain: ChainLink[] = clauses.map(({ plan, clause }) => ({ step: 'clause', id: `${plan}/${clause}` }))
  for (const { link } of cited) chain.push(link)
  chain.push({ step: 'rule', id: `${rule.id}#${revision}` })
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

/** The link of a fact in any chain of the conduct; undefined where it is not known. */
type FactLink = (fact: string) => ChainLink | undefined

function factLinks(facts: Facts): FactLink {
  const links = new Map<string, ChainLink>()
  return (id) => {
    const seen = links.get(id)
    if (seen !== undefined || !facts.has(id)) return seen
    const link: ChainLink = { step: 'fact', id, detail: JSON.stringify(facts.get(id)) }
    links.set(id, link)
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
