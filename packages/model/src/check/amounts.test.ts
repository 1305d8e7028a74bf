import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, problemExamples, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import type { Benchmark } from '../schema/benchmark.js'
import { checkPacks } from './packs.js'

type Path = readonly (string | number)[]
const check = (...changes: readonly (readonly [Path, unknown])[]) =>
  checkPacks([changes.reduce<unknown>((whole, [at, part]) => replaced(whole, at, part), pack)]).problems
const consequence: Path = ['instruments', 0, 'norms', 0, 'editions', 0, 'consequence']
const at = `0.${consequence.join('.')}`
const fine = (more: object) => ({ measure: { kind: 'fine', title: '罚款', force: 'must', ...more } })

describe('amounts of a norm', () => {
  test.each<[string, object, string[]]>([
    ['a fine upside down', fine({ amountYuan: { min: 2, max: 1 } }), [`HG4016 ${at}.measure.amountYuan`]],
    ['a fine of one amount', fine({ amountYuan: { min: 1, max: 1 } }), []],
    ['a fine without floor', fine({ amountYuan: { min: null, max: 1 } }), []],
    ['a fine without ceiling', fine({ amountYuan: { min: 1, max: null } }), []],
    ['a multiple upside down', fine({ multiple: { of: 'goods.valueYuan', min: 3, max: 1 } }), [`HG4016 ${at}.measure.multiple`]],
    ['days upside down', { measure: { kind: 'detention', title: '拘留', force: 'must', days: { min: 15, max: 10 } } }, [`HG4016 ${at}.measure.days`]],
    ['deep in a choice', { oneOf: [fine({}), { all: [fine({ amountYuan: { min: 2, max: 1 } })] }] }, [`HG4016 ${at}.oneOf.1.all.0.measure.amountYuan`]],
    [
      'in a tier',
      {
        base: null,
        tiers: [
          {
            tier: 'serious',
            title: '严重',
            relation: 'adds',
            when: { fact: 'licence.status', operator: 'equal', value: 'none' },
            then: fine({ amountYuan: { min: 2, max: 1 } }),
          },
        ],
      },
      [`HG4016 ${at}.tiers.0.then.measure.amountYuan`],
    ],
  ])('%s', (_, part, expected) => {
    expect(said(check([consequence, part]))).toEqual(expected)
  })
})

const [example] = (problemExamples.HG4017 as unknown as { good: readonly Benchmark[] }).good
const good = example ?? expect.fail()
const [light, heavy] = [good.bands[0] ?? expect.fail(), good.bands[1] ?? expect.fail()]
const benchmark = (more: object, ...changes: readonly (readonly [Path, unknown])[]): readonly string[] =>
  check(...changes, [['benchmarks'], [{ ...good, ...more }]]).map((found) => {
    said([found])
    return `${found.code} ${found.path.slice(3).join('.')} ${found.params['detailEn'] ?? ''}`.trimEnd()
  })

