import type { OutsideFigure, Plan, Unit } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { pack, planOf, record, ruleset } from '../../test/support/builders.js'
import { aggregateOf } from './aggregate.js'
import { appraisedTargets, type TargetSettings } from './targets.js'

const rules = ruleset(pack())
const county: Unit = { id: 'county', title: '县', organ: 'bureau', region: '500241' }
type Item = Plan['targets'][number]['items'][number]
type Aim = NonNullable<Item['aim']>
const aim = (extra: Partial<Aim> = {}): Aim => ({ compare: 'at-least', value: 2, unit: '次', against: 'level', ...extra })
const january = { from: '2023-01-01', to: '2023-01-31' }

function appraised(
  items: readonly Item[],
  {
    settings = {},
    figures = [],
    period = january,
    target = {},
    seenOn,
  }: {
    settings?: TargetSettings
    figures?: readonly OutsideFigure[]
    period?: typeof january
    seenOn?: string
    target?: Partial<Plan['targets'][number]>
  } = {},
) {
  const plan = planOf({ targets: [{ id: 'rounds', title: '巡查', defined: true, items, ...target }] })
  const records = ['2022-01-05', '2023-01-09', '2023-01-10'].map((day, index) => record({ date: day }, { id: `R${index}`, inspectedOn: day, region: '500241' }))
  const { aggregate, problems } = aggregateOf(records, rules, { plan, file: settings, source: 's' })
  expect(problems).toEqual([])
  return appraisedTargets(plan, { aggregate, figures, units: [county], unit: county, period, ...(seenOn === undefined ? {} : { seenOn }) }, settings, rules)
}
const item = (extra: Partial<Item>): Item => ({ id: 'item', title: '分项', ...extra })
const count = { count: 'records' } as const
const states = (...given: Parameters<typeof appraised>) => appraised(...given).map((each) => each.state)

describe('a target', () => {
  test('is met or missed by its figure, with the formula in words and its evidence', () => {
    expect(appraised([item({ aim: aim(), formula: count }), item({ id: 'more', aim: aim({ value: 3 }), formula: count })])).toMatchObject([
      { item: 'item', state: 'met', value: { min: 2, max: 2 }, formula: '检查记录的份数', evidence: { records: ['R1', 'R2'], more: 0 }, configured: false },
      { item: 'more', state: 'missed' },
    ])
  })

  test('without an aim, a formula, a figure or items stays open', () => {
    expect(states([item({ formula: count })])).toEqual(['undetermined'])
    expect(states([item({ aim: aim() })])).toEqual(['undetermined'])
    expect(states([item({ aim: aim(), formula: { figure: 'rounds' } })])).toEqual(['undetermined'])
    expect(appraised([])).toMatchObject([{ item: null, state: 'undetermined', title: '巡查' }])
  })

  test('may be configured where the text says nothing, and says so; the text is never overridden', () => {
    const settings = { targets: [{ target: 'rounds', item: 'item', aim: aim({ value: 1 }), formula: count }] }
    expect(appraised([item({})], { settings })).toMatchObject([{ state: 'met', configured: true }])
    expect(appraised([item({ aim: aim({ value: 9 }), formula: count })], { settings })).toMatchObject([{ state: 'missed', configured: false }])
    expect(appraised([], { settings })).toMatchObject([{ item: 'item', state: 'met', configured: true }])
  })

  test('with several readings needs one chosen', () => {
    const target = { readings: [{ id: 'strict', title: '严' }] }
    const items = [item({ aim: aim(), formula: count })]
    expect(appraised(items, { target })).toMatchObject([{ state: 'undetermined', reading: null }])
    expect(appraised(items, { target, settings: { readings: { rounds: 'strict' } } })).toMatchObject([{ state: 'met', reading: 'strict' }])
  })

  test('is open before its last day, and over a period that is not one of its intervals', () => {
    expect(states([item({ aim: aim({ by: '2023-02-01' }), formula: count })])).toEqual(['undetermined'])
    expect(states([item({ aim: aim({ by: '2023-01-31', per: 'month' }), formula: count })])).toEqual(['met'])
    expect(states([item({ aim: aim({ per: 'week' }), formula: count })])).toEqual(['undetermined'])
  })

  test('of a period that is not over is decided only by what cannot change any more', () => {
    const items = [
      item({ aim: aim({ compare: 'at-least', value: 2 }), formula: count }),
      item({ aim: aim({ compare: 'at-most', value: 2 }), formula: count }),
      item({ aim: aim({ compare: 'at-most', value: 1 }), formula: count }),
      item({ aim: aim({ compare: 'at-least', value: 90, unit: '%' }), formula: { percent: { of: count, in: count } } }),
    ]
    expect(states(items, { seenOn: '2023-01-20' })).toEqual(['met', 'undetermined', 'missed', 'undetermined'])
    expect(states(items, { seenOn: '2023-01-31' })).toEqual(['met', 'met', 'missed', 'met'])
    expect(appraised(items, { seenOn: '2023-01-09' }).map(({ value }) => value?.min)).toEqual([1, 1, 1, 100])
  })

  test('is not compared with a figure in another unit', () => {
    const figures = [{ id: 'f', figure: 'rounds', unit: 'county', value: 5, measuredIn: '人', source: '台账' }]
    expect(states([item({ aim: aim(), formula: { figure: 'rounds' } })], { figures })).toEqual(['undetermined'])
    expect(states([item({ aim: aim({ unit: '人' }), formula: { figure: 'rounds' } })], { figures })).toEqual(['met'])
  })
})

