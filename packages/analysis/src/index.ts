/** hegui's analysis: is each clause of a plan lawful, is each citation still in force, what does a rule say? Pure: data in, findings out. */

export {
  type Backtest,
  type BacktestedRecord,
  type Backtester,
  type BacktestOptions,
  backtestOf,
  type ChangeExample,
  createBacktester,
  type ExplainedChange,
  type RecordChange,
  type RecordPlace,
  type RuleBacktest,
} from './backtest/backtest.js'
export {
  type ChangeKind,
  type ComparedMeasure,
  changeKinds,
  type MeasureChange,
  type MeasurePart,
  type RuleChange,
  ruleChanges,
  type TaskChange,
} from './backtest/rule-changes.js'
export type { KindCounts, RegionChanges } from './backtest/tally.js'
export type { LeafAnswer, LeafChange, Why } from './backtest/why.js'
export { answerTo, type CaseAnswer, type CaseAnswered, recordOfCase } from './cases/case-answer.js'
export { type CaseDifference, type CaseResult, differencesOf, runCase } from './cases/run-case.js'
export { type PeriodDifference, type Relation, type RuleComparison, relations } from './diff/compare-rule.js'
export type { ConditionChange } from './diff/condition-change.js'
export { type Aspect, aspects, type DataChange, type Effect } from './diff/data-change.js'
export {
  type Bump,
  bumps,
  casesOfDiff,
  changesOf,
  compareRuleIn,
  type DiffOptions,
  type DiffResult,
  diffOf,
  diffWithSolver,
  owedBy,
  type PackDiff,
  type RuleDiff,
  type RuleNamed,
} from './diff/diff.js'
export { type OutcomeName, type OutcomeQuestion, questions as outcomeQuestions, type Shift, type Transition } from './diff/outcome.js'
export type { Solver } from './diff/solver/solver.js'
export { openZ3 } from './diff/solver/z3.js'
export { answerPhrase, type Words } from './diff/value-words.js'
export type { CounterExample } from './diff/witness.js'
export { type Dated, inForceOn, overlaps, type Period } from './law/period.js'
export type { Cited, EditionInForce, NormCited, Reading } from './law/reading.js'
export {
  type Because,
  type ClauseLegality,
  type LegalityLine,
  type LegalityStatus,
  legalityStatuses,
  type PlanLegality,
  type RouteLegality,
} from './legality/legality.js'
export { type LegalityOptions, legalityOf } from './legality/legality-of.js'
export { type ArticleAsked, type ArticleQuery, articleAsked } from './rules/article-query.js'
export { articlesMeet, articleWritten } from './rules/chinese-article.js'
export { domainOf, factsOfRule, findRules, inOrder, type RuleArticle, type RuleFilter, type RuleSummary } from './rules/rule-summary.js'
export { basisText } from './sentence/basis-text.js'
export { phraseOf, type RuleSentences, ruleSentences, sentenceOf } from './sentence/sentence.js'
export { type Staleness, stalenessOf } from './staleness/staleness.js'
