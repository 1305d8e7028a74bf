/** Does the law ask for a step in this case at all? Unknown facts make the answer unknown, never no. */
import type { CaseStep, Condition, StepEdition } from '@hegui/model'
import { evaluate, missingFacts } from '../conditions/evaluate.js'
import type { Truth } from '../conditions/truth.js'
import { askable } from '../findings/finding.js'
import { type CaseContext, editionFor, isRead, titleOf } from './case-context.js'

export type Applicability =
  | { readonly kind: 'asked-for'; readonly edition: StepEdition }
  | { readonly kind: 'not-asked-for'; readonly edition?: StepEdition; readonly reason: string }
  | { readonly kind: 'unknown'; readonly edition: StepEdition; readonly missing: readonly string[] }
  | { readonly kind: 'unread'; readonly edition: StepEdition }

/** Of a step that has not been taken, on a day. */
export function applicabilityOf(step: CaseStep, day: string, context: CaseContext): Applicability {
  const edition = editionFor(step, day)
  if (edition === undefined) return { kind: 'not-asked-for', reason: `${day} 施行的规定里没有这一步` }
  if (edition.follows !== undefined && !context.done.has(edition.follows))
    return { kind: 'not-asked-for', edition, reason: `因${titleOf(edition.follows, context)}而起，那一步没有做` }
  if (step.event === true) return { kind: 'not-asked-for', edition, reason: '没有发生' }
  if (!isRead(edition)) return { kind: 'unread', edition }
  const { truth, missing } = decide(edition.requiredWhen, context)
  switch (truth) {
    case 'holds':
      return { kind: 'asked-for', edition }
    case 'fails':
      return { kind: 'not-asked-for', edition, reason: '本案没有须做这一步的情形' }
    case 'unknown':
      return { kind: 'unknown', edition, missing }
    default:
      return truth satisfies never
  }
}

/** A condition and the facts that would settle it; no condition holds always. */
export function decide(condition: Condition | undefined, { ruleset, facts }: CaseContext): { readonly truth: Truth; readonly missing: readonly string[] } {
  if (condition === undefined) return { truth: 'holds', missing: [] }
  const form = ruleset.form(condition)
  const truth = evaluate(form, facts)
  return { truth, missing: truth === 'unknown' ? askable(missingFacts(form, facts), { ruleset, facts }) : [] }
}
