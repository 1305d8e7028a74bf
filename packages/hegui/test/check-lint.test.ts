/** What people get wrong in rules, plans and facts without writing anything that is not allowed: reported with code, page, place and fix. */
import { existsSync, readFileSync } from 'node:fs'
import type { Problem } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { checkCommand } from '../src/commands/check.js'
import { captured, withFiles } from './captured.js'

const licence = (operator: string, value: unknown): unknown => ({ fact: 'licence.status', operator, value })
const rule = (changes: object = {}): object => ({
  id: 'fireworks/test-rule',
  revision: 1,
  title: '无证经营',
  basis: [{ instrument: 'fireworks-regulation', article: '36(1)', role: 'penalty' }],
  norms: ['fireworks-regulation/36-1'],
  inForce: { from: '2016-02-06' },
  appliesWhen: { fact: 'conduct.goods', operator: 'equal', value: 'fireworks' },
  violatedWhen: licence('equal', 'none'),
  weight: 'serious',
  ...changes,
})
const cases = (id: string): object => ({
  rule: id,
  cases: [{ name: '无证即成立', date: '2023-01-10', facts: { 'conduct.goods': 'fireworks', 'licence.status': 'none' }, expect: { verdict: 'violation' } }],
})
const rules = (...all: readonly object[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    all.flatMap((each) => {
      const { id } = each as { readonly id: string }
      const name = id.replace('fireworks/', '')
      return [
        [`rules/${name}/rule.json`, each],
        [`rules/${name}/cases.json`, cases(id)],
      ]
    }),
  )
const violatedWhen = (condition: unknown): Readonly<Record<string, unknown>> => rules(rule({ violatedWhen: condition }))

const plan = (changes: object): Readonly<Record<string, unknown>> => ({
  'plans/test-plan/plan.json': {
    id: 'test-plan',
    kind: 'plan',
    title: '测试方案',
    shortTitle: '测试方案',
    englishTitle: 'Test plan',
    issuer: '测试街道办事处',
    region: '500112',
    issuedOn: '2023-01-01',
    inForce: { from: '2023-01-01', to: '2023-12-31' },
    legalForce: 'normative-document',
    clauses: [{ id: '1', kinds: ['N'], title: '总的要求', encodings: [], notEncoded: [{ kind: 'N', reason: 'narrative', note: '没有可以执行的内容。' }] }],
    measures: [],
    stages: [],
    focus: [],
    duties: [],
    targets: [],
    accountability: [],
    roles: [],
    ...changes,
  },
})
const window = (of: object): Readonly<Record<string, unknown>> => plan({ focus: [{ id: 'spring', title: '春节前后', window: of, themes: ['排查'] }] })
const report = (recurrence: object): Readonly<Record<string, unknown>> =>
  plan({ duties: [{ id: 'report', title: '报总结', by: ['emergency-management'], recurrence }] })

const fact = (changes: object): Readonly<Record<string, unknown>> => ({
  'facts/test.json': { facts: [{ id: 'test.boxes', title: '箱数', type: 'number', unit: 'carton', scope: 'conduct', question: '几箱？', ...changes }] },
})
const limit = (from: string, to: string | null, value: number): object => ({
  inForce: { from, to },
  value,
  basis: { instrument: 'fireworks-regulation', article: '36(1)' },
})
const limits = (...limit: readonly object[]): Readonly<Record<string, unknown>> => ({
  'facts/test.json': { facts: [{ id: 'limit.testKg', title: '限量', type: 'number', unit: 'kg', scope: 'limit', limit }] },
})
const bands = (...all: readonly object[]): Readonly<Record<string, unknown>> => ({
  'benchmarks/test.json': {
    id: 'test-benchmark',
    title: '测试裁量基准',
    issuer: '测试机关',
    norm: 'fireworks-regulation/36-1',
    inForce: { from: '2016-02-06' },
    fact: 'goods.valueYuan',
    bands: all,
    verification: { status: 'primary-text', dates: 'text' },
  },
})
const band = (id: string, from: number | null, below: number | null): object => ({ id, title: id, from, below, amountYuan: { min: 20000, max: 100000 } })
const instrument = (changes: object): Readonly<Record<string, unknown>> => ({
  'laws/test-notice.json': {
    id: 'test-notice',
    kind: 'normative-document',
    title: '测试通知',
    shortTitle: '测试通知',
    englishTitle: 'Test notice',
    issuer: '测试机关',
    documentNumber: null,
    editions: [{ id: '2020', title: '2020年文本', inForce: { from: '2020-01-01' }, read: true, datesFrom: 'text' }],
    norms: [],
    provisions: [
      {
        article: '1',
        title: '要求',
        kind: 'obligation',
        edition: '2020',
        inForce: { from: '2020-01-01' },
        verification: { status: 'primary-text', dates: 'text' },
      },
    ],
    ...changes,
  },
})
const edition = (id: string, from: string, to: string | null, read = true): object => ({
  id,
  title: `${id}年文本`,
  inForce: { from, to },
  read,
  datesFrom: 'text',
})

async function check(files: Readonly<Record<string, unknown>>, asOf?: string): Promise<readonly Problem[]> {
  const texts = Object.fromEntries(Object.entries(files).map(([name, value]) => [`pack/${name}`, `${JSON.stringify(value, null, 2)}\n`]))
  const { out } = await withFiles(texts, (path) =>
    captured((output) => checkCommand({ paths: [path('pack')], language: 'zh', format: 'json', ...(asOf === undefined ? {} : { asOf }) }, output)),
  )
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Problem)
}

