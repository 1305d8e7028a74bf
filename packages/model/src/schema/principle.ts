/** General rules of penalty law as data: which law applies, one fine for one act, what may stand beside what. */
import * as z from 'zod'
import { verificationSchema } from './law.js'
import { basisSchema, measureKinds } from './organ.js'
import { noteSchema, pathIdSchema, periodSchema, slugSchema, textSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

const edition = { inForce: periodSchema, basis: z.array(basisSchema).min(1), verification: verificationSchema, note: noteSchema }
const editions = z.array(z.strictObject(edition)).min(1).meta({ title: '各版本', description: '按研判日的版本。没有版本的日子，如实说没有读到依据。' })
const head = { $schema: z.string().optional(), id: slugSchema, title: titleSchema, note: noteSchema }

export const principleSchema = z
  .discriminatedUnion('kind', [
    /** 从旧兼从轻. `instruments`: only for norms of these; absent: for all. */
    z.strictObject({ ...head, kind: z.literal('lighter-law'), instruments: z.array(slugSchema).min(1).optional(), editions }),
    /** Which kind of penalty is heavier than which: nothing in the law ranks them, so it is an assumption, and shown as one. */
    z.strictObject({
      ...head,
      kind: z.literal('severity-order'),
      lightToHeavy: z.array(z.enum(measureKinds)).min(2).meta({ title: '由轻到重' }),
      assumption: textSchema.meta({ title: '假定' }),
      editions,
    }),
    /** Which edition governs an act that went on while the law changed. */
    z.strictObject({ ...head, kind: z.literal('continuing-act'), assumption: textSchema.meta({ title: '假定' }), editions }),
    /** 一事不再罚: of several fines for one act, the higher. */
    z.strictObject({ ...head, kind: z.literal('one-fine'), editions }),
    /** Detention for several acts together. */
    z.strictObject({
      ...head,
      kind: z.literal('detention-cap'),
      editions: z.array(z.strictObject({ ...edition, days: z.number().int().positive().meta({ title: '最长日数（含）' }) })).min(1),
    }),
    /** The statute itself says that detention stands beside the fine of these norms. */
    z.strictObject({ ...head, kind: z.literal('beside'), norms: z.array(pathIdSchema).min(1), editions }),
    /** Lawyers differ on which of these norms applies: both are shown, neither is chosen. */
    z.strictObject({
      ...head,
      kind: z.literal('open-question'),
      norms: z.array(pathIdSchema).min(2),
      question: textSchema,
      positions: z
        .array(z.strictObject({ title: titleSchema, applies: z.union([pathIdSchema, z.literal('higher-fine')]) }))
        .min(2)
        .meta({ title: '不同理解' }),
      editions,
    }),
    /** Gains are confiscated whatever the norm of the penalty says: by this norm, where that one is silent. */
    z.strictObject({ ...head, kind: z.literal('disgorgement'), norm: pathIdSchema.meta({ title: '依哪条规范没收' }), editions }),
    /** No penalty in place of a criminal referral. */
    z.strictObject({ ...head, kind: z.literal('referral-first'), editions }),
    /** A local rule stays inside the act, kind and range of the national one. */
    z.strictObject({ ...head, kind: z.literal('local-within-national'), editions }),
    /** A plan may ask for the maximum; what the law says to that. */
    z.strictObject({ ...head, kind: z.literal('no-blanket-maximum'), editions }),
  ])
  .meta({ id: 'Principle', title: '一般规则' })
export type Principle = DeepReadonly<z.infer<typeof principleSchema>>
export type PrincipleKind = Principle['kind']
