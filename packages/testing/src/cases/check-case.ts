/** A case of a rule, first looked at and then run. */
import { type CaseResult, runCase } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { problem, type RuleCase, shown, type Verdict } from '@hegui/model'
import { coverRule } from '../coverage/rule-coverage.js'
import { caseProblems } from './case-problems.js'

/** `refused`: the facts make no record, or the expectation can never be met. Paths of problems start at the case. */
export function checkCase(rule: string, given: RuleCase, ruleset: Ruleset): CaseResult {
  const problems = caseProblems(rule, given, ruleset)
  if (problems.length > 0) return { kind: 'refused', problems }
  const result = runCase(rule, given, ruleset)
  if (result.kind !== 'failed' || !result.differences.some(({ of }) => of === 'verdict') || canSay(rule, given.expect.verdict, ruleset)) return result
  const never = problem('HG9011', ['expect', 'verdict'], {
    name: shown(given.name),
    found: given.expect.verdict,
    detail: '规则分得清的事实都试过，没有一种得出这个结论',
    detailEn: 'of all the facts the rule can tell apart none has this verdict',
  })
  return { kind: 'refused', problems: [never] }
}

/** Asked only of a verdict that did not come out: it takes trying all facts. */
const canSay = (rule: string, verdict: Verdict, ruleset: Ruleset): boolean =>
  coverRule(rule, [], ruleset).items.some(({ obligation, state }) => obligation.kind === 'outcome' && obligation.verdict === verdict && state !== 'impossible')