describe('a benchmark', () => {
  test('inside the range, touching, graver upwards, is fine', () => {
    expect(benchmark({})).toEqual([])
  })

  test.each<[string, object, RegExp[]]>([
    [
      'a band above the range',
      { bands: [light, { ...heavy, amountYuan: { min: 3000, max: 5001 } }] },
      [/^HG4017 bands\.1\.amountYuan .*leaves the range .*1000 to 5000/],
    ],
    ['a band below the range', { bands: [{ ...light, amountYuan: { min: 999, max: 3000 } }, heavy] }, [/^HG4017 bands\.0\.amountYuan .*leaves the range/]],
    ['a band upside down, told once', { bands: [light, { ...heavy, amountYuan: { min: 9000, max: 4000 } }] }, [/^HG4016 bands\.1\.amountYuan/]],
    ['a graver band with a lower fine', { bands: [{ ...light, amountYuan: { min: 2000, max: 5000 } }, heavy] }, []],
    [
      'a graver band with a lower maximum',
      {
        bands: [
          { ...light, amountYuan: { min: 2000, max: 5000 } },
          { ...heavy, amountYuan: { min: 3000, max: 4000 } },
        ],
      },
      [/^HG4017 bands\.1\.amountYuan .*lower/],
    ],
    ['a gap', { bands: [light, { ...heavy, from: 31 }] }, [/^HG4017 bands\.1 there is no band between 30 and 31/]],
    ['an overlap', { bands: [light, { ...heavy, from: 29 }] }, [/^HG4017 bands\.1 .*overlaps/]],
    ['a second band without beginning', { bands: [light, { ...heavy, from: null }] }, [/^HG4017 bands\.1 .*overlaps/]],
    ['nothing at the bottom', { bands: [{ ...light, from: 1 }, heavy] }, [/^HG4017 bands\.0 there is no band below 1/]],
    ['from nought', { bands: [{ ...light, from: 0 }, heavy] }, []],
    ['nothing at the top', { bands: [light, { ...heavy, below: 90 }] }, [/^HG4017 bands\.1 there is no band from 90 up/]],
    ['an empty band', { bands: [light, { ...heavy, below: 30 }] }, [/begins at 30, not below its end 30/, /no band from 30 up/]],
    ['values for a number', { bands: [{ ...light, values: ['a'] }, heavy] }, [/^HG4017 bands\.0\.values .*cannot have values/]],
    ['a fact nobody defined', { fact: 'goods.weightkg' }, [/^HG3004 fact/]],
    ['a fact that is no number or choice', { fact: 'site.sleepsPeople' }, [/^HG4017 fact .*neither/]],
    ['a norm nobody entered', { norm: 'example-regulation/63' }, [/^HG4003 norm/]],
    ['a tier the norm has not', { tier: '情节严重' }, [/^HG4017 tier .*no fine in the tier/]],
    ['a time at which the norm was not law', { inForce: { from: '2000-01-01', to: '2001-01-01' } }, [/^HG4017 norm no edition/]],
  ])('%s', (_, more, expected) => {
    const found = benchmark(more)
    expect(found).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern)
  })

  test('of a fine that is a multiple cannot be checked, which is said', () => {
    expect(benchmark({}, [consequence, fine({ multiple: { of: 'goods.valueYuan', min: 1, max: 3 } })])).toEqual([
      'HG4017 norm the fine of edition second has no fixed amount to compare with',
    ])
  })

  test('must fit every edition that is in force while it is', () => {
    const norm = pack.instruments[0]?.norms[0] ?? expect.fail()
    const edition = norm.editions[0] ?? expect.fail()
    const editions = [
      { ...edition, inForce: { from: '2016-01-01', to: '2020-06-30' } },
      { ...edition, inForce: { from: '2020-07-01' }, consequence: fine({ amountYuan: { min: 2000, max: 5000 } }) },
    ]
    const path: Path = ['instruments', 0, 'norms', 0, 'editions']
    expect(benchmark({}, [path, editions])).toHaveLength(1)
    expect(benchmark({ inForce: { from: '2020-01-01', to: '2020-06-30' } }, [path, editions])).toEqual([])
  })

  test('fits the tier it names', () => {
    const tiers = {
      base: fine({ amountYuan: { min: 1, max: 2 } }),
      tiers: [
        {
          tier: 'serious',
          title: '严重',
          relation: 'replaces',
          when: { fact: 'licence.status', operator: 'equal', value: 'none' },
          then: fine({ amountYuan: { min: 1000, max: 5000 } }),
        },
      ],
    }
    expect(benchmark({ tier: '严重' }, [consequence, tiers])).toEqual([])
    expect(benchmark({}, [consequence, tiers])).toHaveLength(2)
  })

  const choice = (...values: readonly (readonly string[] | undefined)[]): object => ({
    fact: 'licence.status',
    bands: values.map((list, index) => ({
      id: `band-${index}`,
      title: `第${index}档`,
      ...(list === undefined ? {} : { values: list }),
      amountYuan: { min: 1000, max: 5000 },
    })),
  })
  test.each<[string, object, RegExp[]]>([
    ['each choice once', choice(['none', 'expired'], ['held']), []],
    ['a choice in no band', choice(['none'], ['held']), [/^HG4017 bands no band holds “expired”/]],
    ['a choice in two bands', choice(['none', 'held'], ['held', 'expired']), [/^HG4017 bands\.1\.values\.0 “held” stands in two bands/]],
    ['a word that is no choice', choice(['none', 'held', 'expired', 'lent']), [/^HG4017 bands\.0\.values\.3 “lent” is not a value/]],
    ['a band of choices without any', choice(['none', 'held', 'expired'], undefined), [/^HG4017 bands\.1 .*has no values/]],
  ])('by choice: %s', (_, more, expected) => {
    const found = benchmark(more)
    expect(found).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern)
  })

  test('cut from the whole line is fine; with an inner band left out there is a gap', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 6 }), fc.nat(), (cuts, pick) => {
        const ends = [null, ...cuts.sort((a, b) => a - b), null]
        const bands = ends
          .slice(1)
          .map((below, index) => ({ id: `b-${index}`, title: `b${index}`, from: ends[index] ?? null, below, amountYuan: { min: 1000, max: 5000 } }))
        expect(benchmark({ bands })).toEqual([])
        const inner = 1 + (pick % (bands.length - 2))
        expect(benchmark({ bands: bands.filter((_, index) => index !== inner) }).join()).toMatch(/^HG4017 bands\.\d there is no band between \d+ and \d+$/)
      }),
    )
  })
})

