/** DuckDB, embedded. The package is a peer of this one, loaded when it is asked for. */
import { quotedPath } from '../identifier.js'
import type { SqlValue } from '../parameters.js'
import type { Database } from './database.js'

/** What is needed of a connection of `@duckdb/node-api`: who has not installed it can still compile against this package. */
export interface DuckdbConnection {
  readonly run: (sql: string) => Promise<unknown>
  readonly stream: (
    sql: string,
    values?: SqlValue[],
  ) => Promise<{ readonly yieldRowObjectJs: () => AsyncIterable<readonly Readonly<Record<string, unknown>>[]> }>
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRowObjectsJS: () => readonly Readonly<Record<string, unknown>>[] }>
}

/** A connection of `@duckdb/node-api`. `close` leaves it open: who opened it closes it. */
export function duckdbDatabase(connection: DuckdbConnection): Database {
  return {
    dialect: 'duckdb',
    query: async function* (sql, params = []) {
      const result = await connection.stream(sql, [...params])
      for await (const rows of result.yieldRowObjectJs()) yield rows
    },
    columnsOf: async (table) => {
      const described = await connection.runAndReadAll(`DESCRIBE ${quotedPath(table)}`)
      return new Map(described.getRowObjectsJS().map((row) => [String(row['column_name']), String(row['column_type'])]))
    },
    close: async () => undefined,
  }
}

/** A database file, or none for one in memory. Rejects where the package is missing or the file is none of DuckDB's. */
export async function openDuckdb(
  file = ':memory:',
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): Promise<Database & { readonly connection: DuckdbConnection }> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(file, readOnly ? { access_mode: 'READ_ONLY' } : {})
  const connection = await instance.connect()
  return {
    ...duckdbDatabase(connection),
    connection,
    close: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
