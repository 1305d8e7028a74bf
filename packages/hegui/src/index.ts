/**
 * hegui with all its packs: an inspection record in, a lawful assessment out.
 *
 * The functions of `@hegui/engine` with the shipped ruleset filled in. For other packs, make a ruleset with
 * `createRuleset` and pass it as `ruleset`.
 */
import * as engine from '@hegui/engine'
import type { AppraisalRequest } from '@hegui/model'
import { shippedRuleset } from './packs.js'

export type {
  AppraiseAsyncInput,
  AppraiseInput,
  AppraiseResult,
  AssessAsyncResult,
  AssessResult,
  ExplainResult,
  Explanation,
  FactAnswer,
  FactProvider,
  FactRequest,
  PlanCalendar,
  ProgressResult,
  RuleExplanation,
  Ruleset,
  Runtime,
  StockEngine,
  StreamedAssessment,
  Truth,
} from '@hegui/engine'
export { createAggregator, createRuleset, directRuntime, jsonRulesEngineRuntime, mergeAggregates, planCalendar, toJsonRulesEngine } from '@hegui/engine'
export type {
  Aggregate,
  Appraisal,
  AppraisalFile,
  AppraisalRequest,
  AssessedAction,
  AssessedMeasure,
  Assessment,
  CaseProgress,
  CaseStatus,
  Finding,
  InspectionRecord,
  Language,
  Pack,
  PlanItem,
  Problem,
  ProblemCode,
  Question,
  Rule,
} from '@hegui/model'
export { readJson, renderProblem } from '@hegui/model'
export { shippedCompiled, shippedPacks, shippedRuleset } from './packs.js'
export { assessmentText } from './report/assessment-text.js'
export { calendarIcs } from './report/calendar-ics.js'
export { calendarText } from './report/calendar-text.js'
export { progressText } from './report/progress-text.js'

interface WithRuleset {
  /** Default: the shipped packs. */
  readonly ruleset?: engine.Ruleset
}

/** Assesses one record. Synchronous and pure; see `assess` of `@hegui/engine`. */
export const assess = (
  record: unknown,
  { ruleset = shippedRuleset(), ...options }: Parameters<typeof engine.assess>[2] & WithRuleset = {},
): engine.AssessResult => engine.assess(record, ruleset, options)

/** Assesses one record with fact providers; see `assessAsync` of `@hegui/engine`. */
export const assessAsync = (
  record: unknown,
  { ruleset = shippedRuleset(), ...options }: engine.AssessAsyncOptions & WithRuleset = {},
): Promise<engine.AssessAsyncResult> => engine.assessAsync(record, ruleset, options)

/** Assesses a stream of records one by one, of any length; see `assessStream` of `@hegui/engine`. */
export const assessStream = (
  records: AsyncIterable<unknown> | Iterable<unknown>,
  { ruleset = shippedRuleset(), ...options }: engine.AssessAsyncOptions & WithRuleset = {},
): AsyncGenerator<engine.StreamedAssessment, void, undefined> => engine.assessStream(records, ruleset, options)

/** How one rule came to its finding about one conduct; see `explain` of `@hegui/engine`. */
export const explain = (
  record: unknown,
  { ruleset = shippedRuleset(), ...options }: Parameters<typeof engine.explain>[2] & WithRuleset,
): engine.ExplainResult => engine.explain(record, ruleset, options)

/** How far a case has come and what comes next; see `progressOf` of `@hegui/engine`. */
export const progressOf = (value: unknown, { ruleset = shippedRuleset(), ...options }: engine.ProgressOptions & WithRuleset = {}): engine.ProgressResult =>
  engine.progressOf(value, ruleset, options)

/** One unit appraised by a plan over a period; see `appraise` of `@hegui/engine`. Tables, ledgers and pages of it are in `@hegui/report`. */
export const appraise = (request: AppraisalRequest, { ruleset = shippedRuleset(), ...input }: engine.AppraiseInput & WithRuleset): engine.AppraiseResult =>
  engine.appraise(request, ruleset, input)

/** The same of records that arrive one by one; see `appraiseAsync` of `@hegui/engine`. */
export const appraiseAsync = (
  request: AppraisalRequest,
  { ruleset = shippedRuleset(), ...input }: engine.AppraiseAsyncInput & WithRuleset,
): Promise<engine.AppraiseResult> => engine.appraiseAsync(request, ruleset, input)
