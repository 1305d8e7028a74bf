/**
 * Decides every rule of a ruleset about one conduct. Rules that cannot apply unless the same leaf holds stand behind it
 * as behind a gate: it is tested once, and the rules behind it are looked at only where it may hold. With the index
 * not even the gates are tested: what the conduct is leads to those that stand open.
 */
import type { Rule } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { createDecider, type Decider } from './decider.js'
import type { LeafTest } from './leaf-test.js'
import { ruleProgram, typeIn } from './rule-program.js'
import { type Slots, UNKNOWN_CODE } from './slots.js'
import { FAILS } from './truth-bits.js'

export interface RuleDecider {
  /** The editions of all rules, in the order of findings; which of them govern is not asked here. */
  readonly rules: readonly Rule[]
  /**
   * Four bits per rule: those of `appliesWhen`, and above them, unless it fails, those of `violatedWhen`. Each time the
   * same array. Undefined: a value is not of its fact's type, as no checked record has it.
   */
  readonly decide: (facts: Facts) => Uint8Array | undefined
}

export interface RuleDeciderOptions {
  /** Default: true; false tests every gate. */
  readonly index?: boolean
  /** Shared with other conditions of the same ruleset. */
  readonly decider?: Decider
}

export function createRuleDecider(ruleset: Ruleset, { index = true, decider = createDecider(typeIn(ruleset)) }: RuleDeciderOptions = {}): RuleDecider {
  const { program, entryOf, load, test, decide, slots } = decider
  const { entries } = ruleProgram(ruleset, program)
  const applies = entries.map(({ rule }) => entryOf(ruleset.form(rule.appliesWhen)))
  const violated = entries.map(({ rule }) => entryOf(ruleset.form(rule.violatedWhen)))
  const out = new Uint8Array(entries.length)

  const always: number[] = []
  const behind = new Map<number, number[]>()
  for (const [at, { gate }] of entries.entries()) {
    if (gate === undefined) always.push(at)
    else behind.set(gate, [...(behind.get(gate) ?? []), at])
  }
  const gates = [...behind].map(([gate, rules]) => ({ gate, rules }))
  const rooms = roomsOf(behind, program.tests, slots)

  const decideThese = (which: readonly number[]): void => {
    for (let each = 0; each < which.length; each++) {
      const at = which[each] as number
      const bits = decide(applies[at] as number)
      out[at] = bits === 0 ? 0 : bits | (decide(violated[at] as number) << 2)
    }
  }

  return {
    rules: entries.map((entry) => entry.rule),
    decide: (facts) => {
      if (!load(facts)) return undefined
      if (always.length < entries.length) out.fill(0)
      decideThese(always)
      if (index)
        for (const { slot, byCode } of rooms) {
          const open = byCode[slots.codes[slot] as number]
          if (open !== undefined) decideThese(open)
        }
      else for (const { gate, rules } of gates) if (test(gate) !== FAILS) decideThese(rules)
      return out
    },
  }
}

/** For a fact with gates on it: by its code, the rules whose gates stand open; an unknown fact opens all. */
interface Room {
  readonly slot: number
  readonly byCode: readonly (readonly number[] | undefined)[]
}

function roomsOf(behind: ReadonlyMap<number, readonly number[]>, tests: readonly LeafTest[], { slotOf, codeOf }: Slots): readonly Room[] {
  const rooms = new Map<number, (number[] | undefined)[]>()
  for (const [gate, rules] of behind) {
    const test = tests[gate]
    if (test?.kind !== 'choice') continue
    const slot = slotOf(test.fact)
    const byCode = rooms.get(slot) ?? []
    rooms.set(slot, byCode)
    for (const code of [UNKNOWN_CODE, ...test.values.map((value) => codeOf(slot, value))]) byCode[code] = [...(byCode[code] ?? []), ...rules]
  }
  return [...rooms].map(([slot, byCode]) => ({ slot, byCode: Array.from(byCode) }))
}
