/** Why something is traced, in Chinese: which violation, which clause orders it, why this unit. */
import { type Plan, type PlanMeasure, regionTitle, type Trace, type Unit } from '@hegui/model'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Covering } from './covering.js'
import { ruleTitle } from './formula-titles.js'

type Days = { readonly from: string | null; readonly to?: string | null | undefined }

export function daysText({ from, to }: Days): string {
  if (from === null) return to === null || to === undefined ? '没有写期间' : `至 ${to}`
  return to === null || to === undefined ? `${from} 起` : from === to ? from : `${from} 至 ${to}`
}

export const actText = ({ act }: Pick<Trace, 'act'>): string =>
  !act.dated ? `日子不明，不晚于 ${act.to}` : act.from === null ? `${act.to} 以前到这一天` : daysText(act)

export const violationText = (trace: Trace, ruleset: Ruleset): string =>
  `行为 ${trace.conduct}（${actText(trace)}）认定成立：${trace.rules.map((rule) => `“${ruleTitle(ruleset)(rule)}”`).join('、')}。`

export function orderText({ clauses, measure: id }: Trace, measure: PlanMeasure | undefined, ruleset: Ruleset): string {
  const at = clauses.length === 0 ? '' : ` ${clauses.join('、')} `
  const internal = measure?.internal === undefined ? '' : `，由${assigneeText(measure.internal.assignee, ruleset)}查，是内部工作，不是对当事人的措施`
  return `方案${at}要求“${measure?.title ?? id}”${internal}。`
}

function assigneeText(assignee: string, { catalogue }: Ruleset): string {
  if (assignee === 'authority') return '有权查处的机关'
  return assignee === 'inspecting-organ' ? '组织检查的机关' : (catalogue.organs.get(assignee)?.title ?? assignee)
}

/** A record that may lie in the region of the unit, or not. */
export function placeText({ region }: Trace, unit: Unit, { vocabulary }: Ruleset): { readonly said: string; readonly question: string } {
  if (region === null) return { said: '记录没有写地区，也列在这里。', question: vocabulary.facts.get('record.region')?.question ?? '检查地点在哪个行政区划？' }
  const coarse = regionTitle(region)
  return { said: `记录的地区只写到${coarse}，也列在这里。`, question: `检查地点（只写到${coarse}）在不在${unit.title}的辖区？` }
}

export function coveringText({ unit, responsibility: { role, area, region }, period, part }: Covering, plan: Plan, trace: Trace): string {
  const title = plan.roles.find(({ id }) => id === role)?.title ?? role
  const place = area ?? regionTitle(region ?? unit.region)
  const time = part ? `违法（${actText(trace)}）的一部分在这段时间` : '违法在这段时间'
  return `${unit.title}：${daysText(period)}按分工“${title}”负责${place}，${time}。`
}
