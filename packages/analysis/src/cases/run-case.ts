/** A case of a rule, run: what the rule says about its facts, against what the case expects. */
import { assess, type Ruleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, Problem, RuleCase, Verdict } from '@hegui/model'

/** One expectation that was not met. Lists are in code-unit order. */
export type CaseDifference =
  | { readonly of: 'verdict'; readonly expected: Verdict; readonly got: Verdict }
  | { readonly of: 'canViolate'; readonly expected: boolean; readonly got: boolean | undefined }
  | { readonly of: 'missing' | 'norms' | 'measures' | 'clauses'; readonly expected: readonly string[]; readonly got: readonly string[] }
  /** `got` undefined: no such action follows from the rule; null: its limit cannot be counted. */
  | { readonly of: 'due'; readonly action: string; readonly expected: string | null; readonly got: string | null | undefined }

export type CaseResult =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly differences: readonly CaseDifference[] }
  /** The facts of the case do not make a record. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** The record a case stands for: one conduct, decided on its day; a case without a day is decided in the middle of 2023. */
export function recordOfCase({ name, date, region, facts, goods, plans }: RuleCase, { vocabulary }: Ruleset): InspectionRecord {
  const inRecord = (id: string): boolean => vocabulary.facts.get(id)?.scope === 'record'
  const of = (wanted: boolean) => Object.fromEntries(Object.entries(facts).filter(([id]) => inRecord(id) === wanted))
  return {
    id: name,
    inspectedOn: date ?? '2023-06-30',
    plans: plans ?? [],
    facts: of(true),
    ...(region === undefined ? {} : { region }),
    conducts: [{ id: 'conduct', date, facts: of(false), ...(goods === undefined ? {} : { goods }) }],
  }
}

/** Only what the case expects is compared: a case that names no facts that are missing does not care which they are. */
export function runCase(rule: string, given: RuleCase, ruleset: Ruleset): CaseResult {
  const result = assess(recordOfCase(given, ruleset), ruleset)
  if (!result.ok) return { kind: 'refused', problems: result.problems }
  const { findings, measures } = result.assessment
  const finding = findings.find((each) => each.rule === rule)
  if (finding === undefined) throw new Error(`no finding of the rule ${rule}`)
  const proposed = measures.flatMap((each) => (each.proposed && each.norm !== undefined && each.findings.includes(rule) ? [each.norm] : []))
  const kinds = measures.flatMap((each) => (each.proposed && each.findings.includes(rule) ? [each.kind] : []))
  const { verdict, canViolate, missing, norms, measures: wanted, due, clauses } = given.expect
  const differences: readonly CaseDifference[] = [
    ...(verdict === finding.verdict ? [] : [{ of: 'verdict', expected: verdict, got: finding.verdict } as const]),
    ...(canViolate === undefined || canViolate === finding.canViolate ? [] : [{ of: 'canViolate', expected: canViolate, got: finding.canViolate } as const]),
    ...listDifference('missing', missing, finding.missing),
    ...listDifference('norms', norms, proposed),
    ...listDifference('measures', wanted, kinds),
    ...listDifference('clauses', clauses?.map(clauseText), finding.clauses.map(clauseText)),
    ...dueDifferences(due ?? {}, rule, result.assessment),
  ]
  return differences.length === 0 ? { kind: 'passed' } : { kind: 'failed', differences }
}

const clauseText = ({ plan, clause }: { readonly plan: string; readonly clause: string }): string => `${plan} ${clause}`

/** The actions that follow from the measures of the rule; of several of one template the first. */
function dueDifferences(due: NonNullable<RuleCase['expect']['due']>, rule: string, { measures, actions }: Assessment): readonly CaseDifference[] {
  const own = new Set(measures.flatMap((each) => (each.findings.includes(rule) ? [each.id] : [])))
  return Object.entries(due).flatMap(([action, expected]) => {
    const found = actions.find((each) => each.template === action && each.measures.some((id) => own.has(id)))
    const got = found === undefined ? undefined : (found.due?.date ?? null)
    return got === expected ? [] : [{ of: 'due', action, expected, got } as const]
  })
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

const sorted = (items: readonly string[]): readonly string[] => [...new Set(items)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
