import { describe, expect, test } from 'vitest'
import { pack } from '../../../../scripts/problem-examples.mjs'
import { vocabularyOf } from '../check/vocabulary.js'
import { type Condition, operators } from '../schema/condition.js'
import { units } from '../schema/fact.js'
import { conditionText, unitTitle } from './condition-text.js'

const { vocabulary } = vocabularyOf([pack])
const text = (condition: Condition): string => conditionText(condition, vocabulary)
const none: Condition = { fact: 'licence.status', operator: 'equal', value: 'none' }
const sleeps: Condition = { fact: 'site.sleepsPeople', operator: 'equal', value: true }
const heavy: Condition = { fact: 'goods.weightKg', operator: 'greaterThan', value: { fact: 'limit.stockKg' } }

describe('a condition in Chinese', () => {
  test.each<[Condition, string]>([
    [none, '「许可证状态」为没有'],
    [{ fact: 'licence.status', operator: 'notIn', value: ['held', 'expired'] }, '「许可证状态」不属于持有、过期'],
    [sleeps, '「有人住宿」为是'],
    [{ fact: 'site.sleepsPeople', operator: 'equal', value: false }, '「有人住宿」为否'],
    [{ fact: 'site.sleepsPeople', operator: 'notEqual', value: false }, '「有人住宿」为是'],
    [{ fact: 'site.sleepsPeople', operator: 'notEqual', value: true }, '「有人住宿」为否'],
    [{ fact: 'goods.weightKg', operator: 'lessThanInclusive', value: 30 }, '「货物重量」不超过30千克'],
    [heavy, '「货物重量」超过「存放限量」'],
    [{ all: [none, { any: [sleeps, heavy] }] }, '「许可证状态」为没有，且（「有人住宿」为是，或「货物重量」超过「存放限量」）'],
    [{ any: [{ all: [none, sleeps] }, { not: heavy }] }, '（「许可证状态」为没有，且「有人住宿」为是），或并非（「货物重量」超过「存放限量」）'],
    [{ condition: 'example/licensed' }, '持有许可证'],
    [{ condition: 'example/unknown' }, 'example/unknown'],
    [{ fact: 'unknown.fact', operator: 'equal', value: 'x' }, '「unknown.fact」为x'],
  ])('%j', (condition, expected) => {
    expect(text(condition)).toBe(expected)
  })

  test('has a word for every operator and every unit', () => {
    for (const operator of operators) expect(text({ fact: 'goods.weightKg', operator, value: 1 })).not.toContain('undefined')
    expect(units.filter((unit) => !/[\p{Script=Han}%]/u.test(unitTitle(unit)))).toEqual([])
    expect(unitTitle(undefined)).toBe('')
  })
})
