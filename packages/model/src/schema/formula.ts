/**
 * How a figure follows from records: what can be counted, added up and divided, and nothing else.
 *
 * What a record leaves open stays open: an unknown condition or an unknown term widens the figure to a range
 * (`FigureValue`), it is never counted as nothing.
 */
import * as z from 'zod'
import { type Condition, conditionSchema } from './condition.js'
import { goodsKinds, units } from './fact.js'
import { type MeasureKind, measureKinds } from './organ.js'
import { factIdSchema, pathIdSchema, slugSchema } from './primitives.js'

const where = conditionSchema.optional().meta({ title: '哪些才算', description: '对记录、当事人、场所、行为的事实的条件；未知的使数字成为区间。' })

const outcomesOf = {
  kinds: z.array(z.enum(measureKinds)).min(1).meta({ title: '哪几种处理结果' }),
  goods: z.array(z.enum(goodsKinds)).min(1).optional().meta({ title: '哪几类物品' }),
  unit: z.enum(units).optional().meta({ title: '物品的数量单位' }),
  where,
}

export type Formula =
  | { readonly count: 'records'; readonly where?: Condition | undefined }
  | { readonly count: 'conducts'; readonly where?: Condition | undefined }
  | { readonly count: 'findings'; readonly rules: readonly string[]; readonly where?: Condition | undefined }
  | ({ readonly count: 'outcomes' } & OutcomesOf)
  | { readonly sum: 'fact'; readonly fact: string; readonly where?: Condition | undefined }
  | ({ readonly sum: 'outcomes'; readonly field: 'amountYuan' | 'persons' | 'quantity' } & OutcomesOf)
  | { readonly figure: string }
  | { readonly plus: readonly Formula[] }
  | { readonly percent: { readonly of: Formula; readonly in: Formula } }
interface OutcomesOf {
  readonly kinds: readonly MeasureKind[]
  readonly goods?: readonly (typeof goodsKinds)[number][] | undefined
  readonly unit?: (typeof units)[number] | undefined
  readonly where?: Condition | undefined
}

export const formulaSchema: z.ZodType<Formula> = z
  .lazy(() =>
    z.union([
      z.strictObject({ count: z.literal('records').meta({ title: '数什么' }), where }).meta({ title: '几份记录' }),
      z.strictObject({ count: z.literal('conducts').meta({ title: '数什么' }), where }).meta({ title: '几个行为' }),
      z
        .strictObject({ count: z.literal('findings').meta({ title: '数什么' }), rules: z.array(pathIdSchema).min(1), where })
        .meta({ title: '几个行为被这些规则认定成立' }),
      z.strictObject({ count: z.literal('outcomes').meta({ title: '数什么' }), ...outcomesOf }).meta({ title: '几项处理结果' }),
      z
        .strictObject({ sum: z.literal('fact').meta({ title: '合计什么' }), fact: factIdSchema.meta({ title: '数值型事实' }), where })
        .meta({ title: '一个事实的合计' }),
      z
        .strictObject({ sum: z.literal('outcomes').meta({ title: '合计什么' }), field: z.enum(['amountYuan', 'persons', 'quantity']), ...outcomesOf })
        .meta({ title: '处理结果的合计' }),
      z.strictObject({ figure: slugSchema }).meta({ title: '外来数字', description: '不出自记录，由单位报来或者另有来源。' }),
      z.strictObject({ plus: z.array(formulaSchema).min(2).meta({ title: '各项' }) }).meta({ title: '相加' }),
      z
        .strictObject({ percent: z.strictObject({ of: formulaSchema, in: formulaSchema }).meta({ title: '百分比' }) })
        .meta({ title: '百分比', description: 'of 占 in 的百分之几；in 为 0 时没有值。' }),
    ]),
  )
  .meta({ id: 'Formula', title: '算法' })

/** A figure: from `min` to `max`, both inclusive; `max` null: no upper bound is known (as 余 in a report says). */
export const figureValueSchema = z
  .strictObject({ min: z.number(), max: z.number().nullable() })
  .meta({ title: '数值', description: '确定的数 min 与 max 相同；“余”或者记录有缺的，max 为 null 或更大的数。' })
export type FigureValue = Readonly<z.infer<typeof figureValueSchema>>
