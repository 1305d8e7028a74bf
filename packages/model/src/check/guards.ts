/**
 * Guards: a fact with `askedWhen` may be used only where that is established.
 *
 * An expiry date is a question only for those who hold a licence. A leaf on it is accepted when its
 * conjunctive surroundings – the same `all`, an outer `all`, or `appliesWhen` – imply the guard.
 */
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Condition, Leaf } from '../schema/condition.js'
import { isFactReference } from '../schema/condition.js'
import { conditionText } from '../text/condition-text.js'
import type { Vocabulary } from './vocabulary.js'

/** How far named conditions are followed through one another. */
const MAX_CHAIN = 200

type Node = Readonly<Record<string, unknown>>

export function guardProblems(condition: unknown, path: Path, vocabulary: Vocabulary, established: readonly unknown[]): readonly Problem[] {
  const known = established.flatMap((each) => conjuncts(each, vocabulary))
  return visit(condition as Node, path, vocabulary, known)
}

function visit(node: Node, path: Path, vocabulary: Vocabulary, known: readonly Leaf[]): readonly Problem[] {
  if (Array.isArray(node['all'])) {
    const parts = node['all'] as readonly Node[]
    const together = [...known, ...parts.flatMap((part) => conjuncts(part, vocabulary))]
    return parts.flatMap((part, index) => visit(part, [...path, 'all', index], vocabulary, together))
  }
  if (Array.isArray(node['any'])) return (node['any'] as readonly Node[]).flatMap((part, index) => visit(part, [...path, 'any', index], vocabulary, known))
  if (node['not'] !== undefined) return visit(node['not'] as Node, [...path, 'not'], vocabulary, known)
  if (typeof node['condition'] === 'string') return []
  const leaf = node as unknown as Leaf
  const used = [leaf.fact, ...(isFactReference(leaf.value) ? [leaf.value.fact] : [])]
  return used.flatMap((id) => {
    const guard = vocabulary.facts.get(id)?.askedWhen
    if (guard === undefined) return []
    // A leaf does not establish its own guard.
    const others = known.filter((each) => each.fact !== id)
    if (implied(guard, others, vocabulary, new Map())) return []
    return [problem('HG3009', [...path, 'fact'], { fact: id, guard: conditionText(guard, vocabulary), guardEn: JSON.stringify(guard) })]
  })
}

/** The leaves that must all hold for the condition to hold. Each named condition is entered once, so a circle ends. */
function conjuncts(node: unknown, vocabulary: Vocabulary, entered: Set<string> = new Set(), depth = 0): readonly Leaf[] {
  if (typeof node !== 'object' || node === null || depth > MAX_CHAIN) return []
  const part = node as Node
  if (Array.isArray(part['all'])) return part['all'].flatMap((each) => conjuncts(each, vocabulary, entered, depth + 1))
  if (Array.isArray(part['any'])) return part['any'].length === 1 ? conjuncts(part['any'][0], vocabulary, entered, depth + 1) : []
  const name = part['condition']
  if (typeof name === 'string') {
    if (entered.has(name)) return []
    entered.add(name)
    return conjuncts(vocabulary.conditions.get(name)?.condition, vocabulary, entered, depth + 1)
  }
  return typeof part['fact'] === 'string' ? [part as unknown as Leaf] : []
}

/** `named`: what was found out about named conditions so far; one that is still open establishes nothing. */
function implied(guard: Condition, known: readonly Leaf[], vocabulary: Vocabulary, named: Map<string, boolean>, depth = 0): boolean {
  if (depth > MAX_CHAIN) return false
  if ('all' in guard) return guard.all.every((part) => implied(part, known, vocabulary, named, depth + 1))
  if ('any' in guard) return guard.any.some((part) => implied(part, known, vocabulary, named, depth + 1))
  if ('not' in guard) return false
  if ('condition' in guard) {
    const found = named.get(guard.condition)
    if (found !== undefined) return found
    named.set(guard.condition, false)
    const target = vocabulary.conditions.get(guard.condition)
    const result = target !== undefined && implied(target.condition, known, vocabulary, named, depth + 1)
    named.set(guard.condition, result)
    return result
  }
  return known.some((leaf) => leaf.fact === guard.fact && follows(leaf, guard))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Does `leaf` holding mean that `guard` holds? Only what can be seen at a glance; anything else: no. */
function follows(leaf: Leaf, guard: Leaf): boolean {
  if (leaf.operator === guard.operator && same(leaf.value, guard.value)) return true
  const allowed = leaf.operator === 'equal' ? [leaf.value] : leaf.operator === 'in' && Array.isArray(leaf.value) ? leaf.value : undefined
  if (allowed === undefined) return false
  if (guard.operator === 'equal') return allowed.every((value) => same(value, guard.value))
  if (guard.operator === 'in' && Array.isArray(guard.value)) return allowed.every((value) => (guard.value as readonly unknown[]).includes(value))
  if (guard.operator === 'notEqual') return allowed.every((value) => !same(value, guard.value))
  return false
}
