/**
 * Decides every rule of a ruleset about a batch of conducts at once, column by column: no generated code, and the
 * cost of a test is shared by 32 conducts. The answers are those of `createRuleDecider`.
 */
import type { FactValue, Rule } from '@hegui/model'
import { ruleProgram, typeIn } from '../compiled/rule-program.js'
import type { Facts } from '../conditions/leaf.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { type BatchFindings, batchFindings } from './batch-findings.js'
import { allRows, and, type Bitset, wordsFor } from './bitset.js'
import { createColumns } from './columns.js'
import { createNodeBits } from './node-bits.js'
import { createBatchTests } from './test-bits.js'

/** A batch is emptied, filled by conducts or by columns, and decided. Not reentrant. */
export interface BatchDecider {
  /** The editions of all rules, in the order of findings; which of them govern is not asked here. */
  readonly rules: readonly Rule[]
  /** Most conducts in a batch. */
  readonly size: number
  readonly clear: () => void
  /** Appends a conduct. False: a value is not of its fact's type, as no checked record has it; the conduct is not taken. Throws RangeError when the batch is full. */
  readonly add: (facts: Facts) => boolean
  /**
   * Writes one fact of the conducts from the first on, null or undefined where it is unknown; the batch is as long as its longest
   * column. Gives the rows whose value is not of the fact's type: they count as unknown there. Throws RangeError past the size.
   */
  readonly fill: (fact: string, values: ArrayLike<FactValue | null | undefined>) => readonly number[]
  /** Each time the same object, good until the next `clear` or `decide`. */
  readonly decide: () => BatchFindings
}

export interface BatchDeciderOptions {
  /** Default 1 024: more conducts share the cost of a node, until the bitsets no longer fit the cache. */
  readonly size?: number
}

export function createBatchDecider(ruleset: Ruleset, { size = 1024 }: BatchDeciderOptions = {}): BatchDecider {
  const typeOf = typeIn(ruleset)
  const { program, entries } = ruleProgram(ruleset)
  // Whole words, so that the loops need not look where a batch ends.
  const width = wordsFor(size)
  const room = (): Bitset => new Int32Array(width)
  const [nothing, live] = [room(), room()]
  const columns = createColumns(program.tests, width * 32, typeOf)
  const tests = createBatchTests(program.tests, columns, nothing, room)
  const { possible, proved, begin, make } = createNodeBits(program, tests, live, nothing, room)

  const rooms = entries.map(() => [room(), room()] as const)
  const applies = entries.map(() => ({ possible: nothing, proved: nothing }))
  const violated = entries.map(() => ({ possible: nothing, proved: nothing }))
  const findings = { count: 0 }
  const given = batchFindings(findings, applies, violated)

  const decideRule = (at: number): void => {
    const { applies: a, violated: v } = entries[at] as (typeof entries)[number]
    const [applying, violating] = [applies[at] as (typeof applies)[number], violated[at] as (typeof violated)[number]]
    const words = wordsFor(findings.count)
    const some = make(a)
    applying.possible = possible[a] as Bitset
    applying.proved = proved[a] as Bitset
    const [can, must] = rooms[at] as readonly [Bitset, Bitset]
    violating.possible = some && make(v) && and(can, possible[v] as Bitset, applying.possible, words) ? can : nothing
    if (violating.possible === nothing || possible[v] === proved[v]) violating.proved = violating.possible
    else violating.proved = and(must, proved[v] as Bitset, applying.possible, words) ? must : nothing
  }

  const grown = (to: number): void => {
    if (to > size) throw new RangeError(`a batch holds ${size} conducts, not ${to}`)
    findings.count = Math.max(findings.count, to)
  }

  return {
    rules: entries.map((entry) => entry.rule),
    size,
    clear: () => {
      findings.count = 0
      columns.clear()
    },
    add: (facts) => {
      const row = findings.count
      grown(row + 1)
      if (columns.put(row, facts)) return true
      findings.count = row
      return false
    },
    fill: (fact, values) => {
      grown(values.length)
      return columns.fill(fact, values)
    },
    decide: () => {
      const words = wordsFor(findings.count)
      allRows(live, findings.count)
      tests.begin(findings.count, words)
      begin(words)
      for (let at = 0; at < entries.length; at++) decideRule(at)
      return given
    },
  }
}
