/** Duties with a deadline that comes round: by Wednesday noon, by the 15th and the 30th, every second week. */
import { earliestDay, latestDay, type Period, type Span, sooner } from '../boundary'
import { addDays, daysBetween, isLocalDate, type LocalDate, lastOfMonth, weekday } from '../date'
import { monthDeadlines } from '../month-deadline'
import { movedDue } from './moved-due'
import type { Occurrence, OnHoliday } from './recurrence'

/** A deadline as the text names it, before any holiday moves it. */
export interface Deadline {
  readonly day: LocalDate
  /** Opens no sooner than this, whenever the one before fell due. */
  readonly opensFrom?: LocalDate
  readonly before?: string
  readonly shortened?: true
  readonly note?: string
}

/** No deadline moves farther than this, and none lies farther from the one before. */
const reachDays = 62
const firstDay: LocalDate = '1900-01-01'
const lastDay: LocalDate = '2100-12-31'

/** Days in which to look for deadlines, so that none that moves into the period is missed, nor the one before the first. */
export function widened({ from, to }: Period): Period {
  return {
    from: daysBetween(firstDay, from) <= reachDays ? firstDay : addDays(from, -reachDays),
    to: daysBetween(to, lastDay) <= reachDays ? lastDay : addDays(to, reachDays),
  }
}

/** Every `day` of the week in the period; 1 is Monday. */
export function weekdayDeadlines(period: Period, day: number, before: string | undefined, afterWeek: boolean): readonly Deadline[] {
  const deadlines: Deadline[] = []
  for (let at: LocalDate | undefined = plus(period.from, (day - weekday(period.from) + 7) % 7, period.to); at !== undefined; at = plus(at, 7, period.to)) {
    deadlines.push({
      day: at,
      ...(before === undefined ? {} : { before }),
      ...(afterWeek && daysBetween(firstDay, at) >= 7 ? { opensFrom: addDays(at, 1 - day) } : {}),
    })
  }
  return deadlines
}

/** The anchor, and every second week after it. */
export function fortnightDeadlines(period: Period, anchor: LocalDate): readonly Deadline[] {
  const deadlines: Deadline[] = []
  const skipped = Math.max(0, Math.ceil(daysBetween(anchor, period.from) / 14))
  for (let at = plus(anchor, 14 * skipped, period.to); at !== undefined; at = plus(at, 14, period.to)) {
    deadlines.push({ day: at, ...(at === anchor ? { opensFrom: anchor } : {}) })
  }
  return deadlines
}

/** By these days of each month. Days that a short month runs together (28日、30日 in February) are one deadline, and it says so. */
export function monthDayDeadlines(period: Period, byDays: readonly number[]): readonly Deadline[] {
  const days = [...new Set(byDays)].sort((a, b) => a - b)
  const deadlines: Deadline[] = []
  for (let month = period.from.slice(0, 7); ; month = addDays(lastOfMonth(`${month}-01`), 1).slice(0, 7)) {
    const inMonth = monthDeadlines(month, days)
    for (const day of new Set(inMonth.map(({ due }) => due))) {
      const written = inMonth.filter(({ due }) => due === day)
      const lacking = written.filter(({ shortened }) => shortened).map(({ byDay }) => `${byDay}日`)
      if (day < period.from || day > period.to) continue
      const together = written.length > 1 ? `${written.map(({ byDay }) => `${byDay}日`).join('、')}的合为一次。` : ''
      deadlines.push({
        day,
        ...(lacking.length === 0
          ? {}
          : { shortened: true, note: `${Number(month.slice(5))}月没有${lacking.join('、')}，以最后一天${Number(day.slice(8))}日为截止日。${together}` }),
      })
    }
    if (month >= period.to.slice(0, 7)) return deadlines
  }
}

/**
 * Deadlines inside the span, each open from the day after the one before it fell due.
 *
 * What is left of the span after its last deadline has none: the texts ask for a closing report there, not for one more round.
 */
export function fromDeadlines(deadlines: readonly Deadline[], span: Span, onHoliday: OnHoliday | undefined): readonly Occurrence[] {
  const [spanFrom, spanTo] = [earliestDay(span.from), latestDay(span.to)]
  const found: Occurrence[] = []
  let dueBefore: LocalDate | undefined
  for (const deadline of deadlines) {
    const due = movedDue(deadline.day, onHoliday)
    const opens = opening(deadline, dueBefore, spanFrom, due.earliest)
    dueBefore = due.latest
    if ((spanFrom !== null && deadline.day < spanFrom) || (spanTo !== null && deadline.day > spanTo)) continue
    const note = (deadline.note ?? '') + movedNote(deadline.day, due)
    found.push({
      key: deadline.day,
      opens,
      due,
      ...(deadline.before !== undefined && due.earliest === due.latest ? { instant: `${due.latest}T${deadline.before}:00+08:00` } : {}),
      count: 1,
      holds: surely(deadline.day, span) ? 'certain' : 'possible',
      ...(deadline.shortened ? { shortened: true } : {}),
      ...(note === '' ? {} : { note }),
    })
  }
  return found
}

function opening({ opensFrom }: Deadline, dueBefore: LocalDate | undefined, spanFrom: LocalDate | null, due: LocalDate): LocalDate | null {
  const after = opensFrom ?? (dueBefore === undefined ? null : addDays(dueBefore, 1))
  const opens = after === null ? spanFrom : spanFrom !== null && spanFrom > after ? spanFrom : after
  return opens === null ? null : sooner(opens, due)
}

function surely(day: LocalDate, { from, to }: Span): boolean {
  const [surelyFrom, surelyTo] = [latestDay(from), earliestDay(to)]
  return (surelyFrom === null || day >= surelyFrom) && (to === null || (surelyTo !== null && day <= surelyTo))
}

function movedNote(day: LocalDate, { earliest, latest }: { readonly earliest: LocalDate; readonly latest: LocalDate }): string {
  if (earliest !== latest) return `${day}以后的放假安排没有公布，截止日最早${earliest}，最晚${latest}。`
  return latest === day ? '' : `${day}不上班，按原文${latest > day ? '顺延' : '提前'}到${latest}。`
}

function plus(day: LocalDate, days: number, last: LocalDate): LocalDate | undefined {
  return isLocalDate(day) && daysBetween(day, last) >= days ? addDays(day, days) : undefined
}
