/** The procedure of a case as data: its steps, what must come before each, by when, and in which edition of the law. */
import * as z from 'zod'
import { conditionSchema } from './condition.js'
import { tracks, verificationSchema } from './law.js'
import { basisSchema } from './organ.js'
import { factIdSchema, noteSchema, periodSchema, slugSchema, textSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

/** Why days of a case are not counted: each limit says which of these stop it. */
export const exclusionReasons = ['appraisal', 'hearing', 'review-or-litigation', 'deferral'] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

const officersSchema = z
  .strictObject({
    min: z.number().int().positive().meta({ title: '最少人数' }),
    basis: basisSchema,
    exceptions: z
      .array(z.strictObject({ when: conditionSchema, min: z.number().int().positive().meta({ title: '最少人数' }), basis: basisSchema, note: noteSchema }))
      .optional()
      .meta({ title: '例外' }),
  })
  .meta({ title: '执法人员人数' })

export const stepEditionSchema = z
  .strictObject({
    inForce: periodSchema.meta({ title: '有效期', description: '按这一步做的那天；没有做的，按截至日。没有版本的日子就是当日没有这一步。' }),
    basis: z.array(basisSchema).min(1),
    verification: verificationSchema,
    requires: z.array(slugSchema).meta({ title: '之前须完成的步骤', description: '同一程序里的步骤；依法不需要的那一步不用等。' }),
    follows: slugSchema.optional().meta({ title: '因哪一步而起', description: '那一步没有做，就没有这一步。' }),
    requiredWhen: conditionSchema.optional().meta({ title: '何时须做', description: '不写就是必须做。' }),
    allowedWhen: z
      .strictObject({ condition: conditionSchema, otherwise: textSchema.meta({ title: '不满足时怎么办' }) })
      .optional()
      .meta({ title: '何时可以这样做', description: '不满足就不得做，例如当场处罚的限额。' }),
    waitsFor: z
      .array(z.strictObject({ limit: slugSchema, when: conditionSchema.optional(), reason: textSchema }))
      .optional()
      .meta({ title: '要等哪些期间过完', description: '期间最后一日以后才可以做。' }),
    officers: officersSchema.optional(),
    limit: slugSchema.optional().meta({ title: '法定期限' }),
    excludes: z.array(z.enum(exclusionReasons)).min(1).optional().meta({ title: '哪些期间不计入期限' }),
    mayExtend: z
      .array(z.strictObject({ step: slugSchema, amount: z.number().int().positive(), basis: basisSchema }))
      .optional()
      .meta({ title: '哪一步延长期限', description: '那一步做了就加上这么多，单位同期限。' }),
    records: z.array(factIdSchema).min(1).optional().meta({ title: '记为哪些日期', description: '这一步的日期就是这些事实的值，期限由此起算。' }),
    lateFee: z
      .strictObject({
        percentPerDay: z.number().positive().meta({ title: '每日百分之几' }),
        capPercent: z.number().positive().meta({ title: '最多百分之几' }),
        basis: basisSchema,
        excludes: z.array(z.enum(exclusionReasons)).optional().meta({ title: '哪些期间不计' }),
      })
      .optional()
      .meta({ title: '逾期加处罚款' }),
    note: noteSchema,
  })
  .meta({ title: '步骤的一个版本' })
export type StepEdition = DeepReadonly<z.infer<typeof stepEditionSchema>>

export const caseStepSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    englishTitle: z.string().min(1),
    by: z.union([z.enum(['authority', 'party']), slugSchema]).meta({ title: '由谁做', description: '办案机关、当事人，或者别的机关的标识。' }),
    optional: z.boolean().optional().meta({ title: '可做可不做', description: '期限过了就不能再做，不算超期。' }),
    event: z.boolean().optional().meta({ title: '可能发生的事', description: '没有发生就没有要做的，发生了才写。' }),
    editions: z.array(stepEditionSchema).min(1),
    note: noteSchema,
  })
  .meta({ title: '步骤' })
export type CaseStep = DeepReadonly<z.infer<typeof caseStepSchema>>

export const caseProcedureSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    englishTitle: z.string().min(1),
    track: z.enum(tracks),
    steps: z.array(caseStepSchema).min(1).meta({ title: '步骤', description: '按通常的先后；标识在全部程序里只用一次。' }),
    note: noteSchema,
  })
  .meta({ id: 'CaseProcedure', title: '办案程序' })
export type CaseProcedure = DeepReadonly<z.infer<typeof caseProcedureSchema>>
