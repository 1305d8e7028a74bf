/** The published holiday years, in order and without a gap. */
import type { HolidayYear } from './holiday-year'
import { holidayYears } from './years'

/** The data every answer of this package rests on; hash it to say which calendar was used. */
export const holidayData = holidayYears as readonly HolidayYear[]

/** First and last notice year, '2010-2026'. */
export const calendarVersion: string = `${holidayData.at(0)?.year}-${holidayData.at(-1)?.year}`
