/** A range against an aim, and against a figure that was reported. */
import type { AppraisedStatistic, AppraisedTarget, FigureValue, Plan } from '@hegui/model'

export type Aim = NonNullable<Plan['targets'][number]['items'][number]['aim']>

/** Met or missed only where every number of the range is. */
export function stateAgainst({ min, max }: FigureValue, { compare, value }: Pick<Aim, 'compare' | 'value'>): AppraisedTarget['state'] {
  const [met, missed] = decided(compare, min, max ?? Number.POSITIVE_INFINITY, value)
  return met ? 'met' : missed ? 'missed' : 'undetermined'
}

function decided(compare: Aim['compare'], min: number, max: number, value: number): readonly [met: boolean, missed: boolean] {
  switch (compare) {
    case 'at-least':
      return [min >= value, max < value]
    case 'at-most':
      return [max <= value, min > value]
    case 'below':
      return [max < value, min >= value]
    case 'equal':
      return [min === value && max === value, min > value || max < value]
    default:
      return compare satisfies never
  }
}

/** Equal if both are certain and the same; consistent if some number fits both. */
export function comparisonOf(a: FigureValue | null, b: FigureValue | null): AppraisedStatistic['comparison'] {
  if (a === null || b === null) return 'not-compared'
  if (a.min === a.max && b.min === b.max) return a.min === b.min ? 'equal' : 'differs'
  const below = (one: FigureValue, other: FigureValue): boolean => one.max !== null && one.max < other.min
  return below(a, b) || below(b, a) ? 'differs' : 'consistent'
}
