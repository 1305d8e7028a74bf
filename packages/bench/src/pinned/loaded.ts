/** Generated text as a module: written to a file and imported, as the build of a pack does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FactValue } from '@hegui/model'

export interface Loaded {
  readonly decide: (facts: Readonly<Record<string, FactValue | null>>, out: Uint8Array) => Uint8Array
}

export async function loaded(source: string): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'hegui-compiled-'))
  const file = join(folder, 'compiled.mjs')
  writeFileSync(file, source)
  try {
    return (await import(pathToFileURL(file).href)) as Loaded
  } finally {
    rmSync(folder, { recursive: true })
  }
}
