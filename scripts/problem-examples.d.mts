import type * as model from '@hegui/model'

type Path = readonly (string | number)[]
export type ProblemExample =
  | { readonly kind: 'text'; readonly bad: string; readonly good: string }
  | { readonly kind: 'record' | 'pack' | 'plan' | 'progress' | 'appraisal'; readonly at: Path; readonly bad: unknown; readonly good: unknown }
  | { readonly kind: 'elsewhere'; readonly reason: string; readonly params: Readonly<Record<string, string>>; readonly bad: string; readonly good: string }

export const pack: model.Pack
export const record: model.InspectionRecord
export const progress: model.CaseProgress
export const appraisalPack: model.Pack
export const appraisal: { readonly file: model.AppraisalFile; readonly request: model.AppraisalRequest }
export const problemExamples: Readonly<Record<model.ProblemCode, ProblemExample>>
export function problemsOf(of: typeof model, code: model.ProblemCode, side: 'bad' | 'good'): readonly model.Problem[]
export function replaced(whole: unknown, at: Path, part: unknown): unknown
