/** What the build of this package has checked, so that the command need not check it at every start. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { shippedCompiled, shippedPacks, shippedRuleset } from '../packs.js'

export interface CheckedAtBuild {
  /** Of the files of the packs and of their compiled modules, byte for byte. */
  readonly digest: string
  /** Of each pack's canonical form. */
  readonly hashes: readonly string[]
}

export function digestOfShipped(): string {
  const digest = createHash('sha256')
  for (const { id, rules } of shippedPacks)
    for (const entry of [`@hegui/pack-${id}`, ...(rules.length === 0 ? [] : [`@hegui/pack-${id}/compiled`])])
      digest.update(readFileSync(new URL(import.meta.resolve(entry))))
  return digest.digest('hex')
}

/** Checks the shipped packs together. Throws where one is broken or a module does not fit. */
export function checkedShipped(): CheckedAtBuild {
  const { packs, compiled } = shippedRuleset()
  if (compiled.length !== shippedCompiled.length) throw new Error('a compiled module does not fit its pack: build the packs again')
  return { digest: digestOfShipped(), hashes: packs.map(({ hash }) => hash) }
}
