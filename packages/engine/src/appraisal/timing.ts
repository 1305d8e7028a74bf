/** Whether one submission came in time for one occurrence, and whether an occurrence has fallen due. */
import type { Occurrence } from '@hegui/calendar'
import { dayOf, instantOf } from './moment.js'

/** `unclear`: the due day is not certain, or the hour of a submission on the due day is not recorded. */
export type Timing = 'on-time' | 'late' | 'unclear'

export function timingOf({ on }: { readonly on: string }, { due, instant }: Occurrence): Timing {
  const day = dayOf(on)
  if (instant !== undefined && day === due.latest) {
    const at = instantOf(on)
    if (at === undefined) return 'unclear'
    return at <= Date.parse(instant) ? 'on-time' : 'late'
  }
  if (day > due.latest) return 'late'
  return due.earliest !== null && day <= due.earliest ? 'on-time' : 'unclear'
}

/**
 * Whether the due day is over at `now`. A bare day means the end of it. `unclear`: the text leaves open which day it is,
 * and some of the days it may be are over.
 */
export function fallenDue({ due, instant }: Occurrence, now: string): 'yes' | 'no' | 'unclear' {
  const day = dayOf(now)
  const at = instantOf(now)
  if (instant !== undefined && day === due.latest) return at === undefined || at > Date.parse(instant) ? 'yes' : 'no'
  const over = (end: string): boolean => day > end || (day === end && at === undefined)
  if (over(due.latest)) return 'yes'
  return due.earliest === null || over(due.earliest) ? 'unclear' : 'no'
}
