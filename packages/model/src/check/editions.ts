/** Editions: on every day from the first to the last exactly one is in force. A gap or an overlap is a problem. */
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Pack } from '../schema/pack.js'

interface Dated {
  readonly inForce: { readonly from: string | null; readonly to?: string | null | undefined }
}

export function checkEditions(packs: readonly Pack[]): readonly Problem[] {
  return packs.flatMap((pack, at) => [
    ...pack.instruments.flatMap((instrument, index) => [
      ...sequence(instrument.id, instrument.editions, [at, 'instruments', index, 'editions']),
      ...instrument.norms.flatMap((norm, normIndex) => sequence(norm.id, norm.editions, [at, 'instruments', index, 'norms', normIndex, 'editions'])),
    ]),
    ...pack.timeLimits.flatMap((limit, index) => sequence(limit.id, limit.editions, [at, 'timeLimits', index, 'editions'])),
  ])
}

function sequence(id: string, editions: readonly Dated[], path: Path): readonly Problem[] {
  const sorted = editions.map((edition, index) => ({ ...edition.inForce, index })).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  return sorted.slice(1).flatMap((next, index) => {
    const last = sorted[index]?.to ?? null
    const from = next.from ?? ''
    if (last !== null && dayAfter(last) === from) return []
    const overlap = last === null || last >= from
    const [gap, gapEn] = overlap ? ['有重叠', 'overlap'] : ['有间断', 'gap']
    return [problem('HG4009', [...path, next.index, 'inForce'], { id, gap, gapEn, left: last ?? '…', right: from })]
  })
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Two periods share a day. Open ends reach as far as need be. */
export const overlaps = (a: Dated['inForce'], b: Dated['inForce']): boolean => (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999')
