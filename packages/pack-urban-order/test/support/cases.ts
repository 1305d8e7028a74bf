/** A case of a rule as the record it stands for, assessed without any plan. */
import { assess, createRuleset, type Ruleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, Pack, RuleCase } from '@hegui/model'
import { airQualityPack } from '@hegui/pack-air-quality'
import { fireworksPack } from '@hegui/pack-fireworks'
import { lawPack } from '@hegui/pack-law'
import { urbanOrderPack } from '@hegui/pack-urban-order'
import { urbanOrderCases } from '@hegui/pack-urban-order/cases'

/** The plan of 2019 also goes after dust, trucks and dumping: those rules live in the air quality pack, whose own plan needs the fireworks rules. */
export const packs: readonly Pack[] = [lawPack, fireworksPack, airQualityPack, urbanOrderPack]

const created = createRuleset([lawPack, fireworksPack, airQualityPack, { ...urbanOrderPack, cases: urbanOrderCases }])
if (!created.ok) throw new Error(created.problems.map((found) => `${found.code} ${found.path.join('/')} ${found.message}`).join('\n'))
export const rules: Ruleset = created.ruleset
export const packProblems = created.problems

export interface PlacedCase {
  readonly rule: string
  readonly case: RuleCase
}

export const allCases: readonly PlacedCase[] = urbanOrderCases.flatMap((file) => file.cases.map((each) => ({ rule: file.rule, case: each })))

/** Decided on the day of the conduct; a case without a day is decided in the middle of 2025. */
export function recordOf({ case: { name, date, region, facts, goods } }: PlacedCase): InspectionRecord {
  const of = (wanted: boolean) => Object.fromEntries(Object.entries(facts).filter(([id]) => (rules.vocabulary.facts.get(id)?.scope === 'record') === wanted))
  return {
    id: name,
    inspectedOn: date ?? '2025-06-30',
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
  const measures = assessment.measures.filter((each) => each.findings.includes(rule) && each.norm !== undefined)
  return {
    verdict: finding.verdict,
    canViolate: finding.canViolate,
    missing: [...finding.missing].sort(),
    norms: [...new Set(measures.filter((each) => each.proposed).map((each) => each.norm as string))].sort(),
    unverified: [...new Set(measures.filter((each) => each.backing === 'unverified').map((each) => each.norm as string))].sort(),
  }
}
