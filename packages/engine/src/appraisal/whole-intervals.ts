/** A period as the weeks, months or years it consists of, where it consists of whole ones. */
import { addDays, daysBetween, isLocalDate, weekday } from '@hegui/calendar'
import type { FigureContext } from './figure.js'

type Period = FigureContext['period']
export type IntervalLength = 'week' | 'month' | 'year'

/** Monday to Sunday, calendar months or years; in order, each day in exactly one. null: the period begins or ends within one. */
export function wholeIntervals({ from, to }: Period, length: IntervalLength): readonly Period[] | null {
  if (!begins(from, length)) return null
  const intervals: Period[] = []
  for (let first = from; first <= to; ) {
    const last = lastOf(first, length, to)
    if (last === undefined || last > to) return null
    intervals.push({ from: first, to: last })
    if (last === to) return intervals
    first = addDays(last, 1)
  }
  return null
}

const begins = (day: string, length: IntervalLength): boolean => (length === 'week' ? weekday(day) === 1 : day.endsWith(length === 'month' ? '-01' : '-01-01'))

/** Never looks past `to`: the calendar has a last day. */
function lastOf(first: string, length: IntervalLength, to: string): string | undefined {
  switch (length) {
    case 'week':
      return daysBetween(first, to) < 6 ? undefined : addDays(first, 6)
    case 'month':
      return ['31', '30', '29', '28'].map((day) => `${first.slice(0, 8)}${day}`).find(isLocalDate)
    case 'year':
      return `${first.slice(0, 4)}-12-31`
    default:
      return length satisfies never
  }
}
