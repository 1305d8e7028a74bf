/**
 * Jumps: a node of the program as tests, each with the place to go on from where its bit is set and where it is clear.
 *
 * Walked with what can still hold, the jumps end in `SETTLED_TRUE` unless the condition fails; with what is proved,
 * only if it holds. Nothing is tested that can no longer matter.
 */
import type { Program, ProgramNode } from './program.js'
import { HOLDS, UNKNOWN } from './truth-bits.js'

export const SETTLED_TRUE = -1
const SETTLED_FALSE = -2

/**
 * The bit of a test that says whether its leaf can hold. A denial can hold while its test is not proved: the ways are swapped.
 * A jump is four numbers: the test, the bit to look at, where to go when it is set, and where when it is clear.
 */
const POSSIBLE = UNKNOWN
const PROVED = HOLDS - UNKNOWN

/** Appends the jumps of a node to `code`; gives where they begin. Written from the end, so that targets are known. */
export function appendJumps(code: number[], node: number, { nodes }: Pick<Program, 'nodes'>, whenTrue = SETTLED_TRUE, whenFalse = SETTLED_FALSE): number {
  const it = nodes[node] as ProgramNode
  if (it.kind === 'leaf') {
    const at = code.length
    if (it.negated) code.push(it.test, PROVED, whenFalse, whenTrue)
    else code.push(it.test, POSSIBLE, whenTrue, whenFalse)
    return at
  }
  const isAll = it.kind === 'all'
  // In whichever order, the answer is the same; what is small is asked first, for it may settle the rest.
  const parts = [...it.parts].sort((one, other) => leavesIn(nodes, one) - leavesIn(nodes, other))
  return parts.reduceRight((next, part) => appendJumps(code, part, { nodes }, isAll ? next : whenTrue, isAll ? whenFalse : next), isAll ? whenTrue : whenFalse)
}

function leavesIn(nodes: Program['nodes'], node: number): number {
  const it = nodes[node] as ProgramNode
  return it.kind === 'leaf' ? 1 : it.parts.reduce((sum, part) => sum + leavesIn(nodes, part), 0)
}
