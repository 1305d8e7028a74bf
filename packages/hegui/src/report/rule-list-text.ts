/** Rules as they are found, one below the other: editions, plans, articles, facts. */
import type { RuleSummary } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import type { Language } from '@hegui/model'
import { periodText } from './norm-text.js'
import { terminalText } from './writer.js'

const labels = {
  zh: {
    editions: '版本：',
    plans: '方案：',
    articles: '条款：',
    facts: '事实：',
    revision: '修订',
    none: '没有这样的规则。',
    count: (n: number) => `共 ${n} 条规则。`,
  },
  en: {
    editions: 'editions: ',
    plans: 'plans: ',
    articles: 'articles: ',
    facts: 'facts: ',
    revision: 'revision',
    none: 'No such rule.',
    count: (n: number) => `${n} rule(s).`,
  },
} as const

export function ruleListText(rules: readonly RuleSummary[], ruleset: Ruleset, language: Language): string {
  const label = labels[language]
  if (rules.length === 0) return `${label.none}\n`
  return terminalText([...rules.flatMap((rule) => [...ruleLines(rule, ruleset, language), '']), label.count(rules.length)])
}

function ruleLines(rule: RuleSummary, { catalogue, vocabulary }: Ruleset, language: Language): readonly string[] {
  const label = labels[language]
  const titleOf = (found: { readonly shortTitle: string; readonly englishTitle: string } | undefined, id: string): string =>
    (language === 'zh' ? found?.shortTitle : found?.englishTitle) ?? id
  const editions = rule.editions.map((each) => `${label.revision} ${each.revision}（${periodText(each)}）`)
  const plans = rule.plans.map(({ plan, clauses }) => `${titleOf(catalogue.plans.get(plan), plan)} ${clauses.join('、')}`)
  const byInstrument = new Map<string, string[]>()
  for (const { instrument, article, edition } of rule.articles)
    byInstrument.set(instrument, [...(byInstrument.get(instrument) ?? []), `${article}${edition === undefined ? '' : `@${edition}`}`])
  const articles = [...byInstrument].map(([id, cited]) => `${titleOf(catalogue.instruments.get(id), id)} ${cited.join('、')}`)
  const facts = rule.facts.map((id) => `「${vocabulary.facts.get(id)?.title ?? id}」${id}`)
  return [
    `${rule.id}　${rule.title}`,
    `  ${label.editions}${editions.join('；')}`,
    ...(plans.length === 0 ? [] : [`  ${label.plans}${plans.join('；')}`]),
    ...(articles.length === 0 ? [] : [`  ${label.articles}${articles.join('；')}`]),
    `  ${label.facts}${facts.join('、')}`,
  ]
}
