/** Explanations on demand: how one rule came to its finding about one conduct. */
import { type Problem, problem, shown, suggestion } from '@hegui/model'
import { type Explanation, explainCondition } from '../conditions/explain.js'
import { collectFacts, spanOf } from '../facts/collect.js'
import { governingEditions } from '../findings/editions.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { type AssessOptions, prepare } from './assess.js'

export interface RuleExplanation {
  readonly rule: string
  readonly conduct: string
  /** One for each edition of the rule the conduct's date allows; none when no edition was in force. */
  readonly editions: readonly { readonly revision: number; readonly appliesWhen: Explanation; readonly violatedWhen: Explanation }[]
}
export type ExplainResult = { readonly ok: true; readonly explanation: RuleExplanation } | { readonly ok: false; readonly problems: readonly Problem[] }

/** `options.conduct` may be left out when the record has one conduct. */
export function explain(record: unknown, ruleset: Ruleset, options: AssessOptions & { readonly rule: string; readonly conduct?: string }): ExplainResult {
  const ready = prepare(record, ruleset, options)
  if (!ready.ok) return ready
  const editions = ruleset.catalogue.rules.get(options.rule)
  if (editions === undefined)
    return { ok: false, problems: [problem('HG6001', [], { id: shown(options.rule), ...suggestion(options.rule, ruleset.catalogue.rules.keys()) })] }
  const { conducts } = ready.record
  if (options.conduct === undefined && conducts.length > 1) {
    const ids = conducts.map((each) => each.id)
    return { ok: false, problems: [problem('HG6005', ['conducts'], { n: String(conducts.length), ids: ids.join('、'), idsEn: ids.join(', ') })] }
  }
  const conduct = options.conduct === undefined ? conducts[0] : conducts.find((each) => each.id === options.conduct)
  if (conduct === undefined) return { ok: false, problems: [problem('HG6004', ['conducts'], { id: shown(options.conduct ?? '') })] }
  const span = spanOf(conduct, ready.decidedOn)
  const facts = collectFacts(ready.record, conduct, span, ruleset.vocabulary.facts.values(), ready.decidedOn)
  return {
    ok: true,
    explanation: {
      rule: options.rule,
      conduct: conduct.id,
      editions: governingEditions(editions, span).map((rule) => ({
        revision: rule.revision,
        appliesWhen: explainCondition(rule.appliesWhen, facts, ruleset.vocabulary),
        violatedWhen: explainCondition(rule.violatedWhen, facts, ruleset.vocabulary),
      })),
    },
  }
}
