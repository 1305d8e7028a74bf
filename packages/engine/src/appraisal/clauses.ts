/** Which clauses of a plan an item was encoded from. */
import type { EncodingKind, Plan } from '@hegui/model'

export const clausesOf = (plan: Plan, as: EncodingKind, id: string): readonly string[] =>
  plan.clauses.filter(({ encodings }) => encodings.some((encoding) => encoding.as === as && encoding.id === id)).map((clause) => clause.id)
