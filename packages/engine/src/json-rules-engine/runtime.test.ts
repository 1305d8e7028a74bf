import type { Condition } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessedAsync, pack, record, rule, ruleset, yes } from '../../test/support/builders.js'
import { normalForm } from '../conditions/normal-form.js'
import { directRuntime } from '../conditions/runtime.js'
import { jsonRulesEngineRuntime } from './runtime.js'

const question = (condition: Condition) => ({ condition, form: normalForm(condition, new Map()) })
const ten: Condition = { fact: 'a.n', operator: 'lessThan', value: 10 }

describe('a condition that throws', () => {
  // A record that was checked never holds text where a number belongs; here it does.
  const facts = new Map<string, string | boolean>([
    ['a.n', '9'],
    ['b.b', true],
  ])

  test.each([directRuntime, jsonRulesEngineRuntime])('fails alone: $name', async (runtime) => {
    expect(await runtime.decide([question(yes('b.b')), question(ten), question({ not: yes('b.b') })], facts)).toEqual([
      'holds',
      { error: 'expected a number, got string' },
      'fails',
    ])
  })

  test.each([directRuntime, jsonRulesEngineRuntime])('fails even where another part has already decided: $name', async (runtime) => {
    expect(await runtime.decide([question({ any: [yes('b.b'), ten] })], facts)).toEqual([{ error: 'expected a number, got string' }])
  })
})

describe('deciding twice', () => {
  test('a negative operator on a missing fact is unknown, where json-rules-engine alone would say true', async () => {
    expect(
      await jsonRulesEngineRuntime.decide([question({ fact: 'a.a', operator: 'notEqual', value: 'held' }), question({ not: yes('b.b') })], new Map()),
    ).toEqual(['unknown', 'unknown'])
  })

  test('no questions get no decisions', async () => {
    expect(await jsonRulesEngineRuntime.decide([], new Map())).toEqual([])
  })

  test('the same condition twice in one batch is decided twice, in its place', async () => {
    expect(await jsonRulesEngineRuntime.decide([question(ten), question(yes('b.b')), question(ten)], new Map([['a.n', 3]]))).toEqual([
      'holds',
      'unknown',
      'holds',
    ])
  })
})

test('an assessment by this runtime says so', async () => {
  expect(await assessedAsync(record(), ruleset(pack({ rules: [rule('only')] })), { runtime: 'json-rules-engine' })).toMatchObject({
    engine: { runtime: 'json-rules-engine' },
    findings: [{ verdict: 'violation' }],
  })
})
