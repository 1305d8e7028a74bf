/**
 * Three values: what a condition says about one conduct.
 *
 * Records have gaps: the store room was locked, nobody asked for the licence. A gap that could change the
 * answer makes it `unknown`; one that could not is passed over (strong Kleene logic).
 */
import type { Condition } from '@hegui/model'

export type Truth = 'holds' | 'fails' | 'unknown'

/** Answers to conditions that a runtime has decided beforehand. */
export type Ask = (condition: Condition) => Truth

/** One failing part settles it, whatever is still unknown. Of nothing: `holds`. */
export function all(parts: Iterable<Truth>): Truth {
  let result: Truth = 'holds'
  for (const part of parts) {
    if (part === 'fails') return 'fails'
    if (part === 'unknown') result = 'unknown'
  }
  return result
}

/** One holding part settles it. Of nothing: `fails`. */
export function any(parts: Iterable<Truth>): Truth {
  let result: Truth = 'fails'
  for (const part of parts) {
    if (part === 'holds') return 'holds'
    if (part === 'unknown') result = 'unknown'
  }
  return result
}

export function not(part: Truth): Truth {
  return part === 'holds' ? 'fails' : part === 'fails' ? 'holds' : 'unknown'
}
