/** Facts that may show a mutant: cases that are there, on other days or with other answers. */
import type { Dated } from '@hegui/analysis'
import { addDays } from '@hegui/calendar'
import type { Ruleset } from '@hegui/engine'
import type { Norm, RuleCase, TimeLimit } from '@hegui/model'
import { combinationCount, combinations, leavesOf, neighbours, type Question, questionsOfLeaves } from '../propose/candidates.js'
import type { BenchCase, Candidate } from './bench.js'
import type { Edition } from './date-mutants.js'
import { conditionsOfNorm } from './mentions.js'
import { isDuring, type Mutant } from './mutant.js'
import type { Subject } from './subject.js'

/** Of a rule a few cases are enough to start from; of what rules share, one of each of a few. */
const MAX_BASES = 4
const MAX_COMBINATIONS = 400

export function* variations(mutant: Mutant, subject: Subject, cases: readonly BenchCase[], ruleset: Ruleset): Generator<Candidate> {
  const left = normsLeftOut(mutant, ruleset)
  const days =
    mutant.kind === 'date' ? [...new Set([...daysOf(subject, ruleset), ...datedIn(mutant)].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))] : []
  const basesOn = (day: string): readonly Candidate[] =>
    basesOf(
      subject,
      cases.filter(({ rule }) => (ruleset.catalogue.rules.get(rule) ?? []).some(({ inForce }) => isDuring(day, inForce))),
    )
  if (subject.kind === 'timeLimit') {
    if (days.length === 0)
      for (const base of basesOf(subject, cases))
        for (const given of started(base.given, subject, addDays(onDay(base.given, mutant.during).date ?? USUAL_DAY, 1), ruleset)) yield { ...base, given }
    for (const day of days) for (const base of basesOn(day)) for (const given of started(base.given, subject, day, ruleset)) yield { ...base, given }
    return
  }
  for (const date of days) for (const base of basesOn(date)) yield { ...base, given: { ...base.given, date } }
  const questions = questionsIn(mutant, subject, left, ruleset)
  // A norm that was left out counts on days on which it was read.
  const bases = basesOf(subject, cases).map((base) => ({ ...base, given: onDay(base.given, mutant.during) }))
  const starts = bases.flatMap((base) => [base, ...left.flatMap(readDays).map((date) => ({ ...base, given: { ...base.given, date } }))])
  for (const base of starts) for (const given of [base.given, ...neighbours(base.given, questions)]) yield { ...base, given }
  if (combinationCount(questions) > MAX_COMBINATIONS) return
  for (const base of starts.slice(0, 2)) for (const given of combinations(base.given, questions)) yield { ...base, given }
}

const USUAL_DAY = '2023-06-30'

/** The same on a day on which it can matter. */
function onDay(given: RuleCase, during: Dated | undefined): RuleCase {
  if (during === undefined || isDuring(given.date, during)) return given
  return { ...given, date: during.from ?? during.to ?? given.date }
}

/** The norms that a rule no longer leads to. */
function normsLeftOut({ kind, alteration: { rules = [] } }: Mutant, { catalogue }: Ruleset): readonly Norm[] {
  if (kind !== 'norm') return []
  return rules.flatMap(([id, changed]) => {
    const kept = changed.map(({ norms }) => norms)
    return (catalogue.rules.get(id) ?? []).flatMap(({ norms }, at) =>
      norms.filter((norm) => !kept[at]?.includes(norm)).flatMap((norm) => catalogue.norms.get(norm) ?? []),
    )
  })
}

const readDays = ({ editions }: Norm): readonly string[] =>
  editions.flatMap(({ verification, inForce: { from, to } }) => (verification.status === 'primary-text' ? (from ?? to ?? []) : []))

function basesOf({ kind }: Subject, cases: readonly BenchCase[]): readonly Candidate[] {
  const violated = cases.filter(({ answer }) => answer.verdict === 'violation')
  if (kind === 'rule') return [...violated, ...cases.filter((each) => !violated.includes(each))].slice(0, MAX_BASES)
  const byRule = new Map<string, Candidate>()
  for (const { rule, given } of violated) if (!byRule.has(rule)) byRule.set(rule, { rule, given })
  return [...byRule.values()].slice(0, MAX_BASES)
}

/** The answers that its conditions can tell apart, and those of the mutant. */
function questionsIn({ alteration: { rules = [], norms = [] } }: Mutant, { kind, id }: Subject, left: readonly Norm[], ruleset: Ruleset): readonly Question[] {
  const { catalogue } = ruleset
  const editions = kind === 'rule' && left.length === 0 ? [...(catalogue.rules.get(id) ?? []), ...rules.flatMap(([, changed]) => changed)] : []
  const norm = kind === 'norm' ? catalogue.norms.get(id) : undefined
  return questionsOfLeaves(
    [
      ...editions.flatMap(({ appliesWhen, violatedWhen }) => [appliesWhen, violatedWhen]),
      ...[...(norm === undefined ? [] : [norm, ...norms]), ...left].flatMap(conditionsOfNorm),
    ].flatMap((condition) => leavesOf(ruleset.form(condition))),
    ruleset,
  )
}

const daysIn = (editions: readonly Edition[]): readonly string[] => editions.flatMap(({ inForce: { from, to } }) => [from, to].flatMap((day) => day ?? []))

const daysOf = ({ kind, id }: Subject, { catalogue, vocabulary }: Ruleset): readonly string[] => {
  if (kind === 'norm') return daysIn((catalogue.norms.get(id) as Norm).editions)
  if (kind === 'timeLimit') return daysIn((catalogue.timeLimits.get(id) as TimeLimit).editions)
  return kind === 'rule' ? daysIn(catalogue.rules.get(id) ?? []) : daysIn(vocabulary.facts.get(id)?.limit ?? [])
}

const datedIn = ({ alteration: { rules = [], norms = [], facts = [], timeLimits = [] } }: Mutant): readonly string[] =>
  daysIn([
    ...rules.flatMap(([, editions]) => editions),
    ...[...norms, ...timeLimits].flatMap(({ editions }) => editions as readonly Edition[]),
    ...facts.flatMap(({ limit }) => limit ?? []),
  ])

/** The limit runs from this day, the conduct being no later. */
function* started(given: RuleCase, { id }: Subject, day: string, { catalogue }: Ruleset): Generator<RuleCase> {
  const starts = new Set((catalogue.timeLimits.get(id) as TimeLimit).editions.map(({ start }) => start))
  for (const start of starts) yield { ...given, date: given.date === null || given.date > day ? day : given.date, facts: { ...given.facts, [start]: day } }
}
