/**
 * The rules as they stand on the days of a conduct: all of a finding that does not hang on its facts, worked out once.
 *
 * Between two days on which something in the packs begins or ends nothing changes, so conducts of one day share what
 * was worked out for any day of the same period. Shared parts are frozen: they go into many assessments.
 */
import type { ChainLink, Finding, Rule } from '@hegui/model'
import { factsIn } from '../conditions/normal-form.js'
import type { Span } from '../facts/collect.js'
import { turnsOf } from '../facts/turns.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { citationsDuring } from './citation.js'
import { governingEditions } from './editions.js'
import { mayLieOutside } from './outcome.js'

type Article = Finding['articles'][number]

/** A citation as it stands in the finding and in its chain. `region`: outside of it, the article does not count. */
interface Cited {
  readonly article: Article
  readonly link: ChainLink
  readonly region?: string
}

export interface RuleInForce {
  readonly id: string
  /** By which the conduct is judged; none when no edition is in force, several only when the day is unknown. */
  readonly editions: readonly Rule[]
  /** Whose words the finding uses. */
  readonly rule: Rule
  /** Some day of the span knows no such rule. A continuing act is judged by the days on which there was one. */
  readonly gap: boolean
  /** Of every plan that counts on the rule, each with its link of a chain. */
  readonly clauses: readonly { readonly clause: Finding['clauses'][number]; readonly link: ChainLink }[]
  /** The link of the rule itself. */
  readonly link: ChainLink
  /** What the last edition looks at, in reading order. */
  readonly facts: readonly NumberedFact[]
  readonly cited: Citations
}

export interface Citations {
  /** Of wherever the conduct was. */
  readonly articles: Finding['articles']
  readonly links: readonly ChainLink[]
  /** Some count only in their region: all of them, one by one. */
  readonly byRegion?: readonly Cited[]
}

/** A fact, and its place among those that any of the rules looks at. */
export interface NumberedFact {
  readonly id: string
  readonly number: number
}

export interface RulesInForce {
  /** Every rule, by id in code-unit order, in force or not. */
  readonly rules: readonly RuleInForce[]
  /** The editions of all of them, in that order. */
  readonly editions: readonly Rule[]
}

interface Periods {
  /** Where one period ends and the next begins, in order. */
  readonly turns: readonly string[]
  readonly byPeriod: Map<number, RulesInForce>
}
const known = new WeakMap<Ruleset, Periods>()

export function rulesInForce(ruleset: Ruleset, span: Span): RulesInForce {
  if (!span.known || span.from !== span.to) return workedOut(ruleset, span)
  const { turns, byPeriod } = periodsOf(ruleset)
  const period = begunBy(turns, span.to)
  const standing = byPeriod.get(period) ?? workedOut(ruleset, span)
  byPeriod.set(period, standing)
  return standing
}

/** A rule, an edition of an instrument or an article in one begins to apply, or no longer does. */
function periodsOf(ruleset: Ruleset): Periods {
  const seen = known.get(ruleset)
  if (seen !== undefined) return seen
  const { rules, instruments, articlePeriods } = ruleset.catalogue
  const law = turnsOfLaw.get(articlePeriods) ?? turnsOf([...[...instruments.values()].flatMap((each) => each.editions), ...[...articlePeriods.values()].flat()])
  turnsOfLaw.set(articlePeriods, law)
  const periods: Periods = { turns: [...new Set([...turnsOf([...rules.values()].flat()), ...law])].sort(byCodeUnit), byPeriod: new Map() }
  known.set(ruleset, periods)
  return periods
}

/** Rulesets that differ in a rule share the law. */
const turnsOfLaw = new WeakMap<Ruleset['catalogue']['articlePeriods'], readonly string[]>()

/** How many of the turns have come by `day`. */
function begunBy(turns: readonly string[], day: string): number {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle] as string) <= day) low = middle + 1
    else high = middle
  }
  return low
}

function workedOut(ruleset: Ruleset, span: Span): RulesInForce {
  const numbered = new Map<string, NumberedFact>()
  const withNumber = (id: string): NumberedFact => {
    const known = numbered.get(id) ?? { id, number: numbered.size }
    numbered.set(id, known)
    return known
  }
  const rules = ruleset.rules.map(([id, all]): RuleInForce => {
    const editions = governingEditions(all, span)
    const rule = editions.at(-1) ?? (all.at(-1) as Rule)
    let cited: Citations | undefined
    let facts: readonly NumberedFact[] | undefined
    return {
      id,
      editions,
      rule,
      gap: mayLieOutside(editions, all, span),
      clauses: clausesOf(rule, ruleset),
      link: Object.freeze({ step: 'rule', id: `${rule.id}#${rule.revision}` } as const),
      // Most rules concern few conducts.
      get facts() {
        facts ??= [...new Set([rule.appliesWhen, rule.violatedWhen].flatMap((condition) => factsIn(ruleset.form(condition))))].map(withNumber)
        return facts
      },
      get cited() {
        cited ??= together(citedBy(rule, span, ruleset))
        return cited
      },
    }
  })
  return { rules, editions: rules.flatMap((each) => each.editions) }
}

/** What the rule cites, then what cites the rule: a plan may count on a rule of another pack, which knows nothing of it. */
function clausesOf(rule: Rule, { clauses }: Ruleset): RuleInForce['clauses'] {
  const own = rule.basis.flatMap((basis) => (basis.clause === undefined ? [] : [{ plan: basis.instrument, clause: basis.clause }]))
  const others = (clauses.get(rule.id) ?? []).filter((each) => !own.some(({ plan, clause }) => plan === each.plan && clause === each.clause))
  return [...own, ...others].map((clause) => ({
    clause: Object.freeze(clause),
    link: Object.freeze({ step: 'clause', id: `${clause.plan}/${clause.clause}` } as const),
  }))
}

function together(all: readonly Cited[]): Citations {
  const shared = { articles: Object.freeze(all.map(({ article }) => article)), links: all.map(({ link }) => link) }
  return all.every(({ region }) => region === undefined) ? shared : { ...shared, byRegion: all }
}

/** An act that went on cites the law of its last day under the rule; an unknown day leaves the edition open. */
function citedBy(rule: Rule, whole: Span, ruleset: Ruleset): readonly Cited[] {
  const end = rule.inForce.to
  const last = end !== null && end !== undefined && end < whole.to ? end : whole.to
  const span = whole.known ? { from: last, to: last, known: true } : whole
  return rule.basis.flatMap(({ article: number, role, ...basis }) =>
    number === undefined
      ? []
      : citationsDuring([{ ...basis, article: number }], span, ruleset).map((citation): Cited => {
          const { instrument, article, edition } = citation
          const region = ruleset.catalogue.instruments.get(instrument)?.region
          return {
            article: Object.freeze({ ...citation, role }),
            link: Object.freeze({ step: 'article', id: `${instrument}/${article}${edition === null ? '' : `@${edition}`}` } as const),
            ...(region === undefined ? {} : { region }),
          }
        }),
  )
}
