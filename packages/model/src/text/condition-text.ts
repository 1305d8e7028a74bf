/** A condition as one Chinese sentence, with the titles of facts and values instead of their ids. */
import type { Vocabulary } from '../check/vocabulary.js'
import { type Condition, isFactReference, type Leaf } from '../schema/condition.js'

const words: Readonly<Record<string, string>> = {
  equal: '为',
  notEqual: '不为',
  in: '属于',
  notIn: '不属于',
  contains: '包括',
  doesNotContain: '不包括',
  lessThan: '小于',
  lessThanInclusive: '不超过',
  greaterThan: '超过',
  greaterThanInclusive: '不少于',
  before: '早于',
  onOrBefore: '不晚于',
  after: '晚于',
  onOrAfter: '不早于',
  within: '位于',
  notWithin: '不位于',
}

/** A condition as one Chinese phrase, with the titles of facts and values. */
export function conditionText(condition: Condition, vocabulary: Vocabulary): string {
  if ('all' in condition) return condition.all.map((part) => grouped(part, vocabulary)).join('，且')
  if ('any' in condition) return condition.any.map((part) => grouped(part, vocabulary)).join('，或')
  if ('not' in condition) return `并非（${conditionText(condition.not, vocabulary)}）`
  if ('condition' in condition) return vocabulary.conditions.get(condition.condition)?.title ?? condition.condition
  return leafText(condition, vocabulary)
}

const grouped = (part: Condition, vocabulary: Vocabulary): string =>
  'all' in part || 'any' in part ? `（${conditionText(part, vocabulary)}）` : conditionText(part, vocabulary)

function leafText(leaf: Leaf, vocabulary: Vocabulary): string {
  const fact = vocabulary.facts.get(leaf.fact)
  const title = fact?.title ?? leaf.fact
  if (leaf.value === true || leaf.value === false) return (leaf.value === true) === (leaf.operator === 'equal') ? `「${title}」为是` : `「${title}」为否`
  const valueTitle = (value: unknown): string => fact?.values?.find((each) => each.value === value)?.title ?? String(value)
  const value = isFactReference(leaf.value)
    ? `「${vocabulary.facts.get(leaf.value.fact)?.title ?? leaf.value.fact}」`
    : Array.isArray(leaf.value)
      ? leaf.value.map(valueTitle).join('、')
      : `${valueTitle(leaf.value)}${unitTitle(fact?.unit)}`
  return `「${title}」${words[leaf.operator]}${value}`
}

const unitTitles: Readonly<Record<string, string>> = {
  yuan: '元',
  kg: '千克',
  tonne: '吨',
  m: '米',
  m2: '平方米',
  m3: '立方米',
  km: '公里',
  mu: '亩',
  percent: '%',
  day: '日',
  month: '个月',
  year: '年',
  hour: '小时',
  person: '人',
  item: '件',
  carton: '箱',
  time: '次',
  'microgram-per-m3': '微克/立方米',
  'person-time': '人次',
  'vehicle-time': '台次',
  place: '处',
  enterprise: '家',
  copy: '份',
  strip: '条',
  volume: '本',
}
export const unitTitle = (unit: string | undefined): string => (unit === undefined ? '' : (unitTitles[unit] ?? unit))
