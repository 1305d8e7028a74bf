/** How far the reading of records has come, on a terminal only: what is piped stays clean. */
import { statSync } from 'node:fs'
import type { Language } from '@hegui/model'

export interface Progress {
  readonly read: (bytes: number) => void
  readonly stop: () => void
}

const silent: Progress = { read: () => undefined, stop: () => undefined }

/** Over all files together, by their bytes. Standard input has no size: no bar. */
export async function progressOver(files: readonly string[], language: Language): Promise<Progress> {
  const total = files.reduce((sum, file) => sum + sizeOf(file), 0)
  if (!process.stderr.isTTY || total === 0) return silent
  const { Presets, SingleBar } = (await import('cli-progress')).default
  const bar = new SingleBar(
    { stream: process.stderr, format: `${language === 'zh' ? '读取记录' : 'reading records'} {bar} {percentage}% {eta_formatted}`, clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return { read: (bytes) => bar.increment(bytes), stop: () => bar.stop() }
}

/** A file that is not there is reported where it is read. */
function sizeOf(file: string): number {
  return file === '-' ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)
}
