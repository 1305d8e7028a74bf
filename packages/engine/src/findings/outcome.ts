/** Outcomes: what two decided conditions come to, and what the editions of a rule come to that may govern a conduct. */
import type { Verdict } from '@hegui/model'
import type { Truth } from '../conditions/truth.js'
import type { Span } from '../facts/collect.js'
import { type Dated, leavesGap } from './editions.js'

export interface Outcome<V extends Verdict = Verdict> {
  readonly verdict: V
  /** An answer could still make it a violation, or it is one. */
  readonly canViolate: boolean
}
export type DecidedVerdict = Exclude<Verdict, 'errored'>

/**
 * The truth table: A false → not-applicable. A true → V decides. A unknown and V false → undetermined, but no
 * answer could make it a violation. A unknown otherwise → undetermined.
 */
export function verdictOf(applies: Truth, violated: Truth): Outcome<DecidedVerdict> {
  if (applies === 'fails') return notApplicable
  if (applies === 'unknown') return { verdict: 'undetermined', canViolate: violated !== 'fails' }
  if (violated === 'unknown') return { verdict: 'undetermined', canViolate: true }
  return violated === 'holds' ? { verdict: 'violation', canViolate: true } : { verdict: 'compliant', canViolate: false }
}

export const notApplicable: Outcome<'not-applicable'> = { verdict: 'not-applicable', canViolate: false }

/** A continuing act is judged by the days on which the rule was in force; an unknown day may be any of the span. */
export const mayLieOutside = (governing: readonly Dated[], all: readonly Dated[], span: Span): boolean =>
  span.known ? governing.length === 0 : leavesGap(all, span)

/** Of the outcomes there may be one or several: where they disagree, undetermined, and not `settled`. */
export function joined<V extends Verdict>(possible: readonly Outcome<V>[]): Outcome<V | 'undetermined' | 'not-applicable'> & { readonly settled: boolean } {
  const settled = new Set(possible.map(({ verdict }) => verdict)).size === 1
  return {
    settled,
    verdict: settled ? (possible[0]?.verdict ?? 'not-applicable') : 'undetermined',
    canViolate: possible.some(({ canViolate }) => canViolate),
  }
}
