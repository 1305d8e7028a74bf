/** Case procedures: their conditions, and every step, limit, article and organ they name. */
import { type Path, type Problem, problem, suggestion } from '../problems/problem.js'
import type { CaseProcedure, CaseStep, StepEdition } from '../schema/case-procedure.js'
import type { Basis } from '../schema/organ.js'
import type { Catalogue } from './catalogue.js'
import { checkCondition } from './conditions.js'
import type { Vocabulary } from './vocabulary.js'

type EachEdition = (edition: StepEdition, path: Path, step: CaseStep) => readonly Problem[]

const editionsOf = (procedure: CaseProcedure, path: Path, each: EachEdition): readonly Problem[] =>
  procedure.steps.flatMap((step, index) => step.editions.flatMap((edition, place) => each(edition, [...path, 'steps', index, 'editions', place], step)))

/** `dateFact` says what is wrong with a fact that is to hold a day. */
export function conditionsOfProcedure(
  procedure: CaseProcedure,
  path: Path,
  vocabulary: Vocabulary,
  dateFact: (id: string, path: Path, vocabulary: Vocabulary) => readonly Problem[],
): readonly Problem[] {
  return editionsOf(procedure, path, (edition, here) => [
    ...(edition.requiredWhen === undefined ? [] : checkCondition(edition.requiredWhen, [...here, 'requiredWhen'], vocabulary)),
    ...(edition.allowedWhen === undefined ? [] : checkCondition(edition.allowedWhen.condition, [...here, 'allowedWhen', 'condition'], vocabulary)),
    ...(edition.waitsFor ?? []).flatMap((wait, index) =>
      wait.when === undefined ? [] : checkCondition(wait.when, [...here, 'waitsFor', index, 'when'], vocabulary),
    ),
    ...(edition.officers?.exceptions ?? []).flatMap((exception, index) =>
      checkCondition(exception.when, [...here, 'officers', 'exceptions', index, 'when'], vocabulary),
    ),
    ...(edition.records ?? []).flatMap((fact, index) => dateFact(fact, [...here, 'records', index], vocabulary)),
  ])
}

interface Lookups {
  readonly article: (basis: Basis, path: Path, catalogue: Catalogue) => readonly Problem[]
  readonly organ: (id: string, path: Path, catalogue: Catalogue) => readonly Problem[]
}

export function caseProcedureReferences(procedure: CaseProcedure, path: Path, catalogue: Catalogue, { article, organ }: Lookups): readonly Problem[] {
  const own = new Set(procedure.steps.map((step) => step.id))
  const named = (id: string, place: Path, step: CaseStep): readonly Problem[] =>
    own.has(id) ? [] : [problem('HG7009', place, { id, step: step.id, ...suggestion(id, own) })]
  const limit = (id: string | undefined, place: Path): readonly Problem[] =>
    id === undefined || catalogue.timeLimits.has(id) ? [] : [problem('HG4013', place, { id })]
  return [
    ...procedure.steps.flatMap((step, index) =>
      step.by === 'authority' || step.by === 'party' ? [] : organ(step.by, [...path, 'steps', index, 'by'], catalogue),
    ),
    ...editionsOf(procedure, path, (edition, here, step) => [
      ...edition.basis.flatMap((basis, index) => article(basis, [...here, 'basis', index], catalogue)),
      ...edition.requires.flatMap((id, index) => named(id, [...here, 'requires', index], step)),
      ...(edition.follows === undefined ? [] : named(edition.follows, [...here, 'follows'], step)),
      ...limit(edition.limit, [...here, 'limit']),
      ...(edition.waitsFor ?? []).flatMap((wait, index) => limit(wait.limit, [...here, 'waitsFor', index, 'limit'])),
      ...(edition.mayExtend ?? []).flatMap((extension, index) => [
        ...named(extension.step, [...here, 'mayExtend', index, 'step'], step),
        ...article(extension.basis, [...here, 'mayExtend', index, 'basis'], catalogue),
      ]),
      ...(edition.officers === undefined
        ? []
        : [
            ...article(edition.officers.basis, [...here, 'officers', 'basis'], catalogue),
            ...(edition.officers.exceptions ?? []).flatMap((each, index) =>
              article(each.basis, [...here, 'officers', 'exceptions', index, 'basis'], catalogue),
            ),
          ]),
      ...(edition.lateFee === undefined ? [] : article(edition.lateFee.basis, [...here, 'lateFee', 'basis'], catalogue)),
    ]),
    ...circles(procedure, path),
  ]
}

/** Steps that would have to come before themselves; each circle is told once. */
function circles(procedure: CaseProcedure, path: Path): readonly Problem[] {
  const steps = new Map(procedure.steps.map((step) => [step.id, step]))
  const earlier = (id: string): readonly string[] =>
    (steps.get(id)?.editions ?? []).flatMap(({ requires, follows }) => [...requires, ...(follows === undefined ? [] : [follows])])
  const settled = new Set<string>()
  const found: (readonly string[])[] = []
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id)
    if (start >= 0) {
      found.push([...trail.slice(start), id])
      return
    }
    if (settled.has(id)) return
    for (const next of new Set(earlier(id))) visit(next, [...trail, id])
    settled.add(id)
  }
  for (const { id } of procedure.steps) visit(id, [])
  return found.map((chain) => {
    const [first = ''] = chain
    const index = procedure.steps.findIndex((step) => step.id === first)
    return problem('HG7010', [...path, 'steps', index], { step: first, chain: chain.join(' → ') })
  })
}
