import { describe, expect, test } from 'vitest'
import { appraisalPack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { checkPacks } from './packs.js'

type Path = readonly (string | number)[]
const pack: unknown = appraisalPack
const problems = (...changes: readonly (readonly [Path, unknown])[]) =>
  checkPacks([changes.reduce((whole, [at, part]) => replaced(whole, at, part), pack)]).problems
const plan = (at: Path, part: unknown): readonly string[] => said(problems([['plans', 0, ...at], part]))

const knew = { fact: 'unit.knewOfIllegalProducer', operator: 'equal', value: true }
const unlicensed = { fact: 'licence.status', operator: 'equal', value: 'none' }
const expired = { fact: 'licence.expiresOn', operator: 'before', value: '2023-01-01' }
const records = { count: 'records' }
const statistic = (formula: unknown, more: object = {}) => ({ id: 'found', title: '查出', value: 3, formula, ...more })
const configured: Path = ['targets', 0, 'items', 0]

test('the plan without a change has no problem', () => {
  expect(said(problems())).toEqual([])
})

describe('formulas of targets and statistics', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['a fact there is none of', { sum: 'fact', fact: 'goods.weightKgs' }, ['HG3004 .fact']],
    ['a fact that is no number', { sum: 'fact', fact: 'licence.status' }, ['HG4041 .fact']],
    ['a limit', { sum: 'fact', fact: 'limit.stockKg' }, ['HG4041 .fact']],
    ['a number', { sum: 'fact', fact: 'goods.weightKg' }, []],
    ['a rule there is none of, deep down', { plus: [records, { count: 'findings', rules: ['example/unlicensed-retails'] }] }, ['HG4002 .plus.1.rules.0']],
    [
      'a condition on an unknown fact',
      { percent: { of: { ...records, where: { ...unlicensed, fact: 'no.fact' } }, in: records } },
      ['HG3004 .percent.of.where.fact'],
    ],
    ['a condition that makes no sense unasked', { percent: { of: records, in: { ...records, where: expired } } }, ['HG3009 .percent.in.where.fact']],
    ['a condition on a fact of the unit', { ...records, where: { all: [unlicensed, knew] } }, ['HG4042 .where.all.1.fact']],
    ['a named condition', { ...records, where: { condition: 'example/licensed' } }, []],
    ['a figure from outside', { figure: 'whatever' }, []],
  ])('%s', (_, formula, expected) => {
    const at = (path: string) => expected.map((each) => each.replace(' ', ` 0.plans.0.${path}.formula`))
    expect(plan(['statistics'], [statistic(formula)])).toEqual(at('statistics.0'))
    expect(plan(configured, { id: 'fine-dust', title: '细颗粒物', formula })).toEqual(at('targets.0.items.0'))
  })

  test('a named condition on a fact of the unit is seen where it is named', () => {
    const named = { id: 'example/knew', title: '知道', condition: { not: knew } }
    expect(said(problems([['conditions', 1], named], [['plans', 0, 'statistics'], [statistic({ ...records, where: { condition: 'example/knew' } })]]))).toEqual(
      ['HG4042 0.plans.0.statistics.0.formula.where.condition'],
    )
  })
})

describe('one figure in two units', () => {
  const dust = { figure: 'fine-dust' }
  test.each<[string, unknown, string, readonly string[]]>([
    ['the same', dust, '微克/立方米', []],
    ['another', dust, '毫克/立方米', ['HG4046 0.plans.0.statistics.0.formula.figure']],
    ['another, as a term', { plus: [{ figure: 'rain' }, dust] }, '毫克/立方米', ['HG4046 0.plans.0.statistics.0.formula.plus.1.figure']],
    ['as a share of something, which has no unit', { percent: { of: dust, in: { figure: 'days' } } }, '%', []],
  ])('%s', (_, formula, unit, expected) => {
    expect(plan(['statistics'], [statistic(formula, { unit })])).toEqual(expected)
  })

  test('a change against the year before says nothing of the unit of the figure', () => {
    const aim = { compare: 'at-least', value: 3, unit: '%', against: 'year-on-year' }
    expect(said(problems([['plans', 0, ...configured, 'aim'], aim], [['plans', 0, 'statistics'], [statistic(dust, { unit: '毫克/立方米' })]]))).toEqual([])
  })
})

