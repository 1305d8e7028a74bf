/** On whom a measure falls, what is asked first, and which fines concur. */
import type { Consequence, Norm } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, fact, norm, normEdition, pack, record, rule, ruleset, withFacts, yes } from '../../test/support/builders.js'

const facts = withFacts(
  fact('party.kind', { type: 'enum', scope: 'party', values: ['individual', 'sole-trader', 'enterprise'].map((value) => ({ value, title: value })) }),
  fact('test.gate'),
  fact('test.serious'),
)
const fine: Consequence = { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 1, max: 2 } } }
const penal = (name: string, on?: Norm['on'], extra: Parameters<typeof normEdition>[2] = {}): Norm =>
  norm(name, [normEdition('always', { from: null }, { consequence: fine, ...extra })], on === undefined ? {} : { on })
const found = (norms: readonly Norm[], kind?: string) =>
  assessed(
    record({ facts: { 'test.a': true, 'test.v': true, ...(kind === undefined ? {} : { 'party.kind': kind }) } }),
    ruleset(pack({ facts, norms, rules: [rule('only', { norms: norms.map((each) => each.id) })] })),
  )

describe('on whom a measure falls', () => {
  test.each([
    [undefined, 'enterprise', 'party'],
    ['party', 'enterprise', 'party'],
    ['principal', 'enterprise', 'principal'],
    ['responsible-persons', 'enterprise', 'responsible-persons'],
    ['natural-person', 'individual', 'party'],
    ['natural-person', 'sole-trader', 'party'],
    ['natural-person', 'enterprise', 'responsible-persons'],
    ['natural-person', undefined, 'unsettled'],
  ] as const)('a norm on %s, a party that is %s: %s', (on, kind, expected) => {
    const { measures, questions } = found([penal('9', on)], kind)
    expect(measures.map((measure) => measure.on)).toEqual([expected])
    expect(questions.map((question) => question.fact)).toEqual(expected === 'unsettled' ? ['party.kind'] : [])
  })
})

describe('concurrence', () => {
  const concurring = (...norms: readonly Norm[]) =>
    found(norms, 'enterprise')
      .measures.filter((measure) => measure.subjectTo.some((each) => each.kind === 'pending' && each.topic === 'concurrence'))
      .map((measure) => measure.norm)

  test('two fines on the unit concur', () => {
    expect(concurring(penal('9'), penal('10'))).toEqual(['test-law/10', 'test-law/9'])
  })

  test('a fine on the unit and one on its principal are fines on two parties', () => {
    expect(concurring(penal('9'), penal('10', 'principal'))).toEqual([])
  })

  test('of three fines only those on one party concur', () => {
    expect(concurring(penal('9'), penal('10', 'principal'), penal('11'))).toEqual(['test-law/11', 'test-law/9'])
  })
})

describe('what is asked first', () => {
  const tiered: Consequence = { base: fine, tiers: [{ tier: 'serious', title: '情节严重', relation: 'replaces', when: yes('test.serious'), then: fine }] }
  const gated = penal('9', undefined, { appliesWhen: yes('test.gate'), consequence: tiered })
  const asked = (known: Readonly<Record<string, boolean>>) =>
    assessed(
      record({ facts: { 'test.a': true, 'test.v': true, ...known } }),
      ruleset(pack({ facts, norms: [gated], rules: [rule('only', { norms: ['test-law/9'] })] })),
    )

  test('while it is open whether the norm applies, its tiers can wait', () => {
    const { questions, measures } = asked({})
    expect(questions.map((question) => question.fact)).toEqual(['test.gate'])
    expect(measures[0]?.subjectTo).toEqual([
      { kind: 'fact', fact: 'test.gate', gate: true },
      { kind: 'fact', fact: 'test.serious', gate: false },
    ])
  })

  test('once it applies, the tier is asked', () => {
    expect(asked({ 'test.gate': true }).questions.map((question) => question.fact)).toEqual(['test.serious'])
  })
})
