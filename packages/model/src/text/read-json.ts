/**
 * Strict JSON with places: the value, everything wrong with the text, and where each part stands.
 *
 * A tolerant parser gives a plausible object even after errors, keeps the last of two equal keys and assigns
 * `__proto__`; so the tree is read here, and every such case is a problem instead.
 */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { entryOf } from '../problems/catalogue.js'
import { type Path, type Problem, problem, type Range, shown } from '../problems/problem.js'
import { fullWidth, replaceFullWidth } from './full-width.js'
import { forbiddenKeys, MAX_DEPTH } from './json-limits.js'
import { lineIndex } from './line-index.js'
import { plainJson } from './plain-json.js'

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
  const plain = plainJson(text)
  if (plain === undefined) {
    const { value, problems, locate } = readTree(text, options)
    return { value, problems, locate }
  }
  // Where the parts stand is asked for only when something is wrong with the value.
  let tree: ReadJson | undefined
  return {
    value: plain.value,
    problems: [],
    locate: (path, part) => {
      tree ??= readTree(text, options)
      return tree.locate(path, part)
    },
  }
}

/** The same with the whole tree, for those who write the text anew. No tree, where there is no value. */
export function readTree(text: string, options: ReadJsonOptions = {}): ReadJson & { readonly tree: Node | undefined } {
  const index = lineIndex(text, options.firstLine ?? 1)
  const problems: Problem[] = []
  const report = (found: Problem, offset: number, length: number): void => {
    problems.push({
      ...found,
      ...(options.file === undefined ? {} : { file: options.file }),
      range: index.range(offset, Math.min(length, text.length - offset)),
    })
  }
  const nowhere = { value: undefined, tree: undefined, problems, locate: (): Range => index.range(0, Math.min(1, text.length)) }

  if (text.startsWith('\uFEFF')) report(problem('HG1002', []), 0, 1)
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text
  if (body.trim() === '') {
    if (problems.length === 0) report(problem('HG1010', []), 0, 0)
    return nowhere
  }
  const wide = new Map<number, WideChar[]>()
  const halfWidth = replaceFullWidth(body, (found, offset) => {
    const { line } = index.range(offset, 1).start
    const chars = wide.get(line)
    if (chars === undefined) wide.set(line, [{ found, offset }])
    else chars.push({ found, offset })
  })
  for (const chars of wide.values()) reportWide(chars, report)
  const tooDeep = deeperThan(halfWidth, MAX_DEPTH)
  if (tooDeep !== undefined) {
    report(problem('HG1006', [], { limit: String(MAX_DEPTH) }), tooDeep, 1)
    return nowhere
  }
  const errors: ParseError[] = []
  const tree = parseTree(halfWidth, errors, { disallowComments: true, allowTrailingComma: false })
  // Full-width punctuation throws the parser off; its follow-up complaints would only confuse.
  if (problems.every((found) => found.code === 'HG1002')) reportSyntax(halfWidth, errors, report)
  if (tree === undefined || errors.length > 0) return nowhere

  const value = valueAt(tree, [], body, report)
  return {
    value: problems.length > 0 ? undefined : value,
    tree: problems.length > 0 ? undefined : tree,
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
  readonly offset: number
}

/** One problem a line: whoever typed one full-width comma there typed them all the same way. */
function reportWide(chars: readonly WideChar[], report: Report): void {
  const [first] = chars
  const last = chars.at(-1)
  if (first === undefined || last === undefined) return
  const joined = (written: readonly string[]): string => [...new Set(written.map((char) => (char === ' ' || char === '\u3000' ? '␣' : char)))].join(' ')
  const found = chars.map((char) => char.found)
  report(
    problem('HG1003', [], { found: joined(found), expected: joined(found.map((char) => fullWidth.get(char) ?? '"')) }),
    first.offset,
    last.offset - first.offset + 1,
  )
}

type Report = (found: Problem, offset: number, length: number) => void

function reportSyntax(text: string, errors: readonly ParseError[], report: Report): void {
  const [first] = errors
  if (first === undefined) return
  const misquoted = misquotedAt(text, first.offset)
  if (misquoted !== undefined) {
    reportWide([{ found: text[misquoted] as string, offset: misquoted }], report)
    return
  }
  const end = text.trimEnd().length
  if (first.offset >= end || unfinished(text, first)) {
    report(problem('HG1001', [], missingAtEnd(text)), Math.max(0, end - 1), 1)
    return
  }
  const [detail, detailEn] = syntaxDetail(printParseErrorCode(first.error))
  report(problem('HG1007', [], { detail, detailEn }), first.offset, Math.max(1, first.length))
}

/** A string that was opened with `"` and closed, or should have been opened, with a Chinese quote, on the line of an error. */
function misquotedAt(text: string, errorOffset: number): number | undefined {
  const start = Math.max(text.lastIndexOf('\n', errorOffset - 1), text.lastIndexOf('\r', errorOffset - 1)) + 1
  const line = /^[^\n\r]*/.exec(text.slice(start))?.[0] ?? ''
  // At the end of the text a full-width comma may be part of a sentence that was cut off.
  const after = start + line.length < text.trimEnd().length ? /[“”＂]\s*(?:[:,}\]：，]|$)/ : /[“”＂]\s*[:}\]]/
  const found = after.exec(line)
  return found === null ? undefined : start + found.index
}

