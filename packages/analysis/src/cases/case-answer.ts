/** What hegui says about the facts of a case, as far as a case can expect it. */
import { assess, type Ruleset, type SyncRuntimeChoice } from '@hegui/engine'
import type { AssessedMeasure, Assessment, CaseMeasure, Finding, InspectionRecord, Problem, RuleCase } from '@hegui/model'

/** Lists in code-unit order, each item once. */
export interface CaseAnswer {
  readonly verdict: Finding['verdict']
  readonly canViolate: boolean | undefined
  readonly missing: readonly string[]
  readonly norms: readonly string[]
  readonly measures: readonly CaseMeasure[]
  /** By template, of the actions that follow from the measures of the rule; of several of one template the first. */
  readonly due: Readonly<Record<string, string | null>>
  readonly clauses: Finding['clauses']
  /** Every rule that has a say: it does not concern only the others. */
  readonly company: readonly string[]
}

export type CaseAnswered = { readonly ok: true; readonly answer: CaseAnswer } | { readonly ok: false; readonly problems: readonly Problem[] }

/** The record a case stands for: one conduct, decided on its day; a case without a day is decided in the middle of 2023. */
export function recordOfCase({ name, date, region, facts, goods, plans }: RuleCase, { vocabulary }: Pick<Ruleset, 'vocabulary'>): InspectionRecord {
  const inRecord = (id: string): boolean => vocabulary.facts.get(id)?.scope === 'record'
  const of = (wanted: boolean) => Object.fromEntries(Object.entries(facts).filter(([id]) => inRecord(id) === wanted))
  return {
    id: name,
    inspectedOn: date ?? '2023-06-30',
    plans: plans ?? [],
    facts: of(true),
    ...(region === undefined ? {} : { region }),
    conducts: [{ id: 'conduct', date, facts: of(false), ...(goods === undefined ? {} : { goods }) }],
  }
}

export function answerTo(rule: string, given: RuleCase, ruleset: Ruleset, runtime?: SyncRuntimeChoice): CaseAnswered {
  const result = assess(recordOfCase(given, ruleset), ruleset, runtime === undefined ? {} : { runtime })
  if (!result.ok) return result
  const { findings, measures } = result.assessment
  const finding = findings.find((each) => each.rule === rule)
  if (finding === undefined) throw new Error(`no finding of the rule ${rule}`)
  const own = measures.filter((each) => each.findings.includes(rule))
  const proposed = own.filter((each) => each.proposed)
  return {
    ok: true,
    answer: {
      verdict: finding.verdict,
      canViolate: finding.canViolate,
      missing: sorted(finding.missing),
      norms: sorted(proposed.flatMap((each) => each.norm ?? [])),
      measures: proposed.map(measureExpected),
      due: duesOf(result.assessment, own),
      clauses: finding.clauses,
      company: findings.flatMap((each) => (each.verdict === 'not-applicable' ? [] : [each.rule])),
    },
  }
}

/** A measure as a case writes it: what is as usual – it falls on the party, it is firm – is not written. */
function measureExpected({ norm, kind, object, on, force, oneOf, amountYuan, multiple, days, authority, status }: AssessedMeasure): CaseMeasure {
  return {
    ...(norm === undefined ? {} : { norm }),
    kind,
    ...(object === undefined ? {} : { object }),
    ...(on === 'party' ? {} : { on }),
    force,
    ...(oneOf === undefined ? {} : { option: oneOf.option }),
    ...(amountYuan === undefined ? {} : { amountYuan }),
    ...(multiple === undefined ? {} : { multiple }),
    ...(days === undefined ? {} : { days }),
    authority,
    ...(status === 'firm' ? {} : { status }),
  }
}

function duesOf({ actions }: Assessment, own: readonly AssessedMeasure[]): CaseAnswer['due'] {
  const ids = new Set(own.map((each) => each.id))
  const dues: Record<string, string | null> = {}
  for (const { template, measures, due } of actions) if (!(template in dues) && measures.some((id) => ids.has(id))) dues[template] = due?.date ?? null
  return dues
}

export const sorted = (items: readonly string[]): readonly string[] => [...new Set(items)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
