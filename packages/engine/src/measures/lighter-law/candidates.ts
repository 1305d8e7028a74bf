/** The two laws between which 从旧兼从轻 chooses: that of the day of the act, and that of the day of the decision. */
import type { Norm } from '@hegui/model'
import { editionOn, editionsDuring, governingEditions, leavesGap } from '../../findings/editions.js'
import type { ConductContext } from '../../findings/finding.js'
import { type NormUse, useOf } from '../norm-use.js'

export type DecisionLaw =
  /** No change: the edition of the act is still in force. */
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly uses: readonly NormUse[] }
  /** The conduct is no longer punished. `known`: somebody read that, it is not only remembered. */
  | { readonly kind: 'abolished'; readonly known: boolean }
  /** The last edition has ended and nothing on file says what came after it. */
  | { readonly kind: 'not-on-file' }

export interface Candidates {
  readonly norm: Norm
  /** Editions that may govern the act; several only where its day is unknown. None: the norm was not in force. */
  readonly act: readonly NormUse[]
  readonly decision: DecisionLaw
  /** The day is unknown, and with it which edition, or whether any, was in force. */
  readonly dayMatters: boolean
  /** The law changed while the act went on. */
  readonly changedMeanwhile: boolean
}

export function candidatesOf(norm: Norm, { span, ruleset }: ConductContext, decidedOn: string): Candidates {
  const possible = editionsDuring(norm.editions, span)
  const editions = governingEditions(norm.editions, span)
  const last = editions.at(-1)
  const later = editionOn(norm.editions, decidedOn)
  const decision = (): DecisionLaw => {
    if (later !== undefined) return later === last ? { kind: 'same' } : { kind: 'changed', uses: [useOf(norm, later)] }
    if (norm.succession === undefined) return { kind: 'not-on-file' }
    if (norm.succession.kind === 'abolished') return { kind: 'abolished', known: norm.succession.verification.status === 'primary-text' }
    const uses = norm.succession.by.flatMap((id) => {
      const next = ruleset.catalogue.norms.get(id)
      const edition = next === undefined ? undefined : editionOn(next.editions, decidedOn)
      return next === undefined || edition === undefined ? [] : [useOf(next, edition)]
    })
    return uses.length === 0 ? { kind: 'not-on-file' } : { kind: 'changed', uses }
  }
  return {
    norm,
    act: editions.map((edition) => useOf(norm, edition)),
    decision: decision(),
    dayMatters: !span.known && (possible.length > 1 || leavesGap(norm.editions, span)),
    changedMeanwhile: span.known && possible.length > 1,
  }
}
