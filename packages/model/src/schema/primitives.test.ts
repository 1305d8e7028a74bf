import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import {
  articleSchema,
  clauseIdSchema,
  factIdSchema,
  instantSchema,
  isLocalDate,
  isRegionCode,
  localDateSchema,
  pathIdSchema,
  periodSchema,
  regionSchema,
  slugSchema,
} from './primitives.js'

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success

const forms: readonly (readonly [string, z.ZodType, readonly string[], readonly unknown[]])[] = [
  ['slug', slugSchema, ['a', '110kv', 'erong-2023'], ['', 'A', '-a', 'a-', 'a--b', 'a_b', '甲', 'a\n', 'x'.repeat(81), 5]],
  ['path id', pathIdSchema, ['a/b', 'fireworks/unlicensed-business'], ['a', 'a/', '/b', 'a/b/c', 'a//b', 'A/b', 'a/b ']],
  [
    'fact id',
    factIdSchema,
    ['licence.status', 'a.b1', 'unitType.x'],
    ['licence', '.a', 'a.', 'a.b.c', 'A.b', 'a.B', 'a1.b', 'a-b.c', '__proto__', 'constructor'],
  ],
  ['article', articleSchema, ['36', '36(1)', '65(1)(4)', '22-24', '37(2),38', '36、37(1)'], ['', '36(', '36()', '第36条', '36(1', '(1)', '36,', '36--37']],
  ['clause', clauseIdSchema, ['1', '2.1.10a', 'P1', 'stats'], ['', 'a', 'stats1', 'stat', 'A1', '2.1.10A', '1'.repeat(17)]],
  ['region', regionSchema, ['500000', '500112001', '500112001002'], ['', '50000', '5001120', '50011200100', 'abcdef', 500000]],
  [
    'date',
    localDateSchema,
    ['2024-02-29', '2000-02-29', '1900-01-01', '2100-12-31'],
    [
      '2023-02-29',
      '1900-02-29',
      '2023-04-31',
      '2023-13-01',
      '2023-00-10',
      '2023-01-00',
      '1899-12-31',
      '2101-01-01',
      '2023-1-1',
      '2023-01-01T00:00:00Z',
      '20230101',
      ' 2023-01-01',
      null,
    ],
  ],
  [
    'instant',
    instantSchema,
    ['2023-01-10T09:30:00+08:00', '2023-01-10T09:30Z', '2023-01-10T09:30:00.123Z'],
    [
      '2023-01-10',
      '2023-01-10T09:30:00',
      '2023-02-30T09:30Z',
      '2023-01-10T24:00Z',
      '2023-01-10T09:60Z',
      '2023-01-10T09:30:60Z',
      '2023-01-10T09:30+24:00',
      '2023-01-10 09:30Z',
    ],
  ],
]

describe.each(forms)('%s', (_, schema, good, bad) => {
  test('takes what is written rightly', () => {
    expect(good.filter((text) => !accepts(schema, text))).toEqual([])
  })

  test('refuses anything else', () => {
    expect(bad.filter((text) => accepts(schema, text))).toEqual([])
  })

  test('comes to an end on a hundred thousand characters made to mislead', () => {
    const parts = ['a', '1', '-', 'a-', '1-', '.', 'a.', '(1)', '(', '1,', '1、', '36(1),', '0', 'P', '/', '2023-01-01T', ' ']
    const tails = ['', '!', '-', '(', '\n', '甲']
    for (const part of parts)
      for (const head of ['', 'a', '1', 'a/', 'a.'])
        for (const tail of tails) expect(accepts(schema, head + part.repeat(100_000 / part.length) + tail)).toBe(false)
  })
})

describe('isLocalDate', () => {
  test('agrees with the calendar of the machine on every day from 1900 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const date = new Date(Date.UTC(year, month - 1, day))
        expect(isLocalDate(text)).toBe(date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day)
      }),
      { numRuns: 2_000 },
    )
  })

  test('and isRegionCode are false for what is not text', () => {
    for (const value of [undefined, null, 20230101, {}, [], ['2023-01-01'], new Date()])
      expect([isLocalDate(value), isRegionCode(value)]).toEqual([false, false])
  })
})

describe('a period', () => {
  test('runs from a day to the same or a later one; either end may be open', () => {
    for (const [from, to] of [
      ['2023-01-01', '2023-01-01'],
      ['2023-01-01', null],
      [null, '2023-01-01'],
      [null, null],
    ])
      expect(accepts(periodSchema, { from, to })).toBe(true)
    expect(accepts(periodSchema, { from: '2023-01-01' })).toBe(true)
    expect(accepts(periodSchema, { from: '2023-01-02', to: '2023-01-01' })).toBe(false)
    expect(accepts(periodSchema, { to: '2023-01-01' })).toBe(false)
  })
})
