/** Offsets to lines and columns. */
import type { Position, Range } from '../problems/problem.js'

export interface LineIndex {
  readonly range: (offset: number, length: number) => Range
}

/** `\r\n`, `\n` and `\r` each end a line. `firstLine` is the number of the line the text begins on. */
export function lineIndex(text: string, firstLine: number): LineIndex {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  const position = (offset: number): Position => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: firstLine + low, column: offset - (starts[low] as number) + 1, offset }
  }
  return { range: (offset, length) => ({ start: position(offset), end: position(offset + length) }) }
}
