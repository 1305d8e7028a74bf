/** A formula as one Chinese phrase: how a figure is worked out, for those who check it. */
import type { Vocabulary } from '../check/vocabulary.js'
import type { goodsKinds } from '../schema/fact.js'
import type { Formula } from '../schema/formula.js'
import { conditionText, unitTitle } from './condition-text.js'
import { measureKindTitle } from './measure-kind-title.js'

/** What names the rules and the outside figures of a formula; without it they go by their ids. */
export interface FormulaTitles {
  readonly rule?: (rule: string) => string
  readonly figure?: (figure: string) => string
}
const asIs = (id: string): string => id

/** In Chinese, at any depth. */
export function formulaText(formula: Formula, vocabulary: Vocabulary, titles: FormulaTitles = {}): string {
  const { rule: ruleTitle = asIs, figure: figureTitle = asIs } = titles
  const text = (part: Formula): string => formulaText(part, vocabulary, titles)
  if ('figure' in formula) return `报来的数字「${figureTitle(formula.figure)}」`
  if ('plus' in formula) return formula.plus.map((part) => ('plus' in part ? `（${text(part)}）` : text(part))).join(' + ')
  if ('percent' in formula) return `（${text(formula.percent.of)}）占（${text(formula.percent.in)}）的百分比`
  const where = formula.where === undefined ? '' : `，限于${conditionText(formula.where, vocabulary)}的`
  if ('sum' in formula) {
    if (formula.sum === 'fact') {
      const fact = vocabulary.facts.get(formula.fact)
      const unit = unitTitle(fact?.unit)
      return `「${fact?.title ?? formula.fact}」的合计${unit === '' ? '' : `（${unit}）`}${where}`
    }
    const unit = formula.field === 'quantity' ? unitTitle(formula.unit) : ''
    return `${outcomes(formula)}的${fields[formula.field]}合计${unit === '' ? '' : `（${unit}）`}${where}`
  }
  switch (formula.count) {
    case 'records':
      return `检查记录的份数${where}`
    case 'conducts':
      return `行为的个数${where}`
    case 'findings':
      return `被${formula.rules.map((rule) => `「${ruleTitle(rule)}」`).join('、')}认定成立的行为的个数${where}`
    case 'outcomes':
      return `${outcomes(formula)}的项数${formula.unit === undefined ? '' : `（物品以${unitTitle(formula.unit)}计的）`}${where}`
    default:
      return formula satisfies never
  }
}

type Outcomes = Extract<Formula, { readonly kinds: unknown }>

const outcomes = ({ kinds, goods }: Outcomes): string =>
  `${kinds.map((kind) => measureKindTitle(kind, 'zh')).join('、')}${goods === undefined ? '' : `（${goods.map((kind) => goodsTitles[kind]).join('、')}）`}`

const fields = { amountYuan: '金额', persons: '人数', quantity: '数量' } as const

const goodsTitles: Readonly<Record<(typeof goodsKinds)[number], string>> = {
  finished: '成品',
  'semi-finished': '半成品',
  'raw-material': '原材料',
  'black-powder': '黑火药',
  'pyrotechnic-composition': '烟火药',
  fuse: '引火线',
  packaging: '包装',
  equipment: '设备工具',
  timber: '木材',
  other: '其他物品',
}
