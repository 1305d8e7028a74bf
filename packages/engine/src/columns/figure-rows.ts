/** The rows of a column whose number is less than a figure, or greater: the loops in which a batch spends most of its time. */
import { type Bitset, lowestRow } from './bitset.js'
import type { Column } from './column.js'

// Four rows a turn, and no branch: one row a turn is a third slower, a branch for each four times.

export function lessRows(into: Bitset, { numbers, known }: Column, figure: number, words: number): void {
  for (let word = 0; word < words; word++) {
    let bits = 0
    for (let row = (word << 5) + 28; row >= word << 5; row -= 4)
      bits =
        (bits << 4) |
        Number((numbers[row] as number) < figure) |
        (Number((numbers[row + 1] as number) < figure) << 1) |
        (Number((numbers[row + 2] as number) < figure) << 2) |
        (Number((numbers[row + 3] as number) < figure) << 3)
    into[word] = bits & (known[word] as number)
  }
}

export function greaterRows(into: Bitset, { numbers, known }: Column, figure: number, words: number): void {
  for (let word = 0; word < words; word++) {
    let bits = 0
    for (let row = (word << 5) + 28; row >= word << 5; row -= 4)
      bits =
        (bits << 4) |
        Number((numbers[row] as number) > figure) |
        (Number((numbers[row + 1] as number) > figure) << 1) |
        (Number((numbers[row + 2] as number) > figure) << 2) |
        (Number((numbers[row + 3] as number) > figure) << 3)
    into[word] = bits & (known[word] as number)
  }
}

/** The same for a column known in few rows: only those are gone through. */
export function sparseRows(into: Bitset, { numbers, known }: Column, figure: number, words: number, less: boolean): void {
  for (let word = 0; word < words; word++) {
    let bits = 0
    for (let left = known[word] as number; left !== 0; left &= left - 1) {
      const number = numbers[(word << 5) + lowestRow(left)] as number
      if (less ? number < figure : number > figure) bits |= left & -left
    }
    into[word] = bits
  }
}
