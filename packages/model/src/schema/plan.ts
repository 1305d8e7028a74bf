/** A plan: every clause of a campaign document, mapped to what hegui does with it, or left out for a stated reason. */
import * as z from 'zod'
import { type Condition, conditionSchema } from './condition.js'
import { type Formula, formulaSchema } from './formula.js'
import { confiscationObjects, instrumentEditionSchema } from './law.js'
import { basisSchema, measureKinds } from './organ.js'
import {
  boundarySchema,
  clauseIdSchema,
  earliestOf,
  factIdSchema,
  isLocalDate,
  latestOf,
  localDateSchema,
  noteSchema,
  pathIdSchema,
  periodSchema,
  regionSchema,
  slugSchema,
  textSchema,
  titleSchema,
  uncertainDaySchema,
} from './primitives.js'
import type { DeepReadonly } from './readonly.js'

/** P behaviour · M measure · C calendar · D duty · T target · S statistic · A accountability · R role · N narrative. */
export const clauseKinds = ['P', 'M', 'C', 'D', 'T', 'S', 'A', 'R', 'N'] as const
export type ClauseKind = (typeof clauseKinds)[number]

export const encodingKinds = ['rule', 'measure', 'focus', 'stage', 'duty', 'target', 'statistic', 'accountability', 'role'] as const
export type EncodingKind = (typeof encodingKinds)[number]

/** Which encodings count for which kind of clause. N has none: it is always `notEncoded`. */
export const encodingsOf: Readonly<Record<ClauseKind, readonly EncodingKind[]>> = {
  P: ['rule'],
  M: ['measure'],
  C: ['focus', 'stage'],
  D: ['duty'],
  T: ['target'],
  S: ['statistic'],
  A: ['accountability'],
  R: ['role'],
  N: [],
}

const legalSchema = z
  .strictObject({
    status: z.enum(['ok', 'partly', 'beyond', 'conflict', 'no-basis', 'internal']).meta({ title: '与法律的关系' }),
    note: textSchema,
    basis: z.array(basisSchema).optional(),
    parts: z
      .array(
        z.strictObject({
          of: z
            .array(z.union([pathIdSchema, slugSchema]))
            .min(1)
            .meta({ title: '哪几个编入项' }),
          status: z.enum(['ok', 'no-basis', 'conflict']).meta({ title: '这一部分与法律的关系' }),
          note: textSchema,
          basis: z.array(basisSchema).min(1),
        }),
      )
      .min(1)
      .optional()
      .meta({
        title: '分开看的部分',
        description:
          '条目的各部分在法律上不一样的，逐项写。ok：basis 是这些工作的依据；conflict：basis 是被抵触的条文；no-basis：basis 是所缺的依据应在的条文。',
      }),
    unread: z
      .array(textSchema)
      .min(1)
      .optional()
      .meta({ title: '据说有规定而没有读到的文件', description: '写了的，没有读到条文的部分是“依据未核对”，不是“没有依据”。' }),
  })
  .meta({ title: '合法性说明' })

export const planClauseSchema = z
  .strictObject({
    id: clauseIdSchema,
    kinds: z.array(z.enum(clauseKinds)).min(1),
    title: titleSchema.meta({ title: '条目大意', description: '用自己的话写，不抄原文。' }),
    encodings: z.array(z.strictObject({ as: z.enum(encodingKinds), id: z.union([pathIdSchema, slugSchema]) })),
    notEncoded: z
      .array(
        z.strictObject({
          kind: z.enum(clauseKinds),
          reason: z.enum(['narrative', 'person-targeting', 'no-legal-basis', 'undefined-in-text']),
          note: textSchema,
        }),
      )
      .optional()
      .meta({ title: '未编入及理由' }),
    legal: legalSchema.optional(),
    flags: z.array(textSchema).optional().meta({ title: '原文自身的疑点' }),
  })
  .meta({ title: '方案条目' })
export type PlanClause = DeepReadonly<z.infer<typeof planClauseSchema>>

