/** A case's progress against the vocabulary and the procedures: unknown steps, facts and organs, and dates that cannot be. */
import { type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'
import type { CaseStep } from '../schema/case-procedure.js'
import { type CaseProgress, caseProgressSchema } from '../schema/case-progress.js'
import { isLocalDate } from '../schema/primitives.js'
import type { Catalogue } from './catalogue.js'
import { plainDataProblems } from './plain-data.js'
import { valueProblems } from './record.js'
import { departures } from './shape.js'
import type { Vocabulary } from './vocabulary.js'

const MAX_DEPTH = 16

/** Everything wrong with it. Warnings do not keep it from being looked at. `asOf` stands for its own, where given. */
export function checkCaseProgress(value: unknown, vocabulary: Vocabulary, catalogue: Catalogue, asOf?: string): readonly Problem[] {
  const hostile = plainDataProblems(value, [], MAX_DEPTH)
  if (hostile.length > 0) return hostile
  const shape = departures(caseProgressSchema, value, [])
  if (shape.length > 0) return shape
  const progress = value as CaseProgress
  return [
    ...names(progress, catalogue),
    ...facts(progress, vocabulary),
    ...repeated(progress),
    ...days(progress, asOf ?? progress.asOf),
    ...order(progress, catalogue),
  ]
}

/** The steps of the procedures of a case, by id. */
export const stepsOf = ({ procedures }: Pick<CaseProgress, 'procedures'>, { caseProcedures }: Catalogue): ReadonlyMap<string, CaseStep> =>
  new Map([...new Set(procedures)].flatMap((id) => (caseProcedures.get(id)?.steps ?? []).map((step) => [step.id, step] as const)))

function names(progress: CaseProgress, catalogue: Catalogue): readonly Problem[] {
  const known = stepsOf(progress, catalogue)
  const unknownProcedures = progress.procedures.flatMap((id, index) =>
    catalogue.caseProcedures.has(id) ? [] : [problem('HG7001', ['procedures', index], { id: shown(id), ...suggestion(id, catalogue.caseProcedures.keys()) })],
  )
  const organ = catalogue.organs.has(progress.authority)
    ? []
    : [
        problem('HG5005', ['authority'], {
          what: '办案机关',
          whatEn: 'The authority',
          id: shown(progress.authority),
          ...suggestion(progress.authority, catalogue.organs.keys()),
        }),
      ]
  const steps = progress.steps.flatMap(({ step }, index) => {
    if (known.has(step)) return []
    const elsewhere = [...catalogue.caseProcedures.values()].find((procedure) => procedure.steps.some((each) => each.id === step))
    const hint =
      elsewhere === undefined
        ? suggestion(step, known.keys())
        : {
            suggestion: `它属于程序 “${elsewhere.id}”（${elsewhere.title}）。`,
            suggestionEn: `It belongs to the procedure “${elsewhere.id}” (${elsewhere.englishTitle}).`,
          }
    return [problem('HG7002', ['steps', index, 'step'], { id: shown(step), ...hint })]
  })
  // A procedure that does not exist has no steps: that is said once.
  return [...unknownProcedures, ...organ, ...(unknownProcedures.length > 0 ? [] : steps)]
}

function facts({ facts: given }: CaseProgress, vocabulary: Vocabulary): readonly Problem[] {
  return Object.entries(given ?? {}).flatMap(([id, value]) => {
    const path: Path = ['facts', id]
    const fact = vocabulary.facts.get(id)
    if (fact === undefined) return [problem('HG5001', path, { fact: shown(id), ...suggestion(id, vocabulary.facts.keys()) })]
    if (!id.startsWith('case.') && fact.scope !== 'party') return [problem('HG7003', path, { fact: id })]
    return value === null ? [] : valueProblems(fact, value, path)
  })
}

const repeated = ({ steps }: CaseProgress): readonly Problem[] =>
  steps.flatMap(({ step }, index) =>
    steps.findIndex((other) => other.step === step) === index ? [] : [problem('HG7006', ['steps', index, 'step'], { id: step })],
  )

function days({ steps, openedOn }: CaseProgress, asOf: string | undefined): readonly Problem[] {
  if (asOf === undefined) return [problem('HG7008', [])]
  return [
    ...steps.flatMap(({ step, on, at }, index): readonly Problem[] => [
      ...(isLocalDate(asOf) && on > asOf
        ? [
            problem('HG7005', ['steps', index, 'on'], {
              step,
              on,
              limit: `截至日 ${asOf}`,
              limitEn: `${asOf}, the day looked at`,
              side: '晚于',
              sideEn: 'after',
            }),
          ]
        : []),
      ...(openedOn !== undefined && on < openedOn
        ? [
            problem('HG7005', ['steps', index, 'on'], {
              step,
              on,
              limit: `案件开始日 ${openedOn}`,
              limitEn: `${openedOn}, the day the case began`,
              side: '早于',
              sideEn: 'before',
            }),
          ]
        : []),
      ...(at !== undefined && dayInChina(at) !== on ? [problem('HG7007', ['steps', index, 'at'], { at, on, found: dayInChina(at) })] : []),
    ]),
  ]
}

/** China has kept one offset since 1992; a day computed with it does not depend on the host. */
export const dayInChina = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** A warning, not an error: that a step was taken too early is what has to be reported about the case. */
function order(progress: CaseProgress, catalogue: Catalogue): readonly Problem[] {
  const steps = stepsOf(progress, catalogue)
  const done = new Map(progress.steps.map(({ step, on }) => [step, on]))
  return progress.steps.flatMap(({ step, on }, index) =>
    [...before(step, on, steps)].flatMap((earlier) => {
      const day = done.get(earlier)
      return day === undefined || day <= on
        ? []
        : [
            problem('HG7004', ['steps', index, 'on'], {
              step: steps.get(step)?.title ?? step,
              stepEn: step,
              on,
              earlier: steps.get(earlier)?.title ?? earlier,
              earlierEn: earlier,
              day,
            }),
          ]
    }),
  )
}

/** Every step that must come before this one, by the editions of the day, at any remove. */
function before(step: string, day: string, steps: ReadonlyMap<string, CaseStep>, found = new Set<string>()): ReadonlySet<string> {
  const edition = steps.get(step)?.editions.find(({ inForce }) => (inForce.from ?? '') <= day && day <= (inForce.to ?? '9999'))
  for (const earlier of [...(edition?.requires ?? []), ...(edition?.follows === undefined ? [] : [edition.follows])]) {
    if (found.has(earlier)) continue
    found.add(earlier)
    before(earlier, day, steps, found)
  }
  return found
}
