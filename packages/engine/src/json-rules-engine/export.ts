/** A pack for a stock json-rules-engine: for people who already run one. */
import type { Condition, Pack } from '@hegui/model'
import type { Engine } from 'json-rules-engine'
import { normalForm } from '../conditions/normal-form.js'
import { limitOn } from '../facts/limits.js'
import { addOwnOperators } from './operators.js'
import { topLevel } from './runtime.js'

/** The part of json-rules-engine's `Engine` that matters here, so that its types stay out of the public API. */
export interface StockEngine {
  readonly run: (
    facts: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly events: readonly { readonly type: string; readonly params?: Readonly<Record<string, unknown>> | undefined }[] }>
}

export interface StockOptions {
  /** Day of the conduct, `YYYY-MM-DD`: picks the editions of rules and of `limit.*` facts. */
  readonly on: string
  /** GB/T 2260 code of the place; without it only nationwide limits are given. */
  readonly region?: string
  /** Packs that hold facts, limits and named conditions this pack uses. */
  readonly with?: readonly Pack[]
}

/**
 * A fresh `Engine` with one rule for each rule in force: it fires an event with the rule's id when `appliesWhen`
 * and `violatedWhen` are both true. Two-valued, as json-rules-engine is: give it complete facts, or it will take
 * `notEqual` on a missing fact for true. One engine per concurrent run.
 */
export function toJsonRulesEngine(pack: Pack, options: StockOptions): StockEngine {
  const packs = [...(options.with ?? []), pack]
  const named = new Map(packs.flatMap((each) => each.conditions.map((condition) => [condition.id, condition] as const)))
  const inForce = pack.rules.filter((rule) => (rule.inForce.from ?? '') <= options.on && options.on <= (rule.inForce.to ?? '9999'))
  const rules = inForce.map((rule) => {
    const condition: Condition = { all: [rule.appliesWhen, rule.violatedWhen] }
    return {
      name: rule.id,
      conditions: topLevel(normalForm(condition, named)),
      event: { type: rule.id, params: { title: rule.title, revision: rule.revision } },
    }
  })
  const created = async (): Promise<Engine> => {
    const stock = await import('json-rules-engine')
    const engine = new stock.Engine(rules, { allowUndefinedFacts: true })
    addOwnOperators(engine)
    for (const fact of packs.flatMap((each) => each.facts)) {
      const value = fact.limit === undefined ? undefined : limitOn(fact.limit, options.on, options.region)
      if (value !== undefined) engine.addFact(fact.id, value)
    }
    return engine
  }
  let engine: Promise<Engine> | undefined
  return {
    run: async (facts) => {
      engine ??= created()
      return (await engine).run(facts)
    },
  }
}
