import type { BatchOptions, PlacedBatch } from './batches.js'
export async function* tableBatches(_file: string, _options: BatchOptions): AsyncGenerator<PlacedBatch> {
  throw new Error('not yet')
}
