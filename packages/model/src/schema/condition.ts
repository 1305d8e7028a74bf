/**
 * Conditions: the closed part of json-rules-engine's language that can be typed, proved and turned into SQL.
 *
 * No `path`, no decorators, no priority, no operators beyond the table below: whatever cannot be given a
 * meaning for an unknown fact is refused when it is loaded, not guessed when it is evaluated.
 */
import * as z from 'zod'
import { factIdSchema, noteSchema, pathIdSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

/** json-rules-engine's own operators, then hegui's for days and regions. Each has an exact opposite. */
export const operators = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'before',
  'onOrBefore',
  'after',
  'onOrAfter',
  'within',
  'notWithin',
] as const
export type OperatorName = (typeof operators)[number]

/** The operator that says yes exactly where `name` says no, for known facts of the right type. */
export const oppositeOf: Readonly<Record<OperatorName, OperatorName>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  before: 'onOrAfter',
  onOrAfter: 'before',
  after: 'onOrBefore',
  onOrBefore: 'after',
  within: 'notWithin',
  notWithin: 'within',
}

/** The operator that says the same with its sides exchanged; absent: the same one. */
export const exchangedOf: Readonly<Partial<Record<OperatorName, OperatorName>>> = {
  lessThan: 'greaterThan',
  greaterThan: 'lessThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThanInclusive',
  before: 'after',
  after: 'before',
  onOrBefore: 'onOrAfter',
  onOrAfter: 'onOrBefore',
}

const literalSchema = z.union([z.string().max(200), z.number(), z.boolean()])
const factReferenceSchema = z.strictObject({ fact: factIdSchema }).meta({ title: '与另一事实比较', description: '类型和单位须相同；任一未知则结果未知。' })

export const leafSchema = z
  .strictObject({
    fact: factIdSchema,
    operator: z.enum(operators).meta({ title: '比较' }),
    value: z.union([literalSchema, z.array(literalSchema).min(1).max(200), factReferenceSchema]).meta({ title: '比较值' }),
    note: noteSchema,
  })
  .meta({ title: '单项条件', description: '一个事实与一个值比较。事实缺失即为未知，不当作“否”。' })

const allSchema = z
  .strictObject({
    get all() {
      return z.array(conditionSchema).min(1).meta({ title: '全部满足' })
    },
    note: noteSchema,
  })
  .meta({ title: '全部满足' })

const anySchema = z
  .strictObject({
    get any() {
      return z.array(conditionSchema).min(1).meta({ title: '任一满足' })
    },
    note: noteSchema,
  })
  .meta({ title: '任一满足' })

const notSchema = z
  .strictObject({
    get not() {
      return conditionSchema
    },
    note: noteSchema,
  })
  .meta({ title: '不满足' })

const namedSchema = z
  .strictObject({ condition: pathIdSchema.meta({ title: '引用命名条件' }), note: noteSchema })
  .meta({ title: '命名条件', description: '引用规则包 conditions/ 中的条件。' })

export type Leaf = DeepReadonly<z.infer<typeof leafSchema>>
export type FactReference = { readonly fact: string }

/** The one type that is written by hand: TypeScript cannot infer a union that contains itself. */
export type Condition =
  | { readonly all: readonly Condition[]; readonly note?: string | undefined }
  | { readonly any: readonly Condition[]; readonly note?: string | undefined }
  | { readonly not: Condition; readonly note?: string | undefined }
  | { readonly condition: string; readonly note?: string | undefined }
  | Leaf

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() => z.union([allSchema, anySchema, notSchema, namedSchema, leafSchema]) as unknown as z.ZodType<Condition>)
  .meta({
    id: 'Condition',
    title: '条件',
    description: 'all / any / not / condition / 单项条件，五选一。',
  })

/** A condition with a name, shared by several rules. */
export const namedConditionSchema = z
  .strictObject({
    id: pathIdSchema,
    title: z.string().min(1).meta({ title: '中文名称' }),
    condition: conditionSchema,
    note: noteSchema,
  })
  .meta({ id: 'NamedCondition', title: '命名条件' })
export type NamedCondition = DeepReadonly<z.infer<typeof namedConditionSchema>>

export const isFactReference = (value: unknown): value is FactReference =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'fact' in value
