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
    ...pack.circumstances.flatMap((circumstance, index) => sequence(circumstance.id, circumstance.editions, [at, 'circumstances', index, 'editions'])),
    ...pack.principles.flatMap((principle, index) => sequence(principle.id, principle.editions, [at, 'principles', index, 'editions'])),
    ...pack.caseProcedures.flatMap((procedure, index) =>
      procedure.steps.flatMap((step, place) => sequence(step.id, step.editions, [at, 'caseProcedures', index, 'steps', place, 'editions'])),
    ),
    ...pack.timeLimits.flatMap((limit, index) => sequence(limit.id, limit.editions, [at, 'timeLimits', index, 'editions'])),
  ])
}

function sequence(id: string, editions: readonly Dated[], path: Path): readonly Problem[] {
  const sorted = editions
    .map((edition, index) => ({ from: edition.inForce.from ?? '', to: edition.inForce.to ?? null, index }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const problems: Problem[] = []
  // The last day that is covered so far; null: without end. A short edition inside a long one does not shorten it.
  let last = sorted[0]?.to ?? null
  for (const next of sorted.slice(1)) {
    if (last === null || dayAfter(last) !== next.from) {
      const [gap, gapEn] = last === null || last >= next.from ? ['有重叠', 'an overlap'] : ['有间断', 'a gap']
      const right = next.from === '' ? { right: '没有写', rightEn: 'at an unknown day' } : { right: next.from }
      const left = last === null ? { left: '没有写', leftEn: 'never' } : { left: last }
      problems.push(problem('HG4009', [...path, next.index, 'inForce'], { id, gap, gapEn, ...left, ...right }))
    }
    // Told once, an edition without end is taken to end where the next begins: one slip is one problem.
    if (last === null || next.to === null || next.to > last) last = next.to
  }
  return problems
}

export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Two periods share a day. Open ends reach as far as need be. */
export const overlaps = (a: Dated['inForce'], b: Dated['inForce']): boolean => (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999')
