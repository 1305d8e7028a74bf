/**
 * The search for records on which two versions differ: fact by fact, over the values that can make a difference and over not knowing.
 *
 * A branch ends where both versions are decided, where what is left of them is the same, where the same was left once
 * before, or where nothing could come of it that was not found already. What it does not find, there is not – unless it
 * ran out of steps, which it says.
 */
import type { FactDefinition, FactValue } from '@hegui/model'
import { type Bounds, candidatesOf } from './candidates.js'
import type { Graph, LeafNode } from './graph.js'
import { isOne, joinedMask, membersOf, NOT_IN_FORCE, type OutcomeName, outcomeMask, outcomes } from './outcome.js'

/** The two conditions of an edition, as nodes. */
export interface Pair {
  readonly applies: number
  readonly violated: number
}
export interface Side {
  readonly editions: readonly Pair[]
  readonly outside: boolean
}

export interface Found {
  readonly from: OutcomeName
  readonly to: OutcomeName
  /** Facts that are not named are unknown. */
  readonly facts: ReadonlyMap<string, FactValue>
}

/** Counts down over everything that is compared for one rule. */
export interface Budget {
  left: number
}

export interface SearchOptions {
  readonly graph: Graph
  readonly fact: (id: string) => FactDefinition
  readonly isKnown: (fact: string) => boolean
  readonly boundsOf: (fact: string) => Bounds | undefined
  /** Of two days, the first cannot be after the second. */
  readonly order: readonly (readonly [string, string])[]
  readonly budget: Budget
}

export interface SearchResult {
  readonly found: readonly Found[]
  /** False: there may be more. */
  readonly complete: boolean
}

/** A search that ran out of steps, or had too much to try. */
export interface Undecided {
  readonly old: Side
  readonly fresh: Side
  readonly options: SearchOptions
  /** What it had found by then. */
  readonly result: SearchResult
}

export function search(old: Side, fresh: Side, options: SearchOptions): SearchResult {
  const { graph, isKnown, order, budget } = options
  const sides = [old, fresh] as const
  const nodesOf = ({ editions }: Side): readonly number[] => editions.flatMap(({ applies, violated }) => [applies, violated])
  const leaves = [...new Set(sides.flatMap(nodesOf).flatMap((node) => [...graph.leaves(node)]))].map((at) => graph.nodes[at] as LeafNode)
  const candidates = candidatesOf(leaves, options.fact, options.boundsOf)
  if (candidates === undefined) return { found: [], complete: same(old, fresh) }
  const open = new Set(candidates.keys())
  const ordered = order.filter(([a, b]) => open.has(a) && open.has(b))
  const binding = [...new Set(ordered.flat())]
  const found = new Map<string, Found>()
  const visited = new Set<string>()
  const assigned = new Map<string, FactValue | undefined>()
  let complete = true

  const visit = (a: Side, b: Side): void => {
    if (same(a, b)) return
    const [from, to] = [maskOf(a, graph), maskOf(b, graph)]
    if (isOne(from) && from === to) return
    if (!transitions(from, to).some((pair) => !found.has(pair))) return
    if (isOne(from) && isOne(to)) {
      const facts = new Map([...assigned].flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])))
      found.set(transitions(from, to)[0] as string, { from: nameOf(from), to: nameOf(to), facts })
      return
    }
    if (budget.left <= 0) {
      complete = false
      return
    }
    const key = `${keyOf(a)}|${keyOf(b)}|${binding.map((id) => assigned.get(id) ?? '').join()}`
    if (visited.has(key)) return
    visited.add(key)
    const next = nextFact(nodesOf(a), nodesOf(b), graph)
    for (const value of [...(candidates.get(next) ?? []), ...(isKnown(next) ? [] : [undefined])]) {
      if (value !== undefined && breaksOrder(next, value)) continue
      budget.left -= 1
      assigned.set(next, value)
      visit(given(a, next, value, graph), given(b, next, value, graph))
      assigned.delete(next)
    }
  }
  const breaksOrder = (fact: string, value: FactValue): boolean =>
    ordered.some(([first, second]) => {
      const [a, b] = [first === fact ? value : assigned.get(first), second === fact ? value : assigned.get(second)]
      return a !== undefined && b !== undefined && a > b
    })
  visit(old, fresh)
  return { found: [...found.values()].map((each) => fewest(each, old, fresh, options)), complete }
}

const keyOf = ({ editions, outside }: Side): string => `${editions.map(({ applies, violated }) => `${applies},${violated}`).join(';')}${outside ? '+' : ''}`
const same = (a: Side, b: Side): boolean => keyOf(a) === keyOf(b)
const nameOf = (mask: number): OutcomeName => outcomes[membersOf(mask)[0] ?? 0] as OutcomeName

function maskOf({ editions, outside }: Side, graph: Graph): number {
  const masks = editions.map(({ applies, violated }) => outcomeMask(graph.can(applies), graph.can(violated)))
  return joinedMask([...masks, ...(outside || masks.length === 0 ? [NOT_IN_FORCE] : [])])
}

const transitions = (from: number, to: number): readonly string[] =>
  membersOf(from).flatMap((a) => membersOf(to).flatMap((b) => (a === b ? [] : [`${a}>${b}`])))

const given = ({ editions, outside }: Side, fact: string, value: FactValue | undefined, graph: Graph): Side => ({
  editions: editions.map(({ applies, violated }) => ({ applies: graph.given(applies, fact, value), violated: graph.given(violated, fact, value) })),
  outside,
})

/** A fact of a leaf that only one version has, if there is one: once these have values, the rest is often the same. */
function nextFact(a: readonly number[], b: readonly number[], graph: Graph): string {
  const [left, right] = [a, b].map((nodes) => new Set(nodes.flatMap((node) => [...graph.leaves(node)]))) as [Set<number>, Set<number>]
  const apart = [...left].filter((leaf) => !right.has(leaf)).concat([...right].filter((leaf) => !left.has(leaf)))
  const counted = new Map<string, number>()
  for (const leaf of apart.length > 0 ? apart : [...left, ...right]) for (const fact of graph.open(leaf)) counted.set(fact, (counted.get(fact) ?? 0) + 1)
  const [first] = [...counted].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))
  if (first === undefined) throw new Error('a condition without open facts is decided')
  return first[0]
}

/** The same two outcomes with as few facts as will do: what is left says what the difference turns on. */
export function fewest(given: Found, old: Side, fresh: Side, { graph, isKnown }: SearchOptions): Found {
  const comesTo = (facts: ReadonlyMap<string, FactValue>): boolean =>
    [
      [old, given.from],
      [fresh, given.to],
    ].every(([side, outcome]) => outcomeOn(side as Side, facts, graph) === outcome)
  const facts = new Map(given.facts)
  for (const [id, value] of given.facts) {
    facts.delete(id)
    if (isKnown(id) || !comesTo(facts)) facts.set(id, value)
  }
  return { ...given, facts }
}

/** What a version says where nothing but these facts is known. */
function outcomeOn(side: Side, facts: ReadonlyMap<string, FactValue>, graph: Graph): OutcomeName {
  const settled = side.editions.map((pair) => {
    const all = (node: number): number => [...graph.open(node)].reduce((left, fact) => graph.given(left, fact, facts.get(fact)), node)
    return { applies: all(pair.applies), violated: all(pair.violated) }
  })
  return nameOf(maskOf({ editions: settled, outside: side.outside }, graph))
}
