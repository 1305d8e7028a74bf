/** `hegui rules`: the rules of a domain, a plan, an article, a fact, a day; of all that is given at once. */
import { articleAsked, domainOf, findRules, type RuleFilter } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { choices, type Language, type Problem, problem, shown, suggestion } from '@hegui/model'
import { loadRuleset } from '../input/load-packs.js'
import { problemText } from '../report/problem-text.js'
import { ruleListText } from '../report/rule-list-text.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

export interface RulesArguments {
  readonly packs: readonly string[]
  readonly language: Language
  readonly format: 'text' | 'json'
  readonly domain?: string
  readonly plan?: string
  readonly article?: string
  readonly fact?: string
  readonly on?: string
}

/** Nothing found is a result; a filter that names nothing hegui knows is a problem. */
export function rulesCommand(args: RulesArguments, output: Output): ExitCode {
  const { language, format } = args
  const loaded = loadRuleset(args.packs)
  const asked = loaded.ok ? filterOf(args, loaded.ruleset) : undefined
  if (!loaded.ok || asked === undefined || asked.problems.length > 0) {
    for (const found of loaded.ok ? (asked?.problems ?? []) : loaded.problems)
      output.err(`${format === 'json' ? JSON.stringify(found) : problemText(found, language)}\n`)
    return exitCodes.problems
  }
  const rules = findRules(loaded.ruleset, asked.filter)
  if (format === 'json') for (const rule of rules) output.out(`${JSON.stringify(rule)}\n`)
  else output.out(ruleListText(rules, loaded.ruleset, language))
  return exitCodes.done
}

interface Asked {
  readonly filter: RuleFilter
  readonly problems: readonly Problem[]
}

/** Plans and facts may be named by their Chinese titles as well. */
function filterOf({ domain, plan, article, fact, on }: RulesArguments, { catalogue, vocabulary }: Ruleset): Asked {
  const parts: readonly (Asked | undefined)[] = [
    domain === undefined ? undefined : domainFilter(domain, [...new Set([...catalogue.rules.keys()].map(domainOf))].sort()),
    plan === undefined ? undefined : planFilter(plan, catalogue),
    fact === undefined ? undefined : factFilter(fact, vocabulary),
    article === undefined ? undefined : articleFilter(article, catalogue),
    on === undefined ? undefined : { filter: { on }, problems: [] },
  ]
  const given = parts.filter((part) => part !== undefined)
  return { filter: Object.assign({}, ...given.map((part) => part.filter)) as RuleFilter, problems: given.flatMap((part) => part.problems) }
}

const refused = (found: Problem): Asked => ({ filter: {}, problems: [found] })

function domainFilter(domain: string, domains: readonly string[]): Asked {
  if (domains.includes(domain)) return { filter: { domain }, problems: [] }
  return refused(problem('HG6006', [], { id: shown(domain), ...suggestion(domain, domains), ...choices(domains) }))
}

function planFilter(plan: string, { plans }: Ruleset['catalogue']): Asked {
  const found = plans.get(plan) ?? [...plans.values()].find((each) => each.shortTitle === plan || each.title === plan)
  if (found !== undefined) return { filter: { plan: found.id }, problems: [] }
  const ids = choices([...plans.keys()])
  const known = [...plans.values()].flatMap((each) => [each.id, each.shortTitle, each.title])
  return refused(problem('HG8002', [], { id: shown(plan), ...suggestion(plan, known), ids: ids.allowed, idsEn: ids.allowedEn }))
}

function factFilter(fact: string, { facts }: Ruleset['vocabulary']): Asked {
  const found = facts.get(fact) ?? [...facts.values()].find((each) => each.title === fact)
  if (found !== undefined) return { filter: { fact: found.id }, problems: [] }
  const known = [...facts.values()].flatMap((each) => [each.id, each.title])
  return refused(problem('HG3004', [], { fact: shown(fact), ...suggestion(fact, known) }))
}

function articleFilter(article: string, { instruments }: Ruleset['catalogue']): Asked {
  const query = articleAsked(article, instruments)
  return query.ok ? { filter: { article: query.asked }, problems: [] } : refused(query.problem)
}
