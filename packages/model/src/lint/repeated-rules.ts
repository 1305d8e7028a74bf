/** Rules that say what another rule says already: no other consequences, and no case that the other does not cover. */
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Pack } from '../schema/pack.js'
import type { Rule } from '../schema/rule.js'
import type { Lint } from './effort.js'
import type { Plain } from './plain.js'
import { plainForm } from './plain-form.js'
import { possible } from './possible.js'

interface Placed {
  readonly rule: Rule
  readonly path: Path
  /** The rule is violated: it applies, and what it forbids was done. */
  readonly violated: readonly Plain[]
  readonly notViolated: Plain
  /** What else follows from it. */
  readonly named: readonly string[]
}

/**
 * Rules of which each has a consequence of its own, or that rest on other clauses without any, are two rules. Of two that
 * say the same, the one that less follows from, or else the later one.
 */
export function repeatedRules(packs: readonly Pack[], lint: Lint): readonly Problem[] {
  const named = namedBy(packs)
  const alike = new Map<string, Placed[]>()
  for (const [at, pack] of packs.entries())
    for (const [index, rule] of pack.rules.entries()) {
      const placed = placedRule(rule, [at, 'rules', index, 'id'], named.get(rule.id) ?? [], lint)
      if (placed === undefined) continue
      const key = normsOf(rule)
      const same = alike.get(key) ?? []
      same.push(placed)
      alike.set(key, same)
    }
  const found = [...alike.values()].flatMap((same) => same.flatMap((each, at) => ofRule(each, at, same, lint)))
  const place = ({ path: [at, , index] }: Problem): readonly number[] => [Number(at), Number(index)]
  return found.sort((a, b) => (place(a)[0] ?? 0) - (place(b)[0] ?? 0) || (place(a)[1] ?? 0) - (place(b)[1] ?? 0))
}

function ofRule(each: Placed, at: number, same: readonly Placed[], lint: Lint): readonly Problem[] {
  if (!lint.effort.spend(1)) return []
  let wider: Placed | undefined
  for (const [index, other] of same.entries()) {
    if (other.rule.id === each.rule.id || !overlap(each.rule.inForce, other.rule.inForce)) continue
    if (!each.named.every((one) => other.named.includes(one)) || !covered(each, other, lint)) continue
    if (covered(other, each, lint)) {
      if (index < at || each.named.length < other.named.length) return [problem('HG3023', each.path, { id: each.rule.id, other: other.rule.id })]
    } else if (during(each.rule.inForce, other.rule.inForce) && clausesOf(each.rule) === clausesOf(other.rule)) wider ??= other
  }
  return wider === undefined ? [] : [problem('HG3024', each.path, { id: each.rule.id, other: wider.rule.id })]
}

/** Whatever violates the one violates the other; false also where that was not decided. */
const covered = ({ violated }: Placed, { notViolated }: Placed, { effort }: Lint): boolean =>
  effort.spend(1) && possible([...violated, notViolated], effort) === false

function placedRule(rule: Rule, path: Path, named: Placed['named'], lint: Lint): Placed | undefined {
  const both = [rule.appliesWhen, rule.violatedWhen]
  const violated = both.flatMap((each) => plainForm(each, lint) ?? [])
  const denied = both.flatMap((each) => plainForm(each, lint, false) ?? [])
  // What can never be violated is no case of another rule: that it never holds was said.
  if (violated.length < 2 || denied.length < 2 || possible(violated, lint.effort) !== true) return undefined
  return { rule, path, named, violated, notViolated: { kind: 'any', parts: denied, size: denied.reduce((sum, { size }) => sum + size, 0) } }
}

/** A finding names the clauses of its plans: a narrower rule of other clauses tells which of them it was. */
const clausesOf = ({ basis }: Rule): string =>
  [...new Set(basis.flatMap(({ instrument, clause }) => (clause === undefined ? [] : [`${instrument} ${clause}`])))].sort().join(', ')

function normsOf(rule: Rule): string {
  const basis = rule.norms.length > 0 ? [] : rule.basis.map((each) => JSON.stringify(each)).sort()
  return JSON.stringify([[...new Set(rule.norms)].sort(), basis])
}

/** What names a rule besides clauses: measures, targets, statistics and accountability of plans, and actions. */
function namedBy(packs: readonly Pack[]): ReadonlyMap<string, readonly string[]> {
  const rules = new Set(packs.flatMap((pack) => pack.rules.map(({ id }) => id)))
  const named = new Map<string, string[]>()
  const look = (value: unknown, by: string): void => {
    if (typeof value === 'string' && rules.has(value)) {
      const list = named.get(value) ?? []
      if (list.at(-1) !== by) list.push(by)
      named.set(value, list)
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) look(part, by)
  }
  for (const [at, pack] of packs.entries()) {
    for (const [index, action] of pack.actions.entries()) look(action.follows, `${at} action ${index}`)
    for (const [index, plan] of pack.plans.entries())
      for (const list of ['measures', 'targets', 'statistics', 'accountability'] as const)
        for (const [place, item] of (plan[list] ?? []).entries()) look(item, `${at} plan ${index} ${list} ${place}`)
  }
  return named
}

/** An end that is not known or not set is open: such periods overlap, unless the other ends say otherwise. */
type Period = Rule['inForce']
const overlap = (one: Period, two: Period): boolean => begins(one, two) && begins(two, one)
const begins = ({ from }: Period, { to }: Period): boolean => typeof from !== 'string' || typeof to !== 'string' || from <= to

/** Certain only where both beginnings are known. */
const during = (one: Period, two: Period): boolean =>
  (one.from !== null && two.from !== null && two.from <= one.from && (one.to ?? '9999') <= (two.to ?? '9999')) || same(one, two)
const same = (one: Period, two: Period): boolean => one.from === two.from && (one.to ?? null) === (two.to ?? null)
