/** The stock json-rules-engine on the pinned workload: with a fact per group and a `path`, as records are nested, and with flat facts. */
import type { Condition, Leaf, Rule } from '@hegui/model'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { Flat } from './workload.js'

const days = ['before', 'onOrBefore', 'after', 'onOrAfter'] as const
const dayOrder: Readonly<Record<(typeof days)[number], (fact: string, value: string) => boolean>> = {
  before: (fact, value) => fact < value,
  onOrBefore: (fact, value) => fact <= value,
  after: (fact, value) => fact > value,
  onOrAfter: (fact, value) => fact >= value,
}

/** One engine, reused: nothing runs at the same time as anything else here. */
export function stockEngine(rules: readonly Rule[], leaves: 'path' | 'flat'): { readonly run: (facts: Record<string, unknown>) => Promise<number> } {
  const written = (condition: Condition): unknown => {
    if ('all' in condition) return { all: condition.all.map(written) }
    if ('any' in condition) return { any: condition.any.map(written) }
    const { fact, operator, value } = condition as Leaf
    const [group, name] = fact.split('.')
    return leaves === 'flat' ? { fact, operator, value } : { fact: group, path: `$.${name}`, operator, value }
  }
  const engine = new Engine(
    rules.map((rule) => ({
      name: rule.id,
      conditions: { all: [written(rule.appliesWhen), written(rule.violatedWhen)] } as unknown as TopLevelCondition,
      event: { type: rule.id },
    })),
    { allowUndefinedFacts: true },
  )
  for (const name of days) engine.addOperator<string, string>(name, (fact, value) => typeof fact === 'string' && dayOrder[name](fact, value))
  return { run: async (facts) => (await engine.run(facts)).events.length }
}

export function nested(record: Flat): Record<string, Record<string, unknown>> {
  const groups: Record<string, Record<string, unknown>> = {}
  for (const [id, value] of Object.entries(record)) {
    const [group = '', name = ''] = id.split('.')
    groups[group] = { ...groups[group], [name]: value }
  }
  return groups
}
