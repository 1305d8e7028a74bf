import type { Circumstance, CircumstanceEdition, Condition } from '@hegui/model'
import type { Ask } from '../conditions/truth.js'
import type { ConductContext } from '../findings/finding.js'
import type { Ruleset } from '../ruleset/ruleset.js'

export interface DecidedCircumstance {
  readonly circumstance: Circumstance
  readonly edition: CircumstanceEdition
  readonly state: 'established' | 'open' | 'not-shown'
  readonly missing: readonly string[]
}
export const circumstanceConditions = (_ruleset: Ruleset): readonly Condition[] => []
export const circumstancesOf = (_: { context: ConductContext; decidedOn: string; ask: Ask }): readonly DecidedCircumstance[] => []
