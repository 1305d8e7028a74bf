import type { Condition, NamedCondition } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yes } from '../../test/support/builders.js'
import { world } from '../../test/support/generators.js'
import { evaluate, leafTruth } from './evaluate.js'
import type { Facts } from './leaf.js'
import { factsIn, type NormalForm, normalForm } from './normal-form.js'
import { all, any, not, type Truth } from './truth.js'

const none: ReadonlyMap<string, NamedCondition> = new Map()
const byId = (named: readonly NamedCondition[]): ReadonlyMap<string, NamedCondition> => new Map(named.map((each) => [each.id, each]))

/** The condition as it is written, by the truth tables alone: what the normal form must preserve. */
function asWritten(condition: Condition, facts: Facts, named: ReadonlyMap<string, NamedCondition>): Truth {
  if ('all' in condition) return all(condition.all.map((part) => asWritten(part, facts, named)))
  if ('any' in condition) return any(condition.any.map((part) => asWritten(part, facts, named)))
  if ('not' in condition) return not(asWritten(condition.not, facts, named))
  if ('condition' in condition) return asWritten((named.get(condition.condition) as NamedCondition).condition, facts, named)
  return leafTruth(condition, facts)
}

const sketch = (form: NormalForm): unknown => (form.kind === 'leaf' ? [form.leaf.fact, form.leaf.operator] : { [form.kind]: form.parts.map(sketch) })

describe('the negation normal form', () => {
  test('not is absorbed by the opposite operator at the leaf', () => {
    expect(sketch(normalForm({ not: yes('a.a') }, none))).toEqual(['a.a', 'notEqual'])
  })

  test('not of all becomes any of nots, and the other way round', () => {
    expect(sketch(normalForm({ not: { all: [yes('a.a'), { any: [yes('b.b'), yes('c.c')] }] } }, none))).toEqual({
      any: [
        ['a.a', 'notEqual'],
        {
          all: [
            ['b.b', 'notEqual'],
            ['c.c', 'notEqual'],
          ],
        },
      ],
    })
  })

  test('a double negation is gone', () => {
    expect(sketch(normalForm({ not: { not: yes('a.a') } }, none))).toEqual(['a.a', 'equal'])
  })

  test('a named condition stands for its content, negated with it', () => {
    const named = byId([{ id: 'x/y', title: '', condition: { any: [yes('a.a'), { not: yes('b.b') }] } }])
    expect(sketch(normalForm({ not: { condition: 'x/y' } }, named))).toEqual({
      all: [
        ['a.a', 'notEqual'],
        ['b.b', 'equal'],
      ],
    })
  })

  test('a name that was not checked throws, naming it', () => {
    expect(() => normalForm({ condition: 'x/missing' }, none)).toThrow('x/missing')
  })

  test('facts come in reading order, each once, compared facts included', () => {
    const form = normalForm({ all: [yes('b.b'), { fact: 'a.n', operator: 'lessThan', value: { fact: 'c.n' } }, yes('b.b')] }, none)
    expect(factsIn(form)).toEqual(['b.b', 'a.n', 'c.n'])
  })

  test('of any condition and any gaps, it says what the condition says as it is written', () => {
    fc.assert(
      fc.property(world, ({ conditions, named, partial, complete }) => {
        for (const condition of conditions) {
          const form = normalForm(condition, byId(named))
          expect(evaluate(form, partial)).toBe(asWritten(condition, partial, byId(named)))
          expect(evaluate(form, complete)).toBe(asWritten(condition, complete, byId(named)))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('of any condition, the form of its negation is the opposite, unknown staying unknown', () => {
    fc.assert(
      fc.property(world, ({ conditions, named, partial }) => {
        for (const condition of conditions)
          expect(evaluate(normalForm({ not: condition }, byId(named)), partial)).toBe(not(evaluate(normalForm(condition, byId(named)), partial)))
      }),
      { numRuns: 300 },
    )
  })
})
