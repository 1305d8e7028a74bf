/** Files that may be written anew: the text, exactly as it is, or why it is better not touched. */
import { lstatSync, readFileSync } from 'node:fs'
import { type Problem, problem } from '@hegui/model'
import { systemReason } from './records.js'

/**
 * A link is not followed: what it leads to may lie outside the paths that were named. Bytes that are no UTF-8 would be
 * lost in writing, so the file is refused instead of being read half.
 */
export function editableText(file: string): { readonly text: string } | Problem {
  try {
    if (lstatSync(file).isSymbolicLink()) return { ...problem('HG6041', [], { file }), file }
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file)) }
  } catch (error) {
    const reason = error instanceof TypeError ? { zh: '不是 UTF-8 编码', en: 'not UTF-8' } : systemReason(error)
    return { ...problem('HG1009', [], { file, detail: reason.zh, detailEn: reason.en }), file }
  }
}
