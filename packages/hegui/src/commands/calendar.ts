/** `hegui calendar --plan ID`: stages, focus windows and duties of a plan on the days asked for. */
import { planCalendar, type Ruleset, widestDays } from '@hegui/engine'
import { type Language, type Plan, type Problem, problem, shown, suggestion } from '@hegui/model'
import { loadRuleset } from '../input/load-packs.js'
import { calendarIcs } from '../report/calendar-ics.js'
import { calendarText } from '../report/calendar-text.js'
import { problemText } from '../report/problem-text.js'

export type { CalendarFormat } from './formats.js'

import type { CalendarFormat } from './formats.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

export interface CalendarArguments {
  readonly plan: string
  /** Absent: the plan's own first and last day. */
  readonly from?: string
  readonly to?: string
  readonly format: CalendarFormat
  readonly packs: readonly string[]
  readonly language: Language
  readonly daysOff?: boolean
}

/** The calendar goes to `out`, problems to `err`: a festival past the table leaves the rest listed. */
export function calendarCommand(args: CalendarArguments, output: Output): ExitCode {
  const loaded = loadRuleset(args.packs)
  if (!loaded.ok) return reported(loaded.problems, args, output)
  const { ruleset } = loaded
  const known = [...ruleset.catalogue.plans.keys()]
  const plan = ruleset.catalogue.plans.get(args.plan)
  if (plan === undefined) {
    const ids = { ids: known.join('、'), idsEn: known.join(', ') }
    return reported([problem('HG8002', [], { id: shown(args.plan), ...suggestion(args.plan, known), ...ids })], args, output)
  }
  const period = periodOf(plan, args)
  if ('code' in period) return reported([period], args, output)
  const calendar = planCalendar(plan, period, { daysOff: args.daysOff ?? false })
  output.out(rendered(calendar, ruleset, args))
  return reported(
    calendar.missing.map(({ focus, festival, year }) =>
      problem('HG4025', ['plans', plan.id, 'focus', focus], { festival, year: String(year), ...suggestion('', []) }),
    ),
    args,
    output,
  )
}

/** The days asked for, the plan's own where none were; or why there are none to list. */
function periodOf(plan: Plan, args: CalendarArguments): { readonly from: string; readonly to: string } | Problem {
  const own = widestDays(plan)
  const from = args.from ?? own.from
  const to = args.to ?? own.to
  if (from === null) return problem('HG6016', [], { plan: plan.id, end: '哪天开始', endEn: 'when it begins', option: '--from' })
  if (to === null) return problem('HG6016', [], { plan: plan.id, end: '哪天结束', endEn: 'when it ends', option: '--to' })
  if (args.from !== undefined && args.to !== undefined && from > to) return problem('HG6014', [], { from, to })
  const outside = (own.from !== null && to < own.from) || (own.to !== null && from > own.to)
  if (outside) {
    const period = { period: `${own.from ?? '…'} 至 ${own.to ?? '…'}`, periodEn: `${own.from ?? '…'} to ${own.to ?? '…'}` }
    return problem('HG6015', [], { from: args.from ?? to, to: args.to ?? from, plan: plan.id, ...period })
  }
  return { from, to }
}

function rendered(calendar: ReturnType<typeof planCalendar>, ruleset: Ruleset, { format, language }: CalendarArguments): string {
  switch (format) {
    case 'text':
      return calendarText(calendar, ruleset, { language })
    case 'json':
      return `${JSON.stringify(calendar)}\n`
    case 'ics':
      return calendarIcs(calendar, ruleset, { language })
    default:
      return format satisfies never
  }
}

function reported(problems: readonly Problem[], { format, language }: CalendarArguments, output: Output): ExitCode {
  for (const found of problems) output.err(`${format === 'json' ? JSON.stringify(found) : problemText(found, language)}\n`)
  return problems.some((found) => found.severity === 'error') ? exitCodes.problems : exitCodes.done
}
