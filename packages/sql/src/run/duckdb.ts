/** DuckDB, embedded. The package is a peer of this one, loaded when it is asked for. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { quotedPath } from '../identifier.js'
import type { Database, ResultRow } from './database.js'

/** A connection of `@duckdb/node-api`. `close` leaves it open: who opened it closes it. */
export function duckdbDatabase(connection: DuckDBConnection): Database {
  return {
    dialect: 'duckdb',
    query: async function* (sql, params = []) {
      const result = await connection.stream(sql, [...params])
      for await (const rows of result.yieldRowObjectJs()) yield rows as readonly ResultRow[]
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
): Promise<Database & { readonly connection: DuckDBConnection }> {
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
