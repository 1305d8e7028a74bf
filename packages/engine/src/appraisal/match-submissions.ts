/**
 * For which time of a duty each submission was made.
 *
 * One that says so counts for that time. Any other is taken for the time that is open on its day: a table due on
 * Wednesday at noon and sent that afternoon is late for this Wednesday, not early for the next. Where a time then has
 * more than it needs, and on a day on which none is open, it is taken for the nearest time before that has too few,
 * late: the reading that is kindest to the unit. What is taken so is marked as assumed.
 */
import type { Occurrence } from '@hegui/calendar'
import type { Submission } from '@hegui/model'
import { byMoment, dayOf } from './moment.js'
import { timingOf } from './timing.js'

export interface Filled {
  readonly occurrence: Occurrence
  /** Earliest first. */
  readonly submissions: readonly Submission[]
  /** Whether one of them does not say which time it is for. */
  readonly assumed: boolean
}

export interface Matched {
  readonly filled: readonly Filled[]
  /** For a time that does not exist, or on a day on which none is open while none before it lacks any; earliest first. */
  readonly unmatched: readonly Submission[]
}

/** Every submission comes back exactly once. `occurrences` in the order of their due days. */
export function matchSubmissions(occurrences: readonly Occurrence[], submissions: readonly Submission[]): Matched {
  const lists: Submission[][] = occurrences.map(() => [])
  const between: Submission[][] = [...occurrences, undefined].map(() => [])
  const places = new Map(occurrences.map(({ key }, index) => [key, index]))
  const unmatched: Submission[] = []
  for (const submission of [...submissions].sort(byMoment)) {
    const day = dayOf(submission.on)
    const place = submission.for === undefined ? openOn(occurrences, day) : places.get(submission.for)
    const list = place !== undefined ? lists[place] : submission.for === undefined ? between[nextDue(occurrences, day)] : undefined
    ;(list ?? unmatched).push(submission)
  }
  for (let place = occurrences.length; place >= 0; place--) {
    unmatched.push(...passedBack(occurrences, lists, between[place] as readonly Submission[], place))
    if (place > 0 && place < occurrences.length) passSurplusBack(occurrences, lists, place)
  }
  return {
    filled: occurrences.map((occurrence, index) => {
      const list = [...(lists[index] as Submission[])].sort(byMoment)
      return { occurrence, submissions: list, assumed: list.some((submission) => submission.for === undefined) }
    }),
    unmatched: unmatched.sort(byMoment),
  }
}

/** The first time that can be done on that day and is not yet due. */
function openOn(occurrences: readonly Occurrence[], day: string): number | undefined {
  const place = occurrences.findIndex(({ opens, due }) => (opens ?? '') <= day && day <= due.latest)
  return place < 0 ? undefined : place
}

/** The first time not yet due on that day; after the last one, the number of times. */
function nextDue(occurrences: readonly Occurrence[], day: string): number {
  const next = occurrences.findIndex(({ due }) => due.latest >= day)
  return next < 0 ? occurrences.length : next
}

/** Those for which no time before `place` is lacking. */
function passedBack(occurrences: readonly Occurrence[], lists: readonly Submission[][], given: readonly Submission[], place: number): readonly Submission[] {
  return given.filter((submission) => {
    const lacking = lastBefore(place, (index) => (lists[index] as Submission[]).length < (occurrences[index] as Occurrence).count)
    if (lacking !== undefined) (lists[lacking] as Submission[]).push(submission)
    return lacking === undefined
  })
}

function passSurplusBack(occurrences: readonly Occurrence[], lists: readonly Submission[][], place: number): void {
  const list = lists[place] as Submission[]
  for (;;) {
    const needed = (occurrences[place] as Occurrence).count
    const lacking = lastBefore(place, (index) => (lists[index] as Submission[]).length < (occurrences[index] as Occurrence).count)
    const spare = list.length > needed && lacking !== undefined ? spareOf(list, occurrences[place] as Occurrence) : undefined
    if (spare === undefined || lacking === undefined) return
    list.splice(list.indexOf(spare), 1)
    ;(lists[lacking] as Submission[]).push(spare)
  }
}

/** The earliest without which this time is done as often and as well as it needs; never one that says which time it is for. */
function spareOf(list: readonly Submission[], occurrence: Occurrence): Submission | undefined {
  const worth = (submission: Submission): number => worths[timingOf(submission, occurrence)]
  const asGood = (submission: Submission): number => list.filter((each) => worth(each) >= worth(submission)).length
  return list.find((submission) => submission.for === undefined && asGood(submission) > occurrence.count)
}

const worths = { 'on-time': 2, unclear: 1, late: 0 } as const

function lastBefore(end: number, test: (index: number) => boolean): number | undefined {
  for (let index = end - 1; index >= 0; index--) if (test(index)) return index
  return undefined
}
