/**
 * Leaf tests: a leaf as the question it really asks. Of two opposite operators one is the test and the other its
 * denial; `equal` is a list of one; a list has no order. So leaves that say the same are one test, made once per conduct.
 */
import { type FactType, isFactReference, type Leaf } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'
import { dayNumber } from './day-number.js'

export { dayNumber }

/** `choice` is any closed list of values; days are numbers, `20230110`. A side that is a fact is unknown when it is. */
export type LeafTest =
  | { readonly kind: 'choice'; readonly fact: string; readonly values: readonly (string | boolean)[] }
  | { readonly kind: 'equal' | 'less' | 'greater'; readonly fact: string; readonly value: number }
  | { readonly kind: 'same' | 'equal-fact' | 'less-fact' | 'greater-fact'; readonly fact: string; readonly other: string }
  | { readonly kind: 'contains'; readonly fact: string; readonly value: string }
  | { readonly kind: 'within'; readonly fact: string; readonly regions: readonly string[] }

export interface AskedLeaf {
  readonly test: LeafTest
  /** The leaf holds where the test fails. */
  readonly negated: boolean
}

export function askedLeaf(leaf: Leaf, type: FactType): AskedLeaf {
  const { fact, value } = leaf
  const compared = (kind: 'less' | 'greater', negated: boolean): AskedLeaf =>
    isFactReference(value) ? { test: { kind: `${kind}-fact`, fact, other: value.fact }, negated } : { test: { kind, fact, value: figure(value) }, negated }
  const figure = (given: Leaf['value']): number => (type === 'date' ? dayNumber(given as string) : (given as number))
  switch (leaf.operator) {
    case 'equal':
    case 'notEqual':
      return equality(leaf, type, leaf.operator === 'notEqual')
    case 'in':
    case 'notIn':
      return { test: { kind: 'choice', fact, values: sorted(value as readonly string[]) }, negated: leaf.operator === 'notIn' }
    case 'contains':
    case 'doesNotContain':
      return { test: { kind: 'contains', fact, value: value as string }, negated: leaf.operator === 'doesNotContain' }
    case 'lessThan':
    case 'before':
      return compared('less', false)
    case 'greaterThanInclusive':
    case 'onOrAfter':
      return compared('less', true)
    case 'greaterThan':
    case 'after':
      return compared('greater', false)
    case 'lessThanInclusive':
    case 'onOrBefore':
      return compared('greater', true)
    case 'within':
    case 'notWithin':
      return { test: { kind: 'within', fact, regions: sorted(value as readonly string[]) }, negated: leaf.operator === 'notWithin' }
    default:
      return leaf.operator satisfies never
  }
}

function equality({ fact, value }: Leaf, type: FactType, negated: boolean): AskedLeaf {
  const isFigure = type === 'number' || type === 'date'
  if (isFactReference(value)) {
    // Which of the two stands first makes no difference.
    const [first, second] = [fact, value.fact].sort(byCodeUnit) as [string, string]
    return { test: { kind: isFigure ? 'equal-fact' : 'same', fact: first, other: second }, negated }
  }
  if (isFigure) return { test: { kind: 'equal', fact, value: type === 'date' ? dayNumber(value as string) : (value as number) }, negated }
  if (value === false) return { test: { kind: 'choice', fact, values: [true] }, negated: !negated }
  return { test: { kind: 'choice', fact, values: [value as string | true] }, negated }
}

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort(byCodeUnit)
