/**
 * Can conditions hold together, for any values at all? Every variable is tried with the few values that tell its leaves
 * apart; where that takes too long there is no answer, and nothing is said of the condition.
 */
import type { Plain, PlainLeaf, Value } from './plain-form.js'

const MAX_STEPS = 20_000

/** Undefined: not decided. False is certain: no record, however complete, makes all of them hold. */
export function possible(forms: readonly Plain[]): boolean | undefined {
  const domains = domainsOf(forms.flatMap(leavesOf))
  let steps = 0
  const search = (open: readonly Plain[], left: ReadonlyMap<string, readonly Value[]>): boolean | undefined => {
    steps += 1
    if (steps > MAX_STEPS) return undefined
    const [first, ...rest] = open
    if (first === undefined) return true
    if (first.kind === 'all') return search([...first.parts, ...rest], left)
    if (first.kind === 'leaf') {
      const { variable, holds } = first.leaf
      const values = (left.get(variable) ?? []).filter(holds)
      return values.length === 0 ? false : search(rest, new Map(left).set(variable, values))
    }
    // Leaves first: what they rule out need not be tried for every alternative.
    if (rest.some(({ kind }) => kind !== 'any'))
      return search([...rest.filter(({ kind }) => kind !== 'any'), first, ...rest.filter(({ kind }) => kind === 'any')], left)
    let decided = true
    for (const part of first.parts) {
      const found = search([part, ...rest], left)
      if (found === true) return true
      if (found === undefined) decided = false
    }
    return decided ? false : undefined
  }
  return search(forms, domains)
}

/** Does the first hold wherever the second does? Only of leaves of one variable is anything said. */
export function implied(leaf: PlainLeaf, by: PlainLeaf): boolean {
  if (leaf.variable !== by.variable) return false
  const values = domainsOf([leaf, by]).get(leaf.variable) ?? []
  return values.every((value) => !by.holds(value) || leaf.holds(value))
}

export const leavesOf = (form: Plain): readonly PlainLeaf[] => (form.kind === 'leaf' ? [form.leaf] : form.parts.flatMap(leavesOf))

function domainsOf(leaves: readonly PlainLeaf[]): ReadonlyMap<string, readonly Value[]> {
  const named = new Map<string, Set<Value>>()
  for (const { variable, values } of leaves) {
    const known = named.get(variable) ?? new Set<Value>()
    for (const value of values) known.add(value)
    named.set(variable, known)
  }
  return new Map([...named].map(([variable, values]) => [variable, between([...values])]))
}

/** Of numbers and days also what lies below, between and above them. Other values are a complete list already. */
function between(values: readonly Value[]): readonly Value[] {
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b)
  if (numbers.length > 0) {
    const gaps = numbers.flatMap((value, at) => {
      const next = numbers[at + 1]
      return next === undefined ? [] : [value + (next - value) / 2]
    })
    return [...numbers, ...gaps, -Infinity, Infinity]
  }
  const days = values.filter((value): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
  return days.length > 0 && days.length === values.length ? [...new Set([...values, ...days.flatMap((day) => [dayFrom(day, -1), dayFrom(day, 1)])])] : values
}

/** Without a calendar: the day before or after, as it is written. */
const dayFrom = (day: string, step: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10)
