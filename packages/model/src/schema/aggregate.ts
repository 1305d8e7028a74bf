/** An aggregate: what a stream of records comes to, figure by figure, region by region, day by day. Saved and merged without the records. */
import * as z from 'zod'
import { localDateSchema, regionSchema, slugSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

/** Where a figure comes from: the first of its records by code unit, and how many more. */
export const evidenceSchema = z
  .strictObject({ records: z.array(z.string()).meta({ title: '记录编号' }), more: z.number().int().nonnegative().meta({ title: '另有几份' }) })
  .meta({ title: '出处', description: '按编号排在前面的若干份记录，另有 more 份。' })
export type Evidence = DeepReadonly<z.infer<typeof evidenceSchema>>

/** One figure of one region on one day. `unbounded`: how many terms could still add an unknown amount. */
export const aggregateCellSchema = z.strictObject({
  formula: z.string().meta({ title: '算法', description: '算法的规范 JSON 的哈希。' }),
  region: regionSchema.nullable().meta({ title: '地区', description: 'null：记录没有写。' }),
  day: localDateSchema.nullable().meta({ title: '哪天', description: 'null：不明。' }),
  min: z.number().meta({ title: '确定的合计' }),
  possible: z.number().meta({ title: '还可能再加的', description: '条件未知而数量已知的。' }),
  unbounded: z.number().int().nonnegative().meta({ title: '数量未知的项数' }),
  evidence: evidenceSchema,
})
export type AggregateCell = DeepReadonly<z.infer<typeof aggregateCellSchema>>

export const aggregateSchema = z
  .strictObject({
    schema: z.literal('hegui/aggregate@1'),
    plan: slugSchema,
    packs: z.array(z.strictObject({ id: slugSchema, version: z.string(), hash: z.string() })),
    sources: z.array(z.strictObject({ id: z.string(), records: z.number().int().nonnegative().meta({ title: '几份记录' }), hash: z.string() })).meta({
      title: '来自哪些记录',
      description: '同一来源不能合并两次。',
    }),
    formulas: z.array(z.string()).meta({ title: '算了哪些', description: '算法的哈希。不在其中的没有算，不是零。' }),
    cells: z.array(aggregateCellSchema).meta({ title: '各格', description: '一个算法、一个地区、一天一格。' }),
  })
  .meta({ id: 'Aggregate', title: '汇总' })
export type Aggregate = DeepReadonly<z.infer<typeof aggregateSchema>>