/** The error is in the very last token, and that token could go on: an open string, `tru`, `1.`. */
function unfinished(text: string, error: ParseError): boolean {
  const token = text.slice(error.offset).trimEnd()
  if (token.startsWith('"')) return !/[\n\r]/.test(token) && !/^"(?:[^"\\]|\\.)*"/.test(token)
  return /^-?(?:\d+(?:\.|(?:\.\d+)?[eE][+-]?))?$/.test(token) || ['true', 'false', 'null'].some((word) => word !== token && word.startsWith(token))
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
    case 'UnexpectedEndOfString':
      return ['引号没有配对；一段文字要写在一行里', 'a quote is not closed on its line']
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return ['反斜线后面的写法不对；要写反斜线本身，写两个', 'a bad escape; a backslash itself is written twice']
    case 'InvalidCharacter':
      return ['文字里有制表符一类的控制字符', 'a control character such as a tab stands in the text']
    case 'UnexpectedEndOfNumber':
    case 'InvalidNumberFormat':
      return ['数字写法不对', 'not a JSON number']
    case 'EndOfFileExpected':
      return ['文件到这里应当结束，后面还有内容', 'content after the end']
    default:
      return ['这里读不下去', 'unreadable here']
  }
}

/** The scanner's token numbers: its own enum cannot be imported one file at a time. A closing token is its opening one plus one. */
const openBrace = 1
const openBracket = 3
const endOfFile = 17

/**
 * The offset at which nesting passes `limit`. Checked before parsing, because the parser recurses, and with its own
 * scanner, so that strings and comments are taken alike. A bracket that does not fit the open one closes nothing.
 */
function deeperThan(text: string, limit: number): number | undefined {
  const scanner = createScanner(text, true)
  const open: number[] = []
  for (let token: number = scanner.scan(); token !== endOfFile; token = scanner.scan()) {
    if (token === openBrace || token === openBracket) {
      if (open.push(token + 1) > limit) return scanner.getTokenOffset()
    } else if (token === open.at(-1)) open.pop()
  }
  return undefined
}

function valueAt(node: Node, path: Path, text: string, report: Report): unknown {
  switch (node.type) {
    case 'array':
      return (node.children ?? []).map((child, index) => valueAt(child, [...path, index], text, report))
    case 'object': {
      const entries = new Map<string, unknown>()
      for (const property of node.children ?? []) {
        const [name, value] = property.children ?? []
        if (name === undefined || value === undefined) continue
        const key = String(name.value)
        const place: Path = [...path, key]
        if (forbiddenKeys.has(key)) report(problem('HG1005', place, { key }), name.offset, name.length)
        else if (entries.has(key)) report(problem('HG1004', place, { key: shown(key) }), name.offset, name.length)
        else entries.set(key, valueAt(value, place, text, report))
      }
      return Object.fromEntries(entries)
    }
    case 'number':
      if (!Number.isFinite(node.value) || Math.abs(node.value) > Number.MAX_SAFE_INTEGER) {
        report(problem('HG1008', path, { found: shown(text.slice(node.offset, node.offset + node.length)) }), node.offset, node.length)
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
