/** Statutory limits: dated, sometimes regional numbers that rules compare with. */
import type { FactDefinition } from '@hegui/model'
import { isWithin } from '../conditions/leaf.js'

type LimitEditions = NonNullable<FactDefinition['limit']>

/** The limit in force on a day in a region; undefined where there is none. A regional limit goes before a national one. */
export function limitOn(editions: LimitEditions, on: string, region: string | undefined): number | undefined {
  const inForce = editions.filter((edition) => (edition.inForce.from ?? '') <= on && on <= (edition.inForce.to ?? '9999'))
  const regional = region === undefined ? undefined : inForce.find((edition) => edition.region !== undefined && isWithin(region, edition.region))
  return (regional ?? inForce.find((edition) => edition.region === undefined))?.value
}
