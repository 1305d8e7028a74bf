/**
 * Laws of coverage, on random rules: what is proposed completes it, and an effect that is said to be shown is one.
 */
import { assess } from '@hegui/engine'
import type { Condition, RuleCase } from '@hegui/model'
import { coverRule, recordOfCase, runCase } from '@hegui/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fact, pack, rule, ruleset, withFacts } from '../../engine/test/support/builders.js'

const kinds = ['one', 'two', 'three']
const facts = withFacts(
  fact('test.b'),
  fact('test.kind', { type: 'enum', values: kinds.map((value) => ({ value, title: value })) }),
  fact('test.kg', { type: 'number', unit: 'kg' }),
)
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constantFrom('test.a', 'test.v', 'test.b'), operator: fc.constantFrom('equal', 'notEqual'), value: fc.boolean() }),
  fc.record({ fact: fc.constant('test.kind'), operator: fc.constantFrom('in', 'notIn'), value: fc.subarray(kinds, { minLength: 1, maxLength: 2 }) }),
  fc.record({ fact: fc.constant('test.kg'), operator: fc.constantFrom('lessThan', 'greaterThanInclusive'), value: fc.integer({ min: 1, max: 3 }) }),
) as fc.Arbitrary<Condition>
const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree
const conditions = fc.record({ appliesWhen: condition, violatedWhen: condition })
const rulesOf = (parts: { readonly appliesWhen: Condition; readonly violatedWhen: Condition }) => ruleset(pack({ rules: [rule('only', parts)], facts }))

test('the proposed cases pass and complete the coverage of a rule that has none', () => {
  fc.assert(
    fc.property(conditions, (parts) => {
      const rules = rulesOf(parts)
      const { proposals, items, exhausted } = coverRule('test/only', [], rules)
      for (const each of proposals) expect(runCase('test/only', each, rules)).toEqual({ kind: 'passed' })
      const again = coverRule('test/only', proposals, rules)
      expect(exhausted).toBe(true)
      // What is impossible stays so, everything else is covered: the search and the count agree.
      expect(again.items.map(({ state }) => state)).toEqual(items.map(({ state }) => (state === 'missing' ? 'covered' : state)))
      expect(again.proposals).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('without any one of the proposed cases something is missing', () => {
  fc.assert(
    fc.property(conditions, (parts) => {
      const rules = rulesOf(parts)
      const { proposals } = coverRule('test/only', [], rules)
      for (const [at] of proposals.entries()) {
        const fewer = coverRule(
          'test/only',
          proposals.filter((_, place) => place !== at),
          rules,
        )
        expect(fewer.items.some(({ state }) => state === 'missing')).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

/** Said of records and the engine alone: what the rule says about the facts of the case. */
const verdictOf = (given: RuleCase, rules: ReturnType<typeof rulesOf>): string => {
  const result = assess(recordOfCase(given, rules), rules)
  if (!result.ok) throw new Error(result.problems.map((found) => found.message).join('\n'))
  return result.assessment.findings[0]?.verdict ?? ''
}

test('the two cases that show an effect differ in the comparison and in a settled verdict', () => {
  fc.assert(
    fc.property(conditions, (parts) => {
      const rules = rulesOf(parts)
      const { proposals } = coverRule('test/only', [], rules)
      const byName = new Map(proposals.map((each) => [each.name, each]))
      for (const { obligation, shownBy } of coverRule('test/only', proposals, rules).items) {
        if (obligation.kind !== 'effect' || shownBy.length === 0) continue
        const [one, other] = shownBy.map((name) => byName.get(name) as RuleCase) as [RuleCase, RuleCase]
        const verdicts = [verdictOf(one, rules), verdictOf(other, rules)]
        expect(new Set(verdicts).size).toBe(2)
        expect(verdicts).not.toContain('undetermined')
        // A rule of this comparison alone tells the two apart.
        const alone = rulesOf({ appliesWhen: { fact: 'conduct.date', operator: 'after', value: '2000-01-01' }, violatedWhen: obligation.leaf })
        const sides = [one, other].map((each) => verdictOf(each, alone))
        expect(sides.sort()).toEqual(['compliant', 'violation'])
      }
    }),
    { numRuns: 40 },
  )
})
