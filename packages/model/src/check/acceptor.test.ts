import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { recordSchema } from '../schema/record.js'
import { acceptorOf } from './acceptor.js'

const accepts = acceptorOf(recordSchema)
const zodAccepts = (value: unknown): boolean => recordSchema.safeParse(value).success

/** Everything a record can say. */
const whole = {
  $schema: 'x',
  id: 'R-1',
  title: '检查',
  inspectedOn: '2024-02-29',
  decidedOn: '2024-03-01',
  region: '500241003',
  inspectedBy: 'township-government',
  plans: ['a-plan'],
  parties: [{ id: 'shop', name: '店', creditCode: '91350100M000100Y43', facts: { 'licence.status': 'none', 'party.trades': ['a'] }, note: 'n' }],
  sites: [{ id: 'room', name: '屋', facts: { 'site.sleepsPeople': true }, note: 'n' }],
  facts: { 'record.x': 1.5, 'record.y': null },
  conducts: [
    {
      id: 'c1',
      title: '卖',
      date: '2024-02-28',
      party: 'shop',
      site: 'room',
      facts: { 'conduct.activity': 'retail', 'goods.kg': -0 },
      goods: [{ kind: 'finished', title: '炮', quantity: 0, unit: 'carton', weightKg: 1e21, compositionKg: null, valueYuan: 0.1, note: 'n' }],
      note: 'n',
    },
    { id: 'c2', date: { from: '2024-01-01', to: null }, goods: null },
    { id: 'c3', date: { from: null, to: '2024-01-01' } },
  ],
  outcomes: [{ id: 'o1', conduct: 'c1', kind: 'fine', on: '2024-03-02', by: 'police', amountYuan: 500, persons: 2, goods: [], note: 'n' }],
  learned: [{ fact: 'licence.status', conduct: 'c1', source: '接口', at: '2024-03-01T09:30:00.5+08:00' }],
  note: 'n',
}

/** Values that are right in one place and wrong in the next. */
const odd: readonly unknown[] = [
  ...[undefined, null, true, false, 0, -1, 1.5, 2 ** 53, 1e300, Number.NaN, Number.POSITIVE_INFINITY, 10n, Symbol('x')],
  ...[
    '',
    ' ',
    'a',
    'A',
    'a-b',
    'a--b',
    '-a',
    'a.b',
    'a.B',
    'A.b',
    'a.b.c',
    'x'.repeat(80),
    'x'.repeat(81),
    'x'.repeat(200),
    '😀'.repeat(100),
    '零'.repeat(201),
  ],
  ...['2024-02-29', '2023-02-29', '2023-2-1', '1899-12-31', '2101-01-01', '2024-03-01T24:00:00Z', '2024-03-01T09:30:00Z', '500241', '5002410', '000000'],
  ...['91350100M000100Y43', '91350100M000100Y44', 'finished', 'carton', 'fine'],
  ...[[], {}, [undefined], ['a'], [1], new Array(2), { from: '2024-01-02', to: '2024-01-01' }, { from: null }, { to: null }, { id: 'x' }, { 'a.b': [null] }],
]

const copy = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(copy)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)]))
      : value

type Holder = Record<string | number, unknown>
const holders = (value: unknown): readonly Holder[] =>
  typeof value === 'object' && value !== null ? [value as Holder, ...Object.values(value).flatMap(holders)] : []

type Change = (holder: Holder, key: string) => void
const changes: readonly Change[] = [
  (holder, key) => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
  (holder) => void (Array.isArray(holder) ? holder.push(undefined) : Object.assign(holder, { stranger: 1 })),
  (holder) => void (Array.isArray(holder) ? holder.push(copy(holder[0])) : Object.assign(holder, { 'a.b': null })),
  ...odd.map(
    (to): Change =>
      (holder, key) =>
        void Object.assign(holder, { [key]: copy(to) }),
  ),
]
const places = holders(whole).flatMap((holder, index) => Object.keys(holder).map((key) => [index, key] as const))

function changed(...each: readonly (readonly [place: number, change: number])[]): unknown {
  const value = copy(whole)
  // The places first: a change may take away what another one looks for.
  const all = holders(value)
  for (const [place, change] of each) {
    const [index, key] = places[place] as readonly [number, string]
    changes[change]?.(all[index] as Holder, key)
  }
  return value
}
const anyPlace = fc.nat({ max: places.length - 1 })
const anyChange = fc.nat({ max: changes.length - 1 })

describe('what is accepted as a record', () => {
  test('is what zod accepts, whatever stands in one of its places', () => {
    let accepted = 0
    const cases = places.flatMap((_, place) => changes.map((__, change) => [place, change] as const))
    for (const each of cases) {
      const value = changed(each)
      const expected = zodAccepts(value)
      if (expected) accepted++
      if (accepts(value) !== expected) expect.fail(`zod ${expected ? 'accepts' : 'refuses'} ${places[each[0]]} after change ${each[1]}`)
    }
    expect(cases.length).toBeGreaterThan(4_000)
    expect(accepted / cases.length).toBeGreaterThan(0.1)
  })

  test('or in several', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyPlace, anyChange), { maxLength: 3 }), (each) => {
        const value = changed(...each)
        expect(accepts(value)).toBe(zodAccepts(value))
      }),
      { numRuns: 1_000 },
    )
  })

  test.each<[string, () => unknown]>([
    ['no object', () => 'R-1'],
    ['a list', () => [whole]],
    ['with a stranger it inherits', () => Object.assign(Object.create({ stranger: 1 }) as object, whole)],
    ['with a fault it inherits', () => Object.assign(Object.create({ note: '' }) as object, { ...whole, note: undefined })],
    ['with a fault that is not listed', () => Object.defineProperty({ ...whole }, 'note', { value: 5, enumerable: false })],
    ['with facts by symbols', () => ({ ...whole, facts: { [Symbol('x')]: 1 } })],
    ['with facts in a map', () => ({ ...whole, facts: new Map() })],
    ['with facts of a class', () => ({ ...whole, facts: new (class {})() })],
    ['with facts that inherit some', () => ({ ...whole, facts: Object.create({ stranger: 1 }) as object })],
    ['with a list that is none', () => ({ ...whole, conducts: { length: 1, 0: { id: 'c1' } } })],
  ])('is never more than what zod accepts: %s', (_, make) => {
    expect([accepts(make()), zodAccepts(make())]).not.toEqual([true, false])
  })

  test('is nothing where a schema has something this does not know', () => {
    for (const schema of [z.object({}), z.strictObject({ a: z.date() }), z.strictObject({ a: z.string().trim() }), z.strictObject({ a: z.number().lt(5) })])
      expect(acceptorOf(schema)({ a: 1 })).toBe(false)
  })
})
