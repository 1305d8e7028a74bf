/**
 * Lists whose order means nothing: they are compared as sets, and no text, hash or report follows their order.
 *
 * All other lists keep the order they were written in: parts of a condition, tiers, steps and notes, because it has
 * a meaning; choices, values of `in`, evidence and the like, because sentences and the hash of a pack follow it.
 */
import * as z from 'zod'

const sets = z.registry<{ readonly order: 'none' }>()

/** Marks a list as a set; returns the same schema. */
export const asSet = <Schema extends z.ZodType>(list: Schema): Schema => {
  sets.add(list, { order: 'none' })
  return list
}

export const isSet = (schema: z.ZodType): boolean => sets.has(schema)
