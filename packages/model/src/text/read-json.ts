/**
 * Strict JSON with places: the value, everything wrong with the text, and where each part stands.
 *
 * A tolerant parser gives a plausible object even after errors, keeps the last of two equal keys and assigns
 * `__proto__`; so the tree is read here, and every such case is a problem instead.
 */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { entryOf } from '../problems/catalogue.js'
import { type Path, type Problem, type Range, problem, shown } from '../problems/problem.js'
import { lineIndex } from './line-index.js'

export const MAX_DEPTH = 64

/** Keys that reach a prototype when assigned. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const fullWidth: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['：', ':'],
  ['；', ','],
  ['、', ','],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['【', '['],
  ['】', ']'],
  ['“', '"'],
  ['”', '"'],
  ['＂', '"'],
  ['‘', '"'],
  ['’', '"'],
  ['\u3000', ' '],
])

export interface ReadJson {
  /** Undefined when the text has errors: a half-read document is no document. */
  readonly value: unknown
  readonly problems: readonly Problem[]
  /** The range of the value at `path`, or of its key, or of the nearest part that exists. */
  readonly locate: (path: Path, part?: 'key' | 'value') => Range
}

export interface ReadJsonOptions {
  readonly file?: string
  /** Line of the first character, for one line of a larger file. Default 1. */
  readonly firstLine?: number
}

export function readJson(text: string, options: ReadJsonOptions = {}): ReadJson {
  const index = lineIndex(text, options.firstLine ?? 1)
  const problems: Problem[] = []
  const report = (found: Problem, offset: number, length: number): void => {
    problems.push({ ...found, ...(options.file === undefined ? {} : { file: options.file }), range: index.range(offset, length) })
  }
  const nowhere: ReadJson = { value: undefined, problems, locate: () => index.range(0, 1) }

  if (text.startsWith('\uFEFF')) report(problem('HG1002', []), 0, 1)
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text
  if (body.trim() === '') {
    if (problems.length === 0) report(problem('HG1010', []), 0, 0)
    return nowhere
  }
  const tooDeep = deeperThan(body, MAX_DEPTH)
  if (tooDeep !== undefined) {
    report(problem('HG1006', [], { limit: String(MAX_DEPTH) }), tooDeep, 1)
    return nowhere
  }

  const wide: WideChar[] = []
  const halfWidth = replaceFullWidth(body, (found, expected, offset) => void wide.push({ found, expected, offset, line: index.range(offset, 1).start.line }))
  for (const line of new Set(wide.map((char) => char.line))) reportWide(wide.filter((char) => char.line === line), report)
  const errors: ParseError[] = []
  const tree = parseTree(halfWidth, errors, { disallowComments: true, allowTrailingComma: false })
  // Full-width punctuation throws the parser off; its follow-up complaints would only confuse.
  if (problems.every((found) => found.code === 'HG1002')) reportSyntax(halfWidth, errors, report)
  if (tree === undefined || errors.length > 0) return nowhere

  const value = valueOf(tree, [], report)
  return {
    value: problems.length > 0 ? undefined : value,
    problems,
    locate: (path, part = 'value') => {
      const node = nodeAt(tree, path, part)
      return index.range(node.offset, node.length)
    },
  }
}

/** Puts file and range on problems that were found in the value, using the code's own idea of what to point at. */
export function placed(problems: readonly Problem[], read: ReadJson, file?: string): readonly Problem[] {
  return problems.map((found) => ({
    ...found,
    ...(file === undefined ? {} : { file }),
    range: read.locate(found.path, entryOf(found.code).points ?? 'value'),
  }))
}

interface WideChar {
  readonly found: string
  readonly expected: string
  readonly offset: number
  readonly line: number
}

/** One problem a line: whoever typed one full-width comma there typed them all the same way. */
function reportWide(chars: readonly WideChar[], report: Report): void {
  const [first] = chars
  const last = chars.at(-1)
  if (first === undefined || last === undefined) return
  const joined = (key: 'found' | 'expected'): string => [...new Set(chars.map((char) => (char[key] === ' ' || char[key] === '\u3000' ? '␣' : char[key])))].join(' ')
  report(problem('HG1003', [], { found: joined('found'), expected: joined('expected') }), first.offset, last.offset - first.offset + 1)
}

type Report = (found: Problem, offset: number, length: number) => void

function reportSyntax(text: string, errors: readonly ParseError[], report: Report): void {
  const first = errors[0]
  if (first === undefined) return
  const end = text.trimEnd().length
  const atEnd = errors.every((error) => error.offset >= end) || ['UnexpectedEndOfString'].includes(printParseErrorCode(first.error))
  if (atEnd) return report(problem('HG1001', [], missingAtEnd(text)), Math.max(0, end - 1), 1)
  const [detail, detailEn] = syntaxDetail(printParseErrorCode(first.error))
  report(problem('HG1007', [], { detail, detailEn }), first.offset, Math.max(1, first.length))
}

