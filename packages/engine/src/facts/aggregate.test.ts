import type { GoodsLine } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { aggregateOf } from './aggregate.js'

const cartons = { over: 'goods', function: 'sum', field: 'quantity', where: { kind: ['finished'], unit: ['carton'] } } as const
const line = (extra: Partial<GoodsLine>): GoodsLine => ({ kind: 'finished', quantity: 2, unit: 'carton', ...extra })

describe('lines of goods', () => {
  test('an empty list is an answer: nothing was there', () => {
    expect(aggregateOf(cartons, [])).toBe(0)
    expect(aggregateOf({ over: 'goods', function: 'any' }, [])).toBe(false)
    expect(aggregateOf({ over: 'goods', function: 'count' }, [])).toBe(0)
  })

  test('only lines that fit are added up', () => {
    expect(aggregateOf(cartons, [line({}), line({ quantity: 3 }), line({ kind: 'packaging', quantity: 9 }), line({ unit: 'kg', quantity: 9 })])).toBe(5)
  })

  test('a fitting line without the figure leaves the sum unknown', () => {
    expect(aggregateOf(cartons, [line({}), line({ quantity: null })])).toBeUndefined()
  })

  test('a line that does not fit needs no figure', () => {
    expect(aggregateOf(cartons, [line({}), line({ kind: 'packaging', quantity: null })])).toBe(2)
  })

  test('a line of unknown kind might fit, so the sum is unknown', () => {
    expect(aggregateOf(cartons, [line({}), line({ kind: null })])).toBeUndefined()
  })

  test('a line of unknown kind in another unit cannot fit', () => {
    expect(aggregateOf(cartons, [line({}), line({ kind: null, unit: 'kg' })])).toBe(2)
  })

  test('any is settled by one line that fits, whatever the others are', () => {
    const powder = { over: 'goods', function: 'any', where: { kind: ['black-powder'] } } as const
    expect(aggregateOf(powder, [line({ kind: null }), line({ kind: 'black-powder' })])).toBe(true)
    expect(aggregateOf(powder, [line({ kind: null })])).toBeUndefined()
    expect(aggregateOf(powder, [line({})])).toBe(false)
  })

  test('tenths add up to what they say', () => {
    expect(aggregateOf({ over: 'goods', function: 'sum', field: 'weightKg' }, [line({ weightKg: 0.1 }), line({ weightKg: 0.2 })])).toBe(0.3)
  })
})
