/** Records from files and standard input: JSON (one record or a list) or NDJSON (one record a line). */
import { readFileSync } from 'node:fs'
import { type Problem, placed, problem, type ReadJson, readJson } from '@hegui/model'
import { namesLines } from './documents.js'

/** One record as it was written, with where it stands; or what is wrong with its text. */
export interface ReadRecord {
  readonly file: string
  readonly read: ReadJson
  /** The record's place inside the document: empty, or its index in a list. */
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

/** With the text it was read from, for whoever hands it back. */
export interface StreamedRecord extends ReadRecord {
  /** Line of the file, or row of the table, on which it begins, from 1. */
  readonly line: number
  readonly text: string
}

export type TextSource = { readonly file: string; readonly text: string }

/** `-` is standard input. */
export const readSource = (file: string): TextSource | Problem => (file === '-' ? readText(0, '<stdin>') : readText(file))

/** A file that cannot be read is a problem; the other files go on. */
export function readText(from: string | 0, file = String(from)): TextSource | Problem {
  try {
    return { file, text: readFileSync(from, 'utf8') }
  } catch (error) {
    const reason = systemReason(error)
    return { ...problem('HG1009', [], { file, detail: reason.zh, detailEn: reason.en }), file }
  }
}

/** Problems of a record, at their place in the document it stands in. */
export const placedInRecord = (problems: readonly Problem[], { read, file, path }: ReadRecord): readonly Problem[] =>
  placed(
    problems.map((found) => ({ ...found, path: [...path, ...found.path] })),
    read,
    file,
  )

/** Why the system refused a file, in both languages. */
export function systemReason(error: unknown): { readonly zh: string; readonly en: string } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return { zh: '没有这个文件', en: 'no such file' }
  if (code === 'EACCES' || code === 'EPERM') return { zh: '没有权限', en: 'permission denied' }
  if (code === 'EISDIR') return { zh: '这是文件夹，请列出其中的文件', en: 'it is a folder; list the files in it' }
  if (code === 'ENOSPC') return { zh: '磁盘满了', en: 'the disk is full' }
  if (code === 'ENOTDIR' || code === 'EEXIST') return { zh: '路径里有一段不是文件夹', en: 'a part of the path is not a folder' }
  return { zh: code === '' ? '读取失败' : code, en: code === '' ? 'unreadable' : code }
}

/** Every record of a source, in order. A line or file that cannot be read is given with its problems. */
export function recordsIn({ file, text }: TextSource): readonly ReadRecord[] {
  if (isLines(file, text)) {
    return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
      if (line.trim() === '') return []
      const read = readJson(line, { file, firstLine: index + 1 })
      return [{ file, read, path: [], value: read.value }]
    })
  }
  const read = readJson(text, { file })
  if (Array.isArray(read.value)) return read.value.map((value: unknown, index) => ({ file, read, path: [index], value }))
  return [{ file, read, path: [], value: read.value }]
}

/** By name, or because the first line is a whole object and more follow. */
function isLines(file: string, text: string): boolean {
  if (namesLines(file)) return true
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  return lines.length > 1 && /^\uFEFF?\s*\{.*\}\s*$/.test(lines[0] ?? '') && lines.slice(1).some((line) => line.trimStart().startsWith('{'))
}
