/** What follows from an accountability, by the editions of the day on which it was established. */
import type { AccountabilityFinding, AppraisedConsequence, Backing, OfficialConsequence, PlanAccountability } from '@hegui/model'
import { citationsDuring } from '../findings/citation.js'
import { editionsDuring } from '../findings/editions.js'
import type { Ruleset } from '../ruleset/ruleset.js'

interface Occasion {
  readonly state: AccountabilityFinding['state']
  /** Null: not established, or nobody knows when. */
  readonly day: string | null
  /** The days it can have been, then. */
  readonly from: string
  readonly to: string
}

/**
 * Nothing where it is not established. Those in force on the day; of an unknown day, all that may be. Proposed, as something for those in authority to look
 * at, only where it is established: by a statute read in the wording of the day, or as internal work.
 */
export function consequencesOn(item: PlanAccountability, { state, day, from, to }: Occasion, ruleset: Ruleset): readonly AppraisedConsequence[] {
  if (state === 'not-established') return []
  const span = day === null ? { from, to, known: false } : { from: day, to: day, known: true }
  return item.consequence.flatMap((consequence): readonly AppraisedConsequence[] => {
    const edition = { inForce: consequence.inForce ?? { from: null } }
    if (editionsDuring([edition], span).length === 0) return []
    const basis = citationsDuring(consequence.basis ?? item.basis ?? [], span, ruleset)
    const backing = backingOf(consequence.backing ?? item.backing, basis)
    const why = state !== 'established' ? undefined : unproposed(backing, day)
    return [
      {
        kind: consequence.kind,
        title: consequence.title,
        on: consequence.on,
        ...detailOf(consequence),
        backing,
        basis,
        proposed: state === 'established' && why === undefined,
        ...reasonOf(consequence, why),
      },
    ]
  })
}

const detailOf = ({ sanctions, object, tier, by }: OfficialConsequence): Pick<AppraisedConsequence, 'sanctions' | 'object' | 'tier' | 'by'> => ({
  ...(sanctions === undefined ? {} : { sanctions }),
  ...(object === undefined ? {} : { object }),
  ...(tier === undefined ? {} : { tier }),
  ...(by === undefined ? {} : { by }),
})

/** What the data call statutory is so only where its articles were read in the wording of the day. */
const backingOf = (stated: OfficialConsequence['backing'] & string, basis: readonly { readonly read: boolean }[]): Backing =>
  stated === 'statutory' && (basis.length === 0 || basis.some(({ read }) => !read)) ? 'unverified' : stated

/** Internal work does not hang on the wording of a day; a statute does, and what nobody dated may lie before the period. */
function unproposed(backing: Backing, day: string | null): string | undefined {
  switch (backing) {
    case 'internal':
      return undefined
    case 'statutory':
      return day === null ? '不知道是哪天，不能确定按哪一版，不作建议。' : undefined
    case 'unverified':
      return '当日条文的原文没有读到，不作建议。'
    case 'unbacked':
      return '没有找到法律依据，不作建议。'
    default:
      return backing satisfies never
  }
}

const reasonOf = ({ note }: OfficialConsequence, why: string | undefined): { readonly reason?: string } => {
  const parts = [why, note].filter((part) => part !== undefined)
  return parts.length === 0 ? {} : { reason: parts.join('') }
}
