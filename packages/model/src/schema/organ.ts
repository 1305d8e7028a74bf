/** Who may do what. A plan may name anybody; an action goes only to an organ that has the power. */
import * as z from 'zod'
import { articleSchema, noteSchema, slugSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

/** Every kind of measure hegui knows, from a friendly word to detention. */
export const measureKinds = [
  'persuasion',
  'report',
  'case-transfer',
  'inspection',
  'order-to-stop',
  'order-to-correct',
  'warning',
  'public-criticism',
  'fine',
  'confiscation',
  'collection',
  'recovery',
  'suspension',
  'licence-suspension',
  'licence-revocation',
  'closure',
  'detention',
  'criminal-referral',
  'sealing',
  'seizure',
  'towing',
  'destruction',
  'tracing',
  'publicity',
  'supervision-listing',
  'admonition-talk',
  'internal-criticism',
  'ledger',
] as const
export type MeasureKind = (typeof measureKinds)[number]

export const basisSchema = z
  .strictObject({
    instrument: slugSchema.meta({ title: '文件' }),
    article: articleSchema,
    edition: slugSchema.optional().meta({ title: '版本', description: '条号只属于这一版时写明；不写为各版本相同。' }),
  })
  .meta({ title: '依据', description: '文件标识和条款。' })
export type Basis = DeepReadonly<z.infer<typeof basisSchema>>

export const organSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    englishTitle: z.string().min(1).meta({ title: '英文名称' }),
    level: z.enum(['village', 'township', 'county', 'prefecture', 'province', 'national', 'unit']).meta({ title: '层级' }),
    formerly: z.array(titleSchema).optional().meta({ title: '条文中的旧称' }),
    may: z
      .array(z.strictObject({ kind: z.enum(measureKinds), basis: basisSchema.optional(), note: noteSchema }))
      .meta({ title: '职权', description: '可以实施的措施种类；具体一项措施还须规范写明由它实施。' }),
    reportsTo: slugSchema.optional().meta({ title: '向谁报告', description: '没有职权时报告或移交的机关。' }),
    note: noteSchema,
  })
  .meta({ id: 'Organ', title: '机关或组织' })
export type Organ = DeepReadonly<z.infer<typeof organSchema>>
