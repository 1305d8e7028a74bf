/** Obligations in Chinese: what is to be seen, said in the words of the rule. */
import { phraseOf } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { type FactValue, isFactReference, regionTitle, unitTitle, type Verdict } from '@hegui/model'
import type { Edge, Obligation, ObligationKind } from './obligation.js'

export const kindTitles: Readonly<Record<ObligationKind, string>> = {
  outcome: '认定',
  effect: '条件各自起作用',
  boundary: '门槛',
  value: '可选值',
  edge: '起止日',
  unknown: '缺事实',
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  violation: '成立',
  compliant: '不成立',
  'not-applicable': '不适用',
  undetermined: '待查',
  errored: '出错',
}

const sides = { below: '差一点（小一）', at: '正好', above: '多一点（大一）' } as const
const edges: Readonly<Record<Edge, string>> = {
  first: '有效期的第一天',
  before: '有效期开始的前一天',
  last: '有效期的最后一天',
  after: '有效期结束的后一天',
  'limit-from': '限值开始的那天',
  'limit-before': '限值开始的前一天',
}

export const factTitle = (id: string, { vocabulary }: Ruleset): string => `「${vocabulary.facts.get(id)?.title ?? id}」`

export function answerText(id: string, value: FactValue, { vocabulary }: Ruleset): string {
  const fact = vocabulary.facts.get(id)
  const one = (each: string): string => fact?.values?.find((choice) => choice.value === each)?.title ?? (fact?.type === 'region' ? regionTitle(each) : each)
  if (typeof value === 'boolean') return value ? '属实' : '不属实'
  if (typeof value === 'number') return `为 ${value}${unitTitle(fact?.unit)}`
  if (typeof value === 'string') return `为“${one(value)}”`
  return value.length === 0 ? '一样也没有' : `有${value.map((each) => `“${one(each)}”`).join('、')}`
}

export function obligationText(owed: Obligation, ruleset: Ruleset): string {
  switch (owed.kind) {
    case 'outcome':
      return `结论为“${verdictWords[owed.verdict]}”的案例`
    case 'effect':
      return `只因${quoted(owed, ruleset)}是否符合而结论不同的一对案例`
    case 'unknown':
      return `因为不知道${quoted(owed, ruleset)}而待查的案例`
    case 'boundary': {
      const { value, fact } = owed.leaf
      const figure = (of: string, bound: FactValue): string => answerText(of, bound, ruleset).replace(/^为 ?/, '')
      const bound = !isFactReference(value)
        ? figure(fact, value as FactValue)
        : `${factTitle(value.fact, ruleset)}${owed.bound === undefined ? '' : ` ${figure(value.fact, owed.bound)}`}`
      return `${factTitle(owed.leaf.fact, ruleset)}比门槛（${bound}）${sides[owed.side]}的案例`
    }
    case 'value':
      return `${factTitle(owed.leaf.fact, ruleset)}${answerText(owed.leaf.fact, owed.leaf.operator === 'contains' ? [String(owed.value)] : owed.value, ruleset)}的案例`
    case 'edge':
      return `${owed.day}（${owed.limit === undefined ? '' : factTitle(owed.limit, ruleset)}${edges[owed.edge]}）的案例`
    default:
      return owed satisfies never
  }
}

const quoted = ({ leaf }: Extract<Obligation, { readonly kind: 'effect' | 'unknown' }>, { vocabulary }: Ruleset): string => `〔${phraseOf(leaf, vocabulary)}〕`

/** What a case is there to test, for its `edge`. */
export const edgeText = (owed: Obligation, ruleset: Ruleset): string =>
  `${kindTitles[owed.kind]}：${obligationText(owed, ruleset).replace(/的(?:一对)?案例$/, '')}`
