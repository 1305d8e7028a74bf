/** What its days make wrong or idle: editions that another one takes the place of, rules without a norm on any of their days. */
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Instrument } from '../schema/law.js'
import type { Pack } from '../schema/pack.js'
import type { Effort } from './effort.js'
import { isPartOf } from './region.js'

interface Period {
  readonly from: string | null
  readonly to?: string | null | undefined
}

export function lintDays(packs: readonly Pack[], effort: Effort): readonly Problem[] {
  const norms = new Map(packs.flatMap((pack) => pack.instruments.flatMap((instrument) => instrument.norms.map((norm) => [norm.id, norm] as const))))
  return packs.flatMap((pack, at) => [
    ...pack.facts.flatMap((fact, index) => limits(fact, [at, 'facts', index, 'limit'], effort)),
    ...pack.instruments.flatMap((instrument, index) => editions(instrument, [at, 'instruments', index])),
    ...pack.rules.flatMap((rule, index) => {
      const periods = rule.norms.flatMap((id) => norms.get(id)?.editions.map(({ inForce }) => inForce) ?? [])
      // One that ended, beside one that runs, is no slip: the lighter of two laws may be asked for.
      if (periods.length === 0 || periods.some((each) => overlap(each, rule.inForce))) return []
      const period = { period: written(rule.inForce), periodEn: written(rule.inForce, ' to ') }
      return [problem('HG3026', [at, 'rules', index, 'norms'], { id: rule.id, ...period })]
    }),
  ])
}

/** Of several limits of one place and day the first that is written is used: those after it have the other days only. */
function limits({ id, limit = [] }: Pack['facts'][number], path: Path, effort: Effort): readonly Problem[] {
  return limit.flatMap((edition, index) => {
    const before = limit.slice(0, effort.spend(index) ? index : 0)
    const taken = before.find((other) => overlap(other.inForce, edition.inForce) && contains(other.region, edition.region))
    if (taken === undefined) return []
    const common = meet(taken.inForce, edition.inForce)
    const value = String(taken.value)
    return [problem('HG3025', [...path, index, 'inForce'], { fact: id, days: written(common), daysEn: written(common, ' to '), value })]
  })
}

/** A place of its own is looked for first, the whole country after it: neither takes the days of the other. */
const contains = (outer: string | undefined, inner: string | undefined): boolean =>
  outer === undefined || inner === undefined ? outer === inner : isPartOf(inner, outer)

/** An edition of a norm is the wording of an edition of its instrument: it has no other days, and was read only if that was. */
function editions(instrument: Instrument, path: Path): readonly Problem[] {
  const known = new Map(instrument.editions.map((edition) => [edition.id, edition] as const))
  const dated = [
    ...instrument.norms.flatMap((norm, index) =>
      norm.editions.map((edition, place) => ({ id: norm.id, ...edition, path: [...path, 'norms', index, 'editions', place] })),
    ),
    ...instrument.provisions.map((provision, index) => ({ id: `${instrument.id}/${provision.article}`, ...provision, path: [...path, 'provisions', index] })),
  ]
  const beyond = dated.flatMap(({ id, edition: name, inForce, path: here }) => {
    const edition = known.get(name)
    if (edition === undefined) return []
    const early = inForce.from !== null && edition.inForce.from !== null && inForce.from < edition.inForce.from
    const late = edition.inForce.to != null && (inForce.to ?? '9999') > edition.inForce.to
    if (!early && !late) return []
    const params = { id, edition: edition.title, editionEn: name, period: written(inForce), periodEn: written(inForce, ' to ') }
    return [problem('HG3027', [...here, 'inForce'], { ...params, other: written(edition.inForce), otherEn: written(edition.inForce, ' to ') })]
  })
  const claims = new Map<string, string>()
  for (const { id, edition, verification } of dated) if (verification.status === 'primary-text' && !claims.has(edition)) claims.set(edition, id)
  const unread = instrument.editions.flatMap(({ id: edition, title, read }, index) => {
    const id = claims.get(edition)
    return read || id === undefined ? [] : [problem('HG3028', [...path, 'editions', index, 'read'], { id, edition: title, editionEn: edition })]
  })
  return [...beyond, ...unread]
}

const overlap = (one: Period, two: Period): boolean => (one.from ?? '') <= (two.to ?? '9999') && (two.from ?? '') <= (one.to ?? '9999')
const meet = (one: Period, two: Period): Period => ({
  from: (one.from ?? '') > (two.from ?? '') ? one.from : two.from,
  to: (one.to ?? '9999') < (two.to ?? '9999') ? one.to : two.to,
})

const written = ({ from, to }: Period, between = ' 至 '): string => `${from ?? '…'}${between}${to ?? '…'}`
