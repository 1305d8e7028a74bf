/** What is allowed but cannot be meant: conditions with no effect, rules that are there twice. Warnings, for packs without errors. */
import type { Vocabulary } from '../check/vocabulary.js'
import type { Path, Problem } from '../problems/problem.js'
import type { Condition } from '../schema/condition.js'
import { type Pack, packSchema } from '../schema/pack.js'
import { conditionPlaces } from './condition-places.js'
import { duplicateRules } from './duplicate-rules.js'
import { lintCondition } from './lint-condition.js'

/** Paths begin with the index of the pack. Only what is certain is reported; what takes too long to decide is passed over. */
export function lintPacks(packs: readonly Pack[], vocabulary: Vocabulary): readonly Problem[] {
  const conditions = packs.flatMap((pack, at) =>
    conditionPlaces(pack, packSchema, [at]).flatMap(({ condition, path }) => lintCondition(condition, path, vocabulary, appliesWith(pack, path))),
  )
  return [...conditions, ...duplicateRules(packs, vocabulary)]
}

/** Whether a rule is violated is asked only where it applies. */
function appliesWith(pack: Pack, path: Path): readonly Condition[] {
  const [, list, index, key] = path
  const rule = list === 'rules' && key === 'violatedWhen' && typeof index === 'number' ? pack.rules[index] : undefined
  return rule === undefined ? [] : [rule.appliesWhen]
}