describe('triggers', () => {
  const rising = { figure: records, compare: 'at-least', value: 2 }
  const month = { within: { months: 1 } }
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['a condition on the unit', { unit: knew }, []],
    ['on an unknown fact', { unit: { ...knew, fact: 'unit.knewOfIllegalProducers' } }, ['HG3004 .unit.fact']],
    ['with a value of the wrong type', { unit: { ...knew, value: 'yes' } }, ['HG3007 .unit.value']],
    ['with nothing in it', { unit: { any: [] } }, ['HG2008 .unit.any']],
    ['on a fact of a party', { any: [{ unit: knew }, { unit: { not: unlicensed } }] }, ['HG4042 .any.1.unit.not.fact']],
    [
      'on a fact that a sibling gives sense',
      { all: [{ unit: { ...unlicensed, value: 'expired' } }, { unit: expired }] },
      ['HG4042 .all.0.unit.fact', 'HG4042 .all.1.unit.fact'],
    ],
    ['on a fact that nothing gives sense', { any: [{ unit: knew }, { unit: expired }] }, ['HG3009 .any.1.unit.fact']],
    ['a figure', rising, []],
    ['a figure over an unknown rule', { all: [{ ...rising, figure: { count: 'findings', rules: ['example/none'] } }] }, ['HG4002 .all.0.figure.rules.0']],
    ['a figure within a month', { ...rising, ...month }, []],
    ['more than a number within a month', { ...rising, compare: 'more-than', ...month }, []],
    ['few within a month', { ...rising, compare: 'at-most', ...month }, ['HG4043 .within']],
    ['less within a month', { ...rising, compare: 'below', within: { days: 7 } }, ['HG4043 .within']],
    ['few in the whole period', { ...rising, compare: 'at-most' }, []],
    ['a share within a month', { ...rising, figure: { percent: { of: records, in: records } }, ...month }, ['HG4043 .within']],
    [
      'a sum with a share in it within a month',
      { ...rising, figure: { plus: [records, { percent: { of: records, in: records } }] }, ...month },
      ['HG4043 .within'],
    ],
    ['a share of the whole period', { ...rising, figure: { percent: { of: records, in: records } } }, []],
    ['a duty', { duty: 'weekly-table', state: 'late', times: 3 }, []],
    ['a duty whose first day is not known', { duty: 'joint-meeting', state: 'missing', times: 3 }, []],
    ['a duty there is none of', { duty: 'weekly-tables', state: 'late', times: 3 }, ['HG4044 .duty']],
    ['a duty that never falls due', { duty: 'investigation', state: 'missing', times: 1 }, ['HG4045 .duty']],
  ]

  test.each(cases)('%s', (_, when, expected) => {
    const at = (path: string) => expected.map((each) => each.replace(' ', ` 0.plans.0.accountability.0.${path}`))
    expect(plan(['accountability', 0, 'when'], when)).toEqual(at('when'))
    const readings = [
      { id: 'one', title: '一种读法' },
      { id: 'other', title: '另一种读法', when },
    ]
    expect(plan(['accountability', 0, 'readings'], readings)).toEqual(at('readings.1.when'))
  })

  test('what is wrong is said with the nearest name', () => {
    expect(problems([['plans', 0, 'accountability', 0, 'when'], { duty: 'weekly-tables', state: 'late', times: 3 }])).toMatchObject([
      { params: { id: 'weekly-tables', suggestion: '是不是 “weekly-table”？' } },
    ])
  })
})
