/**
 * A condition as one Chinese sentence, the way articles of law are written.
 *
 * Two plain comparisons are joined with 并且 or 或者; whatever is longer or nested becomes a numbered list, each
 * level with marks of its own, （一） 1. （1） ①, so that a sentence can be read in one way only.
 */
import type { Condition, Rule, Vocabulary } from '@hegui/model'
import { leafPhrase } from './leaf-phrase.js'
import { type Outline, outlineOf } from './outline.js'

/** More comparisons than these are listed. */
const MAX_JOINED = 2

/** The condition as a phrase: no full stop, lists numbered from the level given. */
export const phraseOf = (condition: Condition, vocabulary: Vocabulary, level = 0): string => phrase(outlineOf(condition), vocabulary, level)

/** `…的，适用本规则。`, or `同时符合下列各项的，适用本规则：（一）…；（二）…。` */
export function sentenceOf(condition: Condition, vocabulary: Vocabulary, conclusion: string): string {
  const outline = outlineOf(condition)
  return outline.kind === 'group' && !isJoined(outline)
    ? `${heading(outline)}的，${conclusion}：${listed(outline, vocabulary, 0)}。`
    : `${phrase(outline, vocabulary, 0)}的，${conclusion}。`
}

export interface RuleSentences {
  readonly applies: string
  readonly violated: string
}

/** What a rule says, in two sentences. A rule that no article stands behind is about the plan, not about the law. */
export const ruleSentences = ({ appliesWhen, violatedWhen, basis }: Rule, vocabulary: Vocabulary): RuleSentences => ({
  applies: sentenceOf(appliesWhen, vocabulary, '适用本规则'),
  violated: sentenceOf(violatedWhen, vocabulary, basis.some((each) => each.article !== undefined) ? '构成违法' : '不符合方案要求'),
})

function phrase(outline: Outline, vocabulary: Vocabulary, level: number): string {
  switch (outline.kind) {
    case 'leaf':
      return leafPhrase(outline.leaf, vocabulary)
    case 'named':
      return `${outline.negated ? '不属于' : '属于'}〔${vocabulary.conditions.get(outline.id)?.title ?? outline.id}〕的情形`
    case 'group':
      return isJoined(outline)
        ? outline.parts.map((part) => phrase(part, vocabulary, level)).join(outline.of === 'all' ? '，并且' : '，或者')
        : `${heading(outline)}：${listed(outline, vocabulary, level)}`
    default:
      return outline satisfies never
  }
}

type Group = Extract<Outline, { readonly kind: 'group' }>

const isJoined = ({ parts, negated }: Group): boolean => !negated && parts.length <= MAX_JOINED && parts.every((part) => part.kind !== 'group')

function heading({ of, negated }: Group): string {
  if (of === 'all') return negated ? '不是同时符合下列各项' : '同时符合下列各项'
  return negated ? '没有下列任何一种情形' : '有下列情形之一'
}

const listed = ({ parts }: Group, vocabulary: Vocabulary, level: number): string =>
  parts.map((part, index) => `${mark(level, index)}${phrase(part, vocabulary, level + 1)}`).join('；')

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const chinese = (number: number): string => `${number < 20 ? '' : digits[Math.floor(number / 10)]}${number < 10 ? '' : '十'}${digits[number % 10]}`

function mark(level: number, index: number): string {
  const number = index + 1
  if (level === 0 && number < 100) return `（${chinese(number)}）`
  if (level === 1) return `${number}. `
  if (level === 2) return `（${number}）`
  if (level === 3 && number <= 20) return String.fromCodePoint(0x2460 + index)
  // Deeper or longer than any article of law: the level is written out.
  return `〈${level}.${number}〉`
}
