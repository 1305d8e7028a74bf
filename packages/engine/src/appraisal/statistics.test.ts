import { formulaText, type Plan, type Unit } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { fact, pack, planOf, record, ruleset, withFacts, yes } from '../../test/support/builders.js'
import { aggregateOf } from './aggregate.js'
import { comparisonOf, stateAgainst } from './compare.js'
import { appraisedStatistics } from './statistics.js'

const rules = ruleset(pack({ facts: withFacts(fact('test.kg', { title: '毛重', type: 'number', unit: 'kg' })) }))
const county: Unit = { id: 'county', title: '县', organ: 'bureau', region: '500241' }
const plan: Plan = planOf({
  clauses: [{ id: '4', kinds: ['S'], title: '统计', encodings: [{ as: 'statistic', id: 'visits' }] }],
  statistics: [
    { id: 'visits', title: '检查', value: 2, unit: '次', formula: { count: 'records' } },
    { id: 'more', title: '检查余次', value: 3, atLeast: true, formula: { count: 'records' } },
    { id: 'only-said', title: '只是报告的', value: 9 },
  ],
})
const year = { from: '2023-01-01', to: '2023-12-31' }
const appraised = (unit: Unit = county, period = year) => {
  const records = ['A', 'B'].map((id) => record({}, { id, region: '500241107' }))
  const { aggregate } = aggregateOf(records, rules, { plan, source: 's' })
  return appraisedStatistics(plan, { aggregate, figures: [], units: [unit], unit, period }, rules)
}

test('statistics come out of the records and are compared with the text', () => {
  expect(appraised()[0]).toEqual({
    statistic: 'visits',
    title: '检查',
    unit: '次',
    value: { min: 2, max: 2 },
    formula: '检查记录的份数',
    reported: { min: 2, max: 2 },
    comparison: 'equal',
    evidence: { records: ['A', 'B'], more: 0 },
    figures: [],
    clauses: ['4'],
  })
  expect(appraised().map((each) => each.comparison)).toEqual(['equal', 'differs', 'not-compared'])
})

test('a part of the region or of the time is not compared', () => {
  const none = ['not-compared', 'not-compared', 'not-compared']
  expect(appraised({ ...county, region: '500241107' }).map((each) => each.comparison)).toEqual(none)
  expect(appraised(county, { from: '2023-01-01', to: '2023-01-31' }).map((each) => each.comparison)).toEqual(none)
})

test.each([
  [{ min: 3, max: 3 }, { min: 3, max: null }, 'consistent'],
  [{ min: 1, max: 2 }, { min: 3, max: null }, 'differs'],
  [{ min: 1, max: null }, { min: 3, max: 3 }, 'consistent'],
  [{ min: 4, max: 4 }, { min: 3, max: 3 }, 'differs'],
  [null, { min: 3, max: 3 }, 'not-compared'],
] as const)('%j beside %j: %s', (a, b, expected) => {
  expect(comparisonOf(a, b)).toBe(expected)
  expect(comparisonOf(b, a)).toBe(expected)
})

describe('against an aim of 3', () => {
  test.each([
    ['at-least', 3, null, 'met'],
    ['at-least', 2, 2, 'missed'],
    ['at-least', 2, 3, 'undetermined'],
    ['at-most', 0, 3, 'met'],
    ['at-most', 4, null, 'missed'],
    ['at-most', 0, null, 'undetermined'],
    ['below', 0, 2, 'met'],
    ['below', 3, 3, 'missed'],
    ['equal', 3, 3, 'met'],
    ['equal', 2, 4, 'undetermined'],
    ['equal', 4, null, 'missed'],
  ] as const)('%s: %d to %s is %s', (compare, min, max, expected) => {
    expect(stateAgainst({ min, max }, { compare, value: 3 })).toBe(expected)
  })
})

describe('in words', () => {
  test.each([
    [{ count: 'conducts', where: yes('test.a') }, '行为的个数，限于「test.a」为是的'],
    [{ count: 'findings', rules: ['test/only'] }, '被「only」认定成立的行为的个数'],
    [{ sum: 'fact', fact: 'test.kg' }, '「毛重」的合计（千克）'],
    [{ sum: 'outcomes', field: 'quantity', kinds: ['confiscation'], goods: ['finished'], unit: 'carton' }, '没收（成品）的数量合计（箱）'],
    [{ percent: { of: { count: 'outcomes', kinds: ['fine', 'warning'] }, in: { figure: 'cases' } } }, '（罚款、警告的项数）占（报来的数字「cases」）的百分比'],
    [{ plus: [{ count: 'records' }, { figure: 'visits' }] }, '检查记录的份数 + 报来的数字「visits」'],
  ] as const)('%j: %s', (formula, expected) => {
    expect(formulaText(formula, rules.vocabulary, { rule: (id) => (id === 'test/only' ? 'only' : id), figure: (id) => id })).toBe(expected)
  })
})
