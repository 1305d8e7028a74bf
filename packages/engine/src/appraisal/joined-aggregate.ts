/** All that was counted, in one aggregate: what is counted now and what was saved before. */
import { type Aggregate, type AppraisalFile, aggregateSchema, checkShape, type Plan, type Problem } from '@hegui/model'
import type { Ruleset } from '../ruleset/ruleset.js'
import { createAggregator } from './aggregate.js'
import { mergeAggregates } from './merge.js'

/** Saved aggregates may be anything: one that is malformed, of another plan or of other packs, or counted already, is left out and reported. */
export function joinedAggregate(
  plan: Plan,
  file: AppraisalFile,
  ruleset: Ruleset,
  counted: Aggregate | undefined,
  saved: readonly unknown[],
): { readonly aggregate: Aggregate; readonly problems: readonly Problem[] } {
  let aggregate = counted ?? { ...createAggregator(ruleset, { plan, file, source: 'nothing' }).result(), sources: [] }
  const problems = saved.flatMap((value, index) => {
    const wrong = checkShape(aggregateSchema, value)
    const merged = wrong.length > 0 ? { ok: false as const, problems: wrong } : mergeAggregates(aggregate, value as Aggregate)
    if (!merged.ok) return merged.problems.map((found) => ({ ...found, path: [index, ...found.path] }))
    aggregate = merged.aggregate
    return []
  })
  return { aggregate, problems }
}
