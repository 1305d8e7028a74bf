/** What the notices published by some day say: which days they moved, and how far they reach. */
import { addDays, daysFrom, type LocalDate } from '../date'
import type { Amendment, Arrangement, DayRun, HolidayYear } from './holiday-year'
import { holidayData } from './index'

/** `make-up-workday` is a Saturday or Sunday worked in exchange (调休上班). */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'make-up-workday' | 'unknown'

export interface DayFact {
  readonly kind: DayKind
  /** Name of the holiday, on days of kind `holiday` only. */
  readonly holiday?: string
}

export interface Knowledge {
  /** The days settled, both ends included; with no notice known, `to` is before `from`. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** Days that are not what their weekday says. */
  readonly moved: ReadonlyMap<LocalDate, DayFact>
}

/**
 * The last days of the last published year wait for the next notice: New Year has reached back
 * to 29 December (2018). A week leaves room for a longer reach than any seen.
 */
const daysLeftToNextNotice = 7

interface Published {
  readonly year: HolidayYear
  readonly arrangement: Arrangement | Amendment
  readonly knownFrom: LocalDate
}

/** In the order in which they are applied. */
const published: readonly Published[] = holidayData.flatMap((year) =>
  [year, ...year.amendments].map((arrangement) => ({ year, arrangement, knownFrom: knownFrom(year, arrangement) })),
)

/** Everything there is. */
export const current: Knowledge = gather(published)

const gathered = new Map<number, Knowledge>()

/** What was known at the end of that day. */
export function knownOn(day: LocalDate): Knowledge {
  const known = published.filter((each) => each.knownFrom <= day)
  // Days in order know ever more, so the number of notices known says which they are.
  const before = gathered.get(known.length)
  if (before !== undefined) return before
  const knowledge = gather(known)
  gathered.set(known.length, knowledge)
  return knowledge
}

/** A notice that was not read is taken to be out when its year begins: none that was read came later. */
function knownFrom({ year }: HolidayYear, { notice }: Arrangement): LocalDate {
  return notice.publishedOn ?? notice.datedOn ?? `${year}-01-01`
}

function gather(known: readonly Published[]): Knowledge {
  const moved = new Map<LocalDate, DayFact>()
  for (const { year, arrangement } of known) {
    if (arrangement === year && year.notice.status === 'not-read') for (const { date } of year.disputed) moved.set(date, { kind: 'unknown' })
    if ('replaces' in arrangement) for (const run of arrangement.replaces) for (const date of daysOf(run)) moved.delete(date)
    for (const run of arrangement.holidays) for (const date of daysOf(run)) moved.set(date, { kind: 'holiday', holiday: run.name })
    for (const date of arrangement.makeUpWorkdays) moved.set(date, { kind: 'make-up-workday' })
  }
  const last = known.at(-1)?.year.year ?? (holidayData.at(0)?.year ?? 0) - 1
  return { from: `${holidayData.at(0)?.year}-01-01`, to: addDays(`${last}-12-31`, -daysLeftToNextNotice), moved }
}

function* daysOf({ from, to }: DayRun): Generator<LocalDate> {
  for (const { date } of daysFrom(from)) {
    yield date
    if (date >= to) return
  }
}
