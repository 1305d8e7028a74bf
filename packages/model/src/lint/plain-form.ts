/**
 * Conditions with named ones written out and `not` carried to the leaves.
 *
 * A leaf becomes a question about one variable: a fact compared with literals, one member of a set, or a comparison
 * nothing is known of but its exact opposite. Two leaves of one variable are known together or not at all.
 */
import type { Vocabulary } from '../check/vocabulary.js'
import { type Condition, isFactReference, type Leaf, type OperatorName, oppositeOf } from '../schema/condition.js'

export type Plain = { readonly kind: 'all' | 'any'; readonly parts: readonly Plain[] } | { readonly kind: 'leaf'; readonly leaf: PlainLeaf }

export interface PlainLeaf {
  readonly variable: string
  /** Whether the leaf holds for a value of the variable. */
  readonly holds: (value: Value) => boolean
  /** Values that tell all values apart, as far as this leaf does. */
  readonly values: readonly Value[]
  /** Equal for leaves that say the same in the same words. */
  readonly text: string
}
export type Value = string | number | boolean

/** `affirmed`: false for a condition that stands under `not`. Undefined where a fact or a named condition is not known. */
export function plainForm(condition: Condition, vocabulary: Vocabulary, affirmed = true): Plain | undefined {
  if ('not' in condition) return plainForm(condition.not, vocabulary, !affirmed)
  if ('condition' in condition) {
    const named = vocabulary.conditions.get(condition.condition)
    return named === undefined ? undefined : plainForm(named.condition, vocabulary, affirmed)
  }
  if ('fact' in condition) {
    const leaf = plainLeaf(condition, affirmed ? condition.operator : oppositeOf[condition.operator], vocabulary)
    return leaf === undefined ? undefined : { kind: 'leaf', leaf }
  }
  const parts: Plain[] = []
  for (const part of 'all' in condition ? condition.all : condition.any) {
    const plain = plainForm(part, vocabulary, affirmed)
    if (plain === undefined) return undefined
    parts.push(plain)
  }
  return { kind: 'all' in condition === affirmed ? 'all' : 'any', parts }
}

function plainLeaf({ fact: id, value }: Leaf, operator: OperatorName, { facts }: Vocabulary): PlainLeaf | undefined {
  const fact = facts.get(id)
  if (fact === undefined) return undefined
  if (isFactReference(value)) return opaque(id, operator, value.fact)
  const listed = (Array.isArray(value) ? value : [value]) as readonly Value[]
  const text = `${id} ${operator} ${JSON.stringify(sorted(listed))}`
  const member = (of: Value): boolean => listed.includes(of)
  switch (fact.type) {
    case 'region':
      return opaque(id, operator, JSON.stringify(sorted(listed)))
    case 'set':
      return opaque(id, operator, JSON.stringify(sorted(listed)))
    case 'boolean':
    case 'enum': {
      const wanted = operator === 'equal' || operator === 'in'
      const values = fact.type === 'boolean' ? [true, false] : (fact.values ?? []).map((each) => each.value)
      const holds = (of: Value): boolean => member(of) === wanted
      return { variable: id, holds, values, text: `${id} in ${JSON.stringify(sorted(values.filter(holds)))}` }
    }
    case 'text': {
      const wanted = operator === 'equal' || operator === 'in'
      // A text that nobody writes stands for all that are not named.
      return { variable: id, holds: (of) => member(of) === wanted, values: [...listed, '\uFFFF'], text }
    }
    case 'number':
    case 'date': {
      const [limit] = listed
      if (limit === undefined || typeof limit === 'boolean') return undefined
      return { variable: id, holds: (of) => compared(operator, of, limit), values: [limit], text }
    }
    default:
      return fact.type satisfies never
  }
}

/** The one of two opposites that gives a variable its name. */
const affirmative: ReadonlySet<OperatorName> = new Set(['equal', 'in', 'contains', 'lessThan', 'greaterThan', 'before', 'after', 'within'])

function opaque(fact: string, operator: OperatorName, other: string): PlainLeaf {
  const affirmed = affirmative.has(operator)
  const variable = `${fact} ${affirmed ? operator : oppositeOf[operator]} ${other}`
  return { variable, holds: (of) => of === affirmed, values: [true, false], text: `${fact} ${operator} ${other}` }
}

const sorted = (values: readonly Value[]): readonly Value[] => [...new Set(values)].sort((a, b) => (String(a) < String(b) ? -1 : 1))

/** Dates are compared as their text, which is in the order of the days. */
function compared(operator: OperatorName, value: Value, limit: string | number): boolean {
  switch (operator) {
    case 'equal':
      return value === limit
    case 'notEqual':
      return value !== limit
    case 'lessThan':
    case 'before':
      return value < limit
    case 'lessThanInclusive':
    case 'onOrBefore':
      return value <= limit
    case 'greaterThan':
    case 'after':
      return value > limit
    case 'greaterThanInclusive':
    case 'onOrAfter':
      return value >= limit
    default:
      return false
  }
}
