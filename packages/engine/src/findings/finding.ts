/** Findings: what one rule concludes about one conduct, over every edition the conduct's date allows. */
import type { ChainLink, Finding, Rule, Verdict } from '@hegui/model'
import { missingFacts } from '../conditions/evaluate.js'
import type { Facts } from '../conditions/leaf.js'
import { factsIn } from '../conditions/normal-form.js'
import { type Decision, isFailure } from '../conditions/runtime.js'
import { askedFor, type Span } from '../facts/collect.js'
import type { Ruleset } from '../assessment/ruleset.js'
import { editionOn, editionsDuring, leavesGap } from './editions.js'

/** One edition of a rule, with what the runtime said about its two conditions. */
export interface DecidedEdition {
  readonly rule: Rule
  readonly applies: Decision
  readonly violated: Decision
}

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

/**
 * The truth table: A false → not-applicable. A true → V decides. A unknown and V false → undetermined, but no
 * answer could make it a violation. A unknown otherwise → undetermined.
 */
function outcomeOf({ rule, applies, violated }: DecidedEdition, { facts, ruleset }: ConductContext): Outcome {
  const failure = [applies, violated].find(isFailure)
  if (failure !== undefined) return { verdict: 'errored', canViolate: false, missing: [], error: failure.error }
  if (applies === 'fails') return { verdict: 'not-applicable', canViolate: false, missing: [] }
  const open = (conditions: readonly Rule['appliesWhen'][]): readonly string[] => [...new Set(conditions.flatMap((condition) => missingFacts(ruleset.form(condition), facts)))]
  if (applies === 'holds') {
    if (violated === 'holds') return { verdict: 'violation', canViolate: true, missing: [] }
    if (violated === 'fails') return { verdict: 'compliant', canViolate: false, missing: [] }
    return { verdict: 'undetermined', canViolate: true, missing: open([rule.violatedWhen]) }
  }
  if (violated === 'fails') return { verdict: 'undetermined', canViolate: false, missing: open([rule.appliesWhen]) }
  return { verdict: 'undetermined', canViolate: true, missing: open([rule.appliesWhen, rule.violatedWhen]) }
}

/** The one finding of a rule. Where the date leaves several editions open and they disagree: undetermined. */
export function findingOf(id: string, editions: readonly DecidedEdition[], context: ConductContext): Finding {
  const all = context.ruleset.catalogue.rules.get(id) ?? []
  const outcomes = editions.map((edition) => outcomeOf(edition, context))
  const notInForce: readonly Outcome[] = leavesGap(all, context.span) ? [{ verdict: 'not-applicable', canViolate: false, missing: [] }] : []
  const possible = [...outcomes, ...notInForce]
  const verdicts = new Set(possible.map((outcome) => outcome.verdict))
  const rule = editions.at(-1)?.rule ?? (all.at(-1) as Rule)
  const error = possible.find((outcome) => outcome.error !== undefined)?.error
  const settled = verdicts.size === 1
  const verdict: Verdict = error !== undefined ? 'errored' : settled ? (possible[0]?.verdict ?? 'not-applicable') : 'undetermined'
  const canViolate = possible.some((outcome) => outcome.canViolate)
  const unknown = [...new Set([...possible.flatMap((outcome) => outcome.missing), ...(settled ? [] : ['conduct.date'])])]
  return {
    id: `${context.conduct}:${id}`,
    conduct: context.conduct,
    rule: id,
    revision: rule.revision,
    title: rule.title,
    weight: rule.weight,
    verdict,
    ...(verdict === 'undetermined' ? { canViolate } : {}),
    missing: verdict === 'undetermined' ? askable(unknown, context) : [],
    clauses: clausesOf(rule, context.plans),
    articles: articlesOf(rule, context),
    chain: chainOf(rule, verdict, context),
    ...(error === undefined ? {} : { error }),
  }
}

/** Unknown facts as questions a person can be asked. */
function askable(facts: readonly string[], { ruleset, facts: known }: ConductContext): readonly string[] {
  return [...new Set(facts.flatMap((id) => askedFor(ruleset.vocabulary.facts.get(id) ?? missingDefinition(id), known)))]
}

const missingDefinition = (id: string): never => {
  throw new Error(`the fact ${id} was not defined when the packs were checked`)
}

const clausesOf = (rule: Rule, plans: ReadonlySet<string>): Finding['clauses'] => rule.basis.flatMap((basis) => (basis.clause !== undefined && plans.has(basis.instrument) ? [{ plan: basis.instrument, clause: basis.clause }] : []))

function articlesOf(rule: Rule, { ruleset, span }: ConductContext): Finding['articles'] {
  return rule.basis.flatMap((basis) => {
    if (basis.article === undefined) return []
    const instrument = ruleset.catalogue.instruments.get(basis.instrument)
    const possible = editionsDuring(instrument?.editions ?? [], span)
    const edition = possible.length === 1 ? possible[0] : undefined
    const entered = [...(instrument?.provisions ?? []).map((each) => ({ edition: each.edition, article: each.article, status: each.verification.status })), ...(instrument?.norms ?? []).flatMap((norm) => norm.editions.map((each) => ({ edition: each.edition, article: each.article, status: each.verification.status })))]
    const read = edition !== undefined && edition.read && entered.some((each) => each.edition === edition.id && each.article === basis.article && each.status === 'primary-text')
    return [{ instrument: basis.instrument, article: basis.article, edition: edition?.id ?? null, read }]
  })
}

/** From the clause and the article through the rule and the facts it turned on to the finding. */
function chainOf(rule: Rule, verdict: Verdict, context: ConductContext): readonly ChainLink[] {
  const { ruleset, facts, plans, span } = context
  const edition = (id: string): string => {
    const day = span.known ? editionOn(ruleset.catalogue.instruments.get(id)?.editions ?? [], span.to)?.id : undefined
    return day === undefined ? '' : `@${day}`
  }
  const used = [...new Set([rule.appliesWhen, rule.violatedWhen].flatMap((condition) => factsIn(ruleset.form(condition))))]
  return [
    ...clausesOf(rule, plans).map(({ plan, clause }): ChainLink => ({ step: 'clause', id: `${plan}/${clause}` })),
    ...rule.basis.flatMap((basis): ChainLink[] => (basis.article === undefined ? [] : [{ step: 'article', id: `${basis.instrument}/${basis.article}${edition(basis.instrument)}`, detail: basis.role }])),
    { step: 'rule', id: `${rule.id}#${rule.revision}` },
    ...used.flatMap((id): ChainLink[] => (facts.has(id) ? [{ step: 'fact', id, detail: JSON.stringify(facts.get(id)) }] : [])),
    { step: 'finding', id: `${context.conduct}:${rule.id}`, detail: verdict },
  ]
}
