/**
 * Triggers: whether what a plan makes officials answer for has come about. Three values, as in conditions.
 *
 * A month from day d ends the day before the same day of the next month. The texts do not say where a month
 * starts (起算), so every stretch inside the period is tried; the finding must flag that.
 */
import { addDays, addMonths } from '@hegui/calendar'
import type { AppraisedDuty, Evidence, FigureValue, Formula, NamedCondition, Trigger } from '@hegui/model'
import { evaluate, missingFacts } from '../conditions/evaluate.js'
import type { Facts } from '../conditions/leaf.js'
import { normalForm } from '../conditions/normal-form.js'
import { all, any, type Truth } from '../conditions/truth.js'

export interface FigureAnswer {
  readonly value: FigureValue | null
  readonly evidence: Evidence
  /** What the days that are known come to; what has no day is in `value` alone. */
  readonly byDay: ReadonlyMap<string, FigureValue>
}
export type FigureOf = (formula: Formula) => FigureAnswer

export interface TriggerContext {
  readonly period: { readonly from: string; readonly to: string }
  readonly figureOf: FigureOf
  readonly duties: readonly AppraisedDuty[]
  /** What was established of the unit; what is not here is unknown. */
  readonly facts: Facts
  readonly named: ReadonlyMap<string, NamedCondition>
  readonly questionOf: (fact: string) => string
}

export interface TriggerAnswer {
  readonly truth: Truth
  /** First day on which it certainly held; null: not established, or no day is known. */
  readonly day: string | null
  readonly evidence: readonly Evidence[]
  readonly missing: readonly { readonly fact: string | null; readonly question: string }[]
}

type FigureTrigger = Extract<Trigger, { readonly figure: Formula }>

export function triggerAnswer(trigger: Trigger, context: TriggerContext): TriggerAnswer {
  if ('all' in trigger)
    return joined(
      trigger.all.map((part) => triggerAnswer(part, context)),
      'all',
    )
  if ('any' in trigger)
    return joined(
      trigger.any.map((part) => triggerAnswer(part, context)),
      'any',
    )
  if ('unit' in trigger) {
    const form = normalForm(trigger.unit, context.named)
    const missing = missingFacts(form, context.facts).map((fact) => ({ fact, question: context.questionOf(fact) }))
    return { truth: evaluate(form, context.facts), day: null, evidence: [], missing }
  }
  if ('duty' in trigger) return dutyAnswer(trigger, context.duties)
  return figureAnswer(trigger, context)
}

/** `all` is met on the last of its days, and only if each has one; `any` on the first day known. */
function joined(parts: readonly TriggerAnswer[], how: 'all' | 'any'): TriggerAnswer {
  const truths = parts.map((part) => part.truth)
  const truth = how === 'all' ? all(truths) : any(truths)
  const days = parts.filter((part) => part.truth === 'holds').map((part) => part.day)
  const known = days.filter((day) => day !== null).sort()
  const day = truth !== 'holds' ? null : how === 'any' ? (known[0] ?? null) : known.length === days.length ? (known.at(-1) ?? null) : null
  const missing = truth === 'unknown' ? parts.filter((part) => part.truth === 'unknown').flatMap((part) => part.missing) : []
  return { truth, day, evidence: parts.flatMap((part) => part.evidence), missing }
}

function dutyAnswer(trigger: Extract<Trigger, { readonly duty: string }>, duties: readonly AppraisedDuty[]): TriggerAnswer {
  const mine = duties.filter((duty) => duty.duty === trigger.duty)
  const failed = mine.filter((duty) => duty.state === trigger.state)
  const open = mine.filter((duty) => duty.state === 'undetermined' || duty.state === 'undated').length
  const truth: Truth = failed.length >= trigger.times ? 'holds' : mine.length === 0 || failed.length + open >= trigger.times ? 'unknown' : 'fails'
  const dues = failed.map((duty) => duty.due?.latest ?? null)
  const known = dues.filter((due) => due !== null).sort()
  const question = `职责“${mine[0]?.title ?? trigger.duty}”各次有没有按时完成？`
  return {
    truth,
    day: truth === 'holds' ? (known[trigger.times - 1] ?? null) : null,
    evidence: [],
    missing: truth === 'unknown' ? [{ fact: null, question }] : [],
  }
}

