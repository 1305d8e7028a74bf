/** The shipped packs, loaded together on first use. */
import { createRuleset, type Ruleset } from '@hegui/engine'
import type { Pack } from '@hegui/model'
import { airQualityPack } from '@hegui/pack-air-quality'
import { fireworksPack } from '@hegui/pack-fireworks'
import { lawPack } from '@hegui/pack-law'
import { urbanOrderPack } from '@hegui/pack-urban-order'
import { workSafetyPack } from '@hegui/pack-work-safety'

/** Every pack that comes with `hegui`, the law first. */
export const shippedPacks: readonly Pack[] = [lawPack, fireworksPack, airQualityPack, workSafetyPack, urbanOrderPack]

let loaded: Ruleset | undefined

/** The ruleset of the shipped packs. Checked and prepared once. Throws if a shipped pack is broken, which its tests exclude. */
export function shippedRuleset(): Ruleset {
  if (loaded === undefined) {
    const result = createRuleset(shippedPacks)
    if (!result.ok) throw new Error(`the shipped packs are broken: ${result.problems.map((found) => `${found.code} ${found.message}`).join(' ')}`)
    loaded = result.ruleset
  }
  return loaded
}
