import { assess, type Ruleset } from '@hegui/engine'
import type { InspectionRecord } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzz } from '../../engine/test/support/generators.js'
import { commonFacts } from '../src/diff/common-facts.js'
import { compareRule, comparisonSteps, type RuleComparison } from '../src/diff/compare-rule.js'
import { type SearchResult, search } from '../src/diff/search.js'
import { solved } from '../src/diff/solver/solve.js'
import { openZ3 } from '../src/index.js'
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
      fuzz(300),
    )
    // Of nothing but equal or nothing but different rules the run would prove little.
    const pairs = tally.equivalent + tally.different + tally.undecided
    expect(tally.equivalent).toBeGreaterThan(pairs * 0.015)
    expect(tally.different).toBeGreaterThan(pairs * 0.07)
    expect(tally.undecided).toBeLessThan(pairs * 0.02)
  })
})

/** Pairs that are compared by the search and by the solver as well; scripts/fuzz-diff.mjs sets more. */
const SOLVED = Number(process.env['HEGUI_FUZZ_SOLVED'] ?? 12)

test('the solver finds what the search finds, and nothing else', async () => {
  const solver = await openZ3()
  const tally = { same: 0, differing: 0 }
  try {
    await fc.assert(
      fc.asyncProperty(pairing(0), async ({ old, fresh }) => {
        // Without steps every search is given up at once.
        const steps = comparisonSteps(RULE, { old, new: fresh, common: commonFacts(old, fresh) }, 0)
        let step = steps.next()
        while (step.done !== true) {
          const { old: before, fresh: after, options, result } = step.value
          const searched = search(before, after, { ...options, budget: { left: STEPS } })
          const answered = await solved({ old: before, fresh: after, options, result }, solver)
          expect(result.found).toEqual([])
          expect(answered.complete).toBe(true)
          if (searched.complete) {
            expect(changesIn(answered)).toEqual(changesIn(searched))
            tally[searched.found.length === 0 ? 'same' : 'differing'] += 1
          }
          step = steps.next(answered)
        }
        expect(step.value.contradicted).toEqual([])
        expect(step.value.refused).toEqual([])
      }),
      // A dozen pairs of chance may all be of one kind: these are not.
      { ...fuzz(SOLVED), numRuns: SOLVED, ...(process.env['HEGUI_FUZZ_SEED'] === undefined ? { seed: 1 } : {}) },
    )
  } finally {
    await solver.end()
  }
  expect(tally.same).toBeGreaterThan(0)
  expect(tally.differing).toBeGreaterThan(0)
})

const changesIn = ({ found }: SearchResult): readonly string[] => found.map(({ from, to }) => `${from}>${to}`).sort()
