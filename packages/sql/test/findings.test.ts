/** The query for all shipped packs against the engine, row by row, in every database: generated records with gaps. */
import { assess } from '@hegui/engine'
import { createTable, findingsQuery, type Row, rowsOf, tableColumns } from '@hegui/sql'
import { shippedRuleset } from 'hegui'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fuzz } from '../../engine/test/support/generators.js'
import { shippedCases } from '../../hegui/src/input/shipped-cases.js'
import { findingsOf, ofQuery } from './support/compared.js'
import { allRows, openers, type TestDatabase } from './support/databases.js'
import { generatedRecords } from './support/records.js'

const { numRuns: wanted, seed } = fuzz(1000)
console.info(`sql findings: ${wanted} records, HEGUI_FUZZ_SEED=${seed}`)

const ruleset = shippedRuleset()
const rows: Row[] = []
const expected: { readonly all: string[]; readonly applying: string[] } = { all: [], applying: [] }
/** Every rule about every conduct is much to compare: of so many records. */
const inFull = 150
const verdicts = new Map<string, number>()

beforeAll(() => {
  for (const record of generatedRecords(ruleset, shippedCases, seed)) {
    if (rows.length >= wanted) break
    const made = rowsOf(record, ruleset, { firstRow: rows.length + 1 })
    if (!made.ok) continue
    const result = assess(record, ruleset)
    if (!result.ok) throw new Error('a record that has rows can be assessed')
    rows.push(...made.rows)
    if (rows.length <= inFull) expected.all.push(...findingsOf(result.assessment, { notApplicable: true }))
    expected.applying.push(...findingsOf(result.assessment, { notApplicable: false }))
    for (const { verdict } of result.assessment.findings) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  }
}, 300_000)

test('the records are of every kind', () => {
  for (const verdict of ['violation', 'compliant', 'undetermined', 'not-applicable']) expect(verdicts.get(verdict), verdict).toBeGreaterThan(wanted / 50)
})

test('a real PostgreSQL server is asked as well', ({ skip }) => {
  if (process.env['PGHOST'] === undefined) skip('set PGHOST (and PGUSER, PGPASSWORD, PGDATABASE): docs/sql.md says how to start a server')
  expect(Object.keys(openers)).toContain('server')
})

describe.each(Object.entries(openers))('in %s', (_, open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
    await database.fill('conducts', tableColumns(ruleset), rows)
    await database.fill('first_conducts', tableColumns(ruleset), rows.slice(0, inFull))
  }, 120_000)
  afterAll(() => database.close())

  const found = async (table: string, notApplicable: boolean): Promise<readonly string[]> => {
    const { sql, params, problems } = findingsQuery(ruleset, { dialect: database.dialect, table, notApplicable })
    expect(problems).toEqual([])
    return (await allRows<Record<string, unknown>>(database.query(sql, params))).map(ofQuery)
  }

  test('every rule finds about every conduct what the engine finds, in its order', async () => {
    expect(await found('first_conducts', true)).toEqual(expected.all)
  }, 300_000)

  test('without the rules that do not apply, the rest is the same', async () => {
    expect(await found('conducts', false)).toEqual(expected.applying)
  }, 300_000)

  test('the table can be made as it is described', async () => {
    await database.run(createTable(ruleset, { dialect: database.dialect, table: 'made' }))
    expect([...((await database.columnsOf('made')) ?? new Map()).keys()]).toEqual(tableColumns(ruleset).map((column) => column.name))
  })
})
