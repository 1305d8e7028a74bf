/** Runs of days with soft edges. */
import { type Boundary, earliestDay, later, latestDay, type Period, type Span, sooner } from '../boundary'
import type { LocalDate } from '../date'
import type { DayRange } from './window'

/** The days of `span` that lie in `within`; undefined where none can. An end that is open goes as far as `within`. */
export function rangeOf({ from, to }: Span, within: Period): DayRange | undefined {
  const widest = { from: first(earliestDay(from), within), to: last(to === null ? null : latestDay(to), within) }
  if (widest.from > widest.to) return undefined
  return { ...widest, certain: surely(from, to, within) }
}

function surely(from: Boundary | null, to: Boundary | null, within: Period): Period | null {
  const end = to === null ? within.to : earliestDay(to)
  if (end === null) return null
  const sure = { from: first(latestDay(from), within), to: last(end, within) }
  return sure.from <= sure.to ? sure : null
}

const first = (day: LocalDate | null, within: Period): LocalDate => later(within.from, day)
const last = (day: LocalDate | null, within: Period): LocalDate => sooner(within.to, day)

/** The days of both; certain where both are. */
export function intersection(a: DayRange, b: DayRange): DayRange | undefined {
  const widest = common(a, b)
  if (widest === null) return undefined
  return { ...widest, certain: a.certain === null || b.certain === null ? null : common(a.certain, b.certain) }
}

function common(a: Period, b: Period): Period | null {
  const both = { from: later(a.from, b.from), to: sooner(a.to, b.to) }
  return both.from <= both.to ? both : null
}

/** Undefined where the day lies outside. */
export function certaintyOn(day: LocalDate, range: DayRange): 'certain' | 'possible' | undefined {
  if (day < range.from || day > range.to) return undefined
  return range.certain !== null && day >= range.certain.from && day <= range.certain.to ? 'certain' : 'possible'
}
