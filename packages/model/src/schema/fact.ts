/** The vocabulary: every question a rule may ask, typed, with the words to ask it and the evidence that answers it. */
import * as z from 'zod'
import { conditionSchema } from './condition.js'
import { articleSchema, factIdSchema, noteSchema, periodSchema, regionSchema, slugSchema, textSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

export const factTypes = ['boolean', 'enum', 'set', 'number', 'date', 'region', 'text'] as const
export type FactType = (typeof factTypes)[number]

/** Where in a record the answer stands. `limit` is not in the record: its value follows from the date and the region. */
export const factScopes = ['record', 'party', 'site', 'conduct', 'unit', 'limit'] as const
export type FactScope = (typeof factScopes)[number]

export const units = [
  'yuan',
  'kg',
  'tonne',
  'm',
  'm2',
  'm3',
  'km',
  'mu',
  'percent',
  'day',
  'month',
  'year',
  'hour',
  'person',
  'item',
  'carton',
  'time',
  'microgram-per-m3',
  'person-time',
  'vehicle-time',
  'place',
  'enterprise',
  'copy',
  'strip',
  'volume',
] as const

export const goodsKinds = [
  'finished',
  'semi-finished',
  'raw-material',
  'black-powder',
  'pyrotechnic-composition',
  'fuse',
  'packaging',
  'equipment',
  'timber',
  'other',
] as const

const enumValueSchema = z.strictObject({ value: slugSchema, title: titleSchema, note: noteSchema }).meta({ title: '可选值' })

/**
 * How a fact follows from the lines of goods. A list in a record is complete or null: null gives unknown,
 * an empty list gives 0 or false, a line without the figure gives unknown.
 */
const aggregateSchema = z
  .strictObject({
    over: z.literal('goods'),
    function: z.enum(['sum', 'count', 'any']),
    field: z.enum(['quantity', 'weightKg', 'compositionKg', 'valueYuan']).optional(),
    where: z.strictObject({ kind: z.array(z.enum(goodsKinds)).min(1).optional(), unit: z.array(z.enum(units)).min(1).optional() }).optional(),
  })
  .meta({ title: '汇总方式', description: '由检查记录的物品清单逐行汇总得出。' })

const limitEditionSchema = z.strictObject({
  inForce: periodSchema,
  region: regionSchema.optional().meta({ title: '适用地区', description: '不写为全国。' }),
  value: z.number(),
  basis: z.strictObject({ instrument: slugSchema, article: articleSchema }),
})

/** The last day of a statutory period that runs from a day in the record. */
const deadlineSchema = z
  .strictObject({
    from: factIdSchema.meta({ title: '起算事实', description: '类型为 date。' }),
    months: z.number().int().positive().meta({ title: '月数' }),
    basis: z.strictObject({ instrument: slugSchema, article: articleSchema }),
  })
  .meta({ title: '期间末日', description: '起算日起满若干个月的那一天（当天仍在期间内）。' })

export const factDefinitionSchema = z
  .strictObject({
    id: factIdSchema,
    title: titleSchema,
    type: z.enum(factTypes).meta({ title: '类型' }),
    unit: z.enum(units).optional().meta({ title: '单位' }),
    scope: z.enum(factScopes).meta({ title: '归属', description: '写在记录、当事人、场所还是行为上；limit 为法定限值。' }),
    values: z.array(enumValueSchema).min(1).optional().meta({ title: '可选值', description: '类型为 enum 或 set 时必填。' }),
    question: textSchema.optional().meta({ title: '怎样问', description: '缺这一事实时向检查人员提出的问题。' }),
    evidence: z.array(textSchema).optional().meta({ title: '什么证据能回答' }),
    askedWhen: conditionSchema.optional().meta({ title: '何时才问', description: '不满足时这个问题没有意义，不问，也不得在规则中无条件使用。' }),
    proof: z.enum(['authority', 'party']).optional().meta({ title: '举证', description: '默认由行政机关；party 表示法律让当事人证明。' }),
    aggregate: aggregateSchema.optional(),
    limit: z.array(limitEditionSchema).min(1).optional().meta({ title: '法定限值', description: '按日期、地区取值。' }),
    deadline: deadlineSchema.optional(),
    note: noteSchema,
  })
  .meta({ id: 'FactDefinition', title: '事实定义' })
export type FactDefinition = DeepReadonly<z.infer<typeof factDefinitionSchema>>

/** A later pack adds answers to an open enumeration; it never renames or removes one. */
export const factExtensionSchema = z
  .strictObject({ extends: factIdSchema, values: z.array(enumValueSchema).min(1), note: noteSchema })
  .meta({ id: 'FactExtension', title: '事实扩展', description: '给已有的 enum 或 set 事实增加可选值。' })
export type FactExtension = DeepReadonly<z.infer<typeof factExtensionSchema>>

/** What a fact can be in a record. `null` and absent both mean unknown. */
export type FactValue = boolean | string | number | readonly string[]
