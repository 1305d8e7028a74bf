/** One range as a percentage of another. */
import type { FigureValue, Formula } from '@hegui/model'

/**
 * From the least it can be to the most, whatever the two have to do with each other; a share of nothing, or below nothing, has no value.
 * Kept to 1/10 000: exact shares to the nearest, the ends of a range outwards.
 */
export function percentOf(of: FigureValue, whole: FigureValue): FigureValue | null {
  if (of.min < 0 || whole.min < 0 || whole.max === 0 || isBeyondShares(of) || isBeyondShares(whole)) return null
  if (of.min === of.max && whole.min === whole.max) {
    const share = Math.round((of.min / whole.min) * 1_000_000) / 10_000
    return { min: share, max: share }
  }
  return {
    min: whole.max === null ? 0 : Math.floor((of.min / whole.max) * 1_000_000) / 10_000,
    max: of.max === null ? null : of.max === 0 ? 0 : whole.min === 0 ? null : Math.ceil((of.max / whole.min) * 1_000_000) / 10_000,
  }
}

/** So large that a share of it, kept to 1/10 000, is no number any more. */
export const isBeyondShares = ({ min, max }: FigureValue): boolean => Math.max(min, max ?? min) > Number.MAX_VALUE / 1_000_000

/** Whether a share is part of it: shares neither add up over days nor only grow. */
export const hasShare = (formula: Formula): boolean => ('plus' in formula ? formula.plus.some(hasShare) : 'percent' in formula)
