/** The columns that say which conduct a row is, and on which days it may have happened. No fact has such a name: theirs have a dot. */
import { quoted } from './identifier.js'

export const serviceColumns = {
  /** The order of the rows, from 1. */
  row_no: 'BIGINT',
  record_id: 'TEXT',
  conduct_id: 'TEXT',
  /** The first day; NULL where the day is not known. */
  day_from: 'DATE',
  /** The last day on which the conduct may have happened; never NULL. */
  day_to: 'DATE',
} as const
export type ServiceColumn = keyof typeof serviceColumns
/** Without these no row can be judged. `row_no` may be missing: then the order is that of the ids, or of the file. */
export const neededColumns: readonly ServiceColumn[] = ['record_id', 'conduct_id', 'day_from', 'day_to']

export const dayFrom = quoted('day_from')
export const dayTo = quoted('day_to')
