/** Citations: which edition an article is cited in, and whether that article was read in it. */
import type { Basis } from '@hegui/model'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Span } from '../facts/collect.js'
import { editionsDuring } from './editions.js'

export interface Citation {
  readonly instrument: string
  readonly article: string
  /** Null when the span allows several editions, or none is on file. */
  readonly edition: string | null
  /** The article stands in that edition and was read in its own wording. */
  readonly read: boolean
}

/** Nothing when the article number belongs to an edition that is not the one of the span. */
export function citationsDuring(bases: readonly Basis[], span: Span, ruleset: Ruleset): readonly Citation[] {
  return bases.flatMap((basis) => {
    const possible = editionsDuring(ruleset.catalogue.instruments.get(basis.instrument)?.editions ?? [], span)
    return basis.edition !== undefined && !possible.some((edition) => edition.id === basis.edition) ? [] : [citationDuring(basis, span, ruleset)]
  })
}

function citationDuring(basis: Basis, span: Span, { catalogue }: Ruleset): Citation {
  const instrument = catalogue.instruments.get(basis.instrument)
  const possible = editionsDuring(instrument?.editions ?? [], span)
  const edition = possible.length === 1 ? possible[0] : undefined
  const entered = [...(instrument?.provisions ?? []), ...(instrument?.norms ?? []).flatMap((norm) => norm.editions)]
  const read = edition !== undefined && entered.some((each) => each.edition === edition.id && each.article === basis.article && each.verification.status === 'primary-text')
  return { instrument: basis.instrument, article: basis.article, edition: edition?.id ?? null, read }
}
