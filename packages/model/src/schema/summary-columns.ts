/** The columns of a summary table (汇总表), as data: which figure stands where. */
import * as z from 'zod'
import { slugSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

export const summaryColumnSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema.meta({ title: '表头' }),
    type: z.enum(['number', 'text', 'date', 'link']).meta({ title: '格子里是什么', description: 'link：连到本行出处的文字。' }),
    source: z.string().min(1).max(200).meta({
      title: '取哪里的',
      description: '督查考核里的路径，例如 unit/title、statistics/fines/value、duties?state=missing；路径不存在的格子写明没有数据。',
    }),
  })
  .meta({ id: 'SummaryColumn', title: '汇总表的一栏' })
export type SummaryColumn = DeepReadonly<z.infer<typeof summaryColumnSchema>>

export const summaryColumnsSchema = z.array(summaryColumnSchema).min(1).max(500).meta({ title: '汇总表的栏目' })
