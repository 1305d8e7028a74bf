/** Which days a window has. */
import { type Period, requirePeriod } from '../boundary'
import { isLocalDate, type LocalDate, lastOfMonth } from '../date'
import { rangeOf } from './day-range'
import { festivalDays } from './festival-window'
import type { DayRange, Window, WindowContext, WindowDays } from './window'

/** The days of the window that lie in `period`, whether the campaign runs or not. Throws RangeError on days that cannot be. */
export function windowDays(window: Window, period: Period, context: WindowContext): WindowDays {
  requirePeriod(period)
  switch (window.kind) {
    case 'fixed':
      return days([rangeOf(window, period)])
    case 'quarter': {
      const { year, quarter } = window
      if (![1, 2, 3, 4].includes(quarter)) throw new RangeError(`quarter is ${quarter}; give 1, 2, 3 or 4`)
      return days([rangeOf({ from: monthDay(year, 3 * quarter - 2, 1), to: lastOfMonth(monthDay(year, 3 * quarter, 1)) }, period)])
    }
    case 'year':
      return days([rangeOf({ from: monthDay(window.year, 1, 1), to: monthDay(window.year, 12, 31) }, period)])
    case 'campaign':
      return days([rangeOf(context.campaign, period)])
    case 'stage': {
      const stage = context.stages.get(window.stage)
      if (stage === undefined) throw new RangeError(`stage is ${JSON.stringify(window.stage)}, which the plan does not have`)
      return days([rangeOf(stage, period)])
    }
    case 'season':
      return days(seasons(window.from, window.to, period))
    case 'festival':
      return festivalDays(window, period, context.festivalDay)
    default:
      return refuse(window)
  }
}

const days = (ranges: readonly (DayRange | undefined)[]): WindowDays => ({ ranges: ranges.filter((range) => range !== undefined), missing: [] })

function monthDay(year: number, month: number, day: number): LocalDate {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!isLocalDate(text)) throw new RangeError(`year is ${year}; give a year from 1900 to 2100`)
  return text
}

/** One for each year that reaches into the period; the season of the year before may still run in its first days. */
function seasons(from: string, to: string, period: Period): readonly (DayRange | undefined)[] {
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))]
  const overYearEnd = to < from
  return Array.from({ length: last - first + 2 }, (_, index) => first - 1 + index)
    .filter((year) => year >= 1900)
    .map((year) => rangeOf({ from: inYear(from, year), to: overYearEnd && year === 2100 ? '2100-12-31' : inYear(to, overYearEnd ? year + 1 : year) }, period))
}

/** The last of February stands in for the 29th. */
function inYear(text: string, year: number): LocalDate {
  if (!isLocalDate(`2000-${text}`)) throw new RangeError(`day of the year is ${JSON.stringify(text)}; give 'MM-DD'`)
  const day = `${year}-${text}`
  return isLocalDate(day) ? day : lastOfMonth(`${year}-${text.slice(0, 3)}01`)
}

function refuse(window: never): never {
  throw new RangeError(`window is ${JSON.stringify(window)}; its kind is none that is known`)
}
