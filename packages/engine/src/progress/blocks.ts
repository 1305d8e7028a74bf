/** Why a step cannot be taken on a day: a step before it, the party's time to answer, or a limit of the procedure itself. */
import type { Block, CaseStep, StepEdition } from '@hegui/model'
import { dueOf } from '../actions/due.js'
import { applicabilityOf, decide } from './applicability.js'
import { type CaseContext, editionFor, factTitles, isRead, titleOf } from './case-context.js'
import { officersBlock } from './officers.js'

/** `at`: the instant it was taken, where known; two steps of one day are then told apart. */
export function blocksOf(step: CaseStep, edition: StepEdition, day: string, context: CaseContext, at?: string): readonly Block[] {
  const earlier = [...edition.requires, ...(edition.follows === undefined ? [] : [edition.follows])]
  return [...earlier.flatMap((id) => requirement(id, day, at, context)), ...allowance(edition, context), ...waits(step, edition, day, context)]
}

/** Blocks that prove a step was taken wrongly; the others only leave it open. */
export const isSettled = (block: Block): boolean =>
  block.kind === 'step' || block.kind === 'condition' || block.kind === 'period' || (block.kind === 'officers' && block.missing === undefined)

function requirement(id: string, day: string, at: string | undefined, context: CaseContext): readonly Block[] {
  const step = context.steps.get(id)
  if (step === undefined) return []
  const taken = context.done.get(id)
  if (taken !== undefined) {
    const later = taken.on > day || (at !== undefined && taken.at !== undefined && Date.parse(taken.at) > Date.parse(at))
    if (later) return [{ kind: 'step', step: id, text: `${titleOf(id, context)}到 ${taken.at ?? taken.on} 才做` }]
    const edition = editionFor(step, taken.on)
    const officers = edition === undefined || !isRead(edition) ? undefined : officersBlock(taken, edition, context)
    return officers === undefined ? [] : [officers]
  }
  const applicability = applicabilityOf(step, day, context)
  switch (applicability.kind) {
    case 'asked-for':
      return [{ kind: 'step', step: id, text: `${titleOf(id, context)}没有做` }]
    case 'not-asked-for':
      // An extension builds on an earlier one whether or not anybody had to ask for that.
      return applicability.edition !== undefined && step.optional === true ? [{ kind: 'step', step: id, text: `${titleOf(id, context)}没有做` }] : []
    case 'unknown': {
      const missing = [...applicability.missing]
      return [{ kind: 'unknown', step: id, missing, text: `还不知道要不要${titleOf(id, context)}` }]
    }
    case 'unread':
      return [{ kind: 'unread', step: id, text: `${titleOf(id, context)}当日的规定没有读到，要不要做请核对原文` }]
    default:
      return applicability satisfies never
  }
}

function allowance({ allowedWhen }: StepEdition, context: CaseContext): readonly Block[] {
  if (allowedWhen === undefined) return []
  const { truth, missing } = decide(allowedWhen.condition, context)
  if (truth === 'holds') return []
  if (truth === 'fails') return [{ kind: 'condition', text: allowedWhen.otherwise }]
  return [{ kind: 'unknown', missing: [...missing], text: `还不知道可不可以这样做，缺：${factTitles(missing, context)}` }]
}

function waits(step: CaseStep, { waitsFor = [] }: StepEdition, day: string, context: CaseContext): readonly Block[] {
  return waitsFor.flatMap(({ limit: id, when, reason }): readonly Block[] => {
    const limit = context.ruleset.catalogue.timeLimits.get(id)
    // Where it is not known whether to wait, the step that would be waited for is itself unknown, and blocks.
    if (limit === undefined || decide(when, context).truth !== 'holds') return []
    const due = dueOf(limit, context.facts, day, context.ruleset, { instantOf: context.instantOf })
    if (due === undefined) return [{ kind: 'unread', text: `${reason}：${limit.title}当日的规定没有读到，请核对原文` }]
    const until = due.latest ?? due.date
    if (until === null || day > until) return []
    const counting = due.counting.length === 0 ? '' : `；${due.counting.join('；')}`
    return [{ kind: 'period', until, text: `${reason}：${due.rule}，${until} 过完才可以${titleOf(step.id, context)}${counting}` }]
  })
}
