/** Questions: which unknown fact to ask next, so that asking little settles much. */
import type { Question, Rule } from '@hegui/model'
import { evaluate, missingFacts } from '../conditions/evaluate.js'
import type { Facts } from '../conditions/leaf.js'
import type { RuleInFocus } from '../focus/focus-rank.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { askable } from './finding.js'

const weightOf: Readonly<Record<Rule['weight'], number>> = { critical: 8, serious: 4, ordinary: 2, minor: 1 }

type Focus = RuleInFocus['windows'][number]

/** Something that an answer would settle: an undetermined rule, or a measure that is still open. */
export interface OpenPoint {
  readonly missing: readonly string[]
  readonly weight: Rule['weight']
  readonly rule?: string
  readonly measures?: readonly string[]
}

/**
 * Ranked: each open point gives its weight, shared among the facts it lacks. A fact whose guard is not yet
 * established is replaced by the facts of the guard; one whose guard fails is not asked. A rule that a focus window is
 * about weighs more while the window is open.
 */
export function rankQuestions(
  conduct: string,
  points: readonly OpenPoint[],
  facts: Facts,
  ruleset: Ruleset,
  inFocus: ReadonlyMap<string, RuleInFocus> = new Map(),
): readonly Question[] {
  const byFact = new Map<string, { score: number; rules: Set<string>; measures: Set<string>; focus: Map<string, Focus> }>()
  for (const point of points) {
    const asked = [...new Set(point.missing.flatMap((fact) => reachable(fact, facts, ruleset, [])))]
    const focus = inFocus.get(point.rule ?? '')
    for (const fact of asked) {
      const entry = byFact.get(fact) ?? { score: 0, rules: new Set<string>(), measures: new Set<string>(), focus: new Map<string, Focus>() }
      entry.score += (weightOf[point.weight] * (focus?.factor ?? 1)) / asked.length
      for (const window of focus?.windows ?? []) entry.focus.set(`${window.plan}/${window.focus}`, window)
      if (point.rule !== undefined) entry.rules.add(point.rule)
      for (const measure of point.measures ?? []) entry.measures.add(measure)
      byFact.set(fact, entry)
    }
  }
  return [...byFact]
    .map(([fact, entry]): Question => {
      const definition = ruleset.vocabulary.facts.get(fact)
      return {
        fact,
        conduct,
        title: definition?.title ?? fact,
        question: definition?.question ?? '',
        evidence: definition?.evidence ?? [],
        rules: [...entry.rules].sort(byCodeUnit),
        measures: [...entry.measures].sort(byCodeUnit),
        score: Math.round(entry.score * 1000) / 1000,
        ...(entry.focus.size === 0 ? {} : { focus: [...entry.focus].sort(([a], [b]) => byCodeUnit(a, b)).map(([, window]) => window) }),
      }
    })
    .sort((a, b) => b.score - a.score || byCodeUnit(a.fact, b.fact))
}

/** The facts to ask now in order to know `fact` later. `behind`: the facts whose guards led here. */
export function reachable(fact: string, facts: Facts, ruleset: Ruleset, behind: readonly string[]): readonly string[] {
  const guard = ruleset.vocabulary.facts.get(fact)?.askedWhen
  if (guard === undefined || behind.includes(fact)) return [fact]
  const form = ruleset.form(guard)
  const truth = evaluate(form, facts)
  if (truth === 'fails') return []
  return truth === 'holds'
    ? [fact]
    : askable(missingFacts(form, facts), { ruleset, facts }).flatMap((needed) => reachable(needed, facts, ruleset, [...behind, fact]))
}
