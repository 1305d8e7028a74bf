/** What some rules come to about a record, and no more than that: for whoever compares the answers about very many. */
import type { InspectionRecord } from '@hegui/model'
import { createRuleDecider } from '../compiled/rule-decider.js'
import { truthOf } from '../compiled/truth-bits.js'
import { factsIn } from '../conditions/normal-form.js'
import { collectFacts, spanOf } from '../facts/collect.js'
import { type DecidedVerdict, joined, notApplicable, type Outcome, verdictOf } from '../findings/outcome.js'
import { type RuleInForce, rulesInForce } from '../findings/rules-in-force.js'
import type { Ruleset } from '../ruleset/ruleset.js'

export interface RuleOutcomes {
  /** Ids, in the order of findings. */
  readonly rules: readonly string[]
  /**
   * Of each conduct of a checked record the outcome of each rule, in the order of `rules`: the verdict of its finding, and whether
   * it is or can become a violation. Decided on the day the record says, as `assess` does. Throws on a value of another type.
   */
  readonly of: (record: InspectionRecord) => readonly (readonly Outcome<DecidedVerdict>[])[]
}

/** A rule the ruleset does not have is left out. */
export function createRuleOutcomes(ruleset: Ruleset, wanted: ReadonlySet<string>): RuleOutcomes {
  const some: Ruleset = { ...ruleset, rules: ruleset.rules.filter(([id]) => wanted.has(id)) }
  const { rules, decide } = createRuleDecider(some)
  const placeOf = new Map(rules.map((rule, at) => [rule, at] as const))
  const definitions = derivedIn(some)

  const outcomeOf = ({ editions, gap }: RuleInForce, bits: Uint8Array): Outcome<DecidedVerdict> => {
    const outcomes = editions.map((rule) => {
      const own = bits[placeOf.get(rule) as number] as number
      return own === 0 ? notApplicable : verdictOf(truthOf(own & 3), truthOf(own >> 2))
    })
    const [only] = outcomes
    return only !== undefined && outcomes.length === 1 && !gap ? only : joined<DecidedVerdict>([...outcomes, ...(gap ? [notApplicable] : [])])
  }

  return {
    rules: some.rules.map(([id]) => id),
    of: (record) =>
      record.conducts.map((conduct) => {
        const decidedOn = record.decidedOn ?? record.inspectedOn
        const span = spanOf(conduct, decidedOn)
        const bits = decide(collectFacts(record, conduct, span, definitions, decidedOn))
        if (bits === undefined) throw new TypeError('a value of a checked record is not of the type of its fact')
        return rulesInForce(some, span).rules.map((standing) => outcomeOf(standing, bits))
      }),
  }
}

/** The facts these rules look at, with those a deadline of theirs counts from. */
function derivedIn({ rules, form, vocabulary }: Ruleset) {
  const named = rules.flatMap(([, editions]) =>
    editions.flatMap(({ appliesWhen, violatedWhen }) => [appliesWhen, violatedWhen].flatMap((each) => factsIn(form(each)))),
  )
  const definitions = new Set(named.flatMap((id) => vocabulary.facts.get(id) ?? []))
  for (const { deadline } of definitions) {
    const from = deadline === undefined ? undefined : vocabulary.facts.get(deadline.from)
    if (from !== undefined) definitions.add(from)
  }
  // In the order of the vocabulary: a fact may follow from one before it.
  return [...vocabulary.facts.values()].filter((fact) => definitions.has(fact))
}
