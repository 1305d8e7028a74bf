/** Cases: what a rule must say about given facts. They stand beside the rule and are run by its tests. */
import * as z from 'zod'
import { circumstanceEffects } from './circumstance.js'
import { goodsLineSchema } from './goods-line.js'
import { asSet } from './list-order.js'
import { factIdSchema, localDateSchema, pathIdSchema, regionSchema, slugSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'
import { verdicts } from './rule.js'

export const caseFactsSchema = z.record(factIdSchema, z.union([z.boolean(), z.number(), z.string(), asSet(z.array(z.string())), z.null()]))

export const ruleCaseSchema = z
  .strictObject({
    name: z.string().min(1).meta({ title: '案例名', description: '一句完整的话。' }),
    date: localDateSchema.nullable().meta({ title: '行为日期' }),
    region: regionSchema.optional(),
    facts: caseFactsSchema,
    goods: z.array(goodsLineSchema).nullish(),
    expect: z.strictObject({
      verdict: z.enum(verdicts),
      canViolate: z.boolean().optional(),
      missing: asSet(z.array(factIdSchema)).optional().meta({ title: '待查事实', description: '写了就必须完全一致。' }),
      norms: asSet(z.array(pathIdSchema)).optional().meta({ title: '给出建议措施的规范', description: '写了就必须完全一致（不含 unverified）。' }),
    }),
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
