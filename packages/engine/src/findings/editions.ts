/** Which edition of something dated may govern a conduct. */
import { addDays } from '@hegui/calendar/date'
import type { Span } from '../facts/collect.js'

export interface Dated {
  readonly inForce: { readonly from: string | null; readonly to?: string | null | undefined }
}

/** Editions in force on some day of the span, the earliest first. */
export function editionsDuring<T extends Dated>(editions: readonly T[], span: Span): readonly T[] {
  return editions
    .filter(({ inForce }) => (inForce.from ?? '') <= span.to && (span.from ?? '') <= (inForce.to ?? '9999'))
    .sort((a, b) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1))
}

/**
 * The editions by which a conduct is judged. An act that went on while the law changed is taken by its last day on
 * which there was a law (a principle of kind `continuing-act`); an unknown day leaves every edition of the span open.
 */
export function governingEditions<T extends Dated>(editions: readonly T[], span: Span): readonly T[] {
  const possible = editionsDuring(editions, span)
  return span.known ? possible.slice(-1) : possible
}

export function editionOn<T extends Dated>(editions: readonly T[], day: string): T | undefined {
  return editionsDuring(editions, { from: day, to: day, known: true })[0]
}

/** True when on some day of the span none of the editions is in force: before, after or between them. */
export function leavesGap(editions: readonly Dated[], span: Span): boolean {
  let reached = span.from ?? ''
  for (const { inForce } of editionsDuring(editions, span)) {
    if ((inForce.from ?? '') > reached) return true
    // Reaches past the span: nothing of it is left, and the last day of the calendar has no next.
    if (inForce.to == null || inForce.to >= span.to) return false
    reached = addDays(inForce.to, 1)
  }
  return reached <= span.to
}
