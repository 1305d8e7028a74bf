/**
 * Which duties of a plan a unit met, at `now`: by each time they fall due, from what it submitted.
 *
 * Nothing is held against a unit that is not certain: a due day the text leaves open, a time the plan may not reach or
 * reaches only in part, an hour that was not recorded are `undetermined`, with the reason.
 */
import { addDays, type Occurrence, type Occurrences, occurrencesOf, type Period } from '@hegui/calendar'
import { type AppraisalFile, type AppraisedDuty, concerns, type DutyState, type Plan, type PlanDuty, type Submission, type Unit } from '@hegui/model'
import { dutySpan, widestDays } from '../focus/plan-days.js'
import { byCodeUnit } from '../ruleset/order.js'
import { clausesOf } from './clauses.js'
import { type Filled, matchSubmissions } from './match-submissions.js'
import { dayOf } from './moment.js'
import { fallenDue, timingOf } from './timing.js'
import type { UnmatchedSubmission } from './unmatched.js'

export interface DutyOptions {
  /** Times whose latest due day lies in it; both ends included. */
  readonly period: Period
  /** A day (then its end), or an instant with offset. */
  readonly now: string
}

export interface AppraisedDuties {
  /** In the order of the plan, then by due day. */
  readonly duties: readonly AppraisedDuty[]
  /** Submissions for a time that the duty does not have. */
  readonly unmatched: readonly UnmatchedSubmission[]
  /** Ids of the other submissions of the unit, by code unit: for a time outside the period, for what is not its duty, or made after `now`. */
  readonly left: readonly string[]
}

/** The duties of a unit: those given to its kind of organ, and to the one that a role it holds stands for; `days` as of `concerns`. */
export const dutiesOf = (plan: Plan, unit: Pick<Unit, 'organ' | 'responsibilities'>, days?: Period): readonly PlanDuty[] =>
  plan.duties.filter((duty) => concerns(plan, unit, duty, days))

/** Every duty of the unit. What was submitted after `now` is not seen. Each submission of the unit is found once in the result. */
export function appraiseDuties(plan: Plan, unit: Unit, file: Pick<AppraisalFile, 'submissions' | 'anchors'>, { period, now }: DutyOptions): AppraisedDuties {
  const mine = (file.submissions ?? []).filter((submission) => submission.unit === unit.id)
  const made = mine.filter((submission) => seenAt(submission.on, now))
  const unmatched: UnmatchedSubmission[] = []
  const duties = dutiesOf(plan, unit).flatMap((duty) => {
    const own = made.filter((submission) => submission.duty === duty.id)
    const anchor = file.anchors === undefined || !Object.hasOwn(file.anchors, duty.id) ? undefined : file.anchors[duty.id]
    const times = timesOf(plan, duty, anchor, widened(plan, period, own))
    const common = commonOf(plan, duty, anchor)
    if (times.unplaced !== undefined) return concerns(plan, unit, duty, period) ? [undatedDuty(common, times, own)] : []
    const occurrences = times.occurrences.filter(({ due }) => concerns(plan, unit, duty, { from: due.latest, to: due.latest }))
    const matched = matchSubmissions(occurrences, own)
    unmatched.push(...matched.unmatched.map((submission) => ({ submission, times: occurrences.map(({ key }) => key) })))
    return matched.filled
      .filter(({ occurrence: { due } }) => due.latest >= period.from && due.latest <= period.to)
      .map((filled) => ({ ...common, ...datedDuty(filled, now) }))
  })
  const named = new Set([...duties.flatMap(({ submissions }) => submissions), ...unmatched.map(({ submission }) => submission.id)])
  const left = mine.map(({ id }) => id).filter((id) => !named.has(id))
  return { duties, unmatched, left: left.sort(byCodeUnit) }
}

const seenAt = (on: string, now: string): boolean => {
  const [day, today] = [dayOf(on), dayOf(now)]
  if (day !== today) return day < today
  const [at, until] = [Date.parse(on), Date.parse(now)]
  return on.length === 10 || now.length === 10 || at <= until
}

/**
 * The whole plan, so that a submission is taken for the same time whatever period is looked at; a plan without end as far
 * as the period and the submissions reach.
 */