const routeSchema = z
  .strictObject({
    norm: pathIdSchema,
    kind: z.enum(measureKinds).meta({ title: '取该规范中的哪种措施' }),
    object: z.enum(confiscationObjects).optional(),
    when: conditionSchema.optional().meta({ title: '还须满足' }),
    explanation: textSchema,
  })
  .meta({ title: '法定路径' })

/** 三倒查: back to where the goods came from, on to where they went, up to who had to supervise. */
export const traceDirections = ['source', 'destination', 'supervisor'] as const
export type TraceDirection = (typeof traceDirections)[number]
export const traceDirectionSchema = z.enum(traceDirections).meta({ title: '查哪一头', description: 'source 来源；destination 去向；supervisor 监管责任。' })

const tracingOrderSchema = z
  .strictObject({
    direction: traceDirectionSchema,
    facts: z.array(factIdSchema).min(1).optional().meta({ title: '线索', description: '记录里能说明来源、去向的事实：已知的列出来，未知的要问。' }),
    roles: z
      .array(slugSchema)
      .min(1)
      .optional()
      .meta({ title: '哪些分工负责监管', description: '只在查监管责任时写；不写：方案的各个分工都算，由册子里的责任定。' }),
  })
  .meta({ title: '倒查什么', description: '措施种类是 tracing 的必须写，别的不写。' })

export const planMeasureSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    clause: clauseIdSchema,
    group: slugSchema.optional().meta({ title: '所属组合', description: '例如三没收一拘留三倒查。' }),
    kind: z.enum(measureKinds),
    object: z.enum(confiscationObjects).optional(),
    recommends: z
      .enum(['maximum', 'upper-part'])
      .optional()
      .meta({ title: '建议的幅度', description: 'maximum：一律上限；upper-part：高限。只是方案的建议，情节可以推翻，与法律的冲突会一并显示。' }),
    onViolationOf: z.array(pathIdSchema).min(1).meta({ title: '哪些规则成立时考虑' }),
    internal: z
      .strictObject({ assignee: z.union([z.enum(['authority', 'inspecting-organ']), slugSchema]), basis: z.array(basisSchema).min(1) })
      .optional()
      .meta({ title: '内部工作', description: '不对当事人发生法律效力的工作任务。' }),
    tracing: tracingOrderSchema.optional(),
    routes: z.array(routeSchema),
    whenNone: z.strictObject({ reason: textSchema, alternative: textSchema, basis: z.array(basisSchema).optional() }).meta({ title: '没有依据时' }),
  })
  .meta({ title: '方案措施' })
export type PlanMeasure = DeepReadonly<z.infer<typeof planMeasureSchema>>

/** MM-DD of a day that some year has. */
const yearDaySchema = z
  .string()
  .regex(/^\d{2}-\d{2}$/, { abort: true })
  .refine((day) => isLocalDate(`2000-${day}`), { params: { kind: 'impossible-date' } })
  .meta({ title: '月日', description: '写作 MM-DD；02-29 在平年是二月最后一天。' })
const festivalPointSchema = z
  .strictObject({
    festival: slugSchema.meta({ title: '节日或者节气', description: '节日表里的标识，例如 spring-festival。' }),
    offset: z.number().int().min(-60).max(60).optional().meta({ title: '之后几日', description: '负数是之前；除夕是 spring-festival 之前一日。' }),
  })
  .meta({ title: '节日前后的一天' })
export const windowSchema = z
  .union([
    z.strictObject({ kind: z.literal('fixed'), from: boundarySchema, to: boundarySchema }),
    z.strictObject({ kind: z.literal('quarter'), year: z.number().int(), quarter: z.number().int().min(1).max(4) }),
    z.strictObject({ kind: z.literal('year'), year: z.number().int() }),
    z.strictObject({ kind: z.literal('campaign') }).meta({ title: '整个方案期间' }),
    z.strictObject({ kind: z.literal('stage'), stage: slugSchema.meta({ title: '哪个阶段' }) }),
    z
      .strictObject({ kind: z.literal('season'), from: yearDaySchema, to: yearDaySchema })
      .meta({ title: '每年一段', description: '止在起之前的，跨到第二年，例如秋冬。' }),
    z
      .strictObject({
        kind: z.literal('festival'),
        year: z
          .union([z.number().int(), z.literal('every-year')])
          .meta({ title: '哪一年', description: '起的节日落在的公历年；every-year：方案期间的每一年。' }),
        from: festivalPointSchema,
        to: festivalPointSchema.meta({ title: '止', description: '起的节日当天或者以后的第一个。' }),
      })
      .meta({ title: '节日之间', description: '例如腊月廿三至正月十五。' }),
  ])
  .meta({ title: '时段' })
