/** One Chinese sentence or two on how a limit was counted and how firm its last day is. */
import type { TimeLimit, TimeLimitResult, TimeLimitUnit } from './limit'
import type { CountedStretch } from './stretch'
import { knowledge } from './workday'

const unitNames: Readonly<Record<TimeLimitUnit, string>> = {
  'calendar-day': '日',
  'working-day': '个工作日',
  month: '个月',
}

export function timeLimitNote(limit: TimeLimit, counted: Omit<TimeLimitResult, 'note'>): string {
  const from = limit.startDay === 'included' ? `自${limit.start}当日起算` : `${limit.start}当日不计，自次日起算`
  const parts = [`${from}，${limit.amount}${unitNames[limit.unit]}，${counted.certain ? '' : '暂估'}至${counted.due}届满。`]
  const skipped = skippedHolidays(counted.counting)
  if (skipped.length > 0) parts.push(`其间不计入：${skipped.join('、')}。`)
  const moved = counted.counting.find((stretch) => stretch.reason === 'last-day-moved')
  if (moved !== undefined) parts.push(`最后一日不是工作日，顺延${moved.days}日。`)
  if (!counted.certain) parts.push(provisional(limit, counted))
  return parts.join('')
}

function provisional({ asOf }: TimeLimit, { earliest, latest }: { readonly earliest: string; readonly latest: string }): string {
  const known = knowledge(asOf)
  return (
    `计算涉及放假安排不明的日子（已收录${known.from}至${known.to}，个别日期资料不一致）：` +
    `暂按周一至周五上班推算，最早${earliest}，最晚${latest}，放假通知公布后应重新计算。`
  )
}

function skippedHolidays(counting: readonly CountedStretch[]): string[] {
  return counting
    .filter((stretch) => stretch.reason === 'holiday')
    .map(({ holiday, from, to, days }) => `${holiday}放假${days}日（${from === to ? from : `${from}至${to}`}）`)
}
