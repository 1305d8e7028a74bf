import type { HolidayYear } from '../src/holidays/holiday-year'

export interface MovedDay {
  readonly date: string
  readonly year: number
}
export type Change = 'added' | 'changed' | 'unchanged'
export function movedDays(lastYear: number): readonly MovedDay[]
export function yearFromLibraries(year: number, days: readonly MovedDay[]): HolidayYear
export function updateHolidays(
  write: (url: URL, text: string) => Change,
): readonly { readonly file: string; readonly changed: Change; readonly differing: readonly string[] }[]
