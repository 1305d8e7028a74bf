/** Who may do it: an organ itself, or the first above it that has the power. */
import type { MeasureKind } from '@hegui/model'
import type { Ruleset } from '../ruleset/ruleset.js'

/** Has the organ this kind of power at all? A norm must name it besides, for anything that binds the party. */
export const mayDo = (organ: string, kind: MeasureKind, { catalogue }: Ruleset): boolean =>
  catalogue.organs.get(organ)?.may.some((power) => power.kind === kind) === true

/** The organ, or the first it reports to, up the line, that may do this. Null: nobody on that line. */
export function empowered(organ: string | null, kind: MeasureKind, ruleset: Ruleset): string | null {
  const passed = new Set<string>()
  for (let id: string | null = organ; id !== null && !passed.has(id); id = ruleset.catalogue.organs.get(id)?.reportsTo ?? null) {
    if (mayDo(id, kind, ruleset)) return id
    passed.add(id)
  }
  return null
}
