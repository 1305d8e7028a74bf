/** A crime is referred before it is punished (行政处罚法 27, 国务院令310号 11): no administrative penalty takes the place of a referral. */
import type { AssessedMeasure } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { waitingFor, withheld } from './adjust.js'
import { penalties } from './kinds.js'
import { openFactsOf } from './norm-measures.js'
import { basisOn, basisWords, principlesOn } from './principles.js'

/** What the judicial organs made of the case; its values are those of the vocabulary. */
const OUTCOME = 'progress.prosecutionOutcome'
/** The case came back without a punishment: the penalty is the organ's again. */
const cameBack: ReadonlySet<unknown> = new Set(['not-prosecuted', 'exempted'])

/** The police track is left as it is: the police themselves decide between a public-security and a criminal case. */
export function referFirst(
  measures: readonly AssessedMeasure[],
  { facts, decidedOn, ruleset }: { readonly facts: Facts; readonly decidedOn: string; readonly ruleset: Ruleset },
): readonly AssessedMeasure[] {
  const referrals = measures.filter((measure) => measure.kind === 'criminal-referral')
  if (referrals.length === 0 || cameBack.has(facts.get(OUTCOME))) return measures
  const due = referrals.some((measure) => measure.proposed && openFactsOf(measure).length === 0)
  const basis = basisWords(basisOn(principlesOn('referral-first', decidedOn, ruleset), decidedOn, ruleset), ruleset)
  const reason = `应先移送司法机关，不得以行政处罚代替移送${basis === '' ? '' : `（${basis}）`}；不追究刑事责任或者免予刑事处罚后移回的，再依法处罚。`
  return measures.map((measure) => {
    if (measure.track !== 'administrative' || !penalties.has(measure.kind)) return measure
    return due ? withheld(measure, 'referral', reason) : waitingFor(measure, { kind: 'pending', topic: 'referral' })
  })
}
