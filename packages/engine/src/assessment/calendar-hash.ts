/** Which calendar an answer rests on: the holidays and the lunar table, as one hash. */
import { holidayData, lunarData } from '@hegui/calendar'
import { hashOf } from '../ruleset/hash.js'

export const hashOfCalendar = (tables: { readonly holidays: unknown; readonly lunar: unknown }): string => hashOf(tables)

let known: string | undefined
/** Both tables are fixed when the package is built; hashing them once is enough. */
export function calendarHash(): string {
  known ??= hashOfCalendar({ holidays: holidayData, lunar: lunarData })
  return known
}
