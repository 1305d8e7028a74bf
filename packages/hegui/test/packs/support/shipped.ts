/** The shipped packs with their cases: each case as the record it stands for, assessed without any plan. */
import { assess, createRuleset, type Ruleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, Pack, RuleCase, RuleCases } from '@hegui/model'
import { airQualityCases } from '@hegui/pack-air-quality/cases'
import { fireworksCases } from '@hegui/pack-fireworks/cases'
import { urbanOrderCases } from '@hegui/pack-urban-order/cases'
import { workSafetyCases } from '@hegui/pack-work-safety/cases'
import { shippedPacks } from '../../../src/packs.js'

const casesByPack: Readonly<Record<string, readonly RuleCases[]>> = {
  fireworks: fireworksCases,
  'air-quality': airQualityCases,
  'work-safety': workSafetyCases,
  'urban-order': urbanOrderCases,
}

export const packs: readonly Pack[] = shippedPacks
export const allRules = packs.flatMap((pack) => pack.rules)
export const allPlans = packs.flatMap((pack) => pack.plans)
export const caseFiles: readonly RuleCases[] = packs.flatMap((pack) => casesByPack[pack.id] ?? [])

const created = createRuleset(packs.map((pack) => ({ ...pack, cases: casesByPack[pack.id] ?? [] })))
if (!created.ok) throw new Error(created.problems.map((found) => `${found.code} ${found.path.join('/')} ${found.message}`).join('\n'))
export const rules: Ruleset = created.ruleset
export const packProblems = created.problems

export interface PlacedCase {
  readonly rule: string
  readonly case: RuleCase
}

export const allCases: readonly PlacedCase[] = caseFiles.flatMap((file) => file.cases.map((each) => ({ rule: file.rule, case: each })))

/** Decided on the day of the conduct; a case without a day is decided in the middle of 2026. */
export function recordOf({ case: { name, date, region, facts, goods } }: PlacedCase): InspectionRecord {
  const of = (wanted: boolean) => Object.fromEntries(Object.entries(facts).filter(([id]) => (rules.vocabulary.facts.get(id)?.scope === 'record') === wanted))
  return {
    id: name,
    inspectedOn: date ?? '2026-06-30',
    plans: [],
    facts: of(true),
    ...(region === undefined ? {} : { region }),
    conducts: [{ id: 'conduct', date, facts: of(false), ...(goods === undefined ? {} : { goods }) }],
  }
}

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
