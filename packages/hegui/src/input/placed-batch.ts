/** Batches with their places: what reading hands on, and where it can begin again. */
import type { Hash } from 'node:crypto'
import type { Batch } from './batch.js'
import type { Facts } from './table-columns.js'

export type Form = 'lines' | 'document' | 'table'

/** Where to go on in a file: bytes of lines, records of a document, rows of a table that are done. */
export interface Place {
  readonly form: Form
  readonly at: number
  readonly line: number
}

export interface PlacedBatch {
  readonly batch: Batch
  readonly after: Place
}

export interface BatchOptions {
  /** What the columns of a table are read by. */
  readonly facts: Facts
  readonly maxLineBytes: number
  /** Bytes read since the last call. */
  readonly onRead?: (bytes: number) => void
  /** Has taken the bytes before the place after a batch, when that batch is given; of a document or a table, the whole file. */
  readonly hash?: Hash
  readonly from?: Place
}
