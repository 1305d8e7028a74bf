/** hegui's analysis: is each clause of a plan lawful, and is each citation still in force? Pure: data in, findings out. */

export type { Period } from './law/period.js'
export type { Cited, EditionInForce, NormCited, Reading } from './law/reading.js'
export {
  type Because,
  type ClauseLegality,
  type LegalityLine,
  type LegalityStatus,
  legalityStatuses,
  type PlanLegality,
  type RouteLegality,
} from './legality/legality.js'
export { type LegalityOptions, legalityOf } from './legality/legality-of.js'
export { type Staleness, stalenessOf } from './staleness/staleness.js'
