/** The rules of some modules, decided for each conduct of a record: by the editions and limits of the conduct's day. */
import type { Conduct, InspectionRecord } from '@hegui/model'
import { createFactObject } from '../compiled/fact-object.js'
import { areRuleBits } from '../compiled/rule-bits.js'
import { truthOf } from '../compiled/truth-bits.js'
import { collectFacts, type DerivedFact, type FactSource, type Span, spanOf } from '../facts/collect.js'
import { governingEditions } from '../findings/editions.js'
import { type DecidedVerdict, joined as joinedOutcome, mayLieOutside, notApplicable, verdictOf } from '../findings/outcome.js'
import type { CompiledModule, RuleIdOf } from '../ruleset/compiled-module.js'
import { type JoinedModules, joinedModules } from './joined-modules.js'
import { recordTroubles } from './record-troubles.js'
import type { Trouble } from './trouble.js'

export interface ConductVerdicts<Id extends string> {
  readonly conduct: string
  readonly verdicts: Readonly<Record<Id, DecidedVerdict>>
  /** The undetermined rules that an answer could still make violations. */
  readonly canViolate: readonly Id[]
}

export type DecideResult<Id extends string> =
  | { readonly ok: true; readonly conducts: readonly ConductVerdicts<Id>[] }
  | { readonly ok: false; readonly troubles: readonly Trouble[] }

export interface ConductDecider<Id extends string> {
  readonly rules: readonly Id[]
  /** The facts the rules look at: what a form has to ask, less what follows from the day, the place and the goods. */
  readonly facts: readonly string[]
  /**
   * A record as `assess` takes it, of which only what decides need be there: days, region, facts, goods. `decidedOn`
   * as there. Does not throw on any JSON value.
   */
  readonly decide: (record: unknown, options?: { readonly decidedOn?: string }) => DecideResult<Id>
}

export type ConductDeciderResult<Id extends string> =
  | { readonly ok: true; readonly decider: ConductDecider<Id> }
  | { readonly ok: false; readonly troubles: readonly Trouble[] }

/** Modules as packs ship them; together they hold each rule once and agree on what facts are. */
export function createConductDecider<const M extends CompiledModule>(modules: readonly M[]): ConductDeciderResult<RuleIdOf<M>> {
  const { joined, troubles } = joinedModules(modules)
  return troubles.length > 0 ? { ok: false, troubles } : { ok: true, decider: deciderOf(joined) as ConductDecider<RuleIdOf<M>> }
}

function deciderOf({ modules, rules, facts }: JoinedModules): ConductDecider<string> {
  const out = new Uint8Array(modules.reduce((sum, module) => sum + module.rules.length, 0))
  const { values, fill } = createFactObject(new Map([...facts].map(([id, { type }]) => [id, type])))
  const definitions = [...facts].map(([id, fact]): DerivedFact => ({ id, ...fact }))
  let from = 0
  const parts = modules.map((module) => {
    const own = out.subarray(from, from + module.rules.length)
    from += own.length
    return { module, own }
  })

  const verdictsOf = (record: FactSource, conduct: Conduct, decidedOn: string): ConductVerdicts<string> => {
    const span = spanOf(conduct, decidedOn)
    if (!fill(collectFacts(record, conduct, span, definitions, decidedOn))) throw new Error('a value of a record that was looked through is not of its type')
    for (const { module, own } of parts) {
      module.decide(values, own)
      if (!areRuleBits(own)) throw new Error(`the module of ${module.packs.join(', ')} gave what no condition comes to`)
    }
    const outcomes = rules.map(([id, editions]) => [id, outcomeOf(editions, span, out)] as const)
    return {
      conduct: conduct.id,
      verdicts: Object.fromEntries(outcomes.map(([id, { verdict }]) => [id, verdict])),
      canViolate: outcomes.filter(([, { verdict, canViolate }]) => verdict === 'undetermined' && canViolate).map(([id]) => id),
    }
  }

  return {
    rules: rules.map(([id]) => id),
    facts: [...facts.keys()],
    decide: (value, { decidedOn } = {}) => {
      const troubles = recordTroubles(decidedOn === undefined || typeof value !== 'object' || value === null ? value : { ...value, decidedOn }, facts)
      if (troubles.length > 0) return { ok: false, troubles }
      const record = value as InspectionRecord
      const day = decidedOn ?? record.decidedOn ?? record.inspectedOn
      return { ok: true, conducts: record.conducts.map((conduct) => verdictsOf(record, conduct, day)) }
    },
  }
}

function outcomeOf(editions: JoinedModules['rules'][number][1], span: Span, bits: Uint8Array) {
  const governing = governingEditions(editions, span)
  const outcomes = governing.map(({ at }) => verdictOf(truthOf((bits[at] as number) & 3), truthOf((bits[at] as number) >> 2)))
  return joinedOutcome<DecidedVerdict>([...outcomes, ...(mayLieOutside(governing, editions, span) ? [notApplicable] : [])])
}
