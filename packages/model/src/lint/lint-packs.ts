/** What is allowed but cannot be meant: conditions with no effect, rules that are there twice. Warnings, for packs without errors. */
import type { Vocabulary } from '../check/vocabulary.js'
import type { Path, Problem } from '../problems/problem.js'
import type { Condition } from '../schema/condition.js'
import { type Pack, packSchema } from '../schema/pack.js'
import { conditionPlaces } from './condition-places.js'
import { lintOf } from './effort.js'
import { lintCondition } from './lint-condition.js'
import { lintDays } from './lint-days.js'
import { repeatedRules } from './repeated-rules.js'

/** Paths begin with the index of the pack. Only what is certain is reported; what takes too long to decide is passed over. */
export function lintPacks(packs: readonly Pack[], vocabulary: Vocabulary): readonly Problem[] {
  const lint = lintOf(
    vocabulary,
    packs.reduce((sum, { rules }) => sum + rules.length, 0),
  )
  const conditions = packs.flatMap((pack, at) =>
    conditionPlaces(pack, packSchema, [at]).flatMap(({ condition, path }) => lintCondition(condition, path, lint, appliesWith(pack, path))),
  )
  return [...conditions, ...repeatedRules(packs, lint), ...lintDays(packs, lint.effort)]
}

/** Whether a rule is violated is asked only where it applies, and for the tiers of a norm only where the norm does. */
function appliesWith(pack: Pack, path: Path): readonly Condition[] {
  const [, list, index, key, norm, , edition, part] = path
  if (typeof index !== 'number') return []
  const applies =
    list === 'rules' && key === 'violatedWhen'
      ? pack.rules[index]?.appliesWhen
      : list === 'instruments' && key === 'norms' && part === 'consequence'
        ? pack.instruments[index]?.norms[Number(norm)]?.editions[Number(edition)]?.appliesWhen
        : undefined
  return applies === undefined ? [] : [applies]
}
