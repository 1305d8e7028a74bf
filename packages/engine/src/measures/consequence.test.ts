import type { Condition, Consequence } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { yes } from '../../test/support/builders.js'
import type { Truth } from '../conditions/truth.js'
import { conditionsOf, resolve } from './consequence.js'

const measure = (title: string, force: 'must' | 'may' = 'must'): Consequence => ({ measure: { kind: 'fine', title, force } })
const serious = yes('test.serious')
const refused = yes('test.refused')
const answering = (answers: Readonly<Record<string, Truth>>) => (condition: Condition) => answers['fact' in condition ? condition.fact : ''] ?? 'unknown'
const titles = (node: Consequence, answers: Readonly<Record<string, Truth>> = {}) =>
  resolve(node, answering(answers)).map(({ spec, open }) => [spec.title, open.length])

describe('a consequence tree', () => {
  test('gives all of what is to be used together, each with its force', () => {
    expect(resolve({ all: [measure('警告'), measure('罚款', 'may')] }, answering({})).map(({ spec, place }) => [place, spec.title, spec.force])).toEqual([
      ['0', '警告', 'must'],
      ['1', '罚款', 'may'],
    ])
  })

  test('numbers the options of a choice; what belongs to one option shares its number', () => {
    expect(
      resolve({ all: [measure('停止'), { oneOf: [measure('警告'), { all: [measure('罚款'), measure('没收')] }] }] }, answering({})).map(({ spec, oneOf }) => [
        spec.title,
        oneOf,
      ]),
    ).toEqual([
      ['停止', undefined],
      ['警告', { group: '1', option: 0 }],
      ['罚款', { group: '1', option: 1 }],
      ['没收', { group: '1', option: 1 }],
    ])
  })

  test('a single measure has a place of its own', () => {
    expect(resolve(measure('罚款'), answering({})).map(({ place }) => place)).toEqual(['0'])
  })
})

describe('a tier that replaces the base', () => {
  const tree: Consequence = {
    base: measure('基本'),
    tiers: [{ tier: 'serious', title: '情节严重', relation: 'replaces', when: serious, then: measure('加重') }],
  }

  test.each<[Truth, readonly (readonly [string, number])[]]>([
    ['holds', [['加重', 0]]],
    ['fails', [['基本', 0]]],
    [
      'unknown',
      [
        ['基本', 1],
        ['加重', 1],
      ],
    ],
  ])('its trigger %s: %j', (truth, expected) => {
    expect(titles(tree, { 'test.serious': truth })).toEqual(expected)
  })

  test('names the tier on what belongs to it', () => {
    expect(resolve(tree, answering({ 'test.serious': 'unknown' })).map(({ tier }) => tier)).toEqual([undefined, '情节严重'])
  })
})

describe('a tier that comes on top of the base', () => {
  const tree: Consequence = { base: measure('改正'), tiers: [{ tier: 'refused', title: '拒不改正', relation: 'adds', when: refused, then: measure('罚款') }] }

  test.each<[Truth, readonly (readonly [string, number])[]]>([
    [
      'holds',
      [
        ['改正', 0],
        ['罚款', 0],
      ],
    ],
    ['fails', [['改正', 0]]],
    [
      'unknown',
      [
        ['改正', 0],
        ['罚款', 1],
      ],
    ],
  ])('its trigger %s: %j', (truth, expected) => {
    expect(titles(tree, { 'test.refused': truth })).toEqual(expected)
  })
})

test('of two replacing tiers, one that holds shuts out one that is unknown', () => {
  const tree: Consequence = {
    base: measure('基本'),
    tiers: [
      { tier: 'minor', title: '较轻', relation: 'replaces', when: serious, then: measure('较轻') },
      { tier: 'refused', title: '拒不改正', relation: 'replaces', when: refused, then: measure('拒不改正') },
    ],
  }
  expect(titles(tree, { 'test.serious': 'holds' })).toEqual([['较轻', 0]])
  expect(titles(tree, {})).toEqual([
    ['基本', 2],
    ['较轻', 1],
    ['拒不改正', 1],
  ])
})

test('a tier without a base gives nothing until its trigger may hold', () => {
  const tree: Consequence = { base: null, tiers: [{ tier: 'overdue', title: '逾期', relation: 'adds', when: refused, then: measure('罚款') }] }
  expect([titles(tree, { 'test.refused': 'fails' }), titles(tree, {})]).toEqual([[], [['罚款', 1]]])
})

test('a tier within a tier hangs on both triggers', () => {
  const inner: Consequence = { base: null, tiers: [{ tier: 'serious', title: '情节严重', relation: 'adds', when: serious, then: measure('停业') }] }
  const tree: Consequence = { base: null, tiers: [{ tier: 'refused', title: '拒不改正', relation: 'adds', when: refused, then: inner }] }
  expect(titles(tree, {})).toEqual([['停业', 2]])
  expect(conditionsOf(tree)).toEqual([refused, serious])
})
