/** Runs a command with its output captured, and files written for it in a folder of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Output } from '../src/commands/output.js'

export interface Captured {
  readonly code: number
  readonly out: string
  readonly err: string
}

export async function captured(run: (output: Output) => number | Promise<number>): Promise<Captured> {
  let out = ''
  let err = ''
  const code = await run({
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

/** Writes the files, gives their folder to `use`, and removes it; the folder's name is taken out of the result. */
export async function withFiles(files: Readonly<Record<string, string>>, use: (path: (name: string) => string) => Promise<Captured>): Promise<Captured> {
  const folder = mkdtempSync(join(tmpdir(), 'hegui-test-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const { code, out, err } = await use((name) => join(folder, name))
    const hidden = (text: string): string => text.replaceAll(`${folder}/`, '')
    return { code, out: hidden(out), err: hidden(err) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
