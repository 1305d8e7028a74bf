/**
 * For which time of a duty each submission was made.
 *
 * One that says so counts for that time. The others are taken for the time whose due day comes next. Where a time then
 * has more than it needs and an earlier one has too few, the surplus is taken for the nearest of those, late: the reading
 * that is kindest to the unit. What is taken so is marked as assumed.
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
  /** For a time that does not exist; earliest first. */
  readonly unmatched: readonly Submission[]
}

/** Every submission comes back exactly once. `occurrences` in the order of their due days. */
export function matchSubmissions(occurrences: readonly Occurrence[], submissions: readonly Submission[]): Matched {
  const lists: Submission[][] = occurrences.map(() => [])
  const places = new Map(occurrences.map(({ key }, index) => [key, index]))
  const unmatched: Submission[] = []
  for (const submission of [...submissions].sort(byMoment)) {
    const place = submission.for === undefined ? nextDue(occurrences, dayOf(submission.on)) : places.get(submission.for)
    const list = place === undefined ? undefined : lists[place]
    if (list === undefined) unmatched.push(submission)
    else list.push(submission)
  }
  for (let place = occurrences.length - 1; place > 0; place--) passSurplusBack(occurrences, lists, place)
  return {
    filled: occurrences.map((occurrence, index) => {
      const list = [...(lists[index] as Submission[])].sort(byMoment)
      return { occurrence, submissions: list, assumed: list.some((submission) => submission.for === undefined) }
    }),
    unmatched,
  }
}

/** The first time not yet due on that day; after the last one, the last. */
function nextDue(occurrences: readonly Occurrence[], day: string): number | undefined {
  const next = occurrences.findIndex(({ due }) => due.latest >= day)
  if (next >= 0) return next
  return occurrences.length === 0 ? undefined : occurrences.length - 1
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

/** The earliest that can be spared without making this time worse, else the latest; never one that says which time it is for. */
function spareOf(list: readonly Submission[], occurrence: Occurrence): Submission | undefined {
  const movable = list.filter((submission) => submission.for === undefined)
  const onTime = list.filter((submission) => timingOf(submission, occurrence) === 'on-time').length
  const [first] = movable
  if (first === undefined) return undefined
  return onTime > occurrence.count ? first : movable.at(-1)
}

function lastBefore(end: number, test: (index: number) => boolean): number | undefined {
  for (let index = end - 1; index >= 0; index--) if (test(index)) return index
  return undefined
}
