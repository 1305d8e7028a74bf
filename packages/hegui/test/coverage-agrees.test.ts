/** Coverage works out for itself what a rule says about a case; it must be what the engine says, and each case expects. */
import { expect, test } from 'vitest'
import { observe, ruleMeaning } from '../../testing/src/meaning/rule-meaning.js'
import { shippedCases } from '../src/input/shipped-cases.js'
import { shippedRuleset } from '../src/packs.js'

test('on every shipped case coverage reads the verdict that the engine gives', () => {
  const rules = shippedRuleset()
  const differing = shippedCases.flatMap(({ rule: id, cases }) => {
    const meaning = ruleMeaning(id, rules)
    return cases.flatMap((given) => {
      const seen = observe(meaning, given, rules).verdict
      return seen === given.expect.verdict ? [] : [`${id} ${given.name} ${seen}`]
    })
  })
  expect(differing).toEqual([])
})
