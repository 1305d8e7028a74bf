/** Norms that do not follow from the conduct alone. */
import type { Catalogue } from '@hegui/model'
import { overlaps, type Period } from './period.js'

/** Does the norm ask, in every edition of the period, for more than the conduct itself? */
export function conditionalDuring(id: string, period: Period, catalogue: Catalogue): boolean {
  const editions = (catalogue.norms.get(id)?.editions ?? []).filter((each) => overlaps(each.inForce, period))
  return editions.length > 0 && editions.every((each) => each.appliesWhen !== undefined)
}
