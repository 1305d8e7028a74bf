/**
 * Statutory limits: not a column but worked out from the days and the place, so that a table made elsewhere need not
 * know them. What the limit is on which days is the engine's answer, asked for every day on which it can change.
 */
import { addDays } from '@hegui/calendar'
import { limitDuring, significant } from '@hegui/engine'
import type { FactDefinition } from '@hegui/model'
import type { Parameters } from './parameters.js'
import { dayFrom, dayTo } from './service-columns.js'

type LimitEditions = NonNullable<FactDefinition['limit']>

export function limitSql(editions: LimitEditions, region: string, parameters: Parameters): string {
  const turns = [...new Set(editions.flatMap(({ inForce }) => [inForce.from ?? [], inForce.to == null ? [] : addDays(inForce.to, 1)].flat()))].sort()
  const number = (value: number | undefined): string => (value === undefined ? 'CAST(NULL AS DOUBLE PRECISION)' : parameters.place(value, 'DOUBLE PRECISION'))
  /** The limit from each day on which it can change to the next. */
  const steps = (limitFrom: (turn: string) => number | undefined): string => {
    const values = ['', ...turns].map(limitFrom)
    const arms = turns.map((turn, index) => `WHEN ${dayTo} < ${parameters.place(turn, 'DATE')} THEN ${number(values[index])}`)
    return new Set(values).size === 1 ? number(values[0]) : `CASE ${arms.join(' ')} ELSE ${number(values.at(-1))} END`
  }
  const inRegion = (place: string | undefined): string => {
    const known = steps((turn) => limitDuring(editions, { from: turn, to: turn }, place))
    const unknown = steps((turn) => limitDuring(editions, { from: null, to: turn }, place))
    return known === unknown ? known : `CASE WHEN ${dayFrom} IS NULL THEN ${unknown} ELSE ${known} END`
  }
  // The finest first: what lies in a county lies in its province, too.
  const places = [...new Set(editions.flatMap((edition) => edition.region ?? []))].sort((a, b) => significant(b).length - significant(a).length)
  if (places.length === 0) return inRegion(undefined)
  const arms = places.map((place) => {
    const digits = significant(place)
    return `WHEN LEFT(${region}, ${digits.length}) = ${parameters.place(digits, 'TEXT')} THEN ${inRegion(place)}`
  })
  return `CASE WHEN ${region} IS NULL THEN ${inRegion(undefined)} ${arms.join(' ')} ELSE ${inRegion('')} END`
}
