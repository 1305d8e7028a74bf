/** JSON Schemas of everything a person edits, so that an editor completes and explains each field in Chinese. */
import * as z from 'zod'
import { aggregateSchema } from './aggregate.js'
import { appraisalSchema } from './appraisal.js'
import { appraisalFileSchema } from './appraisal-input.js'
import { assessmentSchema } from './assessment.js'
import { benchmarkSchema } from './benchmark.js'
import { circumstanceCasesSchema, ruleCasesSchema } from './case.js'
import { caseProgressSchema } from './case-progress.js'
import { caseStatusSchema } from './case-status.js'
import { circumstanceSchema } from './circumstance.js'
import { instrumentSchema } from './law.js'
import { conditionFileSchema, factFileSchema, organFileSchema, packSchema, procedureFileSchema } from './pack.js'
import { planSchema } from './plan.js'
import { principleSchema } from './principle.js'
import { propertyTitles } from './property-titles.js'
import { recordSchema } from './record.js'
import { ruleSchema } from './rule.js'
import { summaryColumnsSchema } from './summary-columns.js'

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
  principle: principleSchema,
  circumstance: circumstanceSchema,
  'circumstance-cases': circumstanceCasesSchema,
  benchmark: benchmarkSchema,
  plan: planSchema,
  pack: packSchema,
  assessment: assessmentSchema,
  'appraisal-file': appraisalFileSchema,
  aggregate: aggregateSchema,
  appraisal: appraisalSchema,
  'summary-columns': summaryColumnsSchema,
  'case-progress': caseProgressSchema,
  'case-status': caseStatusSchema,
} as const
export type DocumentKind = keyof typeof documentSchemas

export const schemaId = (kind: DocumentKind): string => `https://hegui.dev/schemas/${kind}.schema.json`

type JsonObject = Record<string, unknown>

/** Titles that say only how a value is written. A property's own name says more. */
const formTitles: ReadonlySet<unknown> = new Set([undefined, '标识', '两段标识', '中文名称', '事实标识', '依据', '期间', '方案条目', '条款', '日期'])

/** The JSON Schema (draft 2020-12) of one kind of document, in its written form. Each property has a Chinese title. */
export function jsonSchemaOf(kind: DocumentKind): JsonObject {
  const { $schema, ...schema } = z.toJSONSchema(documentSchemas[kind], { io: 'input', target: 'draft-2020-12' }) as JsonObject
  const { title } = documentSchemas[kind].meta() ?? {}
  return withTitles({ $schema, $id: schemaId(kind), title, ...schema }) as JsonObject
}

function withTitles(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withTitles)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'properties' ? Object.fromEntries(Object.entries(value as JsonObject).map(titled)) : withTitles(value),
    ]),
  )
}

function titled([name, schema]: readonly [string, unknown]): readonly [string, unknown] {
  const property = withTitles(schema) as JsonObject
  const title = Object.hasOwn(propertyTitles, name) ? propertyTitles[name] : undefined
  return [
    name,
    title !== undefined && property['$ref'] === undefined && formTitles.has(property['title'])
      ? { title, ...property, ...(property['title'] === undefined ? {} : { title }) }
      : property,
  ]
}
