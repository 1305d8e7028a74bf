import type { Condition, FactValue } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yes } from '../../test/support/builders.js'
import { world } from '../../test/support/generators.js'
import { evaluate, leafTruth, missingFacts } from './evaluate.js'
import { normalForm } from './normal-form.js'

const form = (condition: Condition) => normalForm(condition, new Map())
const facts = (known: Readonly<Record<string, FactValue>>) => new Map(Object.entries(known))

describe('a leaf', () => {
  test('is unknown when its fact is, even for the negative operators', () => {
    expect(leafTruth({ fact: 'a.a', operator: 'notEqual', value: true }, new Map())).toBe('unknown')
    expect(leafTruth({ fact: 'a.a', operator: 'notIn', value: ['x'] }, new Map())).toBe('unknown')
    expect(leafTruth({ fact: 'a.a', operator: 'doesNotContain', value: 'x' }, new Map())).toBe('unknown')
  })

  test('is unknown when the fact it is compared with is', () => {
    expect(leafTruth({ fact: 'a.n', operator: 'lessThan', value: { fact: 'b.n' } }, facts({ 'a.n': 1 }))).toBe('unknown')
  })

  test('false, 0 and the empty list are answers, not gaps', () => {
    expect(leafTruth({ fact: 'a.a', operator: 'equal', value: false }, facts({ 'a.a': false }))).toBe('holds')
    expect(leafTruth({ fact: 'a.n', operator: 'lessThan', value: 1 }, facts({ 'a.n': 0 }))).toBe('holds')
    expect(leafTruth({ fact: 'a.s', operator: 'doesNotContain', value: 'x' }, facts({ 'a.s': [] }))).toBe('holds')
  })
})

describe('missing facts', () => {
  test('are none once the condition is decided, whatever else is unknown', () => {
    expect(missingFacts(form({ any: [yes('a.a'), yes('b.b')] }), facts({ 'a.a': true }))).toEqual([])
  })

  test('leave out what stands below a part that is decided', () => {
    const condition: Condition = { any: [yes('a.a'), { all: [yes('b.b'), yes('c.c')] }] }
    expect(missingFacts(form(condition), facts({ 'b.b': false }))).toEqual(['a.a'])
  })

  test('name both sides of a comparison of two unknown facts', () => {
    expect(missingFacts(form({ fact: 'a.n', operator: 'lessThan', value: { fact: 'b.n' } }), new Map())).toEqual(['a.n', 'b.n'])
  })

  test('when all of them are filled the condition is decided, as with all facts known', () => {
    fc.assert(
      fc.property(world, ({ conditions, named, partial, complete }) => {
        for (const condition of conditions) {
          const nnf = normalForm(condition, new Map(named.map((each) => [each.id, each])))
          const missing = missingFacts(nnf, partial)
          expect(missing.length === 0).toBe(evaluate(nnf, partial) !== 'unknown')
          const filled = new Map([...partial, ...missing.map((id) => [id, complete.get(id) as FactValue] as const)])
          expect(missingFacts(nnf, filled)).toEqual([])
          expect(evaluate(nnf, filled)).toBe(evaluate(nnf, complete))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('filling any other fact settles nothing', () => {
    fc.assert(
      fc.property(world, ({ conditions, named, partial, complete }) => {
        for (const condition of conditions) {
          const nnf = normalForm(condition, new Map(named.map((each) => [each.id, each])))
          const missing = new Set(missingFacts(nnf, partial))
          const others = new Map([...complete].filter(([id]) => partial.has(id) || !missing.has(id)))
          expect(evaluate(nnf, others)).toBe(evaluate(nnf, partial))
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('filling one gap after another never overturns what is decided', () => {
  fc.assert(
    fc.property(world, ({ conditions, named, partial, complete }) => {
      for (const condition of conditions) {
        const nnf = normalForm(condition, new Map(named.map((each) => [each.id, each])))
        const known = new Map(partial)
        let before = evaluate(nnf, known)
        for (const [id, value] of complete) {
          known.set(id, value)
          const after = evaluate(nnf, known)
          if (before !== 'unknown') expect(after).toBe(before)
          before = after
        }
      }
    }),
    { numRuns: 300 },
  )
})
