/** What was established of a unit: as it stood after each day on which something was. */
import type { AppraisalFile, FactValue, Unit } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'

export interface Established {
  /** Null: what was established on a day nobody wrote down. */
  readonly day: string | null
  readonly facts: Facts
}

/**
 * In order; the first is what has no day, even if that is nothing. Later words replace earlier ones. Two different values
 * of the same day leave the fact unknown from then on; `conflicts` names it.
 */
export function establishedOf(
  { id }: Pick<Unit, 'id'>,
  entries: NonNullable<AppraisalFile['established']>,
  seenOn: string,
): { readonly states: readonly Established[]; readonly conflicts: readonly string[] } {
  const mine = entries.filter((entry) => entry.unit === id && (entry.on === undefined || entry.on <= seenOn))
  const days = [...new Set(mine.flatMap((entry) => entry.on ?? []))].sort()
  const conflicts = new Set<string>()
  const facts = new Map<string, FactValue>()
  const states = [undefined, ...days].map((day): Established => {
    const own = mine.filter((entry) => entry.on === day)
    for (const { fact, value } of own) {
      const contradicted = own.some((other) => other.fact === fact && JSON.stringify(other.value) !== JSON.stringify(value))
      if (contradicted) conflicts.add(fact)
      if (contradicted || value === null) facts.delete(fact)
      else facts.set(fact, value as FactValue)
    }
    return { day: day ?? null, facts: new Map(facts) }
  })
  return { states, conflicts: [...conflicts].sort() }
}
