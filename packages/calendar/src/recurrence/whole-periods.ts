/** Duties to be done so many times in each week, month, quarter or year. */
import { earliestDay, later, latestDay, type Period, type Span, sooner } from '../boundary'
import { addDays, addMonths, isoWeek, type LocalDate, lastOfMonth, weekday } from '../date'
import type { Occurrence, OccurrenceOptions } from './recurrence'

type PeriodUnit = 'week' | 'month' | 'quarter' | 'year'

interface WholePeriod extends Period {
  readonly key: string
}

const names: Readonly<Record<PeriodUnit, string>> = { week: '周', month: '月', quarter: '季度', year: '年' }
const monthsOf: Readonly<Record<Exclude<PeriodUnit, 'week'>, number>> = { month: 1, quarter: 3, year: 12 }

/** The week (Monday to Sunday), month, quarter or year that `day` lies in. */
function periodAround(unit: PeriodUnit, day: LocalDate): WholePeriod {
  if (unit === 'week') {
    const from = addDays(day, 1 - weekday(day))
    return { key: isoWeek(day), from, to: addDays(from, 6) }
  }
  const months = monthsOf[unit]
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  const first = month - ((month - 1) % months)
  const from = `${year}-${String(first).padStart(2, '0')}-01`
  const key = { year, quarter: `${year}-Q${(first - 1) / 3 + 1}`, month: from.slice(0, 7) }[unit]
  return { key, from, to: lastOfMonth(addMonths(from, months - 1).date) }
}

/**
 * One for each week, month, quarter or year, due by its end.
 *
 * Where the span cuts the first or the last of them, what is left of it is due by the cut end. Texts do not say whether
 * so short a period still asks for its full number: it does here, marked `partial`, unless the caller leaves them out.
 */
export function inWholePeriods(unit: PeriodUnit, times: number, period: Period, options: OccurrenceOptions): readonly Occurrence[] {
  const span = options.span ?? { from: null, to: null }
  const found: Occurrence[] = []
  for (let whole = periodAround(unit, period.from); ; whole = periodAround(unit, addDays(whole.to, 1))) {
    const occurrence = within(unit, times, whole, span)
    if (occurrence !== undefined && !(occurrence.partial && options.partialPeriods === 'left-out')) found.push(occurrence)
    if (whole.to >= period.to) return found
  }
}

function within(unit: PeriodUnit, times: number, whole: WholePeriod, { from, to }: Span): Occurrence | undefined {
  const opens = later(whole.from, earliestDay(from))
  const latest = sooner(whole.to, latestDay(to))
  if (opens > latest) return undefined
  const surelyFrom = later(whole.from, latestDay(from))
  /** Null: an end that may have come at any time, so that no day is surely before it. */
  const surelyTo = to !== null && earliestDay(to) === null ? null : sooner(whole.to, earliestDay(to))
  const earliest = later(opens, surelyTo)
  const partial = surelyFrom > whole.from || surelyTo !== whole.to
  return {
    key: whole.key,
    opens,
    due: { earliest, latest },
    count: times,
    holds: surelyTo !== null && surelyFrom <= surelyTo ? 'certain' : 'possible',
    ...(partial ? { partial, note: partialNote(unit, whole, { from: opens, to: latest }) } : {}),
  }
}

function partialNote(unit: PeriodUnit, whole: WholePeriod, left: Period): string {
  const cut = left.from > whole.from || left.to < whole.to
  return cut
    ? `这一${names[unit]}（${whole.from}至${whole.to}）只有${left.from}至${left.to}在期间内；原文没有写不满一${names[unit]}的怎么办，照一次算。`
    : `期间的起止不确定，可能不满这一${names[unit]}（${whole.from}至${whole.to}）；原文没有写不满一${names[unit]}的怎么办，照一次算。`
}
