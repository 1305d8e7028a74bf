/** Where a plan stands on a day: stages over, under way, perhaps under way, to come. */
import type { LocalDate } from '@hegui/calendar'
import { type Appraisal, earliestOf, latestOf, type Plan, type PlanStage } from '@hegui/model'
import { clausesOf } from './clauses-of.js'
import { dayOf } from './moment.js'

export type AppraisedStage = Appraisal['stages'][number]

/** In the order of the plan. `now` is a day, or an instant whose day in Beijing counts; both ends of a stage belong to it. */
export function stagesAt(plan: Plan, now: string): readonly AppraisedStage[] {
  const day = dayOf(now)
  return plan.stages.map((stage) => ({
    stage: stage.id,
    title: stage.title,
    from: stage.from,
    to: stage.to,
    state: stateOn(day, stage),
    clauses: clausesOf(plan, 'stage', stage.id),
  }))
}

function stateOn(day: LocalDate, { from, to }: PlanStage): AppraisedStage['state'] {
  const [begins, ends] = [earliestOf(from), earliestOf(to)]
  if (day > latestOf(to)) return 'past'
  if (begins !== null && day < begins) return 'future'
  return day >= latestOf(from) && ends !== null && day <= ends ? 'now' : 'possibly-now'
}
