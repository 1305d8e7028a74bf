/**
 * The shipped packs without checking them again, where they are to the byte those that the build of this package
 * checked: `shipped-packs.json` beside the command says so. Any other packs are checked as ever.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Ruleset, trustedRuleset } from '@hegui/engine'
import { shippedCompiled, shippedPacks, shippedRuleset } from '../packs.js'

/** `digest` is of the packs as they are loaded; `hashes` are those of each pack's canonical form, which take longer to work out. */
interface CheckedAtBuild {
  readonly digest: string
  readonly hashes: readonly string[]
}

const digestOfPacks = (packs: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(packs)).digest('hex')

let built: Ruleset | undefined

export function builtRuleset(): Ruleset {
  built ??= trusted(checkedAtBuild()) ?? shippedRuleset()
  return built
}

const trusted = (checked: CheckedAtBuild | undefined): Ruleset | undefined =>
  checked?.digest === digestOfPacks(shippedPacks) ? trustedRuleset(shippedPacks, checked.hashes, { compiled: shippedCompiled }) : undefined

/** Not there: this is not the built command. */
function checkedAtBuild(): CheckedAtBuild | undefined {
  try {
    return JSON.parse(readFileSync(new URL('./shipped-packs.json', import.meta.url), 'utf8')) as CheckedAtBuild
  } catch {
    return undefined
  }
}
