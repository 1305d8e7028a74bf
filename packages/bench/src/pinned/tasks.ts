/** What is measured in this process beside other tasks, and alone in a process of its own. */
import { assess, compileModule, createRuleset, type Facts, type Ruleset } from '@hegui/engine'
import type { FactValue, InspectionRecord } from '@hegui/model'
import type { Task } from './interleaved.js'
import { loaded } from './loaded.js'
import { nested, stockEngine } from './stock.js'
import { type Flat, type Workload, withGaps } from './workload.js'

export function rulesetOf({ pack }: Workload, compiled: readonly unknown[] = []): Ruleset {
  const result = createRuleset([pack], { compiled })
  if (!result.ok) throw new Error(result.problems.map((found) => `${found.code} ${found.message}`).join('\n'))
  return result.ruleset
}

const known = (record: Flat): readonly (readonly [string, FactValue])[] =>
  Object.entries(record).flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]))
export const factsOf = (record: Flat): Facts => new Map(known(record))

export const inspection = (record: Flat, index: number): InspectionRecord => ({
  id: `bench-${index}`,
  inspectedOn: '2023-01-10',
  conducts: [{ id: 'c', date: '2023-01-10', facts: Object.fromEntries(known(record)) as never }],
})

/** Each is done with before the next: a stream of records keeps none. */
export function assessment(name: string, ruleset: Ruleset, records: readonly Flat[]): Task {
  const inspections = records.map(inspection)
  const run = (): void => {
    for (const each of inspections) assess(each, ruleset)
  }
  return { name, records: records.length, run }
}

/** Too slow for more than a few records. */
export function stock(leaves: 'path' | 'flat', { rules }: Workload, records: readonly Flat[]): Task {
  const engine = stockEngine(rules, leaves)
  const few = records.slice(0, 8).map((record): Readonly<Record<string, unknown>> => (leaves === 'path' ? nested(record) : record))
  const run = async (): Promise<void> => {
    for (const record of few) await engine.run({ ...record })
  }
  return { name: `stock, ${leaves}`, records: few.length, run }
}

/** As it is published: with its rules as a module. */
export async function published(workload: Workload): Promise<Ruleset> {
  return rulesetOf(workload, [await loaded(compileModule(rulesetOf(workload), { index: false }))])
}

/** Those that are measured in processes of their own, by name; `gaps`: the part of the facts that is unknown. */
export const contenders: Readonly<Record<string, (workload: Workload, gaps: number) => Promise<Task>>> = {
  'full assessment': async (workload, gaps) => assessment('full assessment', await published(workload), withGaps(workload.records, gaps)),
  'stock, flat': async (workload, gaps) => stock('flat', workload, withGaps(workload.records, gaps)),
}
