/** How far a case has come: what has been done, when, by how many officers. Gaps are allowed and stay gaps. */
import * as z from 'zod'
import { exclusionReasons } from './case-procedure.js'
import { factIdSchema, instantSchema, localDateSchema, noteSchema, slugSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

export const doneStepSchema = z
  .strictObject({
    step: slugSchema.meta({ title: '步骤' }),
    on: localDateSchema.meta({ title: '哪一天做的' }),
    at: instantSchema.optional().meta({ title: '几点做的', description: '按小时计的期限要用。' }),
    officers: z.number().int().positive().max(1_000).optional().meta({ title: '几名执法人员' }),
    note: noteSchema,
  })
  .meta({ title: '已做的一步' })
export type DoneStep = DeepReadonly<z.infer<typeof doneStepSchema>>

export const excludedPeriodSchema = z
  .strictObject({
    from: localDateSchema.meta({ title: '起（含）' }),
    to: localDateSchema.nullish().meta({ title: '止（含）', description: '不写或 null 为还没有结束。' }),
    why: z.enum(exclusionReasons).meta({ title: '原因', description: '鉴定（含检测、检验、检疫）、听证、复议或者诉讼、批准暂缓缴纳。' }),
    note: noteSchema,
  })
  .refine((period) => !period.to || period.from <= period.to, { params: { kind: 'period-reversed' } })
  .meta({ title: '不计入期限的期间' })
export type ExcludedPeriod = DeepReadonly<z.infer<typeof excludedPeriodSchema>>

export const caseProgressSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().min(1).max(120).meta({ title: '案件编号', description: '不写自然人姓名和证件号码。' }),
    title: titleSchema.optional(),
    procedures: z.array(slugSchema).min(1).max(20).meta({ title: '办案程序', description: '本案走哪些程序，例如 administrative-ordinary、seizure。' }),
    authority: slugSchema.meta({ title: '办案机关' }),
    openedOn: localDateSchema.optional().meta({ title: '案件开始日', description: '最早的一步不早于这一天。' }),
    asOf: localDateSchema.optional().meta({ title: '截至日', description: '看到哪一天为止；命令可以用 --as-of 另指。' }),
    facts: z
      .record(factIdSchema, z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]))
      .optional()
      .meta({ title: '案件事实', description: 'case. 开头的事实和当事人类型 party.kind；不写或 null 表示未知。' }),
    steps: z.array(doneStepSchema).max(1_000).meta({ title: '已做的步骤', description: '次序不论，以日期为准。' }),
    excluded: z.array(excludedPeriodSchema).max(100).optional().meta({ title: '不计入期限的期间' }),
    note: noteSchema,
  })
  .meta({ id: 'CaseProgress', title: '案件进度' })
export type CaseProgress = DeepReadonly<z.infer<typeof caseProgressSchema>>
