import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assessCommand } from '../src/commands/assess.js'
import { checkCommand } from '../src/commands/check.js'
import { explainCommand } from '../src/commands/explain.js'
import { version } from '../src/version.js'
import { captured, withFiles } from './captured.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const record = {
  id: 'r-1',
  inspectedOn: '2023-01-10',
  region: '500241',
  inspectedBy: 'township-government',
  parties: [{ id: 'shop', name: '某小店', facts: { 'party.kind': 'sole-trader' } }],
  conducts: [
    { id: 'sale', date: '2023-01-10', party: 'shop', facts: { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' } },
  ],
}
const text = JSON.stringify(record)
const defaults = { format: 'text', packs: [], language: 'zh', explain: false } as const

describe('assess', () => {
  it('prints a Chinese report and ends with 0 although there is a violation', async () => {
    const result = await withFiles({ 'r.json': text }, (path) => captured((output) => assessCommand({ ...defaults, files: [path('r.json')] }, output)))
    expect(result.code).toBe(0)
    expect(result.err).toBe('')
    expect(result.out).toContain('违法成立')
    expect(result.out).toContain('fireworks/unlicensed-business')
    expect(result.out).toContain('▸ 烟花爆竹安全管理条例 第三十六条第一款（2016年修订文本）　未经许可生产、经营烟花爆竹制品　→ 应急管理部门　[有法律依据]')
  })

  it('ends several records with a line for each and the sum', async () => {
    const files = { 'a.json': text, 'b.json': text.replace('r-1', 'r-2').replace('"none"', '"held"') }
    const { out } = await withFiles(files, (path) => captured((output) => assessCommand({ ...defaults, files: [path('a.json'), path('b.json')] }, output)))
    expect(out.split('共研判')[1]).toMatch(
      /^ 2 份记录\n {2}r-1　违法成立 1，待查 \d+，建议措施 [1-9]\d*，要问 \d+\n {2}r-2　违法成立 0，待查 \d+，建议措施 0，要问 \d+\n {2}合计　违法成立 1，/,
    )
  })

  it('speaks English on request', async () => {
    const { out } = await withFiles({ 'r.json': text }, (path) =>
      captured((output) => assessCommand({ ...defaults, files: [path('r.json')], language: 'en' }, output)),
    )
    expect(out).toContain('Violations')
    expect(out).toContain('hegui advises; an officer decides.')
  })

  it('writes one assessment a line as JSON, in the order of the input, the same bytes each time', async () => {
    const lines = ['a', 'b', 'c'].map((id) => JSON.stringify({ ...record, id })).join('\n')
    const run = () =>
      withFiles({ 'r.ndjson': lines }, (path) => captured((output) => assessCommand({ ...defaults, format: 'json', files: [path('r.ndjson')] }, output)))
    const [first, second] = [await run(), await run()]
    expect(first.out).toBe(second.out)
    expect(
      first.out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { record: { id: string } }).record.id),
    ).toEqual(['a', 'b', 'c'])
  })

  it('takes a list of records in one JSON file and points into the list', async () => {
    const list = JSON.stringify([record, { ...record, conducts: [{ ...record.conducts[0], party: 'nobody' }] }], null, 1)
    const result = await withFiles({ 'r.json': list }, (path) =>
      captured((output) => assessCommand({ ...defaults, format: 'json', files: [path('r.json')] }, output)),
    )
    expect(result.out.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(result.err)).toMatchObject({ code: 'HG5005', file: 'r.json', path: [1, 'conducts', 0, 'party'] })
  })

  it('prints text from a record without control characters', async () => {
    const forged = JSON.stringify({ ...record, id: 'r\n\u001b[31m伪造：没有违法', title: '标题\u202e反写' })
    const { out } = await withFiles({ 'r.json': forged }, (path) => captured((output) => assessCommand({ ...defaults, files: [path('r.json')] }, output)))
    expect(out.split('\n')[0]).toBe('研判：r  [31m伪造：没有违法　标题 反写')
  })

  it('assesses for another day when told to', async () => {
    const { out } = await withFiles({ 'r.json': text }, (path) =>
      captured((output) => assessCommand({ ...defaults, format: 'json', decidedOn: '2026-03-01', files: [path('r.json')] }, output)),
    )
    const assessment = JSON.parse(out) as { decidedOn: string; decidedOnFrom: string; editionChoices: { norm: string; outcome: string }[] }
    expect(assessment).toMatchObject({ decidedOn: '2026-03-01', decidedOnFrom: 'option' })
    expect(assessment.editionChoices).toContainEqual(expect.objectContaining({ norm: 'public-security-penalties-law/dangerous-substances', outcome: 'same' }))
  })

  it('explains what was found leaf by leaf', async () => {
    const { out } = await withFiles({ 'r.json': text }, (path) =>
      captured((output) => assessCommand({ ...defaults, explain: true, files: [path('r.json')] }, output)),
    )
    expect(out).toMatch(/✓ 与该活动相应的许可证（licence\.status）\w+ .*记录 "none"/)
    expect(out).toMatch(/\? .*记录 未知/)
  })

  it('lays a folder of changed rules over the shipped packs', async () => {
    const rule = JSON.parse(readFileSync(`${root}packages/pack-fireworks/rules/unlicensed-business/rule.json`, 'utf8')) as Record<string, unknown>
    const changed = JSON.stringify({ ...rule, revision: 99, title: '改过的规则' })
    const result = await withFiles({ 'r.json': text, 'mine/rules/unlicensed-business/rule.json': changed }, (path) =>
      captured((output) => assessCommand({ ...defaults, files: [path('r.json')], packs: [path('mine')] }, output)),
    )
    expect(result.err).toBe('')
    expect(result.out).toContain('改过的规则')
  })
})

