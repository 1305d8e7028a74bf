/** A runtime decides conditions. Two runtimes may differ in speed, never in an answer. */
import type { Condition, Rule } from '@hegui/model'
import { evaluate } from './evaluate.js'
import type { Facts } from './leaf.js'
import type { NormalForm } from './normal-form.js'
import type { Truth } from './truth.js'

/** A condition that could not be decided; the others of the batch are not affected. */
export interface Failure {
  readonly error: string
}
export type Decision = Truth | Failure
export const isFailure = (decision: Decision): decision is Failure => typeof decision === 'object'

export interface Question {
  readonly condition: Condition
  readonly form: NormalForm
}

/** Answers in the order of the questions. Deterministic: same questions and facts, same answers. */
export interface SyncRuntime {
  readonly name: string
  readonly decide: (questions: readonly Question[], facts: Facts) => readonly Decision[]
  /**
   * Editions of rules at once, where a runtime can do better than condition by condition: two decisions each, on
   * `appliesWhen` and `violatedWhen`, the second of no account where the first fails. Undefined: ask them one by one.
   */
  readonly decideRules?: (editions: readonly Rule[], facts: Facts) => readonly Decision[] | undefined
}
export interface AsyncRuntime {
  readonly name: string
  readonly decide: (questions: readonly Question[], facts: Facts) => Promise<readonly Decision[]>
}
export type Runtime = SyncRuntime | AsyncRuntime

export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Walks each condition tree. What explanations are made of, and what the compiled runtime is measured by. */
export const directRuntime: SyncRuntime = {
  name: 'direct',
  decide: (questions, facts) =>
    questions.map(({ form }) => {
      try {
        return evaluate(form, facts)
      } catch (error) {
        return { error: errorText(error) }
      }
    }),
}