type Row = readonly [name: string, files: Readonly<Record<string, unknown>>, expected: readonly string[], asOf?: string]

const wrong: readonly Row[] = [
  ['a contradiction', violatedWhen({ all: [licence('equal', 'none'), licence('equal', 'held')] }), ['HG3020 rules/test-rule/rule.json violatedWhen']],
  ['a contradiction with appliesWhen', rules(rule({ appliesWhen: licence('equal', 'held') })), ['HG3020 rules/test-rule/rule.json violatedWhen']],
  ['a tautology', violatedWhen({ any: [licence('notEqual', 'none'), licence('notEqual', 'held')] }), ['HG3021 rules/test-rule/rule.json violatedWhen']],
  [
    'a leaf without effect',
    violatedWhen({ any: [licence('equal', 'none'), licence('in', ['none', 'revoked'])] }),
    ['HG3022 rules/test-rule/rule.json violatedWhen.any.0'],
  ],
  ['a rule that is there twice', rules(rule(), rule({ id: 'fireworks/test-twice' })), ['HG3023 rules/test-twice/rule.json id']],
  [
    'a rule in the shadow of another',
    rules(rule({ violatedWhen: licence('in', ['none', 'revoked']) }), rule({ id: 'fireworks/test-within' })),
    ['HG3024 rules/test-within/rule.json id'],
  ],
  ['a gap between bands', bands(band('light', null, 10), band('heavy', 20, null)), ['HG4017 benchmarks/test.json bands.1']],
  ['bands that overlap', bands(band('light', null, 20), band('heavy', 10, null)), ['HG4017 benchmarks/test.json bands.1']],
  [
    'an edition of a limit that is never reached',
    limits(limit('2016-02-06', null, 10), limit('2020-01-01', null, 20)),
    ['HG3025 facts/test.json facts.0.limit.1.inForce'],
  ],
  [
    'an edition of a rule on whose days none of its norms is in force',
    rules(rule({ inForce: { from: '2000-01-01', to: '2005-12-31' } })),
    ['HG3026 rules/test-rule/rule.json norms'],
  ],
  [
    'an article beyond the days of its edition',
    instrument({ editions: [edition('2020', '2020-01-01', '2022-12-31')] }),
    ['HG3027 laws/test-notice.json provisions.0.inForce'],
  ],
  [
    'editions that overlap',
    instrument({ editions: [edition('2020', '2020-01-01', null), edition('2021', '2021-01-01', null)] }),
    ['HG4009 laws/test-notice.json editions.1.inForce'],
  ],
  ['a window outside the plan', window({ kind: 'fixed', from: '2024-01-01', to: '2024-01-31' }), ['HG4024 plans/test-plan/plan.json focus.0.window']],
  ['a window partly outside the plan', window({ kind: 'fixed', from: '2022-12-01', to: '2023-01-31' }), ['HG4023 plans/test-plan/plan.json focus.0.window']],
  ['a missing basis', rules(rule({ basis: [] })), ['HG2008 rules/test-rule/rule.json basis']],
  [
    'an article that is not on file',
    rules(rule({ basis: [{ instrument: 'fireworks-regulation', article: '999', role: 'penalty' }] })),
    ['HG4005 rules/test-rule/rule.json basis.0.article'],
  ],
  [
    'an edition called read and unread',
    instrument({ editions: [edition('2020', '2020-01-01', null, false)] }),
    ['HG3028 laws/test-notice.json editions.0.read'],
  ],
  [
    'a citation that was not verified, on the day asked for',
    rules(rule({ inForce: { from: '2006-01-21' } })),
    ['HG8103 rules/test-rule/rule.json basis.0', 'HG8103 rules/test-rule/rule.json norms.0'],
    '2010-06-01',
  ],
  [
    'a due day in a year without holiday notice',
    report({ every: 'once', by: '2099-05-01', onHoliday: 'moves-to-next-workday' }),
    ['HG3029 plans/test-plan/plan.json duties.0.recurrence.onHoliday'],
  ],
  [
    'a festival in a year without table',
    window({ kind: 'festival', year: 1850, from: { festival: 'spring-festival' }, to: { festival: 'lantern-festival' } }),
    ['HG4025 plans/test-plan/plan.json focus.0.window'],
  ],
  ['a fact without evidence', fact({}), ['HG4014 facts/test.json facts.0']],
  ['a fact with an empty list of evidence', fact({ evidence: [] }), ['HG4014 facts/test.json facts.0']],
]

