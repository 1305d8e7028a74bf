/** The databases of the tests: DuckDB and PostgreSQL embedded, and a real PostgreSQL server where PGHOST names one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Database, openDuckdb, openPostgres, type PostgresClient, postgresDatabase, quoted, type Row, type TableColumn } from '@hegui/sql'

export interface TestDatabase extends Database {
  readonly run: (sql: string) => Promise<unknown>
  /** A table of these columns and rows; one of the same name is dropped. */
  readonly fill: (table: string, columns: readonly TableColumn[], rows: readonly Row[]) => Promise<void>
}

const definition = (columns: readonly TableColumn[]): string => columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ')

async function duckdb(): Promise<TestDatabase> {
  const database = await openDuckdb()
  const run = (sql: string) => database.connection.run(sql)
  return {
    ...database,
    run,
    fill: async (table, columns, rows) => {
      const folder = mkdtempSync(join(tmpdir(), 'hegui-sql-'))
      const file = join(folder, 'rows.ndjson')
      writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      const types = columns.map(({ name, type }) => `'${name}': '${type === 'DOUBLE PRECISION' ? 'DOUBLE' : type}'`).join(', ')
      try {
        await run(`CREATE OR REPLACE TABLE ${quoted(table)} (${definition(columns)})`)
        if (rows.length > 0) await run(`INSERT INTO ${quoted(table)} SELECT * FROM read_json('${file}', format = 'newline_delimited', columns = {${types}})`)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  }
}

function postgres(database: Database, client: PostgresClient): TestDatabase {
  return {
    ...database,
    run: (sql) => client.query(sql),
    fill: async (table, columns, rows) => {
      const name = quoted(table)
      await client.query(`DROP TABLE IF EXISTS ${name}`)
      await client.query(`CREATE TABLE ${name} (${definition(columns)})`)
      for (let from = 0; from < rows.length; from += 2_000)
        await client.query(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`, [JSON.stringify(rows.slice(from, from + 2_000))])
    },
  }
}

async function pglite(): Promise<TestDatabase> {
  const client = await PGlite.create()
  return { ...postgres(postgresDatabase(client as PostgresClient), client as PostgresClient), close: () => client.close() }
}

async function server(): Promise<TestDatabase> {
  const database = await openPostgres()
  return { ...postgres(database, database.client), close: database.close }
}

/** By name. The server is there only where PGHOST is set. */
export const openers: Readonly<Record<string, () => Promise<TestDatabase>>> = {
  duckdb,
  pglite,
  ...(process.env['PGHOST'] === undefined ? {} : { server }),
}

export async function allRows<T>(rows: AsyncIterable<readonly unknown[]>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const batch of rows) found.push(...(batch as readonly T[]))
  return found
}
