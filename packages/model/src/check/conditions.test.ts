import { describe, expect, test } from 'vitest'
import { pack } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { operators } from '../schema/condition.js'
import { factTypes } from '../schema/fact.js'
import { checkCondition, MAX_CONDITION_DEPTH, operatorsFor } from './conditions.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

const { vocabulary } = vocabularyOf([pack])
const check = (condition: unknown): readonly string[] => said(checkCondition(condition, [], vocabulary))
const leaf = (fact: string, operator: string, value: unknown): unknown => ({ fact, operator, value })
const good = leaf('licence.status', 'equal', 'none')

describe('the shape of a condition', () => {
  test.each([
    ['a leaf', good, []],
    ['a leaf with a note', { ...(good as object), note: '备注' }, []],
    ['nested', { all: [good, { any: [good, { not: good }] }, { condition: 'example/licensed' }] }, []],
    ['an empty any', { any: [] }, ['HG3001 any']],
    ['an empty all', { all: [] }, ['HG3001 all']],
    ['an empty any deep inside', { all: [good, { not: { any: [] } }] }, ['HG3001 all.1.not.any']],
    ['any beside all', { any: [good], all: [good] }, ['HG3002']],
    ['a leaf beside any', { ...(good as object), any: [good] }, ['HG3002']],
    ['not beside condition', { not: good, condition: 'example/licensed' }, ['HG3002']],
    ['an unknown key in a leaf', { ...(good as object), path: '$.x' }, ['HG3003 path']],
    ['an unknown key beside all', { all: [good], priority: 1 }, ['HG3003 priority']],
    ['a misspelt connective', { anny: [good] }, ['HG3003 anny']],
    ['an own __proto__ key', JSON.parse('{"all": [], "__proto__": 1}'), ['HG3003 __proto__', 'HG3001 all']],
    ['nothing', {}, ['HG3013']],
    ['null', null, ['HG3013']],
    ['true', true, ['HG3013']],
    ['a list', [good], ['HG3013']],
    ['not of nothing', { not: null }, ['HG3013 not']],
    ['any of a single condition', { any: good }, ['HG2003 any']],
    ['a leaf without value', { fact: 'licence.status', operator: 'equal' }, ['HG2001 value']],
    ['a leaf without anything', { fact: 'licence.status' }, ['HG2001 operator', 'HG2001 value']],
  ])('%s', (_, condition, expected) => {
    expect(check(condition)).toEqual(expected)
  })

  test('suggests the key that was meant', () => {
    expect(checkCondition({ anny: [good] }, [], vocabulary)[0]?.message).toContain('是不是 “any”？')
    expect(checkCondition({ ...(good as object), vlue: 1 }, [], vocabulary)[0]?.message).toContain('是不是 “value”？')
  })

  test('may be as deep as the limit and no deeper', () => {
    const nested = (depth: number): unknown => (depth === 0 ? good : { not: nested(depth - 1) })
    expect(check(nested(MAX_CONDITION_DEPTH))).toEqual([])
    expect(check(nested(MAX_CONDITION_DEPTH + 1))).toEqual([
      `HG3014 ${Array(MAX_CONDITION_DEPTH + 1)
        .fill('not')
        .join('.')}`,
    ])
  })
})

