/** The arithmetic of figures: exact to four decimals, so that the order of adding never shows. */
import type { AggregateCell, Evidence, FigureValue } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'

/** Sums are kept to 1/10 000; binary fractions would make 0.1 + 0.2 + 0.3 depend on the order. Exact up to 900 000 000 000. Never infinite: JSON cannot write it. */
export function sumOf(a: number, b: number): number {
  const rounded = Math.round((a + b) * 10_000) / 10_000
  return Number.isFinite(rounded) ? rounded : Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, a + b))
}

/** A sum beyond what numbers can hold has no upper bound that could be told. */
const upperSum = (a: number, b: number): number | null => (a + b >= Number.MAX_VALUE ? null : sumOf(a, b))

const MOST_EVIDENCE = 100
export const noEvidence: Evidence = { records: [], more: 0 }

/** The first ids of both by code unit. A record that adds to both is listed for both: counts stay exact. */
function joinEvidence(a: Evidence, b: Evidence): Evidence {
  // The usual case of a long stream: the list is full, and what comes sorts after it.
  const [last, next] = [a.records[MOST_EVIDENCE - 1], b.records[0]]
  if (last !== undefined && next !== undefined && last <= next) return { records: a.records, more: a.more + b.more + b.records.length }
  const records = [...a.records, ...b.records].sort(byCodeUnit)
  return { records: records.slice(0, MOST_EVIDENCE), more: a.more + b.more + Math.max(0, records.length - MOST_EVIDENCE) }
}

/** Each record once; `more` is then at most so many, since records that are not listed cannot be told apart. */
export function distinctEvidence(parts: readonly Evidence[]): Evidence {
  const records = [...new Set(parts.flatMap((part) => part.records))].sort(byCodeUnit)
  return { records: records.slice(0, MOST_EVIDENCE), more: parts.reduce((sum, part) => sum + part.more, 0) + Math.max(0, records.length - MOST_EVIDENCE) }
}

/** Two cells of one formula, region and day. */
export const joinCells = (a: AggregateCell, b: AggregateCell): AggregateCell => ({
  ...a,
  min: sumOf(a.min, b.min),
  possible: sumOf(a.possible, b.possible),
  unbounded: a.unbounded + b.unbounded,
  evidence: joinEvidence(a.evidence, b.evidence),
})

export const cellKey = ({ formula, region, day }: Pick<AggregateCell, 'formula' | 'region' | 'day'>): string => `${formula} ${region ?? '-'} ${day ?? '-'}`

/** Cells in the order of an aggregate: formula, region, day, by code unit; what is not known first. */
export const sortedCells = (cells: ReadonlyMap<string, AggregateCell>): readonly AggregateCell[] =>
  [...cells].sort(([a], [b]) => byCodeUnit(a, b)).map(([, cell]) => cell)

export const addValues = (a: FigureValue, b: FigureValue): FigureValue => ({
  min: sumOf(a.min, b.min),
  max: a.max === null || b.max === null ? null : upperSum(a.max, b.max),
})
