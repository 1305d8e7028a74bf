/** One edition of a rule for a reader: when it applies, what breaks it, on which basis, and what happens when a fact is missing. */
import { basisText, factsOfRule, phraseOf, ruleSentences } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import {
  type Condition,
  type FactDefinition,
  type Language,
  type Norm,
  type NormEdition,
  type Rule,
  type RuleCases,
  type Verdict,
  verdicts,
} from '@hegui/model'
import { normLines, periodText } from './norm-text.js'
import { terminalText } from './writer.js'

const roles = {
  zh: { prohibition: '禁止', obligation: '义务', penalty: '处罚', definition: '定义' },
  en: { prohibition: 'prohibition', obligation: 'obligation', penalty: 'penalty', definition: 'definition' },
} as const
const labels = {
  zh: {
    applies: '适用：',
    violated: '违法：',
    plan: '不符合：',
    named: '其中：',
    basis: '依据：',
    norms: '规范：',
    inForce: '有效期：',
    none: '没有读到罚则',
    revision: '修订',
    missing: '缺事实时：不当作“否”；缺了定不下来的，结论是待查，照下面的话问。已经不可能成立的，不再问。',
    evidence: '证据：',
    when: '才问',
    computed: '由记录的日期和地区、期限规定得出，不用问；没有规定的，结论是待查',
    byParty: '法律让当事人证明',
    cases: '案例：',
    proposed: '（没有人核对过）',
    noCases: '没有案例',
  },
  en: {
    applies: 'Applies when: ',
    violated: 'Violated when: ',
    plan: 'Against the plan when: ',
    named: 'where: ',
    basis: 'Basis:',
    norms: 'Norms:',
    inForce: 'In force: ',
    none: 'no penalty clause was read',
    revision: 'revision',
    missing:
      'When a fact is missing it is not taken for “no”: what it leaves open is undetermined and asked as below, unless the rule can no longer be violated.',
    evidence: 'evidence: ',
    when: 'only then',
    computed: 'follows from dates and region of the record, not asked; where nothing is laid down, undetermined',
    byParty: 'for the party to show',
    cases: 'Cases:',
    proposed: ' (checked by nobody)',
    noCases: 'no cases',
  },
} as const

const verdictTitles: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  zh: { violation: '成立', compliant: '不成立', 'not-applicable': '不适用', undetermined: '待查', errored: '出错' },
  en: { violation: 'violation', compliant: 'compliant', 'not-applicable': 'not applicable', undetermined: 'undetermined', errored: 'errored' },
}
export const verdictTitle = (verdict: Verdict, language: Language): string => verdictTitles[language][verdict]

/** `normEditions`: which editions of a norm are of interest. */
export function ruleText(rule: Rule, ruleset: Ruleset, language: Language, normEditions: (norm: Norm) => readonly NormEdition[]): string {
  const label = labels[language]
  const { applies, violated } = ruleSentences(rule, ruleset.vocabulary)
  const inLaw = rule.basis.some((each) => each.article !== undefined)
  const norms = rule.norms.flatMap((id) => {
    const norm = ruleset.catalogue.norms.get(id)
    return norm === undefined ? [] : normLines(norm, normEditions(norm), ruleset, language)
  })
  return terminalText([
    `${rule.title}（${rule.id}，${label.revision} ${rule.revision}）`,
    `${label.applies}${applies}`,
    `${inLaw ? label.violated : label.plan}${violated}`,
    ...namedIn(rule, ruleset).map((text) => `  ${label.named}${text}`),
    `${label.inForce}${periodText(rule.inForce)}`,
    label.basis,
    ...rule.basis.map((each) => `  ${basisText(each, ruleset)}（${roles[language][each.role]}）`),
    label.norms,
    ...(norms.length === 0 ? [`  ${label.none}`] : norms),
    label.missing,
    ...factsOfRule(rule, ruleset.vocabulary).map((id) => `  ${askedText(id, ruleset, language)}`),
    ...(rule.note === undefined ? [] : [`※ ${rule.note}`]),
  ])
}

/** The cases of a rule: what it is expected to say, about what, and whether a person has said so. */
export function casesText(cases: RuleCases['cases'], language: Language): string {
  const label = labels[language]
  const byVerdict = verdicts.flatMap((verdict) => cases.filter((each) => each.expect.verdict === verdict))
  const lines = byVerdict.map((each) => `  [${verdictTitle(each.expect.verdict, language)}] ${each.name}${each.proposed === true ? label.proposed : ''}`)
  return terminalText([label.cases, ...(lines.length === 0 ? [`  ${label.noCases}`] : lines)])
}

/** What the named conditions stand for, each once, those inside others as well. */
function namedIn({ appliesWhen, violatedWhen }: Rule, { vocabulary }: Ruleset): readonly string[] {
  const seen = new Set<string>()
  const visit = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) condition.any.forEach(visit)
    else if ('not' in condition) visit(condition.not)
    else if ('condition' in condition && !seen.has(condition.condition)) {
      seen.add(condition.condition)
      const named = vocabulary.conditions.get(condition.condition)
      if (named !== undefined) visit(named.condition)
    }
  }
  visit(appliesWhen)
  visit(violatedWhen)
  return [...seen].flatMap((id) => {
    const named = vocabulary.conditions.get(id)
    return named === undefined ? [] : [`〔${named.title}〕，是指${phraseOf(named.condition, vocabulary)}。`]
  })
}

function askedText(id: string, { vocabulary }: Ruleset, language: Language): string {
  const fact = vocabulary.facts.get(id)
  if (fact === undefined) return id
  const label = labels[language]
  if (fact.question === undefined) return `「${fact.title}」（${id}）　${label.computed}`
  return [`「${fact.title}」（${id}）　${fact.question}`, ...askedNotes(fact, vocabulary, language)].join('　')
}

function askedNotes({ evidence, askedWhen, proof }: FactDefinition, vocabulary: Ruleset['vocabulary'], language: Language): readonly string[] {
  const label = labels[language]
  return [
    ...(evidence === undefined ? [] : [`${label.evidence}${evidence.join('、')}`]),
    ...(askedWhen === undefined
      ? []
      : [language === 'zh' ? `${phraseOf(askedWhen, vocabulary, 1)}的${label.when}` : `${phraseOf(askedWhen, vocabulary, 1)}: ${label.when}`]),
    ...(proof === 'party' ? [label.byParty] : []),
  ]
}
