/** What a zod schema is made of, read from the schema itself: so that nothing has to say a second time what it says. */
import type * as z from 'zod'

export interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly getter?: () => z.ZodType
  readonly options?: readonly z.ZodType[]
}

/** A schema under its `optional`, `nullable` and `lazy`. */
export function bare(schema: z.ZodType): z.ZodType {
  const { innerType, getter } = schema._zod.def as unknown as Definition
  const inner = innerType ?? getter?.()
  return inner === undefined ? schema : bare(inner)
}

/** What a schema is under `optional`, `nullable` and `lazy`. */
export const definitionOf = (schema: z.ZodType | undefined): Definition | undefined =>
  schema === undefined ? undefined : (bare(schema)._zod.def as unknown as Definition)
