/** Where a rule rests, for a reader: 烟花爆竹安全管理条例 36(1). */
import type { Ruleset } from '@hegui/engine'
import type { Rule } from '@hegui/model'

/** By the short title of the plan or of the instrument; by its id, where the packs do not have it. */
export function basisText({ instrument, clause, article, edition }: Rule['basis'][number], { catalogue }: Pick<Ruleset, 'catalogue'>): string {
  const found = clause === undefined ? catalogue.instruments.get(instrument) : catalogue.plans.get(instrument)
  return `${found?.shortTitle ?? instrument} ${clause ?? article ?? ''}${edition === undefined ? '' : `@${edition}`}`
}