/** What the open brackets (or an open string) still call for. */
function missingAtEnd(text: string): { expected: string; expectedEn: string } {
  const open: string[] = []
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (inString) {
      if (char === '\\') at++
      else if (char === '"' || char === '\n') inString = false
    } else if (char === '"') inString = true
    else if (char === '{') open.push('}')
    else if (char === '[') open.push(']')
    else if (char === '}' || char === ']') open.pop()
  }
  const closing = `${inString ? '"' : ''}${open.reverse().join('')}`
  return closing === '' ? { expected: '内容', expectedEn: 'content' } : { expected: closing, expectedEn: closing }
}

function syntaxDetail(code: string): readonly [string, string] {
  switch (code) {
    case 'InvalidCommentToken':
      return ['不能写注释', 'comments are not allowed']
    case 'CommaExpected':
      return ['前一项后面缺逗号', 'a comma is missing before this']
    case 'ColonExpected':
      return ['键后面缺冒号', 'a colon is missing after the key']
    case 'PropertyNameExpected':
      return ['这里应当是带双引号的键（或者上一行多了逗号）', 'a quoted key is expected (or a comma is left over)']
    case 'ValueExpected':
      return ['这里缺一个值（或者前面多了逗号）', 'a value is expected (or a comma is left over)']
    case 'InvalidSymbol':
      return ['不认识的写法；文字要加双引号', 'not a JSON word; text needs double quotes']
    case 'InvalidNumberFormat':
      return ['数字写法不对', 'not a JSON number']
    case 'EndOfFileExpected':
      return ['文件到这里应当结束，后面还有内容', 'content after the end']
    default:
      return ['这里读不下去', 'unreadable here']
  }
}

/** Replaces one for one, so that offsets stay true. Text inside strings is left alone. */
function replaceFullWidth(text: string, found: (char: string, expected: string, offset: number) => void): string {
  let out = ''
  let closing: string | undefined
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (closing !== undefined) {
      if (char === '\\') {
        out += char + (text[++at] ?? '')
        continue
      }
      if (closing.includes(char) || char === '\n') {
        if (char !== '"' && char !== '\n') found(char, '"', at)
        closing = undefined
        out += char === '\n' ? char : '"'
      } else out += char
      continue
    }
    const half = fullWidth.get(char)
    if (half !== undefined) found(char, half, at)
    if (char === '"') closing = '"'
    else if (half === '"') closing = '”’＂"'
    out += half ?? char
  }
  return out
}

/** The offset at which nesting passes `limit`. Checked before parsing: the parser recurses. */
function deeperThan(text: string, limit: number): number | undefined {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (inString) {
      if (char === 92) at++
      else if (char === 34) inString = false
    } else if (char === 34) inString = true
    else if (char === 123 || char === 91) {
      if (++depth > limit) return at
    } else if (char === 125 || char === 93) depth--
  }
  return undefined
}

function valueOf(node: Node, path: Path, report: Report): unknown {
  switch (node.type) {
    case 'array':
      return (node.children ?? []).map((child, index) => valueOf(child, [...path, index], report))
    case 'object': {
      const entries = new Map<string, unknown>()
      for (const property of node.children ?? []) {
        const [name, value] = property.children ?? []
        if (name === undefined || value === undefined) continue
        const key = String(name.value)
        const place: Path = [...path, key]
        if (forbiddenKeys.has(key)) report(problem('HG1005', place, { key }), name.offset, name.length)
        else if (entries.has(key)) report(problem('HG1004', place, { key: shown(key) }), name.offset, name.length)
        else entries.set(key, valueOf(value, place, report))
      }
      return Object.fromEntries(entries)
    }
    case 'number':
      if (!Number.isFinite(node.value) || Math.abs(node.value) > Number.MAX_SAFE_INTEGER) {
        report(problem('HG1008', path, { found: shown(node.value) }), node.offset, node.length)
      }
      return node.value
    default:
      return node.value
  }
}

function nodeAt(root: Node, path: Path, part: 'key' | 'value'): Node {
  let node = root
  for (const [depth, step] of path.entries()) {
    if (node.type === 'array' && typeof step === 'number') {
      const child = node.children?.[step]
      if (child === undefined) return node
      node = child
    } else if (node.type === 'object') {
      const property = node.children?.find((child) => child.children?.[0]?.value === String(step))
      const [name, value] = property?.children ?? []
      if (name === undefined || value === undefined) return node
      if (part === 'key' && depth === path.length - 1) return name
      node = value
    } else return node
  }
  return node
}
