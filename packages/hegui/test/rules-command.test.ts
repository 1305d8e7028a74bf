/** `hegui rules` and `hegui explain --on`: what is found, and what is said when a filter names nothing. */
import { articlesMeet, type RuleSummary } from '@hegui/analysis'
import type { RuleCases } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { explainCommand } from '../src/commands/explain.js'
import { type RulesArguments, rulesCommand } from '../src/commands/rules.js'
import { shippedCases } from '../src/input/shipped-cases.js'
import { shippedRuleset } from '../src/packs.js'
import { captured, withFiles } from './captured.js'

type Filter = Omit<RulesArguments, 'packs' | 'language' | 'format'>
const run = (filter: Filter, more: Partial<RulesArguments> = {}) =>
  captured((output) => rulesCommand({ packs: [], language: 'zh', format: 'text', ...filter, ...more }, output))
const found = async (filter: Filter): Promise<readonly RuleSummary[]> =>
  (await run(filter, { format: 'json' })).out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RuleSummary)
const ids = async (filter: Filter): Promise<readonly string[]> => (await found(filter)).map((rule) => rule.id)

test('without a filter gives every rule, by id', async () => {
  const all = [...shippedRuleset().catalogue.rules.keys()].sort()
  expect(await ids({})).toEqual(all)
})

describe('finds', () => {
  test('by domain', async () => {
    const domains = new Set((await found({ domain: 'work-safety' })).map((rule) => rule.domain))
    expect([...domains]).toEqual(['work-safety'])
  })

  test.each([
    '烟花爆竹安全管理条例36',
    '烟花爆竹安全管理条例第三十六条',
    '《烟花爆竹安全管理条例》第36条',
    'fireworks-regulation:36',
    'fireworks-regulation：36',
  ])('by article: %s', async (article) => {
    const rules = await found({ article })
    expect(rules.map((rule) => rule.id)).toContain('fireworks/unlicensed-business')
    expect(rules.every((rule) => rule.articles.some((each) => each.instrument === 'fireworks-regulation' && articlesMeet(each.article, '36')))).toBe(true)
    expect(rules.map((rule) => rule.id)).not.toContain('fireworks/mailed')
  })

  test('by the article of a norm that the rule does not cite itself', async () => {
    expect(await ids({ article: '安全生产法第六十五条第一款第（四）项' })).toContain('fireworks/street-hawking')
  })

  test('by plan, by its id and its title alike', async () => {
    const rules = await ids({ plan: 'erong-2023' })
    expect(rules).toContain('fireworks/street-hawking')
    expect(await ids({ plan: '峨溶镇方案（2023）' })).toEqual(rules)
    expect(rules.length).toBeLessThan((await ids({ domain: 'fireworks' })).length + 1)
  })

  test('by fact, the one compared with and those of named conditions as well', async () => {
    expect(await ids({ fact: 'limit.privateStockKg' })).toContain('fireworks/chongqing-private-stock')
    expect(await ids({ fact: '非从业者存放限量' })).toEqual(await ids({ fact: 'limit.privateStockKg' }))
  })

  test('by all that is given at once', async () => {
    const both = await ids({ plan: 'erong-2023', fact: 'sale.mobile', article: '烟花爆竹安全管理条例36' })
    expect(both).toEqual(['fireworks/street-hawking'])
    expect(await run({ domain: 'work-safety', fact: 'sale.mobile' })).toEqual({ code: 0, out: '没有这样的规则。\n', err: '' })
  })

  test('only the edition in force on the day, and only what that one says', async () => {
    const of = async (on: string) => (await found({ domain: 'work-safety', on })).find((rule) => rule.id === 'work-safety/timber-unlawful-source')
    expect((await of('2020-06-30'))?.editions).toEqual([expect.objectContaining({ to: '2020-06-30' })])
    expect((await of('2020-06-30'))?.facts).not.toContain('timber.knewUnlawfulOrigin')
    expect((await of('2020-07-01'))?.editions).toEqual([expect.objectContaining({ from: '2020-07-01' })])
    expect((await of('2020-07-01'))?.facts).toContain('timber.knewUnlawfulOrigin')
    expect(await of('2000-01-28')).toBeUndefined()
  })

  test('an article of a later edition not before its day', async () => {
    const article = 'public-security-penalties-law:36'
    expect(await ids({ article, on: '2026-01-01' })).toContain('fireworks/unlicensed-business')
    expect(await ids({ article, on: '2025-12-31' })).not.toContain('fireworks/unlicensed-business')
  })

  test('rules of a folder', async () => {
    const rule = JSON.stringify({ ...shippedRuleset().catalogue.rules.get('fireworks/mailed')?.[0], id: 'mine/mailed' })
    const cases = JSON.stringify({ rule: 'mine/mailed', cases: [{ name: '例', date: '2023-01-01', facts: {}, expect: { verdict: 'undetermined' } }] })
    const { out } = await withFiles({ 'rules/mailed/rule.json': rule, 'rules/mailed/cases.json': cases }, (path) =>
      captured((output) => rulesCommand({ packs: [path('.')], language: 'zh', format: 'text', domain: 'mine' }, output)),
    )
    expect(out).toContain('mine/mailed　邮寄或者托运夹带烟花爆竹')
    expect(out).toContain('共 1 条规则。')
  })
})

