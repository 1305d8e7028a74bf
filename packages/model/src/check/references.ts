/** References: every id that one part of a pack names must exist somewhere in the packs that are loaded together. */
import { type Path, type Problem, problem, suggestion } from '../problems/problem.js'
import type { Consequence, Instrument } from '../schema/law.js'
import type { Basis } from '../schema/organ.js'
import type { Pack } from '../schema/pack.js'
import { encodingsOf, itemsByEncoding, type Plan } from '../schema/plan.js'
import { caseProcedureReferences } from './case-procedures.js'
import { articlesOf, type Catalogue, catalogueOf } from './catalogue.js'
import { overlaps } from './editions.js'

export function checkReferences(packs: readonly Pack[]): readonly Problem[] {
  const catalogue = catalogueOf(packs)
  return [
    ...duplicates(packs),
    ...packs.flatMap((pack, at) => [
      ...rules(pack, at, catalogue),
      ...laws(pack, at, catalogue),
      ...procedures(pack, at, catalogue),
      ...generalRules(pack, at, catalogue),
      ...pack.plans.flatMap((plan, index) => planReferences(plan, [at, 'plans', index], catalogue)),
    ]),
  ]
}

/** One id, one thing; rules may share an id only as editions that do not overlap. */
function duplicates(packs: readonly Pack[]): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  const claim = (kind: string, kindEn: string, id: string, title: string, path: Path): void => {
    const key = `${kindEn} ${id}`
    const other = seen.get(key)
    if (other === undefined) seen.set(key, title)
    else problems.push(problem('HG4001', [...path, 'id'], { id, other: `${kind}「${other}」`, otherEn: `the ${kindEn} “${other}”` }))
  }
  const earlierRules: Pack['rules'][number][] = []
  packs.forEach((pack, at) => {
    pack.rules.forEach((rule, index) => {
      const other = earlierRules.find((each) => each.id === rule.id && overlaps(each.inForce, rule.inForce))
      if (other !== undefined)
        problems.push(problem('HG4001', [at, 'rules', index, 'id'], { id: rule.id, other: `规则「${other.title}」`, otherEn: `the rule “${other.title}”` }))
      earlierRules.push(rule)
    })
    pack.instruments.forEach((instrument, index) => {
      claim('文件', 'instrument', instrument.id, instrument.title, [at, 'instruments', index])
      instrument.norms.forEach((norm, normIndex) => void claim('规范', 'norm', norm.id, norm.title, [at, 'instruments', index, 'norms', normIndex]))
    })
    pack.principles.forEach((principle, index) => void claim('一般规则', 'principle', principle.id, principle.title, [at, 'principles', index]))
    pack.circumstances.forEach((each, index) => void claim('情节', 'circumstance', each.id, each.title, [at, 'circumstances', index]))
    pack.benchmarks.forEach((each, index) => void claim('裁量基准', 'benchmark', each.id, each.title, [at, 'benchmarks', index]))
    pack.plans.forEach((plan, index) => void claim('方案', 'plan', plan.id, plan.title, [at, 'plans', index]))
    pack.organs.forEach((organ, index) => void claim('机关', 'organ', organ.id, organ.title, [at, 'organs', index]))
    pack.timeLimits.forEach((limit, index) => void claim('期限', 'time limit', limit.id, limit.title, [at, 'timeLimits', index]))
    pack.caseProcedures.forEach((procedure, index) => {
      claim('程序', 'procedure', procedure.id, procedure.title, [at, 'caseProcedures', index])
      procedure.steps.forEach((step, place) => void claim('步骤', 'step', step.id, step.title, [at, 'caseProcedures', index, 'steps', place]))
    })
    pack.actions.forEach((action, index) => void claim('任务', 'action', action.id, action.title, [at, 'actions', index]))
  })
  return problems
}

