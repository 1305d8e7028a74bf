/** The ruleset a command works with. What reads packs from folders, and the cases of the shipped ones, is loaded only for folders. */
import { builtRuleset } from './built-ruleset.js'
import type { LoadedRuleset } from './load-packs.js'

export async function rulesetOf(folders: readonly string[]): Promise<LoadedRuleset> {
  if (folders.length === 0) return { ok: true, ruleset: builtRuleset() }
  const { loadRuleset } = await import('./load-packs.js')
  return loadRuleset(folders)
}
