/** A measure the plan asks for: internal work, one the law knows, another in its stead, or nothing. */
import type { PlanMeasure } from '@hegui/model'
import { conditionalDuring } from '../law/conditional.js'
import { measuresDuring } from '../law/reading.js'
import { articlesOf, type Context, inForce, normsOf } from './context.js'
import type { LegalityLine, RouteLegality } from './legality.js'

export function measureLines(measure: PlanMeasure, context: Context): readonly LegalityLine[] {
  const routes = measure.routes.flatMap((route) => routeOf(route, measure, context))
  const head = { as: 'measure' as const, id: measure.id, title: measure.title, norms: [] }
  if (measure.internal !== undefined) {
    const organs = [measure.internal.assignee]
    return [{ ...head, status: 'internal', routes, articles: articlesOf(measure.internal.basis, context), organs }, ...recommendation(measure, context)]
  }
  const usable = routes.filter((route) => !route.leadsNowhere)
  const own = inForce(usable.filter((route) => route.own))
  const line = { ...head, routes, articles: [], organs: [] }
  const { reason, alternative, basis = [] } = measure.whenNone
  const read = own.filter((route) => route.reading === 'read')
  if (read.length > 0) {
    const conditional = read.every((route) => route.conditional || !route.throughout)
    return [{ ...line, status: 'statutory', ...(conditional ? { conditional, alternative } : {}) }, ...recommendation(measure, context)]
  }
  if (own.length > 0) return [{ ...line, status: 'unverified', alternative }, ...recommendation(measure, context)]
  const because = routes.length === 0 ? 'no-route' : inForce(usable).length > 0 ? 'other-measure-only' : 'norm-not-in-force'
  return [{ ...line, status: 'unbacked', because, reason, alternative, articles: articlesOf(basis, context) }, ...recommendation(measure, context)]
}

function routeOf(route: PlanMeasure['routes'][number], measure: PlanMeasure, context: Context): readonly RouteLegality[] {
  const specs = measuresDuring(route.norm, context.period, context.catalogue)
  const leads = specs.some((spec) => spec.kind === route.kind && (route.object === undefined || spec.object === route.object))
  return normsOf([route.norm], context).map((norm) => ({
    ...norm,
    kind: route.kind,
    own: route.kind === measure.kind,
    leadsNowhere: norm.reading !== 'not-in-force' && !leads,
    conditional: route.when !== undefined || conditionalDuring(route.norm, context.period, context.catalogue),
    explanation: route.explanation,
  }))
}

/** 一律上限: what the law says to a blanket maximum, as far as such a principle is on file. Its text of those days may be unread. */
function recommendation(measure: PlanMeasure, context: Context): readonly LegalityLine[] {
  if (measure.recommends === undefined) return []
  const bases = context.catalogue.principles
    .filter((principle) => principle.kind === 'no-blanket-maximum')
    .flatMap((principle) => principle.editions.flatMap((edition) => edition.basis))
  if (bases.length === 0) return []
  return [
    {
      as: 'recommendation',
      id: measure.id,
      title: measure.title,
      status: measure.recommends === 'maximum' ? 'conflict' : 'internal',
      because: 'blanket-maximum',
      routes: [],
      norms: [],
      articles: articlesOf(bases, context),
      organs: [],
    },
  ]
}
