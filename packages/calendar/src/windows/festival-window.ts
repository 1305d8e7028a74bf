/** Windows that follow the lunar calendar: from 腊月廿三 to 正月十五, whatever days those are. */
import type { Period } from '../boundary'
import { addDays, type LocalDate } from '../date'
import { rangeOf } from './day-range'
import type { DayRange, FestivalDays, MissingFestival, Window, WindowDays } from './window'

type FestivalWindow = Extract<Window, { readonly kind: 'festival' }>

/** The days in `period`. Years that the table does not reach are said to be missing, where they could matter to the period. */
export function festivalDays(window: FestivalWindow, period: Period, festivalDay: FestivalDays): WindowDays {
  const found = yearsOf(window, period).map((year) => inYear(window, year, festivalDay))
  const ranges = found.flatMap(({ spans }) => spans.map((span) => rangeOf(span, period)).filter((range): range is DayRange => range !== undefined))
  return { ranges, missing: found.flatMap(({ year, missing }) => missing.filter(() => window.year !== 'every-year' || inside(year, period))) }
}

/** Of a window of every year, the one that began the year before may still run. */
function yearsOf({ year }: FestivalWindow, { from, to }: Period): readonly number[] {
  if (year !== 'every-year') return [year]
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)) + 1]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

const inside = (year: number, { from, to }: Period): boolean => year >= Number(from.slice(0, 4)) && year <= Number(to.slice(0, 4))

interface OfOneYear {
  readonly year: number
  readonly spans: readonly Period[]
  readonly missing: readonly MissingFestival[]
}

function inYear({ from, to }: FestivalWindow, year: number, festivalDay: FestivalDays): OfOneYear {
  const starts = around(from.festival, year, festivalDay).filter((day) => day.startsWith(`${year}-`))
  if (starts.length === 0) return { year, spans: [], missing: [{ festival: from.festival, year }] }
  const spans = starts.map((start) => {
    const end = [year, year + 1].flatMap((each) => around(to.festival, each, festivalDay)).find((day) => day >= start)
    return end === undefined ? undefined : { from: addDays(start, from.offset ?? 0), to: addDays(end, to.offset ?? 0) }
  })
  const whole = spans.filter((span) => span !== undefined)
  // The next one after a festival near the year's end is listed under the year that follows.
  return { year, spans: whole, missing: whole.length === spans.length ? [] : [{ festival: to.festival, year }] }
}

function around(festival: string, year: number, festivalDay: FestivalDays): readonly LocalDate[] {
  const days = [year - 1, year, year + 1].map((each) => festivalDay(festival, each))
  return [...new Set(days.filter((day) => day !== undefined))].sort()
}
