/** PostgreSQL and what speaks as it does. The client `pg` is a peer of this package, loaded when it is asked for. */
import type { Database, ResultRow } from './database.js'

/** What is needed of a client: `pg` and `@electric-sql/pglite` both have it. */
export interface PostgresClient {
  readonly query: (sql: string, params?: unknown[]) => Promise<{ readonly rows: readonly unknown[] }>
}

const FETCHED_AT_ONCE = 5_000

/** A client that is connected. `close` leaves it open: who connected it ends it. */
export function postgresDatabase(client: PostgresClient): Database {
  return {
    dialect: 'postgres',
    query: async function* (sql, params = []) {
      // A cursor lives in a transaction, which reads only; the rows come in batches, not all at once.
      await client.query('BEGIN READ ONLY')
      try {
        await client.query(`DECLARE hegui NO SCROLL CURSOR FOR ${sql}`, [...params])
        for (;;) {
          const { rows } = await client.query(`FETCH ${FETCHED_AT_ONCE} FROM hegui`)
          if (rows.length === 0) return
          yield rows as readonly ResultRow[]
        }
      } finally {
        await client.query('ROLLBACK')
      }
    },
    columnsOf: async (table) => {
      const { rows } = await client.query(
        `SELECT attname, format_type(atttypid, atttypmod) AS type FROM pg_attribute
         WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
        [
          table
            .split('.')
            .map((part) => `"${part.replaceAll('"', '""')}"`)
            .join('.'),
        ],
      )
      const columns = (rows as readonly { attname: string; type: string }[]).map(({ attname, type }) => [attname, type] as const)
      return columns.length === 0 ? undefined : new Map(columns)
    },
    close: async () => undefined,
  }
}

/** By the environment variables PGHOST, PGUSER, PGDATABASE and so on. Rejects where the package or the server is missing. */
export async function openPostgres(): Promise<Database & { readonly client: PostgresClient }> {
  const { default: pg } = await import('pg')
  const client = new pg.Client()
  await client.connect()
  return { ...postgresDatabase(client), client, close: () => client.end() }
}
