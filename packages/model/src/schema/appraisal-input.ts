/** What an appraisal is told besides the records: the register of units, what they submitted, figures, what was established. */
import * as z from 'zod'
import { formulaSchema } from './formula.js'
import { aimSchema } from './plan.js'
import { factIdSchema, instantSchema, localDateSchema, noteSchema, periodSchema, slugSchema, textSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'
import { unitSchema } from './unit.js'

const momentSchema = z.union([localDateSchema, instantSchema])

export const submissionSchema = z
  .strictObject({
    id: slugSchema,
    duty: slugSchema.meta({ title: '哪项职责' }),
    unit: slugSchema.meta({ title: '哪个单位' }),
    on: momentSchema.meta({ title: '什么时候', description: '只写日期的，截止有钟点而在同一天时，及时与否不能确定。' }),
    for: z.string().min(1).max(40).optional().meta({ title: '为哪一次', description: '期次的标识，例如 2017-01-04、2023-Q2；不写按日期推定，结果会说明。' }),
    title: titleSchema.optional(),
    records: z.array(z.string().min(1).max(120)).max(10_000).optional().meta({ title: '涉及的记录编号' }),
    note: noteSchema,
  })
  .meta({ id: 'Submission', title: '报送/完成情况' })
export type Submission = DeepReadonly<z.infer<typeof submissionSchema>>

export const outsideFigureSchema = z
  .strictObject({
    id: slugSchema,
    figure: slugSchema.meta({ title: '哪个数字', description: '方案的算法用 figure 引用的标识。' }),
    unit: slugSchema.meta({ title: '哪个单位' }),
    period: periodSchema.optional().meta({ title: '哪段时间的', description: '不写为考核期间。' }),
    value: z.number(),
    atLeast: z.literal(true).optional().meta({ title: '下限', description: '写“余”的。' }),
    measuredIn: textSchema.meta({ title: '计量单位', description: '例如 起、人、%、微克/立方米。没有单位的数字不能用。' }),
    source: textSchema.meta({ title: '来源' }),
  })
  .meta({ id: 'OutsideFigure', title: '外来数字' })
export type OutsideFigure = DeepReadonly<z.infer<typeof outsideFigureSchema>>

const establishedFactSchema = z.strictObject({
  unit: slugSchema,
  fact: factIdSchema.meta({ title: '单位事实', description: '归属为 unit 的事实。' }),
  value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]),
  on: localDateSchema.optional(),
  source: textSchema.meta({ title: '谁查明的、凭什么' }),
})

/** One closing checklist filled in (四不放过, 六不放过): every item done, or the case stays open. */
const closingSchema = z.strictObject({
  id: slugSchema,
  accountability: slugSchema.meta({ title: '哪一项追责的清单' }),
  unit: slugSchema,
  about: textSchema.meta({ title: '关于什么事' }),
  items: z.array(z.boolean().nullable()).min(1).meta({ title: '逐项', description: '同清单次序；true 已落实，false 没有，null 不明。' }),
})

export const appraisalFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    units: z.array(unitSchema).min(1).meta({ title: '单位名册' }),
    submissions: z.array(submissionSchema).optional().meta({ title: '报送和完成情况' }),
    figures: z.array(outsideFigureSchema).optional().meta({ title: '外来数字' }),
    established: z.array(establishedFactSchema).optional().meta({ title: '已经查明的单位事实' }),
    closings: z.array(closingSchema).optional().meta({ title: '销号清单' }),
    readings: z.record(slugSchema, slugSchema).optional().meta({ title: '选用的读法', description: '键为目标或追责的标识。' }),
    targets: z
      .array(
        z.strictObject({ target: slugSchema, item: slugSchema, title: titleSchema.optional(), aim: aimSchema.optional(), formula: formulaSchema.optional() }),
      )
      .optional()
      .meta({ title: '配置的指标', description: '原文没有给定义的目标，由使用单位写明怎样算、要多少；结果会标明是配置的。' }),
    anchors: z.record(slugSchema, localDateSchema).optional().meta({ title: '起算日', description: '键为职责标识：每两周一次一类的，第一次是哪天。' }),
    note: noteSchema,
  })
  .meta({ id: 'AppraisalFile', title: '考核材料' })
export type AppraisalFile = DeepReadonly<z.infer<typeof appraisalFileSchema>>

/** Whom to appraise, for which days (both inclusive), as seen at `now`. */
export const appraisalRequestSchema = z.strictObject({
  plan: slugSchema,
  unit: slugSchema,
  period: z.strictObject({ from: localDateSchema, to: localDateSchema }),
  now: momentSchema,
})
export type AppraisalRequest = Readonly<z.infer<typeof appraisalRequestSchema>>
