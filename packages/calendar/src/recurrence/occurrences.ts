/**
 * Recurring duties, placed on the calendar.
 *
 * Whatever period is asked for, a time keeps its key, its opening and its due day: two periods that adjoin give
 * together what the whole gives. What no text dates is not dated here either, but said to be open.
 */
import { type Boundary, earliestDay, latestDay, type Period, requirePeriod } from '../boundary'
import { isLocalDate } from '../date'
import { fortnightDeadlines, fromDeadlines, monthDayDeadlines, weekdayDeadlines, widened } from './deadlines'
import { movedDue } from './moved-due'
import type { Occurrence, OccurrenceOptions, Occurrences, OnHoliday, Recurrence, Unplaced } from './recurrence'
import { inWholePeriods } from './whole-periods'

/** The times whose latest due day lies in `period`, by due day. Throws RangeError on days, times or numbers that cannot be. */
export function occurrencesOf(recurrence: Recurrence, period: Period, options: OccurrenceOptions = {}): Occurrences {
  requirePeriod(period)
  requireSound(recurrence)
  const found = placed(recurrence, period, options)
  if ('unplaced' in found) return found
  const inPeriod = found.filter(({ due }) => due.latest >= period.from && due.latest <= period.to)
  return { occurrences: inPeriod.map((occurrence) => afterIssue(occurrence, options)).sort(byDue) }
}

function placed(recurrence: Recurrence, period: Period, options: OccurrenceOptions): readonly Occurrence[] | Unplaced {
  const span = options.span ?? { from: null, to: null }
  const wide = widened(period)
  switch (recurrence.every) {
    case 'week':
      return 'times' in recurrence
        ? inWholePeriods('week', recurrence.times, period, options)
        : fromDeadlines(weekdayDeadlines(wide, recurrence.weekday, recurrence.before, recurrence.about === 'week-before'), span, recurrence.onHoliday)
    case 'month':
      return 'times' in recurrence
        ? inWholePeriods('month', recurrence.times, period, options)
        : fromDeadlines(monthDayDeadlines(wide, recurrence.byDays), span, recurrence.onHoliday)
    case 'quarter':
    case 'year':
      return inWholePeriods(recurrence.every, recurrence.times, period, options)
    case 'two-weeks':
      return recurrence.anchor === null ? anchorUnknown : fromDeadlines(fortnightDeadlines(wide, recurrence.anchor), span, recurrence.onHoliday)
    case 'once':
      return [once(recurrence, options)]
    case 'action':
      return { occurrences: [], unplaced: 'per-action', note: '每开展一次行动做一次，行动在哪天没有写。' }
    case 'finding':
      return { occurrences: [], unplaced: 'per-finding', note: '发现了就立即做，没有固定的日子。' }
    case 'irregular':
      return { occurrences: [], unplaced: 'irregular', note: '原文没有写多久一次，也没有写哪天以前。' }
    default:
      return refuse(recurrence)
  }
}

const anchorUnknown: Unplaced = {
  occurrences: [],
  unplaced: 'anchor-unknown',
  note: '每两周一次，原文没有写第一次在哪天，各次的日期推算不出来。',
  question: '第一次是哪一天？',
}

function once({ by, onHoliday }: { readonly by: Boundary; readonly onHoliday?: OnHoliday | undefined }, { span }: OccurrenceOptions): Occurrence {
  const opens = earliestDay(span?.from ?? null)
  const [first, last] = [earliestDay(by), latestDay(by)]
  const due = { earliest: first === null ? null : movedDue(first, onHoliday).earliest, latest: movedDue(last, onHoliday).latest }
  const wording = typeof by === 'string' ? '' : `原文写“${by.wording}”，没有写是哪一天。`
  const moved = typeof by === 'string' && due.latest !== by ? `${by}不上班，按原文移到${due.latest}。` : ''
  const note = wording + moved
  return { key: 'once', opens: opens === null || opens > due.latest ? null : opens, due, count: 1, holds: 'certain', ...(note === '' ? {} : { note }) }
}

/** Nobody can be late for what fell due before the plan was there to read. */
function afterIssue(occurrence: Occurrence, { issuedOn }: OccurrenceOptions): Occurrence {
  const issued = latestDay(issuedOn ?? null)
  if (issued === null || occurrence.due.latest > issued) return occurrence
  const note = `方案${typeof issuedOn === 'string' ? `${issued}印发` : `最晚${issued}印发`}，这一次的截止日不晚于印发日，不能据此认定迟报。`
  return { ...occurrence, holds: 'possible', note: (occurrence.note ?? '') + note }
}

function byDue(a: Occurrence, b: Occurrence): number {
  if (a.due.latest !== b.due.latest) return a.due.latest < b.due.latest ? -1 : 1
  return a.key < b.key ? -1 : 1
}

/** Recurrences come from JSON, past the compiler. */
function requireSound(recurrence: Recurrence): void {
  if ('weekday' in recurrence) requireWhole('weekday', recurrence.weekday, 7)
  if ('times' in recurrence) requireWhole('times', recurrence.times, Number.MAX_SAFE_INTEGER)
  if ('before' in recurrence && recurrence.before !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(recurrence.before)) {
    throw new RangeError(`before is ${JSON.stringify(recurrence.before)}; give a time of day, 'HH:MM', 00:00 to 23:59`)
  }
  if ('anchor' in recurrence && recurrence.anchor !== null && !isLocalDate(recurrence.anchor)) {
    throw new RangeError(`anchor is ${JSON.stringify(recurrence.anchor)}; give a day that exists, 'YYYY-MM-DD', or null`)
  }
}

function requireWhole(name: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most) throw new RangeError(`${name} is ${value}; give a whole number from 1 to ${most}`)
}

function refuse(recurrence: never): never {
  throw new RangeError(`recurrence is ${JSON.stringify(recurrence)}; its \`every\` is none that is known`)
}
