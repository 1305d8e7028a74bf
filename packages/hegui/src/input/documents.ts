/** Pack documents on disk: which files there are, what each is, and what its parts become in a pack. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DocumentKind } from '@hegui/model'

export type FileKind =
  | Extract<
      DocumentKind,
      | 'rule'
      | 'cases'
      | 'facts'
      | 'conditions'
      | 'organs'
      | 'instrument'
      | 'procedures'
      | 'principle'
      | 'circumstance'
      | 'circumstance-cases'
      | 'benchmark'
      | 'plan'
    >
  | 'record'
  | 'case-progress'
  | 'appraisal-file'
  | 'clauses'
  | 'result'
  | 'unknown'

const folders: Readonly<Record<string, FileKind>> = {
  facts: 'facts',
  conditions: 'conditions',
  organs: 'organs',
  laws: 'instrument',
  procedures: 'procedures',
  principles: 'principle',
  benchmarks: 'benchmark',
  plans: 'plan',
}
/** `verification` holds what scripts/verify-law found in the statute texts, no part of a pack. */
const skipped = new Set(['node_modules', 'dist', '.git', 'schemas', 'verification'])

/** Files under the paths, in code-unit order; a folder gives its `.json` and NDJSON files, at any depth. */
export function filesUnder(paths: readonly string[]): readonly string[] {
  const found = paths.flatMap((path) => (existsSync(path) && statSync(path).isDirectory() ? walk(path) : [path]))
  return [...new Set(found)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    // Links are not followed: a pack is what stands in its folder.
    if (entry.isSymbolicLink() || skipped.has(entry.name)) return []
    if (entry.isDirectory()) return walk(path)
    return /\.(?:json|ndjson|jsonl)$/i.test(entry.name) && !isTooling(entry.name) ? [path] : []
  })
}

const isTooling = (name: string): boolean => /^(?:package(?:-lock)?|tsconfig.*|biome|knip|\..*)\.json$/.test(name)

/** NDJSON by its name: one document a line. */
export const namesLines = (file: string): boolean => /\.(?:ndjson|jsonl)$/i.test(file)

/** By name and folder first, then by what the document looks like. */
export function kindOf(file: string, value: unknown): FileKind {
  const name = basename(file)
  if (name === 'rule.json') return 'rule'
  if (name === 'plan.json') return 'plan'
  if (name === 'circumstance.json') return 'circumstance'
  if (name === 'cases.json' && basename(dirname(dirname(file))) === 'circumstances') return 'circumstance-cases'
  if (name === 'cases.json') return 'cases'
  // A pack with plans from several sources has one list a source: clauses-NAME.json.
  if (/^clauses(?:-[\w-]+)?\.json$/.test(name)) return 'clauses'
  const folder = folders[basename(dirname(file))]
  if (folder !== undefined) return folder
  if (typeof value !== 'object' || value === null) return 'unknown'
  if ('schema' in value && typeof value.schema === 'string' && value.schema.startsWith('hegui/')) return 'result'
  if ('inspectedOn' in value || 'conducts' in value) return 'record'
  if ('steps' in value && 'procedures' in value) return 'case-progress'
  if ('units' in value) return 'appraisal-file'
  if ('violatedWhen' in value) return 'rule'
  if ('cases' in value && 'rule' in value) return 'cases'
  if ('clauses' in value && 'measures' in value) return 'plan'
  if ('norms' in value && 'editions' in value) return 'instrument'
  if ('facts' in value || 'extensions' in value) return 'facts'
  if ('conditions' in value) return 'conditions'
  if ('organs' in value) return 'organs'
  if ('burden' in value && 'editions' in value) return 'circumstance'
  if ('bands' in value) return 'benchmark'
  if ('kind' in value && 'editions' in value) return 'principle'
  return 'timeLimits' in value || 'actions' in value || 'caseProcedures' in value ? 'procedures' : 'unknown'
}

/** The pack a folder is the root of, by the `hegui.pack` of its package.json. */
export function packAt(folder: string): { readonly id: string; readonly title: string; readonly version: string } | undefined {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return undefined
  try {
    const { hegui, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { hegui?: { pack?: string; title?: string }; version?: string }
    return hegui?.pack === undefined ? undefined : { id: hegui.pack, title: hegui.title ?? hegui.pack, version: version ?? '0.0.0' }
  } catch {
    return undefined
  }
}
