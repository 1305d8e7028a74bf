/** The compiled runtime: what `assess` and `assessAsync` decide by. One for each ruleset, made when it is first used. */
import type { Rule } from '@hegui/model'
import { type Decision, directRuntime, type SyncRuntime } from '../conditions/runtime.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { createDecider } from './decider.js'
import { createModuleDecider } from './module-decider.js'
import type { RuleDecider } from './rule-decider.js'
import { typeIn } from './rule-program.js'
import { truthOf } from './truth-bits.js'

const runtimes = new WeakMap<Ruleset, SyncRuntime>()

export function compiledRuntime(ruleset: Ruleset): SyncRuntime {
  const known = runtimes.get(ruleset)
  if (known !== undefined) return known
  const fresh = createRuntime(ruleset)
  runtimes.set(ruleset, fresh)
  return fresh
}

function createRuntime(ruleset: Ruleset): SyncRuntime {
  const decider = createDecider(typeIn(ruleset))
  const { entryOf, load, decide } = decider
  const rules = createModuleDecider(ruleset, decider)
  return {
    name: 'compiled',
    decide: (questions, facts) => {
      const entries = questions.map((question) => entryOf(question.form))
      // Values of the wrong type: which conditions fail on them is for the walk over the trees to say.
      return load(facts) ? entries.map((entry) => truthOf(decide(entry))) : directRuntime.decide(questions, facts)
    },
    decideRules: decideRulesBy(rules),
  }
}

function decideRulesBy({ rules, decide }: RuleDecider): NonNullable<SyncRuntime['decideRules']> {
  const placeOf = new Map(rules.map((rule, at) => [rule, at] as const))
  const placesOf = new WeakMap<readonly Rule[], readonly number[]>()
  const places = (editions: readonly Rule[]): readonly number[] => {
    const known = placesOf.get(editions)
    if (known !== undefined) return known
    const fresh = editions.map((rule) => {
      const at = placeOf.get(rule)
      if (at === undefined) throw new Error(`the rule ${rule.id} is not one of the ruleset`)
      return at
    })
    placesOf.set(editions, fresh)
    return fresh
  }
  return (editions, facts) => {
    const out = decide(facts)
    if (out === undefined) return undefined
    const decisions: Decision[] = []
    for (const at of places(editions)) {
      const bits = out[at] as number
      decisions.push(truthOf(bits & 3), truthOf(bits >> 2))
    }
    return decisions
  }
}
