/** When something was done or is looked at: a day, or an instant on it. */
import { dateInShanghai, type LocalDate } from '@hegui/calendar'
import { isLocalDate } from '@hegui/model'

export const dayOf = (moment: string): LocalDate => (isLocalDate(moment) ? moment : dateInShanghai(moment))

/** Milliseconds of an instant; a bare day has none. */
export const instantOf = (moment: string): number | undefined => (isLocalDate(moment) ? undefined : Date.parse(moment))

/** By day, then by instant where both have one, then by id: an order that does not hang on how they were listed. */
export function byMoment(a: { readonly on: string; readonly id: string }, b: { readonly on: string; readonly id: string }): number {
  const [dayA, dayB] = [dayOf(a.on), dayOf(b.on)]
  if (dayA !== dayB) return dayA < dayB ? -1 : 1
  const [instantA, instantB] = [instantOf(a.on), instantOf(b.on)]
  // A bare day sorts as the end of it, so that the order stays one order.
  const difference = (instantA ?? Number.MAX_SAFE_INTEGER) - (instantB ?? Number.MAX_SAFE_INTEGER)
  if (difference !== 0) return difference
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Of two days. */
export const earlierOf = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
