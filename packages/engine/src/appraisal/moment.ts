/** Moments as submissions and `now` give them: a day, or an instant with its offset. Beijing time decides the day. */
import { dateInShanghai, type LocalDate } from '@hegui/calendar'

const isInstant = (moment: string): boolean => moment.length > 10

export const dayOf = (moment: string): LocalDate => (isInstant(moment) ? dateInShanghai(moment) : moment)

/** Milliseconds; null for a bare day, which is any time of it. */
export const timeOf = (moment: string): number | null => (isInstant(moment) ? Date.parse(moment) : null)

/** By day, then by instant; a bare day before the instants of it. */
export function compareMoments(a: string, b: string): number {
  const [first, second] = [dayOf(a), dayOf(b)]
  if (first !== second) return first < second ? -1 : 1
  return (timeOf(a) ?? Number.NEGATIVE_INFINITY) === (timeOf(b) ?? Number.NEGATIVE_INFINITY)
    ? 0
    : (timeOf(a) ?? Number.NEGATIVE_INFINITY) < (timeOf(b) ?? Number.NEGATIVE_INFINITY)
      ? -1
      : 1
}

/** Surely later than `now`. A bare day is not later than an instant of the same day. */
export function isAfter(moment: string, now: string): boolean {
  if (dayOf(moment) !== dayOf(now)) return dayOf(moment) > dayOf(now)
  const [time, limit] = [timeOf(moment), timeOf(now)]
  return time !== null && limit !== null && time > limit
}
