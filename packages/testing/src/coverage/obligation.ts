/** What the cases of a rule owe: each thing it says must be seen in a case on which it hangs. */
import { overlaps } from '@hegui/analysis'
import { addDays } from '@hegui/calendar'
import type { Ruleset } from '@hegui/engine'
import { type FactValue, isFactReference, type Rule } from '@hegui/model'
import type { Outcome, PlacedLeaf } from '../meaning/edition-meaning.js'
import type { RuleMeaning } from '../meaning/rule-meaning.js'
import { distinct, stepOf } from '../meaning/values.js'

export const obligationKinds = ['outcome', 'effect', 'boundary', 'value', 'edge', 'unknown'] as const
export type ObligationKind = (typeof obligationKinds)[number]

interface OfLeaf extends PlacedLeaf {
  /** Place of the edition among those of the rule, and of the comparison in it. */
  readonly edition: number
  readonly at: number
}

export type Obligation =
  | { readonly kind: 'outcome'; readonly verdict: Outcome }
  /** Two cases in which this comparison alone makes the difference between two settled verdicts (masking MC/DC). */
  | ({ readonly kind: 'effect' } & OfLeaf)
  /** A case undetermined because this comparison is unknown. */
  | ({ readonly kind: 'unknown' } & OfLeaf)
  /** A case next to the threshold on this side, or on it, decided by this comparison. `bound`: which, of a limit that has several figures. */
  | ({ readonly kind: 'boundary'; readonly side: 'below' | 'at' | 'above'; readonly bound?: FactValue } & OfLeaf)
  /** A case with this of the values that the comparison names, decided by it. */
  | ({ readonly kind: 'value'; readonly value: string | number | boolean } & OfLeaf)
  /** A case on this day that the edition is about. */
  | { readonly kind: 'edge'; readonly edition: number; readonly day: string; readonly edge: Edge; readonly limit?: string }

export type Edge = 'first' | 'before' | 'last' | 'after' | 'limit-from' | 'limit-before'

const outcomes: readonly Outcome[] = ['not-applicable', 'compliant', 'violation', 'undetermined']
const ordered = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'before', 'onOrBefore', 'after', 'onOrAfter'])

export function obligationsOf({ editions }: RuleMeaning, ruleset: Ruleset): readonly Obligation[] {
  return [
    ...outcomes.map((verdict): Obligation => ({ kind: 'outcome', verdict })),
    ...editions.flatMap(({ rule, leaves }, edition) =>
      leaves.flatMap((placed, at): readonly Obligation[] => {
        const of = { ...placed, edition, at }
        return [{ kind: 'effect', ...of }, ...boundaries(of, rule, ruleset), ...values(of), { kind: 'unknown', ...of }]
      }),
    ),
    ...editions.flatMap((_, edition) => edges(edition, { editions }, ruleset)),
  ]
}

function boundaries(of: OfLeaf, rule: Rule, { vocabulary }: Ruleset): readonly Obligation[] {
  const { leaf } = of
  const isFigure = vocabulary.facts.get(leaf.fact)?.type === 'number' || vocabulary.facts.get(leaf.fact)?.type === 'date'
  if (!ordered.has(leaf.operator) && !isFigure) return []
  // No figure is below zero.
  const sides = typeof leaf.value === 'number' && leaf.value < stepOf(leaf.value) ? (['at', 'above'] as const) : (['below', 'at', 'above'] as const)
  const limits = isFactReference(leaf.value) ? (vocabulary.facts.get(leaf.value.fact)?.limit ?? []) : []
  const bounds = distinct(limits.filter(({ inForce }) => overlaps(inForce, rule.inForce)).map(({ value }) => value))
  if (bounds.length < 2) return sides.map((side) => ({ kind: 'boundary', side, ...of }))
  return bounds.flatMap((bound) => sides.map((side): Obligation => ({ kind: 'boundary', side, bound, ...of })))
}

/** A single value is seen in the pair that shows the effect of the comparison. */
function values(of: OfLeaf): readonly Obligation[] {
  const { value } = of.leaf
  if (isFactReference(value) || !Array.isArray(value) || value.length < 2) return []
  return (value as readonly (string | number | boolean)[]).map((each) => ({ kind: 'value', value: each, ...of }))
}

function edges(edition: number, { editions }: Pick<RuleMeaning, 'editions'>, { vocabulary }: Ruleset): readonly Obligation[] {
  const meaning = editions[edition]
  if (meaning === undefined) return []
  const { from, to } = meaning.rule.inForce
  const edge = (day: string, of: Edge, limit?: string): Obligation => ({ kind: 'edge', edition, day, edge: of, ...(limit === undefined ? {} : { limit }) })
  const compared = new Set(meaning.leaves.flatMap(({ leaf }) => (isFactReference(leaf.value) ? [leaf.fact, leaf.value.fact] : [leaf.fact])))
  const turns = [...compared].flatMap((id) =>
    (vocabulary.facts.get(id)?.limit ?? []).flatMap(({ inForce }) => (inForce.from === null ? [] : [{ limit: id, day: inForce.from }])),
  )
  const inside = turns.filter(({ day }, index) => day > (from ?? '') && day <= (to ?? '9999') && turns.findIndex((each) => each.day === day) === index)
  return [
    ...(from === null ? [] : [edge(from, 'first'), edge(addDays(from, -1), 'before')]),
    ...(to === null || to === undefined ? [] : [edge(to, 'last'), edge(addDays(to, 1), 'after')]),
    ...inside.flatMap(({ day, limit }) => [edge(day, 'limit-from', limit), edge(addDays(day, -1), 'limit-before', limit)]),
  ]
}
