/**
 * A column: one fact of every conduct in a batch, in a typed array, with a bitset of the rows where it is known.
 *
 * A choice is a code: 0 a value no condition names, from 1 on the values named. A day is a number, `20230110`. What
 * stands in a row that is not known is left over from an earlier batch and means nothing.
 */
import type { FactType, FactValue } from '@hegui/model'
import { dayNumber } from '../compiled/leaf-test.js'
import { allRows, type Bitset, rowsIn, without, wordsFor } from './bitset.js'

export interface Column {
  /** Filled where the type is a choice; the others likewise. */
  readonly codes: Int32Array
  readonly numbers: Float64Array
  readonly values: FactValue[]
  readonly known: Bitset
  readonly unknown: Bitset
  /** The code of each value that conditions name. */
  readonly codeOf: ReadonlyMap<string | boolean, number>
  /** False: not a value of the fact's type; the row stays unknown. */
  readonly put: (row: number, value: FactValue) => boolean
  readonly forget: (row: number) => void
  readonly clear: () => void
  /** To be called when a batch is full, before it is read. */
  readonly seal: (rows: number) => Sealed
}

/** `complete`: known in every row. `sparse`: in so few that they are better gone through one by one. */
export interface Sealed {
  readonly complete: boolean
  readonly sparse: boolean
}

export interface ColumnUse {
  readonly type: FactType
  /** Values that conditions name. */
  readonly named: readonly (string | boolean)[]
  /** Whether a condition looks at the values themselves: at a list, a region, or two facts that must be the same. */
  readonly asItIs: boolean
}

const FIRST_NAMED = 1

export function createColumn(size: number, { type, named, asItIs }: ColumnUse): Column {
  const isFigure = type === 'number' || type === 'date'
  const isChoice = type === 'enum' || type === 'text' || type === 'boolean'
  const codes = new Int32Array(isChoice ? size : 0)
  const numbers = new Float64Array(isFigure ? size : 0)
  const values: FactValue[] = []
  const [known, unknown, live] = [new Int32Array(wordsFor(size)), new Int32Array(wordsFor(size)), new Int32Array(wordsFor(size))]
  const codeOf = new Map(named.map((value, index) => [value, FIRST_NAMED + index]))

  const write = writer()
  function writer(): (row: number, value: FactValue) => boolean {
    switch (type) {
      case 'enum':
      case 'text':
        return (row, value) => {
          codes[row] = codeOf.get(value as string) ?? 0
          return typeof value === 'string'
        }
      case 'boolean':
        return (row, value) => {
          codes[row] = codeOf.get(value as boolean) ?? 0
          return typeof value === 'boolean'
        }
      case 'number':
        return (row, value) => {
          numbers[row] = value as number
          return typeof value === 'number' && !Number.isNaN(value)
        }
      case 'date':
        return (row, value) => {
          if (typeof value !== 'string') return false
          const day = dayNumber(value)
          numbers[row] = day
          return !Number.isNaN(day)
        }
      case 'set':
        return (_, value) => Array.isArray(value)
      case 'region':
        return (_, value) => typeof value === 'string'
      default:
        return type satisfies never
    }
  }

  return {
    codes,
    numbers,
    values,
    known,
    unknown,
    codeOf,
    put: (row, value) => {
      if (!write(row, value)) return false
      if (asItIs) values[row] = value
      const word = row >>> 5
      known[word] = (known[word] as number) | (1 << (row & 31))
      return true
    },
    forget: (row) => {
      const word = row >>> 5
      known[word] = (known[word] as number) & ~(1 << (row & 31))
    },
    clear: () => {
      known.fill(0)
    },
    seal: (rows) => {
      allRows(live, rows)
      const words = wordsFor(rows)
      return { complete: !without(unknown, live, known, words), sparse: rowsIn(known, words) * SPARSE < rows }
    },
  }
}

/** A row gone through alone costs about three times one among others. */
const SPARSE = 3
