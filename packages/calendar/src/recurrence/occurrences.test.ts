import { describe, expect, test } from 'vitest'
import { occurrencesOf } from './occurrences'
import type { Occurrence, Occurrences, Recurrence } from './recurrence'

const changjianglu = { span: { from: '2016-12-26', to: '2017-02-17' }, issuedOn: '2016-12-28' } as const
const all = { from: '2016-12-01', to: '2017-03-31' }
const year2019 = { from: '2019-01-01', to: '2019-12-31' }
const keys = ({ occurrences }: Occurrences): readonly string[] => occurrences.map(({ key }) => key)
const dues = ({ occurrences }: Occurrences): readonly string[] => occurrences.map(({ due }) => due.latest)
const only = ({ occurrences }: Occurrences): Occurrence => {
  const [occurrence, more] = occurrences
  if (occurrence === undefined || more !== undefined) throw new Error(`${occurrences.length} occurrences`)
  return occurrence
}

describe('by Wednesday, 12:00', () => {
  const weekly: Recurrence = { every: 'week', weekday: 3, before: '12:00' }

  test('comes round on each Wednesday of the plan, with the instant', () => {
    const found = occurrencesOf(weekly, all, changjianglu)
    expect(keys(found)).toEqual(['2016-12-28', '2017-01-04', '2017-01-11', '2017-01-18', '2017-01-25', '2017-02-01', '2017-02-08', '2017-02-15'])
    expect(found.occurrences[1]).toEqual({
      key: '2017-01-04',
      opens: '2016-12-29',
      due: { earliest: '2017-01-04', latest: '2017-01-04' },
      instant: '2017-01-04T12:00:00+08:00',
      count: 1,
      holds: 'certain',
    })
  })

  test('opens with the plan the first time, and is not held against anyone on the day the plan was issued', () => {
    const [first] = occurrencesOf(weekly, all, changjianglu).occurrences
    expect(first).toMatchObject({ opens: '2016-12-26', holds: 'possible' })
    expect(first?.note).toContain('2016-12-28印发')
  })

  test('stays on a holiday, as the text does not move it', () => {
    expect(dues(occurrencesOf(weekly, { from: '2017-01-26', to: '2017-02-07' }))).toEqual(['2017-02-01'])
  })

  test('moves where the text says so', () => {
    const next = only(occurrencesOf({ ...weekly, onHoliday: 'moves-to-next-workday' }, { from: '2017-01-26', to: '2017-02-07' }))
    expect(next).toMatchObject({ key: '2017-02-01', opens: '2017-01-26', due: { latest: '2017-02-03' }, instant: '2017-02-03T12:00:00+08:00' })
    expect(next.note).toBe('2017-02-01不上班，按原文顺延到2017-02-03。')
    const previous = only(occurrencesOf({ ...weekly, onHoliday: 'moves-to-previous-workday' }, { from: '2017-01-26', to: '2017-02-07' }))
    expect(previous).toMatchObject({ key: '2017-02-01', due: { earliest: '2017-01-26', latest: '2017-01-26' } })
  })

  test('has bounds, and no instant, where it moves past the last notice', () => {
    const { occurrences } = occurrencesOf({ ...weekly, onHoliday: 'moves-to-next-workday' }, { from: '2030-01-10', to: '2030-02-16' })
    const next = occurrences.find(({ key }) => key === '2030-01-16')
    expect(next?.due).toEqual({ earliest: '2030-01-16', latest: '2030-01-29' })
    expect(next).not.toHaveProperty('instant')
    expect(next?.note).toContain('没有公布')
  })
})

describe('each Monday, on the week before', () => {
  test('cannot be done before that Monday', () => {
    const found = occurrencesOf({ every: 'week', weekday: 1, about: 'week-before' }, { from: '2010-11-01', to: '2010-11-14' })
    expect(found.occurrences).toEqual([
      { key: '2010-11-01', opens: '2010-11-01', due: { earliest: '2010-11-01', latest: '2010-11-01' }, count: 1, holds: 'certain' },
      { key: '2010-11-08', opens: '2010-11-08', due: { earliest: '2010-11-08', latest: '2010-11-08' }, count: 1, holds: 'certain' },
    ])
  })
})

