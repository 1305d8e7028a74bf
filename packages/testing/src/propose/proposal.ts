/** A proposed case: what hegui says today of facts that no case covers yet, for a person to check. */
import { answerTo, type CaseAnswer, recordOfCase } from '@hegui/analysis'
import { type Ruleset, truthOfForm } from '@hegui/engine'
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
  const answered = answerTo(rule, given, ruleset)
  if (!answered.ok) throw new Error(`the facts make no record: ${answered.problems.map((found) => found.code).join(' ')}`)
  return proposed({ ...given, name }, edge, expectation(answered.answer))
}

export const expectation = ({ verdict, canViolate, missing, norms }: CaseAnswer): RuleCase['expect'] => ({
  verdict,
  ...(verdict === 'undetermined' ? { canViolate: canViolate === true, missing } : {}),
  ...(verdict === 'violation' ? { norms } : {}),
})

/** In the order a case is written in. */
export const proposed = ({ name, date, region, facts, goods, plans }: RuleCase, edge: string, expect: RuleCase['expect']): RuleCase => ({
  name,
  date,
  ...(region === undefined ? {} : { region }),
  facts,
  ...(goods === undefined ? {} : { goods }),
  ...(plans === undefined ? {} : { plans }),
  expect,
  edge,
  proposed: true,
})
