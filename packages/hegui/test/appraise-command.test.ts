/** `hegui appraise` as it is called: what goes where, what is left out, what is saved. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Appraisal, aggregateSchema } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { type AppraiseArguments, appraiseCommand } from '../src/commands/appraise.js'
import { captured, withFiles } from './captured.js'

const example = (name: string): string => fileURLToPath(new URL(`../../../examples/appraisals/changjianglu-2016/${name}`, import.meta.url))
const [file, records] = ['appraisal.json', 'records.ndjson'].map((name) => readFileSync(example(name), 'utf8')) as [string, string]
const args: AppraiseArguments = {
  plan: 'changjianglu-2016',
  units: ['community-jia'],
  from: '2016-12-26',
  to: '2017-02-16',
  records: [example('records.ndjson')],
  submissions: example('appraisal.json'),
  aggregates: [],
  format: 'json',
  packs: [],
  language: 'zh',
}
const run = (change: Partial<AppraiseArguments>) => captured((output) => appraiseCommand({ ...args, ...change }, output))
const codes = (err: string): readonly string[] => [...err.matchAll(/HG\d{4}/g)].map(([code]) => code)

describe('the result', () => {
  test('one line of JSON a unit, as seen at the end of the period', async () => {
    const { code, out, err } = await run({ units: ['community-jia', 'community-yi'] })
    expect([code, err]).toEqual([0, ''])
    const appraisals = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Appraisal)
    expect(appraisals.map(({ unit, now, records: count }) => [unit.id, now, count])).toEqual([
      ['community-jia', '2017-02-16', 1],
      ['community-yi', '2017-02-16', 1],
    ])
  })

  test('of a moment before the end', async () => {
    const { out } = await run({ asOf: '2017-01-04T11:00:00+08:00' })
    const { stages, duties } = JSON.parse(out) as Appraisal
    expect(stages.find(({ state }) => state === 'now')?.to).toBe('2017-01-06')
    expect(duties.filter(({ state }) => state === 'missing' || state === 'late')).toEqual([])
  })

  test.each([
    ['text', /^督查考核：甲社区/],
    ['markdown', /^# 督查考核/],
    ['html', /^<!doctype html>/],
  ] as const)('%s', async (format, start) => {
    const { code, out, err } = await run({ format })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(start)
  })

  test('a spreadsheet, whole in its file and nothing beside it', () =>
    withFiles({}, async (path) => {
      const result = await run({ format: 'xlsx', out: path('table.xlsx') })
      expect([result.code, result.out, result.err]).toEqual([0, '', ''])
      expect(readFileSync(path('table.xlsx')).subarray(0, 2).toString()).toBe('PK')
      expect(readdirSync(path('.'))).toEqual(['table.xlsx'])
      return result
    }))
})

describe('aggregates', () => {
  test('of two districts, saved, come to the same figures as all records at once', () =>
    withFiles({ 'a.ndjson': records, 'b.ndjson': records.replace(/^\{"id":"/gm, '{"id":"b-') }, async (path) => {
      const whole = await run({ records: [path('a.ndjson'), path('b.ndjson')] })
      for (const name of ['a', 'b']) {
        const saved = await run({ records: [path(`${name}.ndjson`)], saveAggregate: path(`${name}.json`), source: name })
        expect(saved.err).toBe('')
        expect(aggregateSchema.safeParse(JSON.parse(readFileSync(path(`${name}.json`), 'utf8'))).success).toBe(true)
      }
      const merged = await run({ records: [], aggregates: [path('b.json'), path('a.json')] })
      const figures = (text: string) => {
        const { records: count, statistics, targets, accountability } = JSON.parse(text) as Appraisal
        return { count, statistics, targets, accountability }
      }
      expect(merged.err).toBe('')
      expect(figures(merged.out)).toEqual(figures(whole.out))
      const twice = await run({ records: [], aggregates: [path('a.json'), path('a.json')] })
      expect(codes(twice.err)).toEqual(['HG8005'])
      expect(JSON.parse(twice.err).file).toBe(path('a.json'))
      return merged
    }))
})

describe('what cannot be used is named with its place, and the rest counts', () => {
  test('a line that is no record, and one that is broken', () =>
    withFiles({ 'bad.ndjson': `${records.trim()}\n{"id":\n\n{"id":"x"}\n` }, async (path) => {
      const result = await run({ records: [path('bad.ndjson')] })
      expect(result.code).toBe(1)
      expect((JSON.parse(result.out) as Appraisal).records).toBe(1)
      const lines = result.err
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { file: string; range: { start: { line: number } } })
      expect(new Set(lines.map(({ file: name, range }) => `${dirname(name) === dirname(path('x'))} ${range.start.line}`))).toEqual(
        new Set(['true 2', 'true 4']),
      )
      return result
    }))

  test('a submission before the plan: named in the file, left out', () =>
    withFiles({ 'file.json': file.replace('"on": "2016-12-29"', '"on": "2015-12-29"') }, async (path) => {
      const result = await run({ submissions: path('file.json'), format: 'text' })
      expect(result.code).toBe(1)
      expect(codes(result.err)).toEqual(['HG8015'])
      expect(result.err).toMatch(/file\.json:\d+:\d+ 错误 HG8015/)
      expect(result.out).toContain('督查考核：甲社区')
      return result
    }))

  test.each([
    ['no records file', { records: ['none.ndjson'] }, ['HG1009'], true],
    ['no appraisal file', { submissions: 'none.json' }, ['HG1009'], false],
    ['an unknown unit, beside one that is known', { units: ['community-jia', 'community-xin'] }, ['HG8012'], true],
    ['an unknown plan', { plan: 'changjianglu-2061' }, ['HG8002'], false],
    ['a file that cannot be written', { out: '/nowhere/at/all.json' }, ['HG6013'], false],
  ] as const)('%s', async (_, change, expected, appraised) => {
    const result = await run(change)
    expect([result.code, codes(result.err), result.out !== '']).toEqual([1, expected, appraised])
  })

  test('columns that are none, beside a table that is still written', () =>
    withFiles({ 'columns.json': '[{"id":"a","title":"甲","type":"numbr","source":"x"}]' }, async (path) => {
      const result = await run({ format: 'xlsx', columns: path('columns.json'), out: path('t.xlsx') })
      expect(result.code).toBe(1)
      expect(codes(result.err)).toEqual(['HG2004'])
      expect(existsSync(path('t.xlsx'))).toBe(true)
      return result
    }))
})
