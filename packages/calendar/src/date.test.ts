import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, compareDates, daysBetween, daysFrom, isLocalDate, weekday } from './date'

/** Days from 1900-01-01; the range holds 73 414 days. */
const anyDate = fc.integer({ min: 0, max: 73_413 }).map((n) => addDays('1900-01-01', n))

describe('a date', () => {
  test.each(['1900-01-01', '2100-12-31', '2024-02-29', '2000-02-29'])('%s exists', (text) => {
    expect(isLocalDate(text)).toBe(true)
  })

  test.each([
    '2023-02-29',
    '2100-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '1899-12-31',
    '2101-01-01',
    '2024-1-1',
    '20240101',
    '2024-W01-1',
    '2024-02-10T00:00',
    ' 2024-02-10',
    '２０２４-02-10',
    '',
  ])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false)
  })

  test('knows its weekday, Monday being 1', () => {
    expect(weekday('2024-02-10')).toBe(6)
    expect(weekday('2024-02-11')).toBe(7)
    expect(weekday('2024-02-12')).toBe(1)
  })

  test('is refused with what was given and what is accepted', () => {
    expect(() => weekday('2023-02-29')).toThrow(RangeError)
    expect(() => weekday('2023-02-29')).toThrow(/"2023-02-29"; give a day that exists/)
    expect(() => addDays('2024-02-10', 0.5)).toThrow(/0.5; give a whole number/)
    expect(() => addDays('2024-02-10', Number.NaN)).toThrow(RangeError)
    expect(() => addDays('2100-12-31', 1)).toThrow(/leaves the years/)
    expect(() => [...daysFrom('2100-12-31')]).toThrow(/leaves the years/)
  })
})

describe('day arithmetic', () => {
  test('crosses the days China changed its clocks', () => {
    expect(addDays('1986-05-03', 1)).toBe('1986-05-04')
    expect(daysBetween('1986-05-01', '1991-09-20')).toBe(1968)
  })

  test('adding days and taking them away again changes nothing', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const n = daysBetween(a, b)
        expect(addDays(a, n)).toBe(b)
        expect(addDays(b, -n)).toBe(a)
      }),
    )
  })

  test('the order of dates is the order of their texts', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(compareDates(a, b)).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })

  test('a month too short gives its last day', () => {
    expect(addMonths('2024-01-31', 1)).toEqual({ date: '2024-02-29', clipped: true })
    expect(addMonths('2024-02-29', 12)).toEqual({ date: '2025-02-28', clipped: true })
    expect(addMonths('2024-01-31', 2)).toEqual({ date: '2024-03-31', clipped: false })
  })
})
