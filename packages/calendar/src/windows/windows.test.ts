import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '../boundary'
import { addDays } from '../date'
import { certaintyOn, intersection, rangeOf } from './day-range'
import { daysInCampaign, whatHolds } from './what-holds'
import type { DayRange, FestivalDays, Window, WindowContext } from './window'
import { windowDays } from './window-days'

/** Listed by the lunar year, as almanacs do: 腊月廿三 of lunar 2019 is in January 2020. */
const lunarYear: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'little-new-year-north': { 2018: '2019-01-28', 2019: '2020-01-17', 2020: '2021-02-04' },
  'spring-festival': { 2019: '2019-02-05', 2020: '2020-01-25', 2021: '2021-02-12' },
  lantern: { 2019: '2019-02-19', 2020: '2020-02-08', 2021: '2021-02-26' },
}
const byLunarYear: FestivalDays = (festival, year) => lunarYear[festival]?.[year]
/** The same days, each listed under the year of its date. */
const byDate: FestivalDays = (festival, year) => Object.values(lunarYear[festival] ?? {}).find((day) => day.startsWith(String(year)))

const context: WindowContext = {
  campaign: { from: '2019-11-12', to: '2020-02-28' },
  stages: new Map([['patrol', { from: '2019-11-25', to: { earliest: '2020-02-21', latest: '2020-02-28', wording: '2月底' } }]]),
  festivalDay: byDate,
}
const winter = { from: '2019-01-01', to: '2020-12-31' }
const plain = (window: Window, period: Period = winter, given: WindowContext = context): readonly (readonly [string, string])[] =>
  windowDays(window, period, given).ranges.map(({ from, to }) => [from, to] as const)

describe('a window', () => {
  test.each<[string, Window, readonly (readonly [string, string])[]]>([
    ['fixed', { kind: 'fixed', from: '2020-01-24', to: '2020-01-24' }, [['2020-01-24', '2020-01-24']]],
    ['a quarter', { kind: 'quarter', year: 2020, quarter: 1 }, [['2020-01-01', '2020-03-31']]],
    ['a year', { kind: 'year', year: 2020 }, [['2020-01-01', '2020-12-31']]],
    ['the campaign', { kind: 'campaign' }, [['2019-11-12', '2020-02-28']]],
    ['a stage', { kind: 'stage', stage: 'patrol' }, [['2019-11-25', '2020-02-28']]],
    [
      'a season',
      { kind: 'season', from: '06-01', to: '08-31' },
      [
        ['2019-06-01', '2019-08-31'],
        ['2020-06-01', '2020-08-31'],
      ],
    ],
    [
      'autumn and winter, over the year’s end',
      { kind: 'season', from: '10-01', to: '03-31' },
      [
        ['2019-01-01', '2019-03-31'],
        ['2019-10-01', '2020-03-31'],
        ['2020-10-01', '2020-12-31'],
      ],
    ],
    [
      'to the 29th of February',
      { kind: 'season', from: '02-01', to: '02-29' },
      [
        ['2019-02-01', '2019-02-28'],
        ['2020-02-01', '2020-02-29'],
      ],
    ],
  ])('%s', (_, window, expected) => {
    expect(plain(window)).toEqual(expected)
  })

  test('with soft edges is certain only between them', () => {
    const { ranges } = windowDays({ kind: 'stage', stage: 'patrol' }, winter, context)
    expect(ranges).toEqual([{ from: '2019-11-25', to: '2020-02-28', certain: { from: '2019-11-25', to: '2020-02-21' } }])
    const [range] = ranges as [DayRange]
    expect(['2019-11-24', '2019-11-25', '2020-02-21', '2020-02-22', '2020-02-28', '2020-02-29'].map((day) => certaintyOn(day, range))).toEqual([
      undefined,
      'certain',
      'certain',
      'possible',
      'possible',
      undefined,
    ])
  })

  test('that began nobody knows when, or may have ended at any time, is certain where it surely runs', () => {
    const unknownStart = { from: { earliest: null, latest: '2019-05-31', wording: '即日起' }, to: null }
    expect(rangeOf(unknownStart, winter)).toEqual({ ...winter, certain: { from: '2019-05-31', to: '2020-12-31' } })
    expect(rangeOf({ from: '2019-05-01', to: { earliest: null, latest: '2019-06-01', wording: '近日' } }, winter)).toEqual({
      from: '2019-05-01',
      to: '2019-06-01',
      certain: null,
    })
  })

  test.each<[string, unknown, RegExp]>([
    ['a fifth quarter', { kind: 'quarter', year: 2020, quarter: 5 }, /quarter is 5/],
    ['a year past the calendar', { kind: 'year', year: 2101 }, /year is 2101/],
    ['a stage the plan lacks', { kind: 'stage', stage: 'sweep' }, /"sweep"/],
    ['a day no year has', { kind: 'season', from: '02-30', to: '03-01' }, /"02-30"/],
    ['an unknown kind', { kind: 'moon' }, /"moon"/],
  ])('of %s is refused', (_, window, message) => {
    expect(() => windowDays(window as Window, winter, context)).toThrow(message)
  })
})

