/** Statutory limits: dated, sometimes regional numbers that rules compare with. */
import { isWithin } from '../conditions/leaf.js'
import type { CompiledFact } from '../ruleset/compiled-module.js'
import { turnsOf } from './turns.js'

type LimitEditions = NonNullable<CompiledFact['limit']>

/** The limit in force on a day in a region; undefined where there is none. A regional limit goes before a national one. */
export function limitOn(editions: LimitEditions, on: string, region: string | undefined): number | undefined {
  const inForce = editions.filter((edition) => (edition.inForce.from ?? '') <= on && on <= (edition.inForce.to ?? '9999'))
  const regional = region === undefined ? undefined : inForce.find((edition) => edition.region !== undefined && isWithin(region, edition.region))
  return (regional ?? inForce.find((edition) => edition.region === undefined))?.value
}

/**
 * The limit on every day from `from` (null: as long ago as can be) to `to`; undefined where it changes meanwhile,
 * or where the region is unknown and a regional limit would differ.
 */
export function limitDuring(
  editions: LimitEditions,
  { from, to }: { readonly from: string | null; readonly to: string },
  region: string | undefined,
): number | undefined {
  const first = from ?? ''
  const days = first === to ? [first] : [first, ...turnsOf(editions).filter((day) => first < day && day <= to)]
  const regions = region === undefined ? [undefined, ...editions.flatMap((edition) => edition.region ?? [])] : [region]
  const values = new Set(days.flatMap((day) => regions.map((place) => limitOn(editions, day, place))))
  return values.size === 1 ? [...values][0] : undefined
}
