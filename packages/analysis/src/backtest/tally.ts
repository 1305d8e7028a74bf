/** Counts of changes by rule and region, with the first few records of each; what is kept does not grow with the number of records. */
import type { OutcomeName } from '../diff/outcome.js'
import { type ChangeKind, changeKinds } from './rule-changes.js'

export type KindCounts = Readonly<Record<ChangeKind, number>>

interface TransitionCount {
  readonly from: OutcomeName
  readonly to: OutcomeName
  readonly count: number
}

export interface RegionChanges<Example> {
  /** As the record has it, cut to the county; null: the record does not say. */
  readonly region: string | null
  readonly counts: KindCounts
  readonly examples: readonly Example[]
}

export interface RuleTally<Example> {
  readonly rule: string
  readonly counts: KindCounts
  /** Of answers that changed, the most frequent first. */
  readonly transitions: readonly TransitionCount[]
  /** By code, unknown places last. */
  readonly regions: readonly RegionChanges<Example>[]
}

interface Counted {
  readonly rule: string
  readonly from: OutcomeName
  readonly to: OutcomeName
  readonly kinds: readonly ChangeKind[]
}

export interface Tally<Example> {
  /** `example` is only asked for where it is kept. */
  readonly add: (change: Counted, region: string | null, example: () => Example) => void
  /** By rule id. */
  readonly rules: () => readonly RuleTally<Example>[]
}

interface Cell<Example> {
  readonly counts: Record<ChangeKind, number>
  readonly examples: Example[]
}

interface Row<Example> {
  readonly transitions: Map<string, { readonly from: OutcomeName; readonly to: OutcomeName; count: number }>
  readonly regions: Map<string | null, Cell<Example>>
}

/** `examples`: at most so many of each rule and region. */
export function createTally<Example>(examples: number): Tally<Example> {
  const rows = new Map<string, Row<Example>>()
  return {
    add: ({ rule, from, to, kinds }, place, example) => {
      const row = rows.get(rule) ?? { transitions: new Map(), regions: new Map() }
      rows.set(rule, row)
      const region = place?.slice(0, COUNTY) ?? null
      const cell = row.regions.get(region) ?? { counts: { ...noCounts }, examples: [] }
      row.regions.set(region, cell)
      for (const kind of kinds) cell.counts[kind] += 1
      if (cell.examples.length < examples) cell.examples.push(example())
      if (from === to) return
      const transition = row.transitions.get(`${from}>${to}`) ?? { from, to, count: 0 }
      row.transitions.set(`${from}>${to}`, transition)
      transition.count += 1
    },
    rules: () =>
      [...rows]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([rule, { transitions, regions }]) => ({
          rule,
          counts: summed([...regions.values()].map(({ counts }) => counts)),
          transitions: [...transitions.values()].sort((a, b) => b.count - a.count || (`${a.from}>${a.to}` < `${b.from}>${b.to}` ? -1 : 1)),
          regions: [...regions]
            .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
            .map(([region, cell]) => ({ region, counts: cell.counts, examples: cell.examples })),
        })),
  }
}

/** Digits of a code that name a county (GB/T 2260); villages would be as many as records. */
const COUNTY = 6

const noCounts: KindCounts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as KindCounts

export const summed = (counts: readonly KindCounts[]): KindCounts =>
  Object.fromEntries(changeKinds.map((kind) => [kind, counts.reduce((sum, each) => sum + each[kind], 0)])) as KindCounts
