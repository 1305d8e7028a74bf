/** Makes the tests of a program about a whole batch: the rows where each holds, and those where it is unknown. */
import type { LeafTest } from '../compiled/leaf-test.js'
import { regionBits } from '../compiled/tests.js'
import { FAILS, HOLDS } from '../compiled/truth-bits.js'
import { type Bitset, lowestRow, or, without } from './bitset.js'
import type { Column, Sealed } from './column.js'
import type { Columns } from './columns.js'
import { greaterRows, lessRows, sparseRows } from './figure-rows.js'

interface TestBits {
  /** Both disjoint. `unknown` is `nothing` itself where every row is known. */
  readonly holds: Bitset
  readonly unknown: Bitset
}

export interface BatchTests {
  readonly begin: (rows: number, words: number) => void
  /** Each test is made at most once between two `begin`. */
  readonly of: (test: number) => TestBits
}

/** `nothing`: the empty bitset, by which others know that there is nothing to do. `room` makes bitsets. */
export function createBatchTests(tests: readonly LeafTest[], columns: Columns, nothing: Bitset, room: () => Bitset): BatchTests {
  const seal = columns.all.map((): Sealed => ({ complete: false, sparse: false }))
  const places = new Map(columns.all.map((column, place) => [column, place]))
  let batch = 0
  let words = 0

  // The rows of each code of a choice, from one walk along the column.
  const codeRows = columns.all.map((column) => [0, ...column.codeOf.values()].map(room))
  const splitIn = columns.all.map(() => 0)
  const split = (place: number): void => {
    if (splitIn[place] === batch) return
    splitIn[place] = batch
    splitByCode(columns.all[place] as Column, codeRows[place] as readonly Bitset[], words)
  }

  /** What makes a test over again; it answers with the same object each time. */
  const maker = (test: LeafTest): (() => TestBits) => {
    const column = columns.of(test.fact)
    const place = places.get(column) as number
    const made = { holds: room(), unknown: nothing }
    const { holds } = made
    const unknownIn = (which: number): Bitset => (seal[which]?.complete ? nothing : (columns.all[which] as Column).unknown)
    switch (test.kind) {
      case 'choice': {
        const [first, ...others] = test.values.map((value) => codeRows[place]?.[column.codeOf.get(value) as number]) as [Bitset, ...Bitset[]]
        if (others.length === 0) made.holds = first
        return () => {
          split(place)
          for (let each = 0; each < others.length; each++) or(holds, each === 0 ? first : holds, others[each] as Bitset, words)
          made.unknown = unknownIn(place)
          return made
        }
      }
      case 'less':
      case 'greater': {
        const rows = test.kind === 'less' ? lessRows : greaterRows
        return () => {
          if (seal[place]?.sparse) sparseRows(holds, column, test.value, words, test.kind === 'less')
          else rows(holds, column, test.value, words)
          made.unknown = unknownIn(place)
          return made
        }
      }
      case 'equal':
        return () => {
          eachKnown(column.known, holds, words, (row) => column.numbers[row] === test.value)
          made.unknown = unknownIn(place)
          return made
        }
      case 'contains':
        return () => {
          eachKnown(column.known, holds, words, (row) => (column.values[row] as readonly string[]).includes(test.value))
          made.unknown = unknownIn(place)
          return made
        }
      case 'within': {
        const [unknown, coarse] = [room(), room()]
        return () => {
          // Records name few places, and each test of one is slow.
          const seen = new Map<string, number>()
          const bitsAt = (row: number): number => {
            const region = column.values[row] as string
            const bits = seen.get(region) ?? regionBits(region, test.regions)
            seen.set(region, bits)
            return bits
          }
          eachKnown(column.known, holds, words, (row) => bitsAt(row) === HOLDS)
          eachKnown(column.known, coarse, words, (row) => bitsAt(row) !== FAILS)
          without(coarse, coarse, holds, words)
          made.unknown = or(unknown, coarse, unknownIn(place), words) ? unknown : nothing
          return made
        }
      }
      case 'same':
      case 'equal-fact':
      case 'less-fact':
      case 'greater-fact': {
        const other = columns.of(test.other)
        const [unknown, both] = [room(), room()]
        const compared = comparison(test.kind, column, other)
        return () => {
          made.unknown = or(unknown, unknownIn(place), unknownIn(places.get(other) as number), words) ? unknown : nothing
          without(both, column.known, unknown, words)
          eachKnown(both, holds, words, compared)
          return made
        }
      }
      default:
        return test satisfies never
    }
  }

  const makers = tests.map(maker)
  const made: TestBits[] = []
  const madeIn = new Int32Array(tests.length)
  return {
    begin: (rows, used) => {
      batch++
      words = used
      for (const [place, column] of columns.all.entries()) seal[place] = column.seal(rows)
    },
    of: (test) => {
      if (madeIn[test] !== batch) {
        madeIn[test] = batch
        made[test] = (makers[test] as () => TestBits)()
      }
      return made[test] as TestBits
    },
  }
}

function splitByCode({ codes, known }: Column, rows: readonly Bitset[], words: number): void {
  for (const each of rows) each.fill(0, 0, words)
  for (let word = 0; word < words; word++)
    for (let left = known[word] as number; left !== 0; left &= left - 1) {
      const bits = rows[codes[(word << 5) + lowestRow(left)] as number] as Bitset
      bits[word] = (bits[word] as number) | (left & -left)
    }
}

/** The rows of `among` for which the question is answered with yes. */
function eachKnown(among: Bitset, into: Bitset, words: number, isSo: (row: number) => boolean): void {
  for (let word = 0; word < words; word++) {
    let bits = 0
    for (let left = among[word] as number; left !== 0; left &= left - 1) if (isSo((word << 5) + lowestRow(left))) bits |= left & -left
    into[word] = bits
  }
}

function comparison(kind: 'same' | 'equal-fact' | 'less-fact' | 'greater-fact', one: Column, other: Column): (row: number) => boolean {
  const numbers = (row: number): readonly [number, number] => [one.numbers[row] as number, other.numbers[row] as number]
  switch (kind) {
    case 'same':
      return (row) => one.values[row] === other.values[row]
    case 'equal-fact':
      return (row) => one.numbers[row] === other.numbers[row]
    case 'less-fact':
      return (row) => numbers(row)[0] < numbers(row)[1]
    case 'greater-fact':
      return (row) => numbers(row)[0] > numbers(row)[1]
    default:
      return kind satisfies never
  }
}
