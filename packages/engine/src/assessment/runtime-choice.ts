/** Which runtime decides: by name, or one of the caller's own. They may differ in speed, never in an answer. */
import { compiledRuntime } from '../compiled/runtime.js'
import { directRuntime, type Runtime, type SyncRuntime } from '../conditions/runtime.js'
import { jsonRulesEngineRuntime } from '../json-rules-engine/runtime.js'
import type { Ruleset } from '../ruleset/ruleset.js'

/** json-rules-engine answers by promise, so that only `assessAsync` can be asked for it. */
export type SyncRuntimeChoice = 'compiled' | 'direct' | SyncRuntime
export type RuntimeChoice = 'compiled' | 'direct' | 'json-rules-engine' | Runtime

export function runtimeOf(choice: SyncRuntimeChoice | undefined, ruleset: Ruleset): SyncRuntime
export function runtimeOf(choice: RuntimeChoice | undefined, ruleset: Ruleset): Runtime
export function runtimeOf(choice: RuntimeChoice | undefined, ruleset: Ruleset): Runtime {
  switch (choice) {
    case undefined:
    case 'compiled':
      return compiledRuntime(ruleset)
    case 'direct':
      return directRuntime
    case 'json-rules-engine':
      return jsonRulesEngineRuntime
    default:
      return choice
  }
}
