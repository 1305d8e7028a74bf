/**
 * Which of two outcomes is lighter for the party: a partial order.
 *
 * Lighter means that every option is no heavier, in minimum and maximum, kind by kind. Where an option trades one
 * kind of penalty for another, only an order across kinds can tell, and the law has none: it is passed in as data.
 */
import { type Option, type PenaltyRange, UNSTATED } from './option.js'

export type Comparison = 'same' | 'lighter' | 'heavier' | 'incomparable'

/** Kinds of penalty from the lightest to the heaviest. */
export type SeverityOrder = readonly string[]

/** Is the first outcome lighter than the second? Both ways no heavier: the same. */
export function compareOutcomes(a: readonly Option[], b: readonly Option[], order?: SeverityOrder): Comparison {
  const below = noHeavier(a, b, order)
  const above = noHeavier(b, a, order)
  if (below && above) return 'same'
  return below ? 'lighter' : above ? 'heavier' : 'incomparable'
}

/** Whatever may be decided under `a` has an equal or heavier match in `b`, and whatever under `b` an equal or lighter one in `a`. */
const noHeavier = (a: readonly Option[], b: readonly Option[], order: SeverityOrder | undefined): boolean =>
  a.every((one) => b.some((other) => optionNoHeavier(one, other, order))) && b.every((other) => a.some((one) => optionNoHeavier(one, other, order)))

function optionNoHeavier(a: Option, b: Option, order: SeverityOrder | undefined): boolean {
  const keys = [...new Set([...a.penalties.keys(), ...b.penalties.keys()])]
  const apart = keys.filter((key) => !rangeNoHeavier(a.penalties.get(key), b.penalties.get(key)))
  if (apart.length === 0) return true
  if (order === undefined || apart.some((key) => !order.includes(key))) return false
  // The heaviest kind in which the two differ decides; only kinds that the order ranks are weighed against each other.
  const heaviest = [...order].reverse().find((key) => keys.includes(key) && !sameRange(a.penalties.get(key), b.penalties.get(key)))
  return heaviest !== undefined && !apart.includes(heaviest)
}

function rangeNoHeavier(a: PenaltyRange | undefined, b: PenaltyRange | undefined): boolean {
  if (a === undefined) return true
  if (a.unit === UNSTATED) return false
  return b === undefined ? a.max === 0 : a.unit === b.unit && a.min <= b.min && a.max <= b.max
}

const sameRange = (a: PenaltyRange | undefined, b: PenaltyRange | undefined): boolean => rangeNoHeavier(a, b) && rangeNoHeavier(b, a)
