/** The catalogue: everything the loaded packs define, by id. */
import type { Benchmark } from '../schema/benchmark.js'
import type { CaseProcedure } from '../schema/case-procedure.js'
import type { Circumstance } from '../schema/circumstance.js'
import type { Instrument, Norm } from '../schema/law.js'
import type { Organ } from '../schema/organ.js'
import type { Pack } from '../schema/pack.js'
import type { Plan } from '../schema/plan.js'
import type { Principle } from '../schema/principle.js'
import type { ActionTemplate, TimeLimit } from '../schema/procedure.js'
import type { Rule } from '../schema/rule.js'

interface Applies {
  readonly inForce: { readonly from: string | null; readonly to?: string | null | undefined }
}

export interface Catalogue {
  readonly instruments: ReadonlyMap<string, Instrument>
  /** `instrument@edition#article` of every article that was read in the wording of that edition. */
  readonly articlesRead: ReadonlySet<string>
  /** By the same key, the periods in which an entered article applies: it may end before its edition does. */
  readonly articlePeriods: ReadonlyMap<string, readonly Applies[]>
  readonly norms: ReadonlyMap<string, Norm>
  /** Rule id → its editions, in the order given. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>
  readonly plans: ReadonlyMap<string, Plan>
  readonly organs: ReadonlyMap<string, Organ>
  readonly timeLimits: ReadonlyMap<string, TimeLimit>
  readonly actions: readonly ActionTemplate[]
  readonly caseProcedures: ReadonlyMap<string, CaseProcedure>
  readonly principles: readonly Principle[]
  readonly circumstances: readonly Circumstance[]
  readonly benchmarks: readonly Benchmark[]
}

export function catalogueOf(packs: readonly Pack[]): Catalogue {
  const instruments = new Map(packs.flatMap((pack) => pack.instruments.map((each) => [each.id, each] as const)))
  const rules = new Map<string, readonly Rule[]>()
  for (const rule of packs.flatMap((pack) => pack.rules)) rules.set(rule.id, [...(rules.get(rule.id) ?? []), rule])
  return {
    instruments,
    articlesRead: new Set([...instruments.values()].flatMap(readIn)),
    articlePeriods: periodsIn([...instruments.values()]),
    norms: new Map([...instruments.values()].flatMap((each) => each.norms.map((norm) => [norm.id, norm] as const))),
    rules,
    plans: new Map(packs.flatMap((pack) => pack.plans.map((plan) => [plan.id, plan] as const))),
    organs: new Map(packs.flatMap((pack) => pack.organs.map((organ) => [organ.id, organ] as const))),
    timeLimits: new Map(packs.flatMap((pack) => pack.timeLimits.map((limit) => [limit.id, limit] as const))),
    actions: packs.flatMap((pack) => pack.actions),
    caseProcedures: new Map(packs.flatMap((pack) => pack.caseProcedures.map((procedure) => [procedure.id, procedure] as const))),
    principles: packs.flatMap((pack) => pack.principles),
    circumstances: packs.flatMap((pack) => pack.circumstances),
    benchmarks: packs.flatMap((pack) => pack.benchmarks),
  }
}

/** The instrument a norm belongs to: the part of its id before the slash. */
export const instrumentOf = (norm: string): string => norm.slice(0, norm.indexOf('/'))

/** How an article of an edition is named in `articlesRead`. */
export const articleKey = (instrument: string, edition: string, article: string): string => `${instrument}@${edition}#${article}`

const entered = (
  instrument: Instrument,
): readonly {
  readonly edition: string
  readonly article: string
  readonly inForce: Applies['inForce']
  readonly verification: { readonly status: string }
}[] => [...instrument.provisions, ...instrument.norms.flatMap((norm) => norm.editions)]

const readIn = (instrument: Instrument): readonly string[] =>
  entered(instrument)
    .filter((each) => each.verification.status === 'primary-text')
    .map((each) => articleKey(instrument.id, each.edition, each.article))

function periodsIn(instruments: readonly Instrument[]): Catalogue['articlePeriods'] {
  const periods = new Map<string, Applies[]>()
  for (const instrument of instruments)
    for (const { edition, article, inForce } of entered(instrument)) {
      const key = articleKey(instrument.id, edition, article)
      const known = periods.get(key)
      if (known === undefined) periods.set(key, [{ inForce }])
      else known.push({ inForce })
    }
  return periods
}

/** Every article of an instrument that was entered, in one edition or in any. */
export function articlesOf(instrument: Instrument, edition?: string): ReadonlySet<string> {
  return new Set(
    entered(instrument)
      .filter((each) => edition === undefined || each.edition === edition)
      .map((each) => each.article),
  )
}
