import type { Formula, InspectionRecord, OutsideFigure, Unit } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, planOf, record, ruleset, yes } from '../../test/support/builders.js'
import { aggregateOf } from './aggregate.js'
import type { FigureContext } from './figure.js'
import { percentOf } from './percent.js'
import { figureOf } from './value.js'

const rules = ruleset(pack())
const all: Formula = { count: 'records' }
const bad: Formula = { count: 'conducts', where: yes('test.v') }
const plan = planOf({ statistics: [all, bad].map((formula, index) => ({ id: `s${index}`, title: 's', value: 0, formula })) })
const town: Unit = { id: 'town', title: '镇', organ: 'town', region: '500241107' }
const villages: readonly Unit[] = ['one', 'two'].map((id, index) => ({ id, title: id, organ: 'village', region: `50024110720${index + 1}`, parent: 'town' }))
const made = (records: readonly InspectionRecord[]) => {
  const { aggregate, problems } = aggregateOf(records, rules, { plan, source: 's' })
  expect(problems).toEqual([])
  return aggregate
}
const context = (records: readonly InspectionRecord[], extra: Partial<FigureContext> = {}): FigureContext => ({
  aggregate: made(records),
  figures: [],
  units: [town, ...villages],
  unit: town,
  period: { from: '2023-01-01', to: '2023-01-31' },
  ...extra,
})
const at = (id: string, region: string | undefined, inspectedOn = '2023-01-10', v: boolean | null = true): InspectionRecord =>
  record(
    { date: inspectedOn, facts: { 'test.a': true, ...(v === null ? {} : { 'test.v': v }) } },
    { id, inspectedOn, ...(region === undefined ? {} : { region }) },
  )

describe('records of a unit', () => {
  test('count within its region and the period; a region unknown or too coarse only possibly', () => {
    const records = [
      at('A', '500241107'),
      at('B', '500241107201'),
      at('C', '500241'),
      at('D', undefined),
      at('E', '500241108'),
      at('F', '500241107', '2023-02-01'),
    ]
    const figure = figureOf(all, context(records))
    expect(figure.value).toEqual({ min: 2, max: 4 })
    expect(figure.evidence).toEqual({ records: ['A', 'B', 'C', 'D'], more: 0 })
    expect([...figure.byDay]).toEqual([['2023-01-10', { min: 2, max: 4 }]])
  })

  test('none is nothing, not counted is not known', () => {
    expect(figureOf(all, context([])).value).toEqual({ min: 0, max: 0 })
    expect(figureOf({ count: 'conducts' }, context([])).value).toBeNull()
  })

  test('sums and shares are put together from their parts', () => {
    const records = [at('A', '500241107'), at('B', '500241107', '2023-01-09', false), at('C', '500241107', '2023-01-10', null)]
    const sum = figureOf({ plus: [all, bad] }, context(records))
    expect(sum.value).toEqual({ min: 4, max: 5 })
    expect([...sum.byDay.keys()]).toEqual(['2023-01-09', '2023-01-10'])
    expect(sum.evidence.records).toEqual(['A', 'B', 'C'])
    expect(figureOf({ percent: { of: bad, in: all } }, context(records)).value).toEqual({ min: 33.3333, max: 66.6667 })
    expect(figureOf({ percent: { of: bad, in: all } }, context([])).value).toBeNull()
  })
})

describe('figures from outside', () => {
  const given = (id: string, unit: string, value: number, extra: Partial<OutsideFigure> = {}): OutsideFigure => ({
    id,
    figure: 'visits',
    unit,
    value,
    measuredIn: '次',
    source: '台账',
    ...extra,
  })
  const value = (...figures: readonly OutsideFigure[]) => {
    const { value, figures: ids } = figureOf({ figure: 'visits' }, context([], { figures }))
    return { value, ids }
  }

  test('its own comes first; several leave a range; 余 has no upper bound', () => {
    expect(value(given('a', 'town', 5), given('b', 'one', 9))).toEqual({ value: { min: 5, max: 5 }, ids: ['a'] })
    expect(value(given('a', 'town', 5), given('b', 'town', 7)).value).toEqual({ min: 5, max: 7 })
    expect(value(given('a', 'town', 5, { atLeast: true })).value).toEqual({ min: 5, max: null })
    expect(value(given('a', 'town', 5), given('b', 'town', 7, { measuredIn: '人' })).value).toBeNull()
  })

  test('else those directly below it are added up; a missing one leaves it open', () => {
    expect(value(given('a', 'one', 5), given('b', 'two', 7))).toEqual({ value: { min: 12, max: 12 }, ids: ['a', 'b'] })
    expect(value(given('a', 'one', 5)).value).toEqual({ min: 5, max: null })
    expect(value(given('a', 'one', -5)).value).toBeNull()
    expect(value(given('a', 'one', 5, { measuredIn: '%' }), given('b', 'two', 7, { measuredIn: '%' })).value).toBeNull()
    expect(value().value).toBeNull()
  })

  test('only of exactly the period', () => {
    expect(value(given('a', 'town', 5, { period: { from: '2023-01-01', to: '2023-01-31' } })).value).toEqual({ min: 5, max: 5 })
    expect(value(given('a', 'town', 5, { period: { from: '2023-01-01', to: '2023-12-31' } })).value).toBeNull()
  })
})

test('a share of a narrower range lies within the share of the wider one', () => {
  const range = fc.tuple(fc.nat(50), fc.nat(50)).map(([min, more]) => ({ min, max: min + more }))
  fc.assert(
    fc.property(range, range, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (of, whole, p, q) => {
      const inside = ({ min, max }: typeof of, share: number) => ({ min: min + Math.floor((max - min) * share), max: min + Math.floor((max - min) * share) })
      const [wide, narrow] = [percentOf(of, whole), percentOf(inside(of, p), inside(whole, q))]
      if (wide === null) expect(narrow).toBeNull()
      if (wide === null || narrow === null) return
      expect(narrow.min).toBeGreaterThanOrEqual(wide.min)
      expect(narrow.max as number).toBeLessThanOrEqual(wide.max ?? Infinity)
    }),
  )
})
