/** What a formula comes to for one unit over one period: a range wherever something is not known. */
import type { Evidence, FigureValue, Formula } from '@hegui/model'
import { hashOf } from '../ruleset/hash.js'
import { byCodeUnit } from '../ruleset/order.js'
import { addValues, distinctEvidence } from './cell.js'
import { lies } from './covering.js'
import { type Figure, type FigureContext, noFigure } from './figure.js'
import type { Atom } from './formulas-of-plan.js'
import { earlierOf } from './moment.js'
import { outsideFigure } from './outside-figure.js'
import { percentOf } from './percent.js'

/** The figure of `context.unit`. Records count by the region of the unit; one whose region is unknown or too coarse only possibly. */
export function figureOf(formula: Formula, context: FigureContext): Figure {
  if ('figure' in formula) return { ...noFigure, ...outsideFigure(formula.figure, context) }
  if ('plus' in formula) return formula.plus.map((part) => figureOf(part, context)).reduce(plus)
  if ('percent' in formula) {
    const [of, whole] = [figureOf(formula.percent.of, context), figureOf(formula.percent.in, context)]
    return {
      ...joined(of, whole),
      value: of.value === null || whole.value === null ? null : percentOf(of.value, whole.value),
      measuredIn: '%',
      byDay: new Map(),
    }
  }
  return counted(formula, context)
}

const joined = (a: Figure, b: Figure): Pick<Figure, 'evidence' | 'figures'> => ({
  evidence: distinctEvidence([a.evidence, b.evidence]),
  figures: [...new Set([...a.figures, ...b.figures])].sort(byCodeUnit),
})

function plus(a: Figure, b: Figure): Figure {
  const byDay = new Map(a.byDay)
  for (const [day, value] of b.byDay) byDay.set(day, addValues(byDay.get(day) ?? { min: 0, max: 0 }, value))
  // Persons and per cent do not add up; what comes from records has the unit that its formula gives it.
  const alike = a.measuredIn === null || b.measuredIn === null || a.measuredIn === b.measuredIn
  return {
    ...joined(a, b),
    value: a.value === null || b.value === null || !alike ? null : addValues(a.value, b.value),
    measuredIn: alike ? (a.measuredIn ?? b.measuredIn) : null,
    byDay: inOrder(byDay),
  }
}

const inOrder = (byDay: ReadonlyMap<string, FigureValue>): ReadonlyMap<string, FigureValue> => new Map([...byDay].sort(([a], [b]) => byCodeUnit(a, b)))

function counted(atom: Atom, { aggregate, unit, period, seenOn = period.to }: FigureContext): Figure {
  const last = earlierOf(seenOn, period.to)
  const formula = hashOf(atom)
  if (!aggregate.formulas.includes(formula)) return noFigure
  const byDay = new Map<string, FigureValue>()
  let value: FigureValue = { min: 0, max: 0 }
  const evidence: Evidence[] = []
  for (const cell of aggregate.cells) {
    if (cell.formula !== formula || (cell.day !== null && (cell.day < period.from || cell.day > last))) continue
    const place = lies(cell, unit.region)
    if (place === 'outside') continue
    const most = cell.unbounded > 0 ? null : cell.min + cell.possible
    value = addValues(value, { min: place === 'inside' && cell.day !== null ? cell.min : 0, max: most })
    evidence.push(cell.evidence)
    if (cell.day !== null) byDay.set(cell.day, addValues(byDay.get(cell.day) ?? { min: 0, max: 0 }, { min: place === 'inside' ? cell.min : 0, max: most }))
  }
  return { ...noFigure, value, evidence: distinctEvidence(evidence), byDay: inOrder(byDay) }
}
