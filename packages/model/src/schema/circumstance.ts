/** Circumstances of the party or of the act that lighten, withdraw or bar a penalty, each with its article and burden of proof. */
import * as z from 'zod'
import { conditionSchema } from './condition.js'
import { tracks, verificationSchema } from './law.js'
import { basisSchema, measureKinds } from './organ.js'
import { noteSchema, periodSchema, slugSchema, textSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

/**
 * `no-penalty`: 不予处罚. `time-barred`: 不再处罚. `may-waive`: 可以不予处罚. `must-mitigate`: 应当从轻或者减轻.
 * `may-mitigate`: 可以从轻或者减轻. `not-executed`: decided, but not carried out. `aggravate`: 从重, inside the range.
 */
export const circumstanceEffects = ['no-penalty', 'time-barred', 'may-waive', 'must-mitigate', 'may-mitigate', 'not-executed', 'aggravate'] as const
export type CircumstanceEffect = (typeof circumstanceEffects)[number]

export const circumstanceEditionSchema = z
  .strictObject({
    inForce: periodSchema,
    basis: basisSchema,
    when: conditionSchema.meta({ title: '何时成立' }),
    effect: z.enum(circumstanceEffects).meta({ title: '效果' }),
    kinds: z.array(z.enum(measureKinds)).min(1).optional().meta({ title: '影响哪些措施', description: '不写为全部处罚种类。' }),
    accompanying: textSchema.optional().meta({ title: '同时要做的', description: '例如责令监护人加以管教。' }),
    verification: verificationSchema,
    note: noteSchema,
  })
  .meta({ title: '情节的一个版本' })
export type CircumstanceEdition = DeepReadonly<z.infer<typeof circumstanceEditionSchema>>

export const circumstanceSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: slugSchema,
    title: titleSchema,
    tracks: z.array(z.enum(tracks)).min(1).meta({ title: '适用轨道' }),
    instruments: z.array(slugSchema).min(1).optional().meta({ title: '只适用于哪些文件的规范', description: '不写为该轨道的全部规范。' }),
    exceptInstruments: z.array(slugSchema).min(1).optional().meta({ title: '不适用于哪些文件的规范', description: '该文件另有规定的写在这里。' }),
    strikes: z.enum(['anyone', 'natural-person']).meta({ title: '对谁', description: 'natural-person：只对个人，当事人是单位的不问。' }),
    burden: z.enum(['authority', 'party']).meta({
      title: '由谁证明',
      description: 'party：法律让当事人证明，不明就是没有成立，并告知当事人；authority：由机关查明，不明就要问。',
    }),
    notice: textSchema.optional().meta({ title: '告知当事人', description: '由当事人证明的必填：怎样告知。' }),
    editions: z.array(circumstanceEditionSchema).min(1),
    note: noteSchema,
  })
  .refine((circumstance) => circumstance.burden === 'authority' || circumstance.notice !== undefined, { params: { kind: 'party-burden-notice' } })
  .meta({ id: 'Circumstance', title: '情节' })
export type Circumstance = DeepReadonly<z.infer<typeof circumstanceSchema>>
