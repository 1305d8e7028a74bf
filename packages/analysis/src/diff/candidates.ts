/**
 * Candidates: for each fact the values that the leaves of both versions can tell apart, one of each kind.
 *
 * Of an order, every value that is compared with, and between two of them as many as there are facts in the
 * comparison: so any of them can lie before, beside or after any other.
 */
import { addDays, daysBetween } from '@hegui/calendar'
import { significant } from '@hegui/engine'
import { type FactDefinition, type FactValue, isRegionCode, type Leaf } from '@hegui/model'
import type { LeafNode } from './graph.js'

/** Days a fact may lie on, both inclusive; null: no bound. */
export interface Bounds {
  readonly from: string | null
  readonly to: string | null
}

/** More members of one set than these give too many sets to go through. */
const MAX_MEMBERS = 12

/** Values by fact; undefined: too many. `boundsOf`: where a day is bound to lie. */
export function candidatesOf(
  leaves: readonly LeafNode[],
  fact: (id: string) => FactDefinition,
  boundsOf: (id: string) => Bounds | undefined,
): ReadonlyMap<string, readonly FactValue[]> | undefined {
  const found = new Map<string, readonly FactValue[]>()
  for (const { members, literals } of groupsOf(leaves)) {
    for (const id of members) {
      const values = valuesOf(fact(id), literals, members.length, boundsOf(id))
      if (values === undefined) return undefined
      found.set(id, values)
    }
  }
  return found
}

interface FactGroup {
  readonly members: string[]
  readonly literals: (string | number | boolean)[]
}

/** Facts that are compared with one another, with every literal that any of them is compared with. */
function groupsOf(leaves: readonly LeafNode[]): readonly FactGroup[] {
  const groupOf = new Map<string, FactGroup>()
  for (const { left, right } of leaves) {
    const ids = [left, right].flatMap((term) => ('open' in term ? [term.open] : []))
    const merged = [...new Set(ids.map((id) => groupOf.get(id)))].flatMap((group) => group ?? [])
    const group: FactGroup = {
      members: [...new Set([...merged.flatMap((each) => each.members), ...ids])],
      literals: [...merged.flatMap((each) => each.literals), ...('value' in right ? literalsIn(right.value) : [])],
    }
    for (const id of group.members) groupOf.set(id, group)
  }
  return [...new Set(groupOf.values())]
}

const literalsIn = (value: Leaf['value'] | FactValue | undefined): readonly (string | number | boolean)[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each !== 'object' && each !== undefined)

function valuesOf(
  fact: FactDefinition,
  literals: readonly (string | number | boolean)[],
  count: number,
  bounds: Bounds | undefined,
): readonly FactValue[] | undefined {
  const texts = [...new Set(literals.filter((each) => typeof each === 'string'))].sort()
  switch (fact.type) {
    case 'boolean':
      return [true, false]
    case 'number':
      return numbers(
        [...new Set(literals.filter((each) => typeof each === 'number'))].sort((a, b) => a - b),
        count,
      )
    case 'date':
      return days(texts, count, bounds)
    case 'text':
      return [...texts, ...others(texts, count)]
    case 'enum': {
      const all = (fact.values ?? []).map((each) => each.value)
      return [...all.filter((value) => texts.includes(value)), ...all.filter((value) => !texts.includes(value)).slice(0, count)]
    }
    case 'set':
      return texts.length > MAX_MEMBERS ? undefined : subsets(texts)
    case 'region':
      return regions(texts)
    default:
      return fact.type satisfies never
  }
}

const others = (texts: readonly string[], count: number): readonly string[] => {
  const free = ['其他', ...Array.from({ length: count + texts.length }, (_, index) => `其他${index + 2}`)]
  return free.filter((text) => !texts.includes(text)).slice(0, count)
}

const subsets = (members: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** members.length }, (_, chosen) => members.filter((_each, index) => chosen & (1 << index)))

