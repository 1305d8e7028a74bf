/**
 * Can conditions hold together, for any values at all? Every variable is tried with the few values that tell its leaves
 * apart; where that takes too long there is no answer, and nothing is said of the condition.
 */
import { type Effort, effort } from './effort.js'
import type { Plain, PlainLeaf, Value } from './plain.js'

const MAX_STEPS = 100_000
/** What two leaves cost beside their values, in steps. */
const COMPARISON = 30

type Domains = Map<string, readonly Value[]>

/** Undefined: not decided. False is certain: no record, however complete, makes all of them hold. */
export function possible(forms: readonly Plain[], whole: Effort): boolean | undefined {
  const own = effort(MAX_STEPS, whole)
  if (!own.spend(forms.reduce((sum, { size }) => sum + size, 0))) return undefined
  const leaves = forms.flatMap(leavesOf)
  return own.spend(leaves.reduce((sum, { values }) => sum + values.length, 0)) ? search(forms, domainsOf(leaves), own) : undefined
}

/** Takes what must hold as it comes, then tries the alternatives of the first choice, and so on. Undefined: gave up. */
function search(forms: readonly Plain[], domains: Domains, own: Effort): boolean | undefined {
  const open = [...forms]
  const choices: (readonly Plain[])[] = []
  for (let form = open.pop(); form !== undefined; form = open.pop()) {
    if (form.kind === 'leaf') {
      const { variable, holds } = form.leaf
      const before = domains.get(variable) ?? []
      if (!own.spend(1 + before.length)) return undefined
      const left = before.filter(holds)
      if (left.length === 0) return false
      domains.set(variable, left)
    } else {
      if (!own.spend(1)) return undefined
      const [only, ...others] = form.parts
      if (form.kind === 'all') for (const part of form.parts) open.push(part)
      else if (others.length === 0 && only !== undefined) open.push(only)
      else choices.push(form.parts)
    }
  }
  const [first, ...rest] = choices
  if (first === undefined) return true
  const later = rest.map((parts): Plain => ({ kind: 'any', parts, size: 0 }))
  let decided = true
  for (const part of first) {
    if (!own.spend(domains.size + later.length)) return undefined
    const found = search([...later, part], new Map(domains), own)
    if (found === true) return true
    if (found === undefined) decided = false
  }
  return decided ? false : undefined
}

/** Does the first hold wherever the second does? Only of leaves of one variable is anything said. */
export function implied(leaf: PlainLeaf, by: PlainLeaf, whole: Effort): boolean {
  if (leaf.variable !== by.variable || !whole.spend(COMPARISON + leaf.values.length + by.values.length)) return false
  const values = domainsOf([leaf, by]).get(leaf.variable) ?? []
  return values.every((value) => !by.holds(value) || leaf.holds(value))
}

const leavesOf = (form: Plain): readonly PlainLeaf[] => (form.kind === 'leaf' ? [form.leaf] : form.parts.flatMap(leavesOf))

function domainsOf(leaves: readonly PlainLeaf[]): Domains {
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
