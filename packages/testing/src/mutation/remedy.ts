/** What would notice a mutant: a case that is there, if it said more, or one that could be written. */
import { answerTo, type CaseAnswer, type CaseDifference, differencesOf } from '@hegui/analysis'
import type { RuleCase } from '@hegui/model'
import { observe, ruleMeaning } from '../meaning/rule-meaning.js'
import { expectation, isSensible, proposed } from '../propose/proposal.js'
import { answerOf, caseName } from '../propose/proposal-name.js'
import type { Bench, BenchCase, Candidate } from './bench.js'
import type { Mutant } from './mutant.js'
import type { Subject } from './subject.js'
import { variations } from './variations.js'

export interface Remedy {
  readonly rule: string
  /** Else it takes the place of the case of its name, and says more than that. */
  readonly isNew: boolean
  readonly case: RuleCase
}

export interface Unnoticed {
  readonly mutant: Mutant
  readonly subject: Subject
  /** Of the days on which it can matter. */
  readonly cases: readonly BenchCase[]
  /** Of the subject, of any day. */
  readonly others: readonly BenchCase[]
  /** Facts on which a rule is known to conclude otherwise. */
  readonly examples: readonly Candidate[]
  /** What others led to before. */
  readonly remedies: readonly Remedy[]
  /** The mutant in words. */
  readonly said: string
}

/** Until a proposal has its name; a record needs one. */
export const UNNAMED = 'proposed'

/** How many facts are tried, of those that follow from no search. */
const MAX_TRIED = 120

export function remedyFor(unnoticed: Unnoticed, bench: Bench): Remedy | undefined {
  const { mutant, subject, cases, others, examples, remedies } = unnoticed
  const found = remedies.find(
    ({ rule, case: given }) => bench.mayDiffer({ rule, given }, mutant) && bench.differences({ rule, given }, mutant, 'whole').length > 0,
  )
  if (found !== undefined) return found
  if (mutant.reach === 'assessment')
    for (const { rule, given, answer } of cases) {
      const differing = bench.differences({ rule, given: { ...given, expect: everything(answer) } }, mutant)
      if (differing.length > 0) return { rule, isNew: false, case: { ...given, expect: saying(given.expect, differing, answer) } }
    }
  // One answer away from a case that is there makes a case that reads like it; what a search found may be far from any.
  const near = upTo(MAX_TRIED, variations(mutant, subject, cases.length > 0 ? cases : others, bench.ruleset))
  for (const candidate of [...near, ...examples]) {
    const remedy = written(candidate, unnoticed, bench)
    if (remedy !== undefined) return remedy
  }
  return undefined
}

function* upTo<T>(count: number, items: Iterable<T>): Generator<T> {
  let left = count
  for (const item of items) {
    if (left-- <= 0) return
    yield item
  }
}

/** All that a case can expect. */
const everything = (answer: CaseAnswer): RuleCase['expect'] => ({
  ...expectation(answer),
  ...(answer.canViolate === undefined ? {} : { canViolate: answer.canViolate }),
  missing: answer.missing,
  measures: answer.measures,
  due: answer.due,
})

/** What is expected, and besides it as much as shows these differences. */
function saying(expect: RuleCase['expect'], differing: readonly CaseDifference[], answer: CaseAnswer): RuleCase['expect'] {
  const dues = differing.flatMap((each) => (each.of === 'due' ? [[each.action, each.expected] as const] : []))
  return {
    ...expect,
    ...(differing.some(({ of }) => of === 'missing') ? { missing: answer.missing } : {}),
    ...(differing.some(({ of }) => of === 'detail' || of === 'measures') ? { measures: answer.measures } : {}),
    ...(dues.length === 0 ? {} : { due: { ...expect.due, ...Object.fromEntries(dues) } }),
  }
}

/** The facts as a new case, if they make sense and notice the mutant. */
function written({ rule, given }: Candidate, { mutant, remedies, said }: Unnoticed, bench: Bench): Remedy | undefined {
  const { ruleset } = bench
  if (!bench.mayDiffer({ rule, given }, mutant)) return undefined
  const answered = answerTo(rule, given, ruleset)
  if (!answered.ok) return undefined
  const { answer } = answered
  const differing = bench.differences({ rule, given: { ...given, expect: everything(answer) } }, mutant, 'whole')
  if (differing.length === 0 || !isSensible(observe(ruleMeaning(rule, ruleset), given, ruleset), ruleset)) return undefined
  const least = expectation(answer)
  const expect =
    differencesOf(least, answer).length === 0 && bench.differences({ rule, given: { ...given, expect: least } }, mutant, 'whole').length > 0
      ? least
      : saying(least, differing, answer)
  const taken = new Set([...bench.written(rule).map(({ name }) => name), ...remedies.map((each) => each.case.name)])
  const about = mutant.kind === 'date' ? `行为发生在 ${given.date ?? '不详的一天'}` : mutant.fact === undefined ? '' : answerOf(mutant.fact, given, ruleset)
  const name = caseName(about, given, answer.verdict, taken, ruleset)
  return { rule, isNew: true, case: proposed({ ...given, name }, `看得出的改动：${said}`, expect) }
}
