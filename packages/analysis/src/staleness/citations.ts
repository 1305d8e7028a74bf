/**
 * Every place of the packs that cites a law or a clause of a plan.
 *
 * What has a period of its own and is not in force on the day cites nothing on that day: it is `skipped`.
 */
import type { ActionTemplate, Basis, CaseProcedure, Norm, Pack, Path, Plan, Principle, Rule, Verification } from '@hegui/model'
import { type Dated, inForceOn } from '../law/period.js'

export type Cited =
  | { readonly kind: 'article'; readonly instrument: string; readonly article: string; readonly edition?: string | undefined }
  | { readonly kind: 'clause'; readonly plan: string; readonly clause: string }
  | { readonly kind: 'norm'; readonly norm: string }

export interface Citation {
  readonly path: Path
  readonly cites: Cited
  /** How far the text was read for what cites it, where that says so itself. */
  readonly verification?: Verification
  /** Citations of one group are alternatives in time: an article that ended may have its follower beside it. */
  readonly group: string
}

export interface Citations {
  readonly citations: readonly Citation[]
  /** Rules, plans and editions that are not in force on the day, by path. */
  readonly skipped: readonly Path[]
}

type Found = { readonly cited: Citation } | { readonly skipped: Path }

export function citationsOf(packs: readonly Pack[], day: string): Citations {
  const norms = packs.flatMap((pack) => pack.instruments.flatMap((instrument) => instrument.norms))
  const running = new Set(norms.filter((norm) => norm.editions.some((edition) => inForceOn(edition.inForce, day))).map((norm) => norm.id))
  const found = packs.flatMap((pack, at) => inPack(pack, at, day, running))
  return {
    citations: found.flatMap((each) => ('cited' in each ? [each.cited] : [])),
    skipped: found.flatMap((each) => ('skipped' in each ? [each.skipped] : [])),
  }
}

const cite = (cites: Cited, path: Path, verification?: Verification, group: Path = path): Found => ({
  cited: { path, cites, group: JSON.stringify(group), ...(verification === undefined ? {} : { verification }) },
})
const article = (basis: Basis, path: Path, verification?: Verification, group?: Path): Found => cite({ kind: 'article', ...basis }, path, verification, group)
const articles = (list: readonly Basis[] | undefined, path: Path, verification?: Verification): readonly Found[] =>
  (list ?? []).map((basis, index) => article(basis, [...path, index], verification, path))
const norms = (list: readonly string[] | undefined, path: Path, verification?: Verification): readonly Found[] =>
  (list ?? []).map((norm, index) => cite({ kind: 'norm', norm }, [...path, index], verification, path))

/** What is cited while the period runs; nothing, and the path as skipped, on other days. */
const during = (period: Dated, path: Path, day: string, found: () => readonly Found[]): readonly Found[] =>
  inForceOn(period, day) ? found() : [{ skipped: path }]

function inPack(pack: Pack, at: number, day: string, running: ReadonlySet<string>): readonly Found[] {
  return [
    ...pack.facts.flatMap((fact, index) => [
      ...(fact.limit ?? []).flatMap((edition, place) => {
        const path: Path = [at, 'facts', index, 'limit', place]
        return during(edition.inForce, path, day, () => [article(edition.basis, [...path, 'basis'])])
      }),
      ...(fact.deadline === undefined ? [] : [article(fact.deadline.basis, [at, 'facts', index, 'deadline', 'basis'])]),
    ]),
    ...pack.organs.flatMap((organ, index) =>
      organ.may.flatMap((power, place) =>
        power.basis === undefined ? [] : [article(power.basis, [at, 'organs', index, 'may', place, 'basis'], undefined, [at, 'organs', index, power.kind])],
      ),
    ),
    ...pack.instruments.flatMap((instrument, index) =>
      instrument.norms.flatMap((norm, place) => ofNorm(norm, [at, 'instruments', index, 'norms', place], day)),
    ),
    ...pack.principles.flatMap((principle, index) => ofPrinciple(principle, [at, 'principles', index], day)),
    ...pack.circumstances.flatMap((circumstance, index) =>
      circumstance.editions.flatMap((edition, place) => {
        const path: Path = [at, 'circumstances', index, 'editions', place]
        return during(edition.inForce, path, day, () => [article(edition.basis, [...path, 'basis'], edition.verification)])
      }),
    ),
    ...pack.benchmarks.flatMap((benchmark, index) => {
      const path: Path = [at, 'benchmarks', index]
      return during(benchmark.inForce, path, day, () => [cite({ kind: 'norm', norm: benchmark.norm }, [...path, 'norm'], benchmark.verification)])
    }),
    ...pack.timeLimits.flatMap((limit, index) =>
      limit.editions.flatMap((edition, place) => {
        const path: Path = [at, 'timeLimits', index, 'editions', place]
        return during(edition.inForce, path, day, () => [article(edition.basis, [...path, 'basis'], edition.verification)])
      }),
    ),
    ...pack.actions.flatMap((action, index) => ofAction(action, [at, 'actions', index], running)),
    ...pack.caseProcedures.flatMap((procedure, index) => ofProcedure(procedure, [at, 'caseProcedures', index], day)),
    ...pack.rules.flatMap((rule, index) => ofRule(rule, [at, 'rules', index], day)),
    ...pack.plans.flatMap((plan, index) => ofPlan(plan, [at, 'plans', index], day)),
  ]
}

