/** The two laws between which 从旧兼从轻 chooses: that of the day of the act, and that of the day of the decision. */
import type { Norm } from '@hegui/model'
import { editionOn, editionsDuring, governingEditions, leavesGap } from '../../findings/editions.js'
import type { ConductContext } from '../../findings/finding.js'
import type { Ruleset } from '../../ruleset/ruleset.js'
import { type NormUse, useOf } from '../norm-use.js'

type DecisionLaw =
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
  const lastDay = span.known ? successorsOn(norm, span.to, ruleset) : []
  // An act that went on after the norm had ended was, on its last day, under what replaced it.
  const act =
    possible.length > 0 && editionOn(norm.editions, span.to) === undefined && lastDay.length > 0
      ? lastDay
      : governingEditions(norm.editions, span).map((edition) => useOf(norm, edition))
  return {
    norm,
    act,
    decision: decisionLaw(norm, act, decidedOn, ruleset),
    dayMatters: !span.known && (possible.length > 1 || leavesGap(norm.editions, span)),
    changedMeanwhile: span.known && (possible.length > 1 || (possible.length === 1 && act === lastDay)),
  }
}

function decisionLaw(norm: Norm, act: readonly NormUse[], decidedOn: string, ruleset: Ruleset): DecisionLaw {
  const later = editionOn(norm.editions, decidedOn)
  const uses = later === undefined ? successorsOn(norm, decidedOn, ruleset) : [useOf(norm, later)]
  if (uses.length > 0)
    return uses.every((use, index) => use.edition === act[index]?.edition) && uses.length === act.length ? { kind: 'same' } : { kind: 'changed', uses }
  return norm.succession?.kind === 'abolished' ? { kind: 'abolished', known: norm.succession.verification.status === 'primary-text' } : { kind: 'not-on-file' }
}

/** What replaced a norm, as far as it is in force on a day. */
function successorsOn(norm: Norm, day: string, { catalogue }: Ruleset): readonly NormUse[] {
  if (norm.succession?.kind !== 'replaced') return []
  return norm.succession.by.flatMap((id) => {
    const next = catalogue.norms.get(id)
    const edition = next === undefined ? undefined : editionOn(next.editions, day)
    return next === undefined || edition === undefined ? [] : [useOf(next, edition)]
  })
}
