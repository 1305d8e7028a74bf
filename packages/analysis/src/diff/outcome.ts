/**
 * Outcomes: what a rule concludes about a conduct, as the truth table of a finding has it.
 *
 * Sets of outcomes and of truth values are bits, so that “what can still come of it” is one number while facts are
 * still open.
 */
import type { Finding } from '@hegui/model'

export const outcomes = ['violation', 'compliant', 'not-applicable', 'undetermined', 'undetermined-cannot-violate'] as const
/** `undetermined-cannot-violate`: open, but no answer could make it a violation. */
export type OutcomeName = (typeof outcomes)[number]

/** Of a finding, or of a bare verdict. */
export function outcomeNamed({ verdict, canViolate, error }: Pick<Finding, 'verdict' | 'canViolate' | 'error'>): OutcomeName {
  if (verdict === 'errored') throw new Error(`a rule of a checked pack failed: ${error ?? ''}`)
  return verdict === 'undetermined' && canViolate === false ? 'undetermined-cannot-violate' : verdict
}

export const HOLDS = 1
export const FAILS = 2
export const UNKNOWN = 4

const [VIOLATION, COMPLIANT, NOT_APPLICABLE, OPEN, CANNOT] = [0, 1, 2, 3, 4] as const
export const NOT_IN_FORCE = 1 << NOT_APPLICABLE

/** What can come of an edition whose two conditions can still be any of these truth values. */
export function outcomeMask(applies: number, violated: number): number {
  let mask = 0
  if (applies & FAILS) mask |= 1 << NOT_APPLICABLE
  if (applies & HOLDS) mask |= (violated & HOLDS ? 1 << VIOLATION : 0) | (violated & FAILS ? 1 << COMPLIANT : 0) | (violated & UNKNOWN ? 1 << OPEN : 0)
  if (applies & UNKNOWN) mask |= (violated & FAILS ? 1 << CANNOT : 0) | (violated & (HOLDS | UNKNOWN) ? 1 << OPEN : 0)
  return mask
}

/** Two editions that are both possible: what they agree on, else undetermined; it can violate where either can. */
function joined(a: number, b: number): number {
  if (a === b) return a
  return [VIOLATION, OPEN].some((can) => a === can || b === can) ? OPEN : CANNOT
}

/** Of every edition the day leaves open. */
export function joinedMask(masks: readonly number[]): number {
  return masks.reduce((left, right) => {
    let mask = 0
    for (const a of membersOf(left)) for (const b of membersOf(right)) mask |= 1 << joined(a, b)
    return mask
  })
}

export const membersOf = (mask: number): readonly number[] => [VIOLATION, COMPLIANT, NOT_APPLICABLE, OPEN, CANNOT].filter((each) => mask & (1 << each))
export const isOne = (mask: number): boolean => (mask & (mask - 1)) === 0

/** How many more or fewer records come to something: of `violation`, `wider` is stricter. */
const shifts = ['equivalent', 'wider', 'narrower', 'both'] as const
export type Shift = (typeof shifts)[number]

export const questions = ['applies', 'violation', 'undetermined', 'compliant'] as const
export type OutcomeQuestion = (typeof questions)[number]

const comesTo = (outcome: OutcomeName, question: OutcomeQuestion): boolean => {
  if (question === 'applies') return outcome !== 'not-applicable'
  return question === 'undetermined' ? outcome.startsWith('undetermined') : outcome === question
}

export interface Transition {
  readonly from: OutcomeName
  readonly to: OutcomeName
}

export function shiftOf(question: OutcomeQuestion, transitions: readonly Transition[]): Shift {
  const wider = transitions.some(({ from, to }) => !comesTo(from, question) && comesTo(to, question))
  const narrower = transitions.some(({ from, to }) => comesTo(from, question) && !comesTo(to, question))
  if (wider) return narrower ? 'both' : 'wider'
  return narrower ? 'narrower' : 'equivalent'
}
