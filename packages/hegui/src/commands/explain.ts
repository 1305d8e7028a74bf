/** `hegui explain [RULE]`: one rule in words with its cases, or the list of rules. */
import { inForceOn, inOrder } from '@hegui/analysis'
import { type Language, type Norm, type NormEdition, problem, shown, suggestion } from '@hegui/model'
import { casesOf, loadRuleset } from '../input/load-packs.js'
import { periodText } from '../report/norm-text.js'
import { problemText } from '../report/problem-text.js'
import { casesText, ruleText } from '../report/rule-text.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

export interface ExplainArguments {
  readonly rule?: string
  readonly packs: readonly string[]
  readonly language: Language
  /** Only what is in force on this day. */
  readonly on?: string
}

export function explainCommand({ rule, packs, language, on }: ExplainArguments, output: Output): ExitCode {
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
  const wanted = inOrder(editions).filter((edition) => on === undefined || inForceOn(edition.inForce, on))
  if (wanted.length === 0) {
    const periods = inOrder(editions).map((edition) => periodText(edition.inForce))
    const found = problem('HG6007', [], { id: rule, on: on ?? '', periods: periods.join('，'), periodsEn: periods.join(', ') })
    output.err(`${problemText(found, language)}\n`)
    return exitCodes.problems
  }
  const normEditions = ({ editions: all }: Norm): readonly NormEdition[] => all.filter((edition) => on === undefined || inForceOn(edition.inForce, on))
  output.out([...wanted.map((edition) => ruleText(edition, ruleset, language, normEditions)), casesText(casesOf(rule, packs), language)].join('\n'))
  return exitCodes.done
}
