/** Who assesses batches: this thread, or worker threads that each load the packs once. */
import { availableParallelism } from 'node:os'
import type { Ruleset } from '@hegui/engine'
import { problem } from '@hegui/model'
import type { Batch } from '../input/batch.js'
import { type BatchResult, type BatchSettings, batchAssessor, refuseBatch } from './assess-batch.js'

export interface Assessor {
  readonly run: (batch: Batch) => BatchResult | Promise<BatchResult>
  /** How many batches may be under way. */
  readonly window: number
  readonly close: () => Promise<void>
}

export interface WorkerSetup {
  readonly packs: readonly string[]
  /** Of the packs as the main thread read them: they may have changed on disk since. */
  readonly hashes: readonly string[]
  readonly settings: BatchSettings
}

/** A worker that fails says so; one that dies says nothing, and its task is rejected. */
export type WorkerAnswer = { readonly ok: true; readonly result: BatchResult } | { readonly ok: false; readonly error: string }

export type Jobs = number | 'auto'

export const jobsOf = (jobs: Jobs): number => (jobs === 'auto' ? availableParallelism() : jobs)

export async function assessor(jobs: number, ruleset: Ruleset, packs: readonly string[], settings: BatchSettings): Promise<Assessor> {
  const here = batchAssessor(ruleset, settings)
  if (jobs === 1) return { run: here, window: 1, close: async () => undefined }
  const { Piscina } = await import('piscina')
  const setup: WorkerSetup = { packs, hashes: ruleset.packs.map((pack) => pack.hash), settings }
  const pool = new Piscina({ filename: new URL('./assess-worker.js', import.meta.url).href, minThreads: jobs, maxThreads: jobs, workerData: setup })
  const run = async (batch: Batch): Promise<BatchResult> => {
    // Parts of a document carry the tree they are placed by, which is not handed over.
    if (batch.kind === 'records' || batch.kind === 'unreadable') return here(batch)
    let answer: WorkerAnswer
    try {
      // A view is handed over with all the memory it looks at: hand over its own bytes.
      answer = (await pool.run(batch.kind === 'lines' ? { ...batch, bytes: new Uint8Array(batch.bytes) } : batch)) as WorkerAnswer
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      return refuseBatch(batch, (from, to) => problem('HG6033', [], { from: String(from), to: String(to), detail, detailEn: detail }))
    }
    if (!answer.ok) throw new Error(answer.error)
    return answer.result
  }
  return { run, window: jobs * 2 + 1, close: () => pool.destroy() }
}
