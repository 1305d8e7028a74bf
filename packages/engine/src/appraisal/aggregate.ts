/** Records in, an aggregate out: one cell per figure, region and day, however many records there are. */
import {
  type Aggregate,
  type AggregateCell,
  type AppraisalFile,
  type Assessment,
  checkRecord,
  type InspectionRecord,
  type Plan,
  type Problem,
  problem,
} from '@hegui/model'
import { assess } from '../assessment/assess.js'
import { hashOf } from '../ruleset/hash.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { cellKey, joinCells, sortedCells, sumOf } from './cell.js'
import { type Atom, formulasOfPlan } from './formulas-of-plan.js'
import { type Counted, countedOf, type Term, termsOf } from './terms.js'
import { createTraceCollector, ordersTracing, tracesOf } from './traces.js'

export interface AggregateOptions {
  readonly plan: Plan
  /** Its configured targets are counted as well. */
  readonly file?: Pick<AppraisalFile, 'targets'>
  /** Names the records, for example a file or a district and a month: the same source is never merged twice. */
  readonly source: string
}

export interface Aggregator {
  /** Counts one record. A record with problems is not counted: they are returned. Formulas over findings assess it unless it was. */
  readonly add: (record: unknown, assessment?: Assessment) => readonly Problem[]
  readonly result: () => Aggregate
}
export interface AggregateResult {
  readonly aggregate: Aggregate
  /** Of the records that were not counted; paths start with the index of the record. */
  readonly problems: readonly Problem[]
}

const HASHES = 1n << 256n

/** For streams: of a record only its id is kept; the rest of the memory grows with regions and days. */
export function createAggregator(ruleset: Ruleset, { plan, file, source }: AggregateOptions): Aggregator {
  const formulas = formulasOfPlan(plan, file)
  const assesses = ordersTracing(plan) || [...formulas.values()].some((atom) => 'count' in atom && atom.count === 'findings')
  const traces = createTraceCollector()
  const cells = new Map<string, AggregateCell>()
  // Twice the same record would count twice. Ids are what memory keeps of each record.
  const seen = new Set<string>()
  // A sum of hashes is the same in any order of the records, and another as soon as one differs or comes twice.
  let hash = 0n
  const add = (value: unknown, given?: Assessment): readonly Problem[] => {
    // Assessing checks the record, and hashes it.
    const done = given === undefined && assesses ? assess(value, ruleset) : undefined
    if (done?.ok === false) return done.problems
    const problems = done === undefined ? checkRecord(value, ruleset.vocabulary, ruleset.catalogue) : []
    if (problems.length > 0) return problems
    const record = value as InspectionRecord
    if (seen.has(record.id)) return [problem('HG8006', ['id'], { id: record.id, source })]
    const foreign = given === undefined ? undefined : foreignness(record, given, ruleset)
    if (foreign !== undefined) return [problem('HG8007', [], { id: record.id, ...foreign })]
    const assessment = given ?? done?.assessment
    const counted = countedOf(record, ruleset, assessment)
    for (const cell of cellsOf(formulas, counted, ruleset)) {
      const key = cellKey(cell)
      const known = cells.get(key)
      cells.set(key, known === undefined ? cell : joinCells(known, cell))
    }
    if (assessment !== undefined) traces.add(tracesOf(record, assessment, plan, ruleset))
    seen.add(record.id)
    hash = (hash + BigInt(`0x${(assessment?.record.hash ?? hashOf(record)).slice('sha256:'.length)}`)) % HASHES
    return []
  }
  const result = (): Aggregate => ({
    schema: 'hegui/aggregate@1',
    plan: plan.id,
    packs: ruleset.packs,
    sources: [{ id: source, records: seen.size, hash: `sum-sha256:${hash.toString(16).padStart(64, '0')}` }],
    formulas: [...formulas.keys()],
    cells: sortedCells(cells),
    traces: traces.result(),
  })
  return { add, result }
}

/** An assessment is of one record as it was, by packs as they were. */
function foreignness(
  record: InspectionRecord,
  { record: of, packs }: Assessment,
  ruleset: Ruleset,
): { readonly why: string; readonly whyEn: string } | undefined {
  if (of.id !== record.id) return { why: '研判的是另一份记录', whyEn: 'it is of another record' }
  if (of.hash !== hashOf(record)) return { why: '研判以后记录改过', whyEn: 'the record has changed since' }
  return hashOf(packs) === hashOf(ruleset.packs) ? undefined : { why: '用的是别的规则包', whyEn: 'it was made with other packs' }
}

/** What one record adds, each cell once, so that it is its evidence once. */
function cellsOf(formulas: ReadonlyMap<string, Atom>, counted: Counted, ruleset: Ruleset): Iterable<AggregateCell> {
  const { record } = counted
  const own = new Map<string, AggregateCell>()
  for (const [formula, atom] of formulas) {
    for (const term of termsOf(atom, counted, ruleset)) {
      const place = { formula, region: record.region ?? null, day: term.day }
      const key = cellKey(place)
      const known = own.get(key) ?? { ...place, min: 0, possible: 0, unbounded: 0, evidence: { records: [record.id], more: 0 } }
      own.set(key, withTerm(known, term))
    }
  }
  return own.values()
}

function withTerm(cell: AggregateCell, { truth, amount }: Term): AggregateCell {
  if (amount === null) return { ...cell, unbounded: cell.unbounded + 1 }
  return truth === 'holds' ? { ...cell, min: sumOf(cell.min, amount) } : { ...cell, possible: sumOf(cell.possible, amount) }
}

/** All records at once. Those with problems are left out and said. */
export function aggregateOf(records: Iterable<unknown>, ruleset: Ruleset, options: AggregateOptions): AggregateResult {
  const { add, result } = collecting(ruleset, options)
  for (const record of records) add(record)
  return result()
}

/** As `aggregateOf`, of records that arrive one by one. */
export async function aggregateAsync(
  records: AsyncIterable<unknown> | Iterable<unknown>,
  ruleset: Ruleset,
  options: AggregateOptions,
): Promise<AggregateResult> {
  const { add, result } = collecting(ruleset, options)
  for await (const record of records) add(record)
  return result()
}

/** An aggregator that keeps the problems, each at the index of its record. */
function collecting(ruleset: Ruleset, options: AggregateOptions): { readonly add: (record: unknown) => void; readonly result: () => AggregateResult } {
  const aggregator = createAggregator(ruleset, options)
  const problems: Problem[] = []
  let index = 0
  return {
    add: (record) => {
      for (const found of aggregator.add(record)) problems.push({ ...found, path: [index, ...found.path] })
      index += 1
    },
    result: () => ({ aggregate: aggregator.result(), problems }),
  }
}
