/** `assess`: a record in, an assessment or the list of what is wrong with the record out. */
import { calendarVersion } from '@hegui/calendar'
import { type Assessment, checkRecord, type InspectionRecord, isLocalDate, type Problem, problem, shown } from '@hegui/model'
import type { Decision, Runtime, SyncRuntime } from '../conditions/runtime.js'
import type { Request, Steps } from '../conditions/steps.js'
import { hashOf } from '../ruleset/hash.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { calendarHash } from './calendar-hash.js'
import { runtimeOf, type SyncRuntimeChoice } from './runtime-choice.js'
import { assessSteps, type Results } from './steps.js'
import { engineVersion } from './version.js'

export interface AssessOptions {
  /** The day on which the assessment is made, `YYYY-MM-DD`. Default: the record's `decidedOn`, else its `inspectedOn`. */
  readonly decidedOn?: string
}

export type AssessResult =
  | { readonly ok: true; readonly assessment: Assessment; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Assesses one inspection record. Pure and synchronous: no clock, no disk, no network; same input, same bytes.
 *
 * A record with problems gives the problems and no assessment. Facts the record lacks are unknown: they lead to
 * `undetermined` findings, `missing` facts and `questions`, never to a guess. Does not throw on any JSON value.
 */
export function assess(record: unknown, ruleset: Ruleset, options: AssessOptions & { readonly runtime?: SyncRuntimeChoice } = {}): AssessResult {
  const runtime = runtimeOf(options.runtime, ruleset)
  const ready = prepare(record, ruleset, options)
  if (!ready.ok) return ready
  return assessed(ready, runSync(assessSteps(ready.record, ruleset, ready.decidedOn), runtime), ruleset, runtime)
}

interface Ready {
  readonly ok: true
  readonly record: InspectionRecord
  readonly decidedOn: string
  readonly decidedOnFrom: Assessment['decidedOnFrom']
}

/** A record that can be assessed, and the day it is assessed for; or everything that is wrong with it. */
export function prepare(
  value: unknown,
  ruleset: Ruleset,
  { decidedOn: wanted }: AssessOptions,
): Ready | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems = [
    ...(wanted === undefined || isLocalDate(wanted) ? [] : [problem('HG2006', ['decidedOn'], { found: shown(wanted) })]),
    ...checkRecord(value, ruleset.vocabulary, ruleset.catalogue, wanted),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const record = value as InspectionRecord
  return {
    ok: true,
    record,
    decidedOn: wanted ?? record.decidedOn ?? record.inspectedOn,
    decidedOnFrom: wanted !== undefined ? 'option' : record.decidedOn !== undefined ? 'record' : 'inspection',
  }
}

export function assessed({ record, decidedOn, decidedOnFrom }: Ready, results: Results, ruleset: Ruleset, runtime: Runtime): AssessResult {
  return {
    ok: true,
    problems: [],
    assessment: {
      schema: 'hegui/assessment@1',
      record: { id: record.id, hash: hashOf(record) },
      decidedOn,
      decidedOnFrom,
      packs: ruleset.packs,
      engine: { version: engineVersion, runtime: runtime.name },
      calendar: { version: calendarVersion, hash: calendarHash() },
      optionsHash: optionsHashOf(decidedOn),
      ...results,
    },
  }
}

// Records come day by day.
let lastOptions = { decidedOn: '', hash: '' }
function optionsHashOf(decidedOn: string): string {
  if (lastOptions.decidedOn !== decidedOn) lastOptions = { decidedOn, hash: hashOf({ decidedOn }) }
  return lastOptions.hash
}

function runSync<T>(steps: Steps<T>, runtime: SyncRuntime): T {
  let step = steps.next()
  while (!step.done) step = steps.next(decideSync(step.value, runtime))
  return step.value
}

function decideSync({ questions, editions, facts }: Request, runtime: SyncRuntime): readonly Decision[] {
  const decided = editions === undefined ? undefined : runtime.decideRules?.(editions, facts)
  if (decided !== undefined) return complete(decided, (editions?.length ?? 0) * 2, runtime)
  const asked = questions()
  const given = runtime.decide(asked, facts)
  // Only a caller without types gets here: `assess` is typed to take runtimes that answer at once.
  if (!Array.isArray(given)) throw new TypeError(`the runtime “${runtime.name}” answers by promise: call assessAsync`)
  return complete(given, asked.length, runtime)
}

export async function runAsync<T>(steps: Steps<T>, runtime: Runtime): Promise<T> {
  let step = steps.next()
  while (!step.done) step = steps.next(await decideAsync(step.value, runtime))
  return step.value
}

async function decideAsync(request: Request, runtime: Runtime): Promise<readonly Decision[]> {
  if ('decideRules' in runtime) return decideSync(request, runtime)
  const asked = request.questions()
  return complete(await runtime.decide(asked, request.facts), asked.length, runtime)
}

/** A runtime that leaves a question out would leave a rule out: that is no answer, and no assessment. */
function complete(decisions: readonly Decision[], asked: number, { name }: Runtime): readonly Decision[] {
  if (decisions.length !== asked) throw new Error(`the runtime “${name}” was asked ${asked} questions and gave ${decisions.length} decisions`)
  return decisions
}
