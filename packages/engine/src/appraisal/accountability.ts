/**
 * What the plan makes a unit and its officials answer for, as far as it can be told.
 *
 * A finding is a lead: those in authority establish who is responsible and what follows. Nothing is proposed on a basis
 * that was not read in the wording of the day, and nothing on a day that is not known.
 */
import {
  type AccountabilityFinding,
  type AppraisalFile,
  type AppraisedDuty,
  type Formula,
  formulaText,
  organsOfUnit,
  type Plan,
  type PlanAccountability,
  type Trigger,
  type Unit,
} from '@hegui/model'
import type { Truth } from '../conditions/truth.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { distinctEvidence } from './cell.js'
import { clausesOf } from './clauses.js'
import { closingOf } from './closing.js'
import { consequencesOn } from './consequences.js'
import { type Established, establishedOf } from './established.js'
import { formulaTitles } from './formula-titles.js'
import { dayOf, earlierOf } from './moment.js'
import { type TriggerAnswer, type TriggerContext, triggerAnswer } from './trigger.js'

export interface AccountabilityContext {
  readonly file: Pick<AppraisalFile, 'established' | 'readings' | 'closings' | 'targets'>
  readonly figureOf: TriggerContext['figureOf']
  readonly duties: readonly AppraisedDuty[]
  readonly period: { readonly from: string; readonly to: string }
  readonly now: string
  readonly ruleset: Ruleset
}

/** Every accountability of the plan whose officials the unit stands for, in the order of the plan. */
export function appraisedAccountability(plan: Plan, unit: Unit, context: AccountabilityContext): readonly AccountabilityFinding[] {
  const { file, period, now } = context
  const organs = organsOfUnit(plan, unit, period)
  const { states, conflicts } = establishedOf(unit, file.established ?? [], dayOf(now))
  const known = triggerContext(plan, states, context)
  return plan.accountability
    .filter(({ officials }) => organs.some(({ organ }) => officials.includes(organ)))
    .map((item) => findingOf(item, plan, unit, answered(item, file.readings?.[item.id], known), conflicts, context))
}

function triggerContext(
  plan: Plan,
  established: readonly Established[],
  { file, figureOf, duties, period, now, ruleset }: AccountabilityContext,
): TriggerContext {
  const { vocabulary } = ruleset
  const titles = formulaTitles(plan, file.targets, ruleset)
  return {
    period,
    seenOn: dayOf(now),
    figureOf,
    duties,
    established,
    named: vocabulary.conditions,
    questionOf: (fact) => vocabulary.facts.get(fact)?.question ?? '',
    formulaWords: (formula: Formula) => formulaText(formula, vocabulary, titles),
    dutyTitle: (id) => plan.duties.find((duty) => duty.id === id)?.title ?? id,
  }
}

interface Answered {
  readonly answer: TriggerAnswer
  readonly reading: string | null
  readonly reason: string
  readonly within: boolean
}

const reasons: Readonly<Record<Truth, string>> = {
  holds: '触发条件成立，由有权机关查明责任以后依法处理。',
  fails: '触发条件不成立。',
  unknown: '触发条件能不能成立还不清楚。',
}
const nobodyKnows: TriggerAnswer = { truth: 'unknown', day: null, evidence: [], missing: [] }

/** The reading that was chosen decides; none chosen, all of them must agree: none is chosen here. */
function answered(item: PlanAccountability, chosen: string | undefined, context: TriggerContext): Answered {
  const one = (when: Trigger | undefined, reading: string | null): Answered => {
    if (when === undefined) return { answer: byHand(item), reading, reason: '原文没有写可以计算的条件，由有权的人认定。', within: false }
    const answer = triggerAnswer(when, context)
    return { answer, reading, reason: reasons[answer.truth], within: hasStretch(when) }
  }
  const { readings = [] } = item
  if (readings.length === 0) return one(item.when, null)
  const reading = readings.find(({ id }) => id === chosen)
  if (reading !== undefined) return one(reading.when ?? item.when, reading.id)
  const answers = readings.map((each) => one(each.when ?? item.when, each.id))
  const [first] = answers as [Answered, ...Answered[]]
  const titles = readings.map(({ title }) => title).join('；')
  if (answers.every(({ answer }) => answer.truth === first.answer.truth)) {
    // By every reading only from the last of their days.
    const days = answers.flatMap(({ answer }) => answer.day ?? []).sort()
    const day = days.length < answers.length ? null : (days.at(-1) ?? null)
    return { ...first, answer: { ...first.answer, day }, reading: null, reason: `原文有几种读法（${titles}），按哪一种结果都一样：${first.reason}` }
  }
  const missing = [{ fact: null, question: `采用哪一种读法：${titles}？` }, ...answers.flatMap(({ answer }) => answer.missing)]
  const answer = { ...nobodyKnows, evidence: answers.flatMap((each) => each.answer.evidence), missing }
  return { answer, reading: null, reason: `原文有几种读法（${titles}），结果不同，没有选定用哪一种。`, within: answers.some((each) => each.within) }
}

const byHand = ({ trigger }: PlanAccountability): TriggerAnswer => ({ ...nobodyKnows, missing: [{ fact: null, question: `有权的人是否认定：${trigger}？` }] })

const hasStretch = (trigger: Trigger): boolean => {
  if ('all' in trigger) return trigger.all.some(hasStretch)
  if ('any' in trigger) return trigger.any.some(hasStretch)
  return 'within' in trigger && trigger.within !== undefined
}

const states = { holds: 'established', fails: 'not-established', unknown: 'undetermined' } as const satisfies Record<Truth, AccountabilityFinding['state']>

function findingOf(
  item: PlanAccountability,
  plan: Plan,
  unit: Unit,
  { answer, reading, reason, within }: Answered,
  conflicts: readonly string[],
  { file, period, now, ruleset }: AccountabilityContext,
): AccountabilityFinding {
  const state = states[answer.truth]
  const contradicted = answer.missing.flatMap(({ fact }) => (fact !== null && conflicts.includes(fact) ? [fact] : []))
  return {
    accountability: item.id,
    title: item.title,
    trigger: item.trigger,
    state,
    day: answer.day,
    unit: unit.id,
    reading,
    consequences: consequencesOn(item, { state, day: answer.day, from: period.from, to: earlierOf(dayOf(now), period.to) }, ruleset),
    reason: contradicted.length === 0 ? reason : `${reason}同一天报来的不一致：${contradicted.map((fact) => titleOf(fact, ruleset)).join('、')}。`,
    missing: distinct(answer.missing),
    checklist: (file.closings ?? [])
      .filter((closing) => closing.unit === unit.id && closing.accountability === item.id)
      .map(({ about, items }) => closingOf(about, item.checklist ?? [], items)),
    evidence: distinctEvidence(answer.evidence),
    clauses: clausesOf(plan, 'accountability', item.id),
    flags: [...(item.flags ?? []), ...(within ? [STRETCH] : [])],
  }
}

const STRETCH = '原文没有写一段时间从哪天起算、起算那天算不算，期间里的每一段都试过；只有当天也不算才够的，列为待查。'

const titleOf = (fact: string, { vocabulary }: Ruleset): string => vocabulary.facts.get(fact)?.title ?? fact

const distinct = (missing: TriggerAnswer['missing']): TriggerAnswer['missing'] => [
  ...new Map(missing.map((each) => [`${each.fact ?? ''} ${each.question}`, each])).values(),
]
