/** hegui's testing of rules: cases run, coverage by meaning, and the cases that are missing proposed. Pure: data in, results out. */

export { type CaseDifference, type CaseResult, recordOfCase, runCase } from '@hegui/analysis'
export { caseProblems } from './cases/case-problems.js'
export { checkCase } from './cases/check-case.js'
export { type Count, type Coverage, type CoverageInput, countsOf, coverageOf, type PlanCoverage, percentText, totalOf } from './coverage/coverage.js'
export { createFiringTally, type FiringTally, type RuleFiring } from './coverage/firing.js'
export { type Edge, type Obligation, type ObligationKind, obligationKinds } from './coverage/obligation.js'
export { kindTitles } from './coverage/obligation-text.js'
export { type CoverageItem, coverRule, type RuleCoverage } from './coverage/rule-coverage.js'
