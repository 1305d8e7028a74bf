/** A figure that does not come from records: as the unit gave it, or added up from the units directly below it. */
import type { FigureValue, OutsideFigure } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'
import { addValues } from './cell.js'
import type { Figure, FigureContext } from './figure.js'

type Outside = Pick<Figure, 'value' | 'figures' | 'measuredIn'>
const none: Outside = { value: null, figures: [], measuredIn: null }

/** Only of exactly the period asked for: a figure of a year says nothing of a month. */
export function outsideFigure(figure: string, { figures, units, unit, period }: Pick<FigureContext, 'figures' | 'units' | 'unit' | 'period'>): Outside {
  const given = figures.filter((each) => each.figure === figure && isOf(each, period))
  const own = given.filter((each) => each.unit === unit.id)
  if (own.length > 0) return spanned(own)
  const children = units.filter((each) => each.parent === unit.id).map((child) => spanned(given.filter((each) => each.unit === child.id)))
  return children.some((child) => child.figures.length > 0) ? summed(children) : none
}

const isOf = ({ period }: OutsideFigure, asked: FigureContext['period']): boolean =>
  period === undefined || (period.from === asked.from && period.to === asked.to)

/** Figures that contradict each other leave a range; in different units of measurement they say nothing together. */
function spanned(given: readonly OutsideFigure[]): Outside {
  const [first] = given
  if (first === undefined) return none
  const figures = given.map((each) => each.id).sort(byCodeUnit)
  if (given.some((each) => each.measuredIn !== first.measuredIn)) return { ...none, figures }
  const values = given.map((each) => each.value)
  const max = given.some((each) => each.atLeast === true) ? null : Math.max(...values)
  return { value: { min: Math.min(...values), max }, figures, measuredIn: first.measuredIn }
}

/** Counts and amounts add up. Percentages and averages such as 微克/立方米 do not. */
const addsUp = (measuredIn: string): boolean => !/[%％‰/／]|百分/.test(measuredIn)

function summed(children: readonly Outside[]): Outside {
  const known = children.filter((child) => child.figures.length > 0)
  const figures = known.flatMap((child) => child.figures).sort(byCodeUnit)
  const measuredIn = known[0]?.measuredIn ?? null
  if (measuredIn === null || !addsUp(measuredIn) || known.some((child) => child.measuredIn !== measuredIn)) return { ...none, figures }
  const value = known.flatMap((child) => child.value ?? []).reduce(addValues, { min: 0, max: 0 } as FigureValue)
  const missing = known.length < children.length
  // What is missing adds at least nothing, unless such figures can be below nothing.
  if (missing && known.some((child) => child.value !== null && child.value.min < 0)) return { ...none, figures }
  return { value: missing ? { ...value, max: null } : value, figures, measuredIn }
}
