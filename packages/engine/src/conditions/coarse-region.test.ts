/** A region that is too coarse to tell is unknown, in both runtimes. */
import { describe, expect, test } from 'vitest'
import { jsonRulesEngineRuntime } from '../json-rules-engine/runtime.js'
import { evaluate, missingFacts } from './evaluate.js'
import { normalForm } from './normal-form.js'

describe.each([
  ['410000', ['410100'], 'unknown'],
  ['410100', ['410100'], 'holds'],
  ['410103', ['410100'], 'holds'],
  ['410103001', ['410103'], 'holds'],
  ['410103', ['410103001'], 'unknown'],
  ['500000', ['410100'], 'fails'],
  ['410000', ['410100', '410000'], 'holds'],
  ['410000', ['500000', '410100'], 'unknown'],
] as const)('%s within %j', (region, outer, expected) => {
  const facts = new Map([['record.region', region]])
  const inside = normalForm({ fact: 'record.region', operator: 'within', value: outer }, new Map())
  const outside = normalForm({ not: { fact: 'record.region', operator: 'within', value: outer } }, new Map())

  test(`is ${expected}`, async () => {
    const opposite = { holds: 'fails', fails: 'holds', unknown: 'unknown' } as const
    expect(evaluate(inside, facts)).toBe(expected)
    expect(evaluate(outside, facts)).toBe(opposite[expected])
    const condition = { fact: 'record.region', operator: 'within', value: outer } as const
    expect(
      await jsonRulesEngineRuntime.decide(
        [
          { condition, form: inside },
          { condition, form: outside },
        ],
        facts,
      ),
    ).toEqual([expected, opposite[expected]])
  })

  test('asks for the region again only when it is unknown', () => {
    expect(missingFacts(inside, facts)).toEqual(expected === 'unknown' ? ['record.region'] : [])
  })
})