describe('a leaf against the vocabulary', () => {
  test.each([
    ['an unknown fact', leaf('licence.statue', 'equal', 'none'), ['HG3004 fact']],
    ['an unknown operator', leaf('licence.status', 'equals', 'none'), ['HG3005 operator']],
    ['an unknown fact and operator', leaf('licence.statue', 'equals', 'none'), ['HG3004 fact', 'HG3005 operator']],
    ['an operator of another type', leaf('goods.weightKg', 'in', [1]), ['HG3006 operator']],
    ['ordering of a choice', leaf('licence.status', 'greaterThan', 'none'), ['HG3006 operator']],
    ['a number as text', leaf('goods.weightKg', 'greaterThan', '30'), ['HG3007 value']],
    ['NaN', leaf('goods.weightKg', 'greaterThan', Number.NaN), ['HG3007 value']],
    ['null for a number', leaf('goods.weightKg', 'greaterThan', null), ['HG3007 value']],
    ['text for yes or no', leaf('site.sleepsPeople', 'equal', 'true'), ['HG3007 value']],
    ['an impossible date', leaf('conduct.date', 'before', '2023-02-30'), ['HG3007 value']],
    ['a number for a choice', leaf('licence.status', 'equal', 1), ['HG3007 value']],
    ['one value for in', leaf('licence.status', 'in', 'none'), ['HG3007 value']],
    ['an empty list for in', leaf('licence.status', 'in', []), ['HG2008 value']],
    ['a list for equal', leaf('licence.status', 'equal', ['none']), ['HG3007 value']],
    ['a value that is no choice', leaf('licence.status', 'equal', 'non'), ['HG3008 value']],
    ['one of several that is no choice', leaf('licence.status', 'in', ['none', 'non', 'held']), ['HG3008 value.1']],
    ['a member of a set', leaf('tools.kinds', 'contains', 'press'), []],
    ['no member of a set', leaf('tools.kinds', 'contains', 'prss'), ['HG3008 value']],
    ['a fact of the same unit', leaf('goods.weightKg', 'greaterThan', { fact: 'limit.stockKg' }), []],
    ['a fact of another unit', leaf('goods.weightKg', 'greaterThan', { fact: 'goods.valueYuan' }), ['HG3011 value']],
    ['a fact of another type', leaf('goods.weightKg', 'equal', { fact: 'licence.status' }), ['HG3011 value']],
    ['a fact for membership', leaf('licence.status', 'in', { fact: 'licence.status' }), ['HG3011 value']],
    ['a fact that does not exist', leaf('goods.weightKg', 'greaterThan', { fact: 'limit.stockkg' }), ['HG3004 value.fact']],
    ['an unknown named condition', { condition: 'example/licenced' }, ['HG3010 condition']],
  ])('%s', (_, condition, expected) => {
    expect(check(condition)).toEqual(expected)
  })

  test('suggests the fact, operator and value that were meant', () => {
    const message = (condition: unknown): string | undefined => checkCondition(condition, [], vocabulary)[0]?.message
    expect(message(leaf('licence.statue', 'equal', 'none'))).toContain('是不是 “licence.status”？')
    expect(message(leaf('licence.status', 'equals', 'none'))).toContain('是不是 “equal”？')
    expect(message(leaf('licence.status', 'equal', 'non'))).toContain('是不是 “none”？')
    expect(message(leaf('x', 'equal', 'none'))).toBe('没有 “x” 这个事实。')
  })

  test('region codes have 6, 9 or 12 digits', () => {
    const withRegion: Vocabulary = {
      ...vocabulary,
      facts: new Map([['record.region', { id: 'record.region', title: '地区', type: 'region', scope: 'record' }]]),
    }
    const region = (value: unknown): readonly string[] => said(checkCondition(leaf('record.region', 'within', value), [], withRegion))
    expect(region(['500000', '500112001', '500112001002'])).toEqual([])
    expect(region(['50000', 500000])).toEqual(['HG3007 value.0', 'HG3007 value.1'])
    expect(region('500000')).toEqual(['HG3007 value'])
  })

  test('every type has operators, each of them known', () => {
    expect(Object.keys(operatorsFor).sort()).toEqual([...factTypes].sort())
    for (const allowed of Object.values(operatorsFor)) expect(operators).toEqual(expect.arrayContaining([...allowed]))
  })

  test('what should be an id may be anything at all', () => {
    for (const odd of [5, null, {}, { toString: 1 }, [], Object.create(null), Symbol('x')]) {
      expect(check(leaf(odd as string, 'equal', 1))).toEqual(['HG3004 fact'])
      expect(check(leaf('licence.status', odd as string, 1))).toEqual(['HG3005 operator'])
      expect(check({ condition: odd })).toEqual(['HG3010 condition'])
      expect(check(leaf('licence.status', 'equal', { fact: odd }))).toEqual(['HG3004 value.fact'])
    }
  })
})

describe('named conditions', () => {
  const withConditions = (conditions: Readonly<Record<string, unknown>>): Vocabulary => ({
    ...vocabulary,
    conditions: new Map(Object.entries(conditions).map(([id, condition]) => [id, { id, title: id, condition: condition as never }])),
  })

  test('may not refer to themselves, directly or by way of others', () => {
    const circles = withConditions({
      'x/a': { not: { condition: 'x/b' } },
      'x/b': { all: [good, { condition: 'x/a' }] },
      'x/c': { condition: 'x/c' },
      'x/d': { condition: 'x/c' },
    })
    const named = (id: string): readonly string[] => said(checkCondition({ condition: id }, [], circles))
    expect(named('x/a')).toEqual(['HG3012 condition'])
    expect(named('x/b')).toEqual(['HG3012 condition'])
    expect(named('x/c')).toEqual(['HG3012 condition'])
    expect(named('x/d')).toEqual([])
  })

  test('a chain of ten thousand, or forty doublings, is followed without end or overflow', () => {
    const chain = withConditions(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x/${at}`, at === 9_999 ? good : { condition: `x/${at + 1}` }])))
    expect(said(checkCondition({ all: [{ condition: 'x/0' }, leaf('licence.expiresOn', 'before', '2023-01-01')] }, [], chain))).toEqual(['HG3009 all.1.fact'])
    const doubled = withConditions(
      Object.fromEntries(
        Array.from({ length: 41 }, (_, at) => [
          `x/${at}`,
          at === 40 ? leaf('licence.status', 'equal', 'held') : { all: [{ condition: `x/${at + 1}` }, { condition: `x/${at + 1}` }] },
        ]),
      ),
    )
    expect(said(checkCondition({ all: [{ condition: 'x/0' }, leaf('licence.expiresOn', 'before', '2023-01-01')] }, [], doubled))).toEqual([])
  })
})
