/**
 * `hegui assess --format json`: records in, lines of assessments out, however many there are.
 *
 * Reading, assessing and writing wait for one another: what is under way is bounded by the window of the assessor.
 */
import { createHash, type Hash } from 'node:crypto'
import type { Ruleset } from '@hegui/engine'
import { type Problem, problem } from '@hegui/model'
import type { Output } from '../commands/output.js'
import { progressOver } from '../commands/progress-bar.js'
import { notWritten } from '../commands/write-file.js'
import { batchesOf } from '../input/batches.js'
import type { PlacedBatch } from '../input/placed-batch.js'
import type { BatchResult } from './assess-batch.js'
import { assessor } from './assessor.js'
import type { BulkArguments } from './bulk-arguments.js'
import { clashes } from './clashes.js'
import { inOrder } from './in-order.js'
import { type Checkpoint, type Counted, chained, digestOf, type Journal, journalOf, openJournal, type RunKey } from './journal.js'
import { openPart, type PartFile, takePlace } from './part-file.js'
import { finishRenaming, keyOf, resumeFrom, type StartingPoint } from './resume.js'

/** `say` takes problems as they are found. What an interrupted run had already found counts as `earlier`. */
export interface BulkResult {
  readonly earlier: number
}

/** How often a place to go on from is put on the disk, in milliseconds; on a slow disk it takes this share of the time and no more. */
const checkpointEvery = 200
const checkpointShare = 0.1

interface Outputs {
  readonly out?: PartFile
  readonly rejects?: PartFile
  readonly journal?: Journal
}

/** A batch, and what the journal says once it is written. */
interface Tracked extends PlacedBatch {
  readonly file: number
  readonly hash: string
  readonly before: string
}

export async function bulkRun(args: BulkArguments, ruleset: Ruleset, say: (problems: readonly Problem[]) => void, output: Output): Promise<BulkResult> {
  const clashing = clashes(args)
  if (clashing.length > 0) {
    say(clashing)
    return { earlier: 0 }
  }
  const key = keyOf(args, ruleset)
  const start = args.resume && args.out !== undefined ? await resumeFrom(args.out, args.rejects, key) : { kind: 'fresh' as const }
  if (start.kind === 'refused') {
    say(start.problems)
    return { earlier: 0 }
  }
  const earlier = start.kind === 'fresh' ? { rejected: 0, errors: 0 } : start.checkpoint
  const count = { rejected: earlier.rejected, errors: earlier.errors }
  if (start.kind !== 'done') {
    const opened = await openOutputs(args, key, start)
    if (!opened.ok) {
      say([opened.problem])
      return { earlier: earlier.errors }
    }
    if (!(await written(args, ruleset, start, opened.outputs, count, say, output))) return { earlier: earlier.errors }
  } else if (args.out !== undefined) {
    const failed = await finishRenaming(args.out, args.rejects)
    if (failed !== undefined) say([failed])
  }
  if (args.rejects !== undefined && count.rejected > 0)
    say([{ ...problem('HG6039', [], { count: String(count.rejected), file: args.rejects }), file: args.rejects }])
  return { earlier: earlier.errors }
}

type Opened = { readonly ok: true; readonly outputs: Outputs } | { readonly ok: false; readonly problem: Problem }

async function openOutputs(args: BulkArguments, key: RunKey, start: StartingPoint): Promise<Opened> {
  const at = start.kind === 'after' ? start.checkpoint : undefined
  const opened: PartFile[] = []
  let file = ''
  try {
    const part = async (name: string, keep: number | undefined): Promise<PartFile> => {
      file = name
      const fresh = await openPart(name, keep)
      opened.push(fresh)
      return fresh
    }
    const out = args.out === undefined ? {} : { out: await part(args.out, at?.out) }
    const rejects = args.rejects === undefined ? {} : { rejects: await part(args.rejects, at?.rejects) }
    if (args.out === undefined) return { ok: true, outputs: rejects }
    file = journalOf(args.out)
    return { ok: true, outputs: { ...out, ...rejects, journal: openJournal(file, key, at !== undefined) } }
  } catch (error) {
    for (const part of opened) await part.close()
    return { ok: false, problem: notWritten(file, error) }
  }
}

