/** Coverage by meaning of many rules, and of the clauses of plans that are encoded as them. */
import type { Ruleset } from '@hegui/engine'
import type { RuleCases } from '@hegui/model'
import { type ObligationKind, obligationKinds } from './obligation.js'
import { coverRule, type RuleCoverage } from './rule-coverage.js'

export interface Count {
  readonly covered: number
  /** What can be covered at all. */
  readonly of: number
}

export interface PlanCoverage {
  readonly plan: string
  readonly title: string
  /** Clauses that are encoded as rules, and of those the ones all of whose rules have a case in which they are violated. */
  readonly clauses: Count
  readonly missing: readonly { readonly clause: string; readonly title: string; readonly rules: readonly string[] }[]
}

export interface Coverage {
  readonly schema: 'hegui/coverage@1'
  readonly rules: readonly RuleCoverage[]
  readonly plans: readonly PlanCoverage[]
}

export interface CoverageInput {
  readonly ruleset: Ruleset
  readonly cases: readonly RuleCases[]
  /** Default: every rule. By id; what does not exist is left out. */
  readonly rules?: readonly string[]
}

/** Rules in code-unit order, plans that count on one of them in that of the ruleset. */
export function coverageOf({ ruleset, cases, rules }: CoverageInput): Coverage {
  const wanted = rules === undefined ? undefined : new Set(rules)
  const ids = ruleset.rules.flatMap(([id]) => (wanted === undefined || wanted.has(id) ? [id] : []))
  const of = new Map<string, RuleCases['cases'][number][]>()
  for (const file of cases) of.set(file.rule, [...(of.get(file.rule) ?? []), ...file.cases])
  return {
    schema: 'hegui/coverage@1',
    rules: ids.map((id) => coverRule(id, of.get(id) ?? [], ruleset)),
    plans: plansOf(new Set(ids), of, ruleset),
  }
}

function plansOf(
  rules: ReadonlySet<string>,
  cases: ReadonlyMap<string, readonly RuleCases['cases'][number][]>,
  { catalogue }: Ruleset,
): readonly PlanCoverage[] {
  const violatedInCase = (rule: string): boolean => (cases.get(rule) ?? []).some((each) => each.expect.verdict === 'violation')
  return [...catalogue.plans.values()].flatMap((plan) => {
    const clauses = plan.clauses.flatMap(({ id, title, encodings }) => {
      const own = [...new Set(encodings.flatMap((each) => (each.as === 'rule' && rules.has(each.id) ? [each.id] : [])))]
      return own.length === 0 ? [] : [{ clause: id, title, rules: own.filter((rule) => !violatedInCase(rule)) }]
    })
    const missing = clauses.filter((clause) => clause.rules.length > 0)
    return clauses.length === 0
      ? []
      : [{ plan: plan.id, title: plan.shortTitle, clauses: { covered: clauses.length - missing.length, of: clauses.length }, missing }]
  })
}

/** By kind, over the rules given; what is impossible does not count. */
export function countsOf(rules: readonly RuleCoverage[]): Readonly<Record<ObligationKind, Count>> {
  const counts = Object.fromEntries(obligationKinds.map((kind) => [kind, { covered: 0, of: 0 }])) as Record<ObligationKind, { covered: number; of: number }>
  for (const { obligation, state } of rules.flatMap((rule) => rule.items)) {
    if (state === 'impossible') continue
    const count = counts[obligation.kind]
    count.of += 1
    if (state === 'covered') count.covered += 1
  }
  return counts
}

export const totalOf = (counts: Readonly<Record<string, Count>>): Count =>
  Object.values(counts).reduce((sum, each) => ({ covered: sum.covered + each.covered, of: sum.of + each.of }), { covered: 0, of: 0 })

/** Rounded down to a tenth: 100 only where nothing is missing. Of nothing: 100. */
export const percentText = ({ covered, of }: Count): string => (of === 0 || covered === of ? '100' : (Math.floor((covered * 1000) / of) / 10).toFixed(1))
