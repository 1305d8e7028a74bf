/**
 * Situations: the ways in which the day of a conduct can decide which editions of a rule and of its limits govern.
 *
 * The calendar is cut wherever either version begins or ends anything; between two cuts one day is like another.
 */
import { addDays } from '@hegui/calendar'
import { governingEditions, leavesGap, type Ruleset, type Span } from '@hegui/engine'
import type { FactDefinition, Rule } from '@hegui/model'
import type { Dated, Period } from '../law/period.js'

/** `day`: one known day. `span`: an act that went on. `unknown-day`: any day up to the end. */
export type SituationKind = 'day' | 'span' | 'unknown-day'

/** One version's editions that govern, and whether the rule may also not have been in force. */
interface Governing {
  readonly editions: readonly Rule[]
  readonly outside: boolean
}

export interface Situation {
  readonly kind: SituationKind
  /** Where the last day of the conduct lies; of an unknown day, the day of the decision. */
  readonly within: Period
  /** The days of `within` that can be the last: of an act that began in the same stretch, not the first. */
  readonly last: Period
  /** Days that stand for all of the situation. */
  readonly span: Span
  readonly old: Governing
  readonly new: Governing
}

/** The ends of the calendar. */
const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2100-12-31'

/** A day of most cases; shown where any day would do. */
const USUAL_DAY = '2023-06-30'

const inside = (period: Period, day: string): boolean => (period.from ?? '') <= day && day <= (period.to ?? '9999-12-31')

/** A day that stands for the period: a usual one, else the first, else the last. */
export const dayIn = (period: Period): string => (inside(period, USUAL_DAY) ? USUAL_DAY : (period.from ?? period.to ?? USUAL_DAY))

/** The stretches between the days on which something begins, or has ended the day before. */
function segmentsOf(dated: readonly Dated[]): readonly Period[] {
  const cuts = dated.flatMap(({ from, to }) => [
    ...(from === null ? [] : [from]),
    ...(to === null || to === undefined || to >= LAST_DAY ? [] : [addDays(to, 1)]),
  ])
  const days = [...new Set(cuts)].filter((day) => day > FIRST_DAY).sort()
  const ends = days.map((day) => addDays(day, -1))
  return [null, ...days].map((from, index) => ({ from, to: ends[index] ?? null }))
}

export const limitsOf = (facts: Iterable<string>, { vocabulary }: Ruleset): readonly (readonly [string, NonNullable<FactDefinition['limit']>])[] =>
  [...facts].flatMap((id) => {
    const limit = vocabulary.facts.get(id)?.limit
    return limit === undefined ? [] : [[id, limit] as const]
  })

/** Undefined: it has no second day. */
function withoutFirst({ from, to }: Period): Period | undefined {
  if (from === null) return { from, to }
  return from === to ? undefined : { from: addDays(from, 1), to }
}

/** A rule that a version lacks is in force on no day of it. */
export function situationsOf(old: readonly Rule[], fresh: readonly Rule[], limits: readonly Dated[]): readonly Situation[] {
  const segments = segmentsOf([...old.map((rule) => rule.inForce), ...fresh.map((rule) => rule.inForce), ...limits])
  const governing = (editions: readonly Rule[], span: Span): Governing => {
    const governed = governingEditions(editions, span)
    return { editions: governed, outside: span.known ? governed.length === 0 : leavesGap(editions, span) }
  }
  const situation = (kind: SituationKind, within: Period, span: Span, last: Period = within): Situation => ({
    kind,
    within,
    last,
    span,
    old: governing(old, span),
    new: governing(fresh, span),
  })
  const days = segments.map(dayIn)
  return [
    ...segments.map((within, at) => situation('day', within, { from: days[at] as string, to: days[at] as string, known: true })),
    ...segments.flatMap((within, end) =>
      segments.slice(0, end + 1).flatMap((_, first) => {
        const last = first < end ? within : withoutFirst(within)
        return last === undefined ? [] : [situation('span', within, { from: days[first] as string, to: days[end] as string, known: true }, last)]
      }),
    ),
    ...segments.map((within, at) => situation('unknown-day', within, { from: null, to: days[at] as string, known: false })),
  ]
}
