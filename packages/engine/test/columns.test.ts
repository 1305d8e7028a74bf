/** Batches against the decider of one conduct: generated rules and facts, at every length at which a word ends. */
import { createBatchDecider, createRuleDecider, type Facts as EngineFacts } from '@hegui/engine'
import type { Condition, FactValue } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact, pack, rule, ruleset, withFacts, yes } from './support/builders.js'
import { crowdedWorld, type Facts, fuzz } from './support/generators.js'

const parameters = fuzz(150)
console.info(`columns: ${parameters.numRuns} runs, HEGUI_FUZZ_SEED=${parameters.seed}`)

const crowd = crowdedWorld.map(({ facts, named, conditions, values }) => ({
  rules: ruleset(
    pack({
      facts: [...pack().facts, ...facts],
      conditions: named,
      rules: conditions.flatMap((appliesWhen, a) => conditions.map((violatedWhen, v) => rule(`r${a}-${v}`, { appliesWhen, violatedWhen }))),
    }),
  ),
  conducts: values.flatMap(({ complete, partial }) => [complete, partial]),
}))
const lengths = fc.constantFrom(0, 1, 31, 32, 33, 48)
/** Half of them with gaps; nothing unknown; nearly everything unknown. */
const variants: readonly ((conducts: readonly Facts[], index: number) => Facts | undefined)[] = [
  (conducts, index) => conducts[index % conducts.length],
  (conducts, index) => conducts[(index * 2) % conducts.length],
  (conducts, index) => (index % 5 === 0 ? conducts[index % conducts.length] : new Map()),
]
const decidedOneByOne = (decide: (facts: EngineFacts) => Uint8Array | undefined, conducts: readonly Facts[]) =>
  conducts.map((conduct) => [...(decide(conduct) ?? [])])

describe('a batch', () => {
  test('is decided as its conducts are one by one, whatever stood in it before', () => {
    fc.assert(
      fc.property(crowd, fc.array(lengths, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 47 }), ({ rules, conducts }, counts, from) => {
        const batch = createBatchDecider(rules, { size: 48 })
        const { decide } = createRuleDecider(rules)
        for (const [turn, count] of counts.entries()) {
          const given = Array.from({ length: count }, (_, index) => variants[turn % 3]?.(conducts, from + index) as Facts)
          batch.clear()
          for (const conduct of given) expect(batch.add(conduct)).toBe(true)
          const findings = batch.decide()
          const expected = decidedOneByOne(decide, given)
          expect(findings.count).toBe(count)
          expect([...findings.rows()]).toEqual(expected.flat())
          expect(given.map((_, row) => batch.rules.map((__, at) => findings.at(at, row)))).toEqual(expected)
        }
      }),
      parameters,
    )
  }, 600_000)

  test('is the same filled by columns', () => {
    fc.assert(
      fc.property(crowd, lengths, ({ rules, conducts }, count) => {
        const batch = createBatchDecider(rules, { size: 64 })
        const given = conducts.slice(0, count)
        for (const id of rules.vocabulary.facts.keys())
          expect(
            batch.fill(
              id,
              given.map((facts) => facts.get(id)),
            ),
          ).toEqual([])
        expect([...batch.decide().rows()]).toEqual(decidedOneByOne(createRuleDecider(rules).decide, given).flat())
      }),
      parameters,
    )
  }, 600_000)
})

const ten: Condition = { fact: 'test.n', operator: 'lessThan', value: 10 }
const small = ruleset(
  pack({
    facts: withFacts(fact('test.n', { type: 'number', unit: 'kg' })),
    rules: [rule('first', { violatedWhen: { any: [yes('test.v'), ten] } }), rule('never', { appliesWhen: { not: yes('test.a') }, violatedWhen: ten })],
  }),
)
const facts = (entries: Readonly<Record<string, FactValue>>): Facts => new Map(Object.entries(entries))

describe('bitsets', () => {
  test('say by rule where it can be violated and where that is proved', () => {
    const batch = createBatchDecider(small)
    batch.add(facts({ 'test.a': true, 'test.v': true }))
    batch.add(facts({ 'test.a': true, 'test.n': 10 }))
    batch.add(facts({ 'test.a': true, 'test.n': 10, 'test.v': false }))
    batch.add(facts({ 'test.a': false, 'test.v': true }))
    const { applies, violated } = batch.decide()
    const at = batch.rules.findIndex(({ id }) => id === 'test/first')
    expect([applies[at]?.possible[0], applies[at]?.proved[0], violated[at]?.possible[0], violated[at]?.proved[0]]).toEqual([0b111, 0b111, 0b011, 0b001])
  })
})

test('a place too coarse to tell is unknown, row by row', () => {
  const within: Condition = { fact: 'record.region', operator: 'within', value: ['500241107'] }
  const rules = ruleset(
    pack({ rules: [rule('in', { appliesWhen: within, violatedWhen: within }), rule('out', { appliesWhen: { not: within }, violatedWhen: within })] }),
  )
  const given = ['500000', '500241107201', '410103', '500241', '500241107'].map((place) => facts({ 'record.region': place }))
  const batch = createBatchDecider(rules)
  for (const each of [...given, facts({})]) batch.add(each)
  expect(batch.decide().applies[0]).toMatchObject({ possible: { 0: 0b111011 }, proved: { 0: 0b010010 } })
  expect([...batch.decide().rows()]).toEqual(decidedOneByOne(createRuleDecider(rules).decide, [...given, facts({})]).flat())
})

describe('values that no checked record holds', () => {
  test('keep a conduct out, and leave nothing behind', () => {
    const batch = createBatchDecider(small)
    expect(batch.add(facts({ 'test.a': true, 'test.v': true, 'test.n': '9' }))).toBe(false)
    expect(batch.add(facts({ 'test.n': Number.NaN }))).toBe(false)
    expect(batch.decide().count).toBe(0)
    expect(batch.add(new Map())).toBe(true)
    expect([...batch.decide().rows()]).toEqual([...(createRuleDecider(small).decide(new Map()) ?? [])])
  })

  test('of a column are named, and unknown', () => {
    const batch = createBatchDecider(small)
    expect(batch.fill('test.n', [9, '9', null, Number.NaN, undefined])).toEqual([1, 3])
    const rows = createRuleDecider(small)
    expect([...batch.decide().rows()]).toEqual(
      [facts({ 'test.n': 9 }), ...Array.from({ length: 4 }, () => facts({}))].flatMap((each) => [...(rows.decide(each) ?? [])]),
    )
  })
})

test('a full batch takes no more', () => {
  const batch = createBatchDecider(small, { size: 2 })
  batch.fill('test.a', [true])
  batch.add(facts({}))
  expect(() => batch.add(facts({}))).toThrow(RangeError)
  expect(() => batch.fill('test.a', [true, true, true])).toThrow(RangeError)
  expect(() => batch.decide().rows(new Uint8Array(3))).toThrow(RangeError)
})
