import { describe, expect, test } from 'vitest'
import { editionOn, editionsDuring, leavesGap } from './editions.js'

const edition = (from: string | null, to?: string) => ({ inForce: { from, ...(to === undefined ? {} : { to }) } })
const day = (on: string) => ({ from: on, to: on, known: true })
const old = edition('2006-01-21', '2016-02-05')
const now = edition('2016-02-06')

describe('editions', () => {
  test('both ends of a period belong to it', () => {
    expect(['2006-01-20', '2006-01-21', '2016-02-05', '2016-02-06'].map((on) => editionOn([old, now], on))).toEqual([undefined, old, old, now])
  })

  test('come the earliest first, however they are listed', () => {
    expect(editionsDuring([now, old], { from: '2010-01-01', to: '2020-01-01', known: true })).toEqual([old, now])
  })

  test('one that began at a day nobody found out was in force ever since', () => {
    const before = edition(null, '2016-02-05')
    expect(editionOn([before, now], '1950-01-01')).toBe(before)
  })
})

describe('days without an edition', () => {
  test.each([
    ['before the first', [now], day('2016-02-05'), true],
    ['after the last', [old], day('2016-02-06'), true],
    ['between two', [old, edition('2017-01-01')], { from: '2016-01-01', to: '2018-01-01', known: true }, true],
    ['none, where the next begins the day after', [now, old], { from: '2010-01-01', to: '2020-01-01', known: true }, false],
    ['none in a period that is still running', [now], { from: '2016-02-06', to: '2099-01-01', known: true }, false],
    ['some day in a past without end', [old, now], { from: null, to: '2020-01-01', known: false }, true],
    ['none, where the first edition has no beginning', [edition(null)], { from: null, to: '2020-01-01', known: false }, false],
  ] as const)('%s', (_, editions, span, expected) => {
    expect(leavesGap(editions, span)).toBe(expected)
  })
})
