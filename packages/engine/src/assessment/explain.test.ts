import { describe, expect, test } from 'vitest'
import { pack, record, rule, ruleset } from '../../test/support/builders.js'
import { explain } from './explain.js'

const rules = ruleset(
  pack({ rules: [rule('only', { inForce: { from: null, to: '2019-12-31' } }), rule('only', { revision: 2, inForce: { from: '2020-01-01' } })] }),
)

describe('explaining a rule', () => {
  test('shows the edition of the day, leaf by leaf', () => {
    expect(explain(record(), rules, { rule: 'test/only' })).toMatchObject({
      ok: true,
      explanation: {
        rule: 'test/only',
        conduct: 'c',
        editions: [{ revision: 2, appliesWhen: { kind: 'leaf', truth: 'holds', got: true }, violatedWhen: { truth: 'holds' } }],
      },
    })
  })

  test('shows every edition an unknown day allows', () => {
    const result = explain(record({ date: null }), rules, { rule: 'test/only' })
    expect(result.ok && result.explanation.editions.map((edition) => edition.revision)).toEqual([1, 2])
  })

  test('of an unknown rule suggests the one that was meant', () => {
    expect(explain(record(), rules, { rule: 'test/onyl' })).toMatchObject({
      ok: false,
      problems: [{ code: 'HG6001', message: expect.stringContaining('test/only') }],
    })
  })

  test('of an unknown conduct is a problem', () => {
    expect(explain(record(), rules, { rule: 'test/only', conduct: 'x' })).toMatchObject({ ok: false, problems: [{ code: 'HG6004' }] })
  })

  test('of a record that cannot be assessed gives its problems', () => {
    expect(explain({}, rules, { rule: 'test/only' }).ok).toBe(false)
  })
})
