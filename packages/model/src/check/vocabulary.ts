/** The vocabulary of the loaded packs: one definition per fact, extensions merged in. */
import { type Problem, problem, suggestion } from '../problems/problem.js'
import type { NamedCondition } from '../schema/condition.js'
import type { FactDefinition } from '../schema/fact.js'
import type { Pack } from '../schema/pack.js'
import { isOfCalendar } from './calendar-facts.js'

export interface Vocabulary {
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly conditions: ReadonlyMap<string, NamedCondition>
}

/** A pack and the path its problems are reported under. */
type Placed<T> = readonly [item: T, path: readonly (string | number)[]]

const each = <T>(packs: readonly Pack[], key: 'facts' | 'extensions' | 'conditions'): readonly Placed<T>[] =>
  packs.flatMap((pack, at) => (pack[key] as unknown as readonly T[]).map((item, index) => [item, [at, key, index]] as const))

/** Paths of problems start with the index of the pack. Of two definitions the first is kept. */
export function vocabularyOf(packs: readonly Pack[]): { readonly vocabulary: Vocabulary; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const facts = new Map<string, FactDefinition>()
  for (const [fact, path] of each<FactDefinition>(packs, 'facts')) {
    if (facts.has(fact.id)) problems.push(problem('HG4001', [...path, 'id'], { id: fact.id, other: `事实 ${fact.title}`, otherEn: `the fact ${fact.id}` }))
    else facts.set(fact.id, fact)
    if (isOfCalendar(fact.id)) problems.push(problem('HG3015', [...path, 'id'], { fact: fact.id }))
    for (const [detail, detailEn] of incomplete(fact)) problems.push(problem('HG4014', path, { fact: fact.id, detail, detailEn }))
  }
  for (const [extension, path] of each<Pack['extensions'][number]>(packs, 'extensions')) {
    const fact = facts.get(extension.extends)
    if (fact?.values === undefined)
      problems.push(problem('HG3004', [...path, 'extends'], { fact: extension.extends, ...suggestion(extension.extends, facts.keys()) }))
    else facts.set(fact.id, { ...fact, values: [...fact.values, ...extension.values] })
  }
  const conditions = new Map<string, NamedCondition>()
  for (const [condition, path] of each<NamedCondition>(packs, 'conditions')) {
    if (conditions.has(condition.id))
      problems.push(problem('HG4001', [...path, 'id'], { id: condition.id, other: `条件 ${condition.title}`, otherEn: `the condition ${condition.id}` }))
    else conditions.set(condition.id, condition)
  }
  return { vocabulary: { facts, conditions }, problems }
}

function incomplete(fact: FactDefinition): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  const listed = fact.type === 'enum' || fact.type === 'set'
  if (listed !== (fact.values !== undefined)) found.push(['enum 和 set 要有 values，其他类型不能有', 'enum and set need values, other types have none'])
  if (fact.scope === 'limit' ? (fact.limit === undefined) === (fact.deadline === undefined) : (fact.limit ?? fact.deadline) !== undefined)
    found.push(['归属为 limit 的要有 limit 或 deadline 之一，其他不能有', 'scope limit needs limit or deadline, other scopes have neither'])
  if (fact.deadline !== undefined && fact.type !== 'date') found.push(['deadline 给出的是日期', 'a deadline is a date'])
  if (fact.scope !== 'limit' && (fact.question === undefined || (fact.evidence ?? []).length === 0))
    found.push(['缺 question 或 evidence', 'question or evidence is missing'])
  if (fact.aggregate !== undefined && fact.type !== (fact.aggregate.function === 'any' ? 'boolean' : 'number'))
    found.push(['汇总方式与类型不符', 'the aggregate does not fit the type'])
  if (fact.unit !== undefined && fact.type !== 'number') found.push(['只有数字有单位', 'only numbers have a unit'])
  return found
}
