/** An output beside its place, under the name of a part, until it is whole: a reader never sees half of it. */
import { existsSync } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'

export interface PartFile {
  readonly file: string
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Bytes written so far, those of the earlier run included. */
  readonly size: () => number
  /** On the disk, not only on its way there. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

export const partOf = (file: string): string => `${file}.part`

/** `keep`: so many bytes of an earlier run stand; what is after them is cut off. */
export async function openPart(file: string, keep?: number): Promise<PartFile> {
  const handle: FileHandle = await open(partOf(file), keep === undefined ? 'w' : 'r+')
  if (keep !== undefined) await handle.truncate(keep)
  let size = keep ?? 0
  return {
    file,
    size: () => size,
    write: async (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, size)
        at += bytesWritten
        size += bytesWritten
      }
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  }
}

/** The part takes its place. `again`: it may have done so already, before an interruption. */
export async function takePlace(file: string, again = false): Promise<void> {
  if (again && !existsSync(partOf(file))) return
  await rename(partOf(file), file)
}
