/** The facts of each conduct of a record, as an assessment gathers them: for whoever decides elsewhere, as SQL does. */
import type { InspectionRecord, Problem } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import { collectFacts, type Span, spanOf } from '../facts/collect.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { type AssessOptions, prepare } from './assess.js'

export interface ConductFacts {
  readonly conduct: string
  readonly span: Span
  /** Derived ones, sums of goods, limits of the day, are among them. */
  readonly facts: Facts
}
export type ConductFactsResult =
  | { readonly ok: true; readonly record: InspectionRecord; readonly conducts: readonly ConductFacts[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** In the order of the record. A record that could not be assessed gives its problems. */
export function conductFactsOf(value: unknown, ruleset: Ruleset, options: AssessOptions = {}): ConductFactsResult {
  const ready = prepare(value, ruleset, options)
  if (!ready.ok) return ready
  const { record, decidedOn } = ready
  const conducts = record.conducts.map((conduct): ConductFacts => {
    const span = spanOf(conduct, decidedOn)
    return { conduct: conduct.id, span, facts: collectFacts(record, conduct, span, ruleset.vocabulary.facts.values(), decidedOn) }
  })
  return { ok: true, record, conducts }
}