function ofRule(rule: Rule, path: Path, day: string): readonly Found[] {
  return during(rule.inForce, path, day, () => [
    ...rule.basis.map((basis, index) => {
      const here: Path = [...path, 'basis', index]
      return basis.article === undefined
        ? cite({ kind: 'clause', plan: basis.instrument, clause: basis.clause ?? '' }, here, undefined, [...path, 'basis'])
        : cite({ kind: 'article', instrument: basis.instrument, article: basis.article, edition: basis.edition }, here, undefined, [
            ...path,
            'basis',
            basis.role,
          ])
    }),
    ...norms(rule.norms, [...path, 'norms']),
  ])
}

/** The actions share the norms they follow: the action for the law that took over stands beside the one for the old law. */
function ofAction(action: ActionTemplate, path: Path, running: ReadonlySet<string>): readonly Found[] {
  const group: Path = [...path.slice(0, 2), 'follows']
  const dormant = action.follows.norms !== undefined && !action.follows.norms.some((norm) => running.has(norm))
  return [
    ...(dormant ? [{ skipped: path }] : articles(action.basis, [...path, 'basis'])),
    ...(action.follows.norms ?? []).map((norm, index) => cite({ kind: 'norm', norm }, [...path, 'follows', 'norms', index], undefined, group)),
  ]
}

/** A succession is at work once its norm has ended; a higher norm binds while the norm itself runs. */
function ofNorm(norm: Norm, path: Path, day: string): readonly Found[] {
  const runs = norm.editions.some((edition) => inForceOn(edition.inForce, day))
  const ended = norm.editions.every((edition) => edition.inForce.to != null && edition.inForce.to < day)
  return [
    ...(runs ? norms(norm.upperNorms, [...path, 'upperNorms']) : []),
    ...(ended && norm.succession?.kind === 'replaced' ? norms(norm.succession.by, [...path, 'succession', 'by'], norm.succession.verification) : []),
  ]
}

function ofPrinciple(principle: Principle, path: Path, day: string): readonly Found[] {
  const editions = principle.editions.flatMap((edition, place) => {
    const here: Path = [...path, 'editions', place]
    return during(edition.inForce, here, day, () => articles(edition.basis, [...here, 'basis'], edition.verification))
  })
  const runs = principle.editions.some((edition) => inForceOn(edition.inForce, day))
  return [...editions, ...(runs && 'norms' in principle ? norms(principle.norms, [...path, 'norms']) : [])]
}

function ofProcedure(procedure: CaseProcedure, path: Path, day: string): readonly Found[] {
  return procedure.steps.flatMap((step, index) =>
    step.editions.flatMap((edition, place) => {
      const here: Path = [...path, 'steps', index, 'editions', place]
      return during(edition.inForce, here, day, () => [
        ...articles(edition.basis, [...here, 'basis'], edition.verification),
        ...(edition.mayExtend ?? []).map((each, nth) => article(each.basis, [...here, 'mayExtend', nth, 'basis'])),
        ...(edition.officers === undefined ? [] : [article(edition.officers.basis, [...here, 'officers', 'basis'])]),
        ...(edition.officers?.exceptions ?? []).map((each, nth) => article(each.basis, [...here, 'officers', 'exceptions', nth, 'basis'])),
        ...(edition.lateFee === undefined ? [] : [article(edition.lateFee.basis, [...here, 'lateFee', 'basis'])]),
      ])
    }),
  )
}

function ofPlan(plan: Plan, path: Path, day: string): readonly Found[] {
  return during(plan.inForce, path, day, () => [
    ...plan.clauses.flatMap((clause, index) => articles(clause.legal?.basis, [...path, 'clauses', index, 'legal', 'basis'])),
    ...plan.measures.flatMap((measure, index) => {
      const here: Path = [...path, 'measures', index]
      return [
        ...measure.routes.map((route, place) => cite({ kind: 'norm', norm: route.norm }, [...here, 'routes', place, 'norm'], undefined, [...here, 'routes'])),
        ...articles(measure.internal?.basis, [...here, 'internal', 'basis']),
        ...articles(measure.whenNone.basis, [...here, 'whenNone', 'basis']),
      ]
    }),
    ...plan.accountability.flatMap((each, index) => articles(each.basis, [...path, 'accountability', index, 'basis'])),
  ])
}