describe('norms that name one another', () => {
  const norm = pack.instruments[0]?.norms[0] ?? expect.fail()
  const edition = norm.editions[0] ?? expect.fail()
  const verification = edition.verification
  const made = (id: string, inForce: object, more: object = {}) => ({ ...norm, id: `example-regulation/${id}`, editions: [{ ...edition, inForce }], ...more })
  const by = (...ids: readonly string[]) => ({ succession: { kind: 'replaced', by: ids.map((id) => `example-regulation/${id}`), verification } })
  const under = (...ids: readonly string[]) => ({ upperNorms: ids.map((id) => `example-regulation/${id}`) })
  const old = { from: '2016-01-01', to: '2019-12-31' }
  const path = '0.instruments.0.norms'
  test.each<[string, readonly object[], string[]]>([
    ['a successor from the next day', [made('1', old, by('2')), made('2', { from: '2020-01-01' })], []],
    ['a successor that was law before', [made('1', old, by('2')), made('2', { from: '2010-01-01' })], []],
    ['a successor a day late', [made('1', old, by('2')), made('2', { from: '2020-01-02' })], [`HG4018 ${path}.1.succession.by.0`]],
    ['a successor that had ended', [made('1', old, by('2')), made('2', { from: '2010-01-01', to: '2019-12-31' })], [`HG4018 ${path}.1.succession.by.0`]],
    [
      'one of two successors late',
      [made('1', old, by('2', '3')), made('2', { from: '2020-01-01' }), made('3', { from: '2021-01-01' })],
      [`HG4018 ${path}.1.succession.by.1`],
    ],
    [
      'a successor of what has not ended',
      [made('1', { from: '2016-01-01' }, by('2')), made('2', { from: '2020-01-01' })],
      [`HG4018 ${path}.1.succession.by.0`],
    ],
    ['a norm that follows itself', [made('1', old, by('1'))], [`HG4018 ${path}.1.succession.by.0`]],
    ['a norm above itself', [made('1', old, under('1'))], [`HG4018 ${path}.1.upperNorms.0`]],
    ['two above one another', [made('1', old, under('2')), made('2', old, under('1'))], [`HG4018 ${path}.2.upperNorms.0`]],
    ['two ways to one norm, which is no circle', [made('1', old, under('2', '3')), made('2', old, under('3')), made('3', old)], []],
    ['a higher norm of another time', [made('1', old, under('2')), made('2', { from: '2020-01-01' })], [`HG4018 ${path}.1.upperNorms.0`]],
    ['a higher norm that overlaps by a day', [made('1', old, under('2')), made('2', { from: '2019-12-31' })], []],
  ])('%s', (_, norms, expected) => {
    expect(
      said(
        check([
          ['instruments', 0, 'norms'],
          [norm, ...norms],
        ]),
      ),
    ).toEqual(expected)
  })

  test('a circle names all its members', () => {
    const [found] = check([
      ['instruments', 0, 'norms'],
      [norm, made('1', old, under('2')), made('2', old, under('3')), made('3', old, under('1'))],
    ])
    expect(found?.message).toContain('绕成一圈：example-regulation/1 → example-regulation/2 → example-regulation/3 → example-regulation/1')
  })
})
