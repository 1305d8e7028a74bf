/** The packs under some paths, once nothing is wrong with them: half a rule book gives half an answer. */
import { createRuleset, type Ruleset } from '@hegui/engine'
import type { Problem } from '@hegui/model'
import { problemsIn } from '../commands/check.js'
import { filesUnder, namesLines } from './documents.js'
import { type LoadedFiles, loadFiles, overlaid } from './pack-files.js'

export type CheckedFiles =
  | { readonly ok: true; readonly loaded: LoadedFiles; readonly ruleset: Ruleset /** Of the files' own pack. */; readonly title: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Any error in the files: only the errors. */
export function checkedFiles(paths: readonly string[]): CheckedFiles {
  const files = filesUnder(paths)
  const broken = problemsIn(files, paths).filter((found) => found.severity === 'error')
  if (broken.length > 0) return { ok: false, problems: broken }
  const loaded = loadFiles(files.filter((file) => !namesLines(file)))
  const packs = overlaid(loaded, paths)
  const created = createRuleset(packs)
  if (!created.ok) throw new Error(`the check found nothing, the ruleset did: ${created.problems.map((found) => `${found.code} ${found.message}`).join(' ')}`)
  return { ok: true, loaded, ruleset: created.ruleset, title: (packs.at(-1) as { title: string }).title }
}
