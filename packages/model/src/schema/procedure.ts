/** Procedure as data: statutory time limits, and the actions that follow from a measure. */
import * as z from 'zod'
import { verificationSchema } from './law.js'
import { basisSchema, measureKinds } from './organ.js'
import { factIdSchema, noteSchema, pathIdSchema, periodSchema, slugSchema, textSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

export const timeLimitEditionSchema = z
  .strictObject({
    inForce: periodSchema.meta({ title: '有效期', description: '程序按每一步发生之日的版本，不按行为日。' }),
    basis: basisSchema,
    start: factIdSchema.meta({ title: '起算事实', description: '类型为 date 的事实；缺失时只说明规则，不给日期。' }),
    amount: z.number().int().positive(),
    unit: z.enum(['calendar-day', 'working-day', 'month', 'hour']),
    verification: verificationSchema,
    note: noteSchema,
  })
  .meta({ title: '期限的一个版本' })
export type TimeLimitEdition = DeepReadonly<z.infer<typeof timeLimitEditionSchema>>

export const timeLimitSchema = z
  .strictObject({ id: slugSchema, title: titleSchema, editions: z.array(timeLimitEditionSchema).min(1), note: noteSchema })
  .meta({ id: 'TimeLimit', title: '法定期限' })
export type TimeLimit = DeepReadonly<z.infer<typeof timeLimitSchema>>

export const actionTemplateSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    englishTitle: z.string().min(1),
    follows: z
      .strictObject({
        kinds: z.array(z.enum(measureKinds)).min(1).optional().meta({ title: '措施种类' }),
        tracks: z
          .array(z.enum(['administrative', 'public-security', 'criminal', 'coercive']))
          .min(1)
          .optional(),
        norms: z.array(pathIdSchema).min(1).optional(),
        rules: z
          .array(pathIdSchema)
          .min(1)
          .optional()
          .meta({ title: '规则', description: '其中一条规则谈得上（成立或者不成立）时就有，不以措施为前提；同别的项不并用。' }),
        unverified: z.boolean().optional().meta({ title: '只有未核对的依据时' }),
        inspectorLevels: z
          .array(z.enum(['village', 'township', 'county', 'prefecture', 'province', 'national', 'unit']))
          .min(1)
          .optional()
          .meta({ title: '检查主体的层级', description: '不写为任何层级。' }),
        lacksPower: z.boolean().optional().meta({ title: '检查主体没有职权时' }),
        perConduct: z.boolean().optional().meta({ title: '每个行为一项', description: '否则每项措施一项。' }),
      })
      .meta({ title: '因何产生' }),
    assignee: z.union([z.enum(['authority', 'inspecting-organ', 'party']), slugSchema]).meta({ title: '由谁办理' }),
    kind: z.enum(measureKinds).optional().meta({ title: '需要的职权' }),
    limit: slugSchema.optional().meta({ title: '法定期限' }),
    basis: z.array(basisSchema).min(1),
    note: textSchema.optional(),
  })
  .meta({ id: 'ActionTemplate', title: '任务模板' })
export type ActionTemplate = DeepReadonly<z.infer<typeof actionTemplateSchema>>
