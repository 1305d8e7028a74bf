/** The worker thread of `hegui assess --jobs`: loads the packs once, then assesses batch after batch. */
import { workerData } from 'node:worker_threads'
import type { Batch } from '../input/batch.js'
import { rulesetOf } from '../input/ruleset-of.js'
import { batchAssessor } from './assess-batch.js'
import type { WorkerAnswer, WorkerSetup } from './assessor.js'

const { packs, hashes, settings } = workerData as WorkerSetup
const loaded = await rulesetOf(packs)
const same = loaded.ok && loaded.ruleset.packs.map((pack) => pack.hash).join() === hashes.join()
const assessBatch = same ? batchAssessor(loaded.ruleset, settings) : undefined

/** What piscina calls for each batch. */
// biome-ignore lint/style/noDefaultExport: piscina calls the default export of a worker's module
export default function run(batch: Batch): WorkerAnswer {
  if (assessBatch === undefined) return { ok: false, error: 'the packs changed while they were being loaded' }
  try {
    return { ok: true, result: assessBatch(batch) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}
