/** `hegui backtest`: two versions on disk and records between them; what is told in each format, what is kept, what is refused. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Backtest, RecordChange } from '@hegui/analysis'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BacktestArguments, backtestCommand } from '../src/commands/backtest.js'
import { captured } from './captured.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder = ''
const at = (name: string): string => join(folder, name)

/** A copy of the two packs with texts replaced; the text to be replaced must be there. */
function version(name: string, edits: readonly (readonly [file: string, from: string | RegExp, to: string])[]): void {
  for (const pack of ['pack-law', 'pack-fireworks'])
    cpSync(join(root, pack), at(`${name}/${pack}`), { recursive: true, filter: (path) => !/node_modules|dist|[\\/]src$/.test(path) })
  for (const [file, from, to] of edits) {
    const path = at(`${name}/${file}`)
    const text = readFileSync(path, 'utf8')
    const replaced = text.replace(from, to)
    if (replaced === text) throw new Error(`${file} has no ${from}`)
    writeFileSync(path, replaced)
  }
}

const stock = (id: string, kg: number | null, region: string | null, day = '2023-01-12') => ({
  id,
  inspectedOn: day,
  region,
  conducts: [{ id: 'home', date: day, facts: { 'conduct.activity': 'possession', 'conduct.goods': 'fireworks', 'goods.totalKg': kg } }],
})
const sale = (id: string, licence: string, facts: Record<string, unknown> = {}) => ({
  id,
  inspectedOn: '2023-02-01',
  region: '500241',
  inspectedBy: 'emergency-management',
  parties: [{ id: 'shop', facts: { 'party.kind': 'sole-trader' } }],
  conducts: [
    {
      id: 'sale',
      party: 'shop',
      date: '2023-02-01',
      facts: { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': licence, ...facts },
    },
  ],
})
const parcel = {
  id: 'B-1',
  inspectedOn: '2023-02-01',
  region: '500241',
  conducts: [{ id: 'parcel', date: '2023-02-01', facts: { 'conduct.activity': 'mailing', 'conduct.goods': 'fireworks' } }],
}
const records = [
  stock('A-1', 7, '500241107'),
  stock('A-2', 8, '500241'),
  stock('A-3', 7.5, '500238'),
  stock('A-4', 12, '500241'),
  stock('A-5', null, '500241'),
  stock('A-6', 7, null),
  parcel,
  sale('C-1', 'none', { 'progress.evidencePreservedOn': '2023-02-01' }),
  { ...sale('C-2', 'none'), region: null },
]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegui-backtest-'))
  version('new', [
    ['pack-fireworks/facts/fireworks.json', '"value": 10,', '"value": 5,'],
    ['pack-law/laws/fireworks-regulation.json', /(regulation\/36-1",[\s\S]*?"edition": "2016"[\s\S]*?"max": )100000/, '$1200000'],
    ['pack-law/procedures/procedures.json', /("evidence-preservation",[\s\S]*?"amount": )7/, '$115'],
  ])
  version('limit', [['pack-fireworks/facts/fireworks.json', '"value": 10,', '"value": 5,']])
  rmSync(at('new/pack-fireworks/rules/mailed'), { recursive: true })
  writeFileSync(at('records.ndjson'), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = async (more: Partial<BacktestArguments> = {}) => {
  const args: BacktestArguments = { from: 'shipped', to: at('new'), records: [at('records.ndjson')], format: 'text', language: 'zh', ...more }
  const { code, out, err } = await captured((output) => backtestCommand(args, output))
  return { code, out: out.replaceAll(`${folder}/`, ''), err: err.replaceAll(`${folder}/`, '') }
}
const codes = (err: string): readonly string[] => [...new Set(err.match(/HG\d{4}/g) ?? [])]

describe('tells who is hit, by rule and region, with a record and why', () => {
  test.each([
    ['text', 'zh', 'backtest.txt'],
    ['text', 'en', 'backtest.en.txt'],
    ['html', 'zh', 'backtest.html'],
  ] as const)('as %s in %s', async (format, language, golden) => {
    const { code, out, err } = await run({ format, language })
    expect([code, err]).toEqual([0, ''])
    await expect(out).toMatchFileSnapshot(`goldens/${golden}`)
  })

  test('as JSON', async () => {
    const { out } = await run({ format: 'json' })
    const { old, new: fresh, ...rest } = JSON.parse(out) as Backtest
    expect(fresh).not.toEqual(old)
    await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot('goldens/backtest.json')
  })

  test('as sheets, read back', async () => {
    const { code, out } = await run({ format: 'xlsx', out: at('table.xlsx') })
    expect([code, out]).toEqual([0, ''])
    const rows = await readSheet(at('table.xlsx'), '按规则')
    expect(rows.slice(3).map((row) => row.slice(1, 6))).toEqual([
      ['标识', '新认定', '不再认定', '转为待查', '待查已定'],
      ['fireworks/chongqing-private-stock', 3, 0, 0, 0],
      ['fireworks/mailed', 0, 1, 0, 0],
      ['fireworks/unlicensed-business', 0, 0, 0, 0],
      [null, 3, 1, 0, 0],
    ])
    const regions = await readSheet(at('table.xlsx'), '按规则和地区')
    expect(regions.slice(1, 3).map((row) => [row[2], row[4]])).toEqual([
      ['500238', 1],
      ['500241', 2],
    ])
    const [headers = [], first = []] = await readSheet(at('table.xlsx'), '例子')
    expect(first[headers.indexOf('记录编号')]).toBe('A-3')
    expect(first[headers.indexOf('行')]).toBe(3)
    expect(first[headers.indexOf('检查日期')]).toEqual(new Date('2023-01-12T00:00:00Z'))
    expect(first[headers.indexOf('为什么')]).toContain('原来不满足，现在满足')
  })

  test('with as many examples as are asked for', async () => {
    const examples = async (n: number) =>
      (JSON.parse((await run({ format: 'json', examples: n })).out) as Backtest).rules[0]?.regions.map((each) => each.examples.length)
    expect([await examples(0), await examples(1), await examples(9)]).toEqual([
      [0, 0],
      [1, 1],
      [1, 2],
    ])
  })

  test('and keeps every changed record, if asked', async () => {
    const { code } = await run({ changes: at('changes.ndjson'), examples: 0 })
    const changes = readFileSync(at('changes.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as RecordChange)
    expect(code).toBe(0)
    expect(changes.map(({ record, place, changes: all }) => [record, place?.line, all[0]?.kinds])).toEqual([
      ['A-1', 1, ['caught']],
      ['A-2', 2, ['caught']],
      ['A-3', 3, ['caught']],
      ['B-1', 7, ['cleared']],
      ['C-1', 8, ['measures', 'dues']],
      ['C-2', 9, ['measures']],
    ])
    expect(existsSync(at('changes.ndjson.part'))).toBe(false)
  })

  test('of a folder of records, in the other direction', async () => {
    mkdirSync(at('more'), { recursive: true })
    cpSync(at('records.ndjson'), at('more/one.ndjson'))
    writeFileSync(at('more/two.json'), JSON.stringify(stock('A-7', 9, '500241')))
    const { out } = await run({ from: at('new'), to: 'shipped', records: [at('more')] })
    expect(out).toContain('比较了 10 条记录')
    expect(out).toContain('新认定 1，不再认定 4')
    expect(out).toContain('新版增加的规则')
  })
})

test('nothing changed: that is said', async () => {
  version('same', [['pack-fireworks/rules/unlicensed-business/rule.json', '包括批发和零售。', '批发和零售都包括。']])
  const { code, out } = await run({ to: at('same') })
  expect(code).toBe(0)
  expect(out).toContain('0 条有变化（完整研判了 0 条）')
  expect(out).toContain('没有变化。')
})

describe('says what cannot be compared, and compares the rest', () => {
  const lines = (...more: readonly unknown[]): string => {
    writeFileSync(at('bad.ndjson'), [records[0], ...more].map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join(''))
    return at('bad.ndjson')
  }

  test.each<[string, () => Partial<BacktestArguments>, readonly string[], number]>([
    ['a line that is no JSON', () => ({ records: [lines('{')] }), ['HG1001'], 1],
    ['a record that both refuse', () => ({ records: [lines({ ...stock('X', 7, '500241'), inspectedOn: '2023-02-30' })] }), ['HG2006'], 1],
    ['a file that is not there', () => ({ records: [lines(), at('nowhere.json')] }), ['HG1009'], 1],
    ['a day before every changed rule', () => ({ to: at('limit'), records: [lines(stock('X', 7, '500241', '1951-05-01'))] }), ['HG9032'], 0],
    ['the same folder twice', () => ({ from: at('new') }), ['HG9002'], 1],
    ['a folder without a pack', () => ({ to: at('more') }), ['HG9001'], 1],
    ['an output that is an input', () => ({ changes: at('records.ndjson') }), ['HG6013'], 1],
    ['a place that cannot be written to', () => ({ changes: at('nowhere/changes.ndjson') }), ['HG6013'], 1],
  ])('%s', async (_, more, expected, exit) => {
    const { code, err } = await run(more())
    expect(codes(err)).toEqual(expected)
    expect(code).toBe(exit)
  })

  test('no records at all', async () => {
    writeFileSync(at('empty.ndjson'), '')
    const { code, out, err } = await run({ records: [at('empty.ndjson')] })
    expect([code, codes(err)]).toEqual([1, ['HG9033']])
    expect(out).toContain('比较了 0 条记录')
  })

  test('with the line of the record, in its place', async () => {
    const { out, err } = await run({ records: [lines('{ "id": "b", "inspectedOn": "2023-02-30", "conducts": [{ "id": "c1", "facts": {} }] }')] })
    expect(err).toContain('bad.ndjson:2:29 错误 HG2006')
    expect(out).toContain('没有比较 1 条：两版都不收 1 条')
  })
})

describe('versions with other facts', () => {
  const facts = 'pack-fireworks/facts/fireworks.json'
  const fact = (id: string, type: string) =>
    `{ "id": "${id}", "title": "试加", "type": "${type}", "scope": "conduct", "question": "有没有？", "evidence": ["现场笔录"] },`
  const asked = (id: string, value: unknown): string => {
    const record = stock('F-1', 7, '500241')
    writeFileSync(
      at('asked.json'),
      JSON.stringify({ ...record, conducts: record.conducts.map((each) => ({ ...each, facts: { ...each.facts, [id]: value } })) }),
    )
    return at('asked.json')
  }

  test('an answer that only one version knows is not written to the other, and that is said', async () => {
    version('wider', [[facts, '"facts": [', `"facts": [${fact('stock.hidden', 'boolean')}`]])
    const { code, err, out } = await run({ to: at('wider'), records: [asked('stock.hidden', true)] })
    expect([code, codes(err)]).toEqual([0, ['HG9030']])
    expect(err).toContain('1 条记录写了旧版不认识的 “stock.hidden”')
    expect(out).toContain('比较了 1 条记录')
  })

  test('a record that only the new version refuses is said to be', async () => {
    version('otherwise', [[facts, '"facts": [', `"facts": [${fact('stock.hidden', 'text')}`]])
    const { code, err, out } = await run({ from: at('wider'), to: at('otherwise'), records: [asked('stock.hidden', true), at('records.ndjson')] })
    expect([code, codes(err)]).toEqual([1, ['HG5002', 'HG9031']])
    expect(err).toContain('只有新版不收这条记录')
    expect(out).toContain('比较了 9 条记录')
  })
})
