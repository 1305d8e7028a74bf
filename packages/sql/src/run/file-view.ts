/** Files that DuckDB reads as tables: each column as the type its fact has, whatever DuckDB would guess from the first lines. */
import type { Ruleset } from '@hegui/engine'
import { quoted } from '../identifier.js'
import { tableColumns } from '../table.js'
import type { Database } from './database.js'

export const isTableFile = (name: string): boolean => /\.(?:parquet|csv|ndjson|jsonl)$/i.test(name)

/** A file name is no value of a record, and a view takes no parameters: a quotation mark in it is doubled. */
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/**
 * Makes `view` show the file. A parquet file has types of its own. In a CSV file a set is a list in JSON, and nothing
 * between two commas is unknown; what is not of its type is an error of the database when it is read.
 */
export async function viewOfFile(file: string, view: string, ruleset: Ruleset, database: Database): Promise<void> {
  const run = async (sql: string): Promise<void> => {
    for await (const _ of database.query(sql));
  }
  const create = (select: string): Promise<void> => run(`CREATE OR REPLACE TEMP VIEW ${quoted(view)} AS ${select}`)
  const type = (name: string): string => (name === 'DOUBLE PRECISION' ? 'DOUBLE' : name)
  if (/\.parquet$/i.test(file)) return create(`SELECT * FROM read_parquet(${text(file)})`)
  if (/\.csv$/i.test(file)) {
    const all = `read_csv(${text(file)}, header = true, all_varchar = true)`
    await create(`SELECT * FROM ${all}`)
    const present = await database.columnsOf(view)
    const typed = tableColumns(ruleset)
      .filter(({ name }) => present?.has(name))
      .map(({ name, type: wanted }) => `CAST(${wanted === 'TEXT[]' ? `CAST(${quoted(name)} AS JSON)` : quoted(name)} AS ${type(wanted)}) AS ${quoted(name)}`)
    return typed.length === 0 ? undefined : create(`SELECT ${typed.join(', ')} FROM ${all}`)
  }
  // Every line is looked at: a fact may be known in the last one only. Many columns, mostly empty, are still columns, no map.
  await create(
    `SELECT * FROM read_json(${text(file)}, format = 'newline_delimited', sample_size = -1, maximum_depth = 1, records = true, map_inference_threshold = -1, field_appearance_threshold = 0)`,
  )
  const present = await database.columnsOf(view)
  const typed = tableColumns(ruleset).filter(({ name }) => present?.has(name))
  if (typed.length === 0) return
  const columns = typed.map(({ name, type: wanted }) => `${text(name)}: ${text(type(wanted))}`).join(', ')
  await create(`SELECT * FROM read_json(${text(file)}, format = 'newline_delimited', columns = {${columns}})`)
}