function figureAnswer(trigger: FigureTrigger, context: TriggerContext): TriggerAnswer {
  const answer = context.figureOf(trigger.figure)
  const { truth, day } = decide(trigger, answer, context.period)
  const missing = truth === 'unknown' ? [{ fact: null, question: '数字还不确定：有关记录或者报来的数字要补全。' }] : []
  return { truth, day, evidence: [answer.evidence], missing }
}

interface Decided {
  readonly truth: Truth
  readonly day: string | null
}

function decide(trigger: FigureTrigger, answer: FigureAnswer, period: TriggerContext['period']): Decided {
  const { value } = answer
  if (value === null) return { truth: 'unknown', day: null }
  const rises = trigger.compare === 'at-least' || trigger.compare === 'more-than'
  const whole = compareRange(value, trigger)
  if (trigger.within === undefined) {
    if (whole !== 'holds') return { truth: whole, day: null }
    return { truth: whole, day: rises ? reachedOn(trigger, answer.byDay, () => period.from) : period.to }
  }
  // Few in a short stretch proves nothing about a plan's wording we know of, and a percentage does not add up day by day.
  if (!rises || 'percent' in trigger.figure) return { truth: 'unknown', day: null }
  const { within } = trigger
  const day = reachedOn(trigger, answer.byDay, (last) => laterOf(period.from, firstDayOf(last, within)))
  if (day !== null) return { truth: 'holds', day }
  if (whole === 'fails') return { truth: 'fails', day: null }
  return { truth: couldBeReached(trigger, within, value, answer.byDay) ? 'unknown' : 'fails', day: null }
}

/** The last day a stretch from `first` covers. */
export function lastDayOf(first: string, within: NonNullable<FigureTrigger['within']>): string {
  return 'days' in within ? addDays(first, within.days - 1) : addDays(addMonths(first, within.months).date, -1)
}

/** The earliest first day of a stretch that still covers `last`. */
function firstDayOf(last: string, within: NonNullable<FigureTrigger['within']>): string {
  let first = 'days' in within ? addDays(last, 1 - within.days) : addDays(last, -31 * within.months - 1)
  while (lastDayOf(first, within) < last) first = addDays(first, 1)
  return first
}

const laterOf = (a: string, b: string): string => (a > b ? a : b)

function compareRange({ min, max }: FigureValue, { compare, value }: FigureTrigger): Truth {
  const above = (n: number) => (compare === 'at-least' || compare === 'below' ? n >= value : n > value)
  const reached: Truth = above(min) ? 'holds' : max !== null && !above(max) ? 'fails' : 'unknown'
  if (compare === 'at-least' || compare === 'more-than') return reached
  return reached === 'holds' ? 'fails' : reached === 'fails' ? 'holds' : 'unknown'
}

function reachedOn(trigger: FigureTrigger, byDay: FigureAnswer['byDay'], firstOf: (last: string) => string): string | null {
  const days = [...byDay.keys()].sort()
  for (const last of days) {
    const first = firstOf(last)
    const min = days.filter((day) => first <= day && day <= last).reduce((sum, day) => sum + (byDay.get(day)?.min ?? 0), 0)
    if (compareRange({ min, max: min }, trigger) === 'holds') return last
  }
  return null
}

/** With every gap filled against the unit, and what has no day falling into the fullest stretch. */
function couldBeReached(trigger: FigureTrigger, within: NonNullable<FigureTrigger['within']>, value: FigureValue, byDay: FigureAnswer['byDay']): boolean {
  const days = [...byDay.keys()].sort()
  if (value.max === null || days.some((day) => byDay.get(day)?.max === null)) return true
  const most = (chosen: readonly string[]) => chosen.reduce((sum, day) => sum + (byDay.get(day)?.max ?? 0), 0)
  const undated = Math.max(0, value.max - most(days))
  const fullest = Math.max(0, ...days.map((last) => most(days.filter((day) => firstDayOf(last, within) <= day && day <= last))))
  const max = fullest + undated
  return compareRange({ min: max, max }, trigger) === 'holds'
}
