/** Where `legal.status` of a clause and the law on file cannot both be right. */
import { type Path, type PlanClause, type Problem, problem } from '@hegui/model'
import type { ClauseLegality, LegalityLine, LegalityStatus } from './legality.js'

/** At most one per clause: which of the two is wrong, only a person can say. */
export function contradictionOf(clause: PlanClause, derived: ClauseLegality, path: Path): readonly Problem[] {
  const { legal } = clause
  if (legal === undefined) return []
  const lines = derived.lines.filter((line) => line.as !== 'declared' && line.as !== 'notEncoded')
  const found = clash(legal.status, lines, (legal.basis ?? []).length)
  if (found === undefined) return []
  return [problem('HG8001', [...path, 'legal', 'status'], { clause: clause.id, status: legal.status, detail: found[0], detailEn: found[1] })]
}

function clash(
  declared: NonNullable<PlanClause['legal']>['status'],
  lines: readonly LegalityLine[],
  articles: number,
): readonly [zh: string, en: string] | undefined {
  const some = (...statuses: readonly LegalityStatus[]): boolean => lines.some((line) => statuses.includes(line.status))
  const outward = lines.filter((line) => line.as === 'rule' || line.as === 'measure')
  switch (declared) {
    case 'ok':
      if (some('conflict')) return ['写的是有依据，其中有同法律抵触的部分', 'it says backed, but a part conflicts with the law']
      if (lines.length > 0 && !some('statutory'))
        return ['写的是有依据，期间内却没有一条读过原文的规范', 'it says backed, but no norm that was read is in force in the period']
      if (lines.some((line) => line.as === 'measure' && line.status === 'unbacked'))
        return ['写的是有依据，其中的措施没有法定路径', 'it says backed, but a measure has no statutory route']
      return undefined
    case 'partly':
      return lines.length > 0 && lines.every((line) => line.status === 'unbacked')
        ? ['写的是部分有依据，却没有一部分读到条文', 'it says partly backed, but no part has an article']
        : undefined
    case 'internal':
      return some('conflict', 'unbacked') || outward.some((line) => line.status !== 'internal')
        ? [
            '写的是内部工作，其中却有对当事人的规则或措施，或者没有职权的任务',
            'it says internal, but a part reaches outside or asks for a power that is lacking',
          ]
        : undefined
    case 'conflict':
      return articles === 0 ? ['写的是同法律抵触，却没有写明哪一条', 'it says conflict, but names no article'] : undefined
    case 'no-basis':
      return outward.some((line) => line.status === 'statutory')
        ? ['写的是没有依据，却读到了有效的规范', 'it says no basis, but a norm that was read is in force']
        : undefined
    case 'beyond':
      return articles === 0 ? ['写的是超出法律，却没有写明超出哪一条', 'it says beyond the law, but names no article'] : undefined
    default:
      return declared satisfies never
  }
}
