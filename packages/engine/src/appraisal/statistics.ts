/** The statistics of a plan out of the records, beside the figures that its text reports. */
import { type AppraisedStatistic, type FigureValue, formulaText, type Plan } from '@hegui/model'
import type { Ruleset } from '../ruleset/ruleset.js'
import { clausesOf } from './clauses.js'
import { comparisonOf } from './compare.js'
import { type FigureContext, noFigure } from './figure.js'
import { formulaTitles } from './formula-titles.js'
import { figureOf } from './value.js'

/** What the text reports is of its whole region and its whole time: a part of either is not compared with it. */
export function appraisedStatistics(plan: Plan, context: FigureContext, ruleset: Ruleset): readonly AppraisedStatistic[] {
  const comparable = context.unit.region === plan.region && covers(context.period, plan.inForce)
  const titles = formulaTitles(plan, [], ruleset)
  return (plan.statistics ?? []).map((statistic) => {
    const { formula } = statistic
    const { value, evidence, figures } = formula === undefined ? noFigure : figureOf(formula, context)
    const reported: FigureValue = { min: statistic.value, max: statistic.atLeast === true ? null : statistic.value }
    return {
      statistic: statistic.id,
      title: statistic.title,
      unit: statistic.unit ?? null,
      value,
      formula: formula === undefined ? null : formulaText(formula, ruleset.vocabulary, titles),
      reported,
      comparison: comparable ? comparisonOf(value, reported) : 'not-compared',
      evidence,
      figures,
      clauses: clausesOf(plan, 'statistic', statistic.id),
    }
  })
}

const covers = (period: FigureContext['period'], { from, to }: Plan['inForce']): boolean =>
  (from === null || period.from <= from) && (to === undefined || to === null || to <= period.to)
