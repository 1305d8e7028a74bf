import { describe, expect, test } from 'vitest'
import { all, any, not, type Truth } from './truth.js'

const values: readonly Truth[] = ['holds', 'fails', 'unknown']

describe('three values', () => {
  test.each<[Truth, Truth, Truth, Truth]>([
    ['holds', 'holds', 'holds', 'holds'],
    ['holds', 'fails', 'fails', 'holds'],
    ['holds', 'unknown', 'unknown', 'holds'],
    ['fails', 'fails', 'fails', 'fails'],
    ['fails', 'unknown', 'fails', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s and %s: all is %s, any is %s, whichever comes first', (a, b, both, either) => {
    expect([all([a, b]), all([b, a])]).toEqual([both, both])
    expect([any([a, b]), any([b, a])]).toEqual([either, either])
  })

  test('not exchanges holds and fails and leaves unknown alone', () => {
    expect(values.map(not)).toEqual(['fails', 'holds', 'unknown'])
  })

  test('of nothing, all holds and any fails', () => {
    expect([all([]), any([])]).toEqual(['holds', 'fails'])
  })

  test('the laws of De Morgan hold for all three values', () => {
    for (const a of values) for (const b of values) expect(not(all([a, b]))).toBe(any([not(a), not(b)]))
  })
})
