/** Batches by column as tasks: what is decided when the columns stand filled, and what it costs to fill them. */
import { createBatchDecider, createRuleDecider, type Facts, type Ruleset } from '@hegui/engine'
import type { FactValue } from '@hegui/model'
import type { Task } from './interleaved.js'
import { twoValuedBatch } from './two-valued-columns.js'
import type { Flat, Workload } from './workload.js'

export const BATCH = 1024

/** `records`: as many as a batch holds. */
export function columnTasks({ rules, pack }: Workload, ruleset: Ruleset, records: readonly Flat[], maps: readonly Facts[]): readonly Task[] {
  if (records.length !== BATCH) throw new Error(`a batch of ${BATCH} is measured, not one of ${records.length}`)
  const columns = pack.facts
    .map(({ id }) => [id, records.map((record): FactValue | null => record[id] ?? null)] as const)
    .filter(([, values]) => values.some((value) => value !== null))
  const batch = createBatchDecider(ruleset, { size: BATCH })
  const limit = twoValuedBatch(rules, pack.facts, BATCH)
  const bytes = new Uint8Array(BATCH * rules.length)
  const byColumns = (): void => {
    batch.clear()
    for (const [fact, values] of columns) batch.fill(fact, values)
  }
  const byConducts = (): void => {
    batch.clear()
    for (const facts of maps) batch.add(facts)
  }
  const byColumnsTwoValued = (): void => {
    for (const [fact, values] of columns) limit.fill(fact, values)
  }
  const task = (name: string, run: () => unknown): Task => ({ name, records: BATCH, run })

  byConducts()
  byColumnsTwoValued()
  check()
  return [
    task('two-valued columns', limit.decide),
    task('columns', batch.decide),
    task('two-valued columns, filled by column', () => {
      byColumnsTwoValued()
      limit.decide()
    }),
    task('columns, filled by column', () => {
      byColumns()
      batch.decide()
    }),
    task('columns, filled by conduct', () => {
      byConducts()
      batch.decide()
    }),
    task('columns, filled and given by conduct', () => {
      byConducts()
      batch.decide().rows(bytes)
    }),
  ]

  /** Each conduct as it is decided alone; where nothing is unknown, the two values as well. */
  function check(): void {
    const { decide } = createRuleDecider(ruleset)
    const rows = batch.decide().rows()
    const placeOf = new Map(rules.map((rule, index) => [rule.id, index]))
    const two = limit.decide()
    for (const [row, facts] of maps.entries()) {
      const alone = decide(facts) ?? new Uint8Array()
      for (const [at, { id }] of batch.rules.entries()) {
        const bits = rows[row * rules.length + at] as number
        if (bits !== alone[at]) throw new Error(`${id} is decided differently in a batch, record ${row}`)
        const [applies, violated] = two[placeOf.get(id) as number] as readonly [Int32Array, Int32Array]
        const has = (set: Int32Array): boolean => (((set[row >>> 5] as number) >>> (row & 31)) & 1) === 1
        // Facts of other domains are unknown here too, but no rule that applies asks them.
        const isComplete = Object.values(records[row] as Flat).every((value) => value !== null)
        if (isComplete && (has(applies) !== ((bits & 3) === 3) || has(violated) !== (bits === 15)))
          throw new Error(`${id} is decided differently in two values, record ${row}`)
      }
    }
  }
}
