/** Where hegui answers otherwise than a stock json-rules-engine, on purpose: each one, in every form that decides. */
import { compiledRuntime, compileModule, directRuntime, jsonRulesEngineRuntime, toJsonRulesEngine } from '@hegui/engine'
import type { Condition, FactValue } from '@hegui/model'
import { expect, test } from 'vitest'
import { fact, pack, rule, ruleset, withFacts, yes } from './support/builders.js'
import { imported } from './support/compiled-module.js'

const facts = withFacts(
  fact('test.n', { type: 'number', unit: 'kg' }),
  fact('test.m', { type: 'number', unit: 'kg' }),
  fact('test.kind', { type: 'enum', values: ['red', 'blue'].map((value) => ({ value, title: value })) }),
  fact('test.kinds', { type: 'set', values: ['red', 'blue'].map((value) => ({ value, title: value })) }),
)
const is = (kind: string): Condition => ({ fact: 'test.kind', operator: 'equal', value: kind })

/** What a stock engine says, where hegui says unknown. */
const unknownHere: readonly (readonly [string, Condition, Readonly<Record<string, FactValue>>, boolean])[] = [
  ['notEqual on a missing fact', { fact: 'test.kind', operator: 'notEqual', value: 'red' }, {}, true],
  ['notIn on a missing fact', { fact: 'test.kind', operator: 'notIn', value: ['red'] }, {}, true],
  ['not of what is asked of a missing fact', { not: is('red') }, {}, true],
  ['an any of a leaf and its denial, the fact missing', { any: [is('red'), { not: is('red') }] }, {}, true],
  ['equal on a missing fact', is('red'), {}, false],
  ['doesNotContain on a missing set', { fact: 'test.kinds', operator: 'doesNotContain', value: 'red' }, {}, false],
  ['a missing number', { fact: 'test.n', operator: 'greaterThan', value: 1 }, {}, false],
  ['a number compared with a missing one', { fact: 'test.n', operator: 'greaterThan', value: { fact: 'test.m' } }, { 'test.n': 5 }, false],
]

test.each(unknownHere)('%s', async (_, condition, given, stock) => {
  const packed = pack({ facts, rules: [rule('only', { violatedWhen: condition })] })
  const rules = ruleset(packed)
  const known = new Map<string, FactValue>([['test.a', true], ...Object.entries(given)])
  const { events } = await toJsonRulesEngine(packed, { on: '2023-01-10' }).run(Object.fromEntries(known))
  expect(events.length === 1).toBe(stock)
  for (const runtime of [compiledRuntime(rules), directRuntime, jsonRulesEngineRuntime])
    expect(await runtime.decide([rules.question(condition)], known)).toEqual(['unknown'])
  const { decide } = await imported(compileModule(rules))
  // `appliesWhen` holds: 3; `violatedWhen` is unknown: 1, two bits up.
  expect([...decide(Object.fromEntries(known), new Uint8Array(1))]).toEqual([3 + 4])
})

test('a number written as text is an error, not a number', async () => {
  const condition: Condition = { fact: 'test.n', operator: 'lessThan', value: 10 }
  const packed = pack({ facts, rules: [rule('only', { violatedWhen: condition, appliesWhen: yes('test.a') })] })
  const rules = ruleset(packed)
  const given = new Map<string, FactValue>([
    ['test.a', true],
    ['test.n', '9'],
  ])
  expect((await toJsonRulesEngine(packed, { on: '2023-01-10' }).run(Object.fromEntries(given))).events).toHaveLength(1)
  for (const runtime of [compiledRuntime(rules), directRuntime, jsonRulesEngineRuntime])
    expect(await runtime.decide([rules.question(condition)], given)).toEqual([{ error: 'expected a number, got string' }])
})
