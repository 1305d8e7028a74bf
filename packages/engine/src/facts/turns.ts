/** When the law on something changes. */

interface Dated {
  readonly inForce: { readonly from: string | null; readonly to?: string | null | undefined }
}

/**
 * Each first day, and for each last day a text that sorts between it and the next: no day follows the last one of the
 * calendar. To be compared with days as text.
 */
export const turnsOf = (dated: readonly Dated[]): readonly string[] =>
  dated.flatMap(({ inForce: { from, to } }) => [...(from === null ? [] : [from]), ...(to == null ? [] : [`${to}+`])])
