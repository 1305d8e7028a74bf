/** Which facts a condition asks for, also through named conditions; and how it is told that one has no place there. */
import { type Path, type Problem, problem } from '../problems/problem.js'
import { type Condition, isFactReference } from '../schema/condition.js'
import type { FactDefinition, FactScope } from '../schema/fact.js'
import type { Vocabulary } from './vocabulary.js'

export interface FactUsed {
  readonly fact: FactDefinition
  /** Of the leaf; of a fact in a named condition, the place that names it. */
  readonly path: Path
}

/** In reading order, each once per place. For a condition without problems: named conditions then end. */
export function factsUsed(condition: Condition, path: Path, vocabulary: Vocabulary): readonly FactUsed[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => factsUsed(part, [...path, 'all', index], vocabulary))
  if ('any' in condition) return condition.any.flatMap((part, index) => factsUsed(part, [...path, 'any', index], vocabulary))
  if ('not' in condition) return factsUsed(condition.not, [...path, 'not'], vocabulary)
  if ('condition' in condition) {
    const named = vocabulary.conditions.get(condition.condition)
    const place = [...path, 'condition']
    const facts = new Set(named === undefined ? [] : factsUsed(named.condition, place, vocabulary).map(({ fact }) => fact))
    return [...facts].map((fact) => ({ fact, path: place }))
  }
  const used: readonly (readonly [string, Path])[] = [
    [condition.fact, [...path, 'fact']],
    ...(isFactReference(condition.value) ? ([[condition.value.fact, [...path, 'value', 'fact']]] as const) : []),
  ]
  return used.flatMap(([id, place]) => {
    const fact = vocabulary.facts.get(id)
    return fact === undefined ? [] : [{ fact, path: place }]
  })
}

const places = {
  where: { what: '算法的条件', whatEn: 'The condition of a formula' },
  unit: { what: '单位条件', whatEn: 'The unit condition' },
} as const

export const outOfScope = (
  { id, title, scope }: { readonly id: string; readonly title: string; readonly scope: FactScope },
  path: Path,
  place: 'where' | 'unit',
): Problem => problem('HG4042', path, { ...places[place], fact: id, title, titleEn: id, scope })
