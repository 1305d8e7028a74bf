import type * as model from '@hegui/model'

export function problemPage(of: typeof model, code: model.ProblemCode): string
export function problemIndex(of: typeof model): string
