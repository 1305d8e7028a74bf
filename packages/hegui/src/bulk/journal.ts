/**
 * The journal beside an output: what a run reads and how far it has come, so that another can go on where it ended.
 *
 * A line is added only after what it speaks of is on the disk; a line that was cut off is as if it were not there.
 */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import type { Form, Place } from '../input/placed-batch.js'

export const journalSchema = 'hegui/assess-journal@1'

/** What must be the same for a run to be gone on with. */
export interface RunKey {
  readonly schema: typeof journalSchema
  readonly hegui: string
  readonly files: readonly { readonly path: string; readonly size: number }[]
  readonly packs: readonly string[]
  readonly options: Readonly<Record<string, string | number | boolean>>
}

/** Everything before is written: so many bytes of the outputs belong to it. */
export interface Checkpoint extends Counted {
  /** Index of the file that is being read. */
  readonly file: number
  readonly form: Form
  readonly at: number
  readonly line: number
  /** SHA-256 of what was read of that file, and of the files before it together. */
  readonly hash: string
  readonly before: string
  readonly out: number
  readonly rejects: number
}

/** Records that were not assessed, and errors found. */
export interface Counted {
  readonly rejected: number
  readonly errors: number
}

export interface Journal {
  readonly add: (checkpoint: Checkpoint) => void
  /** All is written; only the renaming is left. */
  readonly done: (count: Counted) => void
  readonly close: () => void
  readonly remove: () => void
}

export const journalOf = (out: string): string => `${out}.journal`

export function openJournal(file: string, key: RunKey, resumed: boolean): Journal {
  const handle = openSync(file, resumed ? 'a' : 'w')
  const line = (value: unknown): void => void writeSync(handle, `${JSON.stringify(value)}\n`)
  // A journal that was cut off goes on with a line of its own.
  if (resumed) writeSync(handle, '\n')
  else line(key)
  let open = true
  const close = (): void => {
    if (open) closeSync(handle)
    open = false
  }
  return {
    add: line,
    done: (count) => line({ done: count }),
    close,
    remove: () => {
      close()
      rmSync(file, { force: true })
    },
  }
}

export interface EarlierRun {
  readonly key: RunKey
  readonly last?: Checkpoint
  readonly done?: Counted
}

/** Undefined: there is none, or it was cut off before it said anything. */
export function earlierRun(file: string): EarlierRun | undefined {
  if (!existsSync(file)) return undefined
  const [key, ...rest] = readFileSync(file, 'utf8').split('\n').flatMap(parsed)
  if (typeof key !== 'object' || key === null || (key as { schema?: unknown }).schema !== journalSchema) return undefined
  const last = rest.filter((each) => typeof each === 'object' && each !== null && 'hash' in each).at(-1)
  const done = rest.find((each) => typeof each === 'object' && each !== null && 'done' in each) as { readonly done: Counted } | undefined
  return { key: key as RunKey, ...(done === undefined ? {} : { done: done.done }), ...(last === undefined ? {} : { last: last as Checkpoint }) }
}

function parsed(line: string): readonly unknown[] {
  try {
    return line === '' ? [] : [JSON.parse(line)]
  } catch {
    return []
  }
}

/** A file that is not there has no size; it is reported where it is read. */
export const identified = (path: string): { readonly path: string; readonly size: number } => ({
  path,
  size: statSync(path, { throwIfNoEntry: false })?.size ?? -1,
})

export const digestOf = (hash: Hash): string => hash.copy().digest('hex')

/** The first `bytes` of a file, or all of it. */
export async function hashOfFile(path: string, bytes?: number): Promise<Hash> {
  const hash = createHash('sha256')
  if (bytes === 0) return hash
  for await (const chunk of createReadStream(path, bytes === undefined ? {} : { end: bytes - 1 })) hash.update(chunk as Buffer)
  return hash
}

export const chained = (before: string, file: string): string => createHash('sha256').update(`${before}\n${file}`).digest('hex')

export const placeOf = ({ form, at, line }: Checkpoint): Place => ({ form, at, line })
