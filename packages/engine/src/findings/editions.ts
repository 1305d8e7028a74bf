/** Which edition of something dated may govern a conduct. */
import type { Span } from '../facts/collect.js'

export interface Dated {
  readonly inForce: { readonly from: string | null; readonly to?: string | null | undefined }
}

/** Editions in force on some day of the span, in the order given. */
export function editionsDuring<T extends Dated>(editions: readonly T[], span: Span): readonly T[] {
  return editions.filter(({ inForce }) => (inForce.from ?? '') <= span.to && (span.from ?? '') <= (inForce.to ?? '9999'))
}

export function editionOn<T extends Dated>(editions: readonly T[], day: string): T | undefined {
  return editionsDuring(editions, { from: day, to: day, known: true })[0]
}

/** True when on some day of the span none of the editions is in force. */
export function leavesGap(editions: readonly Dated[], span: Span): boolean {
  const during = [...editionsDuring(editions, span)].sort((a, b) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1))
  const first = during[0]
  const last = during.at(-1)
  if (first === undefined || last === undefined) return true
  return (first.inForce.from ?? '') > (span.from ?? '') || (last.inForce.to ?? '9999') < span.to
}
