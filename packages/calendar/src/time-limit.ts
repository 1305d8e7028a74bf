/**
 * Statutory time limits (期限): from the day they start to the last day on which they can be met.
 *
 * Nothing here knows a statute. Whether the start day counts, whether days are working days and
 * whether a last day on a holiday moves is for each statute to say, and for the caller to pass on.
 */
import { addDays, addMonths, daysBetween, isLocalDate, type LocalDate } from './date'
import type { TimeLimit, TimeLimitResult } from './limit'
import type { CountedStretch } from './stretch'
import { timeLimitNote } from './time-limit-note'
import { knowledge } from './workday'
import { countWorkingDays } from './working-day-count'

const mostDays = 3660
const mostMonths = 120

type Counted = Omit<TimeLimitResult, 'certain' | 'note'>

/** Counts the limit. Throws RangeError on a date or an amount that cannot be. */
export function countTimeLimit(limit: TimeLimit): TimeLimitResult {
  requireSound(limit)
  const counted = moveLastDay(limit, count(limit))
  const certain = counted.earliest === counted.latest
  return { ...counted, certain, note: timeLimitNote(limit, { ...counted, certain }) }
}

function count(limit: TimeLimit): Counted {
  const { start, amount, unit } = limit
  const excluded = limit.startDay !== 'included'
  const skipped: CountedStretch[] = excluded || amount === 0 ? [{ from: start, to: start, days: 1, counted: false, reason: 'start-day' }] : []
  if (amount === 0) return { due: start, earliest: start, latest: start, counting: skipped }
  const first = excluded ? addDays(start, 1) : start
  if (unit === 'working-day') {
    const found = countWorkingDays(first, amount, knowledge(limit.asOf))
    return { ...found, counting: [...skipped, ...found.counting] }
  }
  const due = unit === 'month' ? lastDayOfMonths(start, amount, excluded) : addDays(first, amount - 1)
  const days = daysBetween(first, due) + 1
  const stretch: CountedStretch = { from: first, to: due, days, counted: true, reason: unit }
  return { due, earliest: due, latest: due, counting: [...skipped, stretch] }
}

/**
 * The day that corresponds to the start, or the last of a month that lacks it. Where the start day
 * itself counts, the day before: but a lacking day was never reached, so the month still ends whole.
 */
function lastDayOfMonths(start: LocalDate, amount: number, excluded: boolean): LocalDate {
  const { date, clipped } = addMonths(start, amount)
  return excluded || clipped ? date : addDays(date, -1)
}

/** A limit in working days always ends on one; only an amount of 0 can leave it elsewhere. */
function moveLastDay(limit: TimeLimit, counted: Counted): Counted {
  if (limit.lastDayOnHoliday !== 'moves-to-next-workday') return counted
  if (limit.unit === 'working-day' && limit.amount > 0) return counted
  const { due, earliest, latest } = countWorkingDays(counted.due, 1, knowledge(limit.asOf))
  if (due === counted.due) return { due, earliest, latest, counting: counted.counting }
  const from = addDays(counted.due, 1)
  const moved: CountedStretch = {
    from,
    to: due,
    days: daysBetween(from, due) + 1,
    counted: false,
    reason: 'last-day-moved',
  }
  return { due, earliest, latest, counting: [...counted.counting, moved] }
}

function requireSound({ start, amount, unit, startDay, lastDayOnHoliday, asOf }: TimeLimit): void {
  if (!isLocalDate(start)) {
    throw new RangeError(`start is ${JSON.stringify(start)}; give a day that exists, 'YYYY-MM-DD', 1900 to 2100`)
  }
  const { from, to } = knowledge(asOf)
  // Without a single notice there is nothing to draw the latest day from.
  if (to < from) throw new RangeError(`asOf is ${asOf}; no notice this calendar holds was out by then`)
  requireOneOf('unit', unit, ['calendar-day', 'working-day', 'month'])
  requireOneOf('startDay', startDay, ['excluded', 'included', undefined])
  requireOneOf('lastDayOnHoliday', lastDayOnHoliday, ['stays', 'moves-to-next-workday', undefined])
  const most = unit === 'month' ? mostMonths : mostDays
  if (!Number.isInteger(amount) || amount < 0 || amount > most) {
    throw new RangeError(`amount is ${amount}; give a whole number of ${unit}s from 0 to ${most}`)
  }
}

/** A slip here would silently count by the default; rules come from JSON, past the compiler. */
function requireOneOf(name: string, value: string | undefined, accepted: readonly (string | undefined)[]): void {
  if (accepted.includes(value)) return
  const choices = accepted.filter((choice) => choice !== undefined).map((choice) => `'${choice}'`)
  throw new RangeError(`${name} is ${JSON.stringify(value)}; give ${choices.join(' or ')}`)
}
