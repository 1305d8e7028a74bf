/** The shipped packs, loaded together on first use. */
import { type CompiledModule, createRuleset, type Ruleset } from '@hegui/engine'
import type { Pack } from '@hegui/model'
import { airQualityPack } from '@hegui/pack-air-quality'
import * as airQualityCompiled from '@hegui/pack-air-quality/compiled'
import { fireworksPack } from '@hegui/pack-fireworks'
import * as fireworksCompiled from '@hegui/pack-fireworks/compiled'
import { lawPack } from '@hegui/pack-law'
import { urbanOrderPack } from '@hegui/pack-urban-order'
import * as urbanOrderCompiled from '@hegui/pack-urban-order/compiled'
import { workSafetyPack } from '@hegui/pack-work-safety'
import * as workSafetyCompiled from '@hegui/pack-work-safety/compiled'

/** Every pack that comes with `hegui`, the law first. */
export const shippedPacks: readonly Pack[] = [lawPack, fireworksPack, airQualityPack, workSafetyPack, urbanOrderPack]

/** The rules of the shipped packs as code: for `createRuleset`, with these packs and any others beside them. */
export const shippedCompiled: readonly CompiledModule[] = [fireworksCompiled, airQualityCompiled, workSafetyCompiled, urbanOrderCompiled]

let loaded: Ruleset | undefined

/** The ruleset of the shipped packs. Checked and prepared once. Throws if a shipped pack is broken, which its tests exclude. */
export function shippedRuleset(): Ruleset {
  if (loaded === undefined) {
    const result = createRuleset(shippedPacks, { compiled: shippedCompiled })
    if (!result.ok) throw new Error(`the shipped packs are broken: ${result.problems.map((found) => `${found.code} ${found.message}`).join(' ')}`)
    loaded = result.ruleset
  }
  return loaded
}
