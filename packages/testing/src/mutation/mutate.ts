/**
 * Mutation of packs: small mistakes are made in the data, one at a time, and the cases are to notice each.
 *
 * What no case notices is either no mistake – then no record has another outcome, which is proved – or a case is missing.
 */
import { engineVersion, hashOf, type Ruleset } from '@hegui/engine'
import type { RuleCases } from '@hegui/model'
import type { Count } from '../coverage/coverage.js'
import { basisOf } from './basis.js'
import { type Bench, createBench } from './bench.js'
import { isDuring, type MutationKind, mutationKinds, type SubjectKind } from './mutant.js'
import type { Remedy } from './remedy.js'
import { type Subject, subjectsOf } from './subject.js'
import { type Survivor, survivorOf } from './survivor.js'

/** `undecided`: no case notices it, nor is it proved that none could. It counts as not noticed. */
export interface MutationCount {
  readonly killed: number
  readonly equivalent: number
  readonly survived: number
  readonly undecided: number
}

export interface SubjectMutation extends Pick<Subject, 'kind' | 'id' | 'title'> {
  /** Of all that the result hangs on: with the same hash it is the same. */
  readonly hash: string
  /** The articles and clauses that the data stand for, by short titles. */
  readonly basis: readonly string[]
  readonly counts: Readonly<Partial<Record<MutationKind, MutationCount>>>
  /** In the order of the mutants: of what was written first, first. */
  readonly survivors: readonly Survivor[]
  readonly failing: readonly FailingCase[]
}

/** A case that fails on the packs as they are: it was left out. */
interface FailingCase {
  readonly rule: string
  readonly name: string
}

export interface MutationReport {
  readonly schema: 'hegui/mutation@1'
  readonly subjects: readonly SubjectMutation[]
  /** Each once. */
  readonly failing: readonly FailingCase[]
}

export interface MutationInput {
  readonly ruleset: Ruleset
  readonly cases: readonly RuleCases[]
  /** Only this rule, and the norms, limits and named conditions it names. By id. */
  readonly rule?: string
  /** Which data are to be mutated. Default: all whose change cases of rules can show. */
  readonly owns?: (kind: SubjectKind, id: string) => boolean
  /** Results of an earlier run by their hashes; what has not changed since is not run again. */
  readonly known?: ReadonlyMap<string, Mutated>
  /** Steps of the search for a proof, for each mutant and rule. Default 200 000. */
  readonly maxSteps?: number
}

const MAX_STEPS = 200_000

/** Deterministic; pure. Rules first, then the data they share, each in code-unit order. */
export function mutationOf({ ruleset, cases, rule, owns = () => true, known = new Map(), maxSteps = MAX_STEPS }: MutationInput): MutationReport {
  const bench = createBench(ruleset, cases)
  const subjects = subjectsOf(bench, rule, owns)
  const mutations = subjects.map((subject): SubjectMutation => {
    const hash = hashOf({ engine: engineVersion, maxSteps, ...subject.hangsOn() } as unknown)
    const { kind, id, title } = subject
    const { counts, survivors, failing } = known.get(hash) ?? mutated(subject, bench, maxSteps)
    return { kind, id, title, hash, basis: basisOf(kind, id, ruleset), counts, survivors, failing }
  })
  const failing = mutations.flatMap((each) => each.failing)
  return { schema: 'hegui/mutation@1', subjects: mutations, failing: [...new Map(failing.map((each) => [`${each.rule} ${each.name}`, each])).values()] }
}

type Mutated = Pick<SubjectMutation, 'counts' | 'survivors' | 'failing'>

function mutated(subject: Subject, bench: Bench, maxSteps: number): Mutated {
  const counts = new Map<MutationKind, { -readonly [K in keyof MutationCount]: number }>()
  const survivors: Survivor[] = []
  const remedies: Remedy[] = []
  const cases = subject.cases()
  for (const mutant of subject.mutants()) {
    const count = counts.get(mutant.kind) ?? { killed: 0, equivalent: 0, survived: 0, undecided: 0 }
    counts.set(mutant.kind, count)
    const asked = subject.kind === 'timeLimit' ? cases : cases.filter(({ given }) => isDuring(given.date, mutant.during))
    if (asked.some((each) => bench.differences(each, mutant).length > 0)) {
      count.killed += 1
      continue
    }
    const survivor = survivorOf(mutant, { subject, cases: asked, others: cases, remedies }, bench, maxSteps)
    count[survivor?.state ?? 'equivalent'] += 1
    if (survivor === undefined) continue
    survivors.push(survivor)
    if (survivor.remedy !== undefined && !remedies.includes(survivor.remedy)) remedies.push(survivor.remedy)
  }
  return {
    counts: Object.fromEntries(mutationKinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : []))),
    survivors,
    failing: subject.rules.flatMap((rule) => bench.failing(rule).map((name) => ({ rule, name }))),
  }
}

/** All together. Proved to be no mistakes, mutants do not count. */
export function mutationScore(counts: readonly MutationCount[]): MutationCount & { readonly score: Count } {
  const sum = (key: keyof MutationCount): number => counts.reduce((total, each) => total + each[key], 0)
  const [killed, equivalent, survived, undecided] = [sum('killed'), sum('equivalent'), sum('survived'), sum('undecided')]
  return { killed, equivalent, survived, undecided, score: { covered: killed, of: killed + survived + undecided } }
}
