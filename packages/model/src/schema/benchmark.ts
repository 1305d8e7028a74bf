/** Published benchmarks of discretion (裁量基准): they narrow a statutory range, and never leave it. */
import * as z from 'zod'
import { verificationSchema } from './law.js'
import { factIdSchema, noteSchema, pathIdSchema, periodSchema, regionSchema, slugSchema, textSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

const bandSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    values: z.array(slugSchema).min(1).optional().meta({ title: '可选值', description: '按 enum 事实分档时写。' }),
    from: z.number().nullish().meta({ title: '下限（含）', description: '按数值分档时写；null 为没有下限。' }),
    below: z.number().nullish().meta({ title: '上限（不含）', description: '按数值分档时写；null 为没有上限。' }),
    amountYuan: z.strictObject({ min: z.number().nonnegative(), max: z.number().positive() }).meta({ title: '金额（元，含两端）' }),
  })
  .meta({ title: '一档' })

export const benchmarkSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: slugSchema,
    title: titleSchema,
    issuer: titleSchema,
    region: regionSchema.optional().meta({ title: '适用地区', description: '不写为全国。' }),
    norm: pathIdSchema.meta({ title: '细化哪条规范的罚款' }),
    tier: textSchema.optional().meta({ title: '细化哪一档', description: '规范分档的，写档的名称；不写为基本档。' }),
    inForce: periodSchema.meta({ title: '有效期', description: '按行为日。' }),
    fact: factIdSchema.meta({ title: '按哪个事实分档' }),
    bands: z.array(bandSchema).min(1).meta({ title: '各档', description: '由轻到重。' }),
    verification: verificationSchema,
    note: noteSchema,
  })
  .meta({ id: 'Benchmark', title: '裁量基准' })
export type Benchmark = DeepReadonly<z.infer<typeof benchmarkSchema>>
