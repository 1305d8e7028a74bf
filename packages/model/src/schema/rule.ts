/** A rule: one prohibited behaviour as conditions over facts, with the clauses and articles it rests on. */
import * as z from 'zod'
import { conditionSchema } from './condition.js'
import { articleSchema, clauseIdSchema, noteSchema, pathIdSchema, periodSchema, slugSchema, titleSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

const ruleBasisSchema = z
  .strictObject({
    instrument: slugSchema,
    clause: clauseIdSchema.optional().meta({ title: '方案条目' }),
    article: articleSchema.optional().meta({ title: '法律条款' }),
    edition: slugSchema.optional().meta({ title: '版本', description: '条号只属于这一版时写明；不写为各版本相同。' }),
    role: z.enum(['prohibition', 'obligation', 'penalty', 'definition']).meta({ title: '作用' }),
  })
  .refine((basis) => (basis.clause === undefined) !== (basis.article === undefined), { params: { kind: 'clause-or-article' } })
  .meta({ title: '依据', description: 'clause（方案条目）与 article（法律条款）二选一。' })

export const weights = ['minor', 'ordinary', 'serious', 'critical'] as const

export const ruleSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: pathIdSchema,
    revision: z.number().int().positive().meta({ title: '修订号' }),
    title: titleSchema,
    basis: z.array(ruleBasisSchema).min(1),
    norms: z.array(pathIdSchema).meta({ title: '可适用的规范', description: '可以为空：没有读到罚则的，如实留空。' }),
    inForce: periodSchema.meta({ title: '规则有效期', description: '按行为发生日判断。' }),
    appliesWhen: conditionSchema.meta({ title: '何时适用' }),
    violatedWhen: conditionSchema.meta({ title: '何时构成违法' }),
    weight: z.enum(weights).meta({ title: '轻重', description: '只用来给待查问题排序，不影响处罚。' }),
    note: noteSchema,
  })
  .meta({ id: 'Rule', title: '规则' })
export type Rule = DeepReadonly<z.infer<typeof ruleSchema>>

export const verdicts = ['violation', 'compliant', 'not-applicable', 'undetermined', 'errored'] as const
export type Verdict = (typeof verdicts)[number]
