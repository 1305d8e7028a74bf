import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assessCommand } from '../src/commands/assess.js'
import { checkCommand } from '../src/commands/check.js'
import { explainCommand } from '../src/commands/explain.js'
import { progressCommand } from '../src/commands/progress.js'
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

describe('progress', () => {
  const held = { step: 'hold-evidence', on: '2024-09-27', officers: 2 }
  const given = {
    id: 'p',
    procedures: ['evidence-hold'],
    authority: 'emergency-management',
    steps: [{ step: 'approve-evidence-hold', on: '2024-09-27' }, held],
  }
  const progress = (files: Readonly<Record<string, string>>, more: Partial<Parameters<typeof progressCommand>[0]> = {}) =>
    withFiles(files, (path) =>
      captured((output) => progressCommand({ files: Object.keys(files).map(path), format: 'text', packs: [], language: 'zh', ...more }, output)),
    )

  it('asks for the day, at the place of the case', async () => {
    const { code, out, err } = await progress({ 'c.json': JSON.stringify(given) })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/c\.json:1:1 错误 HG7008/)
  })

  it('an overdue step is a result, not a failure', async () => {
    const { code, out, err } = await progress({ 'c.json': JSON.stringify(given) }, { asOf: '2024-10-13' })
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('! 对登记保存的证据作出处理决定（settle-evidence）　→ 应急管理部门　[已超期]')
  })

  it('in English keeps the titles of the law and names steps and organs', async () => {
    const { out } = await progress({ 'c.json': JSON.stringify(given) }, { asOf: '2024-10-13', language: 'en' })
    expect(out).toMatch(/^Progress of the case: p\n/)
    expect(out).toContain('Decide on the preserved evidence')
  })

  it('one bad case leaves the others looked at; JSON is one status a line', async () => {
    const { code, out, err } = await progress(
      { 'a.json': JSON.stringify({ ...given, steps: [{ step: 'hold-evidense', on: '2024-09-27' }] }), 'b.json': JSON.stringify(given), 'c.json': '{' },
      { asOf: '2024-10-11', format: 'json' },
    )
    expect(code).toBe(1)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(out)).toMatchObject({ schema: 'hegui/case-status@1', case: { id: 'p' }, next: ['settle-evidence'] })
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { code: string }).code),
    ).toEqual(['HG7002', 'HG1001'])
  })

  it('a warning is told and does not fail the command', async () => {
    const early = { ...given, steps: [held, { step: 'approve-evidence-hold', on: '2024-09-28' }] }
    const { code, out, err } = await progress({ 'c.json': JSON.stringify(early) }, { asOf: '2024-10-11' })
    expect(code).toBe(0)
    expect(err).toContain('HG7004')
    expect(out).toContain('[没有按程序]')
  })

  it('shows no control characters of a case', async () => {
    const { out } = await progress({ 'c.json': JSON.stringify({ ...given, id: 'r\n\u001b[31m伪造' }) }, { asOf: '2024-10-11' })
    expect(out.split('\n')[0]).toBe('案件进度：r  [31m伪造')
  })

  it('is checked by hegui check as well, where the day may be missing', async () => {
    const bad = JSON.stringify({ ...given, authority: 'nobody' })
    const { code, out } = await withFiles({ 'good.json': JSON.stringify(given), 'bad.json': bad }, (path) =>
      captured((output) => checkCommand({ paths: [path('.')], language: 'zh', format: 'text' }, output)),
    )
    expect(code).toBe(1)
    expect([...out.matchAll(/HG\d+/g)].map(([found]) => found)).toEqual(['HG5005'])
    expect(out).toContain('检查了 2 个文件')
  })
})

describe('check', () => {
  it.each([
    ['packages/pack-law'],
    ['packages/pack-fireworks'],
    ['packages/pack-air-quality'],
    ['packages/pack-work-safety'],
    ['packages/pack-urban-order'],
    ['packages/pack-fireworks/rules/unlicensed-business'],
    // Assessments and legality tables lie in these too: hegui does not take for a pack what it wrote itself.
    ['examples/goldens'],
    ['examples/legality'],
    ['examples/records'],
    ['examples/cases'],
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

describe('check --as-of', () => {
  const old = {
    ...(JSON.parse(readFileSync(`${root}packages/pack-air-quality/rules/site-dust/rule.json`, 'utf8')) as Record<string, unknown>),
    basis: [{ instrument: 'air-pollution-law', article: '115(1)(1)', role: 'penalty' }],
    norms: [],
  }
  const files = { 'rules/site-dust/rule.json': JSON.stringify(old, null, 2) }
  const run = (asOf: string, more: object = {}, given: Readonly<Record<string, string>> = files) =>
    withFiles(given, (path) => captured((output) => checkCommand({ paths: [path('.')], language: 'zh', format: 'text', asOf, ...more }, output)))

  it.each([
    ['2026-08-14', 0],
    ['2026-08-15', 1],
  ])('on %s: %d citation(s) to be checked, at their place; warnings do not fail', async (day, count) => {
    const { code, out } = await run(day)
    expect(code).toBe(0)
    expect(out.match(/^rules\/site-dust\/rule\.json:\d+:\d+ 提醒 HG8101 /gm) ?? []).toHaveLength(count)
    expect(out).toContain(`按 ${day} 看了 1 处引用，${count} 处要核对。`)
  })

  it('fails with --strict, only where there is a warning, and says the same each time', async () => {
    expect((await run('2026-08-14', { strict: true })).code).toBe(0)
    const [first, second] = [await run('2026-08-15', { strict: true }), await run('2026-08-15', { strict: true })]
    expect(first.code).toBe(1)
    expect(second.out).toBe(first.out)
  })

  it('speaks English, and gives JSON with file and range', async () => {
    expect((await run('2026-08-15', { language: 'en' })).out).toContain('1 citation(s) looked at for 2026-08-15, 1 to be checked.')
    expect(JSON.parse((await run('2026-08-15', { format: 'json' })).out)).toMatchObject({
      code: 'HG8101',
      severity: 'warning',
      file: 'rules/site-dust/rule.json',
      path: ['basis', 0],
      range: { start: { line: 6 } },
    })
  })

  it('is not looked at while there are errors, which is said', async () => {
    const { code, out } = await run('2026-08-15', {}, { 'rules/site-dust/rule.json': JSON.stringify({ ...old, norms: ['air-pollution-law/0'] }) })
    expect(code).toBe(1)
    expect(out).toContain('有错误，没有看 2026-08-15 的时效。')
    expect(out).not.toContain('HG81')
  })

  it('counts what is not in force that day', async () => {
    const { out } = await run('2015-12-31')
    expect(out).toContain('看了 0 处引用，0 处要核对。当天不施行、没有看的：规则 1 条。')
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
