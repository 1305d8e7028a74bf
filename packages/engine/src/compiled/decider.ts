/** Decides conditions by walking their jumps: no generated code, so it runs where `eval` is forbidden. */
import type { FactType } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import type { NormalForm } from '../conditions/normal-form.js'
import { appendJumps, SETTLED_TRUE } from './jumps.js'
import { createProgram, type Program } from './program.js'
import { createSlots, type Slots } from './slots.js'
import { CONDUCT, createTests, LAST_CONDUCT } from './tests.js'
import { FAILS, HOLDS, UNKNOWN } from './truth-bits.js'

/** Conditions are entered first, then the facts of one conduct loaded, then decided. Not reentrant; nothing outlives the next `load`. */
export interface Decider {
  readonly program: Program
  readonly slots: Slots
  /** Where the jumps of a condition begin. */
  readonly entryOf: (form: NormalForm) => number
  /** False: the facts are not what a checked record holds; ask the direct runtime. */
  readonly load: (facts: Facts) => boolean
  /** The truth bits of a test of the program. */
  readonly test: (test: number) => number
  /** The truth bits of the condition whose jumps begin at `entry`. */
  readonly decide: (entry: number) => number
}

const ABOVE = ~HOLDS

export function createDecider(typeOf: (fact: string) => FactType): Decider {
  const program = createProgram(typeOf)
  const slots = createSlots(typeOf)
  const { results, make, extend, forget } = createTests(slots)
  let conduct = 0
  const code: number[] = []
  const entries = new Map<number, number>()

  /** Looks only at what is proved: unknown counts as false. */
  const isProved = (entry: number): boolean => {
    let at = entry
    do {
      const known = results[code[at] as number] as number
      const bits = (known & ABOVE) === conduct ? known & HOLDS : make(code[at] as number, conduct)
      at = code[(bits & (HOLDS - (code[at + 1] as number))) === 0 ? at + 3 : at + 2] as number
    } while (at >= 0)
    return at === SETTLED_TRUE
  }

  return {
    program,
    slots,
    entryOf: (form) => {
      const node = program.add(form)
      const known = entries.get(node)
      if (known !== undefined) return known
      extend(program.tests)
      const entry = appendJumps(code, node, program)
      entries.set(node, entry)
      return entry
    },
    load: (facts) => {
      if (conduct === LAST_CONDUCT) {
        forget()
        conduct = 0
      }
      conduct += CONDUCT
      return slots.load(facts)
    },
    test: (test) => {
      const known = results[test] as number
      return (known & ABOVE) === conduct ? known & HOLDS : make(test, conduct)
    },
    decide: (entry) => {
      let at = entry
      let gap = false
      do {
        const known = results[code[at] as number] as number
        const bits = (known & ABOVE) === conduct ? known & HOLDS : make(code[at] as number, conduct)
        if (bits === UNKNOWN) gap = true
        at = code[(bits & (code[at + 1] as number)) === 0 ? at + 3 : at + 2] as number
      } while (at >= 0)
      if (at !== SETTLED_TRUE) return FAILS
      return gap && !isProved(entry) ? UNKNOWN : HOLDS
    },
  }
}
