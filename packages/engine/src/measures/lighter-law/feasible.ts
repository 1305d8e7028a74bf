/**
 * The ways open conditions can turn out together. Gains below 20 000 yuan and above it cannot both hold: trying
 * that would find differences between two laws that no case can show.
 */
import { addDays } from '@hegui/calendar'
import { type FactDefinition, type FactValue, isFactReference, type Leaf } from '@hegui/model'
import { evaluate } from '../../conditions/evaluate.js'
import type { Facts } from '../../conditions/leaf.js'
import type { NormalForm } from '../../conditions/normal-form.js'

/** Beyond this many assignments every combination is tried instead. */
const MAX_ASSIGNMENTS = 3_000

/** Bit sets, one bit for each form that holds. Undefined: too many to try, or facts whose values cannot be listed. */
export function feasible(forms: readonly NormalForm[], facts: Facts, definitions: ReadonlyMap<string, FactDefinition>): readonly number[] | undefined {
  const leaves = forms.flatMap(leavesIn)
  if (leaves.some((leaf) => isFactReference(leaf.value))) return undefined
  const unknown = [...new Set(leaves.map((leaf) => leaf.fact))].filter((id) => !facts.has(id))
  const values = unknown.map((id) =>
    valuesOf(
      definitions.get(id),
      leaves.filter((leaf) => leaf.fact === id),
    ),
  )
  if (values.some((each) => each === undefined) || values.reduce((product, each) => product * (each?.length ?? 0), 1) > MAX_ASSIGNMENTS) return undefined
  let assignments: readonly Facts[] = [facts]
  for (const [index, id] of unknown.entries())
    assignments = assignments.flatMap((known) => (values[index] ?? []).map((value) => new Map([...known, [id, value] as const])))
  return [...new Set(assignments.map((known) => forms.reduce((bits, form, index) => (evaluate(form, known) === 'holds' ? bits | (1 << index) : bits), 0)))]
}

const leavesIn = (form: NormalForm): readonly Leaf[] => (form.kind === 'leaf' ? [form.leaf] : form.parts.flatMap(leavesIn))

/** Values that stand for all others: each figure that is compared with, and one between and beyond them. */
function valuesOf(fact: FactDefinition | undefined, leaves: readonly Leaf[]): readonly FactValue[] | undefined {
  const compared = leaves.flatMap((leaf) => (Array.isArray(leaf.value) ? [...leaf.value] : [leaf.value])) as readonly FactValue[]
  switch (fact?.type) {
    case 'boolean':
      return [true, false]
    case 'enum':
      return (fact.values ?? []).map((each) => each.value)
    case 'number': {
      const figures = [...new Set(compared as readonly number[])].sort((a, b) => a - b)
      return figures
        .flatMap((figure, index) => [index === 0 ? figure - 1 : (figure + (figures[index - 1] ?? figure)) / 2, figure])
        .concat((figures.at(-1) ?? 0) + 1)
    }
    case 'date':
      return [...new Set((compared as readonly string[]).flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))]
    default:
      return undefined
  }
}
