/** The texts on file: what an article, a norm or a clause was, edition by edition, and what came after. */
import { type Catalogue, catalogueOf, instrumentOf, type Norm, type Pack, type Verification } from '@hegui/model'
import { type Dated, within } from '../law/period.js'
import type { Cited } from './citations.js'

/** One wording of what is cited, with the days it was law. */
export interface Text {
  readonly edition: string
  readonly article: string
  readonly inForce: Dated
  readonly verification?: Verification
  readonly norm?: Norm
}

export interface Texts {
  /** Every wording of what is cited, oldest first; none: it is not on file, which `checkPacks` says. */
  readonly of: (cited: Cited) => readonly Text[]
  readonly catalogue: Catalogue
}

export function textsOf(packs: readonly Pack[]): Texts {
  const catalogue = catalogueOf(packs)
  return {
    catalogue,
    of: (cited) => [...wordings(cited, catalogue)].sort((a, b) => compare(a.inForce.from ?? '', b.inForce.from ?? '') || compare(a.edition, b.edition)),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function wordings(cited: Cited, catalogue: Catalogue): readonly Text[] {
  switch (cited.kind) {
    case 'clause': {
      const plan = catalogue.plans.get(cited.plan)
      return plan === undefined ? [] : [{ edition: plan.id, article: cited.clause, inForce: plan.inForce }]
    }
    case 'norm': {
      const norm = catalogue.norms.get(cited.norm)
      return norm === undefined ? [] : editionsOf(norm, catalogue)
    }
    case 'article': {
      const instrument = catalogue.instruments.get(cited.instrument)
      if (instrument === undefined) return []
      const provisions = instrument.provisions.map(
        (each): Text => ({
          edition: each.edition,
          article: each.article,
          inForce: withinEdition(each, instrument.id, catalogue),
          verification: each.verification,
        }),
      )
      return [...provisions, ...instrument.norms.flatMap((norm) => editionsOf(norm, catalogue))].filter(
        (each) => each.article === cited.article && (cited.edition === undefined || each.edition === cited.edition),
      )
    }
    default:
      return cited satisfies never
  }
}

export const editionsOf = (norm: Norm, catalogue: Catalogue): readonly Text[] =>
  norm.editions.map(
    (each): Text => ({
      edition: each.edition,
      article: each.article,
      inForce: withinEdition(each, instrumentOf(norm.id), catalogue),
      verification: each.verification,
      norm,
    }),
  )

/** An article is law no longer than the edition it stands in. */
function withinEdition(of: { readonly edition: string; readonly inForce: Dated }, instrument: string, catalogue: Catalogue): Dated {
  const edition = catalogue.instruments.get(instrument)?.editions.find((each) => each.id === of.edition)
  return edition === undefined ? of.inForce : within(of.inForce, edition.inForce)
}
