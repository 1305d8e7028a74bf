/** `hegui new` and `hegui test`: what is scaffolded never passes as it is, what is there is never touched, each case is told. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Problem } from '@hegui/model'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assessCommand } from '../src/commands/assess.js'
import { checkCommand } from '../src/commands/check.js'
import { newCommand } from '../src/commands/new.js'
import { testCommand } from '../src/commands/test.js'
import { shippedRuleset } from '../src/packs.js'
import { captured } from './captured.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegui-new-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const scaffold = (kind: 'rule' | 'plan', name: string, into = folder) => captured((output) => newCommand({ kind, name, folder: into, language: 'zh' }, output))
const check = async (): Promise<readonly Problem[]> =>
  (await captured((output) => checkCommand({ paths: [folder], language: 'zh', format: 'json' }, output))).out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Problem)
const tested = (format: 'text' | 'json' = 'text', language: 'zh' | 'en' = 'zh') =>
  captured((output) => testCommand({ paths: [folder], language, format }, output))
const put = (name: string, value: unknown): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2))
}
const files = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
/** Every open place of the scaffold, by counting in its text. */
const open = (): number => files().reduce((sum, name) => sum + (readFileSync(join(folder, name), 'utf8').match(/"待填：/g) ?? []).length, 0)

describe.each([
  ['rule', 'mine/first', ['rules/first/cases.json', 'rules/first/rule.json']],
  ['plan', 'my-plan', ['plans/my-plan/clauses.json', 'plans/my-plan/plan.json']],
] as const)('a new %s', (kind, name, written) => {
  test('is two files, and the check says of each open place once that it is open, and nothing else', async () => {
    expect((await scaffold(kind, name)).code).toBe(0)
    expect([...files()].sort()).toEqual(written)
    const problems = await check()
    expect([...new Set(problems.map((found) => found.code))]).toEqual(['HG2012'])
    expect(problems).toHaveLength(open())
    expect(new Set(problems.map((found) => JSON.stringify([found.file, found.range?.start]))).size).toBe(problems.length)
  })

  test('can neither be tested nor used', async () => {
    await scaffold(kind, name)
    put('r.json', { id: 'r', inspectedOn: '2023-01-01', conducts: [{ id: 'c' }] })
    expect((await tested()).code).toBe(1)
    const used = await captured((output) =>
      assessCommand({ files: [join(folder, 'r.json')], format: 'text', packs: [folder], language: 'zh', explain: false }, output),
    )
    expect([used.code, used.out]).toEqual([1, ''])
  })

  test('does not touch what is there', async () => {
    put(written[1], 'mine')
    const { code, err } = await scaffold(kind, name)
    expect(code).toBe(1)
    expect(err).toContain('HG6010')
    expect(readFileSync(join(folder, written[1]), 'utf8')).toBe('mine')
    expect(existsSync(join(folder, written[0]))).toBe(false)
  })

  test('is not written through a dangling link', async () => {
    const target = join(folder, written[0])
    mkdirSync(dirname(target), { recursive: true })
    symlinkSync(join(folder, 'elsewhere'), target)
    expect((await scaffold(kind, name)).code).toBe(1)
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false)
  })

  test('needs a folder to be written to', async () => {
    put('notes.txt', 'x')
    const { code, err } = await scaffold(kind, name, join(folder, 'notes.txt'))
    expect(code).toBe(1)
    expect(err).toContain('HG6013')
    expect(err).toContain('路径里有一段不是文件夹')
  })
})

describe('a name that is no id', () => {
  test.each([
    '../x',
    'a/../b',
    '/etc/x',
    'a b/c',
    'My/Rule',
    'x',
    'a/b/c',
    '',
    'a/',
    '中文/规则',
    'a/b\u0000',
    'a\\b/c',
    `${'a'.repeat(200)}/b`,
    '__proto__/x',
  ])('rule %j', async (name) => {
    const { code, err } = await scaffold('rule', name)
    expect([code, files()]).toEqual([1, []])
    expect(err).toContain('HG6009')
  })
  test.each(['../x', 'a/b', 'A', 'a b', '', '.', '方案'])('plan %j', async (name) => {
    const { code, err } = await scaffold('plan', name)
    expect([code, files()]).toEqual([1, []])
    expect(err).toContain('HG6009')
  })
  test.each([
    ['rule', 'fireworks/mailed'],
    ['plan', 'erong-2023'],
  ] as const)('%s %s is taken', async (kind, name) => {
    const { code, err } = await scaffold(kind, name)
    expect([code, files()]).toEqual([1, []])
    expect(err).toContain('HG6010')
  })
})

describe('while a rule is being filled in', () => {
  test('a slip beside an open place is told as well, and the cases are not missed', async () => {
    await scaffold('rule', 'mine/first')
    const rule = join(folder, 'rules/first/rule.json')
    writeFileSync(rule, readFileSync(rule, 'utf8').replace(/"fact": "待填：看哪个事实算违法"/, '"fact": "sale.moble"'))
    const codes = (await check()).map((found) => found.code)
    expect(codes.filter((code) => code !== 'HG2012')).toEqual(['HG3004'])
  })

  test('a title that is still open does not pass although it is a text', async () => {
    const rule = shippedRuleset().catalogue.rules.get('fireworks/mailed')?.[0]
    put('rules/mailed/rule.json', { ...rule, title: '待填：标题' })
    expect((await check()).map((found) => [found.code, found.path])).toEqual([['HG2012', ['title']]])
  })

  test('with the rule filled in, only its cases are open', async () => {
    await scaffold('rule', 'mine/first')
    put('rules/first/rule.json', { ...shippedRuleset().catalogue.rules.get('fireworks/mailed')?.[0], id: 'mine/first', norms: [] })
    const problems = await check()
    expect([...new Set(problems.map((found) => `${found.code} ${found.file?.split('/').at(-1) ?? ''}`))]).toEqual(['HG2012 cases.json'])
  })
})

describe('the clauses of the source', () => {
  const plan = {
    id: 'my-plan',
    kind: 'plan',
    title: '某镇方案',
    shortTitle: '某镇方案',
    englishTitle: 'A plan',
    issuer: '某镇',
    region: '500241',
    issuedOn: null,
    inForce: { from: '2025-01-01' },
    legalForce: 'normative-document',
    clauses: [{ id: '2.1', kinds: ['P'], title: '无证经营', encodings: [{ as: 'rule', id: 'fireworks/unlicensed-business' }] }],
    measures: [],
    stages: [],
    focus: [],
    duties: [],
    targets: [],
    accountability: [],
    roles: [],
  }
  const clause = (id: string, kinds: readonly string[], instrument = 'my-plan') => ({ instrument, clause: id, kinds })

  test.each([
    ['all there', [clause('2.1', ['P'])], []],
    ['one too few', [clause('2.1', ['P']), clause('2.2', ['M'])], ['HG4020']],
    ['a kind too few', [clause('2.1', ['P', 'M'])], ['HG4020']],
    ['of another plan', [clause('2.1', ['P'], 'other-plan')], ['HG4020']],
    ['of no kind', [clause('2.1', [])], ['HG2008']],
  ])('%s', async (_, clauses, codes) => {
    put('plans/my-plan/plan.json', plan)
    put('plans/my-plan/clauses.json', { clauses })
    expect((await check()).map((found) => found.code)).toEqual(codes)
  })
})

describe('test', () => {
  const rule = shippedRuleset().catalogue.rules.get('fireworks/unlicensed-business')?.[0]
  const facts = { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' }
  const given = (expect: object, more: object = {}) => ({ name: '无证零售，成立。', date: '2023-01-12', facts, expect, ...more })
  const write = (...cases: readonly unknown[]): void => {
    put('rules/unlicensed-business/rule.json', rule)
    put('rules/unlicensed-business/cases.json', { rule: rule?.id, cases })
  }

  test('says which cases pass', async () => {
    write(given({ verdict: 'violation' }))
    expect(await tested()).toEqual({
      code: 0,
      out: 'fireworks/unlicensed-business\n  ✓ [成立] 无证零售，成立。\n运行了 1 条规则的 1 个案例：全部通过。\n',
      err: '',
    })
    expect((await tested('text', 'en')).out).toContain('1 case(s) of 1 rule(s) run: all pass.')
  })

  test.each([
    [{ verdict: 'compliant' }, '应当是“不成立”，实际是“成立”'],
    [{ verdict: 'violation', norms: [] }, '给出建议的规范应当是 没有，实际是 '],
    [
      { verdict: 'undetermined', missing: ['conduct.activity'] },
      '待查事实应当是 「活动类别」conduct.activity，实际是 「与该活动相应的许可证」licence.status',
      { ...facts, 'licence.status': null },
    ],
  ])('says what is not as expected: %j', async (expected, says, answers: object = facts) => {
    write(given({ verdict: 'violation' }), given(expected, { name: '另一个。', facts: answers }))
    const { code, out } = await tested()
    expect(code).toBe(1)
    expect(out).toContain('✓ [成立] 无证零售，成立。')
    expect(out).toMatch(/✗ \[[^\]]+\] 另一个。\n {6}.*cases\.json:\d+:\d+ 错误 HG6012 /)
    expect(out).toContain(says)
    expect(out).toContain('运行了 1 条规则的 2 个案例：1 个没有通过。')
    expect(JSON.parse((await tested('json')).out.split('\n')[1] ?? '')).toMatchObject({ case: '另一个。', passed: false, problems: [{ code: 'HG6012' }] })
  })

  test('a case whose facts make no record fails at the fact', async () => {
    write(given({ verdict: 'violation' }, { facts: { ...facts, 'licence.statu': 'none' } }))
    const { code, out } = await tested()
    expect(code).toBe(1)
    expect(out).toMatch(/✗[^\n]*\n {6}\S+cases\.json:11:9 错误 HG5001/)
  })

  test('nothing to run is no success', async () => {
    const { code, out } = await tested()
    expect(code).toBe(1)
    expect(out).toContain('HG6011')
  })

  test('no case is run while there is an error', async () => {
    write(given({ verdict: 'violation' }))
    put('rules/broken/rule.json', '{')
    const { code, out } = await tested()
    expect(code).toBe(1)
    expect(out).toContain('没有运行案例，先改正：')
    expect(out).not.toContain('✓')
  })
})
