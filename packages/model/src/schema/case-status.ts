/** The status of a case: what to do next, what is blocked and why, what is overdue, and how each day was counted. Advice; an officer decides. */
import * as z from 'zod'
import { dueSchema } from './assessment.js'
import { articleSchema, factIdSchema, localDateSchema, slugSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'

/**
 * `done`, `done-late` (past its limit), `done-out-of-order` (done although a requirement was not met): the step was taken.
 * `ready`, `blocked`, `overdue`: it must or may be taken. `not-required`: the law asks for none here. `unknown`: whether it
 * is required depends on facts that are missing. `unread`: the law of that day was not read.
 */
export const stepStates = ['done', 'done-late', 'done-out-of-order', 'ready', 'blocked', 'overdue', 'not-required', 'unknown', 'unread'] as const
export type StepState = (typeof stepStates)[number]

/**
 * Why a step cannot be taken: another `step` is undone, was taken by too few `officers`, is perhaps required (`unknown`) or
 * rests on law that was not read (`unread`); the law does not allow it here (`condition`); a `period` still runs; its own
 * time has `expired`.
 */
export const blockKinds = ['step', 'officers', 'unknown', 'unread', 'condition', 'period', 'expired'] as const
export type BlockKind = (typeof blockKinds)[number]

const citationSchema = z.strictObject({
  instrument: slugSchema,
  article: articleSchema,
  edition: slugSchema.nullable(),
  read: z.boolean().meta({ title: '是否读过原文', description: 'false：当日版本的这一条没有读过原文。' }),
})

const blockSchema = z
  .strictObject({
    kind: z.enum(blockKinds),
    step: slugSchema.optional().meta({ title: '哪一步没有做好' }),
    missing: z.array(factIdSchema).optional(),
    until: localDateSchema.optional().meta({ title: '哪一天过完才可以做' }),
    text: z.string(),
  })
  .meta({ title: '受阻的原因' })
export type Block = DeepReadonly<z.infer<typeof blockSchema>>

export const stepStatusSchema = z
  .strictObject({
    procedure: slugSchema,
    step: slugSchema,
    title: z.string(),
    by: slugSchema.meta({ title: '由谁做' }),
    optional: z.boolean().meta({ title: '可做可不做' }),
    state: z.enum(stepStates),
    on: localDateSchema.optional().meta({ title: '哪一天做的' }),
    reason: z.string().meta({ title: '理由' }),
    blockedBy: z.array(blockSchema).meta({ title: '受阻的原因', description: '做过的步骤列的是当时没有满足的要求。' }),
    due: dueSchema.optional(),
    basis: z.array(citationSchema).meta({ title: '依据', description: '按这一步做的那天的版本；没有做的，按截至日。' }),
    notes: z.array(z.string()),
  })
  .meta({ id: 'StepStatus', title: '一步的状态' })
export type StepStatus = DeepReadonly<z.infer<typeof stepStatusSchema>>

export const lateFeeSchema = z
  .strictObject({
    step: slugSchema,
    from: localDateSchema.meta({ title: '加处的第一日' }),
    to: localDateSchema.meta({ title: '算到哪一日' }),
    days: z.number().int().nonnegative().meta({ title: '计几日' }),
    amountYuan: z.number().nullable().meta({ title: '加处的数额（元）', description: 'null：罚款数额未知。' }),
    capped: z.boolean().meta({ title: '是否已到罚款数额' }),
    counting: z.array(z.string()),
    basis: z.array(citationSchema),
  })
  .meta({ title: '加处罚款' })
export type LateFee = DeepReadonly<z.infer<typeof lateFeeSchema>>

const caseQuestionSchema = z
  .strictObject({
    fact: factIdSchema.nullable().meta({ title: '事实', description: 'null：问的是某一步由几名执法人员做。' }),
    title: z.string(),
    question: z.string(),
    evidence: z.array(z.string()),
    steps: z.array(slugSchema).meta({ title: '关系到哪些步骤' }),
  })
  .meta({ title: '待查问题' })
export type CaseQuestion = DeepReadonly<z.infer<typeof caseQuestionSchema>>

export const caseStatusSchema = z
  .strictObject({
    schema: z.literal('hegui/case-status@1'),
    case: z.strictObject({ id: z.string(), hash: z.string() }).meta({ title: '案件进度' }),
    asOf: localDateSchema.meta({ title: '截至日' }),
    packs: z.array(z.strictObject({ id: slugSchema, version: z.string(), hash: z.string() })),
    engine: z.strictObject({ version: z.string() }),
    calendar: z.strictObject({ version: z.string(), hash: z.string() }),
    steps: z.array(stepStatusSchema).meta({ title: '各步' }),
    next: z.array(slugSchema).meta({ title: '下一步', description: '现在可以做的，最急的在前。' }),
    blocked: z.array(slugSchema).meta({ title: '受阻' }),
    overdue: z.array(slugSchema).meta({ title: '超期' }),
    questions: z.array(caseQuestionSchema),
    lateFees: z.array(lateFeeSchema).meta({ title: '加处罚款' }),
  })
  .meta({ id: 'CaseStatus', title: '案件进度的研判' })
export type CaseStatus = DeepReadonly<z.infer<typeof caseStatusSchema>>