function widened(plan: Plan, period: Period, own: readonly Submission[]): Period {
  const { from, to } = widestDays(plan)
  const days = [period.from, period.to, ...own.map(({ on }) => dayOf(on))].sort()
  return { from: from ?? (days[0] as string), to: to ?? addDays(days.at(-1) as string, 366) }
}

function timesOf(plan: Plan, duty: PlanDuty, anchor: string | undefined, period: Period): Occurrences {
  const { recurrence } = duty
  const anchored = recurrence.every === 'two-weeks' && recurrence.anchor === null && anchor !== undefined ? { ...recurrence, anchor } : recurrence
  return occurrencesOf(anchored, period, { span: dutySpan(plan, duty), issuedOn: plan.issuedOn })
}

type Common = Pick<AppraisedDuty, 'duty' | 'title' | 'lawfulShare' | 'clauses' | 'flags'>

function commonOf(plan: Plan, duty: PlanDuty, anchor: string | undefined): Common {
  const stated = anchor === undefined ? [] : [`第一次在${anchor}，是单位自己写的，原文没有写。`]
  return {
    duty: duty.id,
    title: duty.title,
    ...(duty.lawfulShare === undefined ? {} : { lawfulShare: duty.lawfulShare }),
    clauses: clausesOf(plan, 'duty', duty.id),
    flags: [...(duty.flags ?? []), ...stated],
  }
}

function undatedDuty(common: Common, times: Extract<Occurrences, { readonly unplaced: string }>, own: readonly Submission[]): AppraisedDuty {
  return {
    ...common,
    occurrence: null,
    opens: null,
    due: null,
    state: times.unplaced === 'anchor-unknown' ? 'undetermined' : 'undated',
    needed: 0,
    made: own.length,
    submissions: own.map(({ id }) => id).sort(),
    assumed: false,
    reason: times.note,
    ...(times.question === undefined ? {} : { question: times.question }),
  }
}

function datedDuty({ occurrence, submissions, assumed }: Filled, now: string): Omit<AppraisedDuty, keyof Common> {
  const { key, opens, due, instant, count, note } = occurrence
  const { state, reason } = stateOf(occurrence, submissions, now)
  return {
    occurrence: key,
    opens,
    due: { ...due, ...(instant === undefined ? {} : { instant }), certain: due.earliest === due.latest },
    state,
    needed: count,
    made: submissions.length,
    submissions: submissions.map(({ id }) => id),
    assumed,
    reason: note === undefined ? reason : `${reason}${note}`,
  }
}

function stateOf(occurrence: Occurrence, submissions: readonly Submission[], now: string): { readonly state: DutyState; readonly reason: string } {
  const { count, holds, partial } = occurrence
  const timings = submissions.map((submission) => timingOf(submission, occurrence))
  const onTime = timings.filter((timing) => timing === 'on-time').length
  const unclear = timings.filter((timing) => timing === 'unclear').length
  if (onTime >= count) return { state: 'met', reason: count === 1 ? '按时做了。' : `按时做了${onTime}次。` }
  if (onTime + unclear >= count) return { state: 'undetermined', reason: '做了；截止日或者做的钟点不确定，是否按时不能确定。' }
  const done = submissions.length >= count
  const fallen = fallenDue(occurrence, now)
  if (fallen === 'no')
    return { state: 'upcoming', reason: submissions.length === 0 ? '还没有到期。' : `还没有到期，已做${submissions.length}次，要${count}次。` }
  if (holds === 'possible') return { state: 'undetermined', reason: '这一次是否要做不能确定，不据此认定没有做或者迟了。' }
  if (partial === true) return { state: 'undetermined', reason: '这一期不满，原文没有写不满一期的要不要做，不据此认定没有做或者迟了。' }
  if (done) return { state: 'late', reason: '做了，超过了截止日。' }
  if (fallen === 'unclear') return { state: 'undetermined', reason: '截止日原文没有写定，可能已经过了，还没有做够。' }
  return { state: 'missing', reason: submissions.length === 0 ? '到期没有做。' : `到期只做了${submissions.length}次，要${count}次。` }
}
