/**
 * Which submission belongs to which time of a duty.
 *
 * Who says `for` is believed. Any other belongs to the time in whose days it lies: after the due day before, up to its own
 * due day. What is more than a time needs makes up for the nearest earlier one that lacks it, late; where none does it
 * stays with its own as a surplus. A surplus is never taken as done ahead for the next. All of it is an assumption of
 * hegui, told apart in the result (`assumed`), and the longer list of submissions never does worse.
 */
import type { Occurrence } from '@hegui/calendar'
import type { Submission } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'
import { compareMoments, dayOf, timeOf } from './moment.js'

export type Quality = 'on-time' | 'undetermined' | 'late'
const order: readonly Quality[] = ['on-time', 'undetermined', 'late']

export interface Matched {
  readonly submission: Submission
  readonly quality: Quality
  /** By its day, not by its own word. */
  readonly assumed: boolean
}

export interface Matching {
  /** Of each occurrence, in their order: the best first, as many as it needs, then the surplus. */
  readonly byOccurrence: readonly (readonly Matched[])[]
  /** `no-such-time`: its `for` names none. `no-time-left`: it lies in the days of none, and no earlier one lacks it. */
  readonly left: readonly { readonly submission: Submission; readonly why: 'no-such-time' | 'no-time-left' }[]
}

/** By moment, then by id: the order of the file decides nothing. */
export const bySubmission = (a: Submission, b: Submission): number => compareMoments(a.on, b.on) || byCodeUnit(a.id, b.id)

/** `occurrences` by due day; the submissions are of one unit and one duty, in any order. `dueByHour`: the text names a time of day. */
export function matchSubmissions(occurrences: readonly Occurrence[], submissions: readonly Submission[], dueByHour = false): Matching {
  const matched: Matched[][] = occurrences.map(() => [])
  const left: { submission: Submission; why: 'no-such-time' | 'no-time-left' }[] = []
  const tokens: { readonly submission: Submission; readonly before: number }[] = []
  for (const submission of [...submissions].sort(bySubmission)) {
    const at = submission.for === undefined ? timeAround(occurrences, dayOf(submission.on)) : occurrences.findIndex(({ key }) => key === submission.for)
    const occurrence = occurrences[at]
    if (occurrence !== undefined) {
      matched[at]?.push({ submission, quality: qualityOf(submission, occurrence, dueByHour), assumed: submission.for === undefined })
    } else if (submission.for === undefined) {
      const day = dayOf(submission.on)
      tokens.push({ submission, before: occurrences.filter(({ due }) => due.latest < day).length })
    } else left.push({ submission, why: 'no-such-time' })
  }
  for (const [at, own] of matched.entries()) {
    own.sort((a, b) => order.indexOf(a.quality) - order.indexOf(b.quality) || Number(a.assumed) - Number(b.assumed))
    const needed = occurrences[at]?.count ?? 0
    for (const { submission } of own.slice(needed).filter(({ assumed }) => assumed)) tokens.push({ submission, before: at })
  }
  tokens.sort((a, b) => a.before - b.before || bySubmission(a.submission, b.submission))
  for (const { submission, before } of tokens) {
    const at = lastLacking(occurrences, matched, before)
    const lacking = occurrences[at]
    const own = matched[before]?.findIndex((each) => each.submission === submission) ?? -1
    if (lacking !== undefined) {
      if (own >= 0) matched[before]?.splice(own, 1)
      matched[at]?.push({ submission, quality: qualityOf(submission, lacking, dueByHour), assumed: true })
    } else if (own < 0) left.push({ submission, why: 'no-time-left' })
  }
  return { byOccurrence: matched, left }
}

/** The first one in whose days it lies; -1 where there is none. */
const timeAround = (occurrences: readonly Occurrence[], day: string): number =>
  occurrences.findIndex(({ opens, due }) => (opens ?? '') <= day && day <= due.latest)

/** One that may not have been owed at all is not made up for. */
function lastLacking(occurrences: readonly Occurrence[], matched: readonly (readonly Matched[])[], before: number): number {
  for (let at = before - 1; at >= 0; at--) {
    const occurrence = occurrences[at]
    if (occurrence?.holds === 'certain' && (matched[at]?.length ?? 0) < occurrence.count) return at
  }
  return -1
}

/** With a time of day in the text an instant decides; a bare day decides unless it is the due day itself. */
export function qualityOf({ on }: Submission, { due, instant }: Occurrence, dueByHour = false): Quality {
  const day = dayOf(on)
  if (day > due.latest) return 'late'
  const time = timeOf(on)
  if (instant !== undefined) {
    if (time !== null) return time <= Date.parse(instant) ? 'on-time' : 'late'
    return day < due.latest ? 'on-time' : 'undetermined'
  }
  if (due.earliest === null || day > due.earliest) return 'undetermined'
  return dueByHour && day === due.earliest ? 'undetermined' : 'on-time'
}
