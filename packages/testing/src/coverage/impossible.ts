/**
 * Why nothing shows an obligation: every answer the rule can tell apart was tried, and often another comparison of the
 * same fact comes out together with this one each time. That it is the other one is shown by letting it come out otherwise.
 */
import { isFactReference, type Leaf } from '@hegui/model'
import type { PlacedLeaf } from '../meaning/edition-meaning.js'
import type { Observation, RuleMeaning } from '../meaning/rule-meaning.js'
import { createLedger } from './ledger.js'
import type { Obligation } from './obligation.js'

export interface Impossibility {
  /** How many combinations of answers were tried. */
  readonly tried: number
  /** Comparisons of the same fact without which the obligation could be met: any of them alone. */
  readonly settledBy: readonly PlacedLeaf[]
}

/** For each of the obligations, of which none can be met; `tried`: every observation of their edition. */
export function impossibilities(owed: readonly Obligation[], tried: Iterable<Observation>, meaning: RuleMeaning): readonly Impossibility[] {
  const suspects = owed.flatMap((obligation, index) =>
    'at' in obligation
      ? (meaning.editions[obligation.edition]?.leaves ?? []).flatMap((placed, at) =>
          at !== obligation.at && sharesFact(placed.leaf, obligation.leaf) ? [{ index, at, placed, ledger: createLedger([obligation], meaning) }] : [],
        )
      : [],
  )
  let count = 0
  for (const seen of tried) {
    count += 1
    const edition = seen.edition === undefined ? undefined : meaning.editions[seen.edition]
    if (edition === undefined) continue
    for (const { at, ledger } of suspects)
      for (const truth of ['holds', 'fails', 'unknown'] as const) {
        const truths = seen.truths.map((each, place) => (place === at ? truth : each))
        ledger.enter({ ...seen, truths, verdict: edition.outcomeOf(truths) })
      }
  }
  return owed.map((_, index) => ({
    tried: count,
    settledBy: suspects.filter((each) => each.index === index && each.ledger.entries.some(({ metBy }) => metBy.length > 0)).map(({ placed }) => placed),
  }))
}

const factsOf = ({ fact, value }: Leaf): readonly string[] => (isFactReference(value) ? [fact, value.fact] : [fact])
const sharesFact = (one: Leaf, two: Leaf): boolean => factsOf(one).some((fact) => factsOf(two).includes(fact))
