/** Why: the tree of a rule with, at each leaf, what was asked, what the record says, and what came of it. */

import type { FactValue, Vocabulary } from '@hegui/model'
import { type Condition, isFactReference } from '@hegui/model'
import { leafTruth } from './evaluate.js'
import type { Comparand, Facts } from './leaf.js'
import { all, any, not, type Truth } from './truth.js'

export type Explanation =
  | { readonly kind: 'all' | 'any'; readonly truth: Truth; readonly parts: readonly Explanation[] }
  | { readonly kind: 'not'; readonly truth: Truth; readonly part: Explanation }
  | { readonly kind: 'condition'; readonly truth: Truth; readonly name: string; readonly title: string; readonly part: Explanation }
  | {
      readonly kind: 'leaf'
      readonly truth: Truth
      readonly fact: string
      readonly title: string
      readonly operator: string
      /** What the rule compares with; null when that is a fact which is unknown. */
      readonly expected: Comparand | null
      readonly expectedFrom?: string
      /** What the record says; null: unknown. */
      readonly got: FactValue | null
    }

/** Follows the condition as it is written, `not` and names included. Equals what was decided. */
export function explainCondition(condition: Condition, facts: Facts, vocabulary: Vocabulary): Explanation {
  if ('all' in condition) {
    const parts = condition.all.map((part) => explainCondition(part, facts, vocabulary))
    return { kind: 'all', truth: all(parts.map((part) => part.truth)), parts }
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => explainCondition(part, facts, vocabulary))
    return { kind: 'any', truth: any(parts.map((part) => part.truth)), parts }
  }
  if ('not' in condition) {
    const part = explainCondition(condition.not, facts, vocabulary)
    return { kind: 'not', truth: not(part.truth), part }
  }
  if ('condition' in condition) {
    const named = vocabulary.conditions.get(condition.condition)
    if (named === undefined) throw new Error(`condition “${condition.condition}” was not resolved when the packs were checked`)
    const part = explainCondition(named.condition, facts, vocabulary)
    return { kind: 'condition', truth: part.truth, name: named.id, title: named.title, part }
  }
  const reference = isFactReference(condition.value) ? condition.value.fact : undefined
  return {
    kind: 'leaf',
    truth: leafTruth(condition, facts),
    fact: condition.fact,
    title: vocabulary.facts.get(condition.fact)?.title ?? condition.fact,
    operator: condition.operator,
    expected: reference === undefined ? (condition.value as Comparand) : (facts.get(reference) ?? null),
    ...(reference === undefined ? {} : { expectedFrom: reference }),
    got: facts.get(condition.fact) ?? null,
  }
}
