/** Results of mutations kept in a file between runs: what has not changed since is not run again. */
import { existsSync, readFileSync } from 'node:fs'
import { type Problem, problem } from '@hegui/model'
import type { MutationReport, SubjectMutation } from '@hegui/testing'

const SCHEMA = 'hegui/mutation-cache@1'

interface CacheFile {
  readonly schema: typeof SCHEMA
  readonly results: readonly SubjectMutation[]
}

type Results = ReadonlyMap<string, SubjectMutation>

/** By hash. A file that is not there yet knows nothing; one that is something else is told and not used. */
export function knownResults(file: string): { readonly results: Results; readonly problems: readonly Problem[] } {
  if (!existsSync(file)) return { results: new Map(), problems: [] }
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<CacheFile> | null
    if (read?.schema === SCHEMA && Array.isArray(read.results)) return { results: new Map(read.results.map((each) => [each.hash, each])), problems: [] }
  } catch {
    // Told below, as any other file that is none.
  }
  return { results: new Map(), problems: [{ ...problem('HG9020', [], { file }), file }] }
}

/** What was known of other data stays: a run of one rule forgets nothing. Of the same data only the last result is kept. */
export function rememberedResults(known: Results, { subjects }: MutationReport): string {
  const name = ({ kind, id }: SubjectMutation): string => `${kind} ${id}`
  const kept = new Map([...known.values(), ...subjects].map((each) => [name(each), each]))
  const results = [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  return `${JSON.stringify({ schema: SCHEMA, results } satisfies CacheFile)}\n`
}
