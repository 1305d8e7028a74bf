/**
 * The facts of two versions side by side: which mean the same in both, and what a version makes of a value it does not know.
 *
 * A record is written once. A version that lacks a fact, or one of its values, cannot read that answer: to it the fact is unknown.
 */
import { hashOf, type Ruleset } from '@hegui/engine'
import type { FactDefinition, FactValue } from '@hegui/model'
import type { Seen } from './graph.js'

/** What makes a fact a different question under the same id. */
const meaningParts = ['type', 'unit', 'aggregate', 'deadline'] as const
export type MeaningPart = (typeof meaningParts)[number]

export interface CommonFacts {
  /** From either version, the newer first, with the values of both. */
  readonly fact: (id: string) => FactDefinition
  /** In what a fact of both versions differs so that its answers cannot be compared. */
  readonly apart: (id: string) => readonly MeaningPart[]
  /** Whether the versions see values of the fact differently. */
  readonly seenApart: (id: string) => boolean
  readonly old: Seen
  readonly new: Seen
}

export function commonFacts(old: Ruleset, fresh: Ruleset): CommonFacts {
  const [before, after] = [old.vocabulary.facts, fresh.vocabulary.facts]
  const known = new Map<string, FactDefinition>()
  const apart = new Map<string, boolean>()
  const values = (fact: FactDefinition | undefined): readonly string[] => (fact?.values ?? []).map((each) => each.value)
  return {
    fact: (id) => {
      const seen = known.get(id)
      if (seen !== undefined) return seen
      const [a, b] = [before.get(id), after.get(id)]
      const found = b ?? a
      if (found === undefined) throw new Error(`the fact ${id} was not defined when the packs were checked`)
      const merged =
        b?.values === undefined ? found : { ...found, values: [...b.values, ...(a?.values ?? []).filter(({ value }) => !values(b).includes(value))] }
      known.set(id, merged)
      return merged
    },
    apart: (id) => {
      const [a, b] = [before.get(id), after.get(id)]
      if (a === undefined || b === undefined) return []
      return meaningParts.filter((part) => hashOf(a[part] ?? null) !== hashOf(b[part] ?? null))
    },
    seenApart: (id) => {
      const found = apart.get(id)
      if (found !== undefined) return found
      const [a, b] = [before.get(id), after.get(id)]
      const differs = a === undefined || b === undefined || [...values(a)].sort().join() !== [...values(b)].sort().join()
      apart.set(id, differs)
      return differs
    },
    old: seenBy(old),
    new: seenBy(fresh),
  }
}

/** A list is seen without the members the version does not know: it asks about none of them. */
const seenBy =
  ({ vocabulary }: Ruleset): Seen =>
  (id: string, value: FactValue): FactValue | undefined => {
    const fact = vocabulary.facts.get(id)
    if (fact === undefined) return undefined
    if (fact.values === undefined) return value
    const knows = (each: unknown): boolean => fact.values?.some((known) => known.value === each) === true
    if (Array.isArray(value)) return (value as readonly string[]).filter(knows)
    return knows(value) ? value : undefined
  }
