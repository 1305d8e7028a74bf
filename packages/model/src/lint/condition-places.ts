/** Every condition in a document, found by its schema: a new place for a condition needs no mention here. */
import type * as z from 'zod'
import type { Path } from '../problems/problem.js'
import { type Condition, conditionSchema } from '../schema/condition.js'
import { definitionOf } from '../schema/definition.js'

export interface ConditionPlace {
  readonly condition: Condition
  readonly path: Path
}

/** For a value that follows the schema. */
export function conditionPlaces(value: unknown, schema: z.ZodType, path: Path = []): readonly ConditionPlace[] {
  const found = new Map<string, ConditionPlace>()
  collect(value, schema, path, found)
  return [...found.values()]
}

function collect(value: unknown, schema: z.ZodType | undefined, path: Path, found: Map<string, ConditionPlace>): void {
  if (schema === undefined || typeof value !== 'object' || value === null) return
  if (isCondition(schema)) {
    found.set(JSON.stringify(path), { condition: value as Condition, path })
    return
  }
  const def = definitionOf(schema)
  for (const option of def?.options ?? []) collect(value, option, path, found)
  if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, def?.element, [...path, index], found)
  else
    for (const [key, part] of Object.entries(value)) {
      const own = def?.shape === undefined ? def?.valueType : Object.hasOwn(def.shape, key) ? def.shape[key] : undefined
      collect(part, own, [...path, key], found)
    }
}

/** The schema itself, or a copy that only has another title: such a copy shares its definition. */
function isCondition(schema: z.ZodType): boolean {
  if (schema._zod.def === conditionSchema._zod.def) return true
  const { innerType } = schema._zod.def as { innerType?: z.ZodType }
  return innerType !== undefined && isCondition(innerType)
}
