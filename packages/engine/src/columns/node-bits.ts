/** The nodes of a program about a whole batch: each at most once, and only those that can still matter. */
import type { Program, ProgramNode } from '../compiled/program.js'
import { and, type Bitset, isEmpty, or, without } from './bitset.js'
import type { BatchTests } from './test-bits.js'

/** By node: where it can hold, and where it is proved. The two are one bitset where nothing is unknown, and `nothing` where it fails everywhere. */
export interface NodeBits {
  readonly possible: readonly Bitset[]
  readonly proved: readonly Bitset[]
  readonly begin: (words: number) => void
  /** Fills in the node. False: it fails in every row. */
  readonly make: (node: number) => boolean
}

export function createNodeBits({ nodes }: Program, tests: BatchTests, live: Bitset, nothing: Bitset, room: () => Bitset): NodeBits {
  const possible = nodes.map(() => nothing)
  const proved = nodes.map(() => nothing)
  const [possibleRoom, provedRoom] = [nodes.map(room), nodes.map(room)]
  const madeIn = new Int32Array(nodes.length)
  let batch = 0
  let words = 0

  const made = (node: number, can: Bitset, must: Bitset): boolean => {
    possible[node] = can
    proved[node] = must
    return can !== nothing
  }
  const fails = (node: number): boolean => made(node, nothing, nothing)

  const makeLeaf = (node: number, { test, negated }: Extract<ProgramNode, { kind: 'leaf' }>): boolean => {
    const { holds, unknown } = tests.of(test)
    const [can, must] = [possibleRoom[node] as Bitset, provedRoom[node] as Bitset]
    const gaps = unknown !== nothing
    if (negated) {
      if (!without(can, live, holds, words)) return fails(node)
      if (gaps) without(must, can, unknown, words)
      return made(node, can, gaps ? must : can)
    }
    if (!gaps) return isEmpty(holds, words) ? fails(node) : made(node, holds, holds)
    return or(can, holds, unknown, words) ? made(node, can, holds) : fails(node)
  }

  const makeAll = (node: number, parts: readonly number[]): boolean => {
    const [can, must] = [possibleRoom[node] as Bitset, provedRoom[node] as Bitset]
    let gaps = false
    for (let each = 0; each < parts.length; each++) {
      const part = parts[each] as number
      // Empty so far: whatever the other parts are, they need not be made.
      if (!make(part)) return fails(node)
      gaps ||= possible[part] !== proved[part]
      if (each > 0 && !and(can, each === 1 ? (possible[parts[0] as number] as Bitset) : can, possible[part] as Bitset, words)) return fails(node)
    }
    if (gaps) join(must, parts, and)
    return made(node, can, gaps ? must : can)
  }

  const makeAny = (node: number, parts: readonly number[]): boolean => {
    const [can, must] = [possibleRoom[node] as Bitset, provedRoom[node] as Bitset]
    let [some, gaps] = [false, false]
    for (const part of parts) {
      some = make(part) || some
      gaps ||= possible[part] !== proved[part]
    }
    if (!some) return fails(node)
    for (let each = 1; each < parts.length; each++)
      or(can, each === 1 ? (possible[parts[0] as number] as Bitset) : can, possible[parts[each] as number] as Bitset, words)
    if (gaps) join(must, parts, or)
    return made(node, can, gaps ? must : can)
  }

  const join = (into: Bitset, parts: readonly number[], by: typeof and): void => {
    for (let each = 1; each < parts.length; each++)
      by(into, each === 1 ? (proved[parts[0] as number] as Bitset) : into, proved[parts[each] as number] as Bitset, words)
  }

  const make = (node: number): boolean => {
    if (madeIn[node] === batch) return possible[node] !== nothing
    madeIn[node] = batch
    const it = nodes[node] as ProgramNode
    return it.kind === 'leaf' ? makeLeaf(node, it) : it.kind === 'all' ? makeAll(node, it.parts) : makeAny(node, it.parts)
  }

  return {
    possible,
    proved,
    begin: (used) => {
      batch++
      words = used
    },
    make,
  }
}
