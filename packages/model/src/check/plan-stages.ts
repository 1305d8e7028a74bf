/**
 * The stages of a plan against each other and against its days; and what windows and duties name of the plan.
 *
 * Where a text leaves days open, only what is so whichever day is meant is a problem. Windows that follow festivals
 * need the calendar: the engine checks those.
 */
import { type Path, type Problem, problem, suggestion } from '../problems/problem.js'
import type { Pack } from '../schema/pack.js'
import type { Plan, PlanStage } from '../schema/plan.js'
import { earliestOf, latestOf } from '../schema/primitives.js'
import type { Catalogue } from './catalogue.js'

export function checkPlanStages(packs: readonly Pack[], catalogue: Catalogue): readonly Problem[] {
  return packs.flatMap((pack, at) =>
    pack.plans.flatMap((plan, index) => {
      const path: Path = [at, 'plans', index]
      const within = plan.stages.map((stage, place) => outside(stage, plan, [...path, 'stages', place]))
      return [...within.flat(), ...(within.some((found) => found.length > 0) ? [] : neighbours(plan, path)), ...named(plan, path, catalogue)]
    }),
  )
}

function outside(stage: PlanStage, { inForce }: Plan, path: Path): readonly Problem[] {
  const [from, to] = [inForce.from ?? '', inForce.to ?? '9999']
  const [first, last] = [latestOf(stage.from), earliestOf(stage.to)]
  const params = {
    what: '阶段',
    whatEn: 'the stage',
    id: stage.id,
    period: `${inForce.from ?? '…'} 至 ${inForce.to ?? '…'}`,
    periodEn: `${inForce.from ?? '…'} to ${inForce.to ?? '…'}`,
  }
  const backwards = (earliestOf(stage.from) ?? '') > latestOf(stage.to)
  if (backwards || latestOf(stage.to) < from || (earliestOf(stage.from) ?? '') > to) return [problem('HG4024', path, params)]
  const days = [...(first < from ? [`${first} 起`] : []), ...(last !== null && last > to ? [`到 ${last}`] : [])].join('、')
  const daysEn = [...(first < from ? [`from ${first}`] : []), ...(last !== null && last > to ? [`until ${last}`] : [])].join(', ')
  return days === '' ? [] : [problem('HG4023', path, { ...params, days, daysEn })]
}

/** Stages follow one another unless the plan says that one runs beside others; together they leave no day out. */
function neighbours({ stages }: Plan, path: Path): readonly Problem[] {
  const overlaps = stages.flatMap((stage, at) =>
    stages.slice(0, at).flatMap((other) => {
      if (stage.concurrent || other.concurrent) return []
      const from = latest(latestOf(stage.from), latestOf(other.from))
      const [mine, theirs] = [earliestOf(stage.to), earliestOf(other.to)]
      if (mine === null || theirs === null) return []
      const [to = mine] = [mine, theirs].sort()
      const days = { days: `${from} 至 ${to}`, daysEn: `${from} to ${to}` }
      return from <= to ? [problem('HG4021', [...path, 'stages', at], { id: stage.id, other: other.id, ...days })] : []
    }),
  )
  const order = [...stages.keys()].sort((a, b) => compare(startOf(stages[a]), startOf(stages[b])))
  let reached: string | undefined
  const gaps = order.flatMap((at) => {
    const stage = stages[at] as PlanStage
    const before = reached
    reached = before === undefined ? latestOf(stage.to) : latest(before, latestOf(stage.to))
    const first = earliestOf(stage.from)
    if (before === undefined || first === null || first <= dayAfter(before)) return []
    const days = { from: dayAfter(before), to: dayBefore(first) }
    return [problem('HG4022', [...path, 'stages', at], { id: stage.id, ...days })]
  })
  return [...overlaps, ...gaps]
}

const startOf = (stage: PlanStage | undefined): string => (stage === undefined ? '' : (earliestOf(stage.from) ?? ''))
const latest = (a: string, b: string): string => (a > b ? a : b)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const dayAfter = (day: string): string => shifted(day, 1)
const dayBefore = (day: string): string => shifted(day, -1)
const shifted = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

function named(plan: Plan, path: Path, catalogue: Catalogue): readonly Problem[] {
  const stages = plan.stages.map(({ id }) => id)
  const stage = (id: string, place: Path): readonly Problem[] => (stages.includes(id) ? [] : [problem('HG4026', place, { id, ...suggestion(id, stages) })])
  return [
    ...plan.focus.flatMap((focus, index) => {
      const here: Path = [...path, 'focus', index]
      return [
        ...(focus.window.kind === 'stage' ? stage(focus.window.stage, [...here, 'window', 'stage']) : []),
        ...(focus.rules ?? []).flatMap((id, place) =>
          catalogue.rules.has(id) ? [] : [problem('HG4002', [...here, 'rules', place], { id, ...suggestion(id, catalogue.rules.keys()) })],
        ),
        ...(focus.clauses ?? []).flatMap((id, place) =>
          plan.clauses.some((clause) => clause.id === id) ? [] : [problem('HG4006', [...here, 'clauses', place], { plan: plan.id, clause: id })],
        ),
      ]
    }),
    ...plan.duties.flatMap((duty, index) => (duty.during === undefined ? [] : stage(duty.during, [...path, 'duties', index, 'during']))),
  ]
}
