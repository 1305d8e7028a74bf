/** Responsible units: who they are, where they stand in the hierarchy, and which part of a plan is theirs. */
import * as z from 'zod'
import { noteSchema, periodSchema, regionSchema, slugSchema, textSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

export const unitSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    organ: slugSchema.meta({ title: '是哪一类机关或组织', description: 'organs 中的标识；方案的职责按它分派。' }),
    region: regionSchema.meta({ title: '辖区', description: '记录的地区在辖区以内的，算它的。' }),
    parent: slugSchema.optional().meta({ title: '上级单位', description: '名册中的 id。' }),
    responsibilities: z
      .array(
        z.strictObject({
          role: slugSchema.meta({ title: '方案的哪个分工' }),
          area: titleSchema.optional().meta({ title: '片区' }),
          region: regionSchema.optional().meta({ title: '片区的区划代码' }),
          period: periodSchema.optional().meta({ title: '负责的期间', description: '不写为方案的整个期间。' }),
          duty: textSchema.optional().meta({ title: '职责' }),
        }),
      )
      .optional()
      .meta({ title: '责任', description: '责任矩阵中属于它的格子。写单位和岗位，不写姓名。' }),
    note: noteSchema,
  })
  .meta({ id: 'Unit', title: '责任单位' })
export type Unit = DeepReadonly<z.infer<typeof unitSchema>>
