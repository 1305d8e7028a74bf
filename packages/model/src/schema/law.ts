/** Law as data: instruments with dated editions, and norms whose consequences are trees, not sentences. */
import * as z from 'zod'
import { conditionSchema } from './condition.js'
import { measureKinds } from './organ.js'
import {
  articleSchema,
  factIdSchema,
  localDateSchema,
  noteSchema,
  pathIdSchema,
  periodSchema,
  regionSchema,
  slugSchema,
  textSchema,
  titleSchema,
} from './primitives.js'
import type { DeepReadonly } from './readonly.js'

export const instrumentKinds = [
  'law',
  'administrative-regulation',
  'departmental-rule',
  'local-regulation',
  'local-government-rule',
  'judicial-interpretation',
  'normative-document',
  'plan',
  'speech',
  'report',
] as const

/**
 * How far the text behind a piece of data was read.
 * `primary-text`: read in the wording of that edition. `secondary`: reported by somebody else.
 * `memory`: nobody looked it up. `unread`: this edition is known to exist, its wording was not read.
 * Only `primary-text` may carry a proposed measure.
 */
export const verificationSchema = z
  .strictObject({
    status: z.enum(['primary-text', 'secondary', 'memory', 'unread']),
    dates: z.enum(['text', 'secondary', 'memory', 'inferred']).meta({ title: '起止日期的来源' }),
    wordingOf: slugSchema.optional().meta({ title: '所示为哪一版的文字', description: 'unread 时必填：展示的是另一版本的规定，仅供核对。' }),
    sources: z.array(slugSchema).optional().meta({ title: '核对记录编号' }),
    note: noteSchema,
  })
  .meta({ title: '核对情况' })
export type Verification = DeepReadonly<z.infer<typeof verificationSchema>>

export const confiscationObjects = [
  'illegal-goods',
  'illegal-gains',
  'raw-materials',
  'packaging',
  'production-tools',
  'contraband',
  'own-tools',
  'facilities',
  'premises',
] as const

/** Yuan, both ends inclusive. `min` null: the article names no floor; `max` null: no ceiling in this article. */
const amountSchema = z.strictObject({ min: z.number().nonnegative().nullable(), max: z.number().positive().nullable() })

/** A multiple of a fact measured in yuan, e.g. one to three times the goods value. */
const multipleSchema = z.strictObject({ of: factIdSchema, min: z.number().nonnegative().nullable(), max: z.number().positive() })

export const measureSpecSchema = z
  .strictObject({
    kind: z.enum(measureKinds).meta({ title: '措施种类' }),
    title: titleSchema,
    force: z.enum(['must', 'may']).meta({ title: '应当或可以', description: 'must：应当、并处；may：可以、可以并处。' }),
    amountYuan: amountSchema.optional().meta({ title: '金额（元，含两端）' }),
    multiple: multipleSchema.optional().meta({ title: '倍数' }),
    days: z.strictObject({ min: z.number().int().nonnegative().nullable(), max: z.number().int().positive() }).optional().meta({ title: '日数（含两端）' }),
    object: z.enum(confiscationObjects).optional().meta({ title: '对象' }),
    authority: z.array(slugSchema).min(1).optional().meta({ title: '实施机关', description: '与规范总的实施机关不同时才写。' }),
    note: noteSchema,
  })
  .meta({ title: '措施' })
export type MeasureSpec = DeepReadonly<z.infer<typeof measureSpecSchema>>

const measureNodeSchema = z.strictObject({ measure: measureSpecSchema })
const allNodeSchema = z.strictObject({
  get all() {
    return z.array(consequenceSchema).min(1)
  },
})
const oneOfNodeSchema = z.strictObject({
  get oneOf() {
    return z.array(consequenceSchema).min(2)
  },
})

/**
 * `adds`: the tier's measures come on top of the base. `replaces`: they stand in its place. A `situation` is neither
 * graver nor lighter in itself: the article sorts by an amount or by what was harmed.
 */
const tierSchema = z.strictObject({
  tier: z.enum(['minor', 'serious', 'overdue', 'refused', 'accident', 'repeated', 'concealed', 'situation']),
  title: titleSchema,
  relation: z.enum(['adds', 'replaces']),
  when: conditionSchema,
  get then() {
    return consequenceSchema
  },
})
const tieredNodeSchema = z.strictObject({
  get base() {
    return consequenceSchema.nullable()
  },
  tiers: z.array(tierSchema).min(1),
})

export type Tier = {
  readonly tier: 'minor' | 'serious' | 'overdue' | 'refused' | 'accident' | 'repeated' | 'concealed' | 'situation'
  readonly title: string
  readonly relation: 'adds' | 'replaces'
  readonly when: z.infer<typeof conditionSchema>
  readonly then: Consequence
}
/** Written by hand for the same reason as `Condition`: it contains itself. */
export type Consequence =
  | { readonly measure: MeasureSpec }
  | { readonly all: readonly Consequence[] }
  | { readonly oneOf: readonly Consequence[] }
  | { readonly base: Consequence | null; readonly tiers: readonly Tier[] }