describe('check', () => {
  it.each([
    ['packages/pack-law'],
    ['packages/pack-fireworks'],
    ['packages/pack-air-quality'],
    ['packages/pack-work-safety'],
    ['packages/pack-fireworks/rules/unlicensed-business'],
  ])('finds nothing wrong in %s', async (folder) => {
    const { code, out } = await captured((output) => checkCommand({ paths: [`${root}${folder}`], language: 'zh', format: 'text' }, output))
    expect(out).toMatch(/^检查了 \d+ 个文件：没有问题。\n$/)
    expect(code).toBe(0)
  })

  it('gives problems as JSON with code, path and range', async () => {
    const { out, code } = await withFiles({ 'rules/x/rule.json': '{"id": "x/x",' }, (path) =>
      captured((output) => checkCommand({ paths: [path('.')], language: 'zh', format: 'json' }, output)),
    )
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ code: 'HG1001', severity: 'error', range: { start: { line: 1 } } })
  })
})

describe('explain', () => {
  it('says what a rule means, its basis and each norm by date', async () => {
    const { out, code } = await captured((output) => explainCommand({ rule: 'fireworks/unlicensed-business', packs: [], language: 'zh' }, output))
    expect(code).toBe(0)
    expect(out).toMatchSnapshot()
  })

  it('lists the rules without an argument', async () => {
    const { out } = await captured((output) => explainCommand({ packs: [], language: 'zh' }, output))
    expect(out.trimEnd().split('\n').length).toBeGreaterThan(40)
  })

  it('suggests the rule that was meant', async () => {
    const { err, code } = await captured((output) => explainCommand({ rule: 'fireworks/unlicensed-busines', packs: [], language: 'zh' }, output))
    expect(code).toBe(1)
    expect(err).toContain('是不是 “fireworks/unlicensed-business”？')
  })
})

it('the version is the one of the package', () => {
  expect(version).toBe((JSON.parse(readFileSync(`${root}packages/hegui/package.json`, 'utf8')) as { version: string }).version)
})