test.each<[Filter, string, string]>([
  [{ domain: 'firework' }, 'HG6006', '是不是 “fireworks”？'],
  [{ plan: 'erong-2032' }, 'HG8002', '是不是 “erong-2023”？'],
  [{ fact: 'licence.statu' }, 'HG3004', '是不是 “licence.status”？'],
  [{ fact: '走街串巷流动兜售的' }, 'HG3004', '是不是 “走街串巷流动兜售”？'],
  [{ article: 'firework-regulation:36' }, 'HG4004', '是不是 “fireworks-regulation”？'],
  [{ article: '烟花爆竹安全管理条列36' }, 'HG4004', '是不是 “烟花爆竹安全管理条例”？'],
  [{ article: '烟花爆竹安全管理条例99' }, 'HG4005', '第 99 条款'],
  [{ article: '烟花爆竹安全管理条例' }, 'HG6008', '看不懂条款'],
  [{ article: `${'法'.repeat(5000)}\u001b[31m` }, 'HG6008', '看不懂条款'],
])('%j names nothing: %s', async (filter, code, says) => {
  const { out, err, code: exit } = await run(filter)
  expect([exit, out]).toEqual([1, ''])
  expect(err).toContain(code)
  expect(err).toContain(says)
  expect(err).not.toContain('\u001b')
})

test('every filter that names nothing is told at once, as JSON too', async () => {
  const { err } = await run({ domain: 'x', plan: 'x', fact: 'x', article: 'x' }, { format: 'json' })
  const codes = err
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { code: string }).code)
  expect(codes).toEqual(['HG6006', 'HG8002', 'HG3004', 'HG6008'])
})

test('English on request', async () => {
  const { out } = await run({ fact: 'sale.mobile' }, { language: 'en' })
  expect(out).toMatch(/ {2}plans: Erong Township plan.*\n {2}articles: .*\n {2}facts: /)
  expect(out).toMatch(/rule\(s\)\.\n$/)
})

describe('explain', () => {
  const explain = (rule: string, on?: string) =>
    captured((output) => explainCommand({ rule, packs: [], language: 'zh', ...(on === undefined ? {} : { on }) }, output))

  test('of one day shows the edition and the norms of that day', async () => {
    const { out } = await explain('fireworks/unlicensed-business', '2023-01-12')
    expect(out).toContain('2016-02-06 – … 第三十六条第一款 [原文]')
    expect(out).not.toContain('2006-01-21 – 2016-02-05')
    expect((await explain('work-safety/illegal-coal-mine', '2024-05-01')).out.match(/有效期：/g)).toHaveLength(1)
    expect((await explain('work-safety/illegal-coal-mine')).out.match(/有效期：/g)).toHaveLength(2)
  })

  test('of a day without an edition says which there are', async () => {
    const { err, code } = await explain('fireworks/mailed', '2001-01-01')
    expect(code).toBe(1)
    expect(err).toContain('HG6007')
    expect(err).toContain('2006-01-21 – …')
  })

  test('lists every case, and what is asked when a fact is missing', async () => {
    const { out } = await explain('fireworks/mailed')
    const { cases } = shippedCases.find(({ rule }) => rule === 'fireworks/mailed') as RuleCases
    expect(out.match(/^ {2}\[(?:成立|不成立|不适用|待查)\]/gm)).toHaveLength(cases.length)
    expect(out.match(/（没有人核对过）$/gm)).toHaveLength(cases.filter((each) => each.proposed).length)
    expect(out).toContain('「涉及物品类别」（conduct.goods）　涉及的是哪一类物品？')
  })

  test('every shipped rule without an id in place of a name', async () => {
    for (const id of shippedRuleset().catalogue.rules.keys()) {
      const { out, code } = await explain(id)
      expect([id, code]).toEqual([id, 0])
      expect(out).not.toMatch(/undefined|\[object|NaN|\[\]/)
    }
  })
})
