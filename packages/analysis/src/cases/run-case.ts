/** A case of a rule, run: what the rule says about its facts, against what the case expects. */
import { hashOf, type Ruleset, type SyncRuntimeChoice } from '@hegui/engine'
import type { CaseMeasure, MeasureKind, Problem, RuleCase, Verdict } from '@hegui/model'
import { answerTo, type CaseAnswer, sorted } from './case-answer.js'

/** One expectation that was not met. Lists are in code-unit order. */
export type CaseDifference =
  | { readonly of: 'verdict'; readonly expected: Verdict; readonly got: Verdict }
  | { readonly of: 'canViolate'; readonly expected: boolean; readonly got: boolean | undefined }
  | { readonly of: 'missing' | 'norms' | 'measures' | 'clauses'; readonly expected: readonly string[]; readonly got: readonly string[] }
  /** Measures in detail: those that are expected and did not come, and those that came unexpected. */
  | { readonly of: 'detail'; readonly expected: readonly CaseMeasure[]; readonly got: readonly CaseMeasure[] }
  /** `got` undefined: no such action follows from the rule; null: its limit cannot be counted. */
  | { readonly of: 'due'; readonly action: string; readonly expected: string | null; readonly got: string | null | undefined }

export type CaseResult =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly differences: readonly CaseDifference[] }
  /** The facts of the case do not make a record. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** Only what the case expects is compared: a case that names no facts that are missing does not care which they are. */
export function runCase(rule: string, given: RuleCase, ruleset: Ruleset, { runtime }: { readonly runtime?: SyncRuntimeChoice } = {}): CaseResult {
  const answered = answerTo(rule, given, ruleset, runtime)
  if (!answered.ok) return { kind: 'refused', problems: answered.problems }
  const differences = differencesOf(given.expect, answered.answer)
  return differences.length === 0 ? { kind: 'passed' } : { kind: 'failed', differences }
}

export function differencesOf({ verdict, canViolate, missing, norms, measures, due, clauses }: RuleCase['expect'], got: CaseAnswer): readonly CaseDifference[] {
  return [
    ...(verdict === got.verdict ? [] : [{ of: 'verdict', expected: verdict, got: got.verdict } as const]),
    ...(canViolate === undefined || canViolate === got.canViolate ? [] : [{ of: 'canViolate', expected: canViolate, got: got.canViolate } as const]),
    ...listDifference('missing', missing, got.missing),
    ...listDifference('norms', norms, got.norms),
    ...measureDifferences(measures, got.measures),
    ...listDifference('clauses', clauses?.map(clauseText), got.clauses.map(clauseText)),
    ...Object.entries(due ?? {}).flatMap(([action, expected]) =>
      got.due[action] === expected ? [] : [{ of: 'due', action, expected, got: got.due[action] } as const],
    ),
  ]
}

const clauseText = ({ plan, clause }: { readonly plan: string; readonly clause: string }): string => `${plan} ${clause}`

/** Each measure in detail stands for one that came; what is left must be of the kinds that are named, and of each there is one. */
function measureDifferences(expected: RuleCase['expect']['measures'], got: readonly CaseMeasure[]): readonly CaseDifference[] {
  if (expected === undefined) return []
  const kinds = expected.flatMap((each) => (typeof each === 'string' ? [each] : []))
  const kindsOf = (measures: readonly CaseMeasure[]): readonly MeasureKind[] => measures.map(({ kind }) => kind)
  if (kinds.length === expected.length) return listDifference('measures', kinds, kindsOf(got))
  const absent = expected.flatMap((each) => (typeof each === 'string' ? [] : [each]))
  const left = got.filter((measure) => {
    const at = absent.findIndex((each) => hashOf(each) === hashOf(measure))
    if (at >= 0) absent.splice(at, 1)
    return at < 0
  })
  const unexpected = left.filter(({ kind }) => !kinds.includes(kind))
  if (absent.length + unexpected.length > 0) return [{ of: 'detail', expected: absent, got: unexpected }]
  return listDifference('measures', kinds, kindsOf(left))
}

function listDifference(
  of: 'missing' | 'norms' | 'measures' | 'clauses',
  expected: readonly string[] | undefined,
  got: readonly string[],
): readonly CaseDifference[] {
  if (expected === undefined) return []
  const [wanted, found] = [sorted(expected), sorted(got)]
  return wanted.join('\n') === found.join('\n') ? [] : [{ of, expected: wanted, got: found }]
}
