/** An aggregate: what a stream of records comes to, figure by figure, region by region, day by day. Saved and merged without the records. */
import * as z from 'zod'
import { traceDirectionSchema } from './plan.js'
import { clauseIdSchema, factIdSchema, localDateSchema, pathIdSchema, regionSchema, slugSchema } from './primitives.js'
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

/** What a plan orders to be traced because of one conduct, in one direction. Only what a record says: whom to ask follows from a register of units. */
export const traceSchema = z
  .strictObject({
    record: z.string().meta({ title: '记录编号' }),
    region: regionSchema.nullable().meta({ title: '地区', description: 'null：记录没有写。' }),
    day: localDateSchema.meta({ title: '检查日期', description: '按这一天算在哪个考核期间。' }),
    act: z
      .strictObject({ from: localDateSchema.nullable(), to: localDateSchema, dated: z.boolean().meta({ title: '日子是否写明' }) })
      .meta({ title: '违法的日子', description: '两端均含。from 为 null：从哪天起不明；dated 为 false：是哪天不明，只知道不晚于 to。' }),
    conduct: slugSchema,
    rules: z.array(pathIdSchema).min(1).meta({ title: '成立的规则' }),
    direction: traceDirectionSchema,
    measure: slugSchema.meta({ title: '方案的哪一项措施' }),
    known: z.array(z.strictObject({ fact: factIdSchema, value: z.string() })).meta({ title: '记录里已有的线索' }),
    missing: z.array(factIdSchema).meta({ title: '要问的事实' }),
    clauses: z.array(clauseIdSchema).meta({ title: '方案条目' }),
  })
  .meta({ id: 'Trace', title: '倒查线索' })
export type Trace = DeepReadonly<z.infer<typeof traceSchema>>

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
    traces: z
      .strictObject({ listed: z.array(traceSchema).meta({ title: '列出的' }), more: z.number().int().nonnegative().meta({ title: '另有几条' }) })
      .meta({ title: '倒查', description: '方案要求倒查的、已经成立的违法；按记录、行为、方向、规则排在前面的若干条，另有 more 条。' }),
  })
  .meta({ id: 'Aggregate', title: '汇总' })
export type Aggregate = DeepReadonly<z.infer<typeof aggregateSchema>>
