/**
 * Instants: points in time, written in ISO 8601 with an offset ('2024-02-09T23:30:00+08:00').
 *
 * Text without an offset is refused: it would be read in the zone of whichever machine runs this.
 */
import { DateTime } from 'luxon'
import { isLocalDate, type LocalDate } from './date'

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** As long as the longest limit in days; what lies beyond is a slip of the pen. */
const mostHours = 3660 * 24

/** The calendar day in Asia/Shanghai at that instant, whatever the host's zone. Throws RangeError on bad input. */
export function dateInShanghai(instantIso: string): LocalDate {
  const date = instant(instantIso).setZone('Asia/Shanghai').toISODate()
  if (date === null || !isLocalDate(date)) throw new RangeError(`instant ${instantIso} lies outside the years 1900 to 2100`)
  return date
}

/**
 * The instant `hours` hours later, written with offset +08:00; milliseconds only where there are any.
 *
 * Hours run on through nights, weekends and holidays (an order to hand over within 24 hours means just that). Whole
 * hours from 0 to 87 840; throws RangeError otherwise.
 */
export function addHours(instantIso: string, hours: number): string {
  if (!Number.isInteger(hours) || hours < 0 || hours > mostHours) {
    throw new RangeError(`hours is ${hours}; give a whole number from 0 to ${mostHours}`)
  }
  const later = instant(instantIso).plus({ hours }).setZone('UTC+8').toISO({ suppressMilliseconds: true })
  if (later === null) throw new RangeError(`${instantIso} plus ${hours} hours cannot be written`)
  return later
}

function instant(text: string): DateTime {
  const read = typeof text === 'string' && shape.test(text) ? DateTime.fromISO(text, { zone: 'utc' }) : undefined
  if (!read?.isValid) {
    throw new RangeError(`instant is ${JSON.stringify(text)}; give an ISO instant with offset, like '2024-02-09T23:30:00+08:00'`)
  }
  return read
}
