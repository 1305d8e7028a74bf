/** One shape for everything that can be wrong, in the library, on the command line and in CI. */
import { distance } from 'fastest-levenshtein'
import { entryOf, type ProblemCode } from './catalogue.js'

export type Language = 'zh' | 'en'
export type Path = readonly (string | number)[]

/** Line and column count from 1, in UTF-16 units; `offset` from 0. `end` is exclusive. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}
export interface Range {
  readonly start: Position
  readonly end: Position
}

export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  readonly file?: string
  /** Where in the document: keys and indexes from the root. */
  readonly path: Path
  readonly range?: Range
  /** Chinese. `renderProblem` gives English. */
  readonly message: string
  readonly help: string
  readonly params: Readonly<Record<string, string>>
}

const fill = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '').replace(/\s+([。.]?)$/u, '$1')

const MAX_PARAM = 1_000

/** Line breaks and other control characters, and marks that turn the direction of writing, become spaces. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, ' ')

/** Long or hostile values are shown cut, so that a message stays one line. Lists and objects are not shown, only named. */
export const shown = (value: unknown): string => {
  const line = [...oneLine(written(value).slice(0, 240))]
  return line.length > 60 ? `${line.slice(0, 57).join('')}…` : line.join('')
}

function written(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}'
  return String(value)
}

/** Params are made one line, whatever they hold: titles and ids of a pack are as foreign as the values of a record. */
export function problem(code: ProblemCode, path: Path, params: Readonly<Record<string, string>> = {}): Problem {
  const entry = entryOf(code)
  const lines = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, oneLine(value.length > MAX_PARAM ? `${value.slice(0, MAX_PARAM)}…` : value)]),
  )
  return { code, severity: entry.severity, path, message: fill(entry.zh[0], lines), help: fill(entry.zh[1], lines), params: lines }
}

/** Message and help in the language asked for. */
export function renderProblem(of: Problem, language: Language): { readonly message: string; readonly help: string } {
  if (language === 'zh') return { message: of.message, help: of.help }
  const params = { ...of.params, ...englishParams(of.params) }
  const [message, help] = entryOf(of.code).en
  return { message: fill(message, params), help: fill(help, params) }
}

/** Params whose wording differs by language carry a twin with the suffix `En`. */
const englishParams = (params: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (name.endsWith('En') ? [[name.slice(0, -2), value]] : [])))

const MAX_COMPARED = 64

/** The nearest of `known`, if near enough to be a slip of the pen. Ties go to the first. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  if (written.length > MAX_COMPARED) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(written.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - written.length) >= bestDistance) continue
    const between = distance(written, candidate)
    if (between < bestDistance) [best, bestDistance] = [candidate, between]
  }
  return best
}

/** The `suggestion` param in both languages; empty when nothing is near. */
export function suggestion(written: string, known: Iterable<string>): { suggestion: string; suggestionEn: string } {
  const near = nearest(written, known)
  return near === undefined ? { suggestion: '', suggestionEn: '' } : { suggestion: `是不是 “${near}”？`, suggestionEn: `Did you mean “${near}”?` }
}

/** The `allowed` param in both languages. */
export const choices = (words: readonly string[]): { allowed: string; allowedEn: string } => ({ allowed: words.join('、'), allowedEn: words.join(', ') })
