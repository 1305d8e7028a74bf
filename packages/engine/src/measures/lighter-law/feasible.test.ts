import type { Condition } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { fact, pack, ruleset, withFacts, yes } from '../../../test/support/builders.js'
import { feasible } from './feasible.js'

const facts = withFacts(
  fact('gains.yuan', { type: 'number', unit: 'yuan' }),
  fact('day.on', { type: 'date' }),
  fact('kind.of', { type: 'enum', values: ['a', 'b'].map((value) => ({ value, title: value })) }),
  fact('place.in', { type: 'region' }),
)
const rules = ruleset(pack({ facts }))
const ways = (known: Readonly<Record<string, number>>, ...conditions: readonly Condition[]) =>
  [...(feasible(conditions.map(rules.form), new Map(Object.entries(known)), rules.vocabulary.facts) ?? [])].sort((a, b) => a - b)

describe('ways in which open conditions can turn out together', () => {
  const above = (value: number): Condition => ({ fact: 'gains.yuan', operator: 'greaterThan', value })
  const below = (value: number): Condition => ({ fact: 'gains.yuan', operator: 'lessThan', value })

  test('two conditions on one figure: above, below, and exactly on it; never both', () => {
    expect(ways({}, above(20_000), below(20_000))).toEqual([0, 1, 2])
  })

  test('between two figures there is room', () => {
    expect(ways({}, above(10), below(20))).toEqual([1, 2, 3])
  })

  test('what is known is not varied', () => {
    expect(ways({ 'gains.yuan': 5 }, above(10), below(20), yes('test.a'))).toEqual([2, 6])
  })

  test('days and choices are tried around what they are compared with', () => {
    expect(ways({}, { fact: 'day.on', operator: 'before', value: '2023-01-10' }, { fact: 'day.on', operator: 'onOrAfter', value: '2023-01-10' })).toEqual([
      1, 2,
    ])
    expect(ways({}, { fact: 'kind.of', operator: 'equal', value: 'a' }, { fact: 'kind.of', operator: 'equal', value: 'b' })).toEqual([1, 2])
  })

  test('what cannot be listed is left to the caller', () => {
    const unlisted: readonly Condition[] = [
      { fact: 'place.in', operator: 'within', value: ['500000'] },
      { fact: 'gains.yuan', operator: 'greaterThan', value: { fact: 'gains.yuan' } },
    ]
    for (const condition of unlisted) expect(feasible([rules.form(condition)], new Map(), rules.vocabulary.facts)).toBeUndefined()
  })
})