function rules(pack: Pack, at: number, catalogue: Catalogue): readonly Problem[] {
  const withCases = pack.cases === undefined ? undefined : new Set(pack.cases.map((file) => file.rule))
  return [
    ...pack.rules.flatMap((rule, index) => {
      const path: Path = [at, 'rules', index]
      return [
        ...rule.norms.flatMap((id, place) => norm(id, [...path, 'norms', place], catalogue)),
        ...rule.basis.flatMap((basis, place) =>
          basis.article !== undefined
            ? article({ ...basis, article: basis.article }, [...path, 'basis', place], catalogue)
            : clause(basis.instrument, basis.clause ?? '', [...path, 'basis', place], catalogue),
        ),
        ...(withCases === undefined || withCases.has(rule.id) ? [] : [problem('HG4012', [...path, 'id'], { id: rule.id })]),
      ]
    }),
    ...(pack.cases ?? []).flatMap((file, index) =>
      catalogue.rules.has(file.rule)
        ? []
        : [problem('HG4002', [at, 'cases', index, 'rule'], { id: file.rule, ...suggestion(file.rule, catalogue.rules.keys()) })],
    ),
  ]
}

function article(basis: Pick<Basis, 'instrument' | 'article' | 'edition'>, path: Path, catalogue: Catalogue): readonly Problem[] {
  const instrument = catalogue.instruments.get(basis.instrument)
  if (instrument === undefined)
    return [problem('HG4004', [...path, 'instrument'], { id: basis.instrument, ...suggestion(basis.instrument, catalogue.instruments.keys()) })]
  if (basis.edition !== undefined && !instrument.editions.some((each) => each.id === basis.edition))
    return [problem('HG4008', [...path, 'edition'], { ...titled(instrument), edition: basis.edition })]
  return articlesOf(instrument, basis.edition).has(basis.article)
    ? []
    : [problem('HG4005', [...path, 'article'], { ...titled(instrument), article: basis.article })]
}

const titled = (instrument: Instrument): { instrument: string; instrumentEn: string } => ({
  instrument: instrument.shortTitle,
  instrumentEn: instrument.englishTitle,
})

function clause(plan: string, id: string, path: Path, catalogue: Catalogue): readonly Problem[] {
  const found = catalogue.plans.get(plan)
  if (found === undefined) return [problem('HG4004', [...path, 'instrument'], { id: plan, ...suggestion(plan, catalogue.plans.keys()) })]
  return found.clauses.some((each) => each.id === id) ? [] : [problem('HG4006', [...path, 'clause'], { plan, clause: id })]
}

const norm = (id: string, path: Path, catalogue: Catalogue): readonly Problem[] =>
  catalogue.norms.has(id) ? [] : [problem('HG4003', path, { id, ...suggestion(id, catalogue.norms.keys()) })]

const organ = (id: string, path: Path, catalogue: Catalogue): readonly Problem[] =>
  catalogue.organs.has(id) ? [] : [problem('HG4007', path, { id, ...suggestion(id, catalogue.organs.keys()) })]

