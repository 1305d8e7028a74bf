/** Met, late, missing or still to come: one time of a duty, with what was done for it, as seen at `now`. */
import type { Occurrence } from '@hegui/calendar'
import type { DutyState } from '@hegui/model'
import type { Matched } from './match-submissions.js'
import { dayOf, timeOf } from './moment.js'

type DatedState = Exclude<DutyState, 'undated'>
type Passed = 'yes' | 'no' | 'unknown'

/** `matched` best first. What may not have been owed at all is never late and never missing. */
export function dutyState(occurrence: Occurrence, matched: readonly Matched[], now: string): { readonly state: DatedState; readonly reason: string } {
  const { count, due } = occurrence
  const deadline = deadlineText(occurrence)
  if (matched.length < count) {
    const lack = count > 1 ? `要${count}次，做了${matched.length}次；` : ''
    switch (duePassed(occurrence, now)) {
      case 'no':
        return { state: 'upcoming', reason: `${lack}截止${deadline}，还没有到期。` }
      case 'unknown':
        return { state: 'undetermined', reason: `${lack}截止${deadline}，${now}是不是已经到期不能确定。` }
      case 'yes':
        return occurrence.holds === 'certain'
          ? { state: 'missing', reason: `${lack}截止${deadline}，到${now}没有${count > 1 ? '做够' : '做'}。` }
          : { state: 'undetermined', reason: `${lack}没有做；这一次是不是要做不能确定，不算没有做。` }
    }
  }
  const counted = matched.slice(0, count)
  const late = counted.filter(({ quality }) => quality === 'late')
  const open = counted.filter(({ quality }) => quality === 'undetermined')
  const done = (list: readonly Matched[]): string => list.map(({ submission }) => submission.on).join('、')
  if (late.length > 0)
    return occurrence.holds === 'certain'
      ? { state: 'late', reason: `${done(late)}做的，晚于截止${deadline}。` }
      : { state: 'undetermined', reason: `${done(late)}做的，晚于截止${deadline}；这一次是不是要做不能确定，不算迟。` }
  if (open.length === 0) return { state: 'met', reason: `${done(counted)}做的，截止${deadline}。` }
  const why = open.every(({ submission }) => timeOf(submission.on) === null && dayOf(submission.on) === due.latest && due.earliest === due.latest)
    ? '报送只写了日期，没有写钟点'
    : '截止在哪一天不能确定'
  return { state: 'undetermined', reason: `${done(open)}做的，截止${deadline}；${why}，是不是按时不能确定。` }
}

function duePassed({ due, instant }: Occurrence, now: string): Passed {
  const day = dayOf(now)
  if (day > due.latest) return 'yes'
  if (instant !== undefined && day === due.latest) {
    const time = timeOf(now)
    if (time === null) return 'unknown'
    return time > Date.parse(instant) ? 'yes' : 'no'
  }
  return due.earliest !== null && day <= due.earliest ? 'no' : due.earliest === due.latest ? 'no' : 'unknown'
}

function deadlineText({ due, instant }: Occurrence): string {
  if (instant !== undefined) return `${due.latest} ${instant.slice(11, 16)}`
  return due.earliest === due.latest ? due.latest : `${due.earliest ?? '（最早不明）'}至${due.latest}之间`
}
