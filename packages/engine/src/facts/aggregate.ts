/** Lines of goods to one fact. A list that is given is complete; a line without the figure leaves the sum unknown. */
import type { FactDefinition, FactValue, GoodsLine } from '@hegui/model'

type Aggregate = NonNullable<FactDefinition['aggregate']>

/** Undefined: unknown. An empty list gives 0, or false for `any`. */
export function aggregateOf(aggregate: Aggregate, goods: readonly GoodsLine[]): FactValue | undefined {
  const chosen = goods.map((line) => ({ line, fits: fits(aggregate, line) })).filter((each) => each.fits !== false)
  if (aggregate.function === 'any') return chosen.some((each) => each.fits === true) ? true : chosen.length > 0 ? undefined : false
  if (chosen.some((each) => each.fits === undefined)) return undefined
  if (aggregate.function === 'count') return chosen.length
  const figures = chosen.map(({ line }) => line[aggregate.field ?? 'quantity'])
  if (figures.some((figure) => figure === undefined || figure === null)) return undefined
  // Amounts are given to the gram or the fen; adding floats must not turn 0.1 + 0.2 into more than 0.3.
  return Math.round(figures.reduce<number>((sum, figure) => sum + (figure as number), 0) * 1e6) / 1e6
}

function fits(aggregate: Aggregate, line: GoodsLine): boolean | undefined {
  const { kind, unit } = aggregate.where ?? {}
  if (unit !== undefined && line.unit !== undefined && !unit.includes(line.unit)) return false
  if (kind !== undefined && line.kind !== null && !kind.includes(line.kind)) return false
  if (kind !== undefined && line.kind === null) return undefined
  return unit !== undefined && line.unit === undefined ? undefined : true
}