export type PlanWindow = DeepReadonly<z.infer<typeof windowSchema>>

/** How hard to look: nothing said · more forces or rounds than usual · everyone takes part. Only what the text says. */
export const focusIntensities = ['normal', 'heightened', 'all-out'] as const
export type FocusIntensity = (typeof focusIntensities)[number]

const focusSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    window: windowSchema,
    themes: z.array(textSchema).min(1),
    intensity: z.enum(focusIntensities).optional().meta({
      title: '力度',
      description: 'heightened：原文写加大频次、增加力量、蹲守一类的；all-out：原文写全员参与。不写是 normal：原文没有写。',
    }),
    rules: z.array(pathIdSchema).min(1).optional().meta({ title: '重点是哪些规则', description: '主题写明了的；待查的事实先问这些规则的。' }),
    clauses: z.array(clauseIdSchema).min(1).optional().meta({ title: '重点是哪些条目', description: '条目编成的规则都算。' }),
    occasions: z.array(textSchema).optional(),
    flags: z.array(textSchema).optional(),
  })
  .meta({ title: '重点时段', description: '只用来排先后和安排工作，不是认定违法的理由。' })
const stageSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    from: boundarySchema,
    to: boundarySchema,
    concurrent: z.literal(true).optional().meta({ title: '同别的阶段并行', description: '原文让它同别的阶段同时进行；不写的，阶段之间不应当重叠。' }),
    tasks: z.array(textSchema).min(1),
    flags: z.array(textSchema).optional(),
  })
  .meta({ title: '阶段' })
/** A deadline stays where the text put it, unless the text says that it moves. */
const onHolidaySchema = z
  .enum(['stays', 'moves-to-next-workday', 'moves-to-previous-workday'])
  .optional()
  .meta({ title: '遇休息日', description: '只在原文写了顺延或者提前时写；不写是不动。' })
export const recurrenceSchema = z.union([
  z.strictObject({
    every: z.literal('week'),
    weekday: z.number().int().min(1).max(7).meta({ title: '星期几', description: '1 是星期一。' }),
    before: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .optional()
      .meta({ title: '在几点之前', description: '写作 HH:MM，北京时间；不写的，当日以内都不算迟。' }),
    about: z.literal('week-before').optional().meta({ title: '报上一周的', description: '到那一周结束才能做。' }),
    onHoliday: onHolidaySchema,
  }),
  z.strictObject({ every: z.enum(['week', 'month', 'quarter', 'year']), times: z.number().int().positive() }),
  z.strictObject({
    every: z.literal('two-weeks'),
    anchor: localDateSchema.nullable().meta({ title: '从哪天起算', description: 'null：原文没有写第一次是哪天，不推算各次的日期。' }),
    onHoliday: onHolidaySchema,
  }),
  z.strictObject({
    every: z.literal('month'),
    byDays: z
      .array(z.number().int().min(1).max(31))
      .min(1)
      .meta({ title: '每月几日以前', description: '是截止日，提前做的不算迟；当月没有这一天的（二月没有30日），以当月最后一天为截止日。' }),
    onHoliday: onHolidaySchema,
  }),
  z.strictObject({ every: z.literal('once'), by: boundarySchema, onHoliday: onHolidaySchema }),
  z.strictObject({ every: z.literal('action') }).meta({ title: '每次行动', description: '每开展一次行动做一次，原文没有写隔多久。' }),
  z.strictObject({ every: z.literal('finding'), within: z.literal('at-once') }),
  z.strictObject({ every: z.literal('irregular') }),
])
/** What the wording demands, not what may be done: an organ without the power is told its lawful share instead. */
const requiresSchema = z
  .array(z.enum(measureKinds))
  .min(1)
  .meta({ title: '原文要求的职权', description: '照原文去做需要哪几类职权；承担者没有的，合法性检查会指出。' })
const dutySchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    by: z.array(slugSchema).min(1),
    to: slugSchema.optional().meta({ title: '报给谁' }),
    recurrence: recurrenceSchema,
    during: slugSchema.optional().meta({ title: '只在哪个阶段', description: '不写的，整个方案期间都要做。' }),
    requires: requiresSchema.optional(),
    lawfulShare: textSchema.optional().meta({ title: '依法能做的部分' }),
    flags: z.array(textSchema).optional(),
  })
  .meta({ title: '职责/报送' })
/** Only what the text gives as a figure; a target without one stays without an aim. */
export const aimSchema = z
  .strictObject({
    compare: z.enum(['at-least', 'at-most', 'below', 'equal']).meta({ title: '怎样比较', description: 'below：不含这个数。' }),
    value: z.number().meta({ title: '数值' }),
    unit: textSchema.meta({ title: '单位' }),
    against: z.enum(['level', 'year-on-year']).meta({ title: '同什么比', description: 'level：数值本身；year-on-year：同比的增减。' }),
    by: boundarySchema.optional().meta({ title: '到哪天为止' }),
    per: z.enum(['week', 'month', 'year']).optional().meta({ title: '每多久一次' }),
  })
  .meta({ title: '指标' })
export type Aim = DeepReadonly<z.infer<typeof aimSchema>>
const targetSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    defined: z.boolean().meta({ title: '原文是否给出定义' }),
    items: z
      .array(z.strictObject({ id: slugSchema, title: titleSchema, aim: aimSchema.optional(), formula: formulaSchema.optional() }))
      .meta({ title: '可配置的分项', description: 'formula：从记录怎样算；原文没有写怎样算的不写，由使用单位配置。' }),
    readings: z
      .array(z.strictObject({ id: slugSchema, title: titleSchema }))
      .optional()
      .meta({ title: '几种读法', description: '原文没有定义时；可配置，结果须说明用了哪一种。' }),
    flags: z.array(textSchema).optional(),
  })
  .meta({ title: '目标' })
const statisticSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    value: z.number().meta({ title: '数值' }),
    unit: textSchema.optional().meta({ title: '单位' }),
    atLeast: z.boolean().optional().meta({ title: '下限', description: '原文写“余”的，数值是下限。' }),
    formula: formulaSchema.optional().meta({ title: '从记录怎样算', description: '不写：只是文件报告的数字，不从记录推算。' }),
    note: noteSchema,
  })
  .meta({ title: '统计' })
/** What follows for officials and units. Nothing here is a measure against a party. */
export const consequenceKinds = [
  'sanction',
  'supervision-referral',
  'criminal-referral',
  'supervision-listing',
  'ledger-supervision',
  'key-management',
  'talk',
  'internal-criticism',
  'fund-deduction',
  'appraisal-result',
  'village-cadre-measure',
  'stays-open',
  'responsibility',
] as const
export type ConsequenceKind = (typeof consequenceKinds)[number]
/** What a case taken under supervision (挂牌督办, 挂账督办) is about: a unit, a hazard or an accident. They are closed in different ways. */
export const supervisedObjects = ['unit', 'hazard', 'accident'] as const
export type SupervisedObject = (typeof supervisedObjects)[number]
/** On whom: an office, never a person's name. */
export const officialRoles = ['unit', 'principal', 'deputy-in-charge', 'responsible-official', 'supervising-official', 'village-cadre'] as const
export type OfficialRole = (typeof officialRoles)[number]
/** 政务处分, lightest first. */
export const sanctionKinds = ['warning', 'demerit', 'serious-demerit', 'demotion', 'removal', 'dismissal'] as const
export type SanctionKind = (typeof sanctionKinds)[number]
export const officialConsequenceSchema = z
  .strictObject({
    kind: z.enum(consequenceKinds),
    title: titleSchema,
    on: z.enum(officialRoles).meta({ title: '落在哪个职务上' }),
    sanctions: z.array(z.enum(sanctionKinds)).min(1).optional().meta({ title: '处分的档次', description: '条文写了固定档次时写。' }),
    object: z.enum(supervisedObjects).optional().meta({ title: '督办什么', description: '挂牌督办、挂账督办的对象。' }),
    tier: z.number().int().min(1).max(9).optional().meta({ title: '第几层级', description: '方案分层级约谈时写。' }),
    by: z.array(slugSchema).min(1).optional().meta({ title: '由谁', description: 'organs 中的标识。' }),
    backing: z.enum(['statutory', 'unverified', 'internal', 'unbacked']).optional().meta({ title: '依据情况', description: '不写同追责项。' }),
    basis: z.array(basisSchema).optional().meta({ title: '依据', description: '不写同追责项。' }),
    inForce: periodSchema.optional().meta({ title: '适用期间', description: '条文改过的，按触发那天取。' }),
    note: noteSchema,
  })
  .meta({ title: '追责后果' })
