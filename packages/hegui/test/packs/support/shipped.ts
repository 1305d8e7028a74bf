/** The shipped packs with their cases: each case as the record it stands for, assessed without any plan. */
import { recordOfCase } from '@hegui/analysis'
import { assess, createRuleset, type Ruleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, Pack, Plan, RuleCase } from '@hegui/model'
import { shippedCases } from '../../../src/input/shipped-cases.js'
import { shippedPacks } from '../../../src/packs.js'

export const packs: readonly Pack[] = shippedPacks
export const allRules = packs.flatMap((pack) => pack.rules)
export const allPlans: readonly Plan[] = packs.flatMap((pack) => pack.plans)
export const caseFiles = shippedCases

const casesOf = (pack: Pack) => {
  const own = new Set(pack.rules.map((rule) => rule.id))
  return shippedCases.filter((file) => own.has(file.rule))
}
const created = createRuleset(packs.map((pack) => ({ ...pack, cases: casesOf(pack) })))
if (!created.ok) throw new Error(created.problems.map((found) => `${found.code} ${found.path.join('/')} ${found.message}`).join('\n'))
export const rules: Ruleset = created.ruleset
export const packProblems = created.problems

export interface PlacedCase {
  readonly rule: string
  readonly case: RuleCase
}

export const allCases: readonly PlacedCase[] = caseFiles.flatMap((file) => file.cases.map((each) => ({ rule: file.rule, case: each })))

export const recordOf = ({ case: each }: PlacedCase): InspectionRecord => recordOfCase(each, rules)

export function assessed(record: InspectionRecord): Assessment {
  const result = assess(record, rules)
  if (!result.ok) throw new Error(`${record.id}: ${result.problems.map((found) => `${found.code} ${found.path.join('/')} ${found.message}`).join('; ')}`)
  return result.assessment
}

/** What a case can expect of an assessment, for its rule. */
export function outcomeOf(assessment: Assessment, rule: string) {
  const finding = assessment.findings.find((each) => each.rule === rule)
  if (finding === undefined) throw new Error(`no finding of ${rule}`)
  const measures = assessment.measures.filter((each) => each.proposed && each.findings.includes(rule) && each.norm !== undefined)
  return {
    verdict: finding.verdict,
    canViolate: finding.canViolate,
    missing: [...finding.missing].sort(),
    norms: [...new Set(measures.map((each) => each.norm as string))].sort(),
  }
}
