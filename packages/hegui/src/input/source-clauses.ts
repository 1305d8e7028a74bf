/** `clauses.json` beside a `plan.json`: the clauses of the source, each of which the plan must have with all its kinds. */
import { basename, dirname, join } from 'node:path'
import { checkShape, type Plan, type Problem, placed, problem, type ReadJson, sourceClausesSchema } from '@hegui/model'

export interface ReadFile {
  readonly file: string
  readonly read: ReadJson
}

type SourceClauses = { readonly clauses: readonly { readonly instrument: string; readonly clause: string; readonly kinds: readonly string[] }[] }

/** Lists that stand elsewhere are data of somebody's test. */
export const besidePlan = (file: string, files: readonly string[]): boolean => files.includes(join(dirname(file), 'plan.json'))

export const clausesShape = (value: unknown): readonly Problem[] => checkShape(sourceClausesSchema, value)

/** Clauses of the source that their plan has no place for. A plan that was left out for its faults is not asked. */
export function clausesWithoutPlace(lists: readonly ReadFile[], plans: readonly { readonly plan: Plan; readonly file: string }[]): readonly Problem[] {
  return lists.flatMap(({ file, read }) => {
    const plan = plans.find((each) => basename(each.file) === 'plan.json' && dirname(each.file) === dirname(file))?.plan
    if (plan === undefined) return []
    return placed(
      (read.value as SourceClauses).clauses.flatMap(({ instrument, clause, kinds }, index) => {
        const encoded = plan.clauses.find((each) => each.id === clause)
        const complete = instrument === plan.id && encoded !== undefined && kinds.every((kind) => (encoded.kinds as readonly string[]).includes(kind))
        return complete ? [] : [problem('HG4020', ['clauses', index], { clause, kinds: kinds.join('、'), kindsEn: kinds.join(', '), plan: plan.id })]
      }),
      read,
      file,
    )
  })
}
