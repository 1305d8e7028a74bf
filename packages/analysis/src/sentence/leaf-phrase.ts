/** One comparison in Chinese: facts stand in 「」, values in “”, so that no word of a title can be taken for one of the sentence. */
import { type FactDefinition, isFactReference, type Leaf, regionTitle, unitTitle, type Vocabulary } from '@hegui/model'

const factTitleOf = (id: string, vocabulary: Vocabulary): string => `「${vocabulary.facts.get(id)?.title ?? id}」`

export function leafPhrase(leaf: Leaf, vocabulary: Vocabulary): string {
  const title = factTitleOf(leaf.fact, vocabulary)
  const fact = vocabulary.facts.get(leaf.fact)
  const { value } = leaf
  if (isFactReference(value)) return compared(title, leaf, factTitleOf(value.fact, vocabulary), true)
  if (typeof value === 'boolean') return `${title}${value === (leaf.operator === 'equal') ? '属实' : '不属实'}`
  const written = (Array.isArray(value) ? value : [value]).map((each) => valueText(each, fact))
  return compared(title, leaf, written.join(''), false, written.length)
}

function valueText(value: unknown, fact: FactDefinition | undefined): string {
  if (typeof value === 'number') return `${value}${unitTitle(fact?.unit)}`
  if (fact?.type === 'region') return `“${regionTitle(String(value))}”`
  if (fact?.type === 'date') return String(value)
  return `“${fact?.values?.find((each) => each.value === value)?.title ?? String(value)}”`
}

/** `count`: how many values the text names. */
function compared(title: string, { operator }: Leaf, value: string, isFact: boolean, count = 1): string {
  switch (operator) {
    case 'equal':
      return isFact ? `${title}与${value}相同` : `${title}为${value}`
    case 'notEqual':
      return isFact ? `${title}与${value}不同` : `${title}不为${value}`
    case 'in':
      return count === 1 ? `${title}为${value}` : `${title}为${value}之一`
    case 'notIn':
      return count === 1 ? `${title}不为${value}` : `${title}不为${value}中任何一个`
    case 'contains':
      return `${title}包括${value}`
    case 'doesNotContain':
      return `${title}不包括${value}`
    case 'lessThan':
      return `${title}小于${value}`
    case 'lessThanInclusive':
      return `${title}不超过${value}`
    case 'greaterThan':
      return `${title}超过${value}`
    case 'greaterThanInclusive':
      return `${title}不少于${value}`
    case 'before':
      return `${title}早于${value}`
    case 'onOrBefore':
      return `${title}不晚于${value}`
    case 'after':
      return `${title}晚于${value}`
    case 'onOrAfter':
      return `${title}不早于${value}`
    case 'within':
      return count === 1 ? `${title}在${value}境内` : `${title}在${value}之一境内`
    case 'notWithin':
      return count === 1 ? `${title}不在${value}境内` : `${title}不在${value}中任何一个境内`
    default:
      return operator satisfies never
  }
}
