/**
 * Conditions with named ones written out and `not` carried to the leaves.
 *
 * A leaf becomes a question about one variable: a fact compared with literals, one member of a set, or how two facts lie
 * to one another. Two leaves of one variable are known together or not at all, but for regions: a place can be too coarse
 * for one of them; all the finer places that it may be are tried.
 */
import { type Condition, exchangedOf, isFactReference, type Leaf, type OperatorName, oppositeOf } from '../schema/condition.js'
import type { Lint } from './effort.js'
import type { Plain, PlainLeaf, Value } from './plain.js'
import { besidesAll, isPartOf } from './region.js'

const MAX_SIZE = 2_000
/** Of named conditions within named conditions there is no end; a condition itself is never so deep. */
const MAX_DEPTH = 200

/** `affirmed`: false for a condition that stands under `not`. Undefined where a word is not known, or where it is too large. */
export function plainForm(condition: Condition, lint: Lint, affirmed = true, depth = 0): Plain | undefined {
  const forms = affirmed ? lint.forms.affirmed : lint.forms.denied
  const known = forms.get(condition)
  if (known !== undefined) return known ?? undefined
  // A named condition that comes round to itself is reported elsewhere, and has no form.
  forms.set(condition, null)
  const form = depth < MAX_DEPTH && lint.effort.spend(1) ? written(condition, lint, affirmed, depth + 1) : undefined
  if (form === undefined || form.size > MAX_SIZE) return undefined
  forms.set(condition, form)
  return form
}

function written(condition: Condition, lint: Lint, affirmed: boolean, depth: number): Plain | undefined {
  if ('not' in condition) return plainForm(condition.not, lint, !affirmed, depth)
  if ('condition' in condition) {
    const named = lint.vocabulary.conditions.get(condition.condition)
    return named === undefined ? undefined : plainForm(named.condition, lint, affirmed, depth)
  }
  if ('fact' in condition) {
    const leaf = plainLeaf(condition, affirmed ? condition.operator : oppositeOf[condition.operator], lint)
    return leaf === undefined ? undefined : { kind: 'leaf', leaf, size: 1 }
  }
  const parts: Plain[] = []
  let size = 0
  for (const part of 'all' in condition ? condition.all : condition.any) {
    const plain = plainForm(part, lint, affirmed, depth)
    if (plain === undefined) return undefined
    parts.push(plain)
    size += plain.size
  }
  return { kind: 'all' in condition === affirmed ? 'all' : 'any', parts, size }
}

function plainLeaf({ fact: id, value }: Leaf, operator: OperatorName, { vocabulary, effort }: Lint): PlainLeaf | undefined {
  const fact = vocabulary.facts.get(id)
  if (fact === undefined) return undefined
  if (isFactReference(value)) return ofTwoFacts(id, operator, value.fact)
  const listed = new Set((Array.isArray(value) ? value : [value]) as readonly Value[])
  if (!effort.spend(listed.size + (fact.values?.length ?? 0))) return undefined
  const text = `${id} ${operator} ${JSON.stringify(sorted(listed))}`
  const member = (of: Value): boolean => listed.has(of)
  switch (fact.type) {
    case 'region': {
      const wanted = operator === 'within'
      const outers = [...listed].map(String)
      const holds = (of: Value): boolean => outers.some((outer) => isPartOf(String(of), outer)) === wanted
      return { variable: id, holds, values: [...outers.map(besidesAll), ELSEWHERE], text }
    }
    case 'set':
      return ofMember(id, operator, JSON.stringify(sorted(listed)))
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

/** In no region but the whole country. */
const ELSEWHERE = besidesAll('000000')

/** Members are there or not, each by itself. */
function ofMember(fact: string, operator: OperatorName, member: string): PlainLeaf {
  const isThere = operator === 'contains'
  return { variable: `${fact} contains ${member}`, holds: (of) => of === isThere, values: [true, false], text: `${fact} ${operator} ${member}` }
}

/** How two facts lie to one another is one variable, whichever comes first: the first is below the other, the same, or above. */
function ofTwoFacts(one: string, operator: OperatorName, two: string): PlainLeaf {
  const [first, second, as] = one <= two ? [one, two, operator] : [two, one, exchangedOf[operator] ?? operator]
  return {
    variable: `${first} to ${second}`,
    // A fact is neither below itself nor above.
    holds: (of) => compared(as, first === second ? SAME : of, SAME),
    values: [SAME],
    text: `${first} ${as} ${second}`,
  }
}
const SAME = 0

const sorted = (values: Iterable<Value>): readonly Value[] => [...new Set(values)].sort((a, b) => (String(a) < String(b) ? -1 : 1))

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
