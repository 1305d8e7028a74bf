/** When the duties of a plan fall due. */
import { type Occurrences, occurrencesOf, type Period } from '@hegui/calendar'
import type { Plan, PlanDuty } from '@hegui/model'
import { dutySpan } from './plan-days.js'

/** The times of one duty whose latest due day lies in the period; nothing is owed for certain before the plan was issued. */
export function dutyOccurrences(plan: Plan, duty: PlanDuty, period: Period): Occurrences {
  return occurrencesOf(duty.recurrence, period, { span: dutySpan(plan, duty), issuedOn: plan.issuedOn })
}
