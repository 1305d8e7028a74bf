/** Mutants of periods: an edition begins or ends a day early or late. Where one follows another, both move: no day is left without one. */
import type { Dated, Words } from '@hegui/analysis'
import { addDays } from '@hegui/calendar'

export interface Edition {
  readonly inForce: Dated
}

export interface DateMutant<T> {
  /** Place of the edition whose day was moved, and which of its days. */
  readonly at: number
  readonly end: 'from' | 'to'
  readonly editions: readonly T[]
  readonly words: Words
}

/** `title`: of what has the editions. A period that would end before it begins is none. */
export function dateMutants<T extends Edition>(editions: readonly T[], title: string): readonly DateMutant<T>[] {
  return editions.flatMap(({ inForce: { from, to } }, at) => {
    const follows = from !== null && editions.some((other) => endsBefore(other, from))
    const mutant = (end: 'from' | 'to', day: string, by: number, changed: readonly T[]): DateMutant<T> => ({
      at,
      end,
      editions: changed,
      words: wordsOf(title, end, day, addDays(day, by)),
    })
    return [
      // Told once, as the last day of the edition before.
      ...(from === null || follows ? [] : [-1, 1].map((by) => mutant('from', from, by, moved(editions, at, 'from', addDays(from, by))))),
      ...(to == null ? [] : [-1, 1].map((by) => mutant('to', to, by, movedOn(moved(editions, at, 'to', addDays(to, by)), addDays(to, 1), by)))),
    ].filter((mutant) => mutant.editions.every(({ inForce }) => inForce.to == null || (inForce.from ?? '') <= inForce.to))
  })
}

const wordsOf = (title: string, end: 'from' | 'to', day: string, moved: string): Words => ({
  zh: `「${title}」的${end === 'from' ? '第一天' : '最后一天'} ${day} → ${moved}`,
  en: `${end === 'from' ? 'first' : 'last'} day ${day} → ${moved}`,
})

const endsBefore = ({ inForce: { to } }: Edition, day: string): boolean => to != null && addDays(to, 1) === day

const moved = <T extends Edition>(editions: readonly T[], at: number, end: 'from' | 'to', day: string): readonly T[] =>
  editions.map((edition, index) => (index === at ? { ...edition, inForce: { ...edition.inForce, [end]: day } } : edition))

/** What began on the day begins that much later. */
const movedOn = <T extends Edition>(editions: readonly T[], day: string, by: number): readonly T[] =>
  editions.map((edition) => (edition.inForce.from === day ? { ...edition, inForce: { ...edition.inForce, from: addDays(day, by) } } : edition))
