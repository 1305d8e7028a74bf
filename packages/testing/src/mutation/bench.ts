/** The cases of rules, made ready to be run against many mutants: each on no more rules than have a say in it. */
import { answerTo, type CaseAnswer, type CaseAnswered, type CaseDifference, differencesOf } from '@hegui/analysis'
import { alteredRuleset, type Ruleset } from '@hegui/engine'
import type { RuleCase, RuleCases } from '@hegui/model'
import { reachableNorms } from '../cases/reachable-norms.js'
import type { Mutant } from './mutant.js'

export interface BenchCase {
  readonly rule: string
  readonly given: RuleCase
  /** The answer of the packs as they are. */
  readonly answer: CaseAnswer
}

export type Candidate = Pick<BenchCase, 'rule' | 'given'>

export interface Bench {
  readonly ruleset: Ruleset
  /** Those that pass: the others notice nothing. */
  readonly casesOf: (rule: string) => readonly BenchCase[]
  readonly failing: (rule: string) => readonly string[]
  /** Rules that can lead to a norm, through themselves or the plans of their cases. */
  readonly rulesTo: (norm: string) => readonly string[]
  /** The cases of the rule as they are written. */
  readonly written: (rule: string) => readonly RuleCase[]
  /** What a case expects and does not find on the mutant; with every rule (`whole`) or only those that have a say in the cases there are. */
  readonly differences: (each: Candidate, mutant: Mutant, whole?: 'whole') => readonly CaseDifference[]
  /** Whether anything a case can expect may come out otherwise: of facts that no case has yet, a first look. */
  readonly mayDiffer: (each: Candidate, mutant: Mutant) => boolean
}

export function createBench(ruleset: Ruleset, files: readonly RuleCases[]): Bench {
  const written = new Map<string, RuleCase[]>()
  for (const { rule, cases } of files) written.set(rule, [...(written.get(rule) ?? []), ...cases])
  const ready = new Map<string, { readonly passing: readonly BenchCase[]; readonly failing: readonly string[] }>()
  const of = (rule: string) => {
    const known = ready.get(rule)
    if (known !== undefined) return known
    const passing: BenchCase[] = []
    const failing: string[] = []
    for (const given of written.get(rule) ?? []) {
      const answered = answerTo(rule, given, ruleset)
      if (!answered.ok || differencesOf(given.expect, answered.answer).length > 0) failing.push(given.name)
      else passing.push({ rule, given, answer: answered.answer })
    }
    const made = { passing, failing }
    ready.set(rule, made)
    return made
  }
  const alone = new Map<string, Ruleset>()
  const together = new Map<string, Ruleset>()
  const reduced = (rule: string, reach: Mutant['reach']): Ruleset => {
    const known = reach === 'finding' ? alone : together
    const found =
      known.get(rule) ?? withRules(ruleset, new Set([rule, ...(reach === 'finding' ? [] : of(rule).passing.flatMap(({ answer }) => answer.company))]))
    known.set(rule, found)
    return found
  }
  // One mutant is asked of many cases in turn.
  let last: { readonly mutant: Mutant; readonly byRule: Map<string, Ruleset> } | undefined
  const changed = (rule: string, mutant: Mutant): Ruleset => {
    if (last?.mutant !== mutant) last = { mutant, byRule: new Map() }
    const found = last.byRule.get(rule) ?? alteredRuleset(reduced(rule, mutant.reach), mutant.alteration)
    last.byRule.set(rule, found)
    return found
  }
  const answers = new Map<string, string>()
  let reached: ReadonlyMap<string, readonly string[]> | undefined
  return {
    ruleset,
    casesOf: (rule) => of(rule).passing,
    failing: (rule) => of(rule).failing,
    rulesTo: (norm) => {
      reached ??= reachedNorms(ruleset, written)
      return reached.get(norm) ?? []
    },
    written: (rule) => written.get(rule) ?? [],
    mayDiffer: (each, mutant) => {
      const { rule, given } = each
      const key = JSON.stringify([mutant.reach, rule, given])
      const before = answers.get(key) ?? textOf(answerTo(rule, given, reduced(rule, mutant.reach), 'direct'))
      answers.set(key, before)
      return before !== textOf(answerTo(rule, given, changed(rule, mutant), 'direct'))
    },
    differences: ({ rule, given }, mutant, whole) => {
      const answered = answerTo(rule, given, whole === undefined ? changed(rule, mutant) : alteredRuleset(ruleset, mutant.alteration), 'direct')
      return answered.ok ? differencesOf(mutant.reach === 'finding' ? findingOnly(given.expect) : given.expect, answered.answer) : []
    },
  }
}

const textOf = (answered: CaseAnswered): string => (answered.ok ? JSON.stringify({ ...answered.answer, company: [] }) : '')

/** What the rule concludes, and no more. */
const findingOnly = ({ verdict, canViolate, missing }: RuleCase['expect']): RuleCase['expect'] => ({
  verdict,
  ...(canViolate === undefined ? {} : { canViolate }),
  ...(missing === undefined ? {} : { missing }),
})

const withRules = (ruleset: Ruleset, ids: ReadonlySet<string>): Ruleset => ({ ...ruleset, rules: ruleset.rules.filter(([id]) => ids.has(id)), compiled: [] })

function reachedNorms({ catalogue, rules }: Ruleset, cases: ReadonlyMap<string, readonly RuleCase[]>): ReadonlyMap<string, readonly string[]> {
  const reached = new Map<string, string[]>()
  for (const [rule, editions] of rules) {
    const plans = [...new Set((cases.get(rule) ?? []).flatMap((given) => given.plans ?? []))]
    for (const norm of reachableNorms(editions, plans, catalogue)) reached.set(norm, [...(reached.get(norm) ?? []), rule])
  }
  return reached
}
