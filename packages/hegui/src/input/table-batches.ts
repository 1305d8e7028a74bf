/** CSV and Parquet through DuckDB, chunk by chunk: a table may be larger than the memory. */
import { createReadStream, statSync } from 'node:fs'
import { type Problem, problem } from '@hegui/model'
import type { Batch, Item } from './batch.js'
import { isNotInstalled, notInstalled } from './missing-package.js'
import type { BatchOptions, Place, PlacedBatch } from './placed-batch.js'
import { columnsOf, type Facts } from './table-columns.js'
import { belongsTo, idOf, itemOf, type RowGroup, valuesOf } from './table-rows.js'

const batchItems = 16

type Duckdb = typeof import('@duckdb/node-api')

export async function* tableBatches(file: string, facts: Facts, { hash, from, onRead }: BatchOptions): AsyncGenerator<PlacedBatch> {
  const done = from?.at ?? 0
  const start: Place = { form: 'table', at: done, line: 1 }
  const bytes = statSync(file).size
  if (bytes === 0) return yield unreadable(file, [problem('HG1010', [])], start)
  if (hash !== undefined) await hashWhole(file, hash)
  const duckdb = await duckdbOrNone()
  if (duckdb === undefined) return yield unreadable(file, [notInstalled('DuckDB', '@duckdb/node-api')], start)
  let group: RowGroup | undefined
  let items: Item[] = []
  let row = done
  const placed = (): PlacedBatch => {
    const batch: Batch = { kind: 'items', file, items }
    items = []
    return { batch, after: { form: 'table', at: row, line: 1 } }
  }
  const connection = await (await duckdb.DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  try {
    const result = await connection.stream(`SELECT * FROM ${readerOf(file)} OFFSET ${done}`)
    const known = columnsOf(result.columnNames(), facts)
    if (!known.ok) return yield unreadable(file, known.problems, start)
    for await (const rows of result.yieldRowsJson())
      for (const cells of rows) {
        const values = valuesOf(known.columns, cells)
        const id = idOf(values)
        if (group !== undefined && !belongsTo(group, id)) {
          items.push(itemOf(group, known.columns))
          group = undefined
          if (items.length === batchItems) yield placed()
        }
        row += 1
        group = group === undefined ? { id, firstRow: row, rows: [values] } : { ...group, rows: [...group.rows, values] }
      }
    if (group !== undefined) items.push(itemOf(group, known.columns))
    if (items.length > 0) yield placed()
    onRead?.(bytes)
  } catch (error) {
    if (items.length > 0) yield placed()
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    yield unreadable(file, [problem('HG6036', [], { file, detail, detailEn: detail })], { form: 'table', at: row, line: 1 })
  } finally {
    connection.closeSync()
  }
}

const unreadable = (file: string, problems: readonly Problem[], after: Place): PlacedBatch => ({
  batch: { kind: 'unreadable', file, problems: problems.map((found) => ({ ...found, file })) },
  after,
})

/** Of a CSV file every cell is text; what it means is for the facts to say, not for a guess. */
function readerOf(file: string): string {
  const quoted = `'${file.replaceAll("'", "''")}'`
  if (/\.parquet$/i.test(file)) return `read_parquet(${quoted})`
  const delimiter = /\.tsv$/i.test(file) ? '\\t' : ','
  return `read_csv(${quoted}, all_varchar = true, header = true, delim = '${delimiter}', quote = '"', escape = '"')`
}

async function duckdbOrNone(): Promise<Duckdb | undefined> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    if (isNotInstalled(error)) return undefined
    throw error
  }
}

async function hashWhole(file: string, hash: NonNullable<BatchOptions['hash']>): Promise<void> {
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
}
