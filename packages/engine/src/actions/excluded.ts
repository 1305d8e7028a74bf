/** Calendar days counted around periods that the statute leaves out: an appraisal, a hearing, a review. */
import { addDays, daysBetween } from '@hegui/calendar'
import { dueText } from './stretch-text.js'

/** Both ends inclusive; `to` null: not over yet. */
export interface ExcludedDays {
  readonly from: string
  readonly to: string | null
  readonly reason: string
}

export interface CountedAround {
  /** Null: a period that is not over yet stops the counting. */
  readonly due: string | null
  readonly counting: readonly string[]
}

/** The last of `amount` days after `start`, the days of `periods` not counted. Periods may overlap, in any order. */
export function countAround(start: string, amount: number, periods: readonly ExcludedDays[]): CountedAround {
  const counting = [dueText(start, start, '起算日', null)]
  let last = start
  let left = amount
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (period.to !== null && period.to <= last) continue
    const from = period.from > last ? period.from : addDays(last, 1)
    const before = daysBetween(last, from) - 1
    if (before >= left) break
    if (before > 0) counting.push(dueText(addDays(last, 1), addDays(from, -1), '自然日', before))
    left -= before
    if (period.to === null) return { due: null, counting: [...counting, `${from} 起：${period.reason}，没有结束，还剩 ${left} 日未计`] }
    counting.push(dueText(from, period.to, period.reason, null))
    last = period.to
  }
  const due = addDays(last, left)
  if (left > 0) counting.push(dueText(addDays(last, 1), due, '自然日', left))
  return { due, counting }
}
