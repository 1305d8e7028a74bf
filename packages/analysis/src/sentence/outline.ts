/** A condition without the turns that are only there for a machine: `not` at the groups and leaves, no group of one. */
import { type Condition, type Leaf, oppositeOf } from '@hegui/model'

/** What is left to say: comparisons, named conditions, and groups of at least two. */
export type Outline =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'named'; readonly id: string; readonly negated: boolean }
  | { readonly kind: 'group'; readonly of: 'all' | 'any'; readonly negated: boolean; readonly parts: readonly Outline[] }

/** The same meaning, for unknown facts too: an opposite operator, and a group within a like group dissolved. */
export function outlineOf(condition: Condition, negated = false): Outline {
  if ('not' in condition) return outlineOf(condition.not, !negated)
  if ('condition' in condition) return { kind: 'named', id: condition.condition, negated }
  if ('all' in condition || 'any' in condition) {
    const of = 'all' in condition ? 'all' : 'any'
    const given = 'all' in condition ? condition.all : condition.any
    const [only] = given
    if (only !== undefined && given.length === 1) return outlineOf(only, negated)
    return { kind: 'group', of, negated, parts: given.flatMap((part) => dissolved(outlineOf(part), of)) }
  }
  return { kind: 'leaf', leaf: negated ? { ...condition, operator: oppositeOf[condition.operator] } : condition }
}

const dissolved = (part: Outline, of: 'all' | 'any'): readonly Outline[] => (part.kind === 'group' && part.of === of && !part.negated ? part.parts : [part])
