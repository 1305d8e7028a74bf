import type { Circumstance, CircumstanceEdition, Condition, FactDefinition, InspectionRecord } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { fact, pack, record, ruleset, withFacts, yes } from '../../test/support/builders.js'
import { evaluate } from '../conditions/evaluate.js'
import { collectFacts, spanOf } from '../facts/collect.js'
import type { ConductContext } from '../findings/finding.js'
import { circumstanceConditions, circumstancesOf } from './circumstances.js'

const kinds = ['individual', 'sole-trader', 'enterprise'].map((value) => ({ value, title: value }))
const limit = fact('limit.endsOn', {
  type: 'date',
  scope: 'limit',
  deadline: { from: 'conduct.endedOn', months: 24, basis: { instrument: 'test-law', article: '1' } },
})
const facts: readonly FactDefinition[] = withFacts(
  fact('party.kind', { type: 'enum', scope: 'party', values: kinds }),
  fact('conduct.endedOn', { type: 'date' }),
  fact('test.foundOn', { type: 'date' }),
  limit,
)

const edition = (when: Condition, extra: Partial<CircumstanceEdition> = {}): CircumstanceEdition => ({
  inForce: { from: null },
  basis: { instrument: 'test-law', article: '1' },
  when,
  effect: 'no-penalty',
  verification: { status: 'primary-text', dates: 'text' },
  ...extra,
})

/** Two editions that touch at the turn of 2022 to 2023. */
const turning = (before: Partial<CircumstanceEdition>, from: Partial<CircumstanceEdition>): readonly CircumstanceEdition[] => [
  edition(yes('test.a'), { inForce: { from: null, to: '2022-12-31' }, ...before }),
  edition(yes('test.v'), { inForce: { from: '2023-01-01' }, ...from }),
]

const circumstance = (editions: readonly CircumstanceEdition[], extra: Partial<Circumstance> = {}): Circumstance => ({
  id: 'test',
  title: '测试',
  tracks: ['administrative'],
  strikes: 'anyone',
  burden: 'authority',
  editions,
  ...extra,
})

type Conduct = Partial<InspectionRecord['conducts'][number]>

function decided(one: Circumstance, conduct: Conduct, decidedOn = '2023-01-10') {
  const rules = ruleset(pack({ facts, circumstances: [one] }))
  const value = record(conduct)
  const [first] = value.conducts
  if (first === undefined) throw new Error('no conduct')
  const span = spanOf(first, decidedOn)
  const context: ConductContext = {
    conduct: first.id,
    facts: collectFacts(value, first, span, rules.vocabulary.facts.values(), decidedOn),
    span,
    ruleset: rules,
    plans: new Set(),
  }
  // Only what was announced is decided, as by a runtime.
  const announced = new Set(circumstanceConditions({ context, decidedOn }))
  const ask = (condition: Condition) => {
    if (!announced.has(condition)) throw new Error('a condition that was not announced')
    return evaluate(rules.form(condition), context.facts)
  }
  return circumstancesOf({ context, decidedOn, ask }).map(({ state, edition: { effect }, missing }) => ({ state, effect, missing }))
}

const always = circumstance([edition(yes('test.a'))])

describe('a circumstance', () => {
  test('is established where its condition holds', () => {
    expect(decided(always, { facts: { 'test.a': true } })).toEqual([{ state: 'established', effect: 'no-penalty', missing: [] }])
  })

  test('is absent where its condition fails', () => {
    expect(decided(always, { facts: { 'test.a': false } })).toEqual([])
  })

  test('is open, with what to ask, where a fact is missing', () => {
    expect(decided(always, { facts: {} })).toEqual([{ state: 'open', effect: 'no-penalty', missing: ['test.a'] }])
  })

  test('that is for the party to show is not shown where a fact is missing, and nobody is asked', () => {
    const party = circumstance([edition(yes('test.a'))], { burden: 'party', notice: '请举证' })
    expect(decided(party, { facts: {} })).toEqual([{ state: 'not-shown', effect: 'no-penalty', missing: [] }])
    expect(decided(party, { facts: { 'test.a': true } })).toMatchObject([{ state: 'established' }])
    expect(decided(party, { facts: { 'test.a': false } })).toEqual([])
  })

  test('of people is no matter of a unit, and stays one while the kind of the party is unknown', () => {
    const natural = circumstance([edition(yes('test.a'))], { strikes: 'natural-person' })
    expect(decided(natural, { facts: { 'test.a': true, 'party.kind': 'enterprise' } })).toEqual([])
    expect(decided(natural, { facts: { 'test.a': true, 'party.kind': 'sole-trader' } })).toMatchObject([{ state: 'established' }])
    expect(decided(natural, { facts: { 'test.a': true } })).toMatchObject([{ state: 'established' }])
    expect(decided(always, { facts: { 'test.a': true, 'party.kind': 'enterprise' } })).toMatchObject([{ state: 'established' }])
  })

  test('without an edition in force on either day is absent', () => {
    const ended = circumstance([edition(yes('test.a'), { inForce: { from: null, to: '2022-12-31' } })])
    expect(decided(ended, { date: '2023-01-01', facts: { 'test.a': true } })).toEqual([])
    expect(decided(ended, { date: '2022-12-31', facts: { 'test.a': true } })).toMatchObject([{ state: 'established' }])
  })
})

