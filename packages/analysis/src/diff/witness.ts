/**
 * Counter-examples: a record on which the two versions differ, taken back to the evaluator of each before anyone sees it.
 */
import { addDays } from '@hegui/calendar'
import { assess, type Ruleset } from '@hegui/engine'
import type { FactValue, Finding, InspectionRecord, Problem, RuleCase } from '@hegui/model'
import { recordOfCase } from '../cases/case-answer.js'
import type { CommonFacts } from './common-facts.js'
import type { Seen } from './graph.js'
import { type OutcomeName, outcomeNamed } from './outcome.js'
import type { Found } from './search.js'
import { dayIn, type Situation } from './situation.js'

export interface Witness extends Found {
  readonly situation: Situation
  /** The region of the record, where it was chosen before the other facts. */
  readonly region?: FactValue | undefined
}

export interface CounterExample {
  readonly from: OutcomeName
  readonly to: OutcomeName
  /** As the new version reads it. */
  readonly record: InspectionRecord
  /** As the old version reads it: without the answers to questions it does not know. Absent: the same. */
  readonly oldRecord?: InspectionRecord
  /** With the outcome of the new version expected. Absent: cases cannot say it, as the conduct went on for days. */
  readonly case?: Omit<RuleCase, 'name'>
}

/** `refused`: no record can say this, so it is no difference of records. `contradicted`: the evaluator does not bear it out. */
export type Verified =
  | { readonly kind: 'verified'; readonly example: CounterExample }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'contradicted'; readonly got: readonly [OutcomeName, OutcomeName]; readonly record: InspectionRecord }

export function verified(rule: string, id: string, witness: Witness, common: CommonFacts, old: Ruleset, fresh: Ruleset): Verified {
  const [before, after] = [recordOf(id, witness, common, common.old), recordOf(id, witness, common, common.new)]
  const results = [findingOf(rule, before, alone(rule, old)), findingOf(rule, after, alone(rule, fresh))] as const
  const problems = results.flatMap((result) => (Array.isArray(result) ? (result as readonly Problem[]) : []))
  if (problems.length > 0) return { kind: 'refused', problems }
  const got = results.map((result) => outcomeNamed(result as Finding)) as [OutcomeName, OutcomeName]
  if (got[0] !== witness.from || got[1] !== witness.to) return { kind: 'contradicted', got, record: after }
  const asCase = caseOf(after, witness.to, fresh)
  return {
    kind: 'verified',
    example: {
      from: witness.from,
      to: witness.to,
      record: after,
      ...(JSON.stringify(before) === JSON.stringify(after) ? {} : { oldRecord: before }),
      ...(asCase === undefined ? {} : { case: asCase }),
    },
  }
}

/** The version with one rule to find: a finding does not depend on other rules, and a record is soon assessed for it. */
function alone(rule: string, ruleset: Ruleset): Ruleset {
  const known = aloneIn.get(ruleset) ?? new Map<string, Ruleset>()
  aloneIn.set(ruleset, known)
  const found = known.get(rule) ?? { ...ruleset, rules: ruleset.rules.filter(([id]) => id === rule) }
  known.set(rule, found)
  return found
}
const aloneIn = new WeakMap<Ruleset, Map<string, Ruleset>>()

function findingOf(rule: string, record: InspectionRecord, ruleset: Ruleset): Finding | readonly Problem[] {
  const result = assess(record, ruleset)
  if (!result.ok) return result.problems
  const found = result.assessment.findings.find((each) => each.rule === rule)
  if (found === undefined) throw new Error(`no finding of the rule ${rule}`)
  return found
}

/** Facts that stand in fields of their own. */
const fields: ReadonlySet<string> = new Set(['record.region', 'record.inspectedOn', 'record.decidedOn', 'conduct.date', 'conduct.endedOn'])

function recordOf(id: string, { facts, situation, region: chosen }: Witness, { fact }: CommonFacts, seen: Seen): InspectionRecord {
  const text = (name: string): string | undefined => facts.get(name) as string | undefined
  const { date, last } = datesOf(situation, text)
  const inspected = text('record.inspectedOn') ?? earlier(text('record.decidedOn'), last)
  const decided = text('record.decidedOn')
  const region = text('record.region') ?? (chosen as string | undefined)
  const own = [...facts].flatMap(([name, value]) => {
    const known = fields.has(name) ? undefined : seen(name, value)
    return known === undefined ? [] : [[name, known] as const]
  })
  const inRecord = own.filter(([name]) => fact(name).scope === 'record')
  return {
    id,
    inspectedOn: inspected,
    // A decision is made on the day of the inspection unless it is said otherwise.
    ...(decided === undefined ? (last > inspected ? { decidedOn: last } : {}) : { decidedOn: decided }),
    plans: [],
    facts: Object.fromEntries(inRecord),
    ...(region === undefined ? {} : { region }),
    conducts: [{ id: 'conduct', date, facts: Object.fromEntries(own.filter((each) => !inRecord.includes(each))) }],
  }
}

const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b)

/** The date of the conduct, and the last day that the situation is about. */
function datesOf(
  { kind, within, last: lastDays, span }: Situation,
  text: (fact: string) => string | undefined,
): { readonly date: InspectionRecord['conducts'][number]['date']; readonly last: string } {
  const usual = dayIn(within)
  // A day that no condition asks for need only come before those that one does.
  const bound = [text('record.inspectedOn'), text('record.decidedOn')].reduce<string>((day, other) => earlier(other, day), usual)
  switch (kind) {
    case 'day': {
      const day = text('conduct.date') ?? bound
      return { date: day, last: day }
    }
    case 'span': {
      const last = text('conduct.endedOn') ?? earlier(text('record.decidedOn'), dayIn(lastDays))
      const from = span.from as string
      return { date: { from: from < last ? from : addDays(last, -1), to: last }, last }
    }
    case 'unknown-day': {
      const ended = text('conduct.endedOn')
      return ended === undefined ? { date: null, last: text('record.decidedOn') ?? usual } : { date: { from: null, to: ended }, last: ended }
    }
    default:
      return kind satisfies never
  }
}

/** Only if the case makes the very record it stands for. */
function caseOf(record: InspectionRecord, outcome: OutcomeName, ruleset: Ruleset): CounterExample['case'] {
  const [conduct] = record.conducts
  const date = conduct?.date
  if (conduct === undefined || (date !== null && typeof date !== 'string')) return undefined
  const written: Omit<RuleCase, 'name'> = {
    date,
    ...(record.region === undefined || record.region === null ? {} : { region: record.region }),
    facts: { ...record.facts, ...conduct.facts },
    expect: outcome.startsWith('undetermined')
      ? { verdict: 'undetermined', canViolate: outcome === 'undetermined' }
      : { verdict: outcome as RuleCase['expect']['verdict'] },
  }
  return JSON.stringify(recordOfCase({ ...written, name: record.id }, ruleset)) === JSON.stringify(record) ? written : undefined
}
