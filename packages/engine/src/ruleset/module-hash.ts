/**
 * What a compiled module was made of, as one hash: the conditions of its rules, and what these take from the facts and
 * named conditions of any pack. Other packs beside them, other words, norms or plans in them, change nothing.
 */
import type { FactDefinition, Rule, Vocabulary } from '@hegui/model'
import { type CompiledFact, moduleFormat } from './compiled-module.js'
import { hashOf } from './hash.js'
import { byCodeUnit } from './order.js'

export interface Parts {
  /** In the order of the bits. */
  readonly rules: readonly Rule[]
  /** Ids. */
  readonly facts: readonly string[]
  readonly conditions: readonly string[]
}

/** Undefined where a fact or a condition is not there at all. */
export function hashOfParts(vocabulary: Vocabulary, { rules, ...parts }: Parts): string | undefined {
  const facts = found(parts.facts, (id) => {
    const definition = vocabulary.facts.get(id)
    return definition && compiledFact(definition)
  })
  const conditions = found(parts.conditions, (id) => vocabulary.conditions.get(id)?.condition)
  if (facts === undefined || conditions === undefined) return undefined
  return hashOf({ format: moduleFormat, rules: rules.map(decidingPart), facts, conditions })
}

const decidingPart = ({ id, revision, inForce, appliesWhen, violatedWhen }: Rule) => ({ id, revision, inForce, appliesWhen, violatedWhen })

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
