import { directRuntime } from '@hegui/engine'
import type { Condition, FactValue } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, fact, pack, record, rule, ruleset, withFacts, yes } from '../../test/support/builders.js'
import { compiledRuntime } from './runtime.js'

const ten: Condition = { fact: 'test.n', operator: 'lessThan', value: 10 }
const late: Condition = { fact: 'conduct.date', operator: 'after', value: '2023-01-01' }
const rules = ruleset(
  pack({
    facts: withFacts(fact('test.n', { type: 'number', unit: 'kg' })),
    rules: [rule('first', { violatedWhen: { any: [yes('test.v'), ten] } }), rule('second', { violatedWhen: late })],
  }),
)
const runtime = compiledRuntime(rules)
const questions = [{ any: [yes('test.v'), ten] }, late, { not: yes('test.v') }].map((condition) => rules.question(condition as Condition))
const editions = rules.rules.flatMap(([, each]) => each)

describe('facts that no checked record holds', () => {
  test.each<readonly [string, FactValue | null]>([
    ['test.n', '9'],
    ['test.n', Number.NaN],
    ['test.n', null],
    ['conduct.date', 20230110],
    ['conduct.date', 'yesterday'],
    ['test.v', 'true'],
  ])('%s = %j is decided, or fails, as by the walk over the trees', (id, value) => {
    const facts = new Map([
      ['test.v', true],
      ['test.a', true],
      [id, value as FactValue],
    ] as const)
    expect(runtime.decide(questions, facts)).toEqual(directRuntime.decide(questions, facts))
    expect(runtime.decideRules?.(editions, facts)).toBeUndefined()
  })

  test('leave nothing behind for the next conduct', () => {
    runtime.decide(questions, new Map<string, FactValue>([['test.n', '9']]))
    expect(runtime.decide(questions, new Map())).toEqual(['unknown', 'unknown', 'unknown'])
    expect(runtime.decide(questions, new Map<string, FactValue>([['test.n', 9]]))).toEqual(['holds', 'unknown', 'unknown'])
  })
})

test('a ruleset is compiled once, and rules of another are refused', () => {
  expect(compiledRuntime(rules)).toBe(runtime)
  expect(() => runtime.decideRules?.([rule('first')], new Map())).toThrow('test/first')
})

test('editions are decided in the order they are asked, whatever the order of the ruleset', () => {
  const facts = new Map<string, FactValue>([
    ['test.a', true],
    ['test.v', true],
    ['conduct.date', '2022-12-31'],
  ])
  expect(runtime.decideRules?.(editions, facts)).toEqual(['holds', 'holds', 'holds', 'fails'])
  expect(runtime.decideRules?.([...editions].reverse(), facts)).toEqual(['holds', 'fails', 'holds', 'holds'])
})

test('an assessment by this runtime says so', () => {
  expect(assessed(record(), rules).engine.runtime).toBe('compiled')
})
