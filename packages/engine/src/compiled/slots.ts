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
  const types: FactType[] = []
  const codeMaps: Map<string | boolean, number>[] = []
  const bySlot = new Map<string, number>()

  const put = (slot: number, value: FactValue): boolean => {
    switch (types[slot]) {
      case 'boolean':
        if (typeof value !== 'boolean') return false
        codes[slot] = codeMaps[slot]?.get(value) ?? OTHER_CODE
        break
      case 'enum':
      case 'text':
        if (typeof value !== 'string') return false
        codes[slot] = codeMaps[slot]?.get(value) ?? OTHER_CODE
        break
      case 'number':
        if (typeof value !== 'number' || Number.isNaN(value)) return false
        numbers[slot] = value
        break
      case 'date': {
        const day = typeof value === 'string' ? dayNumber(value) : Number.NaN
        if (Number.isNaN(day)) return false
        numbers[slot] = day
        break
      }
      case 'region':
        if (typeof value !== 'string') return false
        break
      case 'set':
        if (!Array.isArray(value)) return false
        break
    }
    values[slot] = value
    return true
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
      types.push(typeOf(fact))
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
      codes.fill(UNKNOWN_CODE)
      numbers.fill(Number.NaN)
      values.fill(undefined)
      for (const [fact, value] of facts) {
        const slot = bySlot.get(fact)
        if (slot !== undefined && value !== undefined && !put(slot, value)) return false
      }
      return true
    },
  }
}
