/** Windows of plans against the plan's days and the table of festivals: what the model, which knows no festival, cannot check. */
import { addDays, type DayRange, type FestivalDays, type Period, windowDays } from '@hegui/calendar'
import { type Pack, type Plan, type PlanFocus, type Problem, problem, suggestion } from '@hegui/model'
import { festivalDay, festivalNames } from './festivals.js'
import { widestDays, widestPeriod, windowContext } from './plan-days.js'

/** Paths begin with the index of the pack. The packs must be otherwise in order. */
export function checkWindows(packs: readonly Pack[], festivals: FestivalDays = festivalDay): readonly Problem[] {
  return packs.flatMap((pack, at) =>
    pack.plans.flatMap((plan, index) =>
      plan.focus.flatMap((focus, place) =>
        ofWindow(focus, plan, festivals).map((found) => ({ ...found, path: [at, 'plans', index, 'focus', place, 'window'] })),
      ),
    ),
  )
}

/** A quarter and the like have days of their own, which may leave the plan; a season is cut to it without a word. */
const ownDays: ReadonlySet<PlanFocus['window']['kind']> = new Set(['fixed', 'quarter', 'year', 'festival'])
const allDays: Period = { from: '1900-01-01', to: '2100-12-31' }

function ofWindow({ id, window }: PlanFocus, plan: Plan, festivals: FestivalDays): readonly Problem[] {
  const everyYear = window.kind === 'festival' && window.year === 'every-year'
  const within = widestPeriod(plan)
  const { ranges, missing } = windowDays(window, ownDays.has(window.kind) && !everyYear ? allDays : yearsAsked(plan), windowContext(plan, festivals))
  if (missing.length > 0) return missing.map(({ festival, year }) => problem('HG4025', [], { festival, year: String(year), ...likely(festival) }))
  const period = periodOf(plan)
  const params = { what: '重点时段', whatEn: 'the focus window', id, ...period }
  const inside = ranges.filter(({ from, to }) => from <= within.to && to >= within.from)
  if (inside.length === 0) return [problem('HG4024', [], params)]
  const out = everyYear ? [] : inside.flatMap((range) => daysOutside(range, within))
  if (out.length === 0) return []
  return [
    problem('HG4023', [], {
      ...params,
      days: out.map(({ from, to }) => `${from} 至 ${to}`).join('、'),
      daysEn: out.map(({ from, to }) => `${from} to ${to}`).join(', '),
    }),
  ]
}

/** A name that the table has is past its years; another may be a slip. */
const likely = (festival: string): ReturnType<typeof suggestion> =>
  festivalNames.includes(festival) ? suggestion('', []) : suggestion(festival, festivalNames)

/** A plan without end asks for the year in which it begins or ends: no table reaches all others. */
function yearsAsked(plan: Plan): Period {
  const { from, to } = widestDays(plan)
  const known = from ?? to
  if (known === null) return allDays
  return { from: from ?? `${known.slice(0, 4)}-01-01`, to: to ?? `${known.slice(0, 4)}-12-31` }
}

function periodOf(plan: Plan): { readonly period: string; readonly periodEn: string } {
  const { from, to } = widestDays(plan)
  return { period: `${from ?? '…'} 至 ${to ?? '…'}`, periodEn: `${from ?? '…'} to ${to ?? '…'}` }
}

/** What lies outside whichever way soft edges are meant. */
function daysOutside({ certain }: DayRange, within: Period): readonly Period[] {
  if (certain === null) return []
  return [
    ...(certain.from < within.from ? [{ from: certain.from, to: addDays(within.from, -1) }] : []),
    ...(certain.to > within.to ? [{ from: addDays(within.to, 1), to: certain.to }] : []),
  ]
}
