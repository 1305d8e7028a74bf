/**
 * 在一个月以内: how far a stretch of days or months reaches.
 *
 * The texts say neither from when it is counted nor whether its first day counts. `narrow` counts the first day (a month
 * from 15 March ends on 14 April), `wide` does not (it ends on 15 April). What holds only in the wide stretch is open.
 */
import { addDays, addMonths } from '@hegui/calendar'
import type { FigureValue, Trigger } from '@hegui/model'

export type Within = NonNullable<Extract<Trigger, { readonly compare: string }>['within']>
export type Width = 'narrow' | 'wide'

/** The last day of a stretch from `first`. A month without that day ends on its last one, in either count. */
export function lastDayOf(first: string, within: Within, width: Width): string {
  if ('days' in within) return addDays(first, width === 'narrow' ? within.days - 1 : within.days)
  const { date, clipped } = addMonths(first, within.months)
  return width === 'wide' || clipped ? date : addDays(date, -1)
}

/** The earliest first day of a stretch that still covers `last`. */
export function firstDayOf(last: string, within: Within, width: Width): string {
  let first = 'days' in within ? addDays(last, -within.days) : addDays(last, -31 * within.months - 1)
  while (lastDayOf(first, within, width) < last) first = addDays(first, 1)
  return first
}

/** Each day on which something counted, with what the stretch that ends on it comes to at the most or the least; in order. */
export function* stretchSums(
  byDay: ReadonlyMap<string, FigureValue>,
  end: 'min' | 'max',
  firstOf: (last: string) => string,
): Generator<readonly [last: string, sum: number]> {
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))
  const amount = (at: number): number => days[at]?.[1][end] ?? 0
  let sum = 0
  let start = 0
  for (const [at, [last]] of days.entries()) {
    sum += amount(at)
    for (const first = firstOf(last); (days[start]?.[0] ?? last) < first; start++) sum -= amount(start)
    yield [last, sum]
  }
}
