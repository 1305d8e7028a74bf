/** Triggers: whether what a plan makes officials answer for has come about. Three values, as in conditions. */
import type { AppraisedDuty, Evidence, FigureValue, Formula, NamedCondition, Trigger } from '@hegui/model'
import { evaluate, missingFacts } from '../conditions/evaluate.js'
import { normalForm } from '../conditions/normal-form.js'
import { all, any, type Truth } from '../conditions/truth.js'
import type { Established } from './established.js'
import { laterOf } from './moment.js'
import { hasShare } from './percent.js'
import { firstDayOf, stretchSums } from './stretch.js'

export interface FigureAnswer {
  readonly value: FigureValue | null
  readonly evidence: Evidence
  /** What the days that are known come to; what has no day is in `value` alone. */
  readonly byDay: ReadonlyMap<string, FigureValue>
}

export interface TriggerContext {
  readonly period: { readonly from: string; readonly to: string }
  /** The last day looked at: figures of a period that is not over may still grow. */
  readonly seenOn: string
  readonly figureOf: (formula: Formula) => FigureAnswer
  readonly duties: readonly AppraisedDuty[]
  /** What was established of the unit, as it stood after each day on which something was. Never empty. */
  readonly established: readonly Established[]
  readonly named: ReadonlyMap<string, NamedCondition>
  readonly questionOf: (fact: string) => string
  readonly formulaWords: (formula: Formula) => string
  readonly dutyTitle: (duty: string) => string
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
  if ('unit' in trigger) return unitAnswer(trigger, context)
  if ('duty' in trigger) return dutyAnswer(trigger, context)
  return figureAnswer(trigger, context)
}

/** What was established last decides: later words correct earlier ones. It held from the first day since which it held without a break. */
function unitAnswer({ unit }: Extract<Trigger, { readonly unit: unknown }>, { established, named, questionOf }: TriggerContext): TriggerAnswer {
  const form = normalForm(unit, named)
  const truths = established.map(({ facts }) => evaluate(form, facts))
  let since = truths.length
  while (since > 0 && truths[since - 1] === 'holds') since -= 1
  const { facts } = established.at(-1) as Established
  const missing = missingFacts(form, facts).map((fact) => ({ fact, question: questionOf(fact) }))
  return { truth: truths.at(-1) as Truth, day: established[since]?.day ?? null, evidence: [], missing }
}

/** `all` is met on the last of its days, `any` on the first; only if each part that holds has one. */
function joined(parts: readonly TriggerAnswer[], how: 'all' | 'any'): TriggerAnswer {
  const truths = parts.map((part) => part.truth)
  const truth = how === 'all' ? all(truths) : any(truths)
  const held = parts.filter((part) => part.truth === 'holds')
  const days = held.flatMap((part) => part.day ?? []).sort()
  const day = truth !== 'holds' || days.length < held.length ? null : ((how === 'all' ? days.at(-1) : days[0]) ?? null)
  const missing = truth === 'unknown' ? parts.filter((part) => part.truth === 'unknown').flatMap((part) => part.missing) : []
  return { truth, day, evidence: parts.flatMap((part) => part.evidence), missing }
}

function dutyAnswer(trigger: Extract<Trigger, { readonly duty: string }>, { duties, dutyTitle }: TriggerContext): TriggerAnswer {
  const mine = duties.filter((duty) => duty.duty === trigger.duty)
  const failed = mine.filter((duty) => duty.state === trigger.state)
  const open = mine.filter((duty) => duty.state === 'undetermined' || duty.state === 'undated').length
  const truth: Truth = failed.length >= trigger.times ? 'holds' : mine.length === 0 || failed.length + open >= trigger.times ? 'unknown' : 'fails'
  const dues = failed.map((duty) => duty.due?.latest ?? null)
  const known = dues.filter((due) => due !== null).sort()
  const question = `职责“${dutyTitle(trigger.duty)}”各次有没有按时完成？`
  return {
    truth,
    day: truth === 'holds' ? (known[trigger.times - 1] ?? null) : null,
    evidence: [],
    missing: truth === 'unknown' ? [{ fact: null, question }] : [],
  }
}

function figureAnswer(trigger: FigureTrigger, context: TriggerContext): TriggerAnswer {
  const answer = context.figureOf(trigger.figure)
  const { truth, day } = decide(trigger, answer, context)
  const question = `数字还不确定，要补全有关的记录或者报来的数字：${context.formulaWords(trigger.figure)}`
  return { truth, day, evidence: [answer.evidence], missing: truth === 'unknown' ? [{ fact: null, question }] : [] }
}

type Decided = Pick<TriggerAnswer, 'truth' | 'day'>

function decide(trigger: FigureTrigger, { value, byDay }: FigureAnswer, { period, seenOn }: TriggerContext): Decided {
  const { within } = trigger
  const open: Decided = { truth: 'unknown', day: null }
  if (value === null) return open
  const rises = trigger.compare === 'at-least' || trigger.compare === 'more-than'
  const share = hasShare(trigger.figure)
  if (within === undefined) {
    // A share may still fall and a count still rise: what such a figure comes to is settled at the end.
    if (seenOn < period.to && (share || !rises)) return !share && compareRange(value, trigger) === 'fails' ? { truth: 'fails', day: null } : open
    const truth = compareRange(value, trigger)
    return { truth, day: truth !== 'holds' ? null : rises && !share ? reachedOn(trigger, byDay, () => period.from) : period.to }
  }
  // Few in a short stretch proves nothing about a plan's wording we know of, and shares do not add up day by day.
  if (!rises || share) return open
  const firstIn = (width: 'narrow' | 'wide') => (last: string) => laterOf(period.from, firstDayOf(last, within, width))
  const day = reachedOn(trigger, byDay, firstIn('narrow'))
  if (day !== null) return { truth: 'holds', day }
  return couldBeReached(trigger, value, byDay, firstIn('wide')) ? open : { truth: 'fails', day: null }
}

function compareRange({ min, max }: FigureValue, { compare, value }: FigureTrigger): Truth {
  const above = (n: number) => (compare === 'at-least' || compare === 'below' ? n >= value : n > value)
  const reached: Truth = above(min) ? 'holds' : max !== null && !above(max) ? 'fails' : 'unknown'
  if (compare === 'at-least' || compare === 'more-than') return reached
  return reached === 'holds' ? 'fails' : reached === 'fails' ? 'holds' : 'unknown'
}

const reaches = (sum: number, trigger: FigureTrigger): boolean => compareRange({ min: sum, max: sum }, trigger) === 'holds'

/** The first day with which a stretch certainly has enough. */
function reachedOn(trigger: FigureTrigger, byDay: FigureAnswer['byDay'], firstOf: (last: string) => string): string | null {
  for (const [last, sum] of stretchSums(byDay, 'min', firstOf)) if (reaches(sum, trigger)) return last
  return null
}

/** With every gap filled against the unit, and what has no day falling into the fullest stretch. */
function couldBeReached(trigger: FigureTrigger, value: FigureValue, byDay: FigureAnswer['byDay'], firstOf: (last: string) => string): boolean {
  const values = [...byDay.values()]
  if (value.max === null || values.some(({ max }) => max === null)) return true
  const undated = Math.max(0, value.max - values.reduce((sum, { max }) => sum + (max ?? 0), 0))
  const fullest = Math.max(0, ...[...stretchSums(byDay, 'max', firstOf)].map(([, sum]) => sum))
  return reaches(fullest + undated, trigger)
}
