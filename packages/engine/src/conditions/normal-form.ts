/**
 * Negation normal form: names resolved, `not` pushed down to the leaves and absorbed by the opposite operator.
 *
 * Only in this form can a two-valued engine decide three values by deciding twice: with unknown leaves false
 * it proves what holds, with unknown leaves true it proves what fails.
 */
import { type Condition, isFactReference, type Leaf, type NamedCondition, oppositeOf } from '@hegui/model'

export type NormalForm =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly NormalForm[]; readonly source: Condition }
  | { readonly kind: 'leaf'; readonly leaf: Leaf; readonly source: Condition }

/** Facts a leaf looks at: its own, and the one it is compared with. */
export const factsOf = (leaf: Leaf): readonly string[] => (isFactReference(leaf.value) ? [leaf.fact, leaf.value.fact] : [leaf.fact])

export function normalForm(condition: Condition, named: ReadonlyMap<string, NamedCondition>, negated = false): NormalForm {
  if ('not' in condition) return normalForm(condition.not, named, !negated)
  if ('condition' in condition) {
    const target = named.get(condition.condition)
    if (target === undefined) throw new Error(`condition “${condition.condition}” was not resolved when the packs were checked`)
    return normalForm(target.condition, named, negated)
  }
  if ('all' in condition || 'any' in condition) {
    const isAll = 'all' in condition
    const parts = isAll ? condition.all : condition.any
    return { kind: isAll !== negated ? 'all' : 'any', parts: parts.map((part) => normalForm(part, named, negated)), source: condition }
  }
  return { kind: 'leaf', leaf: negated ? { ...condition, operator: oppositeOf[condition.operator] } : condition, source: condition }
}

/** Every fact the condition looks at, in reading order, each once. */
export function factsIn(form: NormalForm): readonly string[] {
  const found = new Set<string>()
  const visit = (node: NormalForm): void => {
    if (node.kind === 'leaf') for (const fact of factsOf(node.leaf)) found.add(fact)
    else node.parts.forEach(visit)
  }
  visit(form)
  return [...found]
}
