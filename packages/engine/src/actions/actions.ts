/** Actions: what follows from the proposed measures, or from a rule having been looked at; assigned only to organs that have the power. */
import { type ActionTemplate, type AssessedAction, type AssessedMeasure, type Finding, membersOf, type Plan } from '@hegui/model'
import { citationsDuring } from '../findings/citation.js'
import type { ConductContext } from '../findings/finding.js'
import { byDueThenFocus, focusOf } from '../focus/focus-schedule.js'
import type { OpenFocus } from '../focus/open-focus.js'
import { empowered, mayDo } from '../measures/powers.js'
import { dueOf } from './due.js'

export interface ActionInput {
  readonly measures: readonly AssessedMeasure[]
  readonly findings: readonly Finding[]
  readonly context: ConductContext
  readonly inspectedBy: string | null
  readonly party: string | null
  readonly decidedOn: string
  readonly plans: readonly Plan[]
  /** The focus windows of these plans that are open on the day of the decision. */
  readonly windows: readonly OpenFocus[]
}

/** One action for each template and assignee – or one for the whole conduct – with the measures it carries out; in the order in which to do them. */
export function actionsOf(input: ActionInput): readonly AssessedAction[] {
  const actions = input.context.ruleset.catalogue.actions.flatMap((template) => {
    const { unverified, lacksPower, inspectorLevels } = template.follows
    const level = input.context.ruleset.catalogue.organs.get(input.inspectedBy ?? '')?.level
    if (inspectorLevels !== undefined && (level === undefined || !inspectorLevels.includes(level))) return []
    // A duty towards a person, such as telling a beggar of the aid station, does not wait for a violation.
    if (template.follows.rules !== undefined) return ofFindings(template, template.follows.rules, input)
    // Reporting and looking up the text presuppose no penalty: they follow even where the text of the day was not read.
    const considered = input.measures.filter((measure) =>
      measure.backing === 'unverified' ? unverified === true || lacksPower === true : measure.proposed && unverified !== true,
    )
    const followed = considered.filter((measure) => follows(template, measure, input))
    if (followed.length === 0) return []
    if (template.follows.perConduct === true) return [actionOf(template, leadAssignee(template, followed, input), followed, input)]
    const groups = new Map<string, AssessedMeasure[]>()
    for (const measure of followed) {
      const assignee = assigneeOf(template, measure, input) ?? ''
      groups.set(assignee, [...(groups.get(assignee) ?? []), measure])
    }
    return [...groups].map(([assignee, measures]) => actionOf(template, assignee === '' ? null : assignee, measures, input))
  })
  return actions.sort(byDueThenFocus)
}

/** One action for the conduct where one of the rules is settled either way; it carries out no measure. */
function ofFindings(template: ActionTemplate, rules: readonly string[], input: ActionInput): readonly AssessedAction[] {
  const settled = input.findings.find(({ rule, verdict }) => rules.includes(rule) && (verdict === 'violation' || verdict === 'compliant'))
  if (settled === undefined) return []
  const named = template.assignee === 'inspecting-organ' ? input.inspectedBy : template.assignee
  const assignee = named === 'party' || named === 'authority' ? null : named
  const action = actionOf(template, assignee, [], input, [settled.rule])
  return [{ ...action, status: 'firm', chain: [...settled.chain, ...action.chain] }]
}

function follows(template: ActionTemplate, measure: AssessedMeasure, input: ActionInput): boolean {
  const { kinds, tracks, norms, lacksPower, unverified, perConduct } = template.follows
  if (kinds !== undefined && !kinds.includes(measure.kind)) return false
  if (tracks !== undefined && (measure.track === undefined || !tracks.includes(measure.track))) return false
  if (norms !== undefined && (measure.norm === undefined || !norms.includes(measure.norm))) return false
  // Money is not destroyed: the goods are.
  if (template.kind === 'destruction' && measure.object === 'illegal-gains') return false
  if (lacksPower === true && (measure.backing === 'internal' || input.inspectedBy === null || measure.authority.includes(input.inspectedBy))) return false
  return (
    kinds !== undefined ||
    tracks !== undefined ||
    norms !== undefined ||
    lacksPower === true ||
    unverified === true ||
    (perConduct === true && measure.backing !== 'internal')
  )
}

