/** By when a step has to be taken: its limit, extensions that were approved in time, and days that do not count. */
import type { DoneStep, Due, ExclusionReason, StepEdition } from '@hegui/model'
import { type DueOptions, dueOf, limitEdition } from '../actions/due.js'
import type { ExcludedDays } from '../actions/excluded.js'
import { type CaseContext, titleOf } from './case-context.js'

export interface StepDue {
  readonly due?: Due
  readonly notes: readonly string[]
  /** What the limit itself says about how it is counted. */
  readonly rules: readonly string[]
}

const reasons: Readonly<Record<ExclusionReason, string>> = {
  appraisal: '鉴定（检测、检验）期间',
  hearing: '听证期间',
  'review-or-litigation': '复议、诉讼期间',
  deferral: '暂缓缴纳期间',
}

/** The periods of a case that are left out for one of `whys`. */
export const excludedFor = (whys: readonly ExclusionReason[], { progress }: CaseContext): readonly ExcludedDays[] =>
  (progress.excluded ?? []).filter(({ why }) => whys.includes(why)).map(({ from, to, why }) => ({ from, to: to ?? null, reason: reasons[why] }))

export function dueOfStep(edition: StepEdition, day: string, context: CaseContext): StepDue {
  const { facts, ruleset, instantOf, done } = context
  const limit = edition.limit === undefined ? undefined : ruleset.catalogue.timeLimits.get(edition.limit)
  if (limit === undefined) return { notes: [], rules: [] }
  const options: DueOptions = { instantOf, excluded: excludedFor(edition.excludes ?? [], context) }
  const extensions: { readonly amount: number; readonly basis: string }[] = []
  const notes: string[] = []
  let due = dueOf(limit, facts, day, ruleset, options)
  for (const { step, amount, basis } of edition.mayExtend ?? []) {
    const extended = done.get(step)
    if (extended === undefined || due === undefined) continue
    if (isLate(extended, due) === 'yes') {
      notes.push(`${titleOf(step, context)}（${extended.on}）在期限届满以后，不计入期限`)
      continue
    }
    extensions.push({ amount, basis: `${ruleset.catalogue.instruments.get(basis.instrument)?.shortTitle ?? basis.instrument} ${basis.article}` })
    due = dueOf(limit, facts, day, ruleset, { ...options, extensions })
  }
  if (due !== undefined && due.date !== null && !due.certain)
    notes.push(`期限经过放假安排没有公布的日子，暂定 ${due.date}，最早 ${due.earliest ?? due.date}，最晚 ${due.latest ?? due.date}`)
  const note = limitEdition(limit, facts, day)?.note
  return { ...(due === undefined ? {} : { due }), notes, rules: due === undefined || note === undefined ? [] : [`期限：${note}`] }
}

/** `unknown`: the record does not say at what hour, or the calendar is not settled. */
export function isLate({ on, at }: Pick<DoneStep, 'on' | 'at'>, due: Due): 'yes' | 'no' | 'unknown' {
  if (due.date === null) return 'unknown'
  if (due.instant !== undefined && at !== undefined) return Date.parse(at) > Date.parse(due.instant) ? 'yes' : 'no'
  if (on > (due.latest ?? due.date)) return 'yes'
  if (on > (due.earliest ?? due.date)) return 'unknown'
  return isByTheHour(due) && on === due.date ? 'unknown' : 'no'
}

const isByTheHour = ({ rule, instant }: Due): boolean => instant !== undefined || rule.includes(' 小时（')

/** Has the day come after which the step can no longer be in time? */
export const isPast = (asOf: string, due: Due | undefined): boolean => due !== undefined && due.date !== null && asOf > (due.latest ?? due.date)
