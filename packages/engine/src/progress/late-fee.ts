/** 加处罚款: so many per cent of the fine a day, never more than the fine, not while a review or lawsuit is pending. */
import { addDays, daysBetween } from '@hegui/calendar'
import type { LateFee, StepStatus } from '@hegui/model'
import { dueText } from '../actions/stretch-text.js'
import { citationsDuring } from '../findings/citation.js'
import { type CaseContext, editionFor } from './case-context.js'
import { excludedFor } from './step-due.js'

/** The day of payment counts. Nothing while the payment is not late. */
export function lateFeesOf(statuses: readonly StepStatus[], context: CaseContext): readonly LateFee[] {
  return statuses.flatMap((status) => {
    const step = context.steps.get(status.step)
    const to = status.on ?? context.asOf
    const rule = step === undefined ? undefined : editionFor(step, to)?.lateFee
    const due = status.due?.date
    if (rule === undefined || due == null || to <= due || !['overdue', 'done-late', 'done-out-of-order'].includes(status.state)) return []
    const from = addDays(due, 1)
    const { days, counting } = daysLeft(from, to, context, rule.excludes ?? [])
    const fine = context.facts.get('case.fineYuan')
    const cap = typeof fine === 'number' ? (fine * rule.capPercent) / 100 : null
    const full = typeof fine === 'number' ? Math.round(fine * rule.percentPerDay * days) / 100 : null
    const capped = full !== null && cap !== null && full >= cap
    const sum =
      full === null
        ? `罚款数额未知，每日按罚款的 ${rule.percentPerDay}% 计，共 ${days} 日`
        : `${fine} 元 × ${rule.percentPerDay}% × ${days} 日 = ${full} 元${capped ? `，不超出罚款数额，计 ${cap} 元` : ''}`
    return [
      {
        step: status.step,
        from,
        to,
        days,
        amountYuan: capped ? cap : full,
        capped,
        counting: [...counting, sum],
        basis: citationsDuring([rule.basis], { from: to, to, known: true }, context.ruleset),
      },
    ]
  })
}

function daysLeft(
  from: string,
  to: string,
  context: CaseContext,
  whys: Parameters<typeof excludedFor>[0],
): { readonly days: number; readonly counting: readonly string[] } {
  const counting: string[] = []
  let days = 0
  let next = from
  const count = (until: string): void => {
    if (until < next) return
    const length = daysBetween(next, until) + 1
    counting.push(dueText(next, until, '逾期', length))
    days += length
  }
  for (const period of [...excludedFor(whys, context)].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const end = period.to === null || period.to > to ? to : period.to
    if (period.from > to || end < next) continue
    const [start = next] = [period.from, next].sort().reverse()
    count(addDays(start, -1))
    counting.push(dueText(start, end, period.reason, null))
    next = addDays(end, 1)
  }
  count(to)
  return { days, counting }
}
