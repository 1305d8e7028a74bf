import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fact, yes } from '../../test/support/builders.js'
import { world } from '../../test/support/generators.js'
import { evaluate } from './evaluate.js'
import { explainCondition } from './explain.js'
import { normalForm } from './normal-form.js'

const vocabulary = {
  facts: new Map([['a.n', fact('a.n', { type: 'number', title: '数量' })]]),
  conditions: new Map([['x/y', { id: 'x/y', title: '有条件', condition: yes('b.b') }]]),
}

test('a leaf says what was asked, what the record says and what came of it', () => {
  expect(explainCondition({ fact: 'a.n', operator: 'greaterThan', value: 10 }, new Map([['a.n', 12]]), vocabulary)).toEqual({
    kind: 'leaf',
    truth: 'holds',
    fact: 'a.n',
    title: '数量',
    operator: 'greaterThan',
    expected: 10,
    got: 12,
  })
})

test('a comparison with another fact names it, and its value where that is known', () => {
  const leaf = { fact: 'a.n', operator: 'greaterThan', value: { fact: 'b.n' } } as const
  expect(
    explainCondition(
      leaf,
      new Map([
        ['a.n', 12],
        ['b.n', 10],
      ]),
      vocabulary,
    ),
  ).toMatchObject({ expected: 10, expectedFrom: 'b.n', truth: 'holds' })
  expect(explainCondition(leaf, new Map([['a.n', 12]]), vocabulary)).toMatchObject({ expected: null, expectedFrom: 'b.n', truth: 'unknown' })
})

test('not and names stay as they were written', () => {
  expect(explainCondition({ not: { condition: 'x/y' } }, new Map([['b.b', false]]), vocabulary)).toMatchObject({
    kind: 'not',
    truth: 'holds',
    part: { kind: 'condition', title: '有条件', truth: 'fails', part: { kind: 'leaf', got: false } },
  })
})

test('of any condition and any gaps, the explanation equals the decision', () => {
  fc.assert(
    fc.property(world, ({ facts, named, conditions, partial }) => {
      const known = { facts: new Map(facts.map((each) => [each.id, each])), conditions: new Map(named.map((each) => [each.id, each])) }
      for (const condition of conditions)
        expect(explainCondition(condition, partial, known).truth).toBe(evaluate(normalForm(condition, known.conditions), partial))
    }),
    { numRuns: 300 },
  )
})
