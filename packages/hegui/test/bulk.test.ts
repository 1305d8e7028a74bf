/** Many records: tables say what lines say, threads change nothing, and what is wrong is in its line. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Problem } from '@hegui/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AssessArguments, assessCommand } from '../src/commands/assess.js'
import { captured } from './captured.js'

const folder = mkdtempSync(join(tmpdir(), 'hegui-many-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const written = (name: string, text: string | Uint8Array): string => {
  writeFileSync(at(name), text)
  return at(name)
}

async function bulk(file: string, options: Partial<AssessArguments> = {}) {
  const { code, out, err } = await captured((output) =>
    assessCommand({ files: [file], format: 'json', packs: [], language: 'zh', explain: false, ...options }, output),
  )
  const lines = <T>(text: string): readonly T[] =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T)
  return { code, out, problems: lines<Problem>(err) }
}
const codes = (problems: readonly Problem[]): readonly string[] => problems.map((each) => each.code)

const header = 'id,inspectedOn,region,inspectedBy,conductId,conductTitle,conductDate,conduct.activity,conduct.goods,licence.status,goods.totalKg'
const table = `${header}
A-1,2023-01-12,500241,township-government,c1,村里小店,2023-01-12,retail,fireworks,none,12
A-1,2023-01-12,500241,township-government,c2,旁边小店,2023-01-12,retail,fireworks,,
A-2,2023-01-13,500241,township-government,c1,有证的店,2023-01-13,retail,fireworks,held,0.5
`
const shop = (id: string, title: string, facts: object, day: string) => ({
  id,
  title,
  date: day,
  facts: { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', ...facts },
})
const head = (id: string, day: string) => ({ id, inspectedOn: day, region: '500241', inspectedBy: 'township-government' })
const records = [
  {
    ...head('A-1', '2023-01-12'),
    conducts: [shop('c1', '村里小店', { 'licence.status': 'none', 'goods.totalKg': 12 }, '2023-01-12'), shop('c2', '旁边小店', {}, '2023-01-12')],
  },
  { ...head('A-2', '2023-01-13'), conducts: [shop('c1', '有证的店', { 'licence.status': 'held', 'goods.totalKg': 0.5 }, '2023-01-13')] },
]
const asLines = (values: readonly unknown[]): string => values.map((each) => `${JSON.stringify(each)}\n`).join('')

describe('tables', () => {
  test('CSV and Parquet give the assessments of the same records as lines', async () => {
    const expected = await bulk(written('same.ndjson', asLines(records)))
    expect(expected).toMatchObject({ code: 0, problems: [] })
    const csv = written('same.csv', table)
    expect(await bulk(csv)).toEqual(expected)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run(`COPY (SELECT * FROM read_csv('${csv}')) TO '${at('same.parquet')}' (FORMAT parquet)`)
    connection.closeSync()
    expect(await bulk(at('same.parquet'))).toEqual(expected)
  })

  test('a column nobody knows is refused with what was meant, and nothing of the table is read', async () => {
    const found = await bulk(written('column.csv', table.replace('licence.status', 'licence.statu')))
    expect(found).toMatchObject({ code: 1, out: '' })
    expect(codes(found.problems)).toEqual(['HG6037'])
    expect(found.problems[0]?.message).toContain('licence.status')
  })

  test('rows of one record that disagree are no record; the others go on', async () => {
    const found = await bulk(
      written('disagree.csv', table.replace('A-1,2023-01-12,500241,township-government,c2', 'A-1,2023-01-12,500242,township-government,c2')),
    )
    expect(codes(found.problems)).toEqual(['HG6038'])
    expect(found.problems[0]?.range?.start.line).toBe(2)
    expect(found.out.split('\n').filter((line) => line.includes('"A-2"'))).toHaveLength(1)
  })

  test('what is no table is said, and no more', async () => {
    expect(codes((await bulk(written('broken.parquet', 'PAR1 not really'))).problems)).toEqual(['HG6036'])
  })
})

describe('lines', () => {
  test('too long, not UTF-8, not JSON: each in its line, and the rest is assessed', async () => {
    const good = JSON.stringify(records[1])
    const text = Buffer.concat([
      Buffer.from(`${good}\n{"id":"${'x'.repeat(9_000)}"}\n`),
      Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a]),
      Buffer.from(`{"id": \n${good}\n`),
    ])
    const found = await bulk(written('bad.ndjson', text), { maxLineBytes: 8_192 })
    expect(found.code).toBe(1)
    expect(found.problems.map((each) => [each.code, each.range?.start.line])).toEqual([
      ['HG6031', 2],
      ['HG6032', 3],
      [expect.stringMatching(/^HG1/), 4],
    ])
    expect(found.out.trimEnd().split('\n')).toHaveLength(2)
  })

  test('what was not assessed goes into the rejects, with its line and its text', async () => {
    const found = await bulk(written('reject.ndjson', `${asLines(records)}{"id": \n`), { out: at('reject.out'), rejects: at('rejects') })
    expect(codes(found.problems)).toEqual(['HG6039'])
    const [rejected, ...others] = readFileSync(at('rejects'), 'utf8').trimEnd().split('\n')
    expect(others).toEqual([])
    expect(JSON.parse(rejected ?? '')).toMatchObject({ line: 3, text: '{"id": ' })
    expect(readFileSync(at('reject.out'), 'utf8')).toBe((await bulk(written('good.ndjson', asLines(records)))).out)
  })

  test('an output that is also the input is refused before anything is read', async () => {
    const file = written('self.ndjson', asLines(records))
    const found = await bulk(file, { out: file })
    expect(codes(found.problems)).toEqual(['HG6013'])
    expect(readFileSync(file, 'utf8')).toBe(asLines(records))
  })
})

describe('threads', () => {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
  const assess = (...args: readonly string[]) =>
    spawnSync(process.execPath, [cli, 'assess', ...args, '--format', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
  beforeAll(() => {
    if (!existsSync(cli)) throw new Error('build first: npm run setup')
  })

  test('three give the bytes of one, in the order of the input, problems too', () => {
    const many = Array.from({ length: 120 }, (_, index) => (index % 17 === 5 ? '{"id":\n' : asLines([{ ...records[index % 2], id: `R-${index}` }])))
    written('many.ndjson', many.join(''))
    const one = assess('many.ndjson')
    expect(one.status).toBe(1)
    expect(one.stdout.split('\n').length).toBeGreaterThan(100)
    const three = assess('many.ndjson', '--jobs', '3')
    expect([three.status, three.stderr]).toEqual([one.status, one.stderr])
    expect(three.stdout === one.stdout).toBe(true)
  })
})
