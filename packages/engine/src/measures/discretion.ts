/** Discretion: published benchmarks narrow a statutory range; a plan's call for the maximum is shown with its conflict. */
import type { AssessedMeasure, Benchmark, CircumstanceEffect, Plan } from '@hegui/model'
import { isWithin } from '../conditions/leaf.js'
import { editionOn } from '../findings/editions.js'
import type { ConductContext } from '../findings/finding.js'
import { noted } from './adjust.js'
import { basisOn, basisWords, principlesOn } from './principles.js'

export interface DiscretionResult {
  readonly measures: readonly AssessedMeasure[]
  /** Facts that would tell which band of a benchmark applies, by measure. */
  readonly missing: ReadonlyMap<string, readonly string[]>
}

const lightening: ReadonlySet<CircumstanceEffect> = new Set(['no-penalty', 'time-barred', 'may-waive', 'must-mitigate', 'may-mitigate'])

export function applyBenchmarks(measures: readonly AssessedMeasure[], context: ConductContext): DiscretionResult {
  const missing = new Map<string, readonly string[]>()
  const adjusted = measures.map((measure) => {
    const benchmark = measure.kind === 'fine' && measure.proposed ? benchmarkFor(measure, context) : undefined
    if (benchmark === undefined) return measure
    if (benchmark.verification.status !== 'primary-text') return noted(measure, `裁量基准“${benchmark.title}”没有读到原文，不采用。`)
    const value = context.facts.get(benchmark.fact)
    if (value === undefined) {
      missing.set(measure.id, [benchmark.fact])
      return measure
    }
    const band = benchmark.bands.find((each) => isIn(each, value))
    if (band === undefined) return measure
    const lighter = measure.circumstances.filter((each) => each.state === 'established' && lightening.has(each.effect))
    return lighter.length > 0
      ? noted(measure, `裁量基准“${benchmark.title}”的${band.title}一档不再约束：${lighter.map((each) => each.text).join('；')}。`)
      : { ...measure, recommendedYuan: { ...band.amountYuan, benchmark: benchmark.id, band: band.id } }
  })
  return { measures: adjusted, missing }
}

/** The benchmark of the act's day and place for this fine; one of a smaller region goes before one of a larger. */
function benchmarkFor(measure: AssessedMeasure, { ruleset, facts, span }: ConductContext): Benchmark | undefined {
  const region = facts.get('record.region')
  return ruleset.catalogue.benchmarks
    .filter(
      (each) =>
        each.norm === measure.norm &&
        each.tier === measure.tier &&
        (each.region === undefined || (typeof region === 'string' && isWithin(region, each.region))) &&
        editionOn([each], span.to) !== undefined,
    )
    .sort((a, b) => (b.region ?? '').replace(/(?:00)+$/, '').length - (a.region ?? '').replace(/(?:00)+$/, '').length)[0]
}

function isIn(band: Benchmark['bands'][number], value: unknown): boolean {
  if (band.values !== undefined) return typeof value === 'string' && band.values.includes(value)
  return typeof value === 'number' && value >= (band.from ?? Number.NEGATIVE_INFINITY) && value < (band.below ?? Number.POSITIVE_INFINITY)
}

/** 一律上限、高限处罚: a recommendation inside the range. What the law says against it, and which circumstances override it, stand beside it. */
export function recommendationsOf(
  measures: readonly AssessedMeasure[],
  plans: readonly Plan[],
  { ruleset }: ConductContext,
  decidedOn: string,
): readonly AssessedMeasure[] {
  const basis = basisWords(basisOn(principlesOn('no-blanket-maximum', decidedOn, ruleset), decidedOn, ruleset), ruleset)
  return measures.map((measure) => {
    const recommendations = measure.plans.flatMap((link) => {
      const item = plans.find((plan) => plan.id === link.plan)?.measures.find((each) => each.id === link.measure)
      if (item?.recommends === undefined || measure.kind !== 'fine') return []
      const overriddenBy = measure.circumstances.filter((each) => each.state === 'established' && lightening.has(each.effect)).map((each) => each.circumstance)
      const asks = item.recommends === 'maximum' ? '一律按上限处罚' : '从高、从重处罚'
      const conflict = `方案要求${asks}，只能作为法定幅度内的建议：${basis === '' ? '研判日的法律没有读到' : `须过罚相当，从轻、减轻、不罚的情节优先（${basis}）`}。`
      return [{ plan: link.plan, clause: link.clause, level: item.recommends, conflict, overriddenBy }]
    })
    return recommendations.length === 0 ? measure : { ...measure, recommendations }
  })
}
