/** What norms say of one another: successions that lead on without a gap, higher norms that bind at the same time, and no circles. */
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Norm } from '../schema/law.js'
import type { Pack } from '../schema/pack.js'
import { type Catalogue, catalogueOf } from './catalogue.js'
import { dayAfter, overlaps } from './editions.js'

type Field = 'succession.by' | 'upperNorms'
const named: Readonly<Record<Field, (norm: Norm) => readonly string[]>> = {
  'succession.by': (norm) => (norm.succession?.kind === 'replaced' ? norm.succession.by : []),
  upperNorms: (norm) => norm.upperNorms ?? [],
}

export function checkNormRelations(packs: readonly Pack[]): readonly Problem[] {
  const catalogue = catalogueOf(packs)
  const norms = packs.flatMap((pack, at) =>
    pack.instruments.flatMap((instrument, index) => instrument.norms.map((norm, place) => [norm, [at, 'instruments', index, 'norms', place] as Path] as const)),
  )
  const relations = norms.flatMap(([norm, path]) => [
    ...named['succession.by'](norm).flatMap((id, index) => continues(norm, id, [...path, 'succession', 'by', index], catalogue)),
    ...named.upperNorms(norm).flatMap((id, index) => binds(norm, id, [...path, 'upperNorms', index], catalogue)),
  ])
  const orders = packs.flatMap((pack, at) =>
    pack.principles.flatMap((principle, index) =>
      principle.kind === 'severity-order'
        ? principle.lightToHeavy.flatMap((kind, place) =>
            principle.lightToHeavy.indexOf(kind) === place ? [] : [problem('HG4019', [at, 'principles', index, 'lightToHeavy', place], { kind })],
          )
        : [],
    ),
  )
  return [...circles(norms, 'succession.by', catalogue), ...circles(norms, 'upperNorms', catalogue), ...relations, ...orders]
}

const said = (norm: Norm, field: Field, other: string, path: Path, detail: string, detailEn: string): Problem =>
  problem('HG4018', path, { id: norm.id, field, other, detail, detailEn })

/** The successor must be law on the day after this norm's last. A norm that runs on has no successor yet. */
function continues(norm: Norm, id: string, path: Path, catalogue: Catalogue): readonly Problem[] {
  const next = catalogue.norms.get(id)
  if (next === undefined || id === norm.id) return []
  const ends = norm.editions.map((edition) => edition.inForce.to ?? null)
  if (ends.includes(null))
    return [said(norm, 'succession.by', id, path, '本规范还没有失效的日期，不能有接续', 'this norm has no end yet, so nothing can follow it')]
  const day = dayAfter(
    ends
      .flatMap((end) => end ?? [])
      .sort()
      .at(-1) ?? '',
  )
  return next.editions.some((edition) => overlaps(edition.inForce, { from: day, to: day }))
    ? []
    : [said(norm, 'succession.by', id, path, `本规范失效的次日 ${day} 它没有施行的版本`, `it has no edition in force on ${day}, the day after this norm ends`)]
}

function binds(norm: Norm, id: string, path: Path, catalogue: Catalogue): readonly Problem[] {
  const upper = catalogue.norms.get(id)
  if (upper === undefined || id === norm.id) return []
  return norm.editions.some((edition) => upper.editions.some((other) => overlaps(edition.inForce, other.inForce)))
    ? []
    : [said(norm, 'upperNorms', id, path, '两条规范没有一天同时施行', 'the two norms are in force on no common day')]
}

/** Norms that come after, or stand above, themselves. Each circle is told once, at the norm where it was entered. */
function circles(norms: readonly (readonly [Norm, Path])[], field: Field, catalogue: Catalogue): readonly Problem[] {
  const places = new Map(norms.map(([norm, path]) => [norm.id, path]))
  const settled = new Set<string>()
  const found: Problem[] = []
  for (const [start] of norms) {
    // A stack, not recursion: a chain is as long as a hostile pack makes it.
    const trail: { readonly norm: Norm; next: number }[] = settled.has(start.id) ? [] : [{ norm: start, next: 0 }]
    const open = new Set(trail.map(({ norm }) => norm.id))
    while (trail.length > 0) {
      const step = trail[trail.length - 1] as { readonly norm: Norm; next: number }
      const id = named[field](step.norm)[step.next]
      if (id === undefined) {
        settled.add(step.norm.id)
        open.delete(step.norm.id)
        trail.pop()
        continue
      }
      const path: Path = [...(places.get(step.norm.id) ?? []), ...field.split('.'), step.next]
      step.next += 1
      const other = catalogue.norms.get(id)
      if (other === undefined || settled.has(id)) continue
      if (open.has(id)) {
        const chain = [...trail.slice(trail.findIndex(({ norm }) => norm.id === id)).map(({ norm }) => norm.id), id].join(' → ')
        found.push(said(step.norm, field, id, path, `绕成一圈：${chain}`, `it makes a circle: ${chain}`))
        continue
      }
      trail.push({ norm: other, next: 0 })
      open.add(id)
    }
  }
  return found
}
