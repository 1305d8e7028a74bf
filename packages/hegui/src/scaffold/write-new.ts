/** Writes the files of a scaffold: all of them new, or none. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Problem, problem } from '@hegui/model'
import { systemReason } from '../input/records.js'
import type { ScaffoldFile } from './rule-scaffold.js'

export type Written = { readonly ok: true; readonly files: readonly string[] } | { readonly ok: false; readonly problems: readonly Problem[] }

export function writeNew(folder: string, files: readonly ScaffoldFile[]): Written {
  const targets = files.map(({ path, value }) => ({ file: join(folder, path), text: `${JSON.stringify(value, null, 2)}\n` }))
  const there = targets.filter(({ file }) => existsSync(file))
  if (there.length > 0) return { ok: false, problems: there.map(({ file }) => problem('HG6010', [], { what: `文件 ${file} `, whatEn: `The file ${file}` })) }
  const written: string[] = []
  for (const { file, text } of targets) {
    try {
      mkdirSync(dirname(file), { recursive: true })
      // Never over a file that came to be in the meantime, nor through a link.
      writeFileSync(file, text, { flag: 'wx' })
      written.push(file)
    } catch (error) {
      for (const done of written) rmSync(done)
      const reason = systemReason(error)
      return { ok: false, problems: [problem('HG6013', [], { file, detail: reason.zh, detailEn: reason.en })] }
    }
  }
  return { ok: true, files: written }
}
