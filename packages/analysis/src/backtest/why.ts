/** Why a rule answers otherwise about one conduct: which comparisons decided it in either version, and do not say the same in both. */
import { type Explanation, explain, type RuleExplanation, type Ruleset } from '@hegui/engine'
import { type FactValue, isFactReference, type Leaf } from '@hegui/model'
import { aligned } from '../diff/condition-change.js'
import { answerPhrase, valueWords, type Words } from '../diff/value-words.js'
import { leafPhrase } from '../sentence/leaf-phrase.js'

type ExplainedLeaf = Extract<Explanation, { readonly kind: 'leaf' }>

export interface LeafAnswer extends Pick<ExplainedLeaf, 'fact' | 'operator' | 'expected' | 'expectedFrom' | 'got' | 'truth'> {
  /** The comparison. */
  readonly words: Words
  /** What the record says; absent where it says nothing. */
  readonly answer?: Words
}

/** One comparison in both versions, or one that only one of them makes. */
export interface LeafChange {
  readonly part: 'appliesWhen' | 'violatedWhen'
  readonly before?: LeafAnswer
  readonly after?: LeafAnswer
}

/**
 * `comparisons`: those of `leaves`. `structure`: every comparison says what it said, and they are joined in another way.
 * `editions`: another number of editions of the rule governs, as where it was not in force; `before`, `after`: how many.
 */
export type Why =
  | { readonly kind: 'comparisons'; readonly leaves: readonly LeafChange[] }
  | { readonly kind: 'structure' }
  | { readonly kind: 'editions'; readonly before: number; readonly after: number }

export interface Explained {
  readonly record: unknown
  readonly ruleset: Ruleset
}

/** The record has been assessed by both: an answer that cannot be explained is an error of hegui, and throws. */
export function whyOf(rule: string, conduct: string, old: Explained, fresh: Explained): Why {
  const [before, after] = [editionsOf(rule, conduct, old), editionsOf(rule, conduct, fresh)]
  if (before.length !== after.length) return { kind: 'editions', before: before.length, after: after.length }
  const leaves = before.flatMap((edition, at) => changesIn(edition, after[at] as Edition, old.ruleset, fresh.ruleset))
  return leaves.length === 0 ? { kind: 'structure' } : { kind: 'comparisons', leaves }
}

type Edition = RuleExplanation['editions'][number]

/** None of a rule the version does not have. */
function editionsOf(rule: string, conduct: string, { record, ruleset }: Explained): readonly Edition[] {
  if (!ruleset.catalogue.rules.has(rule)) return []
  const result = explain(record, ruleset, { rule, conduct })
  if (!result.ok) throw new Error(`an assessed record cannot be explained: ${result.problems[0]?.message ?? ''}`)
  return result.explanation.editions
}

function changesIn(before: Edition, after: Edition, old: Ruleset, fresh: Ruleset): readonly LeafChange[] {
  // Where a rule does not apply, what would violate it decides nothing.
  const applied = before.appliesWhen.truth !== 'fails' || after.appliesWhen.truth !== 'fails'
  return (['appliesWhen', 'violatedWhen'] as const).flatMap((part) => {
    if (part === 'violatedWhen' && !applied) return []
    const [a, b] = [before[part], after[part]]
    if (a.truth === b.truth) return []
    const [said, says] = [new Set(leavesIn(a).map(textOf)), new Set(leavesIn(b).map(textOf))]
    const ofOld = (leaf: ExplainedLeaf): boolean => !says.has(textOf(leaf))
    const ofNew = (leaf: ExplainedLeaf): boolean => !said.has(textOf(leaf))
    const { pairs, removed, added } = aligned(distinct(deciding(a).filter(ofOld)), distinct(deciding(b).filter(ofNew)))
    return [
      ...pairs.map(([from, to]) => ({ part, before: answerOf(from, old), after: answerOf(to, fresh) })),
      // The other side of a change need not have decided.
      ...removed.map((leaf) => ({ part, before: answerOf(leaf, old), ...counterpart(leaf, leavesIn(b).filter(ofNew), 'after', fresh) })),
      ...added.map((leaf) => ({ part, ...counterpart(leaf, leavesIn(a).filter(ofOld), 'before', old), after: answerOf(leaf, fresh) })),
    ]
  })
}

function counterpart<Key extends 'before' | 'after'>(leaf: ExplainedLeaf, others: readonly ExplainedLeaf[], key: Key, ruleset: Ruleset) {
  const found = others.find((other) => other.fact === leaf.fact && other.operator === leaf.operator && other.truth !== leaf.truth)
  return (found === undefined ? {} : { [key]: answerOf(found, ruleset) }) as { readonly [K in Key]?: LeafAnswer }
}

const partsOf = (node: Exclude<Explanation, ExplainedLeaf>): readonly Explanation[] => ('parts' in node ? node.parts : [node.part])

const leavesIn = (node: Explanation): readonly ExplainedLeaf[] => (node.kind === 'leaf' ? [node] : partsOf(node).flatMap(leavesIn))

/** The comparisons a truth hangs on: of an `all` that fails those that fail, of one that holds every one. */
function deciding(node: Explanation): readonly ExplainedLeaf[] {
  switch (node.kind) {
    case 'leaf':
      return [node]
    case 'all':
    case 'any':
      return node.parts.filter((part) => part.truth === node.truth).flatMap(deciding)
    case 'not':
    case 'condition':
      return deciding(node.part)
    default:
      return node satisfies never
  }
}

const textOf = ({ fact, operator, expected, got, truth }: ExplainedLeaf): string => JSON.stringify([fact, operator, expected, got, truth])

const distinct = (leaves: readonly ExplainedLeaf[]): readonly ExplainedLeaf[] => [...new Map(leaves.map((leaf) => [textOf(leaf), leaf])).values()]

function answerOf({ fact, operator, expected, expectedFrom, got, truth }: ExplainedLeaf, { vocabulary }: Ruleset): LeafAnswer {
  const leaf = { fact, operator, value: expectedFrom === undefined ? expected : { fact: expectedFrom } } as Leaf
  const limit = isFactReference(leaf.value) && expected !== null ? valueWords(expected, vocabulary.facts.get(leaf.value.fact)) : undefined
  const english = `${fact} ${operator} ${expectedFrom === undefined ? '' : `${expectedFrom} = `}${JSON.stringify(expected)}`
  return {
    fact,
    operator,
    expected,
    ...(expectedFrom === undefined ? {} : { expectedFrom }),
    got,
    truth,
    words: { zh: `${leafPhrase(leaf, vocabulary)}${limit === undefined ? '' : `（${limit}）`}`, en: english },
    ...(got === null ? {} : { answer: { zh: answerPhrase(fact, got as FactValue, vocabulary), en: `${fact} = ${JSON.stringify(got)}` } }),
  }
}
