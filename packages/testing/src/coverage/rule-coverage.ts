/**
 * Coverage of one rule by meaning, and the cases that would complete it.
 *
 * First what the cases show. Then what one changed answer in a case would show. Then, if something is still open, every
 * combination of the answers the rule can tell apart: what none of them shows cannot be shown at all.
 */
import { phraseOf } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import type { RuleCase } from '@hegui/model'
import type { EditionMeaning } from '../meaning/edition-meaning.js'
import { type Observation, observe, type RuleMeaning, ruleMeaning } from '../meaning/rule-meaning.js'
import { combinationCount, combinations, neighbours, questionsOf } from '../propose/candidates.js'
import { isSensible, proposalOf } from '../propose/proposal.js'
import { proposalName } from '../propose/proposal-name.js'
import { type Impossibility, impossibilities } from './impossible.js'
import { createLedger, type Entry, type Ledger } from './ledger.js'
import { type Obligation, obligationsOf } from './obligation.js'
import { edgeText, obligationText } from './obligation-text.js'
import { createSides, effectSide, type Sides } from './shown.js'

export interface CoverageItem {
  readonly obligation: Obligation
  /** `impossible`: no facts show it, which was tried out; it does not count. */
  readonly state: 'covered' | 'missing' | 'impossible'
  readonly text: string
  /** Where it is missing: the proposed cases that would show it, by name; of an effect beside a case that is there. */
  readonly proposed: readonly string[]
  /** Names of the cases that show it: two of an effect. */
  readonly shownBy: readonly string[]
  /** Why it is impossible. `settledBy`: in words, comparisons of the same fact that always come out with this one. */
  readonly because?: { readonly tried: number; readonly settledBy: readonly string[] }
}

export interface RuleCoverage {
  readonly rule: string
  readonly title: string
  readonly cases: number
  readonly items: readonly CoverageItem[]
  readonly proposals: readonly RuleCase[]
  /** False: too many combinations to try them all; what is missing without a proposal may be impossible. */
  readonly exhausted: boolean
  /** No question can be answered one way or another: the verdict follows from day and place alone. */
  readonly asksNothing: boolean
}

const MAX_COMBINATIONS = 150_000

/** `cases` must make records, see `caseProblems`. Deterministic; nothing is written. */
export function coverRule(rule: string, cases: readonly RuleCase[], ruleset: Ruleset): RuleCoverage {
  const meaning = ruleMeaning(rule, ruleset)
  const ledger = createLedger(obligationsOf(meaning, ruleset), meaning)
  const observed = cases.map((given) => observe(meaning, given, ruleset))
  for (const seen of observed) ledger.enter(seen)
  const covered = new Set(ledger.entries.filter(isMet))
  const search = createSearch(meaning, observed, ledger, ruleset)
  const exhausted = covered.size === ledger.entries.length || search.run()
  const { kept, entries } = withoutNeedless(search.found, observed, ledger, meaning)
  const proposals = named(rule, kept, cases, ruleset)
  const nameOf = (seen: Observation): string => proposals.get(seen)?.name ?? seen.given.name
  const open = entries.filter((entry, at) => exhausted && !isMet(entry) && !covered.has(ledger.entries[at] as Entry))
  const reasons = whyImpossible(
    open.map(({ obligation }) => obligation),
    observed,
    meaning,
    ruleset,
  )
  return {
    rule,
    title: meaning.editions.at(-1)?.rule.title ?? rule,
    cases: cases.length,
    items: entries.map((entry, at): CoverageItem => {
      const state = covered.has(ledger.entries[at] as Entry) ? 'covered' : open.includes(entry) ? 'impossible' : 'missing'
      const reason = reasons.get(entry.obligation)
      return {
        obligation: entry.obligation,
        state,
        text: obligationText(entry.obligation, ruleset),
        proposed: state === 'missing' ? entry.metBy.filter((seen) => proposals.has(seen)).map(nameOf) : [],
        shownBy: entry.metBy.map(nameOf),
        ...(reason === undefined
          ? {}
          : { because: { tried: reason.tried, settledBy: [...new Set(reason.settledBy.map(({ leaf }) => phraseOf(leaf, ruleset.vocabulary)))] } }),
      }
    }),
    proposals: [...proposals.values()],
    exhausted,
    asksNothing: questionsOf(meaning, ruleset).length === 0,
  }
}

