/**
 * What a compiled module was made of, as one hash: its packs, and of the facts and named conditions of other packs
 * what its rules take from them. Other packs beside them, and other words or articles in those, change nothing.
 */
import type { FactDefinition, Vocabulary } from '@hegui/model'
import { type CompiledFact, type CompiledModule, moduleFormat } from './compiled-module.js'
import { hashOf } from './hash.js'
import { byCodeUnit } from './order.js'

export interface Origin {
  readonly packs: readonly { readonly id: string; readonly hash: string }[]
  readonly vocabulary: Vocabulary
}
export type Parts = Readonly<Record<'packs' | 'facts' | 'conditions', readonly string[]>>

/** Undefined where a part is not there at all. */
export function hashOfParts({ packs, vocabulary }: Origin, parts: Parts): string | undefined {
  const hashes = new Map(packs.map(({ id, hash }) => [id, hash]))
  const [of, facts, conditions] = [
    found(parts.packs, (id) => hashes.get(id)),
    found(parts.facts, (id) => {
      const definition = vocabulary.facts.get(id)
      return definition && compiledFact(definition)
    }),
    found(parts.conditions, (id) => vocabulary.conditions.get(id)?.condition),
  ]
  if (of === undefined || facts === undefined || conditions === undefined) return undefined
  return hashOf({ format: moduleFormat, packs: of, facts, conditions })
}

/** By id: which pack came first makes no difference. */
function found<T>(ids: readonly string[], partOf: (id: string) => T | undefined): readonly (readonly [string, T])[] | undefined {
  const values: (readonly [string, T])[] = []
  for (const id of [...ids].sort(byCodeUnit)) {
    const value = partOf(id)
    if (value === undefined) return undefined
    values.push([id, value])
  }
  return values
}

export const compiledFact = ({ type, limit, deadline, aggregate }: FactDefinition): CompiledFact => ({
  type,
  ...(limit === undefined ? {} : { limit: limit.map(({ inForce, region, value }) => ({ inForce, ...(region === undefined ? {} : { region }), value })) }),
  ...(deadline === undefined ? {} : { deadline: { from: deadline.from, months: deadline.months } }),
  ...(aggregate === undefined ? {} : { aggregate }),
})

export const partsOf = ({ packs, facts, conditions }: CompiledModule): Parts => ({ packs, facts: Object.keys(facts), conditions })
