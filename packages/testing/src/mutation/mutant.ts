/** Mutants: packs with one small mistake each, such as a hand could make. Cases are there to notice them. */
import type { Words } from '@hegui/analysis'
import type { Alteration } from '@hegui/engine'
import type { Path } from '@hegui/model'

export const mutationKinds = [
  'threshold',
  'comparison',
  'value',
  'connective',
  'part',
  'date',
  'norm',
  'measure',
  'amount',
  'authority',
  'limit',
  'due',
] as const
export type MutationKind = (typeof mutationKinds)[number]

/** What holds the data that was changed. */
export const subjectKinds = ['rule', 'fact', 'condition', 'norm', 'timeLimit'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export interface Mutant {
  readonly kind: MutationKind
  /** Where in its subject; of a rule the first step is the place of the edition among those of the rule. */
  readonly path: Path
  /** The fact whose comparison was changed. */
  readonly fact?: string
  /** Where it takes more than the change of data to say what it is. */
  readonly words?: Words
  readonly alteration: Alteration
  /** `finding`: nothing but what rules conclude can come out otherwise. `assessment`: measures and due dates can, too. */
  readonly reach: 'finding' | 'assessment'
}
