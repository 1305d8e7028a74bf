/** One measure once: several rules, or a rule and a plan, may lead to the same article. */
import type { AssessedMeasure } from '@hegui/model'
import { openFactsOf } from './norm-measures.js'

/** The first of equal ids stays; findings and plan items of the others are added to it. It waits for no more facts than the least conditional of them. */
export function mergeMeasures(measures: readonly AssessedMeasure[]): readonly AssessedMeasure[] {
  const byId = new Map<string, AssessedMeasure>()
  for (const measure of measures) {
    const known = byId.get(measure.id)
    byId.set(
      measure.id,
      known === undefined
        ? measure
        : {
            ...known,
            ...(openFactsOf(measure).length < openFactsOf(known).length ? { status: measure.status, subjectTo: measure.subjectTo } : {}),
            findings: [...new Set([...known.findings, ...measure.findings])],
            plans: [
              ...known.plans,
              ...measure.plans.filter((plan) => !known.plans.some((other) => other.plan === plan.plan && other.measure === plan.measure)),
            ],
          },
    )
  }
  return [...byId.values()]
}
