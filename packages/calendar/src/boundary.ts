/** Days that a text leaves open, such as 上旬 or 即日起: written as the interval in which they lie. */
import { isLocalDate, type LocalDate } from './date'

/** Some day from `earliest` to `latest`, both included; `earliest` null: as long ago as can be. */
export interface UncertainDay {
  readonly earliest: LocalDate | null
  readonly latest: LocalDate
  readonly wording: string
}

/** One day, or an interval in which it lies. The same shape as a boundary in a plan. */
export type Boundary = LocalDate | UncertainDay

/** The widest a text can be meant. A null end is not known, or not reached yet. */
export interface Span {
  readonly from: Boundary | null
  readonly to: Boundary | null
}

export const earliestDay = (boundary: Boundary | null): LocalDate | null => (boundary === null || typeof boundary === 'string' ? boundary : boundary.earliest)

export function latestDay(boundary: Boundary): LocalDate
export function latestDay(boundary: Boundary | null): LocalDate | null
export function latestDay(boundary: Boundary | null): LocalDate | null {
  return boundary === null || typeof boundary === 'string' ? boundary : boundary.latest
}

/** Days, both ends included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Throws RangeError unless both days exist and stand in order. */
export function requirePeriod({ from, to }: Period): void {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ]) {
    if (!isLocalDate(day ?? '')) throw new RangeError(`${name} is ${JSON.stringify(day)}; give a day that exists, 'YYYY-MM-DD', 1900 to 2100`)
  }
  if (from > to) throw new RangeError(`from is ${from}, after to, which is ${to}; give them in order`)
}

export const later = (a: LocalDate, b: LocalDate | null): LocalDate => (b === null || a > b ? a : b)
export const sooner = (a: LocalDate, b: LocalDate | null): LocalDate => (b === null || a < b ? a : b)
