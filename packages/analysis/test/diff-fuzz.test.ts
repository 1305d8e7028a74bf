import { assess, type Ruleset } from '@hegui/engine'
import type { InspectionRecord } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzz } from '../../engine/test/support/generators.js'
import { commonFacts } from '../src/diff/common-facts.js'
import { compareRule, type RuleComparison } from '../src/diff/compare-rule.js'
import { type Pairing, pairing } from './diff-world.js'

const RULE = 'test/it'
const STEPS = 200_000

const compared = ({ old, fresh }: Pairing): RuleComparison => compareRule(RULE, { old, new: fresh, common: commonFacts(old, fresh) }, STEPS)

function outcomeOf(record: InspectionRecord, ruleset: Ruleset): string {
  const result = assess(record, ruleset)
  if (!result.ok) throw new Error(result.problems.map((each) => `${each.code} ${each.message}`).join('\n'))
  const found = result.assessment.findings.find(({ rule }) => rule === RULE)
  return found?.verdict === 'undetermined' && found.canViolate === false ? 'undetermined-cannot-violate' : (found?.verdict ?? 'none')
}

/** `HEGUI_FUZZ_RECORDS` random records for each of `HEGUI_FUZZ_RUNS` pairs; scripts/fuzz-diff.mjs sets ten thousand. */
const RECORDS = Number(process.env['HEGUI_FUZZ_RECORDS'] ?? 40)

describe('two versions of a rule, whatever they say', () => {
  test('no record differs in a way that was not found, and every example is borne out', () => {
    const tally = { equivalent: 0, different: 0, undecided: 0 }
    fc.assert(
      fc.property(pairing(RECORDS), (pair) => {
        const result = compared(pair)
        expect(result.contradicted).toEqual([])
        expect(result.refused).toEqual([])
        if (!result.complete) {
          tally.undecided += 1
          return
        }
        tally[result.relation === 'equivalent' ? 'equivalent' : 'different'] += 1
        const known = new Set(result.periods.flatMap(({ transitions }) => transitions.map(({ from, to }) => `${from}>${to}`)))
        for (const record of pair.records) {
          const [from, to] = [outcomeOf(record, pair.old), outcomeOf(record, pair.fresh)]
          if (from !== to) expect([...known], JSON.stringify(record)).toContain(`${from}>${to}`)
        }
        for (const { from, to, record } of result.examples) expect([outcomeOf(record, pair.old), outcomeOf(record, pair.fresh)]).toEqual([from, to])
      }),
      fuzz(150),
    )
    // Of nothing but equal or nothing but different rules the run would prove little.
    expect(tally.equivalent).toBeGreaterThan(5)
    expect(tally.different).toBeGreaterThan(20)
    expect(tally.undecided).toBeLessThan(5)
  })
})
