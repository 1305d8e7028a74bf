/** Mutants: packs with one small mistake each, such as a hand could make. Cases are there to notice them. */
import { type Dated, inForceOn, type Words } from '@hegui/analysis'
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

/** The Chinese titles; the English ones are the reports' own. */
export const mutationTitles: Readonly<Record<MutationKind, string>> = {
  threshold: '门槛',
  comparison: '比较',
  value: '所列的值',
  connective: '并且、或者、不',
  part: '少一项条件',
  date: '起止日',
  norm: '可适用的规范',
  measure: '措施',
  amount: '金额、倍数、日数',
  authority: '实施机关',
  limit: '法定限值',
  due: '期限',
}
export const subjectTitles: Readonly<Record<SubjectKind, string>> = {
  rule: '规则',
  fact: '法定限值',
  condition: '命名条件',
  norm: '规范',
  timeLimit: '期限',
}

/** No day or no period: it may be. */
export const isDuring = (day: string | null, period: Dated | undefined): boolean => day === null || period === undefined || inForceOn(period, day)

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
  readonly during?: Dated
  readonly alteration: Alteration
  /** `finding`: nothing but what rules conclude can come out otherwise. `assessment`: measures and due dates can, too. */
  readonly reach: 'finding' | 'assessment'
}