function laws(pack: Pack, at: number, catalogue: Catalogue): readonly Problem[] {
  const limits = pack.facts.flatMap((fact, index) =>
    (fact.limit ?? []).flatMap((edition, place) => article(edition.basis, [at, 'facts', index, 'limit', place, 'basis'], catalogue)),
  )
  const organs = pack.organs.flatMap((each, index) => [
    ...(each.reportsTo === undefined ? [] : organ(each.reportsTo, [at, 'organs', index, 'reportsTo'], catalogue)),
    ...each.may.flatMap((power, place) => (power.basis === undefined ? [] : article(power.basis, [at, 'organs', index, 'may', place, 'basis'], catalogue))),
  ])
  const instruments = pack.instruments.flatMap((instrument, index) => {
    const path: Path = [at, 'instruments', index]
    const editions = new Set(instrument.editions.map((edition) => edition.id))
    const known = (edition: string, place: Path): readonly Problem[] =>
      editions.has(edition) ? [] : [problem('HG4008', place, { ...titled(instrument), edition })]
    return [
      ...instrument.provisions.flatMap((provision, place) => known(provision.edition, [...path, 'provisions', place, 'edition'])),
      ...instrument.norms.flatMap((norm, normIndex) =>
        norm.editions.flatMap((edition, place) => {
          const here: Path = [...path, 'norms', normIndex, 'editions', place]
          const { status, wordingOf } = edition.verification
          const shown = norm.editions.find((other) => other.edition === wordingOf)
          const unread = status === 'unread'
          return [
            ...known(edition.edition, [...here, 'edition']),
            ...edition.authority.flatMap((id, authority) => organ(id, [...here, 'authority', authority], catalogue)),
            ...(edition.consequence === undefined ? [] : authorities(edition.consequence, [...here, 'consequence'], catalogue)),
            ...(unread && shown?.consequence === undefined
              ? [
                  problem('HG4015', here, {
                    id: norm.id,
                    edition: edition.edition,
                    detail: '未读版本要用 wordingOf 指向一个有后果的版本',
                    detailEn: 'an unread edition needs wordingOf naming an edition with a consequence',
                  }),
                ]
              : []),
            ...(unread === (edition.consequence !== undefined)
              ? [
                  problem('HG4015', here, {
                    id: norm.id,
                    edition: edition.edition,
                    detail: unread ? '未读版本不能有自己的 consequence' : '缺 consequence',
                    detailEn: unread ? 'an unread edition cannot have a consequence of its own' : 'the consequence is missing',
                  }),
                ]
              : []),
          ]
        }),
      ),
    ]
  })
  return [...limits, ...organs, ...instruments]
}

/** Authorities that a single measure names for itself. */
function authorities(node: Consequence, path: Path, catalogue: Catalogue): readonly Problem[] {
  if ('measure' in node) return (node.measure.authority ?? []).flatMap((id, place) => organ(id, [...path, 'measure', 'authority', place], catalogue))
  if ('all' in node) return node.all.flatMap((part, index) => authorities(part, [...path, 'all', index], catalogue))
  if ('oneOf' in node) return node.oneOf.flatMap((part, index) => authorities(part, [...path, 'oneOf', index], catalogue))
  return [
    ...(node.base === null ? [] : authorities(node.base, [...path, 'base'], catalogue)),
    ...node.tiers.flatMap((tier, index) => authorities(tier.then, [...path, 'tiers', index, 'then'], catalogue)),
  ]
}

/** Circumstances, principles and benchmarks: the articles and norms they name. */
function generalRules(pack: Pack, at: number, catalogue: Catalogue): readonly Problem[] {
  return [
    ...pack.circumstances.flatMap((each, index) =>
      each.editions.flatMap((edition, place) => article(edition.basis, [at, 'circumstances', index, 'editions', place, 'basis'], catalogue)),
    ),
    ...pack.principles.flatMap((each, index) => [
      ...each.editions.flatMap((edition, place) =>
        edition.basis.flatMap((basis, nth) => article(basis, [at, 'principles', index, 'editions', place, 'basis', nth], catalogue)),
      ),
      ...(each.kind === 'beside' || each.kind === 'open-question'
        ? each.norms.flatMap((id, place) => norm(id, [at, 'principles', index, 'norms', place], catalogue))
        : each.kind === 'disgorgement'
          ? norm(each.norm, [at, 'principles', index, 'norm'], catalogue)
          : []),
    ]),
    ...pack.benchmarks.flatMap((each, index) => norm(each.norm, [at, 'benchmarks', index, 'norm'], catalogue)),
    ...pack.facts.flatMap((fact, index) =>
      fact.deadline === undefined ? [] : article(fact.deadline.basis, [at, 'facts', index, 'deadline', 'basis'], catalogue),
    ),
    ...pack.instruments.flatMap((instrument, index) =>
      instrument.norms.flatMap((each, nth) => {
        const path: Path = [at, 'instruments', index, 'norms', nth]
        const after = each.succession?.kind === 'replaced' ? each.succession.by : []
        return [
          ...after.flatMap((id, place) => norm(id, [...path, 'succession', 'by', place], catalogue)),
          ...(each.upperNorms ?? []).flatMap((id, place) => norm(id, [...path, 'upperNorms', place], catalogue)),
        ]
      }),
    ),
  ]
}

