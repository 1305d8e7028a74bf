/** Bitsets over the rows of a batch: row `r` is bit `r & 31` of word `r >> 5`. */
export type Bitset = Int32Array

export const wordsFor = (rows: number): number => (rows + 31) >>> 5

/** All rows below `rows`, and none above. */
export function allRows(into: Bitset, rows: number): void {
  into.fill(0)
  into.fill(-1, 0, rows >>> 5)
  if ((rows & 31) !== 0) into[rows >>> 5] = (1 << (rows & 31)) - 1
}

export const hasRow = (bits: Bitset, row: number): boolean => (((bits[row >>> 5] as number) >>> (row & 31)) & 1) === 1

/** Each gives whether a row is left. */
export function and(into: Bitset, one: Bitset, other: Bitset, words: number): boolean {
  let any = 0
  for (let word = 0; word < words; word++) any |= into[word] = (one[word] as number) & (other[word] as number)
  return any !== 0
}

export function or(into: Bitset, one: Bitset, other: Bitset, words: number): boolean {
  let any = 0
  for (let word = 0; word < words; word++) any |= into[word] = (one[word] as number) | (other[word] as number)
  return any !== 0
}

/** What is in the first and not in the second. */
export function without(into: Bitset, one: Bitset, other: Bitset, words: number): boolean {
  let any = 0
  for (let word = 0; word < words; word++) any |= into[word] = (one[word] as number) & ~(other[word] as number)
  return any !== 0
}

export function isEmpty(bits: Bitset, words: number): boolean {
  for (let word = 0; word < words; word++) if (bits[word] !== 0) return false
  return true
}

export function rowsIn(bits: Bitset, words: number): number {
  let count = 0
  for (let word = 0; word < words; word++) for (let left = bits[word] as number; left !== 0; left &= left - 1) count++
  return count
}

/** The lowest row of a word that is not zero. */
export const lowestRow = (word: number): number => 31 - Math.clz32(word & -word)
