/**
 * The reference runtime: json-rules-engine decides every condition twice, once with unknown leaves false, once
 * with unknown leaves true. True in both: holds; false in both: fails; else unknown.
 *
 * A fresh `Engine` each time, because a shared one loses rules under concurrent runs (its issue 303). The library is
 * loaded when it is first asked: most who load this package never ask it.
 */
import type { RuleProperties, TopLevelCondition } from 'json-rules-engine'
import type { Facts } from '../conditions/leaf.js'
import type { NormalForm } from '../conditions/normal-form.js'
import { type AsyncRuntime, type Decision, errorText, type Question } from '../conditions/runtime.js'
import { replaceOperators } from './operators.js'

export const jsonRulesEngineRuntime: AsyncRuntime = {
  name: 'json-rules-engine',
  decide: async (questions, facts) => {
    try {
      return await decideTwice(questions, facts)
    } catch (error) {
      // One operator that throws rejects the whole run; alone, each condition fails or succeeds by itself.
      return questions.length === 1
        ? [{ error: errorText(error) }]
        : (await Promise.all(questions.map((question) => jsonRulesEngineRuntime.decide([question], facts)))).flat()
    }
  },
}

async function decideTwice(questions: readonly Question[], facts: Facts): Promise<readonly Decision[]> {
  const provable = await run(questions, facts, false)
  const possible = await run(questions, facts, true)
  return questions.map((_, index) => (provable.has(index) ? 'holds' : possible.has(index) ? 'unknown' : 'fails'))
}

/** The indexes of the questions whose condition came out true. */
async function run(questions: readonly Question[], facts: Facts, whenUnknown: boolean): Promise<ReadonlySet<number>> {
  const rules = questions.map(({ form }, index): RuleProperties => ({ name: String(index), conditions: topLevel(form), event: { type: 'holds' } }))
  const { Engine } = await import('json-rules-engine')
  const engine = new Engine(rules, { allowUndefinedFacts: true })
  replaceOperators(engine, whenUnknown)
  const { results } = await engine.run(Object.fromEntries(facts))
  return new Set(results.map((result) => Number(result.name)))
}

/** json-rules-engine wants `all` or `any` at the top. */
export function topLevel(form: NormalForm): TopLevelCondition {
  return form.kind === 'leaf' ? { all: [nested(form)] } : (nested(form) as TopLevelCondition)
}

type Nested = Extract<TopLevelCondition, { all: unknown }>['all'][number]

function nested(form: NormalForm): Nested {
  if (form.kind === 'leaf') {
    const { fact, operator, value } = form.leaf
    return { fact, operator, value }
  }
  const parts = form.parts.map(nested)
  return form.kind === 'all' ? { all: parts } : { any: parts }
}
