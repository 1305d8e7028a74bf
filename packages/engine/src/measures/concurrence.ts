/**
 * How several measures against one person for one act stand to each other: one fine, the higher (行政处罚法 29);
 * confiscation, orders and licence measures add up. Where lawyers differ, both fines stay and the question is put.
 */
import { type AssessedMeasure, type Concurrence, instrumentOf } from '@hegui/model'
import type { ConductContext } from '../findings/finding.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { waitingFor, withheld } from './adjust.js'
import { basisOn, basisWords, principlesOn } from './principles.js'

export interface ConcurrenceResult {
  readonly measures: readonly AssessedMeasure[]
  readonly concurrence: readonly Concurrence[]
}

/** The fines of one norm against one person, as one range. */
interface NormFine {
  readonly norm: string
  readonly measures: readonly AssessedMeasure[]
  /**
   * Null: some amount is not known. While a tier is open it may come to its lowest or its highest: the least and the
   * most of the minimum and of the maximum. The maximum may be infinite.
   */
  readonly range: { readonly min: readonly [least: number, most: number]; readonly max: readonly [least: number, most: number] } | null
  /** Nothing that is still open could take it away. */
  readonly certain: boolean
}

/** `lineage`: the norm in whose place another one stands, as what replaced it; the two are one law, not two. */
export function concurrenceOf(
  measures: readonly AssessedMeasure[],
  context: ConductContext,
  decidedOn: string,
  lineage: ReadonlyMap<string, string> = new Map(),
): ConcurrenceResult {
  const persons = [...new Set(measures.filter(isOpenFine).map((measure) => measure.on))]
  return persons.reduce<ConcurrenceResult>(
    (result, on) => {
      const fines = finesOf(
        result.measures.filter((measure) => isOpenFine(measure) && measure.on === on),
        lineage,
      )
      return fines.length < 2 ? result : settle(result, fines, { on, context, decidedOn })
    },
    { measures, concurrence: [] },
  )
}

/** A fine that is proposed, or may be again: when the case comes back from the prosecutor, when it is known which law is lighter. */
const isOpenFine = (measure: AssessedMeasure): boolean =>
  measure.kind === 'fine' &&
  measure.norm !== undefined &&
  (measure.proposed || measure.withheldBy === 'referral' || measure.withheldBy === 'edition-undetermined')

function finesOf(measures: readonly AssessedMeasure[], lineage: ReadonlyMap<string, string>): readonly NormFine[] {
  const rootOf = ({ norm = '' }: AssessedMeasure): string => lineage.get(norm) ?? norm
  const norms = [...new Set(measures.map(rootOf))].sort(byCodeUnit)
  return norms.map((norm) => {
    const own = measures.filter((measure) => rootOf(measure) === norm)
    const amounts = own.map((measure) => measure.amountYuan)
    const known = amounts.filter((amount) => amount !== undefined)
    return {
      norm,
      measures: own,
      range:
        known.length < amounts.length
          ? null
          : { min: extent(known.map((amount) => amount.min ?? 0)), max: extent(known.map((amount) => amount.max ?? Number.POSITIVE_INFINITY)) },
      certain: own.some((measure) => measure.proposed && !measure.subjectTo.some((each) => each.kind === 'fact' && each.gate)),
    }
  })
}

const extent = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)]

/** However the open tiers come out. */
const noLower = (a: NormFine, b: NormFine): boolean =>
  a === b || (a.range !== null && b.range !== null && a.range.min[0] >= b.range.min[1] && a.range.max[0] >= b.range.max[1])

/** Once the open tiers are known, an equal one may go before the one that seemed higher. */
const mayBeEqual = ({ range }: NormFine, other: NormFine): boolean =>
  range !== null && other.range !== null && range.min[0] === other.range.min[1] && range.max[0] === other.range.max[1]

interface Person {
  readonly on: AssessedMeasure['on']
  readonly context: ConductContext
  readonly decidedOn: string
}

