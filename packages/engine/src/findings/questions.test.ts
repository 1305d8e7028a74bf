import type { FactDefinition, Rule } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, fact, pack, record, rule, ruleset, withFacts, yes } from '../../test/support/builders.js'

const asked = (rules: readonly Rule[], facts: readonly FactDefinition[], known: Readonly<Record<string, boolean>>) =>
  assessed(record({ facts: known }), ruleset(pack({ rules, facts: withFacts(...facts) }))).questions

describe('the order of questions', () => {
  test('what settles a weightier rule comes first', () => {
    const rules = [rule('light', { weight: 'minor' }), rule('heavy', { weight: 'critical', violatedWhen: yes('test.w') })]
    expect(asked(rules, [fact('test.w')], { 'test.a': true }).map(({ fact: id, score, rules: settles }) => [id, score, settles])).toEqual([
      ['test.w', 8, ['test/heavy']],
      ['test.v', 1, ['test/light']],
    ])
  })

  test('one fact that settles two rules comes before two that settle one each', () => {
    const rules = [rule('one'), rule('two'), rule('three', { violatedWhen: yes('test.w') })]
    expect(asked(rules, [fact('test.w')], { 'test.a': true }).map(({ fact: id, score }) => [id, score])).toEqual([
      ['test.v', 4],
      ['test.w', 2],
    ])
  })

  test('a rule that lacks several facts shares its weight among them; equals come by id', () => {
    expect(asked([rule('one')], [], {}).map(({ fact: id, score }) => [id, score])).toEqual([
      ['test.a', 1],
      ['test.v', 1],
    ])
  })

  test('a question carries its words and the evidence that answers it', () => {
    expect(asked([rule('one')], [], { 'test.a': true })).toEqual([
      { fact: 'test.v', conduct: 'c', title: 'test.v', question: 'test.v？', evidence: ['现场笔录'], rules: ['test/one'], measures: [], score: 2 },
    ])
  })
})

describe('the guard of a question', () => {
  const held = fact('licence.held')
  const expiry = fact('licence.valid', { askedWhen: yes('licence.held') })
  const guarded = rule('one', { appliesWhen: { all: [yes('test.a'), { any: [{ all: [yes('licence.held'), yes('licence.valid')] }, yes('test.w')] }] } })
  const ids = (known: Readonly<Record<string, boolean>>) =>
    asked([guarded], [held, expiry, fact('test.w')], { 'test.a': true, 'test.v': true, ...known }).map((question) => question.fact)

  test('unknown: the fact of the guard is asked, not the guarded one', () => {
    expect(ids({ 'test.w': false })).toEqual(['licence.held'])
  })

  test('established: the fact itself is asked', () => {
    expect(ids({ 'test.w': false, 'licence.held': true })).toEqual(['licence.valid'])
  })

  test('false: the fact is never asked', () => {
    expect(ids({ 'licence.held': false })).toEqual(['test.w'])
  })

  test('that depends on two facts behind one further guard: only the furthest is asked', () => {
    const chain = [
      fact('g.root'),
      fact('g.left', { askedWhen: yes('g.root') }),
      fact('g.right', { askedWhen: { all: [yes('g.root'), yes('g.left')] } }),
      fact('g.deep', { askedWhen: { all: [yes('g.root'), yes('g.left'), yes('g.right')] } }),
    ]
    const deep = rule('one', { appliesWhen: { all: [yes('test.a'), yes('g.root'), yes('g.left'), yes('g.right'), yes('g.deep')] } })
    // Without the guards four facts would be asked.
    expect(asked([deep], chain, { 'test.a': true, 'test.v': true }).map((question) => question.fact)).toEqual(['g.root'])
    expect(asked([deep], chain, { 'test.a': true, 'test.v': true, 'g.root': true }).map((question) => question.fact)).toEqual(['g.left'])
  })
})
