import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import type { Pack } from '../schema/pack.js'
import { checkEditions, overlaps } from './editions.js'

type Period = { from: string | null; to?: string | null }

const of = (...periods: readonly Period[]): readonly string[] => {
  const limit = pack.timeLimits[0] ?? expect.fail()
  const editions = periods.map((inForce) => ({ ...limit.editions[0], inForce }))
  const problems = checkEditions([replaced(pack, ['timeLimits', 0, 'editions'], editions) as Pack])
  return said(problems).map((each, index) => `${each.replace('0.timeLimits.0.editions.', '').replace('.inForce', '')} ${problems[index]?.params['gapEn']}`)
}

describe('editions', () => {
  test('that follow one another day by day are fine, in any order', () => {
    expect(of({ from: null, to: '2005-12-31' }, { from: '2006-01-01', to: '2008-02-29' }, { from: '2008-03-01', to: null })).toEqual([])
    expect(of({ from: '2008-03-01' }, { from: null, to: '2005-12-31' }, { from: '2006-01-01', to: '2008-02-29' })).toEqual([])
    expect(of({ from: '2006-01-01' })).toEqual([])
  })

  test.each<[string, Period[], string[]]>([
    ['a day nobody covers', [{ from: '2000-01-01', to: '2005-12-30' }, { from: '2006-01-01' }], ['HG4009 1 a gap']],
    ['a day covered twice', [{ from: '2000-01-01', to: '2006-01-01' }, { from: '2006-01-01' }], ['HG4009 1 an overlap']],
    ['an edition without end before another', [{ from: '2000-01-01' }, { from: '2006-01-01' }], ['HG4009 1 an overlap']],
    [
      'an edition without end before several, told once',
      [{ from: '2000-01-01' }, { from: '2006-01-01', to: '2010-12-31' }, { from: '2011-01-01' }],
      ['HG4009 1 an overlap'],
    ],
    [
      'two without beginning',
      [
        { from: null, to: '2005-12-31' },
        { from: null, to: '2005-12-31' },
      ],
      ['HG4009 1 an overlap'],
    ],
    ['the same period twice', [{ from: '2000-01-01' }, { from: '2000-01-01' }], ['HG4009 1 an overlap']],
    [
      'a short one inside a long one, which goes on',
      [{ from: '2000-01-01', to: '2020-12-31' }, { from: '2005-01-01', to: '2010-12-31' }, { from: '2021-01-01' }],
      ['HG4009 1 an overlap'],
    ],
    [
      'a short one inside a long one, and a third',
      [{ from: '2000-01-01', to: '2020-12-31' }, { from: '2005-01-01', to: '2010-12-31' }, { from: '2015-01-01' }],
      ['HG4009 1 an overlap', 'HG4009 2 an overlap'],
    ],
  ])('%s', (_, periods, expected) => {
    expect(of(...periods)).toEqual(expected)
  })

  test('of instruments, norms and time limits are checked, each in its own place', () => {
    const gap = [{ from: '2000-01-01', to: '2005-12-30' }, { from: '2006-01-01' }]
    const twice = (path: readonly (string | number)[], edition: object): readonly string[] =>
      said(
        checkEditions([
          replaced(
            pack,
            path,
            gap.map((inForce) => ({ ...edition, inForce })),
          ) as Pack,
        ]),
      )
    const instrument = pack.instruments[0] ?? expect.fail()
    expect(twice(['instruments', 0, 'editions'], instrument.editions[0] ?? {})).toEqual(['HG4009 0.instruments.0.editions.1.inForce'])
    expect(twice(['instruments', 0, 'norms', 0, 'editions'], instrument.norms[0]?.editions[0] ?? {})).toEqual([
      'HG4009 0.instruments.0.norms.0.editions.1.inForce',
    ])
  })

  test('cut from one stretch of days are fine; with one left out there is a gap', () => {
    const day = (offset: number): string => new Date(Date.UTC(2000, 0, 1 + offset)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9_000 }), { minLength: 2, maxLength: 8 }), fc.nat(), (cuts, pick) => {
        const sorted = [0, ...cuts.sort((a, b) => a - b)]
        const periods: Period[] = sorted.map((start, index) => ({
          from: day(start),
          to: index === sorted.length - 1 ? null : day((sorted[index + 1] ?? 0) - 1),
        }))
        expect(of(...periods)).toEqual([])
        const inner = 1 + (pick % (periods.length - 2))
        expect(of(...periods.filter((_, index) => index !== inner))).toEqual([`HG4009 ${inner} a gap`])
      }),
    )
  })
})

describe('overlaps', () => {
  test.each<[Period, Period, boolean]>([
    [{ from: '2000-01-01', to: '2000-12-31' }, { from: '2000-12-31' }, true],
    [{ from: '2000-01-01', to: '2000-12-30' }, { from: '2000-12-31' }, false],
    [{ from: null }, { from: null, to: '1900-01-01' }, true],
    [{ from: null, to: '1999-12-31' }, { from: '2000-01-01', to: null }, false],
  ])('%j and %j: %s, whichever comes first', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected)
    expect(overlaps(b, a)).toBe(expected)
  })
})
