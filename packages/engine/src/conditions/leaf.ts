/** What each operator means on a known fact. Types were checked when the pack was loaded. */
import type { FactValue, OperatorName } from '@hegui/model'

/** The answers to the questions of one conduct. An absent id is unknown; there is no third state. */
export type Facts = ReadonlyMap<string, FactValue>

/** A literal to compare with, or the value of another fact. */
export type Comparand = FactValue | readonly (string | number | boolean)[]

/**
 * Compares a known fact with a known value. Days compare as text, which is their order. Throws TypeError when
 * the value has the wrong type: a record that was checked never gets here.
 */
export function compare(operator: OperatorName, fact: FactValue, value: Comparand): boolean {
  switch (operator) {
    case 'equal':
      return fact === value
    case 'notEqual':
      return fact !== value
    case 'in':
      return list(value).includes(fact as string)
    case 'notIn':
      return !list(value).includes(fact as string)
    case 'contains':
      return list(fact).includes(value as string)
    case 'doesNotContain':
      return !list(fact).includes(value as string)
    case 'lessThan':
      return number(fact) < number(value)
    case 'lessThanInclusive':
      return number(fact) <= number(value)
    case 'greaterThan':
      return number(fact) > number(value)
    case 'greaterThanInclusive':
      return number(fact) >= number(value)
    case 'before':
      return text(fact) < text(value)
    case 'onOrBefore':
      return text(fact) <= text(value)
    case 'after':
      return text(fact) > text(value)
    case 'onOrAfter':
      return text(fact) >= text(value)
    case 'within':
      return list(value).some((region) => isWithin(text(fact), String(region)))
    case 'notWithin':
      return !list(value).some((region) => isWithin(text(fact), String(region)))
    default:
      return operator satisfies never
  }
}

/** The digits that say something: trailing zero pairs of a six-digit code stand for everything below. */
export const significant = (region: string): string => (region.length === 6 ? region.replace(/(?:00)+$/, '') : region)

/** GB/T 2260: is the region the outer one, or a part of it? */
export const isWithin = (region: string, outer: string): boolean => region.startsWith(significant(outer))

/**
 * Can the comparison be decided at all? A record that names only the province cannot tell whether the place lies
 * in a county of it: that is unknown, not false.
 */
export function isDecidable(operator: OperatorName, fact: FactValue, value: Comparand): boolean {
  if (operator !== 'within' && operator !== 'notWithin') return true
  const region = significant(text(fact))
  const outers = list(value).map((outer) => significant(String(outer)))
  return outers.some((outer) => region.startsWith(outer)) || !outers.some((outer) => outer.startsWith(region))
}

const list = (value: Comparand): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError(`expected a list, got ${typeof value}`)
  return value
}
const number = (value: Comparand): number => {
  if (typeof value !== 'number') throw new TypeError(`expected a number, got ${typeof value}`)
  return value
}
const text = (value: Comparand): string => {
  if (typeof value !== 'string') throw new TypeError(`expected text, got ${typeof value}`)
  return value
}
