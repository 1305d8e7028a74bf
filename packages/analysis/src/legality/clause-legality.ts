/** One clause: a line for each thing it was encoded as, for each part left out, and for what its data declares. */
import { membersOf, type PlanClause } from '@hegui/model'
import { articlesOf, type Context } from './context.js'
import { type ClauseLegality, type LegalityLine, type LegalityStatus, legalityStatuses } from './legality.js'
import { measureLines } from './measure-lines.js'
import { accountabilityLine, organisingLine, taskLine } from './organisation-lines.js'
import { withPart } from './part-line.js'
import { ruleLine } from './rule-line.js'

export function clauseLegality(clause: PlanClause, context: Context): ClauseLegality {
  const lines = [
    ...clause.encodings.flatMap((encoding) => encodedLines(encoding, clause, context).map((line) => withPart(line, clause, context))),
    ...leftOut(clause),
    ...declaredLines(clause, context),
  ]
  const status = worst(lines)
  const { legal } = clause
  return {
    clause: clause.id,
    kinds: clause.kinds,
    title: clause.title,
    status,
    partial: legal?.status === 'partly' || lines.some((line) => encoded(line) && line.status !== status && line.status !== 'internal'),
    lines,
    ...(legal === undefined
      ? {}
      : { declared: { status: legal.status, note: legal.note, articles: articlesOf(legal.basis ?? [], context), unread: legal.unread ?? [] } }),
    flags: clause.flags ?? [],
  }
}

function encodedLines({ as, id }: PlanClause['encodings'][number], clause: PlanClause, context: Context): readonly LegalityLine[] {
  const { plan } = context
  switch (as) {
    case 'rule':
      return [ruleLine(id, clause, context)]
    case 'measure':
      return plan.measures.filter((each) => each.id === id).flatMap((each) => measureLines(each, context))
    case 'duty':
      return plan.duties.filter((each) => each.id === id).map((each) => taskLine(as, each, each.by, clause, context))
    case 'role':
      return plan.roles.filter((each) => each.id === id).map((each) => taskLine(as, each, membersOf(each), clause, context))
    case 'accountability':
      return [accountabilityLine(id, context)]
    case 'focus':
    case 'stage':
    case 'target':
    case 'statistic':
      return [organisingLine(as, id, context)]
    default:
      return as satisfies never
  }
}

const leftOut = (clause: PlanClause): readonly LegalityLine[] =>
  (clause.notEncoded ?? []).map(({ reason, note }) => ({
    as: 'notEncoded',
    title: clause.title,
    status: 'notEncoded',
    because: reason,
    reason: note,
    routes: [],
    norms: [],
    articles: [],
    organs: [],
  }))

/** What a reader of the law found against the clause counts, even where nothing on file shows it. */
function declaredLines(clause: PlanClause, context: Context): readonly LegalityLine[] {
  const { legal } = clause
  if (legal === undefined || !['beyond', 'conflict', 'no-basis'].includes(legal.status)) return []
  return [
    {
      as: 'declared',
      title: clause.title,
      status: legal.status === 'conflict' ? 'conflict' : 'unbacked',
      because: 'declared',
      reason: legal.note,
      routes: [],
      norms: [],
      articles: articlesOf(legal.basis ?? [], context),
      organs: [],
    },
  ]
}

const encoded = (line: LegalityLine): boolean => line.as !== 'notEncoded' && line.as !== 'declared'

/** Narrative beside something that was encoded says nothing about the law. */
const counted = (lines: readonly LegalityLine[]): readonly LegalityLine[] => {
  const others = lines.filter((line) => line.because !== 'narrative')
  return others.length > 0 ? others : lines
}

const worst = (lines: readonly LegalityLine[]): LegalityStatus =>
  legalityStatuses.find((status) => counted(lines).some((line) => line.status === status)) ?? 'internal'
