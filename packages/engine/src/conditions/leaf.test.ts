import { operators, oppositeOf } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { compare, isWithin } from './leaf.js'

describe('comparing known values', () => {
  test.each([
    ['equal', 'a', 'a', true],
    ['in', 'a', ['a', 'b'], true],
    ['in', 'ab', ['a', 'b'], false],
    ['contains', ['a', 'b'], 'b', true],
    ['contains', [], 'b', false],
    ['lessThan', 9.9, 10, true],
    ['lessThan', 10, 10, false],
    ['lessThanInclusive', 10, 10, true],
    ['greaterThan', 10, 10, false],
    ['greaterThan', 10.1, 10, true],
    ['greaterThanInclusive', 10, 10, true],
    ['before', '2016-02-05', '2016-02-06', true],
    ['before', '2016-02-06', '2016-02-06', false],
    ['onOrBefore', '2016-02-06', '2016-02-06', true],
    ['after', '2016-02-06', '2016-02-06', false],
    ['onOrAfter', '2016-02-06', '2016-02-06', true],
    ['within', '500241', ['410000', '500000'], true],
    ['within', '410103', ['500000'], false],
  ] as const)('%s %j %j is %s, and its opposite is not', (operator, fact, value, expected) => {
    expect(compare(operator, fact, value)).toBe(expected)
    expect(compare(oppositeOf[operator], fact, value)).toBe(!expected)
  })

  test('the opposite of the opposite is the operator itself', () => {
    expect(operators.map((name) => oppositeOf[oppositeOf[name]])).toEqual([...operators])
  })

  test('a value of the wrong type throws instead of comparing somehow', () => {
    expect(() => compare('lessThan', '9', 10)).toThrow(TypeError)
    expect(() => compare('in', 'a', 'abc')).toThrow(TypeError)
    expect(() => compare('contains', 'abc', 'a')).toThrow(TypeError)
    expect(() => compare('before', 20160205, '2016-02-06')).toThrow(TypeError)
  })
})

describe('regions', () => {
  test.each([
    ['500241', '500000', true],
    ['500241', '500200', true],
    ['500241107', '500241', true],
    ['500241107201', '500241107', true],
    ['500241', '500242', false],
    ['500241', '500241107', false],
    ['410103', '500000', false],
  ])('%s within %s: %s', (region, outer, expected) => {
    expect(isWithin(region, outer)).toBe(expected)
  })
})
