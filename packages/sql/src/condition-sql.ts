/**
 * Conditions as SQL. SQL's own AND and OR are strong Kleene logic with NULL as unknown, so a tree in negation normal form
 * says the same in it as in the engine; the care is in the leaves.
 */
import { isDecidable, type NormalForm, significant } from '@hegui/engine'
import { type FactType, isFactReference, type Leaf } from '@hegui/model'
import type { Emitter } from './emitter.js'
import type { SqlType, SqlValue } from './parameters.js'

/** A boolean expression: true where the condition holds, false where it fails, NULL where it is unknown. */
export function conditionSql(form: NormalForm, emitter: Emitter): string {
  if (form.kind === 'leaf') return leafSql(form.leaf, emitter)
  const parts = [...new Set(form.parts.map((part) => conditionSql(part, emitter)))]
  if (parts.length === 0) return form.kind === 'all' ? 'TRUE' : 'FALSE'
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(form.kind === 'all' ? ' AND ' : ' OR ')})`
}

const literalTypes: Readonly<Record<FactType, SqlType>> = {
  boolean: 'BOOLEAN',
  enum: 'TEXT',
  set: 'TEXT',
  number: 'DOUBLE PRECISION',
  date: 'DATE',
  region: 'TEXT',
  text: 'TEXT',
}

function leafSql(leaf: Leaf, emitter: Emitter): string {
  const { type } = emitter.definitionOf(leaf.fact)
  const fact = emitter.expressionOf(leaf.fact)
  const place = (value: SqlValue): string => emitter.parameters.place(value, literalTypes[type])
  const other = (): string => (isFactReference(leaf.value) ? emitter.expressionOf(leaf.value.fact) : place(leaf.value as SqlValue))
  const listed = leaf.value as readonly string[]
  switch (leaf.operator) {
    case 'equal':
      return `${fact} = ${other()}`
    case 'notEqual':
      return `${fact} <> ${other()}`
    case 'in':
      return oneOf(fact, listed.map(place))
    case 'notIn':
      return `NOT ${oneOf(fact, listed.map(place))}`
    case 'contains':
      return emitter.containsSql(fact, place(leaf.value as string))
    case 'doesNotContain':
      return `NOT ${emitter.containsSql(fact, place(leaf.value as string))}`
    case 'lessThan':
    case 'before':
      return `${fact} < ${other()}`
    case 'lessThanInclusive':
    case 'onOrBefore':
      return `${fact} <= ${other()}`
    case 'greaterThan':
    case 'after':
      return `${fact} > ${other()}`
    case 'greaterThanInclusive':
    case 'onOrAfter':
      return `${fact} >= ${other()}`
    case 'within':
      return within(fact, listed, place)
    case 'notWithin':
      return `NOT ${within(fact, listed, place)}`
    default:
      return leaf.operator satisfies never
  }
}

/** Of nothing: false for whatever is known. */
const oneOf = (value: string, places: readonly string[]): string =>
  places.length === 0 ? `(${value} IS NULL AND NULL)` : `(${value} IN (${[...new Set(places)].join(', ')}))`

/**
 * A place lies in a region whose digits it begins with. Codes too coarse to tell (only the province was noted, a county is
 * asked) are unknown: there are few of them, and the engine says of each prefix whether it is one.
 */
function within(value: string, outers: readonly string[], place: (value: string) => string): string {
  const digits = [...new Set(outers.map(significant))]
  const inside = digits.map((outer) => `LEFT(${value}, ${outer.length}) = ${place(outer)}`).join(' OR ')
  const prefixes = digits.flatMap((outer) => Array.from({ length: outer.length }, (_, length) => outer.slice(0, length)))
  const coarse = [...new Set(prefixes.flatMap((prefix) => [prefix, ...(prefix.length < 6 ? [prefix.padEnd(6, '0')] : [])]))].filter(
    (code) => !isDecidable('within', code, outers),
  )
  return coarse.length === 0 ? `(${inside})` : `(CASE WHEN ${oneOf(value, coarse.map(place))} THEN NULL ELSE ${inside} END)`
}