function settle(result: ConcurrenceResult, fines: readonly NormFine[], person: Person): ConcurrenceResult {
  const { context, decidedOn } = person
  const { ruleset } = context
  const question = principlesOn('open-question', decidedOn, ruleset).find(
    (each) => each.norms.filter((norm) => fines.some((fine) => fine.norm === norm)).length > 1,
  )
  if (question !== undefined) {
    const positions = question.positions.map((each) => each.title)
    return left(result, fines, person, { kind: 'open-question', positions, basis: basisOn([question], decidedOn, ruleset), reason: question.question })
  }
  const rule = principlesOn('one-fine', decidedOn, ruleset)
  const basis = basisOn(rule, decidedOn, ruleset)
  if (rule.length === 0)
    return left(result, fines, person, {
      kind: 'one-fine',
      basis,
      reason: `同一行为有几项罚款规定；研判日 ${decidedOn} 的一事不再罚规定没有读到原文，不作选择，也不相加。`,
    })
  const highest = fines.filter((fine) => fines.every((other) => noLower(fine, other)))
  // Of equal ranges as `goesBefore` has it.
  const top = highest.find((fine) => !highest.some((other) => upperOf(fine.norm, context).includes(other.norm))) ?? highest[0]
  const mayGiveWay = (fine: NormFine): boolean =>
    fines.some((other) => !highest.includes(other) && mayBeEqual(fine, other) && goesBefore(other.norm, fine.norm, context))
  if (top === undefined || mayGiveWay(top))
    return left(result, fines, person, {
      kind: 'one-fine',
      basis,
      reason: `同一行为有几项罚款规定，只能给予一次，按罚款数额高的规定处罚（${basisWords(basis, ruleset)}）；这几项的幅度互有高低或者金额未定，须按个案查清后选一项，不相加。`,
    })
  if (!top.certain)
    return left(result, fines, person, {
      kind: 'one-fine',
      basis,
      reason: `同一行为只罚款一次，按罚款数额高的规定（${basisWords(basis, ruleset)}）；较高的一项（${normWords(top, ruleset)}）是否适用还没有查清，查清后选一项，不相加。`,
    })
  const reason = `同一行为只罚款一次，按罚款数额高的规定（${basisWords(basis, ruleset)}）：适用${normWords(top, ruleset)}。`
  const lower = new Set(fines.filter((fine) => fine !== top).flatMap((fine) => fine.measures.map((measure) => measure.id)))
  return {
    measures: result.measures.map((measure) => (lower.has(measure.id) ? withheld(measure, 'concurrence', reason) : measure)),
    concurrence: [...result.concurrence, entry(fines, person, { kind: 'one-fine', applied: top.norm, basis, reason })],
  }
}

/** `烟花爆竹安全管理条例 36(1)` */
const normWords = ({ norm, measures: [measure] }: NormFine, { catalogue }: Ruleset): string =>
  `${catalogue.instruments.get(instrumentOf(norm))?.shortTitle ?? norm} ${measure?.article ?? ''}`

type Open = Pick<Concurrence, 'kind' | 'basis' | 'reason' | 'positions'>

/** Not chosen: the fines stay side by side, marked that only one of them may be given. */
function left(result: ConcurrenceResult, fines: readonly NormFine[], person: Person, open: Open): ConcurrenceResult {
  const ids = new Set(fines.flatMap((fine) => fine.measures.map((measure) => measure.id)))
  const exclusive = `${person.context.conduct}:${person.on}:fine`
  return {
    measures: result.measures.map((measure) =>
      ids.has(measure.id) ? waitingFor({ ...measure, exclusive }, { kind: 'pending', topic: 'concurrence' }) : measure,
    ),
    concurrence: [...result.concurrence, entry(fines, person, { ...open, applied: null })],
  }
}

const entry = (fines: readonly NormFine[], { on, context }: Person, rest: Open & Pick<Concurrence, 'applied'>): Concurrence => ({
  ...rest,
  conducts: [context.conduct],
  party: fines[0]?.measures[0]?.party ?? null,
  on,
  measures: fines.flatMap((fine) => fine.measures.map((measure) => measure.id)),
})

/** Of equal ranges the national rule goes before the local one that spells it out, then the order of ids: `highest` is sorted. */
export const goesBefore = (norm: string, other: string, context: ConductContext): boolean =>
  upperOf(other, context).includes(norm) || (norm < other && !upperOf(norm, context).includes(other))

const upperOf = (norm: string, { ruleset }: ConductContext): readonly string[] => ruleset.catalogue.norms.get(norm)?.upperNorms ?? []
