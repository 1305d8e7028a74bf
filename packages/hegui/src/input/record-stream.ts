/** Records of a file one by one, however long it is: NDJSON line by line, a JSON document whole, a table in chunks. */
import type { Problem } from '@hegui/model'
import { recordsOf } from './batch.js'
import { batchesOf, defaultMaxLineBytes } from './batches.js'
import type { StreamedRecord } from './records.js'
import type { Facts } from './table-columns.js'

/** What is given back: a record as it was written, or why the file could not be read (any further). `onRead`: bytes read since the last call. */
export async function* recordStream(
  file: string,
  facts: Facts,
  { onRead, maxLineBytes = defaultMaxLineBytes }: { readonly onRead?: (bytes: number) => void; readonly maxLineBytes?: number } = {},
): AsyncGenerator<StreamedRecord | Problem> {
  for await (const { batch } of batchesOf(file, { facts, maxLineBytes, ...(onRead === undefined ? {} : { onRead }) })) {
    if (batch.kind === 'unreadable') yield* batch.problems
    else yield* recordsOf(batch)
  }
}
