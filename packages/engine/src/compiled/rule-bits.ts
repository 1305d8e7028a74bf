/** Four bits per rule: those of `appliesWhen`, and above them, unless it fails, those of `violatedWhen`. */
import { FAILS, HOLDS, UNKNOWN } from './truth-bits.js'

const possible = new Uint8Array(256)
possible[FAILS] = 1
for (const applies of [UNKNOWN, HOLDS]) for (const violated of [FAILS, UNKNOWN, HOLDS]) possible[applies | (violated << 2)] = 1

/** False: conditions never come to this. */
export function areRuleBits(bits: Uint8Array): boolean {
  for (let at = 0; at < bits.length; at++) if (possible[bits[at] as number] === 0) return false
  return true
}
