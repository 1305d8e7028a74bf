import { describe, expect, test } from 'vitest'
import { fact, record } from '../../test/support/builders.js'
import { askedFor, collectFacts, spanOf } from './collect.js'

const limit = fact('limit.max', {
  type: 'number',
  scope: 'limit',
  limit: [{ inForce: { from: '2019-01-01' }, region: '500000', value: 10, basis: { instrument: 'test-law', article: '1' } }],
})
const national = { ...limit, limit: [{ inForce: { from: '2019-01-01' }, value: 10, basis: { instrument: 'test-law', article: '1' } }] }
const cartons = fact('goods.cartons', { type: 'number', unit: 'carton', aggregate: { over: 'goods', function: 'sum', field: 'quantity' } })
const collect = (value: ReturnType<typeof record>) => {
  const [conduct] = value.conducts
  if (conduct === undefined) throw new Error('no conduct')
  return Object.fromEntries(collectFacts(value, conduct, spanOf(conduct, '2023-02-01'), [limit, cartons], '2023-02-01'))
}
/** The days every record has. */
const days = { 'record.inspectedOn': '2023-01-10', 'record.decidedOn': '2023-02-01' }

describe('the facts of a conduct', () => {
  test('come from the record, its party, its site and itself', () => {
    const value = record(
      { party: 'shop', site: 'store', facts: { 'test.a': true } },
      {
        facts: { 'record.note': 'x' },
        region: '500241',
        parties: [
          { id: 'shop', facts: { 'party.kind': 'sole-trader' } },
          { id: 'other', facts: { 'party.kind': 'enterprise' } },
        ],
        sites: [{ id: 'store', facts: { 'site.kind': 'shop' } }],
      },
    )
    expect(collect(value)).toEqual({
      'record.note': 'x',
      'record.region': '500241',
      ...days,
      'conduct.date': '2023-01-10',
      'conduct.endedOn': '2023-01-10',
      'party.kind': 'sole-trader',
      'site.kind': 'shop',
      'test.a': true,
      'limit.max': 10,
    })
  })

  test('null is unknown, as absence is', () => {
    expect(collect(record({ date: null, facts: { 'test.a': null } }))).toEqual(days)
  })

  test('goods that were not counted out leave their sum unknown; counted goods give it', () => {
    expect(collect(record({ facts: {}, goods: null }))).not.toHaveProperty(['goods.cartons'])
    expect(collect(record({ facts: {}, goods: [{ kind: 'finished', quantity: 2 }] }))).toMatchObject({ 'goods.cartons': 2 })
  })

  test('a conduct over several days has no day of its own, but a last one; one that has not ended lasts to the day of the decision', () => {
    expect(collect(record({ date: { from: '2023-01-01', to: '2023-01-05' }, facts: {} }, { region: '500241' }))).toEqual({
      'record.region': '500241',
      ...days,
      'conduct.endedOn': '2023-01-05',
      'limit.max': 10,
    })
    expect(collect(record({ date: { from: '2023-01-01' }, facts: {} }))).toMatchObject({ 'conduct.endedOn': '2023-02-01' })
  })

  test('a deadline runs from the day it names, and is unknown with it', () => {
    const deadline = fact('limit.twoYears', {
      type: 'date',
      scope: 'limit',
      deadline: { from: 'conduct.endedOn', months: 24, basis: { instrument: 'test-law', article: '1' } },
    })
    const on = (date: string | null) => {
      const value = record({ date, facts: {} })
      const [conduct] = value.conducts
      return conduct && collectFacts(value, conduct, spanOf(conduct, '2023-02-01'), [deadline], '2023-02-01').get('limit.twoYears')
    }
    expect(on('2021-01-10')).toBe('2023-01-10')
    expect(on('2020-02-29')).toBe('2022-02-28')
    expect(on(null)).toBeUndefined()
    expect(askedFor(deadline, new Map())).toEqual(['conduct.date'])
  })
})

describe('the days of a conduct', () => {
  const span = (date: Parameters<typeof record>[0] extends { date?: infer D } | undefined ? D : never) => spanOf({ id: 'c', date: date as never }, '2023-02-01')

  test('a day is a span of one day', () => {
    expect(span('2023-01-10')).toEqual({ from: '2023-01-10', to: '2023-01-10', known: true })
  })

  test('an act that still goes on lasts until the day of the decision', () => {
    expect(span({ from: '2022-12-01' })).toEqual({ from: '2022-12-01', to: '2023-02-01', known: true })
  })

  test('an unknown day is any day up to the decision', () => {
    expect(span(null)).toEqual({ from: null, to: '2023-02-01', known: false })
    expect(span({ from: null, to: '2016-01-01' })).toEqual({ from: null, to: '2016-01-01', known: false })
  })
})

describe('what to ask for a fact', () => {
  test('is the fact itself', () => {
    expect(askedFor(cartons, new Map())).toEqual(['goods.cartons'])
  })

  test('is the day for a limit, and the region where limits differ by region', () => {
    expect(askedFor(limit, new Map())).toEqual(['conduct.date', 'record.region'])
    expect(askedFor(limit, new Map([['conduct.date', '2023-01-10']]))).toEqual(['record.region'])
    expect(askedFor(national, new Map())).toEqual(['conduct.date'])
  })
})
