/** Places in places. Trailing zero pairs of a six-digit code stand for everything below. */

/** The digits that say something; of the whole country none. */
const digitsOf = (region: string): string => (region.length === 6 ? region.replace(/(?:00)+$/, '') : region)

/** Is it the outer one, or a part of it? */
export const isPartOf = (region: string, outer: string): boolean => region.startsWith(digitsOf(outer))

/** A place in the region that is in no other one that has a code. */
export const besidesAll = (region: string): string => `${digitsOf(region)}~`
