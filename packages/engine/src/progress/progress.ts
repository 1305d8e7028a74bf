/** `progressOf`: how far a case has come in, what has to happen next out. */
import { calendarVersion } from '@hegui/calendar'
import { type CaseProgress, type CaseStatus, checkCaseProgress, isLocalDate, type Problem, problem, type StepStatus, shown } from '@hegui/model'
import { calendarHash } from '../assessment/calendar-hash.js'
import { engineVersion } from '../assessment/version.js'
import { hashOf } from '../ruleset/hash.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { type CaseContext, caseContext, editionFor } from './case-context.js'
import { caseQuestions } from './case-questions.js'
import { lateFeesOf } from './late-fee.js'
import { stepStatus } from './step-status.js'

export interface ProgressOptions {
  /** The day up to which the case is looked at, `YYYY-MM-DD`. Default: the `asOf` of the case. */
  readonly asOf?: string
}

export type ProgressResult =
  | { readonly ok: true; readonly progress: CaseStatus; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Where a case stands: next steps, blocked ones with the reason, overdue ones, each due date with its counting. Pure: no
 * clock; same input, same bytes. A case with errors gives the problems and no status; warnings come with the status.
 */
export function progressOf(value: unknown, ruleset: Ruleset, { asOf: wanted }: ProgressOptions = {}): ProgressResult {
  const problems = [
    ...(wanted === undefined || isLocalDate(wanted) ? [] : [problem('HG2006', ['asOf'], { found: shown(wanted) })]),
    ...checkCaseProgress(value, ruleset.vocabulary, ruleset.catalogue, wanted),
  ]
  if (problems.some((found) => found.severity === 'error')) return { ok: false, problems }
  const progress = value as CaseProgress
  const context = caseContext(progress, wanted ?? (progress.asOf as string), ruleset)
  return { ok: true, progress: statusOf(context), problems }
}

function statusOf(context: CaseContext): CaseStatus {
  const { progress, asOf, ruleset } = context
  const procedureOf = new Map(
    [...new Set(progress.procedures)].flatMap((id) => (ruleset.catalogue.caseProcedures.get(id)?.steps ?? []).map((step) => [step.id, id] as const)),
  )
  const steps = [...context.steps.values()].map((step) => stepStatus(step, procedureOf.get(step.id) ?? '', context))
  const named = (chosen: (status: StepStatus) => boolean): string[] => steps.filter(chosen).map((status) => status.step)
  return {
    schema: 'hegui/case-status@1',
    case: { id: progress.id, hash: hashOf(progress) },
    asOf,
    packs: ruleset.packs,
    engine: { version: engineVersion },
    calendar: { version: calendarVersion, hash: calendarHash() },
    steps,
    next: mostUrgentFirst(
      steps.filter(({ state, blockedBy }) => state === 'ready' || (state === 'overdue' && blockedBy.length === 0)),
      steps,
      context,
    ),
    blocked: named(({ state, blockedBy }) => state === 'blocked' || (state === 'overdue' && blockedBy.length > 0)),
    overdue: named(({ state }) => state === 'overdue'),
    questions: caseQuestions(steps, context),
    lateFees: lateFeesOf(steps, context),
  }
}

const never = '9999-12-31'

/** By the day a step is due, or a step that cannot be taken without it; what need not be done comes after what must. */
function mostUrgentFirst(open: readonly StepStatus[], all: readonly StepStatus[], context: CaseContext): readonly string[] {
  const order = new Map(all.map(({ step }, index) => [step, index]))
  const urgency = new Map(open.map((status) => [status.step, status.optional ? (status.due?.date ?? never) : urgencyOf(status.step, all, context, new Set())]))
  const place = (id: string): number => order.get(id) ?? 0
  return [...open]
    .sort(
      (a, b) => Number(a.optional) - Number(b.optional) || compare(urgency.get(a.step) ?? never, urgency.get(b.step) ?? never) || place(a.step) - place(b.step),
    )
    .map((status) => status.step)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function urgencyOf(id: string, all: readonly StepStatus[], context: CaseContext, seen: Set<string>): string {
  if (seen.has(id)) return never
  seen.add(id)
  const own = all.find((status) => status.step === id)?.due?.date ?? never
  const waiting = all.filter((status) => status.on === undefined && !status.optional && requires(status.step, id, context))
  return [own, ...waiting.map((status) => urgencyOf(status.step, all, context, seen))].sort(compare)[0] ?? never
}

function requires(later: string, earlier: string, context: CaseContext): boolean {
  const step = context.steps.get(later)
  const edition = step === undefined ? undefined : editionFor(step, context.asOf)
  return edition !== undefined && (edition.requires.includes(earlier) || edition.follows === earlier)
}