/** Of several competent organs the one that is sure to act: with a firm measure, the inspecting organ before others. */
function leadAssignee(template: ActionTemplate, measures: readonly AssessedMeasure[], input: ActionInput): string | null {
  const candidates = [...measures.filter((measure) => measure.status === 'firm'), ...measures].map((measure) => assigneeOf(template, measure, input))
  return candidates.find((id) => id === input.inspectedBy) ?? candidates.find((id) => id !== null) ?? null
}

/** The inspecting organ where it is itself competent, else the first competent one; for its own tasks, else the first above it that is. */
function assigneeOf(template: ActionTemplate, measure: AssessedMeasure, { inspectedBy, context: { ruleset } }: ActionInput): string | null {
  const { kind } = template
  switch (template.assignee) {
    case 'authority': {
      const competent = kind === undefined ? measure.authority : measure.authority.filter((id) => mayDo(id, kind, ruleset))
      return competent.find((id) => id === inspectedBy) ?? competent[0] ?? null
    }
    case 'inspecting-organ':
      return kind === undefined ? inspectedBy : empowered(inspectedBy, kind, ruleset)
    case 'party':
      return null
    default:
      return template.assignee
  }
}

function actionOf(
  template: ActionTemplate,
  assignee: string | null,
  measures: readonly AssessedMeasure[],
  input: ActionInput,
  rules: readonly string[] = [],
): AssessedAction {
  const { context, decidedOn, plans, inspectedBy } = input
  const limit = template.limit === undefined ? undefined : context.ruleset.catalogue.timeLimits.get(template.limit)
  const due = limit === undefined ? undefined : dueOf(limit, context.facts, decidedOn, context.ruleset)
  const id = `${context.conduct}:${template.id}:${assignee ?? (template.assignee === 'party' ? 'party' : 'unassigned')}`
  const firm = measures.some((measure) => measure.status === 'firm')
  const handedOn = template.follows.lacksPower === true || (template.assignee === 'inspecting-organ' && assignee !== inspectedBy)
  const focus = focusOf(input.windows, rules, measures)
  const lawful = handedOn ? lawfulShares(plans, inspectedBy) : []
  return {
    id,
    template: template.id,
    title: template.title,
    conduct: context.conduct,
    assignee,
    ...(handedOn && inspectedBy !== null ? { namedByPlan: inspectedBy } : {}),
    ...(due === undefined ? {} : { due }),
    ...(focus.length === 0 ? {} : { focus }),
    basis: citationsDuring(template.basis, { from: decidedOn, to: decidedOn, known: true }, context.ruleset),
    measures: measures.map((measure) => measure.id),
    status: firm ? 'firm' : 'provisional',
    notes: [
      ...(template.note === undefined ? [] : [template.note]),
      ...(template.follows.lacksPower === true ? [`有权部门：${competentTitles(measures, context)}`] : []),
      ...lawful,
    ],
    chain: [...(measures[0]?.chain ?? []), { step: 'action', id }],
  }
}

const competentTitles = (measures: readonly AssessedMeasure[], { ruleset }: ConductContext): string =>
  // Whoever handles the case refers it: that names no organ to report to.
  [...new Set(measures.filter((measure) => measure.track !== 'criminal').flatMap((measure) => measure.authority))]
    .map((id) => ruleset.catalogue.organs.get(id)?.title ?? id)
    .join('、')

/** What the plans' own roles leave to an organ without the power. */
const lawfulShares = (plans: readonly Plan[], organ: string | null): readonly string[] => [
  ...new Set(
    plans.flatMap((plan) =>
      plan.roles.flatMap((role) => (organ !== null && membersOf(role).includes(organ) && role.lawfulShare !== undefined ? [role.lawfulShare] : [])),
    ),
  ),
]
