/** What was changed in a condition, comparison by comparison: 「箱数」下限 10 箱 → 5 箱. */
import type { NormalForm, Ruleset } from '@hegui/engine'
import { isFactReference, type Leaf, type OperatorName, type Rule } from '@hegui/model'
import { leafPhrase } from '../sentence/leaf-phrase.js'
import { phraseOf } from '../sentence/sentence.js'
import { valueWords, type Words } from './value-words.js'

/** `structure`: the same comparisons, joined in another way. */
export interface ConditionChange {
  readonly part: 'appliesWhen' | 'violatedWhen'
  readonly kind: 'threshold' | 'list' | 'comparison' | 'added' | 'removed' | 'structure'
  readonly fact?: string
  readonly words: Words
}

const limitWords: Readonly<Partial<Record<OperatorName, string>>> = {
  greaterThanInclusive: '下限',
  lessThanInclusive: '上限',
  greaterThan: '超过',
  lessThan: '小于',
  before: '早于',
  onOrBefore: '不晚于',
  after: '晚于',
  onOrAfter: '不早于',
  equal: '为',
  notEqual: '不为',
}

const parts = ['appliesWhen', 'violatedWhen'] as const

export function conditionChanges(before: Rule, after: Rule, old: Ruleset, fresh: Ruleset): readonly ConditionChange[] {
  return parts.flatMap((part) => {
    const [a, b] = [leavesIn(old.form(before[part])), leavesIn(fresh.form(after[part]))]
    const [gone, come] = [a.filter((leaf) => !b.some(sameAs(leaf))), b.filter((leaf) => !a.some(sameAs(leaf)))]
    const { pairs, removed, added } = aligned(gone, come)
    const changes: readonly Omit<ConditionChange, 'part'>[] = [
      ...pairs.map(([from, to]) => changeOf(from, to, old, fresh)),
      ...removed.map((leaf) => lone('removed', leaf, old)),
      ...added.map((leaf) => lone('added', leaf, fresh)),
    ]
    if (changes.length > 0 || shape(old.form(before[part])) === shape(fresh.form(after[part]))) return changes.map((change) => ({ part, ...change }))
    const [zh, was] = [phraseOf(after[part], fresh.vocabulary), phraseOf(before[part], old.vocabulary)]
    return [{ part, kind: 'structure', words: { zh: `比较都没有变，组合变了：${was} → ${zh}`, en: 'the same comparisons, joined in another way' } }]
  })
}

const leavesIn = (form: NormalForm): readonly Leaf[] => (form.kind === 'leaf' ? [form.leaf] : form.parts.flatMap(leavesIn))

const textOf = ({ fact, operator, value }: Leaf): string =>
  JSON.stringify([fact, operator, Array.isArray(value) ? [...value].sort() : isFactReference(value) ? { fact: value.fact } : value])
const sameAs =
  (leaf: Leaf) =>
  (other: Leaf): boolean =>
    textOf(leaf) === textOf(other)

const shape = (form: NormalForm): string => (form.kind === 'leaf' ? textOf(form.leaf) : `${form.kind}(${form.parts.map(shape).join(' ')})`)

/** Of one fact first those with the same operator, then any. */
export function aligned<L extends { readonly fact: string; readonly operator: string }>(gone: readonly L[], come: readonly L[]) {
  const removed = [...gone]
  const added = [...come]
  const pairs: (readonly [L, L])[] = []
  for (const alike of [(a: L, b: L) => a.fact === b.fact && a.operator === b.operator, (a: L, b: L) => a.fact === b.fact])
    for (const leaf of [...removed]) {
      const at = added.findIndex((other) => alike(leaf, other))
      const other = added[at]
      if (other === undefined) continue
      pairs.push([leaf, other])
      added.splice(at, 1)
      removed.splice(removed.indexOf(leaf), 1)
    }
  return { pairs, removed, added }
}

const english = ({ fact, operator, value }: Leaf): string => `${fact} ${operator} ${isFactReference(value) ? value.fact : JSON.stringify(value)}`

function lone(kind: 'added' | 'removed', leaf: Leaf, { vocabulary }: Ruleset): Omit<ConditionChange, 'part'> {
  const phrase = leafPhrase(leaf, vocabulary)
  return { kind, fact: leaf.fact, words: { zh: `${kind === 'added' ? '增加' : '删去'}：${phrase}`, en: `${kind}: ${english(leaf)}` } }
}

function changeOf(from: Leaf, to: Leaf, old: Ruleset, fresh: Ruleset): Omit<ConditionChange, 'part'> {
  const [before, after] = [old.vocabulary.facts.get(from.fact), fresh.vocabulary.facts.get(to.fact)]
  const title = `「${after?.title ?? to.fact}」`
  const base = { fact: to.fact }
  const isScalar = (leaf: Leaf): boolean => !Array.isArray(leaf.value) && !isFactReference(leaf.value) && typeof leaf.value !== 'boolean'
  const word = limitWords[to.operator]
  if (from.operator === to.operator && word !== undefined && isScalar(from) && isScalar(to))
    return {
      ...base,
      kind: 'threshold',
      words: {
        zh: `${title}${word} ${valueWords(from.value, before)} → ${valueWords(to.value, after)}`,
        en: `${english(from)} → ${JSON.stringify(to.value)}`,
      },
    }
  if (from.operator === to.operator && Array.isArray(from.value) && Array.isArray(to.value)) {
    const [a, b] = [from.value as readonly string[], to.value as readonly string[]]
    const [gone, come] = [a.filter((value) => !b.includes(value)), b.filter((value) => !a.includes(value))]
    const list = (label: string, values: readonly string[], fact: typeof before): readonly string[] =>
      values.length === 0 ? [] : [`${label}${values.map((value) => valueWords(value, fact)).join('')}`]
    const zh = `${title}所列的值：${[...list('增加', come, after), ...list('去掉', gone, before)].join('，')}`
    const en = `${to.fact} ${to.operator}: ${[...come.map((value) => `+${value}`), ...gone.map((value) => `-${value}`)].join(' ')}`
    return { ...base, kind: 'list', words: { zh, en } }
  }
  const [was, is] = [leafPhrase(from, old.vocabulary), leafPhrase(to, fresh.vocabulary)]
  const en = `${english(from)} → ${english(to)}`
  // Different facts may have one title.
  return { ...base, kind: 'comparison', words: { zh: was === is ? `${is}（${en}）` : `${was} → ${is}`, en } }
}