/** Whole numbers where there is room for them. */
function numbers(limits: readonly number[], count: number): readonly number[] {
  const [first, last] = [limits[0], limits.at(-1)]
  if (first === undefined || last === undefined) return Array.from({ length: count }, (_, index) => index + 1)
  const below = first > 0 ? between(0, first, count, true) : Array.from({ length: count }, (_, index) => Math.floor(first) - 1 - index)
  const above = Array.from({ length: count }, (_, index) => Math.floor(last) + 1 + index)
  return [
    ...below,
    ...limits.flatMap((limit, index) => [limit, ...(index === limits.length - 1 ? above : between(limit, limits[index + 1] as number, count, false))]),
  ]
}

/** `count` numbers between two others, the nearer to the upper first where `nearUpper`. */
function between(low: number, high: number, count: number, nearUpper: boolean): readonly number[] {
  const wholes = nearUpper
    ? Array.from({ length: count }, (_, index) => Math.ceil(high) - 1 - index).filter((each) => each >= low)
    : Array.from({ length: count }, (_, index) => Math.floor(low) + 1 + index).filter((each) => each < high)
  if (wholes.length === count) return wholes
  const step = (high - low) / (count + 1)
  // Two numbers so close that nothing lies between them leave out nothing that a record could hold.
  return [...new Set(Array.from({ length: count }, (_, index) => low + step * (index + 1)))].filter((each) => low < each && each < high)
}

function days(limits: readonly string[], count: number, bounds: Bounds | undefined): readonly string[] {
  const [from, to] = [bounds?.from ?? null, bounds?.to ?? null]
  const inner = [...new Set([...limits, ...(from === null ? [] : [from]), ...(to === null ? [] : [to])])].sort()
  const usual = '2023-06-30'
  const [first, last] = [inner[0] ?? usual, inner.at(-1) ?? usual]
  const gap = (low: string, high: string): readonly (string | undefined)[] =>
    Array.from({ length: Math.min(count, Math.max(0, daysBetween(low, high) - 1)) }, (_, index) => beside(low, index + 1))
  const all = [
    ...Array.from({ length: count }, (_, index) => beside(first, -1 - index)),
    ...(inner.length === 0 ? [usual] : inner).flatMap((day, index, { length }) => [day, ...(index === length - 1 ? [] : gap(day, inner[index + 1] as string))]),
    ...Array.from({ length: count }, (_, index) => beside(last, index + 1)),
  ]
  return all.filter((day) => day !== undefined).filter((day) => (from === null || from <= day) && (to === null || day <= to))
}

/** Undefined past the ends of the calendar: no record has such a day. */
function beside(day: string, by: number): string | undefined {
  try {
    return addDays(day, by)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const PROVINCES = ['110000', '310000', '410000', '500000', '610000']

/** Each place that is named, each it is a part of, and beside every one of these a place that is not named. */
export function regions(named: readonly string[]): readonly string[] {
  const paths = new Set<string>()
  for (const region of named) {
    const digits = significant(region)
    for (const length of [2, 4, 6, 9, 12]) if (length <= digits.length) paths.add(digits.slice(0, length))
    paths.add(digits)
  }
  const isFree = (digits: string): boolean => ![...paths].some((path) => path.startsWith(digits))
  const code = (digits: string): string => (digits.length < 6 ? digits.padEnd(6, '0') : digits)
  const inner = [...paths].flatMap((path) => {
    const width = path.length < 6 ? 2 : 3
    if (path.length >= 12) return [path]
    const child = Array.from({ length: 10 ** width - 1 }, (_, index) => `${path}${String(10 ** width - 1 - index).padStart(width, '0')}`).find(isFree)
    return child === undefined ? [path] : [path, child]
  })
  const outside = [...PROVINCES, '120000', '130000', '140000'].find((province) => isFree(province.slice(0, 2)))
  return [...(outside === undefined ? [] : [outside]), ...new Set(inner.map(code).sort())].filter(isRegionCode)
}
