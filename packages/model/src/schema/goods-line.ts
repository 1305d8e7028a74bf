/** One line of the list of goods: what, how much, in which unit. */
import * as z from 'zod'
import { goodsKinds, units } from './fact.js'
import { noteSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

export const goodsLineSchema = z
  .strictObject({
    kind: z.enum(goodsKinds).nullable().meta({ title: '类别' }),
    title: titleSchema.optional().meta({ title: '品名' }),
    quantity: z.number().nonnegative().nullish().meta({ title: '数量' }),
    unit: z.enum(units).optional().meta({ title: '数量单位' }),
    weightKg: z.number().nonnegative().nullish().meta({ title: '毛重（千克）' }),
    compositionKg: z.number().nonnegative().nullish().meta({ title: '药量（千克）' }),
    valueYuan: z.number().nonnegative().nullish().meta({ title: '货值（元）' }),
    note: noteSchema,
  })
  .meta({ id: 'GoodsLine', title: '物品清单一行' })
export type GoodsLine = DeepReadonly<z.infer<typeof goodsLineSchema>>
