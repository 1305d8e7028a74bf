/** `hegui sql` over the example records: what `hegui assess` finds, and how it says what is wrong. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assess } from 'hegui'
import { afterAll, describe, expect, test } from 'vitest'
import { type SqlArguments, sqlCommand } from '../src/commands/sql.js'

const folder = mkdtempSync(join(tmpdir(), 'hegui-sql-command-'))
afterAll(() => rmSync(folder, { recursive: true }))
const records = fileURLToPath(new URL('../../../examples/records/', import.meta.url))
const files = readdirSync(records)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => join(records, name))

async function run(args: Partial<SqlArguments>): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', '']
  const output = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const defaults = { dialect: 'duckdb', rules: [], table: 'conducts', createTable: false, rows: [], all: false, packs: [], language: 'zh' } as const
  return { code: await sqlCommand({ ...defaults, ...args }, output), out, err }
}
const codes = (err: string): readonly string[] => [...err.matchAll(/HG\d{4}/g)].map(([code]) => code)

describe('hegui sql', () => {
  const rows = join(folder, 'rows.ndjson')

  test('finds in the rows of the example records what assess finds in the records', async () => {
    const made = await run({ rows: files })
    expect([made.code, made.err]).toEqual([0, ''])
    writeFileSync(rows, made.out)
    const found = await run({ run: rows, all: true })
    expect([found.code, found.err]).toEqual([0, ''])
    const expected = files.flatMap((file) => {
      const result = assess(JSON.parse(readFileSync(file, 'utf8')))
      if (!result.ok) throw new Error(file)
      const { record, findings } = result.assessment
      return findings.map(({ conduct, rule, revision, verdict, canViolate }) => ({
        record: record.id,
        conduct,
        rule,
        revision,
        verdict,
        ...(canViolate === undefined ? {} : { canViolate }),
      }))
    })
    const findings = found.out
      .trimEnd()
      .split('\n')
      .map((line) => {
        const { applies: _, ...finding } = JSON.parse(line) as Record<string, unknown>
        return finding
      })
    expect(findings).toEqual(expected)
  })

  test('writes CSV, and a file that appears when it is whole', async () => {
    const out = join(folder, 'found.csv')
    expect((await run({ pack: 'fireworks', run: rows, format: 'csv', out })).code).toBe(0)
    const [header, first] = readFileSync(out, 'utf8').split('\n')
    expect(header).toBe('record,conduct,rule,revision,verdict,applies,canViolate')
    expect(first).toMatch(/^[^,]+,[^,]+,fireworks\/[a-z-]+,\d+,(?:violation|compliant|undetermined),/)
    const failed = await run({ run: join(folder, 'nosuch.csv'), out: join(folder, 'none.csv') })
    expect([failed.code, codes(failed.err), existsSync(join(folder, 'none.csv')), existsSync(join(folder, 'none.csv.part'))]).toEqual([
      1,
      ['HG6023'],
      false,
      false,
    ])
  })

  test('names the pack, the dialect and the rule it does not know', async () => {
    const refused = await run({ pack: 'firework', dialect: 'oracle' })
    expect([refused.code, codes(refused.err), refused.out]).toEqual([1, ['HG6020', 'HG6020'], ''])
    expect(codes((await run({ rules: ['fireworks/nope'] })).err)).toEqual(['HG6001'])
  })

  test('takes the rules of a pack only', async () => {
    const { out } = await run({ pack: 'air-quality', format: 'json', dialect: 'postgres' })
    const { params, rules, sql } = JSON.parse(out) as { params: readonly unknown[]; rules: number; sql: string }
    const ids = params.filter((value) => typeof value === 'string' && value.includes('/'))
    expect(ids.length).toBe(rules)
    expect(ids.every((id) => (id as string).startsWith('air-quality/'))).toBe(true)
    expect(sql).toContain(`$${params.length} `)
  })

  test('a table of another database that cannot be opened is a problem', async () => {
    const file = join(folder, 'not-a-database.db')
    writeFileSync(file, 'text')
    expect(codes((await run({ run: 'conducts', database: file })).err)).toEqual(['HG6023'])
  })
})
