/**
 * The program: every condition of a ruleset as one graph, in which equal parts are one node and equal leaves one test.
 *
 * Both compiled forms are made of it: the jumps that `decider.ts` walks, and the text of `module-source.ts`.
 */
import type { FactType } from '@hegui/model'
import type { NormalForm } from '../conditions/normal-form.js'
import { byCodeUnit } from '../ruleset/order.js'
import { askedLeaf, type LeafTest } from './leaf-test.js'

export type ProgramNode =
  | { readonly kind: 'leaf'; readonly test: number; readonly negated: boolean }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly number[] }

/** Grows as conditions are added; a number once given keeps its meaning. Parts come before the nodes they are parts of. */
export interface Program {
  readonly tests: readonly LeafTest[]
  readonly nodes: readonly ProgramNode[]
  /** The node of a condition; the same for every condition that says the same. */
  readonly add: (form: NormalForm) => number
}

export function createProgram(typeOf: (fact: string) => FactType): Program {
  const tests: LeafTest[] = []
  const nodes: ProgramNode[] = []
  const testByKey = new Map<string, number>()
  const nodeByKey = new Map<string, number>()
  const known = new WeakMap<NormalForm, number>()

  const testOf = (test: LeafTest): number => interned(testByKey, tests, JSON.stringify(test), test)
  const build = (form: NormalForm): number => {
    if (form.kind === 'leaf') {
      const { test, negated } = askedLeaf(form.leaf, typeOf(form.leaf.fact))
      const index = testOf(test)
      return interned(nodeByKey, nodes, `${negated ? '!' : ''}${index}`, { kind: 'leaf', test: index, negated })
    }
    const { kind } = form
    // An `all` within an `all` says no more than its parts; what stands twice says no more than once.
    const parts = [...new Set(form.parts.map(add).flatMap((part) => partsIfSame(nodes[part] as ProgramNode, kind) ?? [part]))]
    return parts.length === 1 ? (parts[0] as number) : interned(nodeByKey, nodes, `${kind} ${[...parts].sort((a, b) => a - b).join(' ')}`, { kind, parts })
  }
  const add = (form: NormalForm): number => {
    const seen = known.get(form)
    if (seen !== undefined) return seen
    const node = build(form)
    known.set(form, node)
    return node
  }
  return { tests, nodes, add }
}

const partsIfSame = (node: ProgramNode, kind: 'all' | 'any'): readonly number[] | undefined => (node.kind === kind ? node.parts : undefined)

function interned<T>(index: Map<string, number>, items: T[], key: string, item: T): number {
  const seen = index.get(key)
  if (seen !== undefined) return seen
  index.set(key, items.length)
  return items.push(item) - 1
}

/** The values that choice tests name for each fact, by code unit. */
export function choicesOf(tests: readonly LeafTest[]): ReadonlyMap<string, readonly (string | boolean)[]> {
  const found = new Map<string, Set<string | boolean>>()
  for (const test of tests)
    if (test.kind === 'choice') for (const value of test.values) found.set(test.fact, (found.get(test.fact) ?? new Set<string | boolean>()).add(value))
  return new Map([...found].map(([fact, values]) => [fact, [...values].sort((a, b) => byCodeUnit(String(a), String(b)))]))
}