export const consequenceSchema: z.ZodType<Consequence> = z
  .lazy(() => z.union([measureNodeSchema, allNodeSchema, oneOfNodeSchema, tieredNodeSchema]) as unknown as z.ZodType<Consequence>)
  .meta({ id: 'Consequence', title: '法律后果', description: 'measure：一项措施；all：并用；oneOf：择一；base+tiers：分档。' })

export const normEditionSchema = z
  .strictObject({
    edition: slugSchema.meta({ title: '文件版本', description: '该文件 editions 中的版本标识。' }),
    article: articleSchema,
    articleTitle: titleSchema.meta({ title: '条款中文写法' }),
    inForce: periodSchema,
    authority: z.array(slugSchema).min(1).meta({ title: '实施机关' }),
    appliesWhen: conditionSchema.optional().meta({ title: '适用条件', description: '除规则成立外，本规范还要求的条件，例如主体资格。' }),
    consequence: consequenceSchema.optional().meta({ title: '法律后果', description: '未读版本（unread）不写，展示 wordingOf 所指版本的后果。' }),
    verification: verificationSchema,
    note: noteSchema,
  })
  .meta({ title: '规范的一个版本' })
export type NormEdition = DeepReadonly<z.infer<typeof normEditionSchema>>

/**
 * What came after the last edition of a norm. Without it, hegui does not know whether the conduct is still punished
 * once the last edition has ended, and says so.
 */
export const successionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('replaced'), by: z.array(pathIdSchema).min(1), verification: verificationSchema, note: noteSchema }),
    z.strictObject({ kind: z.literal('abolished'), verification: verificationSchema, note: noteSchema }),
  ])
  .meta({ title: '失效以后', description: 'replaced：由哪些规范接续；abolished：不再处罚。' })
export type Succession = DeepReadonly<z.infer<typeof successionSchema>>

export const tracks = ['administrative', 'public-security', 'criminal', 'coercive'] as const
export type Track = (typeof tracks)[number]

export const normSchema = z
  .strictObject({
    id: pathIdSchema,
    title: titleSchema,
    subject: textSchema.meta({ title: '处罚对象' }),
    on: z.enum(['party', 'principal', 'responsible-persons', 'natural-person']).optional().meta({
      title: '落在谁身上',
      description:
        '默认 party（当事人）；principal：单位主要负责人；responsible-persons：直接责任人员；natural-person：个人本人，当事人是单位的落在直接责任人员（治安管理处罚法 18）。',
    }),
    track: z.enum(tracks).meta({ title: '轨道', description: '行政处罚、治安处罚、刑事移送、行政强制。' }),
    editions: z.array(normEditionSchema).min(1),
    succession: successionSchema.optional(),
    upperNorms: z.array(pathIdSchema).min(1).optional().meta({
      title: '上位规范',
      description: '本规范是地方规定，具体化的是哪几条上位法规范（行政处罚法 12）；超出其幅度的，以上位法幅度为准。',
    }),
    note: noteSchema,
  })
  .meta({ id: 'Norm', title: '规范' })
export type Norm = DeepReadonly<z.infer<typeof normSchema>>

/** An article that orders, defines or empowers without a consequence of its own. It can be cited, not applied. */
export const provisionSchema = z
  .strictObject({
    article: articleSchema,
    title: titleSchema,
    kind: z.enum(['obligation', 'prohibition', 'definition', 'general-rule', 'accountability', 'crime', 'power']),
    edition: slugSchema,
    inForce: periodSchema,
    verification: verificationSchema,
    note: noteSchema,
  })
  .meta({ title: '条文' })
export type Provision = DeepReadonly<z.infer<typeof provisionSchema>>

export const instrumentEditionSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    inForce: periodSchema,
    promulgatedOn: localDateSchema.optional(),
    read: z.boolean().meta({ title: '是否读过原文' }),
    datesFrom: z.enum(['text', 'secondary', 'memory', 'inferred']),
    note: noteSchema,
  })
  .meta({ title: '文件版本' })

export const instrumentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: slugSchema,
    kind: z.enum(instrumentKinds),
    title: titleSchema,
    shortTitle: titleSchema,
    englishTitle: z.string().min(1),
    issuer: titleSchema,
    documentNumber: textSchema.nullable().meta({ title: '文号', description: 'null 表示未核实。' }),
    region: regionSchema.optional().meta({ title: '适用地区', description: '不写为全国。' }),
    editions: z.array(instrumentEditionSchema).min(1),
    norms: z.array(normSchema),
    provisions: z.array(provisionSchema),
    note: noteSchema,
  })
  .meta({ id: 'Instrument', title: '法律文件' })
export type Instrument = DeepReadonly<z.infer<typeof instrumentSchema>>
