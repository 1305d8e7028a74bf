import { describe, expect, test } from 'vitest'
import { monthDeadlines } from './month-deadline'

describe('每月15日、30日前', () => {
  test.each([
    ['2019-06', '2019-06-15', '2019-06-30', false],
    ['2019-07', '2019-07-15', '2019-07-30', false],
    ['2019-02', '2019-02-15', '2019-02-28', true],
    ['2020-02', '2020-02-15', '2020-02-29', true],
  ])('in %s are due on %s and %s', (month, first, second, shortened) => {
    expect(monthDeadlines(month, [15, 30])).toEqual([
      { byDay: 15, due: first, shortened: false },
      { byDay: 30, due: second, shortened },
    ])
  })

  test('the 31st of a month of thirty days falls on its last day, and is said to', () => {
    expect(monthDeadlines('2019-06', [31])).toEqual([{ byDay: 31, due: '2019-06-30', shortened: true }])
    expect(monthDeadlines('2019-12', [31])).toEqual([{ byDay: 31, due: '2019-12-31', shortened: false }])
  })

  test.each([['2019-13'], ['2019-6'], ['2019'], ['2019-06-01']])('%s is no month', (month) => {
    expect(() => monthDeadlines(month, [15])).toThrow(RangeError)
  })

  test.each([[0], [32], [1.5]])('%s is no day of a month', (day) => {
    expect(() => monthDeadlines('2019-06', [day])).toThrow(RangeError)
  })
})
