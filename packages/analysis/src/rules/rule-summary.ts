/** Rules as they are looked for: what each edition rests on, which plans name it, what it asks. */
import type { Ruleset } from '@hegui/engine'
import { type Condition, instrumentOf, isFactReference, type Rule, type Vocabulary } from '@hegui/model'
import { inForceOn } from '../law/period.js'
import type { ArticleAsked } from './article-query.js'
import { articlesMeet } from './chinese-article.js'

export interface RuleArticle {
  readonly instrument: string
  readonly article: string
  /** Where the number belongs to one edition only. */
  readonly edition?: string
}

export interface RuleSummary {
  readonly id: string
  readonly domain: string
  /** Of the latest edition listed. */
  readonly title: string
  readonly editions: readonly { readonly revision: number; readonly title: string; readonly from: string | null; readonly to: string | null }[]
  readonly plans: readonly { readonly plan: string; readonly clauses: readonly string[] }[]
  readonly articles: readonly RuleArticle[]
  readonly norms: readonly string[]
  readonly facts: readonly string[]
}

/** All that is given must hold. */
export interface RuleFilter {
  readonly domain?: string
  readonly plan?: string
  readonly article?: ArticleAsked
  readonly fact?: string
  /** Only editions in force on this day, and only what those say. */
  readonly on?: string
}

export const domainOf = (rule: string): string => rule.slice(0, rule.indexOf('/'))

/** In code-unit order of their ids. */
export function findRules({ catalogue, vocabulary }: Ruleset, filter: RuleFilter = {}): readonly RuleSummary[] {
  return [...catalogue.rules]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([id, all]) => {
      const editions = inOrder(all).filter((rule) => filter.on === undefined || inForceOn(rule.inForce, filter.on))
      return editions.length === 0 ? [] : [summaryOf(id, editions, { catalogue, vocabulary }, filter.on)]
    })
    .filter((summary) => matches(summary, filter))
}

/** By the day they begin; one that began at an unknown day comes first. */
export const inOrder = (editions: readonly Rule[]): readonly Rule[] => [...editions].sort((a, b) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1))

function matches(summary: RuleSummary, { domain, plan, article, fact }: RuleFilter): boolean {
  return (
    (domain === undefined || summary.domain === domain) &&
    (plan === undefined || summary.plans.some((each) => each.plan === plan)) &&
    (article === undefined || summary.articles.some((each) => each.instrument === article.instrument && articlesMeet(each.article, article.article))) &&
    (fact === undefined || summary.facts.includes(fact))
  )
}

function summaryOf(
  id: string,
  editions: readonly Rule[],
  { catalogue, vocabulary }: Pick<Ruleset, 'catalogue' | 'vocabulary'>,
  on: string | undefined,
): RuleSummary {
  const norms = distinct(editions.flatMap((rule) => rule.norms))
  return {
    id,
    domain: domainOf(id),
    title: editions.at(-1)?.title ?? id,
    editions: editions.map(({ revision, title, inForce }) => ({ revision, title, from: inForce.from, to: inForce.to ?? null })),
    plans: plansNaming(id, editions, catalogue),
    articles: articlesOfRule(editions, norms, catalogue, on),
    norms,
    facts: distinct(editions.flatMap((rule) => factsOfRule(rule, vocabulary))),
  }
}

/** Plans whose clauses or measures name the rule, and plans the rule names as its basis. */
function plansNaming(id: string, editions: readonly Rule[], { plans }: Ruleset['catalogue']): RuleSummary['plans'] {
  const named = [...plans.values()].map((plan) => ({
    plan: plan.id,
    clauses: distinct([
      ...plan.clauses.filter((clause) => clause.encodings.some((each) => each.as === 'rule' && each.id === id)).map((clause) => clause.id),
      ...plan.measures.filter((measure) => measure.onViolationOf.includes(id)).map((measure) => measure.clause),
      ...editions.flatMap((rule) => rule.basis.flatMap((basis) => (basis.instrument === plan.id && basis.clause !== undefined ? [basis.clause] : []))),
    ]),
  }))
  return named.filter(({ clauses }) => clauses.length > 0)
}

/** The articles a rule cites, and those its norms stand in, each once; of one day only what was in force then. */
function articlesOfRule(editions: readonly Rule[], norms: readonly string[], catalogue: Ruleset['catalogue'], on: string | undefined): readonly RuleArticle[] {
  const thatDay = (instrument: string, edition: string | undefined): boolean => {
    const period = catalogue.instruments.get(instrument)?.editions.find((each) => each.id === edition)?.inForce
    return on === undefined || period === undefined || inForceOn(period, on)
  }
  const cited = editions.flatMap((rule) =>
    rule.basis.flatMap(({ instrument, article, edition }): readonly RuleArticle[] =>
      article !== undefined && thatDay(instrument, edition) ? [{ instrument, article, ...(edition === undefined ? {} : { edition }) }] : [],
    ),
  )
  const known = new Set(cited.map(placeOf))
  const behind = norms.flatMap((id) =>
    (catalogue.norms.get(id)?.editions ?? [])
      .filter((edition) => on === undefined || inForceOn(edition.inForce, on))
      .map(({ article }): RuleArticle => ({ instrument: instrumentOf(id), article })),
  )
  const all = [...cited, ...behind.filter((each) => !known.has(placeOf(each)))]
  return [...new Map(all.map((each) => [`${placeOf(each)} ${each.edition ?? ''}`, each])).values()]
}

const placeOf = ({ instrument, article }: RuleArticle): string => `${instrument} ${article}`

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

/** Every fact the two conditions look at, in reading order; those of named conditions as well. */
export const factsOfRule = ({ appliesWhen, violatedWhen }: Rule, vocabulary: Vocabulary): readonly string[] =>
  distinct([...factsOfCondition(appliesWhen, vocabulary), ...factsOfCondition(violatedWhen, vocabulary)])

function factsOfCondition(condition: Condition, vocabulary: Vocabulary): readonly string[] {
  if ('all' in condition) return condition.all.flatMap((part) => factsOfCondition(part, vocabulary))
  if ('any' in condition) return condition.any.flatMap((part) => factsOfCondition(part, vocabulary))
  if ('not' in condition) return factsOfCondition(condition.not, vocabulary)
  if ('condition' in condition) {
    const named = vocabulary.conditions.get(condition.condition)
    return named === undefined ? [] : factsOfCondition(named.condition, vocabulary)
  }
  return isFactReference(condition.value) ? [condition.fact, condition.value.fact] : [condition.fact]
}
