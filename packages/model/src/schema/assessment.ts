/** The assessment: everything hegui says about one record. Advice; an officer decides. */
import * as z from 'zod'
import { circumstanceEffects } from './circumstance.js'
import { confiscationObjects, tracks } from './law.js'
import { measureKinds } from './organ.js'
import { focusIntensities } from './plan.js'
import { articleSchema, clauseIdSchema, factIdSchema, instantSchema, localDateSchema, pathIdSchema, slugSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'
import { verdicts, weights } from './rule.js'

export const backings = ['statutory', 'unverified', 'internal', 'unbacked'] as const
export type Backing = (typeof backings)[number]

/** One link from the source to the result. The chain runs plan clause → article → rule → fact → finding → measure → action. */
const chainLinkSchema = z.strictObject({
  step: z.enum(['clause', 'article', 'rule', 'fact', 'finding', 'measure', 'action']),
  id: z.string(),
  detail: z.string().optional(),
})
export type ChainLink = DeepReadonly<z.infer<typeof chainLinkSchema>>

export const pendingTopics = [
  'edition-choice',
  'kind-order',
  'concurrence',
  'one-act',
  'unknown-date',
  'referral',
  'open-findings',
  'circumstances-unread',
  'plan-period',
] as const
export type PendingTopic = (typeof pendingTopics)[number]

/** What still has to be settled before a provisional measure becomes firm. */
const subjectToSchema = z.union([
  z.strictObject({
    kind: z.literal('fact'),
    fact: factIdSchema,
    gate: z.boolean().meta({ title: '前提', description: 'true：决定规范是否适用；false：只影响档次或金额。' }),
  }),
  z.strictObject({ kind: z.literal('circumstance'), circumstance: slugSchema }),
  z.strictObject({ kind: z.literal('pending'), topic: z.enum(pendingTopics) }),
])
export type SubjectTo = DeepReadonly<z.infer<typeof subjectToSchema>>

export const findingSchema = z
  .strictObject({
    id: z.string(),
    conduct: slugSchema,
    rule: pathIdSchema,
    revision: z.number().int(),
    title: z.string(),
    weight: z.enum(weights),
    verdict: z.enum(verdicts),
    canViolate: z.boolean().optional().meta({ title: '是否还可能成立', description: 'false：再查也不会成立，不必问。' }),
    missing: z.array(factIdSchema).meta({ title: '待查事实' }),
    clauses: z.array(z.strictObject({ plan: slugSchema, clause: clauseIdSchema })),
    articles: z.array(
      z.strictObject({
        instrument: slugSchema,
        article: articleSchema,
        edition: slugSchema.nullable(),
        read: z.boolean(),
        role: z.enum(['prohibition', 'obligation', 'penalty', 'definition']),
      }),
    ),
    chain: z.array(chainLinkSchema).meta({ title: '来源链', description: '不适用（not-applicable）的规则不列来源，原因见 explain。' }),
    error: z.string().optional(),
  })
  .meta({ id: 'Finding', title: '认定' })
export type Finding = DeepReadonly<z.infer<typeof findingSchema>>

const rangeSchema = z.strictObject({ min: z.number().nullable(), max: z.number().nullable() })

/** Why a measure that some norm read and in force leads to is shown and not proposed. */
export const withheldReasons = ['lighter-law', 'edition-undetermined', 'concurrence', 'circumstance', 'referral', 'upper-law'] as const
export type WithheldReason = (typeof withheldReasons)[number]

/** What a circumstance does to one measure. `open`: it could still be established. */
const measureCircumstanceSchema = z.strictObject({
  circumstance: slugSchema,
  effect: z.enum(circumstanceEffects),
  state: z.enum(['established', 'open']),
  text: z.string(),
})

export const assessedMeasureSchema = z
  .strictObject({
    id: z.string(),
    conduct: slugSchema,
    party: slugSchema.nullable(),
    on: z
      .enum(['party', 'principal', 'responsible-persons', 'unsettled'])
      .meta({ title: '落在谁身上', description: 'unsettled：当事人是个人还是单位没有查明，尚不能确定。' }),
    kind: z.enum(measureKinds),
    object: z.enum(confiscationObjects).optional(),
    title: z.string(),
    force: z.enum(['must', 'may']),
    tier: z.string().optional(),
    oneOf: z.strictObject({ group: z.string(), option: z.number().int() }).optional().meta({ title: '择一', description: '同组的不同选项择一适用。' }),
    amountYuan: rangeSchema.optional(),
    recommendedYuan: z
      .strictObject({ min: z.number(), max: z.number(), benchmark: slugSchema, band: slugSchema })
      .optional()
      .meta({ title: '裁量基准的幅度', description: '法定幅度以内；情节可以推翻。' }),
    boundedBy: z
      .strictObject({ norm: pathIdSchema, edition: slugSchema, article: articleSchema, local: rangeSchema, national: rangeSchema })
      .optional()
      .meta({ title: '以上位法幅度为准', description: '地方规定的幅度超出上位法：local 为地方规定，national 为上位法。' }),
    multiple: z.strictObject({ of: factIdSchema, min: z.number().nullable(), max: z.number() }).optional(),
    days: z.strictObject({ min: z.number().nullable(), max: z.number() }).optional(),
    authority: z.array(slugSchema),
    backing: z.enum(backings),
    proposed: z.boolean().meta({ title: '是否建议', description: '只有有依据且该日版本读过原文的，或内部工作，才建议。' }),
    status: z.enum(['firm', 'provisional']),
    subjectTo: z.array(subjectToSchema),
    norm: pathIdSchema.optional(),
    edition: slugSchema.optional(),
    article: articleSchema.optional(),
    track: z.enum(tracks).optional(),
    findings: z.array(pathIdSchema),
    plans: z
      .array(z.strictObject({ plan: slugSchema, clause: clauseIdSchema, measure: slugSchema, group: slugSchema.optional() }))
      .meta({ title: '方案中的哪一项' }),
    exclusive: z.string().optional().meta({ title: '只能取一', description: '同一标记的几项罚款只能给予一项，取哪一项还没有定。' }),
    circumstances: z.array(measureCircumstanceSchema).meta({ title: '情节的影响' }),
    recommendations: z
      .array(
        z.strictObject({
          plan: slugSchema,
          clause: clauseIdSchema,
          level: z.enum(['maximum', 'upper-part']),
          conflict: z.string(),
          overriddenBy: z.array(slugSchema),
        }),
      )
      .meta({ title: '方案对幅度的建议' }),
    withheldBy: z.enum(withheldReasons).optional().meta({ title: '为何不建议' }),
    reason: z.string().optional(),
    alternative: z.string().optional(),
    notes: z.array(z.string()),
    chain: z.array(chainLinkSchema),
  })
  .meta({ id: 'AssessedMeasure', title: '措施建议' })
export type AssessedMeasure = DeepReadonly<z.infer<typeof assessedMeasureSchema>>

export const planItemSchema = z
  .strictObject({
    plan: slugSchema,
    clause: clauseIdSchema,
    measure: slugSchema,
    group: slugSchema.optional(),
    conduct: slugSchema,
    title: z.string(),
    state: z.enum(['open', 'substitute', 'conditional', 'unverified', 'internal', 'closed', 'unbacked']).meta({
      title: '状态',
      description:
        'open：有依据；substitute：只有别种法定措施可用；conditional：还要查清条件；unverified：依据未核对；internal：内部工作；closed：有依据但本案条件不成立；unbacked：没有读到依据。',
    }),
    routes: z.array(
      z.strictObject({
        norm: pathIdSchema,
        article: articleSchema.nullable(),
        edition: slugSchema.nullable(),
        state: z.enum(['open', 'conditional', 'closed', 'unverified', 'not-in-force']),
        authority: z.array(slugSchema),
        explanation: z.string(),
        missing: z.array(factIdSchema),
        measures: z.array(z.string()),
      }),
    ),
    reason: z.string().optional(),
    alternative: z.string().optional(),
  })
  .meta({ id: 'PlanItem', title: '方案措施逐项核对' })
export type PlanItem = DeepReadonly<z.infer<typeof planItemSchema>>

export const dueSchema = z
  .strictObject({
    date: localDateSchema.nullable().meta({ title: '到期日', description: 'null：起算日未知，只给出规则。' }),
    instant: instantSchema.optional().meta({ title: '到期时刻', description: '按小时计的期限，起算的钟点有记录时。' }),
    earliest: localDateSchema.optional(),
    latest: localDateSchema.optional(),
    certain: z.boolean(),
    rule: z.string().meta({ title: '计算规则' }),
    counting: z.array(z.string()).meta({ title: '逐段计算' }),
  })
  .meta({ title: '期限' })
export type Due = DeepReadonly<z.infer<typeof dueSchema>>

export const assessedActionSchema = z
  .strictObject({
    id: z.string(),
    template: slugSchema,
    title: z.string(),
    conduct: slugSchema,
    assignee: slugSchema.nullable(),
    namedByPlan: slugSchema.optional().meta({ title: '方案点名的主体', description: '方案让谁做；没有职权时改派，并给它依法能做的部分。' }),
    due: dueSchema.optional(),
    focus: z
      .array(
        z.strictObject({
          plan: slugSchema,
          focus: slugSchema,
          title: z.string(),
          intensity: z.enum(focusIntensities).meta({ title: '力度' }),
          certainty: z.literal('possible').optional().meta({ title: '是否确定', description: 'possible：原文没有写定，研判日可能不在这个时段里。' }),
        }),
      )
      .min(1)
      .optional()
      .meta({ title: '研判日在哪些重点时段里', description: '同一天到期的先办力度大的；期限、认定、措施都不因此改变。' }),
    basis: z
      .array(z.strictObject({ instrument: slugSchema, article: articleSchema, edition: slugSchema.nullable(), read: z.boolean() }))
      .meta({ title: '依据', description: '程序按研判日的版本；read 为 false 表示当日版本的这一条没有读过原文。' }),
    measures: z.array(z.string()),
    status: z.enum(['firm', 'provisional']),
    notes: z.array(z.string()),
    chain: z.array(chainLinkSchema),
  })
  .meta({ id: 'AssessedAction', title: '任务' })
export type AssessedAction = DeepReadonly<z.infer<typeof assessedActionSchema>>

export const questionSchema = z
  .strictObject({
    fact: factIdSchema,
    conduct: slugSchema,
    title: z.string(),
    question: z.string(),
    evidence: z.array(z.string()),
    rules: z.array(pathIdSchema).meta({ title: '能定下哪些规则' }),
    measures: z.array(z.string()).meta({ title: '能定下哪些措施' }),
    score: z.number().meta({ title: '排序分', description: '越大越该先问。' }),
    focus: z
      .array(z.strictObject({ plan: slugSchema, focus: slugSchema }))
      .min(1)
      .optional()
      .meta({ title: '因哪些重点时段提前', description: '检查日在这些时段里，所以先问；不影响认定。' }),
  })
  .meta({ id: 'Question', title: '待查问题' })
export type Question = DeepReadonly<z.infer<typeof questionSchema>>

export const pendingSchema = z
  .strictObject({ topic: z.enum(pendingTopics), conduct: slugSchema, message: z.string(), measures: z.array(z.string()) })
  .meta({ title: '留待决定' })
export type Pending = DeepReadonly<z.infer<typeof pendingSchema>>

const citationSchema = z.strictObject({ instrument: slugSchema, article: articleSchema, edition: slugSchema.nullable(), read: z.boolean() })

/** One side of 从旧兼从轻: an edition, and what it comes to on these facts, option by option, in words. */
const candidateSchema = z.strictObject({
  norms: z.array(z.strictObject({ norm: pathIdSchema, edition: slugSchema, article: articleSchema, read: z.boolean() })),
  options: z.array(z.string()),
})

/** Which law applies to one norm of one conduct, where the law changed before the decision. */
export const editionChoiceSchema = z
  .strictObject({
    conduct: slugSchema,
    norm: pathIdSchema,
    outcome: z.enum(['same', 'conduct-day', 'decision-day', 'undetermined']).meta({
      title: '适用哪一版',
      description: 'same：轻重相同，按行为时；conduct-day：行为时的；decision-day：研判时的较轻，适用它；undetermined：不能确定，两个都列。',
    }),
    conductDay: candidateSchema,
    decisionDay: candidateSchema.nullable().meta({ description: 'null：研判日已不再处罚。' }),
    basis: z.array(citationSchema),
    reason: z.string(),
    assumptions: z.array(z.string()),
    missing: z.array(factIdSchema),
  })
  .meta({ title: '从旧兼从轻' })
export type EditionChoice = DeepReadonly<z.infer<typeof editionChoiceSchema>>

/** How several measures against one person stand to each other. */
export const concurrenceSchema = z
  .strictObject({
    kind: z.enum(['one-fine', 'open-question', 'detention-cap', 'beside']),
    conducts: z.array(slugSchema).min(1),
    party: slugSchema.nullable(),
    on: z.enum(['party', 'principal', 'responsible-persons', 'unsettled']),
    measures: z.array(z.string()).min(1),
    applied: z.string().nullable().meta({ title: '适用哪条规范', description: 'null：没有选定，或者都适用。' }),
    days: z.number().optional().meta({ title: '合并执行的最长日数' }),
    positions: z.array(z.string()).optional().meta({ title: '不同理解' }),
    basis: z.array(citationSchema),
    reason: z.string(),
  })
  .meta({ title: '竞合' })
export type Concurrence = DeepReadonly<z.infer<typeof concurrenceSchema>>

/** `not-shown`: for the party to show, and not shown; it counts as not established, and the party is to be told. */
export const assessedCircumstanceSchema = z
  .strictObject({
    conduct: slugSchema,
    circumstance: slugSchema,
    title: z.string(),
    effect: z.enum(circumstanceEffects),
    state: z.enum(['established', 'open', 'not-shown']),
    burden: z.enum(['authority', 'party']),
    basis: citationSchema,
    missing: z.array(factIdSchema),
    measures: z.array(z.string()),
    notice: z.string().optional().meta({ title: '告知当事人' }),
    accompanying: z.string().optional(),
  })
  .meta({ title: '情节' })
export type AssessedCircumstance = DeepReadonly<z.infer<typeof assessedCircumstanceSchema>>

export const assessmentSchema = z
  .strictObject({
    schema: z.literal('hegui/assessment@1'),
    record: z.strictObject({ id: z.string(), hash: z.string() }),
    decidedOn: localDateSchema,
    decidedOnFrom: z.enum(['option', 'record', 'inspection']).meta({ title: '研判日期的来源' }),
    packs: z.array(z.strictObject({ id: slugSchema, version: z.string(), hash: z.string() })),
    engine: z.strictObject({ version: z.string(), runtime: z.string() }),
    calendar: z.strictObject({ version: z.string(), hash: z.string() }),
    optionsHash: z.string(),
    findings: z.array(findingSchema),
    measures: z.array(assessedMeasureSchema),
    planItems: z.array(planItemSchema),
    editionChoices: z.array(editionChoiceSchema),
    circumstances: z.array(assessedCircumstanceSchema),
    concurrence: z.array(concurrenceSchema),
    actions: z.array(assessedActionSchema),
    questions: z.array(questionSchema),
    pending: z.array(pendingSchema),
  })
  .meta({ id: 'Assessment', title: '研判' })
export type Assessment = DeepReadonly<z.infer<typeof assessmentSchema>>
