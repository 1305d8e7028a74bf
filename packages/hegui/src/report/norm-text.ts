/** What a norm lays down, edition by edition: since when, read or not, by whom, with which consequence. */
import { phraseOf } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import type { Consequence, Language, MeasureSpec, Norm, NormEdition } from '@hegui/model'
import { yuan } from './words.js'

const words = {
  zh: {
    status: { 'primary-text': '原文', secondary: '转述', memory: '未核对', unread: '未读原文' },
    may: '可以',
    or: '，或者',
    tier: (title: string, when: string) => `${title}（${when}的）`,
    notThatDay: '这一天没有施行的版本',
    unread: '这一版没有读到原文，不作建议',
    only: '仅当',
    comma: '、',
  },
  en: {
    status: { 'primary-text': 'read', secondary: 'secondary', memory: 'from memory', unread: 'not read' },
    may: 'may ',
    or: ', or ',
    tier: (title: string, when: string) => `${title} (${when})`,
    notThatDay: 'no edition in force on this day',
    unread: 'this edition was not read, nothing is proposed on it',
    only: 'only if ',
    comma: ', ',
  },
} as const

export const periodText = ({ from, to }: { readonly from: string | null; readonly to?: string | null | undefined }): string => `${from ?? '…'} – ${to ?? '…'}`

/** `editions`: those to be shown, which may be none. */
export function normLines(norm: Norm, editions: readonly NormEdition[], ruleset: Ruleset, language: Language): readonly string[] {
  return [
    `  ${norm.title}（${norm.id}）`,
    ...(editions.length === 0 ? [`    ${words[language].notThatDay}`] : editions.map((edition) => `    ${editionText(edition, ruleset, language)}`)),
  ]
}

function editionText({ inForce, articleTitle, verification, authority, appliesWhen, consequence }: NormEdition, ruleset: Ruleset, language: Language): string {
  const word = words[language]
  const organs = authority.map((id) => ruleset.catalogue.organs.get(id)).map((organ) => (language === 'zh' ? organ?.title : organ?.englishTitle) ?? '')
  const only = appliesWhen === undefined ? '' : `（${word.only}${phraseOf(appliesWhen, ruleset.vocabulary, 1)}）`
  const then = consequence === undefined ? word.unread : consequenceText(consequence, ruleset, language)
  return `${periodText(inForce)} ${articleTitle} [${word.status[verification.status]}] ${organs.join(word.comma)}${only}：${then}`
}

function consequenceText(node: Consequence, ruleset: Ruleset, language: Language): string {
  const word = words[language]
  if ('measure' in node) return measureText(node.measure, ruleset, language)
  if ('all' in node) return node.all.map((part) => consequenceText(part, ruleset, language)).join('；')
  if ('oneOf' in node) return `（${node.oneOf.map((part) => consequenceText(part, ruleset, language)).join(word.or)}）`
  const base = node.base === null ? [] : [consequenceText(node.base, ruleset, language)]
  const tiers = node.tiers.map(
    (tier) => `${word.tier(tier.title, phraseOf(tier.when, ruleset.vocabulary, 2))}→ ${consequenceText(tier.then, ruleset, language)}`,
  )
  return [...base, ...tiers].join('；')
}

/** With its amount, unless the title says it. */
function measureText({ title, force, amountYuan, multiple, days }: MeasureSpec, ruleset: Ruleset, language: Language): string {
  const said = language === 'zh' && /[\d一二三四五六七八九十百]/.test(title)
  const amounts = [
    ...(multiple === undefined
      ? []
      : [
          `${ruleset.vocabulary.facts.get(multiple.of)?.title ?? multiple.of} × ${range(multiple.min, multiple.max, (n) => `${n}${language === 'zh' ? '倍' : ''}`, language)}`,
        ]),
    ...(amountYuan === undefined ? [] : [range(amountYuan.min, amountYuan.max, (n) => yuan(n, language), language)]),
    ...(days === undefined ? [] : [range(days.min, days.max, (n) => `${n}${language === 'zh' ? '日' : ' days'}`, language)]),
  ]
  return `${force === 'may' ? words[language].may : ''}${title}${said || amounts.length === 0 ? '' : `（${amounts.join('，')}）`}`
}

function range(min: number | null, max: number | null, written: (amount: number) => string, language: Language): string {
  if (min !== null && min === max) return written(min)
  if (language === 'en') return `${min === null ? '≤ ' : written(min)}${min === null || max === null ? '' : ' – '}${max === null ? ' or more' : written(max)}`
  return `${min === null ? '' : `${written(min)}以上`}${max === null ? '' : `${written(max)}以下`}`
}
