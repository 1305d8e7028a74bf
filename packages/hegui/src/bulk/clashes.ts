/** Outputs that would take the place of what is being read, or of one another. */
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Problem, problem } from '@hegui/model'
import type { BulkArguments } from './bulk-arguments.js'

export function clashes({ files, out, rejects }: Pick<BulkArguments, 'files' | 'out' | 'rejects'>): readonly Problem[] {
  const inputs = new Set(files.filter((file) => file !== '-').map(placeOf))
  return [out, rejects].flatMap((file) => {
    if (file === undefined) return []
    if (inputs.has(placeOf(file))) return [refusal(file, '它也是输入', 'it is an input as well')]
    return file === rejects && out !== undefined && placeOf(out) === placeOf(file) ? [refusal(file, '结果也写进它', 'the results go into it as well')] : []
  })
}

const refusal = (file: string, detail: string, detailEn: string): Problem => ({ ...problem('HG6013', [], { file, detail, detailEn }), file })

/** Links followed, as far as the file or its folder is there. */
function placeOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    try {
      return join(realpathSync(dirname(file)), basename(file))
    } catch {
      return resolve(file)
    }
  }
}
