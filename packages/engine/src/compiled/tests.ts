/** Makes the tests of a program, each at most once per conduct. */
import { isDecidable, isWithin } from '../conditions/leaf.js'
import type { LeafTest } from './leaf-test.js'
import { OTHER_CODE, type Slots, UNKNOWN_CODE } from './slots.js'
import { FAILS, HOLDS, UNKNOWN } from './truth-bits.js'

export interface Tests {
  /** What each test came to: the truth bits, and above them the conduct for which it was made. */
  readonly results: readonly number[]
  /** Makes the test for the conduct; a result of `results` with another number above its bits is one of an earlier conduct. */
  readonly make: (test: number, conduct: number) => number
  /** Forgets every result: the numbers of conducts begin again. */
  readonly forget: () => void
  /** Takes in the tests the program has gained. */
  readonly extend: (tests: readonly LeafTest[]) => void
}

/** Conducts are numbered in steps of this, so that the truth bits fit below; from 1 on, and again from 1 after the last. */
export const CONDUCT = 4
export const LAST_CONDUCT = 2 ** 30 - CONDUCT

const kinds = ['choice', 'equal', 'less', 'greater', 'same', 'equal-fact', 'less-fact', 'greater-fact', 'contains', 'within'] as const

export function createTests({ codes, numbers, values, slotOf, codeOf }: Slots): Tests {
  const results: number[] = []
  const kindOf: number[] = []
  const slots: number[] = []
  const others: number[] = []
  const figures: number[] = []
  const tables: Uint8Array[] = []
  const texts: string[] = []
  const regions: (readonly string[])[] = []

  const tested = (test: number): number => {
    const slot = slots[test] as number
    switch (kindOf[test]) {
      case 0: {
        const table = tables[test] as Uint8Array
        const code = codes[slot] as number
        // A value that other conditions named later is none of this list.
        return code < table.length ? (table[code] as number) : FAILS
      }
      case 1:
        return compared(numbers[slot] as number, figures[test] as number, 0)
      case 2:
        return compared(numbers[slot] as number, figures[test] as number, 1)
      case 3:
        return compared(numbers[slot] as number, figures[test] as number, 2)
      case 4: {
        const [one, other] = [values[slot], values[others[test] as number]]
        return one === undefined || other === undefined ? UNKNOWN : one === other ? HOLDS : FAILS
      }
      case 5:
        return compared(numbers[slot] as number, numbers[others[test] as number] as number, 0)
      case 6:
        return compared(numbers[slot] as number, numbers[others[test] as number] as number, 1)
      case 7:
        return compared(numbers[slot] as number, numbers[others[test] as number] as number, 2)
      case 8: {
        const chosen = values[slot] as readonly string[] | undefined
        return chosen === undefined ? UNKNOWN : chosen.includes(texts[test] as string) ? HOLDS : FAILS
      }
      default:
        return regionBits(values[slot] as string | undefined, regions[test] as readonly string[])
    }
  }

  return {
    results,
    make: (test, conduct) => {
      const bits = tested(test)
      results[test] = conduct | bits
      return bits
    },
    forget: () => {
      results.fill(0)
    },
    extend: (tests) => {
      for (const test of tests.slice(results.length)) {
        const slot = slotOf(test.fact)
        results.push(0)
        kindOf.push(kinds.indexOf(test.kind))
        slots.push(slot)
        others.push('other' in test ? slotOf(test.other) : slot)
        figures.push('value' in test && typeof test.value === 'number' ? test.value : Number.NaN)
        tables.push(test.kind === 'choice' ? tableOf(test.values.map((value) => codeOf(slot, value))) : new Uint8Array())
        texts.push(test.kind === 'contains' ? test.value : '')
        regions.push(test.kind === 'within' ? test.regions : [])
      }
    },
  }
}

/** `way`: 0 equal, 1 less, 2 greater. NaN on either side is unknown. */
function compared(one: number, other: number, way: number): number {
  if (way === 0 ? one === other : way === 1 ? one < other : one > other) return HOLDS
  // biome-ignore lint/suspicious/noSelfCompare: the cheapest question whether a number is NaN
  return one === one && other === other ? FAILS : UNKNOWN
}

function tableOf(accepted: readonly number[]): Uint8Array {
  const table = new Uint8Array(Math.max(OTHER_CODE, ...accepted) + 1)
  table[UNKNOWN_CODE] = UNKNOWN
  for (const code of accepted) table[code] = HOLDS
  return table
}

/** Too coarse a region is unknown, as in `conditions/leaf.ts`. */
export function regionBits(region: string | undefined, outers: readonly string[]): number {
  if (region === undefined || !isDecidable('within', region, outers)) return UNKNOWN
  return outers.some((outer) => isWithin(region, outer)) ? HOLDS : FAILS
}
