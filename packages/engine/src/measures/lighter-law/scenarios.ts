/** Comparing two laws while facts are missing: in every way the open conditions can turn out, which is lighter? */
import type { Condition, FactValue } from '@hegui/model'
import type { Ask } from '../../conditions/truth.js'
import { conditionOf, conditionsToDecide, type NormUse } from '../norm-use.js'
import { type Comparison, compareOutcomes, type SeverityOrder } from './compare.js'
import { noPenalty, type Option, optionsOf, together } from './option.js'

/** More open conditions than this are not tried out: the answer is then undetermined. */
const MAX_OPEN = 8

export interface ScenarioComparison {
  readonly comparison: Comparison
  /** The order across kinds was needed to tell. */
  readonly acrossKinds: boolean
  /** Conditions that are open and might change the answer. */
  readonly open: readonly Condition[]
  readonly act: readonly Option[]
  readonly decision: readonly Option[]
}

export interface LawComparison {
  readonly ask: Ask
  readonly factOf: (id: string) => FactValue | undefined
  readonly order: SeverityOrder | undefined
  /** Penalties that another norm imposes under either law. */
  readonly ignored: ReadonlySet<string>
}

const without =
  (ignored: ReadonlySet<string>) =>
  (option: Option): Option =>
    ignored.size === 0 ? option : { ...option, penalties: new Map([...option.penalties].filter(([key]) => !ignored.has(key))) }

/** Is the act's law the lighter, or the decision's? `lighter` speaks of the law of the act. */
export function compareLaws(act: readonly NormUse[], decision: readonly NormUse[], { ask, factOf, order, ignored }: LawComparison): ScenarioComparison {
  const open = openConditions([...act, ...decision], ask)
  const keys = [...new Set(open.map(keyOf))]
  const bitOf = new Map(open.map((condition) => [condition, 1 << keys.indexOf(keyOf(condition))] as const))
  const gaveUp: ScenarioComparison = { comparison: 'incomparable', acrossKinds: false, open, act: [], decision: [] }
  if (keys.length > MAX_OPEN) return gaveUp
  const results: Comparison[] = []
  const seen = { act: new Map<string, Option>(), decision: new Map<string, Option>() }
  let acrossKinds = false
  for (let bits = 0; bits < 2 ** keys.length; bits++) {
    const holds = (condition: Condition): boolean => {
      const bit = bitOf.get(condition)
      return bit === undefined ? ask(condition) === 'holds' : (bits & bit) !== 0
    }
    const ours = outcomeOf(act, holds, factOf)?.map(without(ignored))
    const theirs = outcomeOf(decision, holds, factOf)?.map(without(ignored))
    if (ours === undefined || theirs === undefined) return gaveUp
    for (const option of ours) seen.act.set(option.titles.join('；'), option)
    for (const option of theirs) seen.decision.set(option.titles.join('；'), option)
    const kindByKind = compareOutcomes(ours, theirs)
    const result = kindByKind === 'incomparable' && order !== undefined ? compareOutcomes(ours, theirs, order) : kindByKind
    acrossKinds ||= result !== kindByKind
    results.push(result)
  }
  return { comparison: overall(results), acrossKinds, open, act: [...seen.act.values()], decision: [...seen.decision.values()] }
}

/** One answer for all ways it can turn out: what is nowhere heavier and somewhere lighter is lighter. */
function overall(results: readonly Comparison[]): Comparison {
  if (results.every((result) => result === 'same')) return 'same'
  if (results.every((result) => result === 'same' || result === 'lighter')) return 'lighter'
  return results.every((result) => result === 'same' || result === 'heavier') ? 'heavier' : 'incomparable'
}

/** Norms that apply together are imposed together; one whose own condition fails adds nothing. */
function outcomeOf(
  uses: readonly NormUse[],
  holds: (condition: Condition) => boolean,
  factOf: (id: string) => FactValue | undefined,
): readonly Option[] | undefined {
  let options: readonly Option[] = [noPenalty]
  for (const use of uses) {
    const gate = conditionOf(use)
    if (use.wording.consequence === undefined || (gate !== undefined && !holds(gate))) continue
    const own = optionsOf(use.wording.consequence, holds, factOf)
    if (own === undefined) return undefined
    options = together(options, own)
  }
  return options
}

const openConditions = (uses: readonly NormUse[], ask: Ask): readonly Condition[] =>
  uses.flatMap(conditionsToDecide).filter((condition) => ask(condition) === 'unknown')

/** The same words, the same answer: an edition that repeats a condition does not ask it twice. */
const keyOf = (condition: Condition): string => JSON.stringify(condition)
