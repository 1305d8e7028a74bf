import { describe, expect, test } from 'vitest'
import { pack } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import type { Condition } from '../schema/condition.js'
import { checkCondition } from './conditions.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

const { vocabulary } = vocabularyOf([pack])

// licence.expiresOn is asked when licence.status is held or expired.
const expired: Condition = { fact: 'licence.expiresOn', operator: 'before', value: '2023-01-01' }
const status = (operator: 'equal' | 'notEqual' | 'in' | 'notIn', value: string | string[]): Condition => ({ fact: 'licence.status', operator, value })
const held = status('equal', 'held')
const retail: Condition = { fact: 'conduct.activity', operator: 'equal', value: 'retail' }

const check = (condition: Condition, established: readonly Condition[] = [], of: Vocabulary = vocabulary): readonly string[] =>
  said(checkCondition(condition, [], of, established))

/** The vocabulary with another guard on licence.expiresOn. */
const guardedBy = (askedWhen: Condition, conditions: readonly (readonly [string, Condition])[] = []): Vocabulary => {
  const fact = vocabulary.facts.get('licence.expiresOn') ?? expect.fail()
  return {
    facts: new Map([...vocabulary.facts, [fact.id, { ...fact, askedWhen }]]),
    conditions: new Map([...vocabulary.conditions, ...conditions.map(([id, condition]) => [id, { id, title: id, condition }] as const)]),
  }
}

describe('a guarded fact', () => {
  test('alone is refused, at the fact, with the guard in words', () => {
    const [found] = checkCondition(expired, ['rules', 0], vocabulary)
    expect(found).toMatchObject({ code: 'HG3009', path: ['rules', 0, 'fact'] })
    expect(found?.message).toBe('“licence.expiresOn” 只在「许可证状态」属于持有、过期时才有意义，这里没有先确定这一点。')
  })

  test.each<[string, Condition]>([
    ['beside its guard in the same all', { all: [held, expired] }],
    ['before its guard in the same all', { all: [expired, held] }],
    ['under an outer all', { all: [held, { any: [retail, { not: expired }] }] }],
    ['beside the very guard', { all: [status('in', ['held', 'expired']), expired] }],
    ['beside part of the guard’s choices', { all: [status('in', ['expired']), expired] }],
    ['beside a named condition that says so', { all: [{ condition: 'example/licensed' }, expired] }],
    ['beside an any of one', { all: [{ any: [held] }, expired] }],
    ['beside a nested all that says so', { all: [{ all: [retail, { all: [held] }] }, expired] }],
    ['within not, with the guard inside', { not: { all: [held, expired] } }],
  ])('is accepted %s', (_, condition) => {
    expect(check(condition)).toEqual([])
  })

  test('is accepted where appliesWhen has established the guard', () => {
    expect(check(expired, [{ all: [retail, held] }])).toEqual([])
    expect(check(expired, [{ any: [retail, held] }])).toEqual(['HG3009 fact'])
  })

  test.each<[string, Condition, string]>([
    ['beside its guard in an any', { any: [held, expired] }, 'any.1.fact'],
    ['beside an any in which only one way says so', { all: [{ any: [held, retail] }, expired] }, 'all.1.fact'],
    ['beside the denial of the guard', { all: [{ not: held }, expired] }, 'all.1.fact'],
    ['beside a choice outside the guard', { all: [status('equal', 'none'), expired] }, 'all.1.fact'],
    ['beside choices partly outside the guard', { all: [status('in', ['held', 'none']), expired] }, 'all.1.fact'],
    ['beside another fact', { all: [retail, expired] }, 'all.1.fact'],
    ['as the other side of a comparison', { fact: 'conduct.date', operator: 'after', value: { fact: 'licence.expiresOn' } }, 'fact'],
    ['with the guard only in another branch', { any: [{ all: [held, retail] }, expired] }, 'any.1.fact'],
  ])('is refused %s', (_, condition, path) => {
    expect(check(condition)).toEqual([`HG3009 ${path}`])
  })
})

describe('guards of other forms', () => {
  test('all of several: each has to be established', () => {
    const of = guardedBy({ all: [held, retail] })
    expect(check({ all: [held, retail, expired] }, [], of)).toEqual([])
    expect(check({ all: [held, expired] }, [], of)).toEqual(['HG3009 all.1.fact'])
  })

  test('any of several: one is enough', () => {
    const of = guardedBy({ any: [held, retail] })
    expect(check({ all: [retail, expired] }, [], of)).toEqual([])
    expect(check({ all: [status('equal', 'none'), expired] }, [], of)).toEqual(['HG3009 all.1.fact'])
  })

  test('not equal: follows from being one of the others', () => {
    const of = guardedBy(status('notEqual', 'none'))
    expect(check({ all: [held, expired] }, [], of)).toEqual([])
    expect(check({ all: [status('notEqual', 'none'), expired] }, [], of)).toEqual([])
    expect(check({ all: [status('in', ['held', 'none']), expired] }, [], of)).toEqual(['HG3009 all.1.fact'])
  })

  test('a named condition: what it says has to be established', () => {
    const of = guardedBy({ condition: 'example/licensed' })
    expect(check({ all: [held, expired] }, [], of)).toEqual([])
    expect(check({ all: [status('equal', 'expired'), expired] }, [], of)).toEqual(['HG3009 all.1.fact'])
  })

  test('a denial is never taken as established', () => {
    expect(check({ all: [{ not: held }, expired] }, [], guardedBy({ not: held }))).toEqual(['HG3009 all.1.fact'])
  })

  test('a fact that guards itself is never established by itself', () => {
    const of = guardedBy(expired)
    expect(check({ all: [expired, expired] }, [], of)).toEqual(['HG3009 all.0.fact', 'HG3009 all.1.fact'])
  })

  test('named conditions in a circle establish nothing, and end', () => {
    const of = guardedBy({ condition: 'x/a' }, [
      ['x/a', { all: [{ condition: 'x/b' }] }],
      ['x/b', { any: [{ condition: 'x/a' }] }],
    ])
    expect(check({ all: [held, expired] }, [], of)).toEqual(['HG3009 all.1.fact'])
    expect(
      check({ all: [{ condition: 'x/c' }, expired] }, [], {
        ...of,
        conditions: new Map([...of.conditions, ['x/c', { id: 'x/c', title: 'c', condition: { condition: 'x/a' } }]]),
      }),
    ).toEqual(['HG3009 all.1.fact'])
  })
})
