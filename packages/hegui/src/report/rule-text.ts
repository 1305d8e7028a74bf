/** One rule for a reader: when it applies, what breaks it, on which basis, and what each norm says by date. */
import type { Ruleset } from '@hegui/engine'
import { type Consequence, conditionText, type Language, type MeasureSpec, type Norm, type Rule } from '@hegui/model'
import { yuan } from './words.js'

const roles = {
  zh: { prohibition: '禁止', obligation: '义务', penalty: '处罚', definition: '定义' },
  en: { prohibition: 'prohibition', obligation: 'obligation', penalty: 'penalty', definition: 'definition' },
} as const
const labels = {
  zh: {
    applies: '适用',
    violated: '违法',
    basis: '依据',
    norms: '规范',
    inForce: '有效期',
    none: '没有读到罚则',
    read: '原文',
    notRead: '未读原文',
    secondary: '转述',
    memory: '未核对',
    revision: '修订',
  },
  en: {
    applies: 'Applies when',
    violated: 'Violated when',
    basis: 'Basis',
    norms: 'Norms',
    inForce: 'In force',
    none: 'no penalty clause was read',
    read: 'read',
    notRead: 'not read',
    secondary: 'secondary',
    memory: 'from memory',
    revision: 'revision',
  },
} as const

export function ruleText(rule: Rule, ruleset: Ruleset, language: Language): string {
  const label = labels[language]
  const { instruments, plans, norms } = ruleset.catalogue
  const basis = rule.basis.map((each) => {
    const title =
      each.clause === undefined
        ? (instruments.get(each.instrument)?.shortTitle ?? each.instrument)
        : (plans.get(each.instrument)?.shortTitle ?? each.instrument)
    return `  ${title} ${each.clause ?? each.article ?? ''}${each.edition === undefined ? '' : `@${each.edition}`}（${roles[language][each.role]}）`
  })
  const normLines = rule.norms.flatMap((id) => {
    const norm = norms.get(id)
    return norm === undefined ? [] : normText(norm, ruleset, language)
  })
  return [
    `${rule.title}（${rule.id}，${label.revision} ${rule.revision}）`,
    `${label.applies}：${conditionText(rule.appliesWhen, ruleset.vocabulary)}。`,
    `${label.violated}：${conditionText(rule.violatedWhen, ruleset.vocabulary)}。`,
    `${label.inForce}：${rule.inForce.from ?? '…'} – ${rule.inForce.to ?? '…'}`,
    `${label.basis}：`,
    ...basis,
    `${label.norms}：`,
    ...(normLines.length === 0 ? [`  ${label.none}`] : normLines),
    ...(rule.note === undefined ? [] : [`※ ${rule.note}`]),
    '',
  ].join('\n')
}

function normText(norm: Norm, ruleset: Ruleset, language: Language): readonly string[] {
  const label = labels[language]
  const status = { 'primary-text': label.read, secondary: label.secondary, memory: label.memory, unread: label.notRead } as const
  return [
    `  ${norm.title}（${norm.id}）`,
    ...norm.editions.map((edition) => {
      const organs = edition.authority
        .map((id) => ruleset.catalogue.organs.get(id))
        .map((organ) => (language === 'zh' ? organ?.title : organ?.englishTitle) ?? '')
      const consequence = edition.consequence === undefined ? '' : `：${consequenceText(edition.consequence, ruleset, language)}`
      return `    ${edition.inForce.from ?? '…'} – ${edition.inForce.to ?? '…'} ${edition.articleTitle} [${status[edition.verification.status]}] ${organs.join('、')}${consequence}`
    }),
  ]
}

function consequenceText(node: Consequence, ruleset: Ruleset, language: Language): string {
  if ('measure' in node) return measureText(node.measure, language)
  if ('all' in node) return node.all.map((part) => consequenceText(part, ruleset, language)).join('；')
  if ('oneOf' in node) return `（${node.oneOf.map((part) => consequenceText(part, ruleset, language)).join(language === 'zh' ? ' 或 ' : ' or ')}）`
  const base = node.base === null ? [] : [consequenceText(node.base, ruleset, language)]
  return [
    ...base,
    ...node.tiers.map((tier) => `${tier.title}（${conditionText(tier.when, ruleset.vocabulary)}）→ ${consequenceText(tier.then, ruleset, language)}`),
  ].join('；')
}

function measureText(measure: MeasureSpec, language: Language): string {
  const { amountYuan, days, multiple } = measure
  const range = [
    ...(amountYuan === undefined
      ? []
      : [`${amountYuan.min === null ? '' : yuan(amountYuan.min, language)}–${amountYuan.max === null ? '' : yuan(amountYuan.max, language)}`]),
    ...(multiple === undefined ? [] : [`${multiple.of} × ${multiple.min ?? ''}–${multiple.max}`]),
    ...(days === undefined ? [] : [`${days.min ?? ''}–${days.max}${language === 'zh' ? '日' : ' days'}`]),
  ]
  return `${measure.force === 'may' ? (language === 'zh' ? '可以' : 'may ') : ''}${measure.title}${range.length === 0 ? '' : `（${range.join('，')}）`}`
}
