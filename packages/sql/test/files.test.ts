/** Files as tables of DuckDB: NDJSON, CSV and parquet of the same rows have the same findings. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FindingRow, openDuckdb, rowsOf, runFindings, tableColumns, viewOfFile } from '@hegui/sql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fact, pack, record, rule, ruleset } from '../../engine/test/support/builders.js'

const folder = mkdtempSync(join(tmpdir(), "hegui-o'file-"))
afterAll(() => rmSync(folder, { recursive: true }))

const rules = ruleset(
  pack({
    facts: [
      ...pack().facts,
      fact('t.place', { type: 'region' }),
      fact('t.n', { type: 'number', unit: 'kg' }),
      fact('t.day', { type: 'date' }),
      fact('t.kinds', { type: 'set', values: ['red', 'blue'].map((value) => ({ value, title: value })) }),
    ],
    rules: [
      rule('any', {
        violatedWhen: {
          any: [
            { fact: 't.kinds', operator: 'contains', value: 'red' },
            {
              all: [
                { fact: 't.n', operator: 'greaterThan', value: 1.5 },
                { fact: 't.place', operator: 'within', value: ['110000', '500241'] },
              ],
            },
            { fact: 't.day', operator: 'before', value: '2020-01-01' },
          ],
        },
      }),
    ],
  }),
)
const given = [
  { 'test.a': true, 't.kinds': ['red'] },
  { 'test.a': true, 't.kinds': [], 't.n': 2, 't.place': '500241', 't.day': '2021-01-01' },
  { 'test.a': true, 't.kinds': ['blue'], 't.n': 1.5, 't.place': '500241', 't.day': '2021-01-01' },
  { 'test.a': false },
  {},
]
const expected = ['violation', 'violation', 'compliant', 'undetermined']

beforeAll(async () => {
  const columns = tableColumns(rules)
  const rows = given.flatMap((facts, at) => {
    const made = rowsOf(record({ facts }, { id: `r${at}` }), rules, { firstRow: at + 1 })
    if (!made.ok) throw new Error(made.problems[0]?.message)
    return made.rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])))
  })
  const cell = (value: unknown): string => (value === null ? '' : `"${(Array.isArray(value) ? JSON.stringify(value) : String(value)).replaceAll('"', '""')}"`)
  writeFileSync(join(folder, 'rows.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  writeFileSync(
    join(folder, 'rows.csv'),
    [columns.map(({ name }) => cell(name)), ...rows.map((row) => columns.map(({ name }) => cell(row[name])))].map((line) => `${line.join(',')}\n`).join(''),
  )
  const database = await openDuckdb()
  await viewOfFile(join(folder, 'rows.ndjson'), 'rows', rules, database)
  await database.connection.run(`COPY (SELECT * FROM rows) TO '${join(folder, 'rows.parquet').replaceAll("'", "''")}' (FORMAT parquet)`)
  await database.close()
})

async function found(file: string): Promise<readonly string[]> {
  const database = await openDuckdb()
  try {
    await viewOfFile(file, 'rows', rules, database)
    const all: string[] = []
    for await (const each of runFindings(rules, database, { table: 'rows' }))
      all.push(...('code' in each ? [each.code] : each.map((finding: FindingRow) => finding.verdict)))
    return all
  } finally {
    await database.close()
  }
}

test.each(['ndjson', 'csv', 'parquet'])('rows in %s, in the order of the file', async (kind) => {
  expect(await found(join(folder, `rows.${kind}`))).toEqual(expected)
})

test('a value in a CSV file that is not of its type is said, not skipped', async () => {
  const file = join(folder, 'wrong.csv')
  writeFileSync(file, 'row_no,record_id,conduct_id,day_from,day_to,test.a,t.kinds,t.n,t.place,t.day\n1,r,c,2023-01-10,2023-01-10,true,[],many,,\n')
  expect(await found(file)).toEqual(['HG6023'])
})

test('a file that lacks columns has them unknown', async () => {
  const file = join(folder, 'few.csv')
  writeFileSync(file, 'record_id,conduct_id,day_from,day_to,test.a\nr1,c,2023-01-10,2023-01-10,true\nr2,c,2023-01-10,2023-01-10,false\n')
  expect(await found(file)).toEqual(['HG6024', 'undetermined'])
})
