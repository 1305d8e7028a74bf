/** A pack: everything one npm package contributes, as plain data. */
import * as z from 'zod'
import { benchmarkSchema } from './benchmark.js'
import { ruleCasesSchema } from './case.js'
import { caseProcedureSchema } from './case-procedure.js'
import { circumstanceSchema } from './circumstance.js'
import { namedConditionSchema } from './condition.js'
import { factDefinitionSchema, factExtensionSchema } from './fact.js'
import { instrumentSchema } from './law.js'
import { organSchema } from './organ.js'
import { planSchema } from './plan.js'
import { slugSchema, titleSchema } from './primitives.js'
import { principleSchema } from './principle.js'
import { actionTemplateSchema, timeLimitSchema } from './procedure.js'
import type { DeepReadonly } from './readonly.js'
import { ruleSchema } from './rule.js'

export const factFileSchema = z
  .strictObject({ $schema: z.string().optional(), facts: z.array(factDefinitionSchema).optional(), extensions: z.array(factExtensionSchema).optional() })
  .meta({ id: 'FactFile', title: '事实文件' })
export const organFileSchema = z.strictObject({ $schema: z.string().optional(), organs: z.array(organSchema) }).meta({ id: 'OrganFile', title: '机关文件' })
export const procedureFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    timeLimits: z.array(timeLimitSchema).optional(),
    actions: z.array(actionTemplateSchema).optional(),
    caseProcedures: z.array(caseProcedureSchema).optional(),
  })
  .meta({ id: 'ProcedureFile', title: '程序文件' })
export const conditionFileSchema = z
  .strictObject({ $schema: z.string().optional(), conditions: z.array(namedConditionSchema) })
  .meta({ id: 'ConditionFile', title: '命名条件文件' })

export const packSchema = z
  .strictObject({
    id: slugSchema,
    title: titleSchema,
    version: z.string().regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/),
    facts: z.array(factDefinitionSchema),
    extensions: z.array(factExtensionSchema),
    conditions: z.array(namedConditionSchema),
    organs: z.array(organSchema),
    instruments: z.array(instrumentSchema),
    principles: z.array(principleSchema),
    circumstances: z.array(circumstanceSchema),
    benchmarks: z.array(benchmarkSchema),
    timeLimits: z.array(timeLimitSchema),
    actions: z.array(actionTemplateSchema),
    caseProcedures: z.array(caseProcedureSchema),
    rules: z.array(ruleSchema),
    plans: z.array(planSchema),
    cases: z.array(ruleCasesSchema).optional().meta({ title: '案例', description: '发布的规则包把案例放在单独的入口；写了就要求每条规则都有案例。' }),
  })
  .meta({ id: 'Pack', title: '规则包' })
export type Pack = DeepReadonly<z.infer<typeof packSchema>>
