/** `hegui explain [RULE]`: one rule in words, or the list of rules. */
import { type Language, problem, shown, suggestion } from '@hegui/model'
import { loadRuleset } from '../input/load-packs.js'
import { problemText } from '../report/problem-text.js'
import { ruleText } from '../report/rule-text.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

export interface ExplainArguments {
  readonly rule?: string
  readonly packs: readonly string[]
  readonly language: Language
}

export function explainCommand({ rule, packs, language }: ExplainArguments, output: Output): ExitCode {
  const loaded = loadRuleset(packs)
  if (!loaded.ok) {
    for (const found of loaded.problems) output.err(`${problemText(found, language)}\n`)
    return exitCodes.problems
  }
  const { ruleset } = loaded
  const { rules } = ruleset.catalogue
  if (rule === undefined) {
    for (const [id, editions] of rules) output.out(`${id}　${editions.at(-1)?.title ?? ''}\n`)
    return exitCodes.done
  }
  const editions = rules.get(rule)
  if (editions === undefined) {
    output.err(`${problemText(problem('HG6001', [], { id: shown(rule), ...suggestion(rule, rules.keys()) }), language)}\n`)
    return exitCodes.problems
  }
  output.out(editions.map((edition) => ruleText(edition, ruleset, language)).join('\n'))
  return exitCodes.done
}