function procedures(pack: Pack, at: number, catalogue: Catalogue): readonly Problem[] {
  return [
    ...pack.caseProcedures.flatMap((each, index) => caseProcedureReferences(each, [at, 'caseProcedures', index], catalogue, { article, organ })),
    ...pack.timeLimits.flatMap((limit, index) =>
      limit.editions.flatMap((edition, place) => article(edition.basis, [at, 'timeLimits', index, 'editions', place, 'basis'], catalogue)),
    ),
    ...pack.actions.flatMap((action, index) => [
      ...action.basis.flatMap((basis, place) => article(basis, [at, 'actions', index, 'basis', place], catalogue)),
      ...(action.limit === undefined || catalogue.timeLimits.has(action.limit)
        ? []
        : [problem('HG4013', [at, 'actions', index, 'limit'], { id: action.limit })]),
      ...(action.follows.norms ?? []).flatMap((id, place) => norm(id, [at, 'actions', index, 'follows', 'norms', place], catalogue)),
      ...(action.follows.rules ?? []).flatMap((id, place) =>
        catalogue.rules.has(id)
          ? []
          : [problem('HG4002', [at, 'actions', index, 'follows', 'rules', place], { id, ...suggestion(id, catalogue.rules.keys()) })],
      ),
      ...(['authority', 'inspecting-organ', 'party'].includes(action.assignee) ? [] : organ(action.assignee, [at, 'actions', index, 'assignee'], catalogue)),
    ]),
  ]
}

