/** Actions: what follows from the proposed measures, assigned only to organs that have the power. */
import type { ActionTemplate, AssessedAction, AssessedMeasure, Plan } from '@hegui/model'
import { byCodeUnit } from '../findings/questions.js'
import type { ConductContext } from '../findings/finding.js'
import { dueOf } from './due.js'

export interface ActionInput {
  readonly measures: readonly AssessedMeasure[]
  readonly context: ConductContext
  readonly inspectedBy: string | null
  readonly party: string | null
  readonly decidedOn: string
  readonly plans: readonly Plan[]
}

/** One action for each template, assignee and conduct, with the measures it carries out. */
export function actionsOf(input: ActionInput): readonly AssessedAction[] {
  const proposed = input.measures.filter((measure) => measure.proposed)
  const actions = input.context.ruleset.catalogue.actions.flatMap((template) => {
    const followed = proposed.filter((measure) => follows(template, measure, input))
    if (followed.length === 0) return []
    const groups = new Map<string, AssessedMeasure[]>()
    for (const measure of followed) {
      const assignee = assigneeOf(template, measure, input) ?? ''
      groups.set(assignee, [...(groups.get(assignee) ?? []), measure])
    }
    return [...groups].map(([assignee, measures]) => actionOf(template, assignee === '' ? null : assignee, measures, input))
  })
  return actions.sort((a, b) => byCodeUnit(a.id, b.id))
}

function follows(template: ActionTemplate, measure: AssessedMeasure, input: ActionInput): boolean {
  const { kinds, tracks, norms, lacksPower, perConduct } = template.follows
  if (kinds !== undefined && !kinds.includes(measure.kind)) return false
  if (tracks !== undefined && (measure.track === undefined || !tracks.includes(measure.track))) return false
  if (norms !== undefined && (measure.norm === undefined || !norms.includes(measure.norm))) return false
  if (lacksPower === true && (measure.backing === 'internal' || input.inspectedBy === null || measure.authority.includes(input.inspectedBy))) return false
  return kinds !== undefined || tracks !== undefined || norms !== undefined || lacksPower === true || (perConduct === true && measure.backing !== 'internal')
}

/** The inspecting organ where it is itself competent, else the first competent one. */
function assigneeOf(template: ActionTemplate, measure: AssessedMeasure, { inspectedBy }: ActionInput): string | null {
  switch (template.assignee) {
    case 'authority':
      return inspectedBy !== null && measure.authority.includes(inspectedBy) ? inspectedBy : (measure.authority[0] ?? null)
    case 'inspecting-organ':
      return inspectedBy
    case 'party':
      return null
    default:
      return template.assignee
  }
}

function actionOf(template: ActionTemplate, assignee: string | null, measures: readonly AssessedMeasure[], input: ActionInput): AssessedAction {
  const { context, decidedOn, plans, inspectedBy } = input
  const limit = template.limit === undefined ? undefined : context.ruleset.catalogue.timeLimits.get(template.limit)
  const due = limit === undefined ? undefined : dueOf(limit, context.facts, decidedOn, context.ruleset)
  const id = `${context.conduct}:${template.id}:${assignee ?? (template.assignee === 'party' ? 'party' : 'unassigned')}`
  const firm = measures.some((measure) => measure.status === 'firm')
  const lawful = template.follows.lacksPower === true ? lawfulShares(plans, inspectedBy) : []
  return {
    id,
    template: template.id,
    title: template.title,
    conduct: context.conduct,
    assignee,
    ...(template.follows.lacksPower === true && inspectedBy !== null ? { namedByPlan: inspectedBy } : {}),
    ...(due === undefined ? {} : { due }),
    basis: template.basis,
    measures: measures.map((measure) => measure.id),
    status: firm ? 'firm' : 'provisional',
    notes: [...(template.note === undefined ? [] : [template.note]), ...(template.follows.lacksPower === true ? [`没有职权直接实施，移交：${competentTitles(measures, context)}`] : []), ...lawful],
    chain: [...(measures[0]?.chain ?? []), { step: 'action', id }],
  }
}

const competentTitles = (measures: readonly AssessedMeasure[], { ruleset }: ConductContext): string =>
  [...new Set(measures.flatMap((measure) => measure.authority))].map((id) => ruleset.catalogue.organs.get(id)?.title ?? id).join('、')

/** What the plans' own roles leave to an organ without the power. */
const lawfulShares = (plans: readonly Plan[], organ: string | null): readonly string[] => [
  ...new Set(plans.flatMap((plan) => plan.roles.flatMap((role) => (organ !== null && role.organs.includes(organ) && role.lawfulShare !== undefined ? [role.lawfulShare] : [])))),
]
