/**
 * The shipped packs without checking them again, where they are to the byte those that the build of this package
 * checked: `shipped-packs.json` beside the command says so. Any other packs are checked as ever.
 */
import { readFileSync } from 'node:fs'
import { type Ruleset, trustedRuleset } from '@hegui/engine'
import { shippedCompiled, shippedPacks, shippedRuleset } from '../packs.js'
import { type CheckedAtBuild, digestOfShipped } from './checked-at-build.js'

let built: Ruleset | undefined

export function builtRuleset(): Ruleset {
  built ??= prepared(hashesIfUnchanged())
  return built
}

const prepared = (hashes: readonly string[] | undefined): Ruleset =>
  hashes === undefined ? shippedRuleset() : trustedRuleset(shippedPacks, hashes, shippedCompiled)

/** Undefined: this is not the built command, or the packs are others than it was built with. */
function hashesIfUnchanged(): readonly string[] | undefined {
  try {
    const { digest, hashes } = JSON.parse(readFileSync(new URL('./shipped-packs.json', import.meta.url), 'utf8')) as CheckedAtBuild
    return digest === digestOfShipped() ? hashes : undefined
  } catch {
    return undefined
  }
}
