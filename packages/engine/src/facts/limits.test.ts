import { describe, expect, test } from 'vitest'
import { limitDuring, limitOn } from './limits.js'

const basis = { instrument: 'test-law', article: '1' }
const editions = [
  { inForce: { from: '2010-01-01', to: '2018-12-31' }, value: 5, basis },
  { inForce: { from: '2019-01-01' }, value: 8, basis },
  { inForce: { from: '2019-02-01' }, region: '500000', value: 10, basis },
]
const day = (on: string) => ({ from: on, to: on })

describe('a statutory limit', () => {
  test('is the one in force on the day', () => {
    expect(['2009-12-31', '2010-01-01', '2018-12-31', '2019-01-01'].map((on) => limitOn(editions, on, '410103'))).toEqual([undefined, 5, 5, 8])
  })

  test('of a region goes before the national one there, and nowhere else', () => {
    expect([limitOn(editions, '2023-01-10', '500241'), limitOn(editions, '2023-01-10', '410103')]).toEqual([10, 8])
  })

  test('is unknown where the region is, and a regional limit differs', () => {
    expect(limitDuring(editions, day('2023-01-10'), undefined)).toBeUndefined()
    expect(limitDuring(editions, day('2015-01-10'), undefined)).toBe(5)
  })

  test('of a continuing act is known as long as it does not change meanwhile', () => {
    expect(limitDuring(editions, { from: '2011-03-01', to: '2018-12-31' }, '410103')).toBe(5)
    expect(limitDuring(editions, { from: '2011-03-01', to: '2019-01-01' }, '410103')).toBeUndefined()
  })

  test('of an unknown day is unknown, as there was a day without it', () => {
    expect(limitDuring(editions, { from: null, to: '2023-01-10' }, '410103')).toBeUndefined()
  })

  test('that has always been the same is known on an unknown day', () => {
    expect(limitDuring([{ inForce: { from: null }, value: 3 }], { from: null, to: '2023-01-10' }, undefined)).toBe(3)
  })
})
