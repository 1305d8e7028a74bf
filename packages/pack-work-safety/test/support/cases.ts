/** A case of a rule as the record it stands for, assessed without any plan. */
import { assess, createRuleset, type Ruleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, RuleCase } from '@hegui/model'
import { fireworksPack } from '@hegui/pack-fireworks'
import { lawPack } from '@hegui/pack-law'
import { workSafetyPack } from '@hegui/pack-work-safety'
import { workSafetyCases } from '@hegui/pack-work-safety/cases'

const created = createRuleset([lawPack, fireworksPack, { ...workSafetyPack, cases: workSafetyCases }])
if (!created.ok) throw new Error(created.problems.map((found) => `${found.code} ${found.path.join('/')} ${found.message}`).join('\n'))
export const rules: Ruleset = created.ruleset
export const packProblems = created.problems

/** Decided on the day of the conduct; a case without a day is decided in the middle of 2026. */
export function recordOf({ name, date, region, facts }: RuleCase): InspectionRecord {
  const of = (wanted: boolean) => Object.fromEntries(Object.entries(facts).filter(([id]) => (rules.vocabulary.facts.get(id)?.scope === 'record') === wanted))
  return {
    id: name,
    inspectedOn: date ?? '2026-06-30',
    plans: [],
    facts: of(true),
    ...(region === undefined ? {} : { region }),
    conducts: [{ id: 'conduct', date, facts: of(false) }],
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