describe('year on year', () => {
  const change = (formula: Item['formula'], figures: readonly OutsideFigure[] = []) =>
    appraised([item({ aim: aim({ value: 3, unit: '%', against: 'year-on-year' }), formula })], { figures })[0]
  const given = (id: string, value: number, extra: Partial<OutsideFigure>): OutsideFigure => ({
    id,
    figure: 'gdp',
    unit: 'county',
    value,
    measuredIn: '万元',
    source: '年报',
    ...extra,
  })

  test('records: this period against the same a year before', () => {
    expect(change(count)).toMatchObject({ value: { min: 100, max: 100 }, state: 'met', evidence: { records: ['R0', 'R1', 'R2'] } })
  })

  test('figures: a percentage is the change itself, others need the year before', () => {
    expect(change({ figure: 'gdp' }, [given('p', 2.5, { measuredIn: '%' })])).toMatchObject({ value: { min: 2.5, max: 2.5 }, state: 'missed' })
    const before = { period: { from: '2022-01-01', to: '2022-01-31' } }
    expect(change({ figure: 'gdp' }, [given('a', 104, {}), given('b', 100, before)])).toMatchObject({ value: { min: 4, max: 4 }, figures: ['a', 'b'] })
    expect(change({ figure: 'gdp' }, [given('a', 104, {})])).toMatchObject({ value: null, state: 'undetermined' })
    expect(change({ figure: 'gdp' }, [given('a', 104, { atLeast: true }), given('b', 100, before)])).toMatchObject({
      value: { min: 4, max: null },
      state: 'met',
    })
  })
})

describe('an aim for each week, month or year, over several of them', () => {
  // Records of 2022-01-05, 2023-01-09 and 2023-01-10.
  const weekly = (extra: Partial<Aim> = {}) => [item({ aim: aim({ per: 'week', ...extra }), formula: count })]
  const weeks = { from: '2023-01-02', to: '2023-01-22' }

  test('is missed if missed in one, and says which was the first', () => {
    expect(appraised(weekly({ value: 1 }), { period: weeks })).toMatchObject([
      { state: 'missed', value: { min: 2, max: 2 }, reason: '2023-01-02至2023-01-08：数值没有达到指标。', evidence: { records: ['R1', 'R2'] } },
    ])
    expect(appraised(weekly({ value: 1 }), { period: { from: '2023-01-09', to: '2023-01-22' } })).toMatchObject([
      { state: 'missed', reason: '2023-01-16至2023-01-22：数值没有达到指标。' },
    ])
  })

  test('is met if met in each, though not by their sum', () => {
    expect(appraised(weekly({ compare: 'below', value: 3 }), { period: weeks })).toMatchObject([{ state: 'met', reason: '每周的数值都达到指标。' }])
    expect(appraised(weekly({ compare: 'at-most', value: 1 }), { period: weeks })).toMatchObject([
      { state: 'missed', reason: '2023-01-09至2023-01-15：数值没有达到指标。' },
    ])
    const yearly = [item({ aim: aim({ per: 'year', value: 1, by: '2023-12-31' }), formula: count })]
    expect(appraised(yearly, { period: { from: '2022-01-01', to: '2023-12-31' } })).toMatchObject([{ state: 'met', value: { min: 3, max: 3 } }])
  })

  test('is open while an interval lasts, unless one that is over was missed', () => {
    const seen = { period: { from: '2023-01-09', to: '2023-01-22' }, seenOn: '2023-01-17' }
    expect(appraised(weekly(), seen)).toMatchObject([{ state: 'undetermined', reason: '2023-01-16至2023-01-22：考核期间还没有过完，数字还会增加。' }])
    expect(states(weekly({ value: 3 }), seen)).toEqual(['missed'])
    expect(states(weekly({ compare: 'at-most', value: 2 }), seen)).toEqual(['undetermined'])
    expect(states(weekly({ compare: 'at-most', value: 1 }), seen)).toEqual(['missed'])
  })

  test('is undetermined where the period cuts one', () => {
    expect(appraised(weekly(), { period: { from: '2023-01-02', to: '2023-01-21' } })).toMatchObject([
      { state: 'undetermined', reason: '指标按每周计，考核期间不是正好整周。' },
    ])
  })

  test('takes figures of each interval; shares and figures have no value for the whole', () => {
    const given = (id: string, period?: typeof weeks): OutsideFigure => ({
      id,
      figure: 'rounds',
      unit: 'county',
      value: 5,
      measuredIn: '次',
      source: '台账',
      ...(period === undefined ? {} : { period }),
    })
    const monthly = [item({ aim: aim({ per: 'month' }), formula: { figure: 'rounds' } })]
    const february = { from: '2023-02-01', to: '2023-02-28' }
    const period = { from: january.from, to: february.to }
    expect(appraised(monthly, { period, figures: [given('a', january), given('b', february)] })).toMatchObject([
      { state: 'met', value: null, figures: ['a', 'b'] },
    ])
    expect(appraised(monthly, { period, figures: [given('a', january), given('whole')] })).toMatchObject([
      { state: 'undetermined', reason: '2023-02-01至2023-02-28：没有可以用的数字：没有报来，或者没有可比的。' },
    ])
  })
})
