/**
 * Slots: the facts of one conduct, laid out so that a test is a table look-up or a comparison of two numbers.
 *
 * A choice is a code: 0 unknown, 1 a value no condition names, from 2 on the values named. A number or a day is a
 * number, NaN where it is unknown. Anything else is kept as it is.
 */
import type { FactType, FactValue } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import { dayNumber } from './leaf-test.js'

export const UNKNOWN_CODE = 0
export const OTHER_CODE = 1
const FIRST_CODE = 2

const [CHOICE, NUMBER, FLAG, DAY, LIST, PLACE] = [0, 1, 2, 3, 4, 5]
const kindOf: Readonly<Record<FactType, number>> = { enum: CHOICE, text: CHOICE, number: NUMBER, boolean: FLAG, date: DAY, set: LIST, region: PLACE }

export interface Slots {
  /** Each by slot. Written by `load`, read by tests; never kept. */
  readonly codes: readonly number[]
  readonly numbers: readonly number[]
  readonly values: readonly (FactValue | undefined)[]
  readonly slotOf: (fact: string) => number
  readonly codeOf: (slot: number, value: string | boolean) => number
  /** False: a value is not of its fact's type, as no checked record has it; only the direct runtime knows what then fails. */
  readonly load: (facts: Facts) => boolean
}

export function createSlots(typeOf: (fact: string) => FactType): Slots {
  const codes: number[] = []
  const numbers: number[] = []
  const values: (FactValue | undefined)[] = []
  const kinds: number[] = []
  // Only what the last conduct filled is emptied: a large rule book has many facts, a record few.
  const filled: number[] = []
  let filledCount = 0
  const codeMaps: Map<string | boolean, number>[] = []
  const bySlot = new Map<string, number>()

  const put = (slot: number, value: FactValue): boolean => {
    filled[filledCount++] = slot
    values[slot] = value
    switch (kinds[slot]) {
      case CHOICE: {
        if (typeof value !== 'string') return false
        codes[slot] = (codeMaps[slot] as Map<string | boolean, number>).get(value) ?? OTHER_CODE
        return true
      }
      case NUMBER:
        if (typeof value !== 'number') return false
        numbers[slot] = value
        return !Number.isNaN(value)
      case FLAG:
        // Conditions name `true` only: that is the first code.
        codes[slot] = value === true ? FIRST_CODE : OTHER_CODE
        return typeof value === 'boolean'
      case DAY: {
        if (typeof value !== 'string') return false
        const day = dayNumber(value)
        numbers[slot] = day
        return !Number.isNaN(day)
      }
      case LIST:
        return Array.isArray(value)
      default:
        return typeof value === 'string'
    }
  }

  let fits = true
  const take = (value: FactValue | undefined, fact: string): void => {
    const slot = bySlot.get(fact)
    if (slot !== undefined && value !== undefined && !put(slot, value)) fits = false
  }

  return {
    codes,
    numbers,
    values,
    slotOf: (fact) => {
      const seen = bySlot.get(fact)
      if (seen !== undefined) return seen
      const slot = values.push(undefined) - 1
      codes.push(UNKNOWN_CODE)
      numbers.push(Number.NaN)
      kinds.push(kindOf[typeOf(fact)])
      codeMaps.push(new Map())
      bySlot.set(fact, slot)
      return slot
    },
    codeOf: (slot, value) => {
      const known = codeMaps[slot] as Map<string | boolean, number>
      const seen = known.get(value)
      if (seen !== undefined) return seen
      const code = FIRST_CODE + known.size
      known.set(value, code)
      return code
    },
    load: (facts) => {
      for (let each = 0; each < filledCount; each++) {
        const slot = filled[each] as number
        codes[slot] = UNKNOWN_CODE
        numbers[slot] = Number.NaN
        values[slot] = undefined
      }
      filledCount = 0
      fits = true
      facts.forEach(take)
      return fits
    },
  }
}