/** Edition by edition; what is of none, over the answers of all. */
function whyImpossible(
  open: readonly Obligation[],
  observed: readonly Observation[],
  meaning: RuleMeaning,
  ruleset: Ruleset,
): ReadonlyMap<Obligation, Impossibility> {
  const questions = questionsOf(meaning, ruleset)
  function* tried(editions: readonly number[]): Generator<Observation> {
    for (const edition of editions)
      for (const base of basesOf(edition, meaning.editions[edition] as EditionMeaning, observed, meaning, ruleset))
        for (const given of combinations(base, questions)) yield observe(meaning, given, ruleset)
  }
  const every = meaning.editions.map((_, edition) => edition)
  const groups = [...new Set(open.map((owed) => ('edition' in owed ? owed.edition : undefined)))]
  return new Map(
    groups.flatMap((edition) => {
      const own = open.filter((owed) => ('edition' in owed ? owed.edition : undefined) === edition)
      const reasons = impossibilities(own, tried(edition === undefined ? every : [edition]), meaning)
      return own.map((owed, at) => [owed, reasons[at] as Impossibility] as const)
    }),
  )
}

const isMet = ({ metBy }: Entry): boolean => metBy.length > 0

/** What was found early may be shown as well by what was found later for something else. */
function withoutNeedless(
  found: ReadonlyMap<Observation, Obligation>,
  observed: readonly Observation[],
  { entries }: Ledger,
  meaning: RuleMeaning,
): { readonly kept: ReadonlyMap<Observation, Obligation>; readonly entries: readonly Entry[] } {
  const entered = (seen: Iterable<Observation>): readonly Entry[] => {
    const fresh = createLedger(
      entries.map(({ obligation }) => obligation),
      meaning,
    )
    for (const each of [...observed, ...seen]) fresh.enter(each)
    return fresh.entries
  }
  const met = entries.filter(isMet).length
  const kept = new Map(found)
  for (const [seen, owed] of found) {
    kept.delete(seen)
    if (entered(kept.keys()).filter(isMet).length < met) kept.set(seen, owed)
  }
  const inOrder = new Map([...found].filter(([seen]) => kept.has(seen)))
  return { kept: inOrder, entries: entered(inOrder.keys()) }
}

function named(rule: string, found: ReadonlyMap<Observation, Obligation>, cases: readonly RuleCase[], ruleset: Ruleset): ReadonlyMap<Observation, RuleCase> {
  const taken = new Set(cases.map(({ name }) => name))
  return new Map(
    [...found].map(([seen, owed]) => {
      const name = proposalName(owed, seen.given, seen.verdict, taken, ruleset)
      taken.add(name)
      return [seen, proposalOf(rule, seen.given, name, edgeText(owed, ruleset), ruleset)] as const
    }),
  )
}

interface Search {
  /** What was found, and for which obligation. */
  readonly found: ReadonlyMap<Observation, Obligation>
  /** True: whatever is still open cannot be met. */
  readonly run: () => boolean
}

