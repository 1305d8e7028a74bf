/** What a record says twice and differently, and days that cannot follow one another. Only what no course of events could explain. */
import { type Path, type Problem, problem, shown } from '../problems/problem.js'
import { isLocalDate } from '../schema/primitives.js'
import type { Conduct, InspectionRecord } from '../schema/record.js'
import type { Vocabulary } from './vocabulary.js'

/** `decidedOn` stands for the record's own, where given. */
export function contradictions(record: InspectionRecord, vocabulary: Vocabulary, decidedOn?: string): readonly Problem[] {
  const decided = decidedOn ?? record.decidedOn ?? record.inspectedOn
  const early = decidedOn === undefined && isLocalDate(record.decidedOn) && isLocalDate(record.inspectedOn) && record.decidedOn < record.inspectedOn
  return [
    ...(early
      ? [impossible(['decidedOn'], ['研判日期', 'The decision date', record.decidedOn], 'before', ['检查日期', 'the inspection date', record.inspectedOn])]
      : []),
    ...record.conducts.flatMap((conduct, index) => [
      ...conductDay(conduct, ['conducts', index, 'date'], record.inspectedOn, decided, early),
      ...progressDays(conduct, ['conducts', index, 'facts'], vocabulary),
      ...toldTwice(record, conduct, ['conducts', index, 'facts'], vocabulary),
    ]),
  ]
}

type Dated = readonly [zh: string, en: string, date: string]

const impossible = (path: Path, [what, whatEn, date]: Dated, side: 'before' | 'after', [than, thanEn, other]: Dated): Problem =>
  problem('HG5011', path, {
    day: `${what} ${date} `,
    dayEn: `${whatEn} ${date}`,
    side: side === 'before' ? '早于' : '晚于',
    sideEn: side,
    other: `${than} ${other}`,
    otherEn: `${thanEn} ${other}`,
  })

/** A decision before its inspection is told once: it is then not the conduct's date that is too late. */
function conductDay({ date }: Conduct, path: Path, inspectedOn: string, decided: string, early: boolean): readonly Problem[] {
  // A continuing act is looked at up to the day of the decision; what lies after it has not happened.
  const last = typeof date === 'string' ? date : (date?.to ?? date?.from)
  if (typeof last !== 'string') return []
  if (last > decided && !(early && last <= inspectedOn)) return [problem('HG5009', path, { date: last, decidedOn: decided })]
  // An act that goes on may go on after the inspection; one of a single day cannot have been seen before it happened.
  return typeof date === 'string' && isLocalDate(inspectedOn) && date > inspectedOn
    ? [impossible(path, ['行为日期', 'The conduct date', date], 'after', ['检查日期', 'the inspection date', inspectedOn])]
    : []
}

/**
 * Steps that answer the conduct, and so cannot come before it. A seizure can: tampering with what was seized is a conduct
 * of its own, and so is defying a decision.
 */
const answers: ReadonlySet<string> = new Set([
  'progress.discoveredOn',
  'progress.policeDiscoveredOn',
  'progress.caseFiledOn',
  'progress.policeFiledOn',
  'progress.referralReportedOn',
  'progress.referralApprovedOn',
])

function progressDays({ date, facts }: Conduct, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  const given = Object.keys(facts ?? {}).filter((id) => answers.has(id))
  const began = typeof date === 'string' ? date : date?.from
  if (given.length === 0 || !isLocalDate(began)) return []
  return given.flatMap((id) => {
    const [fact, value] = [vocabulary.facts.get(id), facts?.[id]]
    return fact?.type === 'date' && isLocalDate(value) && value < began
      ? [impossible([...path, id], [fact.title, `“${id}”,`, value], 'before', ['行为开始的日期', 'the beginning of the conduct on', began])]
      : []
  })
}

/** A conduct may carry facts of its party and site; given in both places they must agree. `null` is unknown and agrees with anything. */
function toldTwice(record: InspectionRecord, conduct: Conduct, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  const holders = [
    ['当事人', 'the party', 'party', record.parties?.find((each) => each.id === conduct.party)?.facts],
    ['场所', 'the site', 'site', record.sites?.find((each) => each.id === conduct.site)?.facts],
  ] as const
  if (holders.every(([, , , facts]) => facts === undefined)) return []
  const given = conduct.facts ?? {}
  const again = Object.keys(given).filter((id) => holders.some(([, , , facts]) => facts !== undefined && Object.hasOwn(facts, id)))
  return again.flatMap((id) =>
    holders.flatMap(([holder, holderEn, scope, facts]) => {
      const fact = vocabulary.facts.get(id)
      const value = given[id]
      const other = facts !== undefined && Object.hasOwn(facts, id) ? facts[id] : undefined
      if (fact?.scope !== scope || value === null || other === null || other === undefined || same(value, other)) return []
      return [problem('HG5012', [...path, id], { fact: id, found: quoted(value), holder, holderEn, other: quoted(other) })]
    }),
  )
}

/** Sets have no order. */
const same = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) ? JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort()) : a === b

const quoted = (value: unknown): string => ` ${Array.isArray(value) ? value.slice(0, 5).map(shown).join('、') : shown(value)}`
