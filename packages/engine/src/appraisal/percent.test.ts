import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentOf } from './percent.js'

const amount = fc.oneof(fc.nat(1000), fc.constantFrom(Number.MAX_VALUE, 1e300, 1e304))
const value = fc.tuple(amount, fc.option(amount)).map(([a, b]) => ({ min: b === null ? a : Math.min(a, b), max: b === null ? null : Math.max(a, b) }))

test('a share is null or numbers that JSON can write, the least first', () => {
  fc.assert(
    fc.property(value, value, (of, whole) => {
      const share = percentOf(of, whole)
      if (share === null) return
      expect(JSON.parse(JSON.stringify(share))).toEqual(share)
      if (share.max !== null) expect(share.min).toBeLessThanOrEqual(share.max)
    }),
    { numRuns: 1000 },
  )
})

test('a share of nothing, or of less, has no value', () => {
  expect(percentOf({ min: 1, max: 1 }, { min: 0, max: 0 })).toBeNull()
  expect(percentOf({ min: 1, max: 2 }, { min: 4, max: null })).toEqual({ min: 0, max: 50 })
})
