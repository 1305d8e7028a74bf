/**
 * A due day that moves off a day on which nobody works, where the text says that it moves.
 *
 * Past the last notice nobody knows which days are worked: the due day then has bounds.
 */
import { addDays, type LocalDate, weekday } from '../date'
import { fewestWorkdays } from '../fewest-workdays'
import { dayFact } from '../workday'
import { countWorkingDays } from '../working-day-count'
import type { OnHoliday } from './recurrence'

export interface DueDays {
  readonly earliest: LocalDate
  readonly latest: LocalDate
}

/** Where the due day comes to lie. Throws RangeError on a way to move that does not exist, or past the years 1900 to 2100. */
export function movedDue(day: LocalDate, onHoliday: OnHoliday = 'stays'): DueDays {
  switch (onHoliday) {
    case 'stays':
      return { earliest: day, latest: day }
    case 'moves-to-next-workday': {
      const { earliest, latest } = countWorkingDays(day, 1)
      return { earliest, latest }
    }
    case 'moves-to-previous-workday':
      return backToWorkday(day)
    default:
      return refuse(onHoliday)
  }
}

/** The mirror of `countWorkingDays`: an unknown day may be worked, and a stretch of them long enough is sure to hold one that is. */
function backToWorkday(day: LocalDate): DueDays {
  let latest: LocalDate | undefined
  let unknownDays = 0
  for (let at = day; ; at = addDays(at, -1)) {
    const { kind } = dayFact({ date: at, weekday: weekday(at) })
    const worked = kind === 'workday' || kind === 'make-up-workday'
    unknownDays = kind === 'unknown' ? unknownDays + 1 : 0
    if (worked || kind === 'unknown') latest ??= at
    if (worked || fewestWorkdays(unknownDays) > 0) return { earliest: at, latest: latest ?? at }
  }
}

function refuse(onHoliday: never): never {
  throw new RangeError(`onHoliday is ${JSON.stringify(onHoliday)}; give 'stays', 'moves-to-next-workday' or 'moves-to-previous-workday'`)
}