describe('by the 15th and the 30th', () => {
  const twice: Recurrence = { every: 'month', byDays: [15, 30] }

  test('opens the day after the deadline before it: earlier is on time', () => {
    const found = occurrencesOf(twice, { from: '2019-07-01', to: '2019-07-31' })
    expect(found.occurrences.map(({ opens, due }) => [opens, due.latest])).toEqual([
      ['2019-07-01', '2019-07-15'],
      ['2019-07-16', '2019-07-30'],
    ])
  })

  test('is due by the last day of February, and says so', () => {
    const [, last] = occurrencesOf(twice, { from: '2019-02-01', to: '2019-02-28' }).occurrences
    expect(last).toMatchObject({ key: '2019-02-28', shortened: true, note: '2月没有30日，以最后一天28日为截止日。' })
    expect(dues(occurrencesOf(twice, { from: '2020-02-01', to: '2020-02-29' }))).toEqual(['2020-02-15', '2020-02-29'])
  })

  test('two days that February runs together are one deadline', () => {
    const february = occurrencesOf({ every: 'month', byDays: [30, 28, 28] }, { from: '2019-02-01', to: '2019-03-28' })
    expect(keys(february)).toEqual(['2019-02-28', '2019-03-28'])
    expect(february.occurrences[0]?.note).toBe('2月没有30日，以最后一天28日为截止日。28日、30日的合为一次。')
  })

  test('is only possible between an uncertain beginning and the day it has surely begun', () => {
    const span = {
      from: { earliest: null, latest: '2019-05-31', wording: '即日起' },
      to: { earliest: '2019-10-01', latest: '2019-10-10', wording: '安保结束' },
    }
    const found = occurrencesOf(twice, year2019, { span })
    expect(found.occurrences.filter(({ holds }) => holds === 'certain').map(({ key }) => key)).toEqual([
      '2019-06-15',
      '2019-06-30',
      '2019-07-15',
      '2019-07-30',
      '2019-08-15',
      '2019-08-30',
      '2019-09-15',
      '2019-09-30',
    ])
    expect(keys(found)[0]).toBe('2019-01-15')
    expect(keys(found).at(-1)).toBe('2019-09-30')
  })
})

describe('every second week', () => {
  test('goes by the anchor, and begins with it', () => {
    const found = occurrencesOf({ every: 'two-weeks', anchor: '2019-06-12' }, { from: '2019-06-01', to: '2019-07-20' })
    expect(found.occurrences.map(({ opens, due }) => [opens, due.latest])).toEqual([
      ['2019-06-12', '2019-06-12'],
      ['2019-06-13', '2019-06-26'],
      ['2019-06-27', '2019-07-10'],
    ])
  })

  test('without an anchor is a question, not a guess', () => {
    expect(occurrencesOf({ every: 'two-weeks', anchor: null }, year2019)).toMatchObject({
      occurrences: [],
      unplaced: 'anchor-unknown',
      question: '第一次是哪一天？',
    })
  })
})

