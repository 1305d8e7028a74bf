/**
 * What is wrong with the text of a document and can be put right without asking: a byte order mark, Chinese
 * punctuation in place of JSON's own, a comma after the last item.
 *
 * All of it or nothing: only where the result is strict JSON was the reading beyond doubt. A comment stays for its
 * author to move into a note, and a missing comma may stand for something that was lost.
 */
import { createScanner } from 'jsonc-parser'
import type { ProblemCode } from '../problems/catalogue.js'
import type { Range } from '../problems/problem.js'
import { fullWidth, replaceFullWidth } from '../text/full-width.js'
import { lineIndex } from '../text/line-index.js'
import { readTree } from '../text/read-json.js'

/** One edit, with the code of the problem it removes. */
export interface TextFix {
  readonly code: ProblemCode
  /** In the text as it was. */
  readonly range: Range
  readonly found: string
  readonly replacement: string
}

export interface FixedText {
  readonly text: string
  /** In the order of the text; none, where nothing was changed. */
  readonly fixes: readonly TextFix[]
}

interface Edit {
  readonly code: ProblemCode
  readonly offset: number
  readonly replacement: string
}

export function fixText(text: string): FixedText {
  const mark = text.startsWith('\uFEFF')
  const { halfWidth, edits: punctuation } = punctuated(mark ? ` ${text.slice(1)}` : text)
  const excess = trailingCommas(halfWidth)
  // A full-width comma that should not be there is taken away, not replaced.
  const edits = [
    ...(mark ? [edit('HG1002', 0, '')] : []),
    ...punctuation.filter(({ offset }) => !excess.includes(offset)),
    ...excess.map((offset) => edit('HG1007', offset, '')),
  ].sort((a, b) => a.offset - b.offset)
  const fixed = applied(text, edits)
  if (edits.length === 0 || readTree(fixed).problems.some(({ code }) => !ofMeaning.has(code))) return { text, fixes: [] }
  const index = lineIndex(text, 1)
  return {
    text: fixed,
    fixes: edits.map(({ code, offset, replacement }) => ({ code, range: index.range(offset, 1), found: text.charAt(offset), replacement })),
  }
}

/** Of a text that can be read; they are for its author to decide. */
const ofMeaning: ReadonlySet<ProblemCode> = new Set(['HG1004', 'HG1005', 'HG1008'])

const edit = (code: ProblemCode, offset: number, replacement: string): Edit => ({ code, offset, replacement })

/** Each edit takes one character away, or puts one in its place. */
function applied(text: string, edits: readonly Edit[]): string {
  let from = 0
  const parts = edits.map(({ offset, replacement }) => {
    const part = text.slice(from, offset) + replacement
    from = offset + 1
    return part
  })
  return parts.join('') + text.slice(from)
}

/** More lines with mixed quotes than this are no slip of the keyboard. */
const MAX_MIXED_QUOTES = 100

function punctuated(text: string): { readonly halfWidth: string; readonly edits: readonly Edit[] } {
  const edits: Edit[] = []
  const replaced = (source: string): string => replaceFullWidth(source, (char, offset) => void edits.push(edit('HG1003', offset, fullWidth.get(char) ?? '"')))
  let halfWidth = replaced(text)
  for (let round = 0; round < MAX_MIXED_QUOTES; round++) {
    // All else is replaced; what is still reported is a text opened with one kind of quote and closed with the other.
    const at = readTree(halfWidth).problems.find(({ code }) => code === 'HG1003')?.range?.start.offset
    if (at === undefined) break
    edits.push(edit('HG1003', at, '"'))
    halfWidth = replaced(`${halfWidth.slice(0, at)}"${halfWidth.slice(at + 1)}`)
  }
  return { halfWidth, edits }
}

/** The scanner's token numbers: its own enum cannot be imported one file at a time. */
const closing: ReadonlySet<number> = new Set([2, 4])
const comma = 5
const endOfValue: ReadonlySet<number> = new Set([2, 4, 7, 8, 9, 10, 11])
const endOfFile = 17

/** Commas after a value and before the bracket that closes its list or object. */
function trailingCommas(text: string): readonly number[] {
  const scanner = createScanner(text, true)
  const found: number[] = []
  let before = 0
  let pending: number | undefined
  for (let token: number = scanner.scan(); token !== endOfFile; token = scanner.scan()) {
    if (pending !== undefined && closing.has(token)) found.push(pending)
    pending = token === comma && endOfValue.has(before) ? scanner.getTokenOffset() : undefined
    before = token
  }
  return found
}
