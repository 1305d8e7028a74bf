/** A norm in the edition that governs a conduct, with the wording that is shown for it. */
import type { Condition, Norm, NormEdition } from '@hegui/model'
import { conditionsOf } from './consequence.js'

export interface NormUse {
  readonly norm: Norm
  readonly edition: NormEdition
  /** The edition whose wording is shown: another one, when this one was not read. */
  readonly wording: NormEdition
}

export const useOf = (norm: Norm, edition: NormEdition): NormUse => ({
  norm,
  edition,
  wording: edition.consequence === undefined ? (norm.editions.find((other) => other.edition === edition.verification.wordingOf) ?? edition) : edition,
})

/** Its own words were read in this edition: only such a use can be proposed or compared. */
export const wasRead = ({ edition }: NormUse): boolean => edition.verification.status === 'primary-text'

export const conditionOf = ({ edition, wording }: NormUse): Condition | undefined => edition.appliesWhen ?? wording.appliesWhen

export const conditionsToDecide = (use: NormUse): readonly Condition[] => {
  const applies = conditionOf(use)
  return [...(applies === undefined ? [] : [applies]), ...(use.wording.consequence === undefined ? [] : conditionsOf(use.wording.consequence))]
}
