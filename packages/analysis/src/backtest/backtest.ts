/**
 * Backtest: what a new version of packs changes about records that are there, each record by the law of its own days.
 *
 * A record is decided by both versions for the rules whose answer can differ. Only where one does, or where a rule that is found
 * can lead to something else, is it assessed in full by both; the changes are those of assessing every record.
 */
import { assess, createRuleOutcomes, type Ruleset } from '@hegui/engine'
import { type Assessment, checkRecord, type InspectionRecord, type Problem, problem } from '@hegui/model'
import { commonFacts } from '../diff/common-facts.js'
import { apartIn, mentionedBy } from '../diff/compare-rule.js'
import type { ConditionChange } from '../diff/condition-change.js'
import { type DataChange, dataChanges } from '../diff/data-change.js'
import { apartProblems, changedConditions, editionChanges, touching } from '../diff/diff.js'
import { type CanDiffer, canDiffer } from './can-differ.js'
import { createReading, type Reading, type Side } from './reading.js'
import { type RuleChange, ruleChanges } from './rule-changes.js'
import { createTally, type KindCounts, type RuleTally, summed } from './tally.js'
import { type Why, whyOf } from './why.js'

/** Where a record was read: handed back with its changes. */
export interface RecordPlace {
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** `why` only where the answer changed. */
export type ExplainedChange = RuleChange & { readonly why?: Why }

export interface RecordChange {
  readonly record: string
  readonly place?: RecordPlace
  readonly region: string | null
  readonly inspectedOn: string
  readonly changes: readonly ExplainedChange[]
}

/** A record of a cell, with one change of its rule. */
export interface ChangeExample extends Omit<RecordChange, 'changes' | 'region'> {
  readonly change: ExplainedChange
}

export interface RuleBacktest extends RuleTally<ChangeExample> {
  readonly title: string
  /** Absent: both versions have the rule. */
  readonly only?: Side
  readonly conditions: readonly ConditionChange[]
  /** Of the rule itself, of the limits it compares with and the norms it leads to; none that only reword. */
  readonly changes: readonly DataChange[]
}

export interface Backtest {
  readonly schema: 'hegui/backtest@1'
  readonly old: Ruleset['packs']
  readonly new: Ruleset['packs']
  readonly counts: {
    /** Compared. */
    readonly records: number
    readonly conducts: number
    readonly changed: number
    /** Assessed in full by both. */
    readonly assessed: number
    /** Not compared, by who refused them. */
    readonly refused: Readonly<Record<Side | 'both', number>>
    /** Conducts before or after all editions of the rules that can differ. */
    readonly outside: number
  }
  /** Changes of a rule about a conduct; one can be of several kinds. */
  readonly totals: KindCounts
  /** Those with changes: first where answers changed, then where only what follows did; by id. */
  readonly rules: readonly RuleBacktest[]
  /** Left out, because a fact of theirs is another question in the two versions. */
  readonly notComparable: readonly string[]
}

/** Refused by one version or by both, with everything that is wrong. */
export type BacktestedRecord = { readonly ok: true; readonly change?: RecordChange } | { readonly ok: false; readonly problems: readonly Problem[] }

export interface Backtester {
  readonly add: (record: unknown, place?: RecordPlace) => BacktestedRecord
  readonly result: () => { readonly backtest: Backtest; readonly problems: readonly Problem[] }
}

export interface BacktestOptions {
  /** Records shown of each rule and region, the first ones. Default 1. */
  readonly examples?: number
}

export function createBacktester(old: Ruleset, fresh: Ruleset, { examples = 1 }: BacktestOptions = {}): Backtester {
  const differing = canDiffer(old, fresh)
  const apart = apartRules(old, fresh)
  const isAffected = affected(old, fresh, differing)
  const isOutside = outsideOf(old, fresh, differing)
  const reading = createReading(old, fresh)
  const tally = createTally<ChangeExample>(examples)
  const counts = { records: 0, conducts: 0, changed: 0, assessed: 0, refused: { old: 0, new: 0, both: 0 }, outside: 0 }

  const checked = (record: unknown, ruleset: Ruleset): readonly Problem[] => checkRecord(record, ruleset.vocabulary, ruleset.catalogue)

  const changeOf = (before: InspectionRecord, after: InspectionRecord, place: RecordPlace | undefined): RecordChange | undefined => {
    if (!isAffected(before, after)) return undefined
    counts.assessed += 1
    const changes = ruleChanges(assessed(before, old), assessed(after, fresh))
      .filter(({ rule }) => !apart.has(rule))
      .map(
        (change): ExplainedChange =>
          change.from === change.to
            ? change
            : { ...change, why: whyOf(change.rule, change.conduct, { record: before, ruleset: old }, { record: after, ruleset: fresh }) },
      )
    const { id: record, region = null, inspectedOn } = after
    return changes.length === 0 ? undefined : { record, ...(place === undefined ? {} : { place }), region, inspectedOn, changes }
  }

  return {
    add: (record, place) => {
      const [before, after] = [reading.read(record, 'old'), reading.read(record, 'new')]
      const problems = checked(before, old)
      const others = differing.readAlike ? problems : checked(after, fresh)
      if (problems.length + others.length > 0) {
        const side = problems.length === 0 ? 'new' : others.length === 0 ? 'old' : 'both'
        counts.refused[side] += 1
        return { ok: false, problems: [...distinct([...problems, ...others]), ...refusedBy(side)] }
      }
      counts.records += 1
      const read = before as InspectionRecord
      counts.conducts += read.conducts.length
      counts.outside += read.conducts.filter((conduct) => isOutside(conduct, read)).length
      const change = changeOf(read, after as InspectionRecord, place)
      if (change === undefined) return { ok: true }
      counts.changed += 1
      const { changes, region, ...shown } = change
      for (const each of changes) tally.add(each, region, () => ({ ...shown, change: each }))
      return { ok: true, change }
    },
    result: () => {
      const changes = dataChanges(old, fresh)
      const rules = tally.rules().map((row): RuleBacktest => {
        const [before, after] = [old.catalogue.rules.get(row.rule), fresh.catalogue.rules.get(row.rule)]
        return {
          title: (after ?? before)?.at(-1)?.title ?? row.rule,
          ...(before === undefined ? { only: 'new' } : after === undefined ? { only: 'old' } : {}),
          conditions: before === undefined || after === undefined ? [] : changedConditions(row.rule, old, fresh),
          changes: [...editionChanges(row.rule, old, fresh), ...touching(row.rule, changes, [old, fresh])].filter(({ effect }) => effect !== 'wording'),
          ...row,
        }
      })
      const backtest: Backtest = {
        schema: 'hegui/backtest@1',
        old: old.packs,
        new: fresh.packs,
        counts: { ...counts, refused: { ...counts.refused } },
        totals: summed(rules.map((rule) => rule.counts)),
        rules: [...rules.filter(hasOtherAnswers), ...rules.filter((rule) => !hasOtherAnswers(rule))],
        notComparable: [...apart.keys()],
      }
      return { backtest, problems: [...[...apart.values()].flat(), ...unreadProblems(reading.unread()), ...countProblems(counts)] }
    },
  }
}

/** Over records of any number, one at a time. `each` is told what came of every one of them; what is refused is only counted. */
export async function backtestOf(
  records: AsyncIterable<unknown> | Iterable<unknown>,
  old: Ruleset,
  fresh: Ruleset,
  { each, ...options }: BacktestOptions & { readonly each?: (result: BacktestedRecord) => void } = {},
): Promise<ReturnType<Backtester['result']>> {
  const backtester = createBacktester(old, fresh, options)
  for await (const record of records) {
    const result = backtester.add(record)
    each?.(result)
  }
  return backtester.result()
}

const hasOtherAnswers = ({ transitions }: RuleBacktest): boolean => transitions.length > 0

function assessed(record: InspectionRecord, ruleset: Ruleset): Assessment {
  const result = assess(record, ruleset)
  if (!result.ok) throw new Error(`a checked record was refused: ${result.problems[0]?.message ?? ''}`)
  return result.assessment
}

/** Whether assessing the record can show a difference. */
function affected(old: Ruleset, fresh: Ruleset, { answers, consequences }: CanDiffer): (before: InspectionRecord, after: InspectionRecord) => boolean {
  const wanted = new Set([...answers, ...consequences])
  if (wanted.size === 0) return () => false
  const [a, b] = [createRuleOutcomes(old, wanted), createRuleOutcomes(fresh, wanted)]
  // A task can follow from a rule having been looked at.
  const looked = new Set([old, fresh].flatMap(({ catalogue }) => catalogue.actions.flatMap(({ follows }) => follows.rules ?? [])))
  const rules = [...wanted].map((id) => ({ at: a.rules.indexOf(id), to: b.rules.indexOf(id), follows: consequences.has(id), looked: looked.has(id) }))
  return (before, after) => {
    const [was, is] = [a.of(before), b.of(after)]
    return was.some((outcomes, conduct) =>
      rules.some((rule) => {
        const [from, to] = [outcomes[rule.at] ?? absent, is[conduct]?.[rule.to] ?? absent]
        return !isSame(from, to) || (rule.follows && (leadsOn(from, rule.looked) || leadsOn(to, rule.looked)))
      }),
    )
  }
}

type Outcome = ReturnType<ReturnType<typeof createRuleOutcomes>['of']>[number][number]

/** Of a rule the version does not have. */
const absent: Outcome = { verdict: 'not-applicable', canViolate: false }
const isSame = (a: Outcome, b: Outcome): boolean => a.verdict === b.verdict && (a.verdict !== 'undetermined' || a.canViolate === b.canViolate)
const leadsOn = ({ verdict, canViolate }: Outcome, looked: boolean): boolean => canViolate || (looked && verdict === 'compliant')

/** Before or after every edition of the rules that can differ: the conduct says nothing about the change. */
function outsideOf(
  old: Ruleset,
  fresh: Ruleset,
  { answers, consequences }: CanDiffer,
): (conduct: InspectionRecord['conducts'][number], record: InspectionRecord) => boolean {
  const rules = [...new Set([...answers, ...consequences])]
  const periods = [old, fresh].flatMap(({ catalogue }) => rules.flatMap((id) => (catalogue.rules.get(id) ?? []).map(({ inForce }) => inForce)))
  const first = periods.map(({ from }) => from ?? '').sort()[0]
  const last = periods
    .map(({ to }) => to ?? '9999')
    .sort()
    .at(-1)
  return ({ date }, { decidedOn, inspectedOn }) => {
    if (first === undefined || last === undefined) return false
    const [from, to] = typeof date === 'string' ? [date, date] : [date?.from ?? '', date?.to ?? decidedOn ?? inspectedOn]
    return to < first || from > last
  }
}

function apartRules(old: Ruleset, fresh: Ruleset): ReadonlyMap<string, readonly Problem[]> {
  const common = commonFacts(old, fresh)
  return new Map(
    [...fresh.catalogue.rules].flatMap(([id, after]) => {
      const before = old.catalogue.rules.get(id)
      const found = before === undefined ? [] : apartIn(mentionedBy([before, after], { old, new: fresh, common }), common)
      return found.length === 0 ? [] : [[id, apartProblems(id, after.at(-1)?.title ?? id, found)] as const]
    }),
  )
}

const sides: Readonly<Record<Side, readonly [zh: string, en: string]>> = { old: ['旧版', 'the old version'], new: ['新版', 'the new version'] }

const refusedBy = (side: Side | 'both'): readonly Problem[] =>
  side === 'both' ? [] : [problem('HG9031', [], { side: sides[side][0], sideEn: sides[side][1] })]

const unreadProblems = (unread: ReturnType<Reading['unread']>): readonly Problem[] =>
  unread.map(({ side, what, records }) => problem('HG9030', [], { side: sides[side][0], sideEn: sides[side][1], what, count: String(records) }))

const countProblems = ({ records, outside }: { readonly records: number; readonly outside: number }): readonly Problem[] => [
  ...(records === 0 ? [problem('HG9033', [])] : []),
  ...(outside === 0 ? [] : [problem('HG9032', [], { count: String(outside) })]),
]

const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((each) => [`${each.code} ${each.path.join('.')} ${each.message}`, each])).values(),
]
