/** What was done about a conduct: the decisions taken and carried out, which statistics count. Never an input of a rule. */
import * as z from 'zod'
import { goodsLineSchema } from './goods-line.js'
import { measureKinds } from './organ.js'
import { localDateSchema, noteSchema, slugSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

export const outcomeSchema = z
  .strictObject({
    id: slugSchema,
    conduct: slugSchema.optional().meta({ title: '行为', description: 'conducts 中的 id；不写为整份记录。' }),
    kind: z.enum(measureKinds).meta({ title: '作了什么处理' }),
    on: localDateSchema.nullish().meta({ title: '哪天', description: '不写取检查日期。' }),
    by: slugSchema.nullish().meta({ title: '由哪个机关' }),
    amountYuan: z.number().nonnegative().nullish().meta({ title: '金额（元）' }),
    persons: z.number().int().nonnegative().nullish().meta({ title: '人数' }),
    goods: z.array(goodsLineSchema).max(10_000).nullish().meta({ title: '物品', description: '写了就是全部；没有清点完就写 null。' }),
    note: noteSchema,
  })
  .meta({ id: 'Outcome', title: '处理结果' })
export type Outcome = DeepReadonly<z.infer<typeof outcomeSchema>>
