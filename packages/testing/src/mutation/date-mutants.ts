/** Mutants of periods: an edition begins or ends a day early or late. Where one follows another, both move: no day is left without one. */
import { addDays } from '@hegui/calendar'

export interface Dated {
  readonly inForce: { readonly from: string | null; readonly to?: string | null | undefined }
}

export interface DateMutant<T> {
  /** Place of the edition whose day was moved, and which of its days. */
  readonly at: number
  readonly end: 'from' | 'to'
  readonly editions: readonly T[]
}

/** A period that would end before it begins is none. */
export function dateMutants<T extends Dated>(editions: readonly T[]): readonly DateMutant<T>[] {
  return editions.flatMap(({ inForce: { from, to } }, at) => {
    const follows = from !== null && editions.some((other) => endsBefore(other, from))
    return [
      // Told once, as the last day of the edition before.
      ...(from === null || follows ? [] : [-1, 1].map((by) => ({ at, end: 'from' as const, editions: moved(editions, at, 'from', addDays(from, by)) }))),
      ...(to == null
        ? []
        : [-1, 1].map((by) => ({ at, end: 'to' as const, editions: movedOn(moved(editions, at, 'to', addDays(to, by)), addDays(to, 1), by) }))),
    ].filter((mutant) => mutant.editions.every(({ inForce }) => inForce.to == null || (inForce.from ?? '') <= inForce.to))
  })
}

const endsBefore = ({ inForce: { to } }: Dated, day: string): boolean => to != null && addDays(to, 1) === day

const moved = <T extends Dated>(editions: readonly T[], at: number, end: 'from' | 'to', day: string): readonly T[] =>
  editions.map((edition, index) => (index === at ? { ...edition, inForce: { ...edition.inForce, [end]: day } } : edition))

/** What began on the day begins that much later. */
const movedOn = <T extends Dated>(editions: readonly T[], day: string, by: number): readonly T[] =>
  editions.map((edition) => (edition.inForce.from === day ? { ...edition, inForce: { ...edition.inForce, from: addDays(day, by) } } : edition))
