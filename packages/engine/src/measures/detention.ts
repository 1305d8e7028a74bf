/** Detention beside a fine, and detention for several acts. */
import { type AssessedMeasure, type Concurrence, instrumentOf } from '@hegui/model'
import { editionOn } from '../findings/editions.js'
import type { ConductContext } from '../findings/finding.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { waitingFor } from './adjust.js'
import type { ConcurrenceResult } from './concurrence.js'
import { basisOn, basisWords, principlesOn } from './principles.js'

/** Detention of one law and a fine of another, for one act: does a statute say that they may stand together? */
export function detentionBesideFine(measures: readonly AssessedMeasure[], context: ConductContext, decidedOn: string): ConcurrenceResult {
  const { ruleset } = context
  const detentions = measures.filter((measure) => measure.kind === 'detention' && measure.proposed)
  const fines = measures.filter(
    (measure) =>
      measure.kind === 'fine' && measure.proposed && detentions.some((detention) => instrumentOf(detention.norm ?? '') !== instrumentOf(measure.norm ?? '')),
  )
  if (detentions.length === 0 || fines.length === 0) return { measures, concurrence: [] }
  const norms = [...new Set(fines.map((fine) => fine.norm as string))]
  const rules = principlesOn('beside', decidedOn, ruleset).filter((each) => norms.some((norm) => each.norms.includes(norm)))
  const backed = norms.every((norm) => rules.some((each) => each.norms.includes(norm)))
  const basis = basisOn(rules, decidedOn, ruleset)
  const reason = backed
    ? `行政拘留与罚款可以并用：条文写明另外给予治安管理处罚（${basisWords(basis, ruleset)}）。`
    : '行政拘留与另一部法律的罚款是否并用：一事不再罚只限制罚款，但没有读到写明可以并用的条文，由公安机关和法制审核确定。'
  return {
    measures: backed
      ? measures
      : measures.map((measure) => (detentions.includes(measure) ? waitingFor(measure, { kind: 'pending', topic: 'concurrence' }) : measure)),
    concurrence: [
      {
        kind: 'beside',
        conducts: [context.conduct],
        party: detentions[0]?.party ?? null,
        on: detentions[0]?.on ?? 'party',
        measures: [...detentions, ...fines].map((measure) => measure.id),
        applied: null,
        basis,
        reason,
      },
    ],
  }
}

/** Several acts of one person, each with detention: carried out together, up to a cap (治安管理处罚法 16). */
export function detentionCap(measures: readonly AssessedMeasure[], decidedOn: string, ruleset: Ruleset): readonly Concurrence[] {
  const [cap] = principlesOn('detention-cap', decidedOn, ruleset)
  const days = cap === undefined ? undefined : editionOn(cap.editions, decidedOn)?.days
  if (cap === undefined || days === undefined) return []
  // Of the party itself: the persons responsible for two acts of a unit need not be the same.
  const detentions = measures.filter(
    (measure) => measure.kind === 'detention' && measure.track === 'public-security' && measure.proposed && measure.party !== null && measure.on === 'party',
  )
  const parties = [...new Set(detentions.flatMap((measure) => measure.party ?? []))].sort(byCodeUnit)
  return parties.flatMap((party): readonly Concurrence[] => {
    const own = detentions.filter((measure) => measure.party === party)
    const conducts = [...new Set(own.map((measure) => measure.conduct))]
    const most = conducts.reduce((sum, conduct) => sum + Math.max(...own.filter((each) => each.conduct === conduct).map((each) => each.days?.max ?? 0)), 0)
    const [first] = own
    if (conducts.length < 2 || most <= days || first === undefined) return []
    const basis = basisOn([cap], decidedOn, ruleset)
    return [
      {
        kind: 'detention-cap',
        conducts,
        party: first.party,
        on: first.on,
        measures: own.map((measure) => measure.id),
        applied: null,
        days,
        basis,
        reason: `几个行为分别决定、合并执行：行政拘留合并最长 ${days} 日（${basisWords(basis, ruleset)}）；各项上限相加是 ${most} 日。`,
      },
    ]
  })
}