describe('a window between festivals', () => {
  const newYear: Window = {
    kind: 'festival',
    year: 'every-year',
    from: { festival: 'little-new-year-north', offset: 0 },
    to: { festival: 'lantern', offset: 0 },
  }

  test.each([
    ['by the year of the date', byDate],
    ['by the lunar year', byLunarYear],
  ])('runs from 腊月廿三 to 正月十五, the table being listed %s', (_, festivalDay) => {
    const given = { ...context, festivalDay }
    expect(plain(newYear, winter, given)).toEqual([
      ['2019-01-28', '2019-02-19'],
      ['2020-01-17', '2020-02-08'],
    ])
    expect(plain({ ...newYear, year: 2020 }, winter, given)).toEqual([['2020-01-17', '2020-02-08']])
  })

  test('除夕 is the day before 春节', () => {
    const eve = { festival: 'spring-festival', offset: -1 }
    expect(plain({ kind: 'festival', year: 2020, from: eve, to: eve })).toEqual([['2020-01-24', '2020-01-24']])
  })

  test('is missing, not guessed, past the table', () => {
    expect(windowDays(newYear, { from: '2021-01-01', to: '2023-12-31' }, context)).toEqual({
      ranges: [{ from: '2021-02-04', to: '2021-02-26', certain: { from: '2021-02-04', to: '2021-02-26' } }],
      missing: [
        { festival: 'little-new-year-north', year: 2022 },
        { festival: 'little-new-year-north', year: 2023 },
      ],
    })
    const unknownEnd: Window = { kind: 'festival', year: 2020, from: { festival: 'lantern', offset: 0 }, to: { festival: 'harvest', offset: 0 } }
    expect(windowDays(unknownEnd, winter, context)).toEqual({ ranges: [], missing: [{ festival: 'harvest', year: 2020 }] })
  })
})

describe('what holds on a day', () => {
  const items = [
    { id: 'always', window: { kind: 'campaign' } },
    { id: 'winter', window: { kind: 'season', from: '10-01', to: '03-31' } },
    { id: 'patrol', window: { kind: 'stage', stage: 'patrol' } },
  ] as const
  const held = (day: string) => whatHolds(day, items, context).map(({ item, certainty }) => `${item.id} ${certainty}`)

  test('is what is open while the campaign runs', () => {
    expect(held('2019-11-11')).toEqual([])
    expect(held('2019-11-12')).toEqual(['always certain', 'winter certain'])
    expect(held('2020-02-25')).toEqual(['always certain', 'winter certain', 'patrol possible'])
    expect(held('2020-02-29')).toEqual([])
  })

  test('a season is cut to the campaign', () => {
    expect(daysInCampaign(items[1].window, winter, context).ranges).toEqual([
      { from: '2019-11-12', to: '2020-02-28', certain: { from: '2019-11-12', to: '2020-02-28' } },
    ])
  })
})

describe('laws', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2019-01-01', n))
  const boundary = fc
    .tuple(day, fc.nat({ max: 40 }))
    .map(([earliest, days]) => (days === 0 ? earliest : { earliest, latest: addDays(earliest, days), wording: '上旬' }))
  const wide = { from: '2018-01-01', to: '2022-12-31' }
  const range = fc
    .record({ from: boundary, to: boundary })
    .map((span) => rangeOf(span, wide))
    .filter((each) => each !== undefined)

  test('intersecting does not depend on the order, and a day is certain in both exactly where it is in each', () => {
    fc.assert(
      fc.property(range, range, day, (a, b, on) => {
        expect(intersection(a, b)).toEqual(intersection(b, a))
        const both = intersection(a, b)
        const [inA, inB, inBoth] = [certaintyOn(on, a), certaintyOn(on, b), both && certaintyOn(on, both)]
        expect(inBoth === 'certain').toBe(inA === 'certain' && inB === 'certain')
        expect(inBoth !== undefined).toBe(inA !== undefined && inB !== undefined)
      }),
    )
  })

  test('asking day by day gives what asking for the whole gives', () => {
    const season = fc.constantFrom<Window>(
      { kind: 'season', from: '10-01', to: '03-31' },
      { kind: 'festival', year: 'every-year', from: { festival: 'little-new-year-north', offset: -5 }, to: { festival: 'lantern', offset: 3 } },
    )
    fc.assert(
      fc.property(season, day, (window, on) => {
        const whole = windowDays(window, wide, context).ranges.some((each) => certaintyOn(on, each) !== undefined)
        expect(windowDays(window, { from: on, to: on }, context).ranges.length > 0).toBe(whole)
      }),
    )
  })
})
