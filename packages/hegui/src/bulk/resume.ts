/** Where an interrupted run is gone on with, and why it cannot be. */
import type { Hash } from 'node:crypto'
import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { engineVersion, type Ruleset } from '@hegui/engine'
import { type Problem, problem } from '@hegui/model'
import { notWritten } from '../commands/write-file.js'
import type { Place } from '../input/placed-batch.js'
import type { BulkArguments } from './bulk-arguments.js'
import {
  type Checkpoint,
  type Counted,
  chained,
  digestOf,
  earlierRun,
  hashOfFile,
  identified,
  journalOf,
  journalSchema,
  placeOf,
  type RunKey,
} from './journal.js'
import { partOf, takePlace } from './part-file.js'

export type StartingPoint =
  | { readonly kind: 'fresh' }
  /** `hash` has taken what was read of the file; it goes on from there. */
  | { readonly kind: 'after'; readonly checkpoint: Checkpoint; readonly place: Place; readonly hash: Hash }
  /** Only the renaming is left. */
  | { readonly kind: 'done'; readonly checkpoint: Counted }

export function keyOf(args: BulkArguments, ruleset: Ruleset): RunKey {
  const { explain, decidedOn } = args.settings
  return {
    schema: journalSchema,
    hegui: engineVersion,
    files: args.files.map(identified),
    packs: ruleset.packs.map(({ id, version, hash }) => `${id}@${version} ${hash}`),
    options: { explain, maxLineBytes: args.maxLineBytes, rejects: args.rejects ?? false, ...(decidedOn === undefined ? {} : { decidedOn }) },
  }
}

/** No journal: nothing was interrupted, and the run begins at the beginning. */
export async function resumeFrom(
  out: string,
  rejects: string | undefined,
  key: RunKey,
): Promise<StartingPoint | { readonly kind: 'refused'; readonly problems: readonly Problem[] }> {
  const refused = (...reasons: readonly (readonly [string, string])[]) => ({
    kind: 'refused' as const,
    problems: reasons.map(([what, whatEn]) => ({ ...problem('HG6034', [], { what, whatEn }), file: journalOf(out) })),
  })
  if (key.files.some(({ path }) => path === '-'))
    return refused(['标准输入读过就没有了，先存成文件', 'standard input cannot be read again; save it to a file first'])
  const earlier = earlierRun(journalOf(out))
  if (earlier === undefined) return { kind: 'fresh' }
  const changed = differences(earlier.key, key)
  if (changed.length > 0) return refused(...changed)
  if (earlier.done !== undefined) return { kind: 'done', checkpoint: earlier.done }
  const { last } = earlier
  if (last === undefined) return { kind: 'fresh' }
  const missing = [[out, last.out] as const, ...(rejects === undefined ? [] : [[rejects, last.rejects] as const])].flatMap(([file, size]) =>
    (statSync(partOf(file), { throwIfNoEntry: false })?.size ?? -1) < size ? [[`${partOf(file)} 不全`, `${partOf(file)} is not whole`] as const] : [],
  )
  if (missing.length > 0) return refused(...missing)
  const before = await filesBefore(key, last.file)
  const path = key.files[last.file]?.path ?? ''
  const hash = await readSoFar(path, last.form === 'lines' ? last.at : undefined)
  if (before !== last.before || digestOf(hash) !== last.hash) return refused([`${path} 或者它前面的输入变了`, `${path}, or an input before it, has changed`])
  // A document is read again from its beginning.
  return { kind: 'after', checkpoint: last, place: placeOf(last), hash: last.form === 'lines' ? hash : createHash('sha256') }
}

async function filesBefore(key: RunKey, index: number): Promise<string> {
  let before = ''
  for (const { path } of key.files.slice(0, index)) before = chained(before, digestOf(await readSoFar(path)))
  return before
}

/** What could not be read then has not been read. */
async function readSoFar(path: string, bytes?: number): Promise<Hash> {
  try {
    return await hashOfFile(path, bytes)
  } catch {
    return createHash('sha256')
  }
}

function differences(then: RunKey, now: RunKey): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  if (then.hegui !== now.hegui)
    found.push([`那次用的是 hegui ${then.hegui}，这次是 ${now.hegui}`, `that run was by hegui ${then.hegui}, this one is by ${now.hegui}`])
  const paths = (key: RunKey): string => key.files.map(({ path }) => path).join(' ')
  if (paths(then) !== paths(now)) found.push([`那次的输入是 ${paths(then)}`, `that run read ${paths(then)}`])
  else
    for (const [index, { path, size }] of now.files.entries())
      if (then.files[index]?.size !== size) found.push([`输入 ${path} 变了`, `the input ${path} has changed`])
  if (then.packs.join() !== now.packs.join()) found.push(['规则包变了', 'the packs have changed'])
  for (const name of new Set([...Object.keys(then.options), ...Object.keys(now.options)])) {
    const [was, is] = [then.options[name], now.options[name]]
    if (was !== is)
      found.push([
        `选项 ${name} 那次是 ${String(was ?? '没有写')}，这次是 ${String(is ?? '没有写')}`,
        `option ${name} was ${String(was ?? 'not given')} and is ${String(is ?? 'not given')}`,
      ])
  }
  return found
}

/** What an interruption between the renaming of the two left undone. */
export async function finishRenaming(out: string, rejects: string | undefined): Promise<Problem | undefined> {
  let file = out
  try {
    if (rejects !== undefined) {
      file = rejects
      await takePlace(rejects, true)
    }
    file = out
    await takePlace(out, true)
    rmSync(journalOf(out), { force: true })
    return undefined
  } catch (error) {
    return notWritten(file, error)
  }
}
