/** The obligations of one rule, and which observations have met them so far. */
import type { Observation, RuleMeaning } from '../meaning/rule-meaning.js'
import type { Obligation } from './obligation.js'
import { createSides, effectSide, type Sides, shows } from './shown.js'

export interface Entry {
  readonly obligation: Obligation
  /** One observation, or the two sides of an effect. Empty: open. */
  metBy: readonly Observation[]
  /** Of an effect. */
  readonly sides: Sides
}

export interface Ledger {
  readonly entries: readonly Entry[]
  /** Counts what the observation shows. */
  readonly enter: (seen: Observation) => void
  /** What it would meet that is open. Of an effect it counts if its other side has been entered. */
  readonly wouldMeet: (seen: Observation) => readonly Entry[]
}

export function createLedger(obligations: readonly Obligation[], meaning: RuleMeaning): Ledger {
  const entries = obligations.map((obligation): Entry => ({ obligation, metBy: [], sides: createSides() }))
  const metWith = ({ obligation, sides }: Entry, seen: Observation): readonly Observation[] => {
    if (obligation.kind !== 'effect') return shows(seen, obligation, meaning) ? [seen] : []
    const side = effectSide(seen, obligation, meaning)
    const other = side === undefined ? undefined : sides.partnerOf(side)
    return other === undefined ? [] : [other, seen]
  }
  return {
    entries,
    enter: (seen) => {
      for (const entry of entries) {
        if (entry.metBy.length > 0) continue
        entry.metBy = metWith(entry, seen)
        if (entry.obligation.kind !== 'effect') continue
        const side = effectSide(seen, entry.obligation, meaning)
        if (side !== undefined) entry.sides.add(side, seen)
      }
    },
    wouldMeet: (seen) => entries.filter((entry) => entry.metBy.length === 0 && metWith(entry, seen).length > 0),
  }
}
