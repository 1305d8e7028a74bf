/** A result into a file: whole or not at all. A reader never sees half of it, and a failure keeps what was there. */
import { randomUUID } from 'node:crypto'
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type Problem, problem } from '@hegui/model'
import { systemReason } from '../input/records.js'
import type { Output } from './output.js'

/** Nothing wrong: written. */
export function writeWhole(file: string, content: string | Uint8Array): readonly Problem[] {
  const beside = `${file}.${randomUUID()}.part`
  try {
    // A file that is replaced keeps who may read it.
    writeFileSync(beside, content, { flag: 'wx', ...(existsSync(file) ? { mode: statSync(file).mode } : {}) })
    renameSync(beside, file)
    return []
  } catch (error) {
    rmSync(beside, { force: true })
    return [notWritten(file, error)]
  }
}

/** To `file`, else to `out`. What is not text needs a file. */
export function delivered(content: string | Uint8Array, file: string | undefined, output: Output): readonly Problem[] {
  if (file !== undefined) return writeWhole(file, content)
  if (typeof content !== 'string') throw new Error('bytes without a file to write them to')
  output.out(content)
  return []
}

/** Why the system did not let us write a file. */
export function notWritten(file: string, error: unknown): Problem {
  const reason = systemReason(error)
  return { ...problem('HG6013', [], { file, detail: reason.zh, detailEn: reason.en }), file }
}
