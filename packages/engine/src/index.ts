/** hegui's engine: packs in, a ruleset out; a record in, an assessment out. No text, no files, no clock. */

export { type AccountabilityContext, appraisedAccountability } from './appraisal/accountability.js'
export { type AggregateOptions, type AggregateResult, type Aggregator, aggregateAsync, aggregateOf, createAggregator } from './appraisal/aggregate.js'
export { type AppraiseAsyncInput, type AppraiseInput, type AppraiseResult, appraise, appraiseAsync } from './appraisal/appraise.js'
export { type AppraisedDuties, appraiseDuties, type DutyOptions, dutiesOf } from './appraisal/duties.js'
export type { Figure, FigureContext } from './appraisal/figure.js'
export { formulasOfPlan } from './appraisal/formulas-of-plan.js'
export { type MergeResult, mergeAggregates } from './appraisal/merge.js'
export { stagesAt } from './appraisal/stages.js'
export { appraisedStatistics } from './appraisal/statistics.js'
export { appraisedTargets, type TargetSettings } from './appraisal/targets.js'
export { tracesOf } from './appraisal/traces.js'
export { tracingsOf } from './appraisal/tracing.js'
export { problemsOfUnmatched, type UnmatchedSubmission } from './appraisal/unmatched.js'
export { figureOf } from './appraisal/value.js'
export { type AssessOptions, type AssessResult, assess } from './assessment/assess.js'
export {
  type AssessAsyncOptions,
  type AssessAsyncResult,
  assessAsync,
  type FactAnswer,
  type FactProvider,
  type FactRequest,
} from './assessment/assess-async.js'
export { type ExplainResult, explain, type RuleExplanation } from './assessment/explain.js'
export type { RuntimeChoice, SyncRuntimeChoice } from './assessment/runtime-choice.js'
export { engineVersion } from './assessment/version.js'
export { type CompileOptions, compileModule, moduleFormat, moduleHash } from './compiled/module-source.js'
export { createRuleDecider, type RuleDecider, type RuleDeciderOptions } from './compiled/rule-decider.js'
export { compiledRuntime } from './compiled/runtime.js'
export type { Explanation } from './conditions/explain.js'
export type { Facts } from './conditions/leaf.js'
export type { NormalForm } from './conditions/normal-form.js'
export {
  type AsyncRuntime,
  type Decision,
  directRuntime,
  type Failure,
  type Question as RuntimeQuestion,
  type Runtime,
  type SyncRuntime,
} from './conditions/runtime.js'
export type { Truth } from './conditions/truth.js'
export { checkWindows } from './focus/check-windows.js'
export { dutyOccurrences } from './focus/duty-occurrences.js'
export { weightFactors } from './focus/focus-rank.js'
export { type OpenFocus, openFocus } from './focus/open-focus.js'
export {
  type CalendarDays,
  type CalendarDuty,
  type CalendarFocus,
  type CalendarStage,
  type DaysOff,
  type PlanCalendar,
  type PlanCalendarOptions,
  planCalendar,
  type UnplacedDuty,
} from './focus/plan-calendar.js'
export { dutySpan, planSpan, widestDays, windowContext } from './focus/plan-days.js'
export { type StockEngine, type StockOptions, toJsonRulesEngine } from './json-rules-engine/export.js'
export { jsonRulesEngineRuntime } from './json-rules-engine/runtime.js'
export { type ProgressOptions, type ProgressResult, progressOf } from './progress/progress.js'
export { hashOf } from './ruleset/hash.js'
export { createRuleset, type Ruleset, type RulesetResult } from './ruleset/ruleset.js'
// What @hegui/testing takes apart: the facts of a conduct, the truth of one comparison, the edition of a day.
export { evaluate as truthOfForm, leafTruth } from './conditions/evaluate.js'
export { all as allOf, any as anyOf } from './conditions/truth.js'
export { collectFacts, spanOf } from './facts/collect.js'
export { governingEditions } from './findings/editions.js'
