/** Values and answers in words, for changes and for the names of cases. */
import { type FactDefinition, type FactValue, type Leaf, regionTitle, unitTitle, type Vocabulary } from '@hegui/model'
import { leafPhrase } from '../sentence/leaf-phrase.js'

/** Text in both languages. English names things by their ids. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** A value as it is compared with: with its unit, or as the title of a choice. */
export function valueWords(value: unknown, fact: FactDefinition | undefined): string {
  if (typeof value === 'number') return `${value}${fact?.unit === undefined ? '' : ` ${unitTitle(fact.unit)}`}`
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (fact?.type === 'region') return `“${regionTitle(String(value))}”`
  if (fact?.type === 'date') return String(value)
  return `“${fact?.values?.find((each) => each.value === value)?.title ?? String(value)}”`
}

/** What a record says about a fact. */
export function answerPhrase(id: string, value: FactValue, vocabulary: Vocabulary): string {
  const fact = vocabulary.facts.get(id)
  const phrase = (operator: Leaf['operator'], compared: Leaf['value']): string => leafPhrase({ fact: id, operator, value: compared }, vocabulary)
  if (Array.isArray(value)) {
    const members = (value as readonly string[]).map((each) => valueWords(each, fact))
    return members.length === 0 ? `「${fact?.title ?? id}」一项也没有` : `「${fact?.title ?? id}」包括${members.join('')}`
  }
  return fact?.type === 'region' ? phrase('within', [value as string]) : phrase('equal', value as string | number | boolean)
}
