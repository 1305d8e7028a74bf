/** The clauses of a plan that are encoded as one of its items, in the order of the plan. */
import type { EncodingKind, Plan } from '@hegui/model'

export const clausesOf = (plan: Plan, as: EncodingKind, id: string): readonly string[] =>
  plan.clauses.filter(({ encodings }) => encodings.some((each) => each.as === as && each.id === id)).map((clause) => clause.id)
