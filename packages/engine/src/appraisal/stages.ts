/** In which stage a plan stands on a day. A stage whose ends the text leaves open is then possibly under way. */
import { type AppraisedStage, earliestOf, latestOf, type Plan } from '@hegui/model'
import { clausesOf } from './clauses.js'

/** Every stage of the plan as it stands on `day` (`YYYY-MM-DD`), in the order of the plan. */
export function stagesAt(plan: Plan, day: string): readonly AppraisedStage[] {
  return plan.stages.map(({ id, title, from, to }) => ({
    stage: id,
    title,
    from,
    to,
    state: stateAt(day, { earliest: earliestOf(from), latest: latestOf(from) }, { earliest: earliestOf(to), latest: latestOf(to) }),
    clauses: clausesOf(plan, 'stage', id),
  }))
}

interface Ends {
  readonly earliest: string | null
  readonly latest: string
}

function stateAt(day: string, from: Ends, to: Ends): AppraisedStage['state'] {
  if (from.earliest !== null && day < from.earliest) return 'future'
  if (day > to.latest) return 'past'
  return day >= from.latest && to.earliest !== null && day <= to.earliest ? 'now' : 'possibly-now'
}
