/** A decided case as data: what a lawyer reads from the statutes on given facts, to be compared with what hegui says. */
import {
  articleSchema,
  backings,
  factIdSchema,
  localDateSchema,
  measureKinds,
  pathIdSchema,
  pendingTopics,
  recordSchema,
  slugSchema,
  verdicts,
  withheldReasons,
} from '@hegui/model'
import * as z from 'zod'

const rangeSchema = z.strictObject({ min: z.number().nullable(), max: z.number().nullable() })

/** The article that decides the point. `unread`: the case is about an edition whose wording nobody read. */
const decidesSchema = z.strictObject({ instrument: slugSchema, article: articleSchema, edition: slugSchema, unread: z.literal(true).optional() })

const measureSchema = z.strictObject({
  conduct: slugSchema.optional(),
  norm: pathIdSchema,
  kind: z.enum(measureKinds),
  object: z.string().optional(),
  on: z.enum(['party', 'principal', 'responsible-persons', 'unsettled']).optional(),
  force: z.enum(['must', 'may']).optional(),
  amountYuan: rangeSchema.optional(),
  days: rangeSchema.optional(),
  authority: z.array(slugSchema).min(1).optional(),
  status: z.enum(['firm', 'provisional']).optional(),
  tier: z.string().optional(),
  edition: slugSchema.optional(),
  article: articleSchema.optional(),
  /** A measure is expected to be proposed unless this says that it is only shown. */
  proposed: z.boolean().optional(),
})

const dueSchema = z.strictObject({
  date: localDateSchema.nullable().optional(),
  earliest: localDateSchema.optional(),
  latest: localDateSchema.optional(),
  certain: z.boolean().optional(),
})

const expectSchema = z
  .strictObject({
    findings: z.record(pathIdSchema, z.enum(verdicts)),
    /** Norms of which at least one measure is proposed. */
    norms: z.array(pathIdSchema).min(1),
    /** Norms whose measures are shown, and none proposed. */
    notProposed: z.array(z.strictObject({ norm: pathIdSchema, backing: z.enum(backings).optional(), withheldBy: z.enum(withheldReasons).optional() })).min(1),
    /** Norms that do not apply at all: not even shown. */
    absent: z.array(pathIdSchema).min(1),
    /** Measures that must be among those given, each with everything written here. */
    measures: z.array(measureSchema).min(1),
    /** Measures that must not be among them. */
    noMeasures: z.array(measureSchema.partial()).min(1),
    actions: z
      .array(z.strictObject({ template: slugSchema, conduct: slugSchema.optional(), assignee: slugSchema.nullable(), due: dueSchema.optional() }))
      .min(1),
    noActions: z.array(z.strictObject({ template: slugSchema.optional(), assignee: slugSchema.optional() })).min(1),
    questions: z.array(factIdSchema).min(1),
    editionChoices: z.array(z.looseObject({ norm: pathIdSchema, outcome: z.enum(['same', 'conduct-day', 'decision-day', 'undetermined']) })).min(1),
    concurrence: z
      .array(z.looseObject({ kind: z.enum(['one-fine', 'open-question', 'detention-cap', 'beside']), applied: z.string().nullable().optional() }))
      .min(1),
    circumstances: z.array(z.looseObject({ circumstance: slugSchema, state: z.enum(['established', 'open', 'not-shown']) })).min(1),
    pending: z.array(z.strictObject({ topic: z.enum(pendingTopics), conduct: slugSchema.optional() })).min(1),
    /** Facts that must not be asked, and reasoning that must not be done at all: by fact, norm, kind, circumstance and topic. */
    noQuestions: z.array(factIdSchema).min(1),
    noEditionChoices: z.array(pathIdSchema).min(1),
    noConcurrence: z.array(z.enum(['one-fine', 'open-question', 'detention-cap', 'beside'])).min(1),
    noCircumstances: z.array(slugSchema).min(1),
    noPending: z.array(z.enum(pendingTopics)).min(1),
  })
  .partial()
  .refine((expected) => Object.keys(expected).length > 0, { message: 'a case expects something' })

const legalCaseSchema = z.strictObject({
  name: z.string().regex(/\p{Script=Han}.*。$/su),
  record: recordSchema,
  decidedOn: localDateSchema.optional(),
  decides: z.array(decidesSchema).min(1),
  expect: expectSchema,
  /** How the article leads to the result, where the name does not say it. */
  note: z.string().min(1).optional(),
})
export type LegalCase = z.infer<typeof legalCaseSchema>

export const legalCasesSchema = z.strictObject({ area: z.string().min(1), cases: z.array(legalCaseSchema).min(1) })
