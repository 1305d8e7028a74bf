/** The canonical form of a document: one order, one layout, the meaning untouched. */
import type * as z from 'zod'
import type { Problem } from '../problems/problem.js'
import { type ReadJsonOptions, readTree } from '../text/read-json.js'
import { arrange } from './arrange.js'
import { layout } from './layout.js'

export type Formatted =
  /** `text` is the text as it was where no schema was named: such a document is somebody else's to lay out. */
  { readonly ok: true; readonly text: string; readonly known: boolean } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * The text with its keys in the order of the schema that `schemaOf` names for its value. Only strict JSON is formatted:
 * what has two readings – a key written twice, a number that cannot be held – is reported, and nothing is written in its
 * place. A departure from the schema is no hindrance: what the schema does not know is kept.
 */
export function formatDocument(text: string, schemaOf: (value: unknown) => z.ZodType | undefined, options: ReadJsonOptions = {}): Formatted {
  const { tree, value, problems } = readTree(text, options)
  if (tree === undefined) return { ok: false, problems }
  const schema = schemaOf(value)
  return schema === undefined ? { ok: true, text, known: false } : { ok: true, text: layout(arrange(tree, schema, text)), known: true }
}
