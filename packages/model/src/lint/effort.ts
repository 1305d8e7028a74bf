/**
 * How much work a lint may do. Counted in steps and not in time: the same packs give the same findings on every machine.
 *
 * A pack can be written so that to decide about it takes for ever; what costs too much is passed over, not guessed.
 */
import type { Vocabulary } from '../check/vocabulary.js'
import type { Condition } from '../schema/condition.js'
import type { Plain } from './plain.js'

export interface Effort {
  /** False once there is nothing left to spend. */
  readonly spend: (steps: number) => boolean
}

/** For all packs that are looked at together: enough for what people write, and more for more rules. */
const WHOLE = 20_000_000
const EACH_RULE = 5_000

export function effort(limit: number, whole?: Effort): Effort {
  let left = limit
  return {
    spend(steps) {
      left -= steps
      return left >= 0 && (whole === undefined || whole.spend(steps))
    },
  }
}

/** What a look at some packs goes by and remembers. */
export interface Lint {
  readonly vocabulary: Vocabulary
  readonly effort: Effort
  /** By condition; affirmed and denied apart. `null`: none, or still being written out. */
  readonly forms: { readonly affirmed: Map<Condition, Plain | null>; readonly denied: Map<Condition, Plain | null> }
  readonly texts: Map<Plain, string>
}

export const lintOf = (vocabulary: Vocabulary, rules = 0): Lint => ({
  vocabulary,
  effort: effort(WHOLE + EACH_RULE * rules),
  forms: { affirmed: new Map(), denied: new Map() },
  texts: new Map(),
})
