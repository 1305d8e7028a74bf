/** Batches: some records of a file, in their order, as they are handed to whoever assesses them. */
import { isUtf8 } from 'node:buffer'
import { type Problem, problem, type ReadJson, readJson } from '@hegui/model'
import type { StreamedRecord } from './records.js'

export type Batch =
  /** Whole lines of NDJSON. */
  | { readonly kind: 'lines'; readonly file: string; readonly firstLine: number; readonly bytes: Uint8Array }
  /** Texts of one record each: rows of a table, or a line that is refused as it stands. */
  | { readonly kind: 'items'; readonly file: string; readonly items: readonly Item[] }
  /** Parts of a document that was read whole. */
  | { readonly kind: 'records'; readonly file: string; readonly records: readonly StreamedRecord[] }
  /** The file could not be read, or not any further. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly problems: readonly Problem[] }

export interface Item {
  /** Line of the file, or row of the table, from 1. */
  readonly line: number
  readonly text: string
  /** Given: what is wrong with it already. */
  readonly problems?: readonly Problem[]
}

/** The records of a batch. Blank lines are none. */
export function* recordsOf(batch: Exclude<Batch, { kind: 'unreadable' }>): Generator<StreamedRecord> {
  switch (batch.kind) {
    case 'lines':
      return yield* linesOf(batch)
    case 'items':
      for (const { line, text, problems } of batch.items) {
        const read = problems === undefined ? inRow(readJson(text, { file: batch.file, firstLine: line })) : refused(batch.file, line, problems)
        yield { file: batch.file, line, text, read, path: [], value: read.value }
      }
      return
    case 'records':
      return yield* batch.records
    default:
      return batch satisfies never
  }
}

function* linesOf({ file, firstLine, bytes }: Extract<Batch, { kind: 'lines' }>): Generator<StreamedRecord> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const clean = isUtf8(buffer)
  let number = firstLine
  for (let at = 0; at < buffer.length; number++) {
    const feed = buffer.indexOf(0x0a, at)
    const end = feed < 0 ? buffer.length : feed
    const text = buffer.toString('utf8', at, end)
    if (text.trim() !== '') {
      const read = clean || isUtf8(buffer.subarray(at, end)) ? readJson(text, { file, firstLine: number }) : refused(file, number, [problem('HG6032', [])])
      yield { file, line: number, text, read, path: [], value: read.value }
    }
    at = end + 1
  }
}

/** The text was made up from the row: a column in it is none of the table. */
const inRow = (read: ReadJson): ReadJson => ({
  ...read,
  locate: (path, part) => {
    const { line } = read.locate(path, part).start
    const start = { line, column: 1, offset: 0 }
    return { start, end: start }
  },
})

/** Something that is not even looked into, at the beginning of its line. */
export function refused(file: string, line: number, problems: readonly Problem[]): ReadJson {
  const start = { line, column: 1, offset: 0 }
  const range = { start, end: start }
  return { value: undefined, problems: problems.map((found) => ({ range, ...found, file })), locate: () => range }
}
