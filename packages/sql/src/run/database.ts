/** What a query is run on: a database that is open, whichever it is. */
import type { Dialect } from '../dialect.js'
import type { SqlValue } from '../parameters.js'

export type ResultRow = Readonly<Record<string, unknown>>

export interface Database {
  readonly dialect: Dialect
  /** Rows in batches, fetched as they are taken: a long result is never held whole. */
  readonly query: (sql: string, params?: readonly SqlValue[]) => AsyncIterable<readonly ResultRow[]>
  /** Names of columns and their types, as the database names them; undefined: there is no such table. */
  readonly columnsOf: (table: string) => Promise<ReadonlyMap<string, string> | undefined>
  readonly close: () => Promise<void>
}