function createSearch(meaning: RuleMeaning, observed: readonly Observation[], ledger: ReturnType<typeof createLedger>, ruleset: Ruleset): Search {
  const found = new Map<Observation, Obligation>()
  const questions = questionsOf(meaning, ruleset)
  const open = (): readonly Entry[] => ledger.entries.filter((entry) => !isMet(entry))
  const take = (seen: Observation, { obligation }: Entry): void => {
    found.set(seen, obligation)
    ledger.enter(seen)
  }
  /** Enters what would meet something, if it makes sense. */
  const offer = (given: RuleCase): Observation => {
    const seen = observe(meaning, given, ruleset)
    const [first] = ledger.wouldMeet(seen)
    if (first !== undefined && isSensible(seen, ruleset)) take(seen, first)
    return seen
  }
  const shifted = (given: RuleCase): void => {
    for (const { obligation } of open()) if (obligation.kind === 'edge') offer({ ...given, date: obligation.day })
  }
  const nextTo = (seen: readonly Observation[]): void => {
    for (const { given } of seen) {
      if (open().length === 0) return
      shifted(given)
      for (const next of neighbours(given, questions)) offer(next)
    }
  }
  const everywhere = (): boolean => {
    let complete = true
    for (const [edition, of] of meaning.editions.entries()) {
      const sides = new Map<Entry, Sides>()
      for (const base of basesOf(edition, of, observed, meaning, ruleset)) {
        if (open().length === 0) return true
        if (combinationCount(questions) > MAX_COMBINATIONS) {
          complete = false
          continue
        }
        for (const given of combinations(base, questions)) {
          const seen = offer(given)
          pairUp(seen, sides)
        }
      }
    }
    return complete
  }
  /** An effect neither side of which is there: two cases at once. */
  const pairUp = (seen: Observation, sides: Map<Entry, Sides>): void => {
    for (const entry of ledger.entries) {
      if (isMet(entry) || entry.obligation.kind !== 'effect') continue
      const side = effectSide(seen, entry.obligation, meaning)
      if (side === undefined) continue
      const own = sides.get(entry) ?? createSides()
      sides.set(entry, own)
      if (own.has(side) || !isSensible(seen, ruleset)) continue
      own.add(side, seen)
      const other = own.partnerOf(side)
      if (other === undefined) continue
      take(other, entry)
      take(seen, entry)
    }
  }
  return {
    found,
    run: () => {
      nextTo(observed)
      if (open().length === 0) return true
      const complete = everywhere()
      nextTo([...found.keys()])
      return complete
    },
  }
}

/** Until a proposal has its name; a record needs one. */
const UNNAMED = 'proposed'

/** Where combinations start from: a case of the edition with its day, place and other facts; else a bare day of the edition. */
function basesOf(
  edition: number,
  { rule }: EditionMeaning,
  observed: readonly Observation[],
  { editions }: RuleMeaning,
  ruleset: Ruleset,
): readonly RuleCase[] {
  const own = observed.filter((seen) => seen.edition === edition)
  const best = own.find((seen) => seen.verdict === 'violation') ?? own[0]
  const { from, to } = rule.inForce
  const usual = '2023-06-30'
  const inForce = (from ?? '') <= usual && usual <= (to ?? '9999')
  const day = best?.given.date ?? (inForce ? usual : (from ?? to ?? usual))
  const { region: _, ...bare } = best?.given ?? { name: UNNAMED, facts: {} as RuleCase['facts'] }
  const base = (region: string | undefined, date = day): RuleCase => ({
    ...bare,
    date,
    ...(region === undefined ? {} : { region }),
    expect: { verdict: 'undetermined' },
  })
  // A limit may hold in one region only, although no comparison asks for the region, or change while the rule stays.
  const limits = editions.flatMap(({ leaves }) =>
    leaves.flatMap(({ leaf }) => (typeof leaf.value === 'object' && 'fact' in leaf.value ? (ruleset.vocabulary.facts.get(leaf.value.fact)?.limit ?? []) : [])),
  )
  const dayOf = ({ inForce }: (typeof limits)[number]): string => {
    const first = [inForce.from ?? '', from ?? ''].sort().at(-1) as string
    return first > day ? first : day > (inForce.to ?? '9999') ? (inForce.to as string) : day
  }
  const bases = [base(best?.given.region), ...limits.map((limit) => base(limit.region, dayOf(limit))), ...(limits.length === 0 ? [] : [base(undefined)])]
  return bases.filter((each, index) => bases.findIndex((other) => other.region === each.region && other.date === each.date) === index)
}
