/** The appraisal: everything hegui says about one unit over a period. Advice; an officer decides. */
import * as z from 'zod'
import { evidenceSchema } from './aggregate.js'
import { backings } from './assessment.js'
import { figureValueSchema } from './formula.js'
import { aimSchema, consequenceKinds, officialRoles, sanctionKinds, supervisedObjects, traceDirectionSchema } from './plan.js'
import { articleSchema, boundarySchema, clauseIdSchema, instantSchema, localDateSchema, slugSchema } from './primitives.js'
import type { DeepReadonly } from './readonly.js'
import { unitSchema } from './unit.js'

const clauses = z.array(clauseIdSchema).meta({ title: '方案条目' })
const flags = z.array(z.string()).meta({ title: '原文的疑点' })

export const appraisedStageSchema = z.strictObject({
  stage: slugSchema,
  title: z.string(),
  from: boundarySchema,
  to: boundarySchema,
  state: z.enum(['past', 'now', 'possibly-now', 'future']),
  clauses,
})
export type AppraisedStage = DeepReadonly<z.infer<typeof appraisedStageSchema>>

export const dutyStates = ['met', 'late', 'missing', 'upcoming', 'undetermined', 'undated'] as const
export type DutyState = (typeof dutyStates)[number]

export const appraisedDutySchema = z
  .strictObject({
    duty: slugSchema,
    title: z.string(),
    occurrence: z.string().nullable().meta({ title: '哪一次', description: 'null：没有日期的职责，不分次。' }),
    opens: localDateSchema.nullable().meta({ title: '从哪天起可以做' }),
    due: z
      .strictObject({ earliest: localDateSchema.nullable(), latest: localDateSchema, instant: instantSchema.optional(), certain: z.boolean() })
      .nullable()
      .meta({ title: '到期' }),
    state: z.enum(dutyStates).meta({
      title: '状态',
      description: 'met 按时；late 迟了；missing 到期没有；upcoming 没有到期；undetermined 不能确定；undated 原文没有写期限。',
    }),
    needed: z.number().int().meta({ title: '要几次' }),
    made: z.number().int().meta({ title: '做了几次' }),
    submissions: z.array(slugSchema).meta({ title: '报送' }),
    assumed: z.boolean().meta({ title: '推定', description: '报送没有写明是哪一次，按日期推定。' }),
    reason: z.string().meta({ title: '为什么是这个状态' }),
    lawfulShare: z.string().optional(),
    question: z.string().optional(),
    clauses,
    flags,
  })
  .meta({ id: 'AppraisedDuty', title: '职责完成情况' })
export type AppraisedDuty = DeepReadonly<z.infer<typeof appraisedDutySchema>>

export const appraisedTargetSchema = z
  .strictObject({
    target: slugSchema,
    item: slugSchema.nullable().meta({ title: '哪一分项' }),
    title: z.string(),
    value: figureValueSchema.nullable(),
    aim: aimSchema.nullable().meta({ title: '指标', description: 'null：原文没有写要多少。' }),
    state: z.enum(['met', 'missed', 'undetermined']),
    formula: z.string().nullable().meta({ title: '怎样算的', description: '用文字写的算法；null：没有写明怎样算。' }),
    configured: z.boolean().meta({ title: '是配置的', description: '原文没有定义，使用单位自己写的。' }),
    reading: slugSchema.nullable().meta({ title: '用了哪种读法' }),
    evidence: evidenceSchema,
    figures: z.array(slugSchema).meta({ title: '用到的外来数字' }),
    reason: z.string(),
    clauses,
    flags,
  })
  .meta({ id: 'AppraisedTarget', title: '目标完成情况' })
export type AppraisedTarget = DeepReadonly<z.infer<typeof appraisedTargetSchema>>

const citationSchema = z.strictObject({ instrument: slugSchema, article: articleSchema, edition: slugSchema.nullable(), read: z.boolean() })

export const appraisedConsequenceSchema = z.strictObject({
  kind: z.enum(consequenceKinds),
  title: z.string(),
  on: z.enum(officialRoles),
  sanctions: z.array(z.enum(sanctionKinds)).optional().meta({ title: '处分的档次' }),
  object: z.enum(supervisedObjects).optional().meta({ title: '督办什么' }),
  tier: z.number().int().optional().meta({ title: '第几层级' }),
  by: z.array(slugSchema).optional().meta({ title: '由谁' }),
  backing: z.enum(backings),
  basis: z.array(citationSchema),
  proposed: z.boolean().meta({ title: '是否建议' }),
  reason: z.string().optional(),
})
export type AppraisedConsequence = DeepReadonly<z.infer<typeof appraisedConsequenceSchema>>

export const accountabilityStates = ['established', 'not-established', 'undetermined'] as const

