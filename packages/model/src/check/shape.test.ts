import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { pack, record, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { instrumentSchema } from '../schema/law.js'
import { planSchema } from '../schema/plan.js'
import { recordSchema } from '../schema/record.js'
import { ruleSchema } from '../schema/rule.js'
import { checkShape } from './shape.js'

type Path = readonly (string | number)[]
const inRecord = (at: Path, part: unknown): readonly string[] => said(checkShape(recordSchema, replaced(record, at, part)))
const first = (schema: z.ZodType, value: unknown): { message: string; help: string } | undefined => checkShape(schema, value)[0]

describe('a record', () => {
  test('without fault has no problem', () => {
    expect(checkShape(recordSchema, record)).toEqual([])
  })

  test.each<[string, Path, unknown, string[]]>([
    ['a missing field', ['inspectedOn'], undefined, ['HG2001 inspectedOn']],
    ['an unknown field', ['conducts', 0, 'fcts'], {}, ['HG2002 conducts.0.fcts']],
    ['text for a list', ['conducts'], '两起', ['HG2003 conducts']],
    ['a list for an object', ['conducts', 0], [], ['HG2003 conducts.0']],
    ['a fraction of an item list', ['conducts', 0, 'goods'], [{ kind: 'finished', quantity: '2' }], ['HG2003 conducts.0.goods.0.quantity']],
    ['NaN', ['conducts', 0, 'goods'], [{ kind: 'finished', quantity: Number.NaN }], ['HG2003 conducts.0.goods.0.quantity']],
    ['infinity', ['conducts', 0, 'goods'], [{ kind: 'finished', weightKg: Number.POSITIVE_INFINITY }], ['HG2003 conducts.0.goods.0.weightKg']],
    ['an unknown choice', ['conducts', 0, 'goods'], [{ kind: 'finish' }], ['HG2004 conducts.0.goods.0.kind']],
    ['a missing choice', ['conducts', 0, 'goods'], [{}], ['HG2001 conducts.0.goods.0.kind']],
    ['an ill-formed id', ['conducts', 0, 'id'], '第一起', ['HG2005 conducts.0.id']],
    ['an ill-formed and too long id', ['conducts', 0, 'id'], '甲'.repeat(81), ['HG2009 conducts.0.id']],
    ['an ill-formed date: one problem, not also an impossible day', ['inspectedOn'], '2023/1/10', ['HG2005 inspectedOn']],
    ['an ill-formed fact id', ['facts'], { licence: true }, ['HG2005 facts.licence']],
    ['an impossible date', ['inspectedOn'], '2023-02-29', ['HG2006 inspectedOn']],
    ['an impossible conduct date', ['conducts', 0, 'date'], '2023-02-29', ['HG2006 conducts.0.date']],
    ['an impossible moment', ['learned'], [{ fact: 'a.b', conduct: 'sale', source: 'x', at: '2023-01-10T25:00:00Z' }], ['HG2006 learned.0.at']],
    ['a reversed period', ['conducts', 0, 'date'], { from: '2023-01-09', to: '2023-01-02' }, ['HG2007 conducts.0.date']],
    ['nothing where one is needed', ['conducts'], [], ['HG2008 conducts']],
    ['an empty id', ['id'], '', ['HG2008 id']],
    ['too much', ['id'], 'x'.repeat(121), ['HG2009 id']],
    ['a negative weight', ['conducts', 0, 'goods'], [{ kind: null, weightKg: -1 }], ['HG2011 conducts.0.goods.0.weightKg']],
    ['a nested fact', ['conducts', 0, 'facts'], { 'licence.status': { value: 'none' } }, ['HG2003 conducts.0.facts.licence.status']],
    ['null where null means unknown', ['conducts', 0, 'facts'], { 'licence.status': null }, []],
    [
      'several faults, each once',
      ['conducts', 0],
      { id: 'X', date: 5, fact: {} },
      ['HG2005 conducts.0.id', 'HG2003 conducts.0.date', 'HG2002 conducts.0.fact'],
    ],
  ])('%s', (_, at, part, expected) => {
    expect(inRecord(at, part)).toEqual(expected)
  })

  test.each([undefined, null, 5, 'record', [], true])('that is %j is no object', (value) => {
    expect(said(checkShape(recordSchema, value))).toEqual(['HG2003'])
  })

  test('with a value of no allowed kind is told all kinds', () => {
    expect(first(recordSchema, replaced(record, ['facts'], { 'a.b': {} }))?.message).toBe('这里应当是true 或 false、数字、文字、列表 […] 或 null，写的是对象。')
    expect(first(recordSchema, replaced(record, ['conducts', 0, 'date'], 5))?.message).toBe('这里应当是文字 或 对象 {…}，写的是5。')
  })

  test('with an unknown field is told the near one and all allowed ones', () => {
    expect(first(recordSchema, replaced(record, ['conducts', 0, 'fcts'], {}))).toMatchObject({
      message: '不认识的项 “fcts”。是不是 “facts”？',
      help: '检查拼写；这里可以写：id、title、date、party、site、facts、goods、note。',
    })
    expect(first(recordSchema, replaced(record, ['conducts', 0, 'date'], { from: '2023-01-01', til: null }))?.help).toBe('检查拼写；这里可以写：from、to。')
  })
})

describe('other documents', () => {
  test('a basis has a clause or an article, not both and not neither', () => {
    const basis = (part: object): readonly string[] =>
      said(checkShape(ruleSchema, replaced(pack.rules[0], ['basis', 0], { instrument: 'x', role: 'penalty', ...part })))
    expect(basis({ article: '36' })).toEqual([])
    expect(basis({ clause: '1' })).toEqual([])
    expect(basis({})).toEqual(['HG2010 basis.0'])
    expect(basis({ article: '36', clause: '1' })).toEqual(['HG2010 basis.0'])
  })

  test('a figure of a review is a number, may be a lower bound, and may say what it leaves open', () => {
    const statistic = (part: object): readonly string[] =>
      said(checkShape(planSchema, replaced(pack.plans[0], ['statistics'], [{ id: 'places', title: '检查场所', ...part }])))
    expect(statistic({ value: 0 })).toEqual([])
    expect(statistic({ value: 36, atLeast: true, unit: '处次', note: '原文写“余”，处和次没有分开。' })).toEqual([])
    expect(statistic({ value: 36, note: '' })).toEqual(['HG2008 statistics.0.note'])
    expect(statistic({ atLeast: true })).toEqual(['HG2001 statistics.0.value'])
  })

  test('of a union, the form that was meant explains the fault', () => {
    const window = (part: unknown): readonly string[] =>
      said(checkShape(planSchema, replaced(pack.plans[0], ['focus'], [{ id: 'spring', title: '春节', window: part, themes: ['烟花'] }]))).map((each) =>
        each.replace('focus.0.window', 'window'),
      )
    expect(window({ kind: 'fixed', from: '2023-01-01', to: '2023-02-30' })).toEqual(['HG2006 window.to'])
    expect(window({ kind: 'quarter', year: 2023, quarter: 5 })).toEqual(['HG2011 window.quarter'])
    expect(window({ kind: 'quarter', year: 2023 })).toEqual(['HG2001 window.quarter'])
  })

  test('a misspelt consequence is explained by its nearest form', () => {
    const consequence = (part: unknown): readonly string[] =>
      said(checkShape(instrumentSchema, replaced(pack.instruments[0], ['norms', 0, 'editions', 0, 'consequence'], part))).map((each) =>
        each.replace('norms.0.editions.0.', ''),
      )
    expect(consequence({ all: [] })).toEqual(['HG2008 consequence.all'])
    expect(consequence({ all: [{ measure: { kind: 'fien', title: '罚款', force: 'must' } }] })).toEqual(['HG2004 consequence.all.0.measure.kind'])
    expect(consequence({ measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: null, max: 0 } } })).toEqual([
      'HG2011 consequence.measure.amountYuan.max',
    ])
    expect(consequence(5)).toEqual(['HG2003 consequence'])
  })

  test('bounds say whether the bound itself is allowed', () => {
    const schema = z.strictObject({ a: z.number().positive(), b: z.number().min(1), c: z.number().max(4) })
    expect(checkShape(schema, { a: 0, b: 0, c: 5 }).map((found) => found.params['detail'])).toEqual(['必须大于 0', '不能小于 1', '不能大于 4'])
  })

  test('a form nobody foresaw still gets a problem with a place', () => {
    expect(said(checkShape(z.strictObject({ a: z.templateLiteral(['x', z.number()]), b: z.number().multipleOf(5) }), { a: 'y', b: 3 }))).toEqual([
      'HG2005 a',
      'HG2011 b',
    ])
  })

  test('paths start where they are told to', () => {
    expect(said(checkShape(recordSchema, replaced(record, ['id'], 5), ['records', 3]))).toEqual(['HG2003 records.3.id'])
  })
})
