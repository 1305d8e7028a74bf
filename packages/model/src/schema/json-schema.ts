/** JSON Schemas of everything a person edits, so that an editor completes and explains each field in Chinese. */
import * as z from 'zod'
import { assessmentSchema } from './assessment.js'
import { ruleCasesSchema } from './case.js'
import { instrumentSchema } from './law.js'
import { conditionFileSchema, factFileSchema, organFileSchema, packSchema, procedureFileSchema } from './pack.js'
import { planSchema } from './plan.js'
import { recordSchema } from './record.js'
import { ruleSchema } from './rule.js'

/** File name (without `.schema.json`) → the schema that such a file follows. */
export const documentSchemas = {
  record: recordSchema,
  rule: ruleSchema,
  cases: ruleCasesSchema,
  facts: factFileSchema,
  conditions: conditionFileSchema,
  organs: organFileSchema,
  instrument: instrumentSchema,
  procedures: procedureFileSchema,
  plan: planSchema,
  pack: packSchema,
  assessment: assessmentSchema,
} as const
export type DocumentKind = keyof typeof documentSchemas

/** The JSON Schema (draft 2020-12) of one kind of document, in its written form. */
export function jsonSchemaOf(kind: DocumentKind): Record<string, unknown> {
  return z.toJSONSchema(documentSchemas[kind], { io: 'input', target: 'draft-2020-12' }) as Record<string, unknown>
}
