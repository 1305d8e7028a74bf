/**
 * Gates: for each condition one choice test that it cannot hold without, on the fact that most conditions ask first.
 *
 * A record on retail never reaches the rules on transport. Where the fact is unknown, every gate on it stands open.
 */
import type { Program } from './program.js'

/** By condition; undefined where no leaf at its top is a choice. */
export function gateOf(nodes: readonly number[], program: Pick<Program, 'tests' | 'nodes'>): readonly (number | undefined)[] {
  const candidates = nodes.map((node) => conjuncts(node, program))
  const askedBy = new Map<string, number>()
  for (const tests of candidates)
    for (const fact of new Set(tests.map((test) => program.tests[test]?.fact ?? ''))) askedBy.set(fact, (askedBy.get(fact) ?? 0) + 1)
  const rank = (test: number): number => askedBy.get(program.tests[test]?.fact ?? '') ?? 0
  return candidates.map((tests) => [...tests].sort((a, b) => rank(b) - rank(a) || a - b)[0])
}

/** The choices, not denied, among the leaves that must all hold. Yes or no sorts too little to be a gate. */
function conjuncts(node: number, { tests, nodes }: Pick<Program, 'tests' | 'nodes'>): readonly number[] {
  const it = nodes[node]
  if (it === undefined) return []
  if (it.kind !== 'leaf') return it.kind === 'any' ? [] : it.parts.flatMap((part) => (nodes[part]?.kind === 'leaf' ? conjuncts(part, { tests, nodes }) : []))
  const test = tests[it.test]
  return !it.negated && test?.kind === 'choice' && typeof test.values[0] === 'string' ? [it.test] : []
}
