import { describe, expect, test } from 'vitest'
import { addHours, dateInShanghai } from './instant'

describe('the day in Shanghai', () => {
  test.each([
    ['2024-02-09T15:59:59Z', '2024-02-09'],
    ['2024-02-09T16:00:00Z', '2024-02-10'],
    ['2024-02-10T00:00:00+08:00', '2024-02-10'],
    ['2024-02-09T23:30:00-08:00', '2024-02-10'],
    ['2024-02-09T23:30:00.250+0800', '2024-02-09'],
    ['2024-02-09T16:00Z', '2024-02-10'],
  ])('at %s is %s', (instant, day) => {
    expect(dateInShanghai(instant)).toBe(day)
  })

  test.each(['2024-02-09', '2024-02-09T23:30:00', '2024-02-30T10:00:00Z', '2024-02-09T25:00:00Z', 'now', ''])(
    'is refused for %j, which names no instant',
    (text) => {
      expect(() => dateInShanghai(text)).toThrow(RangeError)
    },
  )
})

describe('hours', () => {
  test('run on through holidays and come back with offset +08:00', () => {
    expect(addHours('2024-02-09T17:30:00+08:00', 24)).toBe('2024-02-10T17:30:00+08:00')
    expect(addHours('2024-02-09T17:30:00Z', 0)).toBe('2024-02-10T01:30:00+08:00')
    expect(addHours('1988-07-01T00:00:00Z', 1)).toBe('1988-07-01T09:00:00+08:00')
    expect(addHours('2024-02-09T17:30:00.500Z', 1)).toBe('2024-02-10T02:30:00.500+08:00')
  })

  test.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, 87_841])('%d of them are refused', (hours) => {
    expect(() => addHours('2024-02-09T17:30:00Z', hours)).toThrow(RangeError)
  })
})
