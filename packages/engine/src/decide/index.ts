/**
 * Decides only: compiled modules and a record in, a verdict for each rule and conduct out. For pages and workers:
 * without zod, Luxon or json-rules-engine, without generated code at run time, without Node.
 *
 * Verdicts are those of `assess`. What these rest on – norms, measures, actions, questions – is `assess`'s to say,
 * and so is everything that can be wrong with a record: here only what the verdicts hang on is looked at.
 */
export type { DecidedVerdict } from '../findings/outcome.js'
export { type CompiledFact, type CompiledModule, moduleFormat, type RuleIdOf } from '../ruleset/compiled-module.js'
export { type ConductDecider, type ConductDeciderResult, type ConductVerdicts, createConductDecider, type DecideResult } from './conduct-decider.js'
export type { Trouble } from './trouble.js'
