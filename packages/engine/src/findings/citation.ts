/** Citations: which edition an article is cited in, and whether that article was read in it. */
import { articleKey, type Basis, type FactValue } from '@hegui/model'
import { isWithin } from '../conditions/leaf.js'
import type { Span } from '../facts/collect.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { editionsDuring } from './editions.js'

export interface Citation {
  readonly instrument: string
  readonly article: string
  /** Null when the span allows several editions, or none is on file. */
  readonly edition: string | null
  /** The article stands in that edition and was read in its own wording. */
  readonly read: boolean
}

/**
 * Nothing when the article number belongs to an edition that is not the one of the span, or the instrument to another
 * region, or when the article gave way to a newer law while the rest of its edition stayed in force.
 */
export function citationsDuring(bases: readonly Basis[], span: Span, { catalogue }: Ruleset, region?: FactValue): readonly Citation[] {
  return bases.flatMap(({ instrument, article, edition: only }) => {
    const source = catalogue.instruments.get(instrument)
    if (source?.region !== undefined && typeof region === 'string' && !isWithin(region, source.region)) return []
    const possible = editionsDuring(source?.editions ?? [], span)
    if (possible.length === 0 || (only !== undefined && !possible.some((edition) => edition.id === only))) return []
    const edition = possible.length === 1 ? (possible[0]?.id ?? null) : null
    const periods = edition === null ? undefined : catalogue.articlePeriods.get(articleKey(instrument, edition, article))
    if (periods !== undefined && editionsDuring(periods, span).length === 0) return []
    return [{ instrument, article, edition, read: edition !== null && catalogue.articlesRead.has(articleKey(instrument, edition, article)) }]
  })
}
