/** Some rules as the body of one function: facts first, then a line for each rule. */
import type { FactType } from '@hegui/model'
import type { Program } from './program.js'
import type { RuleEntry } from './rule-program.js'
import { type Choices, createLocals } from './source-facts.js'
import { testText } from './source-tests.js'

export interface Source {
  readonly program: Pick<Program, 'tests' | 'nodes'>
  readonly choices: Choices
  readonly typeOf: (fact: string) => FactType
  /** The name of the map that encodes the fact. */
  readonly mapOf: (fact: string) => string
}

export interface NumberedRule {
  readonly entry: RuleEntry
  readonly at: number
}

/** Leaves per function: the JIT takes no function whose bytecode passes 60 KB. */
const CHUNK_LEAVES = 900
/** A part that stands in several rules and is at least as large is worked out once. */
const SHARED_LEAVES = 4

export function chunksOf(rules: readonly NumberedRule[], program: Source['program']): readonly (readonly NumberedRule[])[] {
  const chunks: NumberedRule[][] = []
  let room = 0
  for (const rule of rules) {
    const size = leavesIn(rule.entry.applies, program) + leavesIn(rule.entry.violated, program)
    if (room < size || chunks.length === 0) {
      chunks.push([])
      room = CHUNK_LEAVES
    }
    chunks.at(-1)?.push(rule)
    room -= size
  }
  return chunks
}

/** `out[rule]`: the bits of `appliesWhen`, and above them, unless it fails, those of `violatedWhen`. */
export function chunkText(rules: readonly NumberedRule[], { program, choices, typeOf, mapOf }: Source): string {
  const locals = createLocals(choices, typeOf, mapOf)
  const kept = new Set<string>()
  const uses = usesOf(
    rules.flatMap(({ entry }) => [entry.applies, entry.violated]),
    program,
  )
  const reading = (node: number, way: 'possible' | 'proved'): string => {
    const it = program.nodes[node]
    if (it === undefined) throw new Error('a part of a condition is a node of the program')
    if (it.kind === 'leaf') {
      const test = program.tests[it.test]
      if (test === undefined) throw new Error('a leaf asks a test of the program')
      const text = testText(test, it.negated, { choices, local: locals.name, result: `t${it.test}` })
      if (text.kept !== undefined) kept.add(text.kept)
      return text[way]
    }
    if ((uses.get(node) ?? 0) < 2 || leavesIn(node, program) < SHARED_LEAVES) return joined(it, way)
    const name = `x${node}`
    kept.add(name)
    return `(${name}===4?${name}=${joined(it, 'possible')}?${joined(it, 'proved')}?3:1:0:${name})${way === 'possible' ? '!==0' : '===3'}`
  }
  const joined = ({ kind, parts }: { readonly kind: 'all' | 'any'; readonly parts: readonly number[] }, way: 'possible' | 'proved'): string =>
    `(${parts.map((part) => reading(part, way)).join(kind === 'all' ? '&&' : '||')})`
  const lines = rules.map(
    ({ entry: { applies, violated }, at }) =>
      `  out[${at}] = ${reading(applies, 'possible')} ? (${reading(applies, 'proved')} ? 3 : 1) | (${reading(violated, 'possible')} ? ${reading(violated, 'proved')} ? 12 : 4 : 0) : 0`,
  )
  return [
    ...locals.declarations().map((text) => `  ${text}`),
    ...(kept.size === 0 ? [] : [`  let ${[...kept].map((name) => `${name} = 4`).join(', ')}`]),
    ...lines,
  ].join('\n')
}

function leavesIn(node: number, program: Source['program']): number {
  const it = program.nodes[node]
  return it === undefined || it.kind === 'leaf' ? 1 : it.parts.reduce((sum, part) => sum + leavesIn(part, program), 0)
}

/** How often each node stands in the conditions; what stands in a shared part counts there once. */
function usesOf(roots: readonly number[], { nodes }: Source['program']): ReadonlyMap<number, number> {
  const uses = new Map<number, number>()
  const visit = (node: number): void => {
    const before = uses.get(node) ?? 0
    uses.set(node, before + 1)
    const it = nodes[node]
    if (before === 0 && it !== undefined && it.kind !== 'leaf') it.parts.forEach(visit)
  }
  roots.forEach(visit)
  return uses
}