describe('of the edition of the act and that of the decision', () => {
  const softened = circumstance(turning({ effect: 'may-mitigate' }, { effect: 'no-penalty' }))

  test('the one that does more for the party decides', () => {
    expect(decided(softened, { date: '2022-12-31', facts: { 'test.a': true, 'test.v': true } })).toMatchObject([{ effect: 'no-penalty' }])
    expect(decided(softened, { date: '2022-12-31', facts: { 'test.a': true, 'test.v': false } })).toMatchObject([{ effect: 'may-mitigate' }])
    expect(decided(softened, { date: '2022-12-31', facts: { 'test.a': false, 'test.v': true } })).toMatchObject([{ effect: 'no-penalty' }])
  })

  test('an established one stands before one that is still open', () => {
    expect(decided(softened, { date: '2022-12-31', facts: { 'test.a': true } })).toMatchObject([{ state: 'established', effect: 'may-mitigate' }])
    expect(decided(softened, { date: '2022-12-31', facts: { 'test.a': false } })).toEqual([{ state: 'open', effect: 'no-penalty', missing: ['test.v'] }])
  })

  test('only that of the decision is left for an act on its first day', () => {
    expect(decided(softened, { date: '2023-01-01', facts: { 'test.a': true, 'test.v': false } })).toEqual([])
  })

  test('aggravation follows the act alone, whichever came later', () => {
    const heavier = circumstance(turning({ effect: 'aggravate' }, { effect: 'aggravate' }))
    expect(decided(heavier, { date: '2022-12-31', facts: { 'test.a': false, 'test.v': true } })).toEqual([])
    expect(decided(heavier, { date: '2022-12-31', facts: { 'test.a': true, 'test.v': false } })).toMatchObject([{ state: 'established' }])
  })

  test('a continuing act is taken on its last day', () => {
    const heavier = circumstance(turning({ effect: 'aggravate' }, { effect: 'aggravate' }))
    const facts = { 'test.a': true, 'test.v': false }
    expect(decided(heavier, { date: { from: '2022-12-01', to: '2022-12-31' }, facts })).toMatchObject([{ state: 'established' }])
    expect(decided(heavier, { date: { from: '2022-12-01', to: '2023-01-01' }, facts })).toEqual([])
  })
})

describe('of an act whose day is unknown', () => {
  test('an edition that may not have governed leaves the day to be asked', () => {
    const softened = circumstance(turning({}, {}))
    expect(decided(softened, { date: null, facts: { 'test.a': true, 'test.v': false } })).toEqual([
      { state: 'open', effect: 'no-penalty', missing: ['conduct.date'] },
    ])
  })

  test('the edition of the decision is sure, for what lightens', () => {
    expect(decided(circumstance(turning({}, {})), { date: null, facts: { 'test.a': false, 'test.v': true } })).toMatchObject([{ state: 'established' }])
    const heavier = circumstance(turning({ effect: 'aggravate' }, { effect: 'aggravate' }))
    expect(decided(heavier, { date: null, facts: { 'test.a': false, 'test.v': true } })).toEqual([
      { state: 'open', effect: 'aggravate', missing: ['conduct.date'] },
    ])
  })

  test('the only edition there ever was is sure', () => {
    const only = circumstance([edition(yes('test.a'), { effect: 'aggravate' })])
    expect(decided(only, { date: null, facts: { 'test.a': true } })).toMatchObject([{ state: 'established' }])
  })

  test('a period that runs from its end asks for the day', () => {
    const barred = circumstance([edition({ fact: 'test.foundOn', operator: 'after', value: { fact: 'limit.endsOn' } }, { effect: 'time-barred' })])
    expect(decided(barred, { date: null, facts: { 'test.foundOn': '2023-01-10' } })).toEqual([
      { state: 'open', effect: 'time-barred', missing: ['conduct.date'] },
    ])
    expect(decided(barred, { date: '2021-01-10', facts: { 'test.foundOn': '2023-01-10' } })).toEqual([])
    expect(decided(barred, { date: '2021-01-09', facts: { 'test.foundOn': '2023-01-10' } })).toMatchObject([{ state: 'established' }])
  })
})
