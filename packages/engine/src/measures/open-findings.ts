/**
 * Rules that are still open for the same act may yet bring a higher fine or a referral, which would take the place of
 * a fine that looks settled. Such a fine waits for them; only what nothing can withdraw is firm.
 */
import type { AssessedMeasure, Consequence, MeasureSpec, NormEdition } from '@hegui/model'
import { waitingFor } from './adjust.js'
import { penalties } from './kinds.js'

/** What an edition could lead to at the most, whatever the facts. */
interface Reach {
  readonly fineMax: number
  /** The highest floor of its fines. */
  readonly fineMin: number
  readonly refers: boolean
}

const reaches = new WeakMap<NormEdition, Reach>()

function reachOf(edition: NormEdition): Reach {
  const known = reaches.get(edition)
  if (known !== undefined) return known
  const specs = edition.consequence === undefined ? [] : specsIn(edition.consequence)
  const fines = specs.filter((spec) => spec.kind === 'fine')
  const reach: Reach = {
    fineMax: Math.max(0, ...fines.map((fine) => (fine.multiple === undefined ? (fine.amountYuan?.max ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY))),
    fineMin: Math.max(0, ...fines.map((fine) => (fine.multiple === undefined ? (fine.amountYuan?.min ?? 0) : Number.POSITIVE_INFINITY))),
    refers: specs.some((spec) => spec.kind === 'criminal-referral'),
  }
  reaches.set(edition, reach)
  return reach
}

function specsIn(node: Consequence): readonly MeasureSpec[] {
  if ('measure' in node) return [node.measure]
  if ('all' in node) return node.all.flatMap(specsIn)
  if ('oneOf' in node) return node.oneOf.flatMap(specsIn)
  return [...(node.base === null ? [] : specsIn(node.base)), ...node.tiers.flatMap((tier) => specsIn(tier.then))]
}

/** An edition that a rule which may still be violated would lead to, read or not. */
export interface OpenNorm {
  readonly norm: string
  readonly edition: NormEdition
}

/** `displaces`: of two norms with equal fines, would the first be applied and not the second? */
export function awaitingOpenFindings(
  measures: readonly AssessedMeasure[],
  open: readonly OpenNorm[],
  displaces: (norm: string, by: string) => boolean,
): readonly AssessedMeasure[] {
  if (open.length === 0) return measures
  const all = open.map(({ norm, edition }) => ({ norm, reach: reachOf(edition) }))
  const most = Math.max(...all.map(({ reach }) => reach.fineMax))
  const floor = Math.max(...all.map(({ reach }) => reach.fineMin))
  const refers = all.some(({ reach }) => reach.refers)
  return measures.map((measure) => {
    if (!measure.proposed || measure.track === 'criminal' || !penalties.has(measure.kind)) return measure
    const { norm: own = '', amountYuan } = measure
    const max = amountYuan?.max ?? Number.POSITIVE_INFINITY
    const min = amountYuan?.min ?? 0
    const overtaken =
      measure.kind === 'fine' &&
      most > 0 &&
      (amountYuan === undefined ||
        max < most ||
        min < floor ||
        all.some(({ norm, reach }) => reach.fineMax === max && reach.fineMin === min && displaces(norm, own)))
    return overtaken || (refers && measure.track === 'administrative') ? waitingFor(measure, { kind: 'pending', topic: 'open-findings' }) : measure
  })
}