export const accountabilityFindingSchema = z
  .strictObject({
    accountability: slugSchema,
    title: z.string(),
    trigger: z.string(),
    state: z.enum(accountabilityStates).meta({
      title: '触发条件',
      description: 'established 成立；not-established 不成立；undetermined 待查。成立也只是线索：由有权机关查明责任后处理。',
    }),
    day: localDateSchema.nullable().meta({ title: '哪天成立', description: '按这一天的版本。' }),
    unit: slugSchema,
    reading: slugSchema.nullable().meta({ title: '用了哪种读法' }),
    consequences: z.array(appraisedConsequenceSchema).meta({ title: '追责后果' }),
    reason: z.string(),
    missing: z.array(z.strictObject({ fact: z.string().nullable(), question: z.string() })),
    checklist: z
      .strictObject({
        about: z.string().meta({ title: '关于什么事' }),
        items: z.array(z.strictObject({ title: z.string(), done: z.boolean().nullable().meta({ title: '是否落实' }) })),
        closing: z.enum(['may-close', 'stays-open', 'undetermined']).meta({ title: '能不能销号' }),
      })
      .array()
      .meta({ title: '销号清单' }),
    evidence: evidenceSchema,
    clauses,
    flags,
  })
  .meta({ id: 'AccountabilityFinding', title: '追责认定' })
export type AccountabilityFinding = DeepReadonly<z.infer<typeof accountabilityFindingSchema>>

export const appraisedStatisticSchema = z
  .strictObject({
    statistic: slugSchema,
    title: z.string(),
    unit: z.string().nullable(),
    value: figureValueSchema.nullable().meta({ description: 'null：没有写明怎样从记录算出，只作为文件的数字。' }),
    formula: z.string().nullable().meta({ title: '怎样算的' }),
    reported: figureValueSchema.nullable().meta({ title: '文件里的数字' }),
    comparison: z
      .enum(['equal', 'consistent', 'differs', 'not-compared'])
      .meta({ title: '同文件比', description: 'equal 相同；consistent 区间相容；differs 不同；not-compared 没有可比的。' }),
    evidence: evidenceSchema,
    figures: z.array(slugSchema).meta({ title: '用到的外来数字' }),
    clauses,
  })
  .meta({ id: 'AppraisedStatistic', title: '统计' })
export type AppraisedStatistic = DeepReadonly<z.infer<typeof appraisedStatisticSchema>>

/** 三倒查: from one confirmed violation back to where the goods came from, on to where they went, and up to who should have seen it. */
export const tracingSchema = z
  .strictObject({
    record: z.string(),
    conduct: slugSchema,
    rules: z.array(z.string()).min(1),
    direction: traceDirectionSchema,
    measure: slugSchema.meta({ title: '方案的哪一项措施' }),
    whom: z
      .array(
        z.strictObject({
          unit: slugSchema.nullable(),
          title: z.string(),
          role: slugSchema.nullable(),
          duty: z.string().nullable().meta({ title: '职责' }),
          from: localDateSchema.nullable(),
          to: localDateSchema.nullable(),
        }),
      )
      .meta({ title: '查谁', description: '查监管责任时写；unit 为 null：册子里没有当时负责的单位，列方案的分工。查来源、去向的，看线索和要问的。' }),
    known: z.array(z.strictObject({ fact: z.string(), value: z.string() })).meta({ title: '记录里已有的线索' }),
    questions: z.array(z.string()),
    reason: z.string(),
    clauses,
  })
  .meta({ id: 'Tracing', title: '倒查' })
export type Tracing = DeepReadonly<z.infer<typeof tracingSchema>>

export const appraisalSchema = z
  .strictObject({
    schema: z.literal('hegui/appraisal@1'),
    plan: slugSchema,
    unit: unitSchema,
    period: z.strictObject({ from: localDateSchema, to: localDateSchema }).meta({ title: '考核期间', description: '两端均含。' }),
    now: z.string().meta({ title: '看的时候' }),
    packs: z.array(z.strictObject({ id: slugSchema, version: z.string(), hash: z.string() })),
    engine: z.strictObject({ version: z.string() }),
    calendar: z.strictObject({ version: z.string(), hash: z.string() }),
    inputHash: z.string().meta({ title: '材料的哈希' }),
    records: z.number().int().nonnegative().meta({ title: '看了几份记录' }),
    stages: z.array(appraisedStageSchema),
    duties: z.array(appraisedDutySchema),
    otherSubmissions: z.array(slugSchema).meta({ title: '没有算进职责的报送', description: '在考核期间以外的那一次、看的时候以后才有的。' }),
    targets: z.array(appraisedTargetSchema),
    accountability: z.array(accountabilityFindingSchema),
    statistics: z.array(appraisedStatisticSchema).meta({ title: '统计' }),
    tracings: z.array(tracingSchema).meta({ title: '倒查' }),
    moreTracings: z.number().int().nonnegative().meta({ title: '至多还有几件倒查', description: '记录太多，汇总里没有逐件列出的，不一定都在辖区和期间里。' }),
  })
  .meta({ id: 'Appraisal', title: '督查考核' })
export type Appraisal = DeepReadonly<z.infer<typeof appraisalSchema>>