/** False: writing failed, and was said; the parts and the journal stay, so that the run can be gone on with. */
async function written(
  args: BulkArguments,
  ruleset: Ruleset,
  start: StartingPoint,
  outputs: Outputs,
  count: { rejected: number; errors: number },
  say: (problems: readonly Problem[]) => void,
  output: Output,
): Promise<boolean> {
  const workers = await assessor(args.jobs, ruleset, args.packs, args.settings)
  const progress = await progressOver(args.files, args.language)
  let due = Number.NEGATIVE_INFINITY
  try {
    for await (const [each, result] of inOrder(
      tracked(args, ruleset, start, outputs.journal !== undefined, progress.read),
      ({ batch }) => workers.run(batch),
      workers.window,
    )) {
      const failed = await write(result, outputs, output)
      if (failed !== undefined) {
        say([failed])
        return false
      }
      count.rejected += result.rejected
      count.errors += result.problems.filter((found) => found.severity === 'error').length
      if (args.rejects === undefined || result.rejected === 0) say(result.problems)
      if (outputs.journal === undefined || performance.now() < due) continue
      const begun = performance.now()
      const unsynced = await checkpoint(each, outputs, count)
      if (unsynced !== undefined) {
        say([unsynced])
        return false
      }
      due = performance.now() + Math.max(checkpointEvery, (performance.now() - begun) / checkpointShare)
    }
  } finally {
    progress.stop()
    await workers.close()
  }
  const failed = await finish(outputs, count)
  if (failed !== undefined) say([failed])
  return failed === undefined
}

async function* tracked(
  args: BulkArguments,
  ruleset: Ruleset,
  start: StartingPoint,
  hashed: boolean,
  onRead: (bytes: number) => void,
): AsyncGenerator<Tracked> {
  const at = start.kind === 'after' ? start : undefined
  let before = at?.checkpoint.before ?? ''
  for (let file = at?.checkpoint.file ?? 0; file < args.files.length; file++) {
    const from = file === at?.checkpoint.file ? at : undefined
    const hash: Hash | undefined = hashed ? (from?.hash ?? createHash('sha256')) : undefined
    const options = {
      facts: ruleset.vocabulary.facts,
      maxLineBytes: args.maxLineBytes,
      onRead,
      ...(hash === undefined ? {} : { hash }),
      ...(from === undefined ? {} : { from: from.place }),
    }
    for await (const each of batchesOf(args.files[file] as string, options)) yield { ...each, file, hash: hash === undefined ? '' : digestOf(hash), before }
    if (hash !== undefined) before = chained(before, digestOf(hash))
  }
}

async function write(result: BatchResult, outputs: Outputs, output: Output): Promise<Problem | undefined> {
  let file = outputs.out?.file ?? ''
  try {
    if (outputs.out !== undefined) await outputs.out.write(result.out)
    else if (result.out.length > 0) {
      if (output.bytes === undefined) output.out(new TextDecoder().decode(result.out))
      else output.bytes(result.out)
      await output.drained?.()
    }
    if (outputs.rejects === undefined) return undefined
    file = outputs.rejects.file
    await outputs.rejects.write(result.rejects)
    return undefined
  } catch (error) {
    return notWritten(file, error)
  }
}

async function checkpoint(each: Tracked, { out, rejects, journal }: Outputs, count: Counted): Promise<Problem | undefined> {
  try {
    await out?.sync()
    await rejects?.sync()
    const { file, hash, before, after } = each
    const said: Checkpoint = { file, ...after, hash, before, out: out?.size() ?? 0, rejects: rejects?.size() ?? 0, ...count }
    journal?.add(said)
    return undefined
  } catch (error) {
    return notWritten(out?.file ?? '', error)
  }
}

/** All or nothing: the parts take their places once both are whole and on the disk. */
async function finish({ out, rejects, journal }: Outputs, count: Counted): Promise<Problem | undefined> {
  let file = ''
  try {
    for (const part of [rejects, out])
      if (part !== undefined) {
        file = part.file
        await part.sync()
        await part.close()
      }
    journal?.done(count)
    for (const part of [rejects, out])
      if (part !== undefined) {
        file = part.file
        await takePlace(part.file)
      }
    journal?.remove()
    return undefined
  } catch (error) {
    return notWritten(file, error)
  }
}