const named = (rows: readonly Row[]) => rows.map(([name, files, expected, asOf]) => ({ name, files, expected, asOf }))

describe('hegui check reports', () => {
  test.each(named(wrong))('$name', async ({ files, expected, asOf }) => {
    const found = await check(files, asOf)
    expect(found.map(({ code, file, path }) => `${code} ${file?.replace(/^.*pack\//, '')} ${path.join('.')}`)).toEqual(expected)
    for (const { code, range, help } of found) {
      expect(range?.start.line).toBeGreaterThan(0)
      expect(help).toMatch(/\p{Script=Han}/u)
      const page = new URL(`../../../docs/problems/${code}.md`, import.meta.url)
      expect(existsSync(page) && readFileSync(page, 'utf8')).toContain('**怎么办**')
    }
  })

  const right: readonly Row[] = [
    ['a rule', rules(rule()), []],
    ['two rules that differ', rules(rule(), rule({ id: 'fireworks/test-other', violatedWhen: licence('equal', 'revoked') })), []],
    ['bands without gap', bands(band('light', null, 10), band('heavy', 10, null)), []],
    ['limits one after another', limits(limit('2016-02-06', '2019-12-31', 10), limit('2020-01-01', null, 20)), []],
    ['a window inside the plan', window({ kind: 'fixed', from: '2023-01-01', to: '2023-01-31' }), []],
    ['a due day with notice', report({ every: 'once', by: '2023-05-01', onHoliday: 'moves-to-next-workday' }), []],
    ['a fact with evidence', fact({ evidence: ['现场检查记录'] }), []],
    ['an edition that was read', instrument({}), []],
    ['a verified citation', rules(rule()), [], '2023-06-01'],
  ]

  test.each(named(right))('nothing of $name', async ({ files, expected, asOf }) => {
    expect(await check(files, asOf)).toEqual(expected)
  })
})