describe('so many times in a period', () => {
  test.each([
    ['week', { from: '2019-12-23', to: '2020-01-12' }, ['2019-W52', '2020-W01', '2020-W02']],
    ['month', { from: '2023-01-01', to: '2023-03-31' }, ['2023-01', '2023-02', '2023-03']],
    ['quarter', { from: '2023-01-01', to: '2023-12-31' }, ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4']],
    ['year', { from: '2023-01-01', to: '2024-12-31' }, ['2023', '2024']],
  ] as const)('each %s is due by its end', (every, period, expected) => {
    const found = occurrencesOf({ every, times: 2 }, period)
    expect(keys(found)).toEqual(expected)
    expect(found.occurrences.every(({ count, holds, partial }) => count === 2 && holds === 'certain' && partial === undefined)).toBe(true)
    expect(dues(found).at(-1)).toBe(period.to)
  })

  test('a quarter that the end of the plan cuts is due by that end, and says so', () => {
    const found = occurrencesOf({ every: 'quarter', times: 1 }, year2019, { span: { from: '2019-02-10', to: '2019-05-20' } })
    expect(found.occurrences).toMatchObject([
      { key: '2019-Q1', opens: '2019-02-10', due: { latest: '2019-03-31' }, partial: true },
      { key: '2019-Q2', opens: '2019-04-01', due: { latest: '2019-05-20' }, partial: true },
    ])
    expect(found.occurrences[1]?.note).toContain('只有2019-04-01至2019-05-20在期间内')
    expect(
      occurrencesOf({ every: 'quarter', times: 1 }, year2019, { span: { from: '2019-02-10', to: '2019-05-20' }, partialPeriods: 'left-out' }).occurrences,
    ).toEqual([])
  })

  test('an uncertain end makes the last due day uncertain, and a month beyond it only possible', () => {
    const span = { from: '2019-08-01', to: { earliest: '2019-09-20', latest: '2019-10-10', wording: '安保结束' } }
    expect(occurrencesOf({ every: 'month', times: 1 }, year2019, { span }).occurrences).toMatchObject([
      { key: '2019-08', holds: 'certain', due: { earliest: '2019-08-31', latest: '2019-08-31' } },
      { key: '2019-09', holds: 'certain', due: { earliest: '2019-09-20', latest: '2019-09-30' }, partial: true },
      { key: '2019-10', holds: 'possible', due: { earliest: '2019-10-01', latest: '2019-10-10' }, partial: true },
    ])
  })
})

describe('once', () => {
  test('by a day', () => {
    expect(only(occurrencesOf({ every: 'once', by: '2017-01-05' }, all, changjianglu))).toEqual({
      key: 'once',
      opens: '2016-12-26',
      due: { earliest: '2017-01-05', latest: '2017-01-05' },
      count: 1,
      holds: 'certain',
    })
  })

  test('by a day the text leaves open', () => {
    const by = { earliest: '2019-06-01', latest: '2019-06-10', wording: '6月上旬' }
    const found = only(occurrencesOf({ every: 'once', by }, year2019))
    expect(found).toMatchObject({ opens: null, due: { earliest: '2019-06-01', latest: '2019-06-10' }, note: '原文写“6月上旬”，没有写是哪一天。' })
    expect(only(occurrencesOf({ every: 'once', by: { ...by, earliest: null } }, year2019)).due.earliest).toBeNull()
  })

  test('moves off the holiday where the text says so', () => {
    const found = only(occurrencesOf({ every: 'once', by: '2019-10-03', onHoliday: 'moves-to-next-workday' }, year2019))
    expect(found).toMatchObject({ due: { latest: '2019-10-08' }, note: '2019-10-03不上班，按原文移到2019-10-08。' })
  })
})

test.each([
  [{ every: 'irregular' }, 'irregular'],
  [{ every: 'action' }, 'per-action'],
  [{ every: 'finding', within: 'at-once' }, 'per-finding'],
] as const)('%j has no day of its own', (recurrence, unplaced) => {
  expect(occurrencesOf(recurrence, year2019)).toMatchObject({ occurrences: [], unplaced, note: expect.stringMatching(/.+。$/) })
})

test.each<[string, unknown, RegExp]>([
  ['no such weekday', { every: 'week', weekday: 8 }, /weekday is 8/],
  ['no such time', { every: 'week', weekday: 3, before: '24:00' }, /before is "24:00"/],
  ['never', { every: 'month', times: 0 }, /times is 0/],
  ['no such day of a month', { every: 'month', byDays: [32] }, /day of the month is 32/],
  ['no such anchor', { every: 'two-weeks', anchor: '2019-02-30' }, /anchor is "2019-02-30"/],
  ['no such day', { every: 'once', by: '2019-02-30', onHoliday: 'moves-to-next-workday' }, /2019-02-30/],
  ['no such move', { every: 'once', by: '2019-02-28', onHoliday: 'moves' }, /onHoliday is "moves"/],
  ['no such rhythm', { every: 'day' }, /"every":"day"/],
])('%s is refused', (_, recurrence, message) => {
  expect(() => occurrencesOf(recurrence as Recurrence, year2019)).toThrow(message)
})

test('a period the wrong way round is refused', () => {
  expect(() => occurrencesOf({ every: 'irregular' }, { from: '2019-02-01', to: '2019-01-01' })).toThrow(/after to/)
})
