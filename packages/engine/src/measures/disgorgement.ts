/** Illegal gains are confiscated whatever the norm of the penalty says (行政处罚法 28(2)). */
import type { AssessedMeasure, Finding } from '@hegui/model'
import type { Ask } from '../conditions/truth.js'
import { editionOn } from '../findings/editions.js'
import type { ConductContext } from '../findings/finding.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { penalties } from './kinds.js'
import { measuresOf } from './norm-measures.js'
import { conditionOf, type NormUse, useOf } from './norm-use.js'
import { principlesOn } from './principles.js'

const GAINS = 'illegal-gains'

/** The norm to confiscate gains by, in the edition of the day of the decision. */
export function disgorgementUse(decidedOn: string, ruleset: Ruleset): NormUse | undefined {
  const [principle] = principlesOn('disgorgement', decidedOn, ruleset)
  const norm = principle === undefined ? undefined : ruleset.catalogue.norms.get(principle.norm)
  const edition = norm === undefined ? undefined : editionOn(norm.editions, decidedOn)
  return norm === undefined || edition === undefined ? undefined : useOf(norm, edition)
}

export interface DisgorgementInput {
  readonly use: NormUse | undefined
  readonly violations: readonly Finding[]
  readonly party: string | null
  readonly ask: Ask
  readonly context: ConductContext
}

/**
 * Where the party is punished, is known to have gained by it, and no norm takes the gains: the general norm does, by
 * the organ that punishes. Gains nobody asked about are left: most acts have none.
 */
export function withDisgorgement(
  measures: readonly AssessedMeasure[],
  { use, violations, party, ask, context }: DisgorgementInput,
): readonly AssessedMeasure[] {
  const gate = use === undefined ? undefined : conditionOf(use)
  if (use === undefined || (gate !== undefined && ask(gate) !== 'holds')) return measures
  const punishing = measures.filter(
    (measure) => measure.track === 'administrative' && measure.on === 'party' && measure.proposed && measure.norm !== undefined && penalties.has(measure.kind),
  )
  if (punishing.length === 0 || punishing.some((measure) => measure.object === GAINS)) return measures
  const authority = [...new Set(punishing.flatMap((measure) => measure.authority))]
  return [...measures, ...measuresOf({ use: { ...use, authority, topics: [], notes: [], open: [] }, findings: violations, party, ask, context })]
}
