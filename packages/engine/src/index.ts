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
export { assessStream, type StreamedAssessment } from './assessment/assess-stream.js'
export { type ConductFacts, type ConductFactsResult, conductFactsOf } from './assessment/conduct-facts.js'
export { type ExplainResult, explain, type RuleExplanation } from './assessment/explain.js'
export { createRuleOutcomes, type RuleOutcomes } from './assessment/rule-outcomes.js'
export type { RuntimeChoice, SyncRuntimeChoice } from './assessment/runtime-choice.js'
export { engineVersion } from './assessment/version.js'
export { type BatchDecider, type BatchDeciderOptions, createBatchDecider } from './columns/batch-decider.js'
export type { BatchFindings, TruthBits } from './columns/batch-findings.js'
export { type AskedLeaf, askedLeaf, type LeafTest } from './compiled/leaf-test.js'
export { type CompileOptions, compileModule, moduleHash, moduleSize } from './compiled/module-source.js'
export { compileModuleTypes } from './compiled/module-types.js'
export { createRuleDecider, type RuleDecider, type RuleDeciderOptions } from './compiled/rule-decider.js'
export { compiledRuntime } from './compiled/runtime.js'
export { evaluate as truthOfForm, leafTruth } from './conditions/evaluate.js'
export type { Explanation } from './conditions/explain.js'
export { type Facts, isDecidable, significant } from './conditions/leaf.js'
export { factsIn, type NormalForm } from './conditions/normal-form.js'
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
export { all as allOf, any as anyOf } from './conditions/truth.js'
export type { Span } from './facts/collect.js'
export { collectFacts, spanOf } from './facts/collect.js'
export { limitDuring } from './facts/limits.js'
export { governingEditions, leavesGap } from './findings/editions.js'
export { checkHolidays } from './focus/check-holidays.js'
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
export { conditionsOf } from './measures/consequence.js'
export { type ProgressOptions, type ProgressResult, progressOf } from './progress/progress.js'
export { type Alteration, alteredRuleset } from './ruleset/altered-ruleset.js'
export { type CompiledFact, type CompiledModule, moduleFormat } from './ruleset/compiled-module.js'
export type { FittingModule } from './ruleset/fitting-modules.js'
export { hashOf } from './ruleset/hash.js'
export { createRuleset, type Ruleset, type RulesetOptions, type RulesetResult, trustedRuleset } from './ruleset/ruleset.js'
