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

type Node = Readonly<Record<string, unknown>>

export function guardProblems(condition: unknown, path: Path, vocabulary: Vocabulary, established: readonly unknown[]): readonly Problem[] {
  const known = established.flatMap((each) => conjuncts(each, vocabulary))
  return visit(condition as Node, path, vocabulary, known)
}

function visit(node: Node, path: Path, vocabulary: Vocabulary, known: readonly Leaf[]): readonly Problem[] {
  if (Array.isArray(node['all'])) {
    const parts = node['all'] as readonly Node[]
    return parts.flatMap((part, index) => {
      const siblings = parts.filter((_, other) => other !== index).flatMap((other) => conjuncts(other, vocabulary))
      return visit(part, [...path, 'all', index], vocabulary, [...known, ...siblings])
    })
  }
  if (Array.isArray(node['any'])) return (node['any'] as readonly Node[]).flatMap((part, index) => visit(part, [...path, 'any', index], vocabulary, known))
  if (node['not'] !== undefined) return visit(node['not'] as Node, [...path, 'not'], vocabulary, known)
  if (typeof node['condition'] === 'string') return []
  const leaf = node as unknown as Leaf
  const used = [leaf.fact, ...(isFactReference(leaf.value) ? [leaf.value.fact] : [])]
  return used.flatMap((id) => {
    const guard = vocabulary.facts.get(id)?.askedWhen
    if (guard === undefined || implied(guard, known, vocabulary)) return []
    return [problem('HG3009', [...path, 'fact'], { fact: id, guard: conditionText(guard, vocabulary), guardEn: JSON.stringify(guard) })]
  })
}

/** The leaves that must all hold for the condition to hold. */
function conjuncts(node: unknown, vocabulary: Vocabulary, depth = 0): readonly Leaf[] {
  if (typeof node !== 'object' || node === null || depth > 32) return []
  const part = node as Node
  if (Array.isArray(part['all'])) return part['all'].flatMap((each) => conjuncts(each, vocabulary, depth + 1))
  if (Array.isArray(part['any'])) return part['any'].length === 1 ? conjuncts(part['any'][0], vocabulary, depth + 1) : []
  if (typeof part['condition'] === 'string') return conjuncts(vocabulary.conditions.get(part['condition'])?.condition, vocabulary, depth + 1)
  return typeof part['fact'] === 'string' ? [part as unknown as Leaf] : []
}

function implied(guard: Condition, known: readonly Leaf[], vocabulary: Vocabulary): boolean {
  if ('all' in guard) return guard.all.every((part) => implied(part, known, vocabulary))
  if ('any' in guard) return guard.any.some((part) => implied(part, known, vocabulary))
  if ('not' in guard) return false
  if ('condition' in guard) {
    const named = vocabulary.conditions.get(guard.condition)
    return named !== undefined && implied(named.condition, known, vocabulary)
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
