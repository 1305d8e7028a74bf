/**
 * The long comparison of SQL: generated records over all shipped packs, every finding of the compiled runtime against
 * every row of the query, in DuckDB, in PostgreSQL embedded, and on a server where PGHOST names one.
 *
 *   HEGUI_FUZZ_RUNS=100000 HEGUI_FUZZ_SEED=42 pnpm --filter @hegui/bench sql
 *
 * Rules that do not apply are compared by their absence, and one by one in the first batch.
 */
import { assess } from '@hegui/engine'
import { findingsQuery, type Row, rowsOf, tableColumns } from '@hegui/sql'
import { shippedRuleset } from 'hegui'
import { shippedCases } from '../../hegui/src/input/shipped-cases.js'
import { findingsOf, ofQuery } from '../../sql/test/support/compared.js'
import { openers } from '../../sql/test/support/databases.js'
import { generatedRecords } from '../../sql/test/support/records.js'

const wanted = Number(process.env['HEGUI_FUZZ_RUNS'] ?? 100_000)
const seed = Number(process.env['HEGUI_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
const BATCH = 5_000

const ruleset = shippedRuleset()
const columns = tableColumns(ruleset)
const databases = await Promise.all(Object.entries(openers).map(async ([name, open]) => ({ name, database: await open(), filled: 0, asked: 0, rows: 0 })))
console.log(`sql: ${wanted} records, ${ruleset.rules.length} rules, in ${databases.map(({ name }) => name).join(', ')}, HEGUI_FUZZ_SEED=${seed}`)

const records = generatedRecords(ruleset, shippedCases, seed)
const tally = new Map<string, number>()
let assessing = 0
for (let done = 0; done < wanted; ) {
  const notApplicable = done === 0
  const rows: Row[] = []
  const expected: string[] = []
  const begun = performance.now()
  while (rows.length < Math.min(notApplicable ? 200 : BATCH, wanted - done)) {
    const record = records.next().value
    const made = rowsOf(record, ruleset, { firstRow: rows.length + 1 })
    if (!made.ok) continue
    const result = assess(record, ruleset)
    if (!result.ok) throw new Error('a record that has rows can be assessed')
    rows.push(...made.rows)
    expected.push(...findingsOf(result.assessment, { notApplicable }))
    for (const { verdict } of result.assessment.findings) tally.set(verdict, (tally.get(verdict) ?? 0) + 1)
  }
  assessing += performance.now() - begun
  for (const each of databases) {
    const { name, database } = each
    const start = performance.now()
    await database.fill('conducts', columns, rows)
    const filled = performance.now()
    const { sql, params } = findingsQuery(ruleset, { dialect: database.dialect, table: 'conducts', notApplicable })
    let at = 0
    for await (const batch of database.query(sql, params))
      for (const row of batch) {
        const found = ofQuery(row)
        if (found !== expected[at]) throw new Error(`${name} disagrees: ${found}, not ${expected[at]}; HEGUI_FUZZ_SEED=${seed} HEGUI_FUZZ_RUNS=${done + BATCH}`)
        at++
      }
    if (at !== expected.length) throw new Error(`${name} found ${at} of ${expected.length}: HEGUI_FUZZ_SEED=${seed} HEGUI_FUZZ_RUNS=${done + BATCH}`)
    each.filled += filled - start
    each.asked += performance.now() - filled
    each.rows += at
  }
  done += rows.length
  if (done % (4 * BATCH) < BATCH) console.log(`${done} records`)
}
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
console.log(`findings: ${[...tally].map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`)
console.log(`generated, assessed and made rows in ${seconds(assessing)}`)
for (const { name, database, filled, asked, rows } of databases) {
  console.log(`${name}: ${rows} findings the same, 0 different; filled in ${seconds(filled)}, asked and compared in ${seconds(asked)}`)
  await database.close()
}
