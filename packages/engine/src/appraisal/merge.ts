/** Two aggregates into one, as if their records had been counted together: districts into a city, months into a year. */
import { type Aggregate, type AggregateCell, type Problem, problem } from '@hegui/model'
import { hashOf } from '../ruleset/hash.js'
import { byCodeUnit } from '../ruleset/order.js'
import { cellKey, joinCells, sortedCells } from './cell.js'
import { joinTraces } from './traces.js'

export type MergeResult = { readonly ok: true; readonly aggregate: Aggregate } | { readonly ok: false; readonly problems: readonly Problem[] }

/** Commutative and associative. Aggregates of other plans or packs, or with a source in common, are not merged. */
export function mergeAggregates(a: Aggregate, b: Aggregate): MergeResult {
  const problems = [
    ...(a.plan === b.plan ? [] : [problem('HG8003', ['plan'], { a: a.plan, b: b.plan })]),
    ...(hashOf(a.packs) === hashOf(b.packs) ? [] : [problem('HG8004', ['packs'], { a: packsText(a), b: packsText(b) })]),
    ...b.sources.flatMap((source, index) => {
      // No records at all is no sign of a source: two empty ones have the same hash.
      const same = a.sources.find((each) => each.id === source.id || (each.records > 0 && each.hash === source.hash))
      return same === undefined ? [] : [problem('HG8005', ['sources', index], { a: same.id, b: source.id })]
    }),
  ]
  if (problems.length > 0) return { ok: false, problems }
  // What only one of them counted is not known of both: it is left out, and so is not taken for nothing.
  const formulas = a.formulas.filter((formula) => b.formulas.includes(formula))
  const common = ({ formula }: AggregateCell): boolean => formulas.includes(formula)
  const cells = new Map<string, AggregateCell>(a.cells.filter(common).map((cell) => [cellKey(cell), cell]))
  for (const cell of b.cells.filter(common)) {
    const known = cells.get(cellKey(cell))
    cells.set(cellKey(cell), known === undefined ? cell : joinCells(known, cell))
  }
  return {
    ok: true,
    aggregate: {
      schema: 'hegui/aggregate@1',
      plan: a.plan,
      packs: a.packs,
      sources: [...a.sources, ...b.sources].sort((x, y) => byCodeUnit(x.id, y.id)),
      formulas,
      cells: sortedCells(cells),
      traces: joinTraces(a.traces, b.traces),
    },
  }
}

const packsText = ({ packs }: Aggregate): string => packs.map((pack) => `${pack.id}@${pack.version} ${pack.hash.slice(0, 14)}`).join('、')
