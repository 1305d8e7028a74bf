/** Cases that could be written: those there are with one answer changed, then every combination of answers a rule can tell apart. */
import type { NormalForm, Ruleset } from '@hegui/engine'
import { type FactDefinition, type FactValue, isFactReference, type Leaf, type RuleCase } from '@hegui/model'
import type { RuleMeaning } from '../meaning/rule-meaning.js'
import { distinct, valuesOf } from '../meaning/values.js'

/** A question that a case can answer, with the answers that differ to the rule; undefined: not answered. */
export interface Question {
  readonly fact: FactDefinition
  readonly answers: readonly (FactValue | undefined)[]
}

/** Given with the case as its date: nothing to answer. */
const ofTheDay = new Set(['record.inspectedOn', 'record.decidedOn', 'conduct.date', 'conduct.endedOn'])
const isAsked = (fact: FactDefinition): boolean => fact.limit === undefined && fact.deadline === undefined && !ofTheDay.has(fact.id) && fact.scope !== 'unit'

/** In reading order. Limits and deadlines follow from the day and the place: they are not answered. */
export const questionsOf = ({ editions }: RuleMeaning, ruleset: Ruleset): readonly Question[] =>
  questionsOfLeaves(
    editions.flatMap((edition) => edition.leaves.map(({ leaf }) => leaf)),
    ruleset,
  )

export function questionsOfLeaves(leaves: readonly Leaf[], ruleset: Ruleset): readonly Question[] {
  const { vocabulary } = ruleset
  const ids = distinct(leaves.flatMap((leaf) => (isFactReference(leaf.value) ? [leaf.fact, leaf.value.fact] : [leaf.fact])))
  const guards = ids.flatMap((id) => {
    const guard = vocabulary.facts.get(id)?.askedWhen
    return guard === undefined ? [] : leavesOf(ruleset.form(guard))
  })
  return ids.flatMap((id): readonly Question[] => {
    const fact = vocabulary.facts.get(id)
    if (fact === undefined || !isAsked(fact)) return []
    return [{ fact, answers: [...valuesOf(fact, leaves, [...comparedWith(fact, leaves, vocabulary), ...guarding(fact, guards)]), undefined] }]
  })
}

export const leavesOf = (form: NormalForm): readonly Leaf[] => (form.kind === 'leaf' ? [form.leaf] : form.parts.flatMap(leavesOf))

/** The choices on which it hangs whether another question is asked: with them the other answers still make sense. */
function guarding(fact: FactDefinition, guards: readonly Leaf[]): readonly FactValue[] {
  if (fact.type !== 'enum') return []
  return guards.flatMap((leaf): readonly FactValue[] =>
    leaf.fact !== fact.id || isFactReference(leaf.value) ? [] : ([leaf.value].flat() as readonly FactValue[]),
  )
}

function comparedWith(fact: FactDefinition, leaves: readonly Leaf[], vocabulary: Ruleset['vocabulary']): readonly FactValue[] {
  return leaves.flatMap(({ fact: own, value }): readonly FactValue[] => {
    if (own !== fact.id || !isFactReference(value)) return []
    const other = vocabulary.facts.get(value.fact)
    if (other?.limit !== undefined) return other.limit.map((edition) => edition.value)
    // What the other side is worth if it is asked as well, see `valuesOf`.
    return fact.type === 'number' ? [100] : fact.type === 'date' ? ['2023-01-10'] : []
  })
}

/** The same case with one more, one other or one less answer. */
function answered(given: RuleCase, id: string, answer: FactValue | undefined): RuleCase {
  if (id === 'record.region') {
    const { region: _, ...rest } = given
    return answer === undefined ? rest : { ...rest, region: answer as string }
  }
  const { [id]: _, ...facts } = given.facts
  return { ...given, facts: answer === undefined ? facts : { ...facts, [id]: answer } }
}

export function* neighbours(given: RuleCase, questions: readonly Question[]): Generator<RuleCase> {
  for (const { fact, answers } of questions) {
    // The list of goods says it; changing both would contradict.
    if (fact.aggregate !== undefined && given.goods !== undefined && given.goods !== null) continue
    const own = given.facts[fact.id]
    for (const answer of [...answers, ...around(own)]) if (answer !== own) yield answered(given, fact.id, answer)
  }
}

/** A figure compared with another fact of the case has its threshold there. */
const around = (value: unknown): readonly FactValue[] => (typeof value === 'number' ? [value - 1, value + 1].filter((each) => each >= 0) : [])

/** How many combinations there are. */
export const combinationCount = (questions: readonly Question[]): number => questions.reduce((product, { answers }) => product * answers.length, 1)

/** Every combination of answers, in a fixed order, on the day and with the other facts of `base`. */
export function* combinations(base: RuleCase, questions: readonly Question[]): Generator<RuleCase> {
  const [first, ...rest] = questions
  if (first === undefined) {
    yield base
    return
  }
  for (const answer of first.answers) yield* combinations(answered(base, first.fact.id, answer), rest)
}
