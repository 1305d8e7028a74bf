/**
 * Which plans a record falls under. A plan whose own text leaves its days open – 即日起, 上旬, two different ends – is
 * neither taken up nor left out in silence: what is not certain is said. A plan is no ground of liability either way.
 */
import type { InspectionRecord, Pending, Plan } from '@hegui/model'
import { type Boundary, earliestOf, latestOf } from '@hegui/model'
import { isWithin } from '../conditions/leaf.js'
import { editionsDuring } from '../findings/editions.js'
import type { Ruleset } from '../ruleset/ruleset.js'

export interface PlansUnderWay {
  readonly plans: readonly Plan[]
  /** What is not certain about the days of a plan, taken up or not. */
  readonly doubts: readonly { readonly plan: string; readonly message: string }[]
}

/** Those the record names, else those surely under way in its region on the day of the inspection. */
export function plansUnderWay(record: InspectionRecord, ruleset: Ruleset): PlansUnderWay {
  const all = [...ruleset.catalogue.plans.values()]
  const day = record.inspectedOn
  if (record.plans !== undefined) {
    const plans = [...new Set(record.plans)].flatMap((id) => all.filter((plan) => plan.id === id))
    return { plans, doubts: plans.flatMap((plan) => doubtOf(plan, day, '记录写明属于它，它的措施照列')) }
  }
  const { region } = record
  if (typeof region !== 'string') return { plans: [], doubts: [] }
  const possible = all.filter(
    (plan) => plan.partOfRegion === undefined && isWithin(region, plan.region) && editionsDuring([plan], { from: day, to: day, known: true }).length > 0,
  )
  const doubts = possible.flatMap((plan) => doubtOf(plan, day, `没有自动采用；属于它的，在记录的 plans 中写明 ${plan.id}`))
  return { plans: possible.filter((plan) => !doubts.some((doubt) => doubt.plan === plan.id)), doubts }
}

/** Said of each conduct, with the measures that rest on that plan. */
export const pendingOnPlans = (
  conduct: string,
  { doubts }: PlansUnderWay,
  measures: readonly { readonly id: string; readonly plans: readonly { readonly plan: string }[] }[],
): readonly Pending[] =>
  doubts.map(({ plan, message }) => ({
    topic: 'plan-period',
    conduct,
    message,
    measures: measures.filter((measure) => measure.plans.some((each) => each.plan === plan)).map((measure) => measure.id),
  }))

function doubtOf(plan: Plan, day: string, consequence: string): PlansUnderWay['doubts'] {
  const reasons = reasonsFor(plan, day)
  if (reasons.length === 0) return []
  const message = `检查日 ${day} 是否在方案“${plan.shortTitle}”期间，不能确定：${reasons.join('；')}。${consequence}。行为的认定和法定措施不受影响。`
  return [{ plan: plan.id, message }]
}

/** Why the day may lie outside the plan; nothing where it surely lies inside, or the text fixes its days. */
function reasonsFor({ bounds }: Plan, day: string): readonly string[] {
  if (bounds === undefined) return []
  const begun = latestOf(bounds.from) <= day
  const ends = bounds.to.map((end) => ({ end, state: endedBy(end.day, day) }))
  return [
    ...(begun ? [] : [`起始日${within(bounds.from)}`]),
    ...(ends.every(({ state }) => state === 'running')
      ? []
      : ends.map(({ end, state }) => `按“${end.title}”，结束日${within(end.day)}，${stateTitles[state]}`)),
  ]
}

const stateTitles = { running: '这天还在期间', open: '这天可能已经结束', over: '这天已经结束' } as const

/** The last day of the plan still belongs to it. */
const endedBy = (end: Boundary, day: string): keyof typeof stateTitles => (day > latestOf(end) ? 'over' : day <= (earliestOf(end) ?? '') ? 'running' : 'open')

function within(boundary: Boundary): string {
  if (typeof boundary === 'string') return `是 ${boundary}`
  const { earliest, latest, wording } = boundary
  return earliest === null ? `原文只写“${wording}”（最晚 ${latest}）` : `原文只写“${wording}”（${earliest} 至 ${latest} 中的一天）`
}
