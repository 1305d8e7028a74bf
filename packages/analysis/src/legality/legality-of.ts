/** Is each clause of a plan lawful? Derived from the plan's data and the law on file, for the plan's days or for one day. */
import type { Ruleset } from '@hegui/engine'
import { latestOf, type Plan } from '@hegui/model'
import { dayOf, overlaps, type Period, periodOf } from '../law/period.js'
import { clauseLegality } from './clause-legality.js'
import { articlesOf, type Context, inForce } from './context.js'
import { contradictionOf } from './contradictions.js'
import { legalityStatuses, type PlanLegality } from './legality.js'

export interface LegalityOptions {
  /** The law of this day instead of the plan's own days: what would the plan be worth then? */
  readonly asOf?: string
}

export function legalityOf(plan: Plan, ruleset: Pick<Ruleset, 'catalogue'>, { asOf }: LegalityOptions = {}): PlanLegality {
  const context: Context = { catalogue: ruleset.catalogue, plan, period: asOf === undefined ? daysOf(plan) : dayOf(asOf) }
  const clauses = plan.clauses.map((clause) => clauseLegality(clause, context))
  return {
    schema: 'hegui/plan-legality@1',
    plan: plan.id,
    title: plan.title,
    issuer: plan.issuer,
    region: plan.region,
    legalForce: plan.legalForce,
    issuedOn: plan.issuedOn,
    period: context.period,
    asOf: asOf ?? null,
    clauses,
    circumstances: circumstancesDuring(context),
    tally: Object.fromEntries(legalityStatuses.map((status) => [status, clauses.filter((each) => each.status === status).length])) as PlanLegality['tally'],
    // What the plan's data declares is meant for the plan's own days.
    problems:
      asOf === undefined
        ? plan.clauses.flatMap((clause, index) => contradictionOf(clause, clauses[index] as (typeof clauses)[number], ['clauses', index]))
        : [],
  }
}

/** A plan whose beginning is not known is taken from the day it had surely begun: nobody can look up the law of all days before. */
const daysOf = ({ bounds, inForce }: Plan): Period => (bounds === undefined ? periodOf(inForce) : { from: latestOf(bounds.from), to: inForce.to ?? null })

/** Age, mental state, mitigation, first offence, limitation: everything on file that may lighten or bar a penalty on these days. */
function circumstancesDuring(context: Context): PlanLegality['circumstances'] {
  return context.catalogue.circumstances.flatMap(({ id, title, editions }) => {
    const then = editions.filter((edition) => edition.effect !== 'aggravate' && overlaps(edition.inForce, context.period))
    return then.length === 0
      ? []
      : [
          {
            id,
            title,
            articles: inForce(
              articlesOf(
                then.map((edition) => edition.basis),
                context,
              ),
            ),
          },
        ]
  })
}
