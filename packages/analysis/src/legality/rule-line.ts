/** A behaviour the plan goes after: is it punishable, and by which article on the plan's days? */
import type { MeasureKind, PlanClause } from '@hegui/model'
import { overlaps } from '../law/period.js'
import { measuresDuring, type NormCited } from '../law/reading.js'
import { articlesOf, type Context, inForce, normsOf, wereRead } from './context.js'
import type { LegalityLine } from './legality.js'

export function ruleLine(id: string, clause: PlanClause, context: Context): LegalityLine {
  const { catalogue, period } = context
  const editions = catalogue.rules.get(id) ?? []
  const rules = editions.filter((rule) => overlaps(rule.inForce, period))
  const head = { as: 'rule' as const, id, title: (rules.at(-1) ?? editions.at(-1))?.title ?? id, routes: [], organs: [] }
  if (rules.length === 0) return { ...head, status: 'unbacked', because: 'rule-not-in-force', norms: [], articles: [] }
  const bases = rules.flatMap((rule) => rule.basis).flatMap(({ article, ...basis }) => (article === undefined ? [] : [{ ...basis, article }]))
  const penalties = bases.filter((basis) => basis.role === 'penalty')
  const norms = normsOf(
    rules.flatMap((rule) => rule.norms),
    context,
  )
  // What merely follows from any violation (referral, sealing) does not make the conduct punishable.
  const own = norms.filter(({ norm, instrument }) =>
    penalties.length === 0
      ? !onlyFollows(norm, context)
      : catalogue.norms.get(norm)?.editions.some((each) => penalties.some((basis) => basis.instrument === instrument && basis.article === each.article)),
  )
  const articles = inForce(
    articlesOf(
      bases.filter((basis) => basis.role !== 'penalty'),
      context,
    ),
  )
  const following = inForce(norms).filter((each) => !own.includes(each) && onlyFollows(each.norm, context))
  const line = {
    ...head,
    norms: inForce(norms).filter((each) => !following.includes(each)),
    ...(following.length === 0 ? {} : { following }),
    articles,
    ...alternativeIn(id, context),
  }
  const punishing = inForce(own)
  if (wereRead(punishing)) return { ...line, status: 'statutory' }
  if (punishing.length > 0) return { ...line, status: 'unverified' }
  return { ...line, ...withoutPenalty(own, articles.length > 0, wereRead(articles), clause) }
}

function withoutPenalty(norms: readonly NormCited[], cited: boolean, read: boolean, clause: PlanClause): Pick<LegalityLine, 'status' | 'because' | 'reason'> {
  const unread = clause.legal?.unread
  if (unread !== undefined) return { status: 'unverified', because: 'text-not-obtained', reason: unread.join('、') }
  if (read) return { status: 'statutory', because: 'no-penalty-read' }
  if (cited) return { status: 'unverified', because: 'no-penalty-read' }
  if (norms.length > 0) return { status: 'unbacked', because: 'norm-not-in-force' }
  return { status: 'unbacked', because: 'plan-only' }
}

/** Temporary measures, and handing the case on: they come with a violation and punish nothing themselves. */
const follows: ReadonlySet<MeasureKind> = new Set(['sealing', 'seizure', 'criminal-referral', 'case-transfer', 'report'])

function onlyFollows(norm: string, { catalogue, period }: Context): boolean {
  const measures = measuresDuring(norm, period, catalogue)
  return measures.length > 0 && measures.every((measure) => follows.has(measure.kind))
}

/** What the plan's data say may be done about this behaviour, where they say that the law gives no measure against it. */
function alternativeIn(rule: string, { plan }: Context): Pick<LegalityLine, 'alternative'> {
  const measure = plan.measures.find((each) => each.routes.length === 0 && each.internal === undefined && each.onViolationOf.every((id) => id === rule))
  return measure === undefined ? {} : { alternative: measure.whenNone.alternative }
}
