/** A proposed case: what hegui says today of facts that no case covers yet, for a person to check. */
import { recordOfCase } from '@hegui/analysis'
import { assess, type Ruleset, truthOfForm } from '@hegui/engine'
import { checkRecord, type RuleCase } from '@hegui/model'
import type { Observation } from '../meaning/rule-meaning.js'

/** Do the facts make a record, with no answer to a question that would not have been asked? */
export function isSensible({ given, facts }: Observation, ruleset: Ruleset): boolean {
  for (const id of Object.keys(given.facts)) {
    const asked = ruleset.vocabulary.facts.get(id)?.askedWhen
    if (asked !== undefined && truthOfForm(ruleset.form(asked), facts) === 'fails') return false
  }
  return checkRecord(recordOfCase(given, ruleset), ruleset.vocabulary, ruleset.catalogue).length === 0
}

/** The facts with what hegui makes of them. Throws where they make no record: see `isSensible`. */
export function proposalOf(rule: string, given: RuleCase, name: string, edge: string, ruleset: Ruleset): RuleCase {
  const result = assess(recordOfCase(given, ruleset), ruleset)
  if (!result.ok) throw new Error(`the facts make no record: ${result.problems.map((found) => found.code).join(' ')}`)
  const { findings, measures } = result.assessment
  const finding = findings.find((each) => each.rule === rule)
  if (finding === undefined) throw new Error(`no finding of the rule ${rule}`)
  const { date, region, facts, goods, plans } = given
  const norms = sorted(measures.flatMap((each) => (each.proposed && each.norm !== undefined && each.findings.includes(rule) ? [each.norm] : [])))
  return {
    name,
    date,
    ...(region === undefined ? {} : { region }),
    facts,
    ...(goods === undefined ? {} : { goods }),
    ...(plans === undefined ? {} : { plans }),
    expect: {
      verdict: finding.verdict,
      ...(finding.verdict === 'undetermined' ? { canViolate: finding.canViolate === true, missing: sorted(finding.missing) } : {}),
      ...(finding.verdict === 'violation' ? { norms } : {}),
    },
    edge,
    proposed: true,
  }
}

const sorted = (items: readonly string[]): string[] => [...new Set(items)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
