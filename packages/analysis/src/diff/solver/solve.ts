/**
 * A search put to a solver instead of tried: the same facts with the same values and not knowing, the same graph, the
 * same table of outcomes. What each comparison comes to on each value is read off the graph, so that the solver is
 * given no arithmetic and no meaning that the search does not have.
 */
import type { FactValue } from '@hegui/model'
import { candidatesOf } from '../candidates.js'
import type { Graph, LeafNode } from '../graph.js'
import { FAILS, HOLDS, joinedMask, NOT_IN_FORCE, outcomeMask, outcomes, UNKNOWN } from '../outcome.js'
import { fewest, type SearchOptions, type SearchResult, type Side, type Undecided } from '../search.js'
import type { Choice, Model, Problem, Solver } from './solver.js'

/** Complete only where the solver has proved that no other change of outcome can come of any record. */
export async function solved({ old, fresh, options, result }: Undecided, solver: Solver): Promise<SearchResult> {
  const problem = solver.open()
  try {
    const variables = variablesOf([old, fresh], options, problem)
    for (const [first, second] of options.order) ordered(variables.get(first), variables.get(second), problem)
    const truths = truthsIn(options.graph, variables, problem)
    const [before, after] = [old, fresh].map((side) => outcomesOf(side, truths, problem)) as [unknown[], unknown[]]
    const found = [...result.found]
    let complete = true
    for (const [a, from] of outcomes.entries())
      for (const [b, to] of outcomes.entries()) {
        if (a === b || result.found.some((each) => each.from === from && each.to === to)) continue
        const answer = await problem.ask(problem.all([before[a], after[b]]))
        if (answer === 'open') complete = false
        else if (answer !== 'impossible') found.push(fewest({ from, to, facts: factsIn(answer, variables) }, old, fresh, options))
      }
    return { found, complete }
  } finally {
    problem.close()
  }
}

/** A fact with its values, by number, the last of them not knowing it unless it is always known. */
interface Chosen<F> {
  readonly kind: 'chosen'
  readonly values: readonly (FactValue | undefined)[]
  readonly choice: Choice<F>
}
/** A set by the members that conditions name; it has as many values as there are sets of these. */
interface Gathered<F> {
  readonly kind: 'gathered'
  readonly known: F
  readonly members: ReadonlyMap<string, F>
}
type Variable<F> = Chosen<F> | Gathered<F>
type Variables<F> = ReadonlyMap<string, Variable<F>>

function variablesOf<F>(sides: readonly Side[], { graph, fact, isKnown, boundsOf }: SearchOptions, problem: Problem<F>): Variables<F> {
  const nodes = sides.flatMap(({ editions }) => editions.flatMap(({ applies, violated }) => [applies, violated]))
  const leaves = [...new Set(nodes.flatMap((node) => [...graph.leaves(node)]))].map((at) => graph.nodes[at] as LeafNode)
  const found = new Map<string, Variable<F>>()
  // Only sets can have too many values, and these are not gone through here.
  const candidates = candidatesOf(
    leaves.filter(({ type }) => type !== 'set'),
    fact,
    boundsOf,
  )
  for (const [id, values] of candidates ?? []) {
    const all = [...values, ...(isKnown(id) ? [] : [undefined])]
    found.set(id, { kind: 'chosen', values: all, choice: problem.choice(all.length) })
  }
  const named = new Map<string, Map<string, F>>()
  for (const { type, left, right } of leaves) {
    if (type !== 'set' || !('open' in left)) continue
    const members = named.get(left.open) ?? new Map<string, F>()
    named.set(left.open, members)
    const member = memberIn(right)
    if (!members.has(member)) members.set(member, problem.flag())
  }
  for (const [id, members] of named) found.set(id, { kind: 'gathered', known: problem.flag(), members })
  return found
}

function memberIn(right: LeafNode['right']): string {
  if (!('value' in right) || typeof right.value !== 'string') throw new Error('a set is compared with one member')
  return right.value
}

/** One of some values: runs of them as intervals. */
function among<F>({ values, choice }: Chosen<F>, holds: (value: FactValue | undefined) => boolean, { yes, any }: Problem<F>): F {
  const runs: [number, number][] = []
  for (const [at, value] of values.entries()) {
    if (!holds(value)) continue
    const last = runs.at(-1)
    if (last !== undefined && last[1] === at - 1) last[1] = at
    else runs.push([at, at])
  }
  const [only] = runs
  if (only !== undefined && only[0] === 0 && only[1] === values.length - 1) return yes
  return any(runs.map(([first, last]) => choice.between(first, last)))
}

