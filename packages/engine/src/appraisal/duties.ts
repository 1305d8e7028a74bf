/** What a unit owed in a period, and whether it was done: every time of every duty that concerns it. */
import { addDays, compareDates, type LocalDate, type Occurrence, type Occurrences, occurrencesOf, type Period } from '@hegui/calendar'
import {
  type AppraisalFile,
  type AppraisedDuty,
  concerns,
  latestOf,
  type Plan,
  type PlanDuty,
  type Problem,
  problem,
  type Submission,
  shown,
  suggestion,
  type Unit,
} from '@hegui/model'
import { dutySpan, widestDays } from '../focus/plan-days.js'
import { clausesOf } from './clauses-of.js'
import { dutyState } from './duty-state.js'
import { bySubmission, type Matched, matchSubmissions } from './match-submissions.js'
import { dayOf, isAfter } from './moment.js'

export interface DutiesOptions {
  /** What falls due in these days, both included. */
  readonly period: Period
  /** A day or an instant: what was submitted later is not there yet. */
  readonly now: string
}

/** A submission of the unit that stands with none of the duties shown, and why. */
export interface SubmissionLeft {
  readonly submission: string
  readonly duty: string
  readonly why: 'other-period' | 'after-now' | 'not-its-duty' | 'no-such-time' | 'no-time-left'
  /** Which time it belongs to, where that time is due outside the period. */
  readonly occurrence: string | null
}

export interface AppraisedDuties {
  /** In the order of the plan, then by due day. */
  readonly duties: readonly AppraisedDuty[]
  /** In the order of the file. Together with the duties they hold every submission of the unit exactly once. */
  readonly left: readonly SubmissionLeft[]
  /** Paths lead into the file. */
  readonly problems: readonly Problem[]
}

/** The file must be in order (`checkAppraisalFile`). Throws RangeError on a period that cannot be. */
export function appraiseDuties(plan: Plan, unit: Unit, file: Pick<AppraisalFile, 'submissions' | 'anchors'>, { period, now }: DutiesOptions): AppraisedDuties {
  const own = (file.submissions ?? []).filter((each) => each.unit === unit.id)
  const there = own.filter(({ on }) => !isAfter(on, now)).sort(bySubmission)
  const left = new Map<string, SubmissionLeft>()
  const leave = ({ id, duty }: Submission, why: SubmissionLeft['why'], occurrence: string | null = null): void => {
    left.set(id, { submission: id, duty, why, occurrence })
  }
  for (const late of own.filter(({ on }) => isAfter(on, now))) leave(late, 'after-now')
  const keys = new Map<string, readonly string[]>()
  const mine = plan.duties.filter((duty) => concerns(plan, unit, duty))
  const duties = mine.flatMap((duty): readonly AppraisedDuty[] => {
    const submissions = there.filter((each) => each.duty === duty.id)
    const { recurrence, configured } = withAnchor(duty, file.anchors?.[duty.id])
    const found = occurrencesOf(recurrence, matchingDays(plan, period, submissions), { span: dutySpan(plan, duty), issuedOn: plan.issuedOn })
    if (found.unplaced !== undefined) {
      const inPeriod = submissions.filter(({ on }) => dayOf(on) >= period.from && dayOf(on) <= period.to)
      for (const other of submissions.filter((each) => !inPeriod.includes(each))) leave(other, 'other-period')
      return [undatedDuty(plan, duty, found, inPeriod)]
    }
    const owed = found.occurrences.filter(({ due }) => concerns(plan, unit, duty, due.latest))
    keys.set(
      duty.id,
      owed.map(({ key }) => key),
    )
    const matching = matchSubmissions(owed, submissions, 'before' in recurrence && recurrence.before !== undefined)
    for (const { submission, why } of matching.left) leave(submission, why)
    return owed
      .map((occurrence, at) => ({ occurrence, matched: matching.byOccurrence[at] ?? [] }))
      .filter(({ occurrence: { due, key }, matched }) => {
        const shownHere = due.latest >= period.from && due.latest <= period.to
        if (!shownHere) for (const { submission } of matched) leave(submission, 'other-period', key)
        return shownHere
      })
      .map(({ occurrence, matched }) => datedDuty(plan, duty, occurrence, matched, now, configured))
  })
  const mineIds = new Set(mine.map(({ id }) => id))
  for (const stray of there.filter(({ duty }) => !mineIds.has(duty))) leave(stray, 'not-its-duty')
  return { duties, left: own.flatMap(({ id }) => left.get(id) ?? []), problems: problemsOf(file.submissions ?? [], left, keys, plan) }
}

