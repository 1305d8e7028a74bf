import { describe, expect, test } from 'vitest'
import { pack as examplePack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { checkPacks } from '../check/packs.js'
import type { Pack } from '../schema/pack.js'
import { lintPacks } from './lint-packs.js'

const { cases: _, ...base } = examplePack
const linted = (...changes: readonly (readonly [at: readonly (string | number)[], part: unknown])[]): readonly string[] => {
  const { packs, vocabulary, problems } = checkPacks([changes.reduce<unknown>((whole, [at, part]) => replaced(whole, at, part), base)])
  expect(problems).toEqual([])
  const found = lintPacks(packs as readonly Pack[], vocabulary)
  said(found)
  return found.map(({ code, path, params }) => `${code} ${path.join('.')} ${params['days'] ?? params['other'] ?? ''}`.trim())
}

describe('limits of one fact', () => {
  const at = base.facts.findIndex(({ id }) => id === 'limit.stockKg')
  const limit = (from: string | null, to: string | null, region?: string): unknown => ({
    inForce: { from, to },
    ...(region === undefined ? {} : { region }),
    value: 20,
    basis: { instrument: 'example-regulation', article: '3' },
  })
  const of = (...limits: readonly unknown[]): readonly string[] => linted([['facts', at, 'limit'], limits])

  test('take days from one another where they overlap: the one written first has them', () => {
    expect(of(limit('2006-01-21', '2017-12-31'), limit('2016-01-01', null))).toEqual([`HG3025 0.facts.${at}.limit.1.inForce 2016-01-01 至 2017-12-31`])
    expect(of(limit(null, null), limit('2016-01-01', null))).toEqual([`HG3025 0.facts.${at}.limit.1.inForce 2016-01-01 至 …`])
  })

  test('do not, one after another, or in regions apart', () => {
    expect(of(limit('2006-01-21', '2015-12-31'), limit('2016-01-01', null))).toEqual([])
    expect(of(limit('2006-01-21', null, '500000'), limit('2006-01-21', null, '510000'))).toEqual([])
  })

  test('of a region and of the country stand beside one another, whichever is first', () => {
    expect(of(limit('2006-01-21', null), limit('2006-01-21', null, '500000'))).toEqual([])
    expect(of(limit('2006-01-21', null, '500000'), limit('2006-01-21', null))).toEqual([])
  })

  test('of a county are never reached after those of its province, and are before them', () => {
    expect(of(limit('2006-01-21', null, '500000'), limit('2006-01-21', null, '500241'))).toEqual([`HG3025 0.facts.${at}.limit.1.inForce 2006-01-21 至 …`])
    expect(of(limit('2006-01-21', null, '500241'), limit('2006-01-21', null, '500000'))).toEqual([])
  })
})

describe('the days of a rule', () => {
  const days = (inForce: unknown): readonly string[] => linted([['rules', 0, 'inForce'], inForce])

  test('need one norm in force on one of them', () => {
    expect(days({ from: '2006-01-21', to: '2015-12-31' })).toEqual(['HG3026 0.rules.0.norms'])
    expect(days({ from: '2006-01-21', to: '2016-01-01' })).toEqual([])
    expect(days({ from: null })).toEqual([])
  })

  test('need none where the rule names no norm', () => {
    expect(linted([['rules', 0, 'inForce'], { from: '2006-01-21', to: '2015-12-31' }], [['rules', 0, 'norms'], []])).toEqual([])
  })
})

describe('what is taken from an edition of an instrument', () => {
  const norm = ['instruments', 0, 'norms', 0, 'editions', 0, 'inForce'] as const
  const provision = ['instruments', 0, 'provisions', 0, 'inForce'] as const

  test('has no days before or after it', () => {
    expect(linted([norm, { from: '2015-12-31' }])).toEqual(['HG3027 0.instruments.0.norms.0.editions.0.inForce 2016-01-01 至 …'])
    expect(linted([provision, { from: '2015-12-31' }])).toEqual(['HG3027 0.instruments.0.provisions.0.inForce 2016-01-01 至 …'])
    const ended = [['instruments', 0, 'editions', 1, 'inForce'], { from: '2016-01-01', to: '2019-12-31' }] as const
    expect(linted(ended, [provision, { from: '2016-01-01', to: '2019-12-31' }])).toEqual([
      'HG3027 0.instruments.0.norms.0.editions.0.inForce 2016-01-01 至 2019-12-31',
    ])
  })

  test('may have fewer days, or a beginning that was not found out', () => {
    expect(linted([norm, { from: '2018-01-01', to: '2018-12-31' }])).toEqual([])
    expect(linted([norm, { from: null }])).toEqual([])
  })

  test('was not read where the edition was not: said once', () => {
    expect(linted([['instruments', 0, 'editions', 1, 'read'], false])).toEqual(['HG3028 0.instruments.0.editions.1.read'])
    const unread = { status: 'secondary', dates: 'text' }
    const changes = [
      [['instruments', 0, 'editions', 1, 'read'], false],
      [['instruments', 0, 'norms', 0, 'editions', 0, 'verification'], unread],
      [['instruments', 0, 'provisions', 0, 'verification'], unread],
    ] as const
    expect(linted(...changes)).toEqual([])
  })
})
