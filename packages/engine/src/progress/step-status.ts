/** One step: taken or not, in order or not, in time or not, and why. */
import type { Block, CaseStep, DoneStep, StepEdition, StepState, StepStatus } from '@hegui/model'
import { citationsDuring } from '../findings/citation.js'
import { applicabilityOf } from './applicability.js'
import { blocksOf, isSettled } from './blocks.js'
import { type CaseContext, editionFor, factTitles, isRead, titleOf } from './case-context.js'
import { officersBlock } from './officers.js'
import { dueOfStep, isLate, isPast } from './step-due.js'

export function stepStatus(step: CaseStep, procedure: string, context: CaseContext): StepStatus {
  const taken = context.done.get(step.id)
  const day = taken?.on ?? context.asOf
  const edition = editionFor(step, day)
  return {
    procedure,
    step: step.id,
    title: step.title,
    by: step.by === 'authority' ? context.progress.authority : step.by,
    optional: step.optional === true || step.event === true,
    ...(taken === undefined ? {} : { on: taken.on }),
    basis: citationsDuring(edition?.basis ?? [], { from: day, to: day, known: true }, context.ruleset),
    ...(taken === undefined ? undone(step, context) : doneStatus(step, taken, edition, context)),
  }
}

type Rest = Pick<StepStatus, 'state' | 'reason' | 'blockedBy' | 'due' | 'notes'>

const plain = (state: StepState, reason: string, notes: readonly string[] = []): Rest => ({ state, reason, blockedBy: [], notes })

const noteOf = (step: CaseStep, edition: StepEdition | undefined): readonly string[] => [
  ...(edition?.note === undefined ? [] : [edition.note]),
  ...(step.note === undefined ? [] : [step.note]),
]

function doneStatus(step: CaseStep, taken: DoneStep, edition: StepEdition | undefined, context: CaseContext): Rest {
  if (edition === undefined) return plain('done', `${taken.on} 施行的规定里没有这一步`)
  if (!isRead(edition)) return plain('done', '做了；当日的规定没有读到，合不合规定没有判断')
  const officers = officersBlock(taken, edition, context)
  const blockedBy = [...blocksOf(step, edition, taken.on, context, taken.at), ...(officers === undefined ? [] : [officers])]
  const { due, notes, rules } = dueOfStep(edition, taken.on, context)
  const late = due === undefined ? 'no' : isLate(taken, due)
  const wrong = blockedBy.filter(isSettled)
  const state: StepState = wrong.length > 0 ? 'done-out-of-order' : late === 'yes' ? 'done-late' : 'done'
  const reasons = [
    ...blockedBy.map((block) => block.text),
    ...(late === 'yes' && due !== undefined ? [`期限到 ${due.instant ?? due.date}，${taken.at ?? taken.on} 才做`] : []),
    ...(late === 'unknown' && due !== undefined && due.date !== null ? ['是否在期限内还不能断定：钟点没有记录，或者放假安排没有公布'] : []),
  ]
  return {
    state,
    reason: reasons.length === 0 ? '做了' : reasons.join('；'),
    blockedBy,
    ...(due === undefined ? {} : { due }),
    notes: late === 'no' ? notes : [...notes, ...rules],
  }
}

function undone(step: CaseStep, context: CaseContext): Rest {
  const applicability = applicabilityOf(step, context.asOf, context)
  switch (applicability.kind) {
    case 'not-asked-for':
      return plain('not-required', applicability.reason)
    case 'unread':
      return plain('unread', `${context.asOf} 施行的规定没有读到，请核对原文`)
    case 'unknown':
      return plain('unknown', `还不知道要不要做，缺：${factTitles(applicability.missing, context)}`, noteOf(step, applicability.edition))
    case 'asked-for':
      return toDo(step, applicability.edition, context)
    default:
      return applicability satisfies never
  }
}

function toDo(step: CaseStep, edition: StepEdition, context: CaseContext): Rest {
  const { due, notes: dueNotes, rules } = dueOfStep(edition, context.asOf, context)
  const unmet = blocksOf(step, edition, context.asOf, context)
  const past = isPast(context.asOf, due)
  const expired: readonly Block[] = past && step.optional === true ? [{ kind: 'expired', text: `期限到 ${due?.date}，不能再做` }] : []
  const blockedBy = [...unmet, ...expired]
  const overdue = past && step.optional !== true
  const state: StepState = overdue ? 'overdue' : blockedBy.length > 0 ? 'blocked' : 'ready'
  const reasons = [...(overdue ? [`期限到 ${due?.instant ?? due?.date}，已经过了`] : []), ...blockedBy.map((block) => block.text)]
  const overtaken = overtakenBy(step.id, context)
  const ready = overtaken !== undefined ? `${overtaken}已经做了，这一步没有在它以前做` : step.optional === true ? '可以做，不是必须' : '前面的都做了'
  return {
    state,
    reason: reasons.length === 0 ? ready : reasons.join('；'),
    blockedBy,
    ...(due === undefined ? {} : { due }),
    notes: [...dueNotes, ...rules, ...noteOf(step, edition)],
  }
}

/** A later step that was taken without this one: to take it now does not mend that. */
function overtakenBy(id: string, context: CaseContext): string | undefined {
  // In the order of the procedure: how the done steps are written down must not matter.
  const later = [...context.steps.values()].find((step) => {
    const taken = context.done.get(step.id)
    return taken !== undefined && editionFor(step, taken.on)?.requires.includes(id) === true
  })
  return later === undefined ? undefined : titleOf(later.id, context)
}
