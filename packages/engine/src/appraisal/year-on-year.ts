/** 同比: a period against the same period a year before. */
import { addDays, addMonths } from '@hegui/calendar'
import type { FigureValue, Formula } from '@hegui/model'
import { distinctEvidence } from './cell.js'
import type { Figure, FigureContext } from './figure.js'
import { isBeyondShares } from './percent.js'
import { figureOf } from './value.js'

/** In per cent. A figure that units give in per cent is the change itself; any other is compared with that of a year before. */
export function changeOf(formula: Formula, context: FigureContext): Figure {
  const now = figureOf(formula, context)
  if ('figure' in formula && /^[%％]$/.test(now.measuredIn ?? '')) return now
  const { from, to } = context.period
  const period = { from: addMonths(from, -12).date, to: addDays(addMonths(addDays(to, 1), -12).date, -1) }
  // A figure without a period is of the period that is appraised, not of the year before.
  const before = figureOf(formula, { ...context, period, figures: context.figures.filter((each) => each.period !== undefined) })
  return {
    value: now.value === null || before.value === null || now.measuredIn !== before.measuredIn ? null : change(now.value, before.value),
    evidence: distinctEvidence([now.evidence, before.evidence]),
    figures: [...new Set([...now.figures, ...before.figures])].sort(),
    measuredIn: '%',
    byDay: new Map(),
  }
}

/** Kept to 1/10 000: exact changes to the nearest, the ends of a range outwards. From nothing, no change has a value. */
function change(now: FigureValue, before: FigureValue): FigureValue | null {
  if (now.min < 0 || before.min < 0 || before.max === 0 || isBeyondShares(now) || isBeyondShares(before)) return null
  const change = (a: number, b: number, round: (value: number) => number): number => round((a / b) * 1_000_000 - 1_000_000) / 10_000
  if (now.min === now.max && before.min === before.max) {
    const exact = change(now.min, before.min, Math.round)
    return { min: exact, max: exact }
  }
  return {
    min: before.max === null ? -100 : change(now.min, before.max, Math.floor),
    max: now.max === null || before.min === 0 ? null : change(now.max, before.min, Math.ceil),
  }
}
