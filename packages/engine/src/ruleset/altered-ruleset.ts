/**
 * A ruleset with some of its data replaced, to ask what a change would do; of many changes in turn.
 *
 * Nothing is checked again, and the hashes stay those of the packs as they were: what comes of it is for comparing, never for the file.
 */
import type { ActionTemplate, FactDefinition, NamedCondition, Norm, Rule, TimeLimit } from '@hegui/model'
import { questionsOf, type Ruleset } from './ruleset.js'

/** Each takes the place of what has its id; what is not in the ruleset is left out. */
export interface Alteration {
  /** All editions of a rule. */
  readonly rules?: readonly (readonly [id: string, editions: readonly Rule[]])[]
  readonly facts?: readonly FactDefinition[]
  readonly conditions?: readonly NamedCondition[]
  readonly norms?: readonly Norm[]
  readonly timeLimits?: readonly TimeLimit[]
  readonly actions?: readonly ActionTemplate[]
}

/** Shares all else with the ruleset it was made from, but for compiled modules, which would decide as before. */
export function alteredRuleset(ruleset: Ruleset, { rules = [], facts = [], conditions = [], norms = [], timeLimits = [], actions = [] }: Alteration): Ruleset {
  const { catalogue, vocabulary } = ruleset
  const editions = new Map(rules)
  const named = replaced(vocabulary.conditions, conditions)
  return {
    ...ruleset,
    ...(conditions.length === 0 ? {} : questionsOf(named)),
    vocabulary: { ...vocabulary, facts: replaced(vocabulary.facts, facts), conditions: named },
    catalogue: {
      ...catalogue,
      rules: rules.length === 0 ? catalogue.rules : new Map([...catalogue.rules].map(([id, own]) => [id, editions.get(id) ?? own] as const)),
      norms: replaced(catalogue.norms, norms),
      timeLimits: replaced(catalogue.timeLimits, timeLimits),
      actions: actions.length === 0 ? catalogue.actions : catalogue.actions.map((own) => actions.find(({ id }) => id === own.id) ?? own),
    },
    rules: rules.length === 0 ? ruleset.rules : ruleset.rules.map(([id, own]) => [id, editions.get(id) ?? own] as const),
    compiled: [],
  }
}

function replaced<T extends { readonly id: string }>(all: ReadonlyMap<string, T>, items: readonly T[]): ReadonlyMap<string, T> {
  if (items.length === 0) return all
  const changed = new Map(all)
  for (const item of items) if (changed.has(item.id)) changed.set(item.id, item)
  return changed
}
