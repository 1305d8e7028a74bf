/** The inspection record: what was seen, when, where, by whom, about which party. Gaps are allowed and stay gaps. */
import * as z from 'zod'
import { creditCodeSchema } from './credit-code.js'
import { goodsLineSchema } from './goods-line.js'
import { outcomeSchema } from './outcome.js'
import { factIdSchema, instantSchema, localDateSchema, noteSchema, periodSchema, regionSchema, slugSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

const factsSchema = z
  .record(factIdSchema, z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]))
  .meta({ title: '事实', description: '键为事实标识；不写或 null 表示未知。' })

const conductDateSchema = z
  .union([localDateSchema, periodSchema])
  .nullable()
  .meta({ title: '行为日期', description: '单日；或起止期间（连续行为）；null 为不明。' })

export const partySchema = z
  .strictObject({
    id: slugSchema,
    name: titleSchema.optional().meta({ title: '名称', description: '单位或店铺名称。自然人不要写姓名和证件号码。' }),
    creditCode: creditCodeSchema.optional(),
    facts: factsSchema.optional(),
    note: noteSchema,
  })
  .meta({ title: '当事人' })

export const siteSchema = z
  .strictObject({ id: slugSchema, name: titleSchema.optional(), facts: factsSchema.optional(), note: noteSchema })
  .meta({ title: '场所' })

export const conductSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema.optional(),
    date: conductDateSchema.optional(),
    party: slugSchema.optional().meta({ title: '当事人', description: 'parties 中的 id。' }),
    site: slugSchema.optional().meta({ title: '场所', description: 'sites 中的 id。' }),
    facts: factsSchema.optional(),
    goods: z.array(goodsLineSchema).max(10_000).nullish().meta({ title: '物品清单', description: '写了就是全部；没有清点完就写 null。' }),
    note: noteSchema,
  })
  .meta({ title: '行为' })

export const recordSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().min(1).max(120).meta({ title: '记录编号' }),
    title: titleSchema.optional(),
    inspectedOn: localDateSchema.meta({ title: '检查日期' }),
    decidedOn: localDateSchema.optional().meta({ title: '研判日期', description: '不写则取检查日期。' }),
    region: regionSchema.nullish().meta({ title: '地区' }),
    inspectedBy: slugSchema.nullish().meta({ title: '检查主体', description: '机关或组织的标识，例如 township-government。' }),
    plans: z.array(slugSchema).optional().meta({ title: '所属专项行动', description: '方案标识。' }),
    parties: z.array(partySchema).optional(),
    sites: z.array(siteSchema).optional(),
    facts: factsSchema.optional(),
    conducts: z.array(conductSchema).min(1).max(1_000),
    outcomes: z.array(outcomeSchema).max(1_000).optional().meta({ title: '处理结果', description: '作了哪些处理；只用来统计，不参与研判。写了就是全部。' }),
    learned: z
      .array(
        z.strictObject({
          fact: factIdSchema,
          conduct: slugSchema,
          source: z.string().min(1).max(200),
          at: instantSchema,
        }),
      )
      .optional()
      .meta({ title: '后补事实的来源', description: '由数据接口补入的事实：来源和时间。' }),
    note: noteSchema,
  })
  .meta({ id: 'InspectionRecord', title: '检查记录' })
export type InspectionRecord = DeepReadonly<z.infer<typeof recordSchema>>
export type Conduct = InspectionRecord['conducts'][number]
export type Party = NonNullable<InspectionRecord['parties']>[number]
export type Site = NonNullable<InspectionRecord['sites']>[number]
