/** One case as the engine sees it: its steps, what was done, and every fact that follows from that. */
import { type CaseProgress, type CaseStep, type DoneStep, type FactValue, type StepEdition, stepsOf } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import { editionOn } from '../findings/editions.js'
import type { Ruleset } from '../ruleset/ruleset.js'

export interface CaseContext {
  readonly progress: CaseProgress
  readonly asOf: string
  readonly ruleset: Ruleset
  /** In the order of the procedures. */
  readonly steps: ReadonlyMap<string, CaseStep>
  readonly done: ReadonlyMap<string, DoneStep>
  readonly facts: Facts
  /** The instant at which a day fact came true, where it was written down. */
  readonly instantOf: (fact: string) => string | undefined
}

export function caseContext(progress: CaseProgress, asOf: string, ruleset: Ruleset): CaseContext {
  const steps = stepsOf(progress, ruleset.catalogue)
  const done = new Map(progress.steps.map((each) => [each.step, each]))
  const facts = new Map<string, FactValue>()
  const instants = new Map<string, string>()
  for (const [id, value] of Object.entries(progress.facts ?? {})) if (value !== null) facts.set(id, value)
  for (const step of steps.values()) {
    const taken = done.get(step.id)
    if (taken === undefined) continue
    for (const fact of editionFor(step, taken.on)?.records ?? []) {
      facts.set(fact, taken.on)
      if (taken.at !== undefined) instants.set(fact, taken.at)
    }
  }
  return { progress, asOf, ruleset, steps, done, facts, instantOf: (fact) => instants.get(fact) }
}

/** Procedure follows the edition in force when the step is taken. */
export const editionFor = (step: CaseStep, day: string): StepEdition | undefined => editionOn(step.editions, day)

/** What was not read in the wording of that edition binds nobody here: it is shown as unread. */
export const isRead = ({ verification }: StepEdition): boolean => verification.status === 'primary-text'

export const titleOf = (step: string, { steps }: CaseContext): string => `「${steps.get(step)?.title ?? step}」`

export const factTitles = (facts: readonly string[], { ruleset }: CaseContext): string =>
  facts.map((fact) => ruleset.vocabulary.facts.get(fact)?.title ?? fact).join('、')
