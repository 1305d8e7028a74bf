/**
 * How few workdays a stretch of days without a published notice may hold.
 *
 * Nothing in law caps what the State Council may declare, so no bound holds against every future.
 * This one is what the published calendar bears out: the fewest workdays in any published stretch of
 * the same length, less a margin. Season is ignored, since lunar festivals wander: each stretch is
 * taken to be the worst one seen.
 */
import { daysBetween, daysFrom, type LocalDate } from './date'
import { current, type Knowledge } from './holidays/knowledge'
import { dayFact } from './workday'

const longestSlice = 365

/**
 * New years do set records. Had this bound been drawn each December since 2011, the year that
 * followed would have undercut it by 3 workdays in 2020 (the prolonged 春节), by 2 at most otherwise.
 */
export const marginWorkdays = 3

const seenBy = new Map<Knowledge, readonly number[]>()

/**
 * Workdays that `days` consecutive unknown days can be relied on to hold; 0 for the first fortnight.
 * Never more than plain Monday-to-Friday weeks could give, and never shrinks as `days` grows.
 * Beyond 365 days, slices of 365 are added up: too low rather than too high. Heeds only what was `known`.
 */
export function fewestWorkdays(days: number, known: Knowledge = current): number {
  const seen = seenBy.get(known) ?? fewestSeen(known.from, known.to, known)
  seenBy.set(known, seen)
  const slices = Math.floor(days / longestSlice)
  const least = slices * (seen[longestSlice] ?? 0) + (seen[days % longestSlice] ?? 0)
  return Math.min(Math.max(0, least - marginWorkdays), fewestWeekdays(days))
}

/** Mondays to Fridays in `days` consecutive days that begin as badly as they can, on a Saturday. */
function fewestWeekdays(days: number): number {
  return 5 * Math.floor(days / 7) + Math.max(0, (days % 7) - 2)
}

/** Entry n, 0 to 365: the fewest workdays in n consecutive days from `from` to `to`, both included. Disputed days count as off. */
export function fewestSeen(from: LocalDate, to: LocalDate, known: Knowledge = current): readonly number[] {
  const workedBefore = from > to ? [0] : runningTotal(from, to, known)
  const fewest = [0]
  for (let length = 1; length <= longestSlice; length++) {
    // No stretch so long is known (few notices were out by then): it holds no fewer than a shorter one.
    let least = length < workedBefore.length ? length : (fewest.at(-1) ?? 0)
    for (let start = 0; start + length < workedBefore.length; start++) {
      least = Math.min(least, (workedBefore[start + length] ?? 0) - (workedBefore[start] ?? 0))
    }
    fewest.push(least)
  }
  return fewest
}

/** Entry n: workdays among the first n days. */
function runningTotal(from: LocalDate, to: LocalDate, known: Knowledge): number[] {
  const length = daysBetween(from, to) + 1
  const totals = [0]
  let worked = 0
  for (const day of daysFrom(from)) {
    const { kind } = dayFact(day, known)
    if (kind === 'workday' || kind === 'make-up-workday') worked++
    totals.push(worked)
    if (totals.length > length) break
  }
  return totals
}
