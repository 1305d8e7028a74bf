/** What is still to be found out about a case: first the fact that settles most steps. */
import type { CaseQuestion, StepStatus } from '@hegui/model'
import { reachable } from '../findings/questions.js'
import { byCodeUnit } from '../ruleset/order.js'
import { applicabilityOf } from './applicability.js'
import { type CaseContext, editionFor, isRead, titleOf } from './case-context.js'

export function caseQuestions(statuses: readonly StepStatus[], context: CaseContext): readonly CaseQuestion[] {
  const steps = new Map<string, Set<string>>()
  for (const status of statuses) {
    const missing = [...missingOf(status, context), ...status.blockedBy.flatMap((block) => block.missing ?? [])]
    for (const fact of new Set(missing.flatMap((id) => reachable(id, context.facts, context.ruleset, [])))) {
      steps.set(fact, (steps.get(fact) ?? new Set()).add(status.step))
    }
  }
  const facts = [...steps]
    .map(([fact, settles]): CaseQuestion => {
      const definition = context.ruleset.vocabulary.facts.get(fact)
      return {
        fact,
        title: definition?.title ?? fact,
        question: definition?.question ?? '',
        evidence: definition?.evidence ?? [],
        steps: [...settles],
      }
    })
    .sort((a, b) => b.steps.length - a.steps.length || byCodeUnit(a.fact ?? '', b.fact ?? ''))
  return [...facts, ...officersUnknown(statuses, context)]
}

function missingOf({ step: id, state }: StepStatus, context: CaseContext): readonly string[] {
  const step = context.steps.get(id)
  if (state !== 'unknown' || step === undefined) return []
  const applicability = applicabilityOf(step, context.asOf, context)
  return applicability.kind === 'unknown' ? applicability.missing : []
}

const officersUnknown = (statuses: readonly StepStatus[], context: CaseContext): readonly CaseQuestion[] =>
  statuses.flatMap(({ step: id, on }) => {
    const step = context.steps.get(id)
    const edition = step === undefined || on === undefined ? undefined : editionFor(step, on)
    if (edition?.officers === undefined || !isRead(edition) || context.done.get(id)?.officers !== undefined) return []
    return [
      {
        fact: null,
        title: '执法人员人数',
        question: `${titleOf(id, context)}由几名执法人员做？至少 ${edition.officers.min} 名。`,
        evidence: ['笔录', '执法记录'],
        steps: [id],
      },
    ]
  })
