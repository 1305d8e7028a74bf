/** `appraise`: everything the plan asks of one unit over a period, out of records, submissions and figures. */
import { calendarVersion } from '@hegui/calendar'
import { type Aggregate, type Appraisal, type AppraisalFile, type AppraisalRequest, checkAppraisalFile, type Plan, type Problem, type Unit } from '@hegui/model'
import { calendarHash } from '../assessment/calendar-hash.js'
import { engineVersion } from '../assessment/version.js'
import { hashOf } from '../ruleset/hash.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { appraisedAccountability } from './accountability.js'
import { aggregateAsync, aggregateOf } from './aggregate.js'
import { type AppraisedDuties, appraiseDuties } from './duties.js'
import type { FigureContext } from './figure.js'
import { joinedAggregate } from './joined-aggregate.js'
import { dayOf, earlierOf } from './moment.js'
import { stagesAt } from './stages.js'
import { appraisedStatistics } from './statistics.js'
import { appraisedTargets } from './targets.js'
import { tracingsOf } from './tracing.js'
import { problemsOfUnmatched } from './unmatched.js'
import { figureOf } from './value.js'

export interface AppraiseInput {
  /** The appraisal file: register of units, submissions, outside figures, what was established. Anything; it is checked. */
  readonly file: unknown
  /** Inspection records, of any days and regions: what is outside the period and the unit's region does not count. */
  readonly records?: Iterable<unknown>
  /** Names `records` among the sources of the aggregate. Default `records`. */
  readonly source?: string
  /** Aggregates saved before, for example of the districts of a city. Each is checked; sources in common are refused. */
  readonly aggregates?: readonly unknown[]
}

export type AppraiseAsyncInput = Omit<AppraiseInput, 'records'> & { readonly records?: AsyncIterable<unknown> | Iterable<unknown> }

export type AppraiseResult =
  | {
      readonly ok: true
      readonly appraisal: Appraisal
      /** What the figures were taken from; it can be saved and merged with others. */
      readonly aggregate: Aggregate
      /** Of what was left out. Paths start with `file`, `records` or `aggregates`; those of the request are empty. */
      readonly problems: readonly Problem[]
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Appraises one unit by one plan. Pure: no clock, no disk, no network; same input, same bytes, in whatever order the records come.
 *
 * An entry of the file, a record or an aggregate with problems is left out and reported; the rest counts. Only an unknown
 * plan or unit, a period outside the plan or a wrong request leaves nothing to appraise. Does not throw on any JSON value.
 */
export function appraise(request: AppraisalRequest, ruleset: Ruleset, input: AppraiseInput): AppraiseResult {
  const ready = prepareAppraisal(request, ruleset, input.file)
  if (!ready.ok) return ready
  const { plan, file } = ready
  const counted = input.records === undefined ? undefined : aggregateOf(input.records, ruleset, { plan, file, source: input.source ?? 'records' })
  return finished(ready, counted, request, ruleset, input)
}

/** As `appraise`, of records that arrive one by one; of a record only its id is kept. */
export async function appraiseAsync(request: AppraisalRequest, ruleset: Ruleset, input: AppraiseAsyncInput): Promise<AppraiseResult> {
  const ready = prepareAppraisal(request, ruleset, input.file)
  if (!ready.ok) return ready
  const { plan, file } = ready
  const counted = input.records === undefined ? undefined : await aggregateAsync(input.records, ruleset, { plan, file, source: input.source ?? 'records' })
  return finished(ready, counted, request, ruleset, input)
}

interface Ready {
  readonly ok: true
  readonly plan: Plan
  readonly unit: Unit
  readonly file: AppraisalFile
  readonly problems: readonly Problem[]
}

function prepareAppraisal(
  request: AppraisalRequest,
  { vocabulary, catalogue }: Ruleset,
  value: unknown,
): Ready | { readonly ok: false; readonly problems: readonly Problem[] } {
  const checked = checkAppraisalFile(value, { vocabulary, catalogue, request })
  const problems = checked.problems.map((found) => (found.path.length === 0 ? found : under('file', found)))
  const { file } = checked
  const plan = file === null ? undefined : catalogue.plans.get(request.plan)
  const unit = file?.units.find((each) => each.id === request.unit)
  return file === null || plan === undefined || unit === undefined ? { ok: false, problems } : { ok: true, plan, unit, file, problems }
}

const under = (part: 'file' | 'records' | 'aggregates', found: Problem): Problem => ({ ...found, path: [part, ...found.path] })

function finished(
  ready: Ready,
  counted: { readonly aggregate: Aggregate; readonly problems: readonly Problem[] } | undefined,
  request: AppraisalRequest,
  ruleset: Ruleset,
  { file: written, aggregates = [] }: Pick<AppraiseInput, 'file' | 'aggregates'>,
): AppraiseResult {
  const { plan, unit, file } = ready
  const { period, now } = request
  const { aggregate, problems: ofAggregates } = joinedAggregate(plan, file, ruleset, counted?.aggregate, aggregates)
  const appraised = appraiseDuties(plan, unit, file, { period, now })
  const problems = [
    ...ready.problems,
    // The check let the file pass, so it has the shape of one; entries that were left out keep their places in it.
    ...problemsOfUnmatched(plan, appraised.unmatched, written as AppraisalFile).map((found) => under('file', found)),
    ...(counted?.problems ?? []).map((found) => under('records', found)),
    ...ofAggregates.map((found) => under('aggregates', found)),
  ]
  return { ok: true, appraisal: appraisalOf(ready, appraised, aggregate, request, ruleset), aggregate, problems }
}

function appraisalOf(
  { plan, unit, file }: Ready,
  { duties, left }: AppraisedDuties,
  aggregate: Aggregate,
  request: AppraisalRequest,
  ruleset: Ruleset,
): Appraisal {
  const { period, now } = request
  const context: FigureContext = { aggregate, figures: file.figures ?? [], units: file.units, unit, period, seenOn: dayOf(now) }
  const { tracings, more } = tracingsOf(plan, unit, file.units, aggregate, { period: { from: period.from, to: earlierOf(dayOf(now), period.to) } }, ruleset)
  return {
    schema: 'hegui/appraisal@1',
    plan: plan.id,
    unit,
    period,
    now,
    packs: ruleset.packs,
    engine: { version: engineVersion },
    calendar: { version: calendarVersion, hash: calendarHash() },
    inputHash: hashOf({ request, file, aggregate }),
    records: aggregate.sources.reduce((sum, source) => sum + source.records, 0),
    stages: stagesAt(plan, dayOf(now)),
    duties,
    otherSubmissions: left,
    targets: appraisedTargets(plan, context, file, ruleset),
    accountability: appraisedAccountability(plan, unit, { file, figureOf: (formula) => figureOf(formula, context), duties, period, now, ruleset }),
    statistics: appraisedStatistics(plan, context, ruleset),
    tracings,
    moreTracings: more,
  }
}
