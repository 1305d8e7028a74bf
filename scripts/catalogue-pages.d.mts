import type { legalityOf } from '@hegui/analysis'
import type { Catalogue, Pack, RuleCases, unitTitle } from '@hegui/model'

export function cataloguePages(world: {
  readonly packs: readonly Pack[]
  readonly cases: readonly RuleCases[]
  readonly catalogue: Catalogue
  readonly legalityOf: typeof legalityOf
  readonly unitTitle: typeof unitTitle
}): { readonly 'catalogue.md': string; readonly 'facts.md': string; readonly plans: Readonly<Record<string, string>> }
