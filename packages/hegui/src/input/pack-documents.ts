/** Which documents are parts of a pack, and the schema that gives each its order. */
import { basename } from 'node:path'
import { documentSchemas, sourceClausesSchema } from '@hegui/model'
import { kindOf } from './documents.js'

type Schema = (typeof documentSchemas)[keyof typeof documentSchemas] | typeof sourceClausesSchema

/** None for records, results and whatever is no part of a pack: those are not laid out anew. */
export function packSchemaOf(file: string, value: unknown): Schema | undefined {
  if (basename(file) === 'pack.json') return documentSchemas.pack
  const kind = kindOf(file, value)
  switch (kind) {
    case 'clauses':
      return sourceClausesSchema
    case 'record':
    case 'case-progress':
    case 'appraisal-file':
    case 'result':
    case 'unknown':
      return undefined
    default:
      return documentSchemas[kind]
  }
}
