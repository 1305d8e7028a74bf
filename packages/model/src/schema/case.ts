/** Cases: what a rule must say about given facts. They stand beside the rule and are run by its tests. */
import * as z from 'zod'
import { assessedMeasureSchema } from './assessment.js'
import { circumstanceEffects } from './circumstance.js'
import { goodsLineSchema } from './goods-line.js'
import { asSet } from './list-order.js'
import { measureKinds } from './organ.js'
import { clauseIdSchema, factIdSchema, localDateSchema, pathIdSchema, regionSchema, slugSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'
import { verdicts } from './rule.js'

/** A proposed measure word by word. What is as usual is left out: it falls on the party, there is no choice, it is firm. */
export const caseMeasureSchema = z
  .strictObject({
    norm: pathIdSchema.optional().meta({ title: '规范', description: '不写为内部工作，没有规范。' }),
    kind: z.enum(measureKinds).meta({ title: '措施种类' }),
    object: assessedMeasureSchema.shape.object.meta({ title: '对象' }),
    on: z.enum(['principal', 'responsible-persons', 'unsettled']).optional().meta({ title: '落在谁身上', description: '不写为当事人。' }),
    force: z.enum(['must', 'may']).meta({ title: '应当或可以' }),
    option: z.number().int().nonnegative().optional().meta({ title: '择一的第几项', description: '从 0 数；不写为不是择一。' }),
    amountYuan: assessedMeasureSchema.shape.amountYuan.meta({ title: '金额（元，含两端）' }),
    multiple: assessedMeasureSchema.shape.multiple.meta({ title: '倍数' }),
    days: assessedMeasureSchema.shape.days.meta({ title: '日数（含两端）' }),
    authority: z.array(slugSchema).meta({ title: '实施机关' }),
    status: z.literal('provisional').optional().meta({ title: '待定', description: '不写为确定。' }),
  })
  .meta({ title: '逐项写明的措施' })
export type CaseMeasure = DeepReadonly<z.infer<typeof caseMeasureSchema>>

export const caseFactsSchema = z.record(factIdSchema, z.union([z.boolean(), z.number(), z.string(), asSet(z.array(z.string())), z.null()]))

export const ruleCaseSchema = z
  .strictObject({
    name: z.string().min(1).meta({ title: '案例名', description: '一句完整的话。' }),
    date: localDateSchema.nullable().meta({ title: '行为日期' }),
    region: regionSchema.optional(),
    facts: caseFactsSchema,
    goods: z.array(goodsLineSchema).nullish(),
    plans: z.array(slugSchema).optional().meta({ title: '按哪些方案研判', description: '不写就不看任何方案。' }),
    expect: z.strictObject({
      verdict: z.enum(verdicts),
      canViolate: z.boolean().optional(),
      missing: asSet(z.array(factIdSchema)).optional().meta({ title: '待查事实', description: '写了就必须完全一致。' }),
      norms: asSet(z.array(pathIdSchema)).optional().meta({ title: '给出建议措施的规范', description: '写了就必须完全一致（不含 unverified）。' }),
      measures: z
        .array(z.union([z.enum(measureKinds), caseMeasureSchema]))
        .optional()
        .meta({
          title: '建议的措施',
          description: '因本规则而建议的措施：逐项写明，或者只写种类（一种一次）；写了就必须完全一致。',
        }),
      due: z
        .record(slugSchema, localDateSchema.nullable())
        .optional()
        .meta({ title: '到期日', description: '因本规则的措施而来的任务模板和到期日；只核对写出的。null：期限算不出。' }),
      clauses: z
        .array(z.strictObject({ plan: slugSchema, clause: clauseIdSchema }))
        .optional()
        .meta({ title: '方案条目', description: '认定里列出的方案条目；写了就必须完全一致。' }),
    }),
    proposed: z.literal(true).optional().meta({ title: 'hegui 提出的', description: '结果是 hegui 今天给出的，还没有人核对；核对以后删去这一项。' }),
    edge: z.string().optional().meta({ title: '所测边界', description: '例如 limit.privateStockKg 的 n+1。' }),
  })
  .meta({ title: '案例' })

export const ruleCasesSchema = z
  .strictObject({ $schema: z.string().optional(), rule: pathIdSchema, cases: z.array(ruleCaseSchema).min(1) })
  .meta({ id: 'RuleCases', title: '规则案例' })
export type RuleCase = DeepReadonly<z.infer<typeof ruleCaseSchema>>
export type RuleCases = DeepReadonly<z.infer<typeof ruleCasesSchema>>

/** Cases of a circumstance: whether it is established on given facts, and which edition decides. */
export const circumstanceCasesSchema = z
  .strictObject({
    $schema: z.string().optional(),
    circumstance: slugSchema,
    cases: z
      .array(
        z
          .strictObject({
            name: z.string().min(1).meta({ title: '案例名', description: '一句完整的话。' }),
            date: localDateSchema.meta({ title: '行为日期（行为终了日）' }),
            inspectedOn: localDateSchema.optional().meta({ title: '检查日期', description: '不写同行为日期。' }),
            decidedOn: localDateSchema.optional().meta({ title: '研判日期', description: '不写同检查日期。' }),
            facts: caseFactsSchema,
            expect: z.strictObject({
              state: z.enum(['established', 'not-established', 'open', 'not-shown']),
              effect: z.enum(circumstanceEffects).optional(),
              missing: asSet(z.array(factIdSchema)).optional().meta({ title: '待查事实', description: '写了就必须完全一致。' }),
            }),
            edge: z.string().optional().meta({ title: '所测边界' }),
          })
          .meta({ title: '案例' }),
      )
      .min(1),
  })
  .meta({ id: 'CircumstanceCases', title: '情节案例' })
export type CircumstanceCases = DeepReadonly<z.infer<typeof circumstanceCasesSchema>>
