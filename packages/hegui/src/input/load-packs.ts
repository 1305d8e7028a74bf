/** `--pack FOLDER`: a ruleset of the shipped packs with the files of some folders laid over them. */
import { createRuleset, type Ruleset } from '@hegui/engine'
import type { Problem, RuleCases } from '@hegui/model'
import { shippedCompiled } from '../packs.js'
import { builtRuleset } from './built-ruleset.js'
import { filesUnder } from './documents.js'
import { loadFiles, overlaid, placedInFiles } from './pack-files.js'
import { shippedCases } from './shipped-cases.js'

export type LoadedRuleset = { readonly ok: true; readonly ruleset: Ruleset } | { readonly ok: false; readonly problems: readonly Problem[] }

/** No folder: the shipped packs. Any error in the folders means no ruleset. */
export function loadRuleset(folders: readonly string[]): LoadedRuleset {
  if (folders.length === 0) return { ok: true, ruleset: builtRuleset() }
  const files = loadFiles(filesUnder(folders))
  const packs = overlaid(files, folders)
  const result = createRuleset(packs, { compiled: shippedCompiled })
  // A pack that folders change has lost its compiled form by that: nothing to tell.
  const told = result.problems.filter(({ code }) => code !== 'HG6025')
  const problems = [...files.problems, ...placedInFiles(told, files, packs.length - 1)]
  return result.ok && problems.every((found) => found.severity !== 'error') ? { ok: true, ruleset: result.ruleset } : { ok: false, problems }
}

/** The cases of a rule: those in the folders if there are any, else those that ship. */
export function casesOf(rule: string, folders: readonly string[]): RuleCases['cases'] {
  const written = folders.length === 0 ? [] : (loadFiles(filesUnder(folders)).pack.cases as readonly RuleCases[]).filter((file) => file.rule === rule)
  return (written.length > 0 ? written : shippedCases.filter((file) => file.rule === rule)).flatMap((file) => file.cases)
}
