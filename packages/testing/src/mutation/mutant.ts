/** Mutants: packs with one small mistake each, such as a hand could make. Cases are there to notice them. */
import type { Words } from '@hegui/analysis'
import type { Alteration } from '@hegui/engine'
import type { Condition, Path } from '@hegui/model'

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
export type SubjectKind = 'rule' | 'fact' | 'condition' | 'norm' | 'timeLimit'

/** Both days inclusive; null: open. */
export interface Period {
  readonly from: string | null
  readonly to?: string | null | undefined
}

export const isDuring = (day: string | null, period: Period | undefined): boolean =>
  day === null || period === undefined || ((period.from ?? '') <= day && day <= (period.to ?? '9999'))

export interface Mutant {
  readonly kind: MutationKind
  /** Where in its subject; of a rule the first step is the place of the edition among those of the rule. */
  readonly path: Path
  /** The fact whose comparison was changed. */
  readonly fact?: string
  /** Where it takes more than the change of data to say what it is. */
  readonly words?: Words
  /** Of a norm: the condition that was changed, asked where `gates` hold. Absent: always. */
  readonly asked?: { readonly gates: readonly Condition[]; readonly before?: Condition; readonly after?: Condition }
  /** Only conducts of these days can be judged otherwise, those whose day is unknown besides. Default: of any day. */
  readonly during?: Period
  readonly alteration: Alteration
  /** `finding`: nothing but what rules conclude can come out otherwise. `assessment`: measures and due dates can, too. */
  readonly reach: 'finding' | 'assessment'
}