export type OfficialConsequence = DeepReadonly<z.infer<typeof officialConsequenceSchema>>

/** When it is triggered, over aggregates and what was established of the unit. Three values, as in conditions. */
export type Trigger =
  | { readonly all: readonly Trigger[] }
  | { readonly any: readonly Trigger[] }
  | { readonly figure: Formula; readonly compare: 'at-least' | 'more-than' | 'at-most' | 'below'; readonly value: number; readonly within?: Within | undefined }
  | { readonly unit: Condition }
  | { readonly duty: string; readonly state: 'missing' | 'late'; readonly times: number }
type Within = { readonly months: number } | { readonly days: number }
export const triggerSchema: z.ZodType<Trigger> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(triggerSchema).min(1) }),
      z.strictObject({ any: z.array(triggerSchema).min(1) }),
      z.strictObject({
        figure: formulaSchema,
        compare: z.enum(['at-least', 'more-than', 'at-most', 'below']).meta({ title: '怎样比较' }),
        value: z.number(),
        within: z
          .union([z.strictObject({ months: z.number().int().positive() }), z.strictObject({ days: z.number().int().positive() })])
          .optional()
          .meta({ title: '在多长时间内', description: '期间中任何一段这么长的日子；不写为整个考核期间。' }),
      }),
      z.strictObject({ unit: conditionSchema }).meta({ title: '对单位事实的条件', description: '由有权的人查明以后填报；没有查明就是待查。' }),
      z.strictObject({ duty: slugSchema, state: z.enum(['missing', 'late']), times: z.number().int().positive() }).meta({ title: '职责没有做到几次' }),
    ]),
  )
  .meta({ id: 'Trigger', title: '触发条件' })

const accountabilitySchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    trigger: textSchema,
    officials: z.array(slugSchema).min(1),
    consequence: z.array(officialConsequenceSchema).min(1),
    when: triggerSchema.optional().meta({ title: '何时触发', description: '不写：原文没有可以计算的条件，由人认定。' }),
    backing: z.enum(['statutory', 'internal']),
    basis: z.array(basisSchema).optional(),
    checklist: z.array(textSchema).optional(),
    readings: z
      .array(z.strictObject({ id: slugSchema, title: titleSchema, when: triggerSchema.optional() }))
      .optional()
      .meta({ title: '两种读法', description: '可配置；结果须说明用了哪一种。' }),
    flags: z.array(textSchema).optional(),
  })
  .meta({ title: '追责' })
const roleSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    head: titleSchema.optional().meta({ title: '组长', description: '写职务，不写姓名。' }),
    area: titleSchema.optional().meta({ title: '片区', description: '原文按片区分组时写；边界原文没有写的，不编，由单位名册写区划代码。' }),
    lead: z.array(slugSchema).min(1).optional().meta({ title: '牵头单位', description: '不再写进 organs。' }),
    organs: z.array(slugSchema).min(1).meta({ title: '责任单位' }),
    tasks: z.array(textSchema).min(1),
    requires: requiresSchema.optional(),
    lawfulShare: textSchema.optional(),
  })
  .meta({ title: '分工' })