/** The anchor of the text, or else the one the unit gives. */
function withAnchor({ recurrence }: PlanDuty, anchor: LocalDate | undefined): { readonly recurrence: PlanDuty['recurrence']; readonly configured: boolean } {
  const configured = recurrence.every === 'two-weeks' && recurrence.anchor === null && anchor !== undefined
  return { recurrence: configured ? { ...recurrence, anchor } : recurrence, configured }
}

const longestRoundDays = 370
const soonerOf = (a: LocalDate, b: LocalDate): LocalDate => (compareDates(a, b) <= 0 ? a : b)
const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (compareDates(a, b) >= 0 ? a : b)

/**
 * The days in which to match: the whole plan, so that the answer for one time does not depend on the period asked for.
 *
 * An end that the plan does not give is set so far out that the times around every submission are there.
 */
function matchingDays(plan: Plan, period: Period, submissions: readonly Submission[]): Period {
  const { from, to } = widestDays(plan)
  const days = [period.from, period.to, ...submissions.map(({ on }) => dayOf(on))]
  const first = from ?? (plan.issuedOn === null ? null : latestOf(plan.issuedOn))
  const last = days.reduce(laterOf)
  return {
    from: (first === null ? days : [...days, first]).reduce(soonerOf),
    to: laterOf(last, to ?? (last > '2099-12-01' ? '2100-12-31' : addDays(last, longestRoundDays))),
  }
}

const common = (plan: Plan, duty: PlanDuty) => ({
  duty: duty.id,
  title: duty.title,
  ...(duty.lawfulShare === undefined ? {} : { lawfulShare: duty.lawfulShare }),
  clauses: [...clausesOf(plan, 'duty', duty.id)],
  flags: [...(duty.flags ?? [])],
})

function datedDuty(plan: Plan, duty: PlanDuty, occurrence: Occurrence, matched: readonly Matched[], now: string, configured: boolean): AppraisedDuty {
  const { key, opens, due, instant, count, note } = occurrence
  const { state, reason } = dutyState(occurrence, matched, now)
  // The only time there is needs no guess.
  const assumed = duty.recurrence.every !== 'once' && matched.some((each) => each.assumed)
  return {
    ...common(plan, duty),
    occurrence: key,
    opens,
    due: { ...due, ...(instant === undefined ? {} : { instant }), certain: due.earliest === due.latest && occurrence.holds === 'certain' },
    state,
    needed: count,
    made: matched.length,
    submissions: matched.map(({ submission }) => submission.id),
    assumed,
    reason: reason + (assumed ? '哪一次是按日期推定的。' : '') + (configured ? '起算日是单位填报的，原文没有写。' : '') + (note ?? ''),
  }
}

function undatedDuty(plan: Plan, duty: PlanDuty, found: Extract<Occurrences, { unplaced: string }>, submissions: readonly Submission[]): AppraisedDuty {
  return {
    ...common(plan, duty),
    occurrence: null,
    opens: null,
    due: null,
    state: found.unplaced === 'anchor-unknown' ? 'undetermined' : 'undated',
    needed: 0,
    made: submissions.length,
    submissions: submissions.map(({ id }) => id),
    assumed: false,
    reason: found.note,
    ...(found.question === undefined ? {} : { question: found.question }),
  }
}

/** What no time of the duty takes: a fault of the file, or something nobody asked for. */
function problemsOf(
  submissions: readonly Submission[],
  left: ReadonlyMap<string, SubmissionLeft>,
  keys: ReadonlyMap<string, readonly string[]>,
  plan: Plan,
): readonly Problem[] {
  return submissions.flatMap(({ id, duty, for: written, on }, index) => {
    const why = left.get(id)?.why
    const title = plan.duties.find((each) => each.id === duty)?.title ?? duty
    if (why === 'no-such-time') {
      const known = keys.get(duty) ?? []
      const params = { duty, title, titleEn: duty, id: shown(written ?? ''), ...suggestion(written ?? '', known) }
      return [problem('HG8018', ['submissions', index, 'for'], params)]
    }
    return why === 'no-time-left' ? [problem('HG8019', ['submissions', index, 'on'], { id, on, duty, title, titleEn: duty })] : []
  })
}