function planReferences(plan: Plan, path: Path, catalogue: Catalogue): readonly Problem[] {
  const own = itemsByEncoding(plan)
  const clauses = plan.clauses.flatMap((each, index) => {
    const here: Path = [...path, 'clauses', index]
    return [
      ...each.encodings.flatMap((encoding, place) => {
        if (encoding.as === 'rule')
          return catalogue.rules.has(encoding.id)
            ? []
            : [problem('HG4002', [...here, 'encodings', place, 'id'], { id: encoding.id, ...suggestion(encoding.id, catalogue.rules.keys()) })]
        return own[encoding.as].some((item) => item.id === encoding.id)
          ? []
          : [problem('HG4011', [...here, 'encodings', place, 'id'], { clause: each.id, as: encoding.as, id: encoding.id })]
      }),
      ...each.kinds.flatMap((kind) => {
        const mapped =
          each.encodings.some((encoding) => encodingsOf[kind].includes(encoding.as)) || (each.notEncoded ?? []).some((reason) => reason.kind === kind)
        return mapped ? [] : [problem('HG4010', here, { clause: each.id, kind })]
      }),
    ]
  })
  const measures = plan.measures.flatMap((measure, index) => {
    const here: Path = [...path, 'measures', index]
    return [
      ...(plan.clauses.some((each) => each.id === measure.clause) ? [] : [problem('HG4006', [...here, 'clause'], { plan: plan.id, clause: measure.clause })]),
      ...measure.onViolationOf.flatMap((id, place) =>
        catalogue.rules.has(id) ? [] : [problem('HG4002', [...here, 'onViolationOf', place], { id, ...suggestion(id, catalogue.rules.keys()) })],
      ),
      ...measure.routes.flatMap((route, place) => norm(route.norm, [...here, 'routes', place, 'norm'], catalogue)),
      ...(measure.internal === undefined || ['authority', 'inspecting-organ'].includes(measure.internal.assignee)
        ? []
        : organ(measure.internal.assignee, [...here, 'internal', 'assignee'], catalogue)),
      ...(measure.internal?.basis ?? []).flatMap((basis, place) => article(basis, [...here, 'internal', 'basis', place], catalogue)),
      ...(measure.whenNone.basis ?? []).flatMap((basis, place) => article(basis, [...here, 'whenNone', 'basis', place], catalogue)),
    ]
  })
  const officials = [
    ...plan.duties.flatMap((duty, index) =>
      [...duty.by, ...(duty.to === undefined ? [] : [duty.to])].flatMap((id) => organ(id, [...path, 'duties', index], catalogue)),
    ),
    ...plan.accountability.flatMap((each, index) =>
      each.officials.flatMap((id, place) => organ(id, [...path, 'accountability', index, 'officials', place], catalogue)),
    ),
    ...plan.accountability.flatMap((each, index) =>
      each.consequence.flatMap(({ by = [] }, at) =>
        by.flatMap((id, place) => organ(id, [...path, 'accountability', index, 'consequence', at, 'by', place], catalogue)),
      ),
    ),
    ...plan.roles.flatMap((role, index) =>
      (['lead', 'organs'] as const).flatMap((list) => (role[list] ?? []).flatMap((id, place) => organ(id, [...path, 'roles', index, list, place], catalogue))),
    ),
  ]
  const bases = [
    ...plan.clauses.flatMap((each, index) =>
      (each.legal?.basis ?? []).flatMap((basis, place) => article(basis, [...path, 'clauses', index, 'legal', 'basis', place], catalogue)),
    ),
    ...plan.clauses.flatMap((each, index) =>
      (each.legal?.parts ?? []).flatMap((part, place) => legalPart(part, each, [...path, 'clauses', index, 'legal', 'parts', place], catalogue)),
    ),
    ...plan.accountability.flatMap((each, index) =>
      (each.basis ?? []).flatMap((basis, place) => article(basis, [...path, 'accountability', index, 'basis', place], catalogue)),
    ),
    ...plan.accountability.flatMap((each, index) =>
      each.consequence.flatMap((then, nth) =>
        (then.basis ?? []).flatMap((basis, place) => article(basis, [...path, 'accountability', index, 'consequence', nth, 'basis', place], catalogue)),
      ),
    ),
  ]
  const ends = (plan.bounds?.to ?? []).flatMap((end, index) =>
    (end.clauses ?? []).flatMap((id, place) =>
      plan.clauses.some((each) => each.id === id) ? [] : [problem('HG4006', [...path, 'bounds', 'to', index, 'clauses', place], { plan: plan.id, clause: id })],
    ),
  )
  return [...duplicatesInPlan(plan, path), ...clauses, ...measures, ...officials, ...bases, ...ends]
}

/** A part of a clause that is looked at apart: of what the clause was encoded as, and with articles on file. */
function legalPart(part: LegalPart, clause: Plan['clauses'][number], path: Path, catalogue: Catalogue): readonly Problem[] {
  return [
    ...part.of.flatMap((id, place) =>
      clause.encodings.some((encoding) => encoding.id === id)
        ? []
        : [problem('HG4011', [...path, 'of', place], { clause: clause.id, as: '编入项', asEn: 'encoding', id })],
    ),
    ...part.basis.flatMap((basis, place) => article(basis, [...path, 'basis', place], catalogue)),
  ]
}
type LegalPart = NonNullable<NonNullable<Plan['clauses'][number]['legal']>['parts']>[number]

/** Within a plan each clause and each measure has its own id: encodings and results name them by it. */
function duplicatesInPlan(plan: Plan, path: Path): readonly Problem[] {
  const twice = (list: 'clauses' | 'measures', kind: string, kindEn: string): readonly Problem[] => {
    const items: readonly { readonly id: string; readonly title: string }[] = plan[list]
    return items.flatMap((item, index) => {
      const other = items.findIndex((each) => each.id === item.id)
      if (other === index) return []
      const title = items[other]?.title ?? ''
      return [problem('HG4001', [...path, list, index, 'id'], { id: item.id, other: `${kind}「${title}」`, otherEn: `the ${kindEn} “${title}”` })]
    })
  }
  return [...twice('clauses', '条目', 'clause'), ...twice('measures', '方案措施', 'plan measure')]
}