/** Where the text does not fix its own days. `inForce` is then the widest range they allow. */
const boundsSchema = z
  .strictObject({
    from: boundarySchema,
    to: z
      .array(
        z.strictObject({
          id: slugSchema,
          title: titleSchema,
          day: boundarySchema,
          clauses: z.array(clauseIdSchema).optional().meta({ title: '哪些条目写到它' }),
        }),
      )
      .min(1)
      .meta({ title: '哪天结束', description: '原文前后写了几个结束的，都写上，不替它选。' }),
  })
  .meta({ title: '起止的不确定范围', description: '起止不是确定的一天，或者原文有几个说法时写；inForce 写最宽的范围。' })

const lastOf = (ends: z.infer<typeof boundsSchema>['to']): string | undefined =>
  ends
    .map((end) => latestOf(end.day))
    .sort()
    .at(-1)

export const planSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: slugSchema,
    kind: z.literal('plan'),
    title: titleSchema,
    shortTitle: titleSchema,
    englishTitle: z.string().min(1),
    issuer: titleSchema,
    region: regionSchema,
    partOfRegion: z.literal(true).optional().meta({ title: '只在地区的一部分', description: '原文隐去了是哪一部分：研判不自动选用，记录要自己写明 plans。' }),
    issuedOn: z.union([localDateSchema, uncertainDaySchema]).nullable(),
    inForce: periodSchema,
    bounds: boundsSchema.optional(),
    legalForce: z.literal('normative-document').meta({ title: '效力', description: '方案是规范性文件，不能设定处罚和强制。' }),
    editions: z.array(instrumentEditionSchema).optional(),
    clauses: z.array(planClauseSchema).min(1),
    measures: z.array(planMeasureSchema),
    groups: z
      .array(z.strictObject({ id: slugSchema, title: titleSchema }))
      .optional()
      .meta({ title: '措施组合', description: '例如三没收一拘留三倒查。' }),
    stages: z.array(stageSchema),
    focus: z.array(focusSchema),
    duties: z.array(dutySchema),
    targets: z.array(targetSchema),
    statistics: z.array(statisticSchema).optional().meta({ title: '统计', description: '总结里报告的数字；不是目标。' }),
    accountability: z.array(accountabilitySchema),
    roles: z.array(roleSchema),
    note: noteSchema,
  })
  .refine(({ bounds, inForce }) => bounds === undefined || (inForce.from === earliestOf(bounds.from) && inForce.to === lastOf(bounds.to)), {
    path: ['inForce'],
    params: { kind: 'plan-bounds' },
  })
  .meta({ id: 'Plan', title: '方案' })
export type Plan = DeepReadonly<z.infer<typeof planSchema>>
export type PlanStage = Plan['stages'][number]
export type PlanFocus = Plan['focus'][number]
export type PlanDuty = Plan['duties'][number]
export type PlanAccountability = Plan['accountability'][number]
export type PlanRole = Plan['roles'][number]

/** Everyone a role names: those who lead, then those responsible. */
export const membersOf = (role: PlanRole): readonly string[] => [...(role.lead ?? []), ...role.organs]

/** What a clause can be encoded as, apart from rules: the items of the plan by the kind its encodings name. */
export const itemsByEncoding = (plan: Plan): Readonly<Record<Exclude<EncodingKind, 'rule'>, readonly { readonly id: string }[]>> => ({
  measure: plan.measures,
  focus: plan.focus,
  stage: plan.stages,
  duty: plan.duties,
  target: plan.targets,
  statistic: plan.statistics ?? [],
  accountability: plan.accountability,
  role: plan.roles,
})

/** The clauses of a source, written down before it is encoded: the list that the encoding is held against. */
export const sourceClausesSchema = z.strictObject({
  $schema: z.string().optional(),
  clauses: z.array(z.strictObject({ instrument: slugSchema, clause: clauseIdSchema, kinds: z.array(z.enum(clauseKinds)).min(1) })).min(1),
})
