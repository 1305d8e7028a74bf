/** What goes into a module: the rules of some packs, and every fact and named condition these take from any pack. */
import type { Condition } from '@hegui/model'
import { factsIn } from '../conditions/normal-form.js'
import type { CompiledFact } from '../ruleset/compiled-module.js'
import { compiledFact, hashOfParts } from '../ruleset/module-hash.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'

export interface ModuleParts {
  readonly hash: string
  /** By code unit. */
  readonly packs: readonly string[]
  readonly facts: Readonly<Record<string, CompiledFact>>
  readonly conditions: readonly string[]
  /** With the rules of these packs only. */
  readonly ruleset: Ruleset
}

/** Throws for a pack that the ruleset does not have. */
export function moduleParts(whole: Ruleset, wanted: readonly string[] = whole.packs.map(({ id }) => id)): ModuleParts {
  const packs = [...new Set(wanted)].sort(byCodeUnit)
  const strange = packs.find((id) => whole.packs.every((pack) => pack.id !== id))
  if (strange !== undefined) throw new Error(`the pack ${strange} is not in the ruleset`)
  const ruleset = withRulesOf(whole, new Set(packs))
  const asked = ruleset.rules.flatMap(([, editions]) => editions.flatMap((rule) => [rule.appliesWhen, rule.violatedWhen]))
  const { vocabulary } = whole
  const read = new Set(asked.flatMap((condition) => factsIn(whole.form(condition))))
  // The last day of a period follows from a fact that no rule may look at by itself.
  for (const id of read) {
    const from = vocabulary.facts.get(id)?.deadline?.from
    if (from !== undefined) read.add(from)
  }
  const facts = Object.fromEntries([...vocabulary.facts].filter(([id]) => read.has(id)).map(([id, definition]) => [id, compiledFact(definition)]))
  const conditions = namesIn(asked, whole)
  const hash = hashOfParts(vocabulary, { rules: ruleset.rules.flatMap(([, editions]) => editions), facts: Object.keys(facts), conditions })
  if (hash === undefined) throw new Error('a fact or a condition of a rule was not defined when the packs were checked')
  return { hash, packs, facts, conditions, ruleset }
}

/** Rules of the packs given, as a ruleset that shares everything else. */
const withRulesOf = (ruleset: Ruleset, packs: ReadonlySet<string>): Ruleset => rulesWhere(ruleset, (rule) => packs.has(ruleset.packOf.get(rule) ?? ''))

export const rulesWhere = (ruleset: Ruleset, keeps: (rule: Ruleset['rules'][number][1][number]) => boolean): Ruleset => ({
  ...ruleset,
  rules: ruleset.rules.map(([id, editions]) => [id, editions.filter(keeps)] as const).filter(([, editions]) => editions.length > 0),
})

/** Named conditions within conditions, and those named within them. */
function namesIn(conditions: readonly Condition[], { vocabulary }: Pick<Ruleset, 'vocabulary'>): readonly string[] {
  const names = new Set<string>()
  const visit = (condition: Condition): void => {
    if ('not' in condition) visit(condition.not)
    else if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) condition.any.forEach(visit)
    else if ('condition' in condition && !names.has(condition.condition)) {
      names.add(condition.condition)
      const named = vocabulary.conditions.get(condition.condition)
      if (named !== undefined) visit(named.condition)
    }
  }
  conditions.forEach(visit)
  return [...names].sort(byCodeUnit)
}
