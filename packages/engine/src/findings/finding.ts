/** Findings: what one rule concludes about one conduct, over every edition the conduct's date allows. */
import type { ChainLink, Finding, Rule, Verdict } from '@hegui/model'
import { missingFacts } from '../conditions/evaluate.js'
import type { Facts } from '../conditions/leaf.js'
import { factsIn } from '../conditions/normal-form.js'
import { type Decision, type Failure, isFailure } from '../conditions/runtime.js'
import { askedFor, type Span } from '../facts/collect.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { citationsDuring } from './citation.js'
import { joined, mayLieOutside, notApplicable, type Outcome, verdictOf } from './outcome.js'

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

interface EditionOutcome extends Outcome {
  readonly missing: readonly string[]
  readonly error?: string
}

function outcomeOf({ rule, applies, violated }: DecidedEdition, { facts, ruleset }: ConductContext): EditionOutcome {
  if (isFailure(applies)) return errored(applies)
  if (isFailure(violated)) return errored(violated)
  const outcome = verdictOf(applies, violated)
  if (outcome.verdict !== 'undetermined') return { ...outcome, missing: [] }
  const open = [...(applies === 'unknown' ? [rule.appliesWhen] : []), ...(outcome.canViolate ? [rule.violatedWhen] : [])]
  return { ...outcome, missing: [...new Set(open.flatMap((condition) => missingFacts(ruleset.form(condition), facts)))] }
}

const errored = ({ error }: Failure): EditionOutcome => ({ verdict: 'errored', canViolate: false, missing: [], error })

/** The one finding of a rule. Where the date leaves several editions open and they disagree: undetermined. */
export function findingOf(id: string, editions: readonly DecidedEdition[], context: ConductContext): Finding {
  const all = context.ruleset.catalogue.rules.get(id) ?? []
  const outcomes = editions.map((edition) => outcomeOf(edition, context))
  const outside = mayLieOutside(
    editions.map((each) => each.rule),
    all,
    context.span,
  )
  const possible: readonly EditionOutcome[] = [...outcomes, ...(outside ? [{ ...notApplicable, missing: [] }] : [])]
  const { settled, canViolate, ...whole } = joined(possible)
  const rule = editions.at(-1)?.rule ?? (all.at(-1) as Rule)
  const error = possible.find((outcome) => outcome.error !== undefined)?.error
  const verdict: Verdict = error !== undefined ? 'errored' : whole.verdict
  const clauses = clausesOf(rule, context)
  const articles = verdict === 'not-applicable' ? [] : articlesOf(rule, context)
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
    clauses,
    articles,
    // That a rule does not concern the conduct needs no sources; explain() has the reason.
    chain: verdict === 'not-applicable' ? [] : chainOf(rule, verdict, { clauses, articles }, context),
    ...(error === undefined ? {} : { error }),
  }
}

/** Unknown facts as questions a person can be asked. */
export function askable(facts: readonly string[], { ruleset, facts: known }: Pick<ConductContext, 'ruleset' | 'facts'>): readonly string[] {
  return [...new Set(facts.flatMap((id) => askedFor(ruleset.vocabulary.facts.get(id) ?? missingDefinition(id), known)))]
}

const missingDefinition = (id: string): never => {
  throw new Error(`the fact ${id} was not defined when the packs were checked`)
}

/** What the rule cites, then what cites the rule: a plan may count on a rule of another pack, which knows nothing of it. */
function clausesOf(rule: Rule, { plans, ruleset }: ConductContext): Finding['clauses'] {
  const own = rule.basis.flatMap((basis) => (basis.clause === undefined ? [] : [{ plan: basis.instrument, clause: basis.clause }]))
  const others = (ruleset.clauses.get(rule.id) ?? []).filter((each) => !own.some(({ plan, clause }) => plan === each.plan && clause === each.clause))
  return [...own, ...others].filter((each) => plans.has(each.plan))
}

/** An act that went on cites the law of its last day under the rule; an unknown day leaves the edition open. */
const articlesOf = (rule: Rule, { ruleset, span: whole, facts }: ConductContext): Finding['articles'] => {
  const end = rule.inForce.to
  const last = end !== null && end !== undefined && end < whole.to ? end : whole.to
  const span = whole.known ? { from: last, to: last, known: true } : whole
  return rule.basis.flatMap(({ article, role, ...basis }) =>
    article === undefined ? [] : citationsDuring([{ ...basis, article }], span, ruleset, facts.get('record.region')).map((citation) => ({ ...citation, role })),
  )
}

/** From the clause and the article through the rule and the facts it turned on to the finding. */
function chainOf(rule: Rule, verdict: Verdict, { clauses, articles }: Pick<Finding, 'clauses' | 'articles'>, context: ConductContext): readonly ChainLink[] {
  const { ruleset, facts } = context
  const used = [...new Set([rule.appliesWhen, rule.violatedWhen].flatMap((condition) => factsIn(ruleset.form(condition))))]
  return [
    ...clauses.map(({ plan, clause }): ChainLink => ({ step: 'clause', id: `${plan}/${clause}` })),
    ...articles.map(
      ({ instrument, article, edition }): ChainLink => ({ step: 'article', id: `${instrument}/${article}${edition === null ? '' : `@${edition}`}` }),
    ),
    { step: 'rule', id: `${rule.id}#${rule.revision}` },
    ...used.flatMap((id): ChainLink[] => (facts.has(id) ? [{ step: 'fact', id, detail: JSON.stringify(facts.get(id)) }] : [])),
    { step: 'finding', id: `${context.conduct}:${rule.id}`, detail: verdict },
  ]
}