/** The first day is not after the second, where both are known. */
function ordered<F>(first: Variable<F> | undefined, second: Variable<F> | undefined, problem: Problem<F>): void {
  if (first?.kind !== 'chosen' || second?.kind !== 'chosen') return
  for (const [at, day] of first.values.entries())
    problem.assume(
      problem.any([problem.not(first.choice.between(at, at)), among(second, (other) => day === undefined || other === undefined || day <= other, problem)]),
    )
}

/** When a node holds, and when it fails; else it is unknown. */
interface Truths<F> {
  readonly holds: F
  readonly fails: F
}

function truthsIn<F>(graph: Graph, variables: Variables<F>, problem: Problem<F>): (node: number) => Truths<F> {
  const { yes, no, all, any } = problem
  const known = new Map<number, Truths<F>>()
  const truthsOf = (at: number): Truths<F> => {
    const node = graph.nodes[at]
    if (node === undefined) throw new Error('a node of another graph')
    switch (node.kind) {
      case 'constant':
        return { holds: node.truth === HOLDS ? yes : no, fails: node.truth === FAILS ? yes : no }
      case 'leaf':
        return { holds: leafComesTo(HOLDS, at, graph, variables, problem), fails: leafComesTo(FAILS, at, graph, variables, problem) }
      case 'all':
      case 'any': {
        const parts = node.parts.map(visit)
        const [holds, fails] = [parts.map((part) => part.holds), parts.map((part) => part.fails)]
        return node.kind === 'all' ? { holds: all(holds), fails: any(fails) } : { holds: any(holds), fails: all(fails) }
      }
      default:
        return node satisfies never
    }
  }
  const visit = (at: number): Truths<F> => {
    const found = known.get(at) ?? truthsOf(at)
    known.set(at, found)
    return found
  }
  return visit
}

function leafComesTo<F>(truth: number, leaf: number, graph: Graph, variables: Variables<F>, problem: Problem<F>): F {
  const { no, not, all, any } = problem
  const [id, other] = graph.open(leaf)
  const variable = id === undefined ? undefined : variables.get(id)
  if (id === undefined || variable === undefined) throw new Error('a comparison without open facts is decided')
  const comesTo = (node: number): boolean => graph.can(node) === truth
  if (variable.kind === 'gathered') {
    const member = memberIn((graph.nodes[leaf] as LeafNode).right)
    const has = variable.members.get(member) as F
    return all([variable.known, any([comesTo(graph.given(leaf, id, [member])) ? has : no, comesTo(graph.given(leaf, id, [])) ? not(has) : no])])
  }
  if (other === undefined) return among(variable, (value) => comesTo(graph.given(leaf, id, value)), problem)
  const second = variables.get(other)
  if (second?.kind !== 'chosen') throw new Error('facts are compared with facts of their type')
  return any(
    variable.values.map((value, at) => {
      const left = graph.given(leaf, id, value)
      return all([variable.choice.between(at, at), among(second, (each) => comesTo(graph.given(left, other, each)), problem)])
    }),
  )
}

/** For each outcome, in their order, what it takes to come to it. */
function outcomesOf<F>({ editions, outside }: Side, truths: (node: number) => Truths<F>, { yes, no, not, all, any }: Problem<F>): readonly F[] {
  const bits = [HOLDS, FAILS, UNKNOWN] as const
  const is = ({ holds, fails }: Truths<F>, truth: number): F => (truth === HOLDS ? holds : truth === FAILS ? fails : all([not(holds), not(fails)]))
  const inForce = editions.map(({ applies, violated }) =>
    outcomes.map((_, outcome) =>
      any(
        bits.flatMap((first) =>
          bits.flatMap((second) => (outcomeMask(first, second) === 1 << outcome ? [all([is(truths(applies), first), is(truths(violated), second)])] : [])),
        ),
      ),
    ),
  )
  const notInForce = outcomes.map((_, outcome) => (NOT_IN_FORCE === 1 << outcome ? yes : no))
  return [...inForce, ...(outside || inForce.length === 0 ? [notInForce] : [])].reduce((left, right) =>
    outcomes.map((_, outcome) =>
      any(left.flatMap((a, first) => right.flatMap((b, second) => (joinedMask([1 << first, 1 << second]) === 1 << outcome ? [all([a, b])] : [])))),
    ),
  )
}

function factsIn<F>(model: Model<F>, variables: Variables<F>): ReadonlyMap<string, FactValue> {
  return new Map(
    [...variables].flatMap(([id, variable]): readonly (readonly [string, FactValue])[] => {
      if (variable.kind === 'gathered')
        return model.holds(variable.known) ? [[id, [...variable.members].flatMap(([member, has]) => (model.holds(has) ? [member] : []))]] : []
      const value = variable.values[model.chosen(variable.choice)]
      return value === undefined ? [] : [[id, value]]
    }),
  )
}
