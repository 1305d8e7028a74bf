/** What a batch came to: bitsets by rule, and the same by conduct. */
import { type Bitset, hasRow, lowestRow, wordsFor } from './bitset.js'

/** Where a condition can hold, and where it is proved: row `r` is bit `r & 31` of word `r >> 5`. Not to be written to. */
export interface TruthBits {
  readonly possible: Bitset
  readonly proved: Bitset
}

export interface BatchFindings {
  /** Conducts decided. */
  readonly count: number
  /** By rule, in the order of `rules`. */
  readonly applies: readonly TruthBits[]
  /** Empty wherever `appliesWhen` fails. */
  readonly violated: readonly TruthBits[]
  /** The four bits of `RuleDecider` for one rule and conduct. */
  readonly at: (rule: number, row: number) => number
  /** The four bits of every rule, conduct after conduct, as `RuleDecider` gives them for one; into `out` where it is long enough. */
  readonly rows: (out?: Uint8Array) => Uint8Array
}

const POSSIBLE = 1
const PROVED = 2

export function batchFindings(state: { readonly count: number }, applies: readonly TruthBits[], violated: readonly TruthBits[]): BatchFindings {
  const bitsAt = ({ possible, proved }: TruthBits, row: number): number => (hasRow(possible, row) ? POSSIBLE : 0) | (hasRow(proved, row) ? PROVED : 0)
  return {
    get count() {
      return state.count
    },
    applies,
    violated,
    at: (rule, row) => bitsAt(applies[rule] as TruthBits, row) | (bitsAt(violated[rule] as TruthBits, row) << 2),
    rows: (out = new Uint8Array(state.count * applies.length)) => {
      const [rules, words] = [applies.length, wordsFor(state.count)]
      if (out.length < state.count * rules) throw new RangeError(`${state.count} conducts and ${rules} rules need ${state.count * rules} bytes`)
      out.fill(0)
      for (let rule = 0; rule < rules; rule++) {
        const [a, v] = [applies[rule] as TruthBits, violated[rule] as TruthBits]
        // Most rules apply to few conducts: only those are written.
        for (let word = 0; word < words; word++)
          for (let left = a.possible[word] as number; left !== 0; left &= left - 1) {
            const row = lowestRow(left)
            const bits =
              POSSIBLE |
              ((((a.proved[word] as number) >>> row) & 1) << 1) |
              ((((v.possible[word] as number) >>> row) & 1) << 2) |
              ((((v.proved[word] as number) >>> row) & 1) << 3)
            out[((word << 5) + row) * rules + rule] = bits
          }
      }
      return out
    },
  }
}
