/** The general rules of penalty law that are on file for a day, with where they stand. */
import type { Concurrence, Principle } from '@hegui/model'
import { citationsDuring } from '../findings/citation.js'
import { editionOn } from '../findings/editions.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'

/** Procedure and method follow the law of the day they are used: the day of the decision. */
export function principlesOn<K extends Principle['kind']>(kind: K, day: string, { catalogue }: Ruleset): readonly Extract<Principle, { kind: K }>[] {
  return catalogue.principles
    .filter((each): each is Extract<Principle, { kind: K }> => each.kind === kind && editionOn<Principle['editions'][number]>(each.editions, day) !== undefined)
    .sort((a, b) => byCodeUnit(a.id, b.id))
}

export function basisOn(principles: readonly Principle[], day: string, ruleset: Ruleset): Concurrence['basis'] {
  return principles.flatMap((each) => {
    const edition = editionOn<Principle['editions'][number]>(each.editions, day)
    return edition === undefined ? [] : citationsDuring(edition.basis, { from: day, to: day, known: true }, ruleset)
  })
}

/** `行政处罚法 29` and the like; empty where nothing is on file. */
export const basisWords = (basis: Concurrence['basis'], { catalogue }: Ruleset): string =>
  basis.map(({ instrument, article }) => `${catalogue.instruments.get(instrument)?.shortTitle ?? instrument} ${article}`).join('、')

/** Penalties that come under either law, and so make neither the heavier: gains are confiscated whatever a norm says (行政处罚法 28(2)). */
export const imposedAnyway = (day: string, ruleset: Ruleset): ReadonlySet<string> =>
  new Set(principlesOn('disgorgement', day, ruleset).length === 0 ? [] : ['confiscation:illegal-gains'])
