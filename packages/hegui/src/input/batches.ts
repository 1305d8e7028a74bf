/**
 * A file of records as batches in its order, each with the place to go on from after it.
 *
 * NDJSON is read line by line, standard input too; a JSON document is read whole, a table through DuckDB in chunks.
 */
import { isUtf8 } from 'node:buffer'
import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type Path, problem, readJson } from '@hegui/model'
import { type Batch, refused } from './batch.js'
import { namesLines } from './documents.js'
import { type Cut, cutLines } from './line-cutter.js'
import { looksLikeLines } from './looks-like-lines.js'
import type { BatchOptions, Place, PlacedBatch } from './placed-batch.js'
import { type StreamedRecord, systemReason } from './records.js'

export const defaultMaxLineBytes = 16_777_216
const tableByName = /\.(?:csv|tsv|parquet)$/i
const chunkBytes = 1 << 16

/** Ends at the end of the file, or where it cannot be read any further: then the last batch says why. */
export async function* batchesOf(file: string, options: BatchOptions): AsyncGenerator<PlacedBatch> {
  const name = file === '-' ? '<stdin>' : file
  let last: Place = options.from ?? { form: 'lines', at: 0, line: 1 }
  try {
    for await (const each of sourceOf(file, name, options)) {
      last = each.after
      yield each
    }
  } catch (error) {
    // Errors of the system only: those of a line or a row are in its record.
    if (!(error instanceof Error && 'code' in error)) throw error
    const reason = systemReason(error)
    yield {
      batch: { kind: 'unreadable', file: name, problems: [{ ...problem('HG1009', [], { file: name, detail: reason.zh, detailEn: reason.en }), file: name }] },
      after: last,
    }
  }
}

async function* sourceOf(file: string, name: string, options: BatchOptions): AsyncGenerator<PlacedBatch> {
  const { from, hash } = options
  if (tableByName.test(file)) {
    const { tableBatches } = await import('./table-batches.js')
    return yield* tableBatches(file, options.facts, options)
  }
  if (namesLines(file) || from?.form === 'lines') return yield* inLines(name, bytesOf(file, from?.at ?? 0, options), options)
  const chunks = bytesOf(file, 0, options)
  const look = await looksLikeLines(chunks)
  if (look.lines) return yield* inLines(name, look.chunks, options)
  yield* inDocument(name, await whole(look.chunks, hash), from?.at ?? 0)
}

async function* bytesOf(file: string, start: number, { onRead }: BatchOptions): AsyncGenerator<Buffer> {
  const stream: AsyncIterable<Buffer> = file === '-' ? process.stdin : createReadStream(file, { start, highWaterMark: chunkBytes })
  for await (const chunk of stream) {
    onRead?.(chunk.length)
    yield chunk
  }
}

async function* inLines(file: string, chunks: AsyncIterable<Buffer>, { maxLineBytes, hash, from }: BatchOptions): AsyncGenerator<PlacedBatch> {
  const start = from === undefined ? {} : { start: { offset: from.at, line: from.line } }
  for await (const cut of cutLines(chunks, { maxLineBytes, ...(hash === undefined ? {} : { hash }), ...start }))
    yield { batch: batchOf(cut, file, maxLineBytes), after: { form: 'lines', at: cut.after.offset, line: cut.after.line } }
}

function batchOf(cut: Cut, file: string, limit: number): Batch {
  if (cut.kind === 'lines') return { kind: 'lines', file, firstLine: cut.firstLine, bytes: cut.bytes }
  return {
    kind: 'items',
    file,
    items: [{ line: cut.line, text: `${cut.head.toString('utf8')}…`, problems: [problem('HG6031', [], { limit: String(limit) })] }],
  }
}

async function whole(chunks: AsyncIterable<Buffer>, hash: Hash | undefined): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const chunk of chunks) {
    hash?.update(chunk)
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

/** A list gives its records one by one, so that no more results than one wait to be written. */
function* inDocument(file: string, bytes: Buffer, done: number): Generator<PlacedBatch> {
  const text = bytes.toString('utf8')
  const read = isUtf8(bytes) ? readJson(text, { file }) : refused(file, lineOfBadByte(bytes), [problem('HG6032', [])])
  const values: readonly (readonly [unknown, Path])[] = Array.isArray(read.value)
    ? read.value.map((value: unknown, index) => [value, [index]])
    : [[read.value, []]]
  for (let index = done; index < values.length; index++) {
    const [value, path] = values[index] as readonly [unknown, Path]
    // A place takes the tree of the whole document: only what is wrong is worth it.
    const record: StreamedRecord = {
      file,
      read,
      path,
      value,
      get line() {
        return read.locate(path).start.line
      },
      get text() {
        return read.value === undefined ? text : text.slice(read.locate(path).start.offset, read.locate(path).end.offset)
      },
    }
    yield { batch: { kind: 'records', file, records: [record] }, after: { form: 'document', at: index + 1, line: 1 } }
  }
}

function lineOfBadByte(bytes: Buffer): number {
  let line = 1
  for (let at = 0; ; line++) {
    const feed = bytes.indexOf(0x0a, at)
    if (feed < 0 || !isUtf8(bytes.subarray(at, feed))) return line
    at = feed + 1
  }
}
