/** Subjects: the pieces of data that mutants are made of, each with the cases that can notice. */
import { hashOf, type Ruleset } from '@hegui/engine'
import type { ActionTemplate, Rule, RuleCase } from '@hegui/model'
import type { Bench, BenchCase } from './bench.js'
import { conditionMutants } from './condition-mutants.js'
import { dueMutants } from './due-mutants.js'
import { factMutants } from './fact-mutants.js'
import { type Mentions, mentionedIn } from './mentions.js'
import type { Mutant, SubjectKind } from './mutant.js'
import { normMutants } from './norm-mutants.js'
import { ruleMutants } from './rule-mutants.js'

export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
  readonly title: string
  /** Rules whose conclusions or measures hang on it, in code-unit order. */
  readonly rules: readonly string[]
  readonly mutants: () => readonly Mutant[]
  /** Those that may notice, the likeliest first. */
  readonly cases: () => readonly BenchCase[]
  /** All that the result follows from, but for the engine. */
  readonly hangsOn: () => Readonly<Record<string, unknown>>
}

/** `rule`: only this one, and what it names. `owns`: only what is written there. */
export function subjectsOf(bench: Bench, rule: string | undefined, owns: (kind: SubjectKind, id: string) => boolean): readonly Subject[] {
  const { ruleset } = bench
  const { catalogue, vocabulary } = ruleset
  const ids = ruleset.rules.map(([id]) => id)
  const named = new Set((catalogue.rules.get(rule ?? '') ?? []).flatMap(({ norms }) => norms))
  const isWanted = (kind: SubjectKind, id: string, users: readonly string[]): boolean => {
    if (users.length === 0 || !owns(kind, id)) return false
    if (rule === undefined) return true
    // Any violation may lead to some norms, and to any time limit.
    return kind === 'norm' ? named.has(id) : kind !== 'timeLimit' && users.includes(rule)
  }
  const law = hashOf(lawOf(ruleset))
  const digest = digestOf(bench)
  const mentions = mentionsOf(bench)
  const subject = (
    kind: SubjectKind,
    id: string,
    title: string,
    users: readonly string[],
    rest: Omit<Subject, 'kind' | 'id' | 'title' | 'rules' | 'hangsOn'>,
    data: unknown,
  ): readonly Subject[] =>
    isWanted(kind, id, users)
      ? [
          {
            kind,
            id,
            title,
            rules: users,
            ...rest,
            hangsOn: () => ({
              kind,
              id,
              data,
              rules: digest(users),
              law,
            }),
          },
        ]
      : []
  const casesOf = (users: readonly string[]) => (): readonly BenchCase[] => users.flatMap(bench.casesOf)
  return [
    ...ids.flatMap((id) =>
      subject('rule', id, catalogue.rules.get(id)?.at(-1)?.title ?? id, [id], { mutants: () => ruleMutants(id, ruleset), cases: casesOf([id]) }, null),
    ),
    ...[...vocabulary.facts.values()]
      .filter(({ limit, deadline }) => limit !== undefined || deadline !== undefined)
      .flatMap((fact) => {
        const { rules: users, inNorms } = mentions('facts', fact.id)
        return subject('fact', fact.id, fact.title, users, { mutants: () => factMutants(fact, inNorms), cases: casesOf(users) }, fact)
      }),
    ...[...vocabulary.conditions.values()].flatMap((named) => {
      const { rules: users, inNorms } = mentions('conditions', named.id)
      const mutants = (): readonly Mutant[] =>
        conditionMutants(named.condition, vocabulary, ruleset.form).map(({ condition, path, ...rest }) => ({
          ...rest,
          path: ['condition', ...path],
          alteration: { conditions: [{ ...named, condition }] },
          reach: inNorms ? 'assessment' : 'finding',
        }))
      return subject('condition', named.id, named.title, users, { mutants, cases: casesOf(users) }, named)
    }),
    ...[...catalogue.norms.values()].flatMap((norm) => {
      const users = isOfAll(norm.id, ruleset) ? naming(norm.id, bench) : bench.rulesTo(norm.id)
      return subject('norm', norm.id, norm.title, users, { mutants: () => normMutants(norm, ruleset), cases: () => proposing(norm.id, users, bench) }, norm)
    }),
    ...[...catalogue.timeLimits.values()].flatMap((limit) => {
      const templates = catalogue.actions.filter((action) => action.limit === limit.id)
      const users = templates.length === 0 ? [] : expecting(templates, bench)
      return subject('timeLimit', limit.id, limit.title, users, { mutants: () => dueMutants(limit), cases: () => owing(templates, ids, bench) }, [
        limit,
        templates,
      ])
    }),
  ]
}

/** A norm that any violation may lead to. */
const isOfAll = (norm: string, { catalogue }: Ruleset): boolean => catalogue.principles.some((each) => each.kind === 'disgorgement' && each.norm === norm)

/** Rules with a case that expects the norm; of what any rule may lead to, the others are left out of account. */
function naming(norm: string, { ruleset, written }: Bench): readonly string[] {
  const isNamed = ({ expect: { norms = [], measures = [] } }: RuleCase): boolean =>
    norms.includes(norm) || measures.some((each) => typeof each === 'object' && each.norm === norm)
  return orAll(
    ruleset.rules.map(([id]) => id),
    (rule) => written(rule).some(isNamed),
  )
}

/** Rules with a case that expects the day of one of the actions. */
const expecting = (templates: readonly ActionTemplate[], { ruleset, written }: Bench): readonly string[] =>
  orAll(
    ruleset.rules.map(([id]) => id),
    (rule) => written(rule).some(({ expect: { due = {} } }) => templates.some(({ id }) => id in due)),
  )

function orAll(rules: readonly string[], is: (rule: string) => boolean): readonly string[] {
  const some = rules.filter(is)
  return some.length > 0 ? some : rules
}

/** Cases of violations; first those that propose a measure of the norm. */
function proposing(norm: string, rules: readonly string[], bench: Bench): readonly BenchCase[] {
  const violated = rules.flatMap(bench.casesOf).filter(({ answer }) => answer.verdict === 'violation')
  const direct = violated.filter(({ answer }) => answer.norms.includes(norm))
  const others = violated.filter(({ answer }) => !answer.norms.includes(norm))
  return [
    ...direct.filter(saysMeasures),
    ...direct.filter((each) => !saysMeasures(each)),
    ...(isOfAll(norm, bench.ruleset) ? others.slice(0, MAX_OTHERS) : others),
  ]
}

/** Of what any violation may lead to. */
const MAX_OTHERS = 40
const saysMeasures = ({ given }: BenchCase): boolean => given.expect.measures !== undefined

/** Cases that expect the day of an action with the limit; then those that could, and a few in which the limit has not begun. */
function owing(templates: readonly ActionTemplate[], rules: readonly string[], bench: Bench): readonly BenchCase[] {
  const daysIn = (due: Readonly<Record<string, string | null>> | undefined): readonly (string | null)[] =>
    templates.flatMap(({ id }) => (due !== undefined && id in due ? [due[id] ?? null] : []))
  const owed = rules.flatMap(bench.casesOf).filter(({ answer }) => daysIn(answer.due).length > 0)
  const expecting = owed.filter(({ given }) => daysIn(given.expect.due).length > 0)
  const others = owed.filter((each) => !expecting.includes(each))
  const begun = others.filter(({ answer }) => daysIn(answer.due).some((day) => day !== null))
  return [...expecting, ...begun, ...others.filter((each) => !begun.includes(each)).slice(0, MAX_OTHERS)]
}

/** Rules with their cases, their words and the norms they name, as one hash. Some data hang on every rule. */
function digestOf(bench: Bench): (rules: readonly string[]) => string {
  const { catalogue } = bench.ruleset
  const known = new Map<string, string>()
  const ofRule = (rule: string): string => {
    const editions = catalogue.rules.get(rule) ?? []
    const norms = editions.flatMap((edition) => edition.norms.map((norm) => catalogue.norms.get(norm)))
    return known.get(rule) ?? hashOf([editions, bench.written(rule), wordsOf(editions, bench.ruleset), norms] as unknown)
  }
  return (rules) => {
    for (const rule of rules) known.set(rule, ofRule(rule))
    return hashOf(rules.map((rule) => known.get(rule)))
  }
}

/** What every measure may hang on. */
const lawOf = ({ catalogue }: Ruleset): unknown => [[...catalogue.organs.values()], catalogue.principles, catalogue.circumstances, catalogue.benchmarks]

/** The facts and named conditions that editions mention. */
function wordsOf(editions: readonly Rule[], { vocabulary }: Ruleset): unknown {
  const { facts, conditions } = mentionedIn(editions, vocabulary)
  return [[...facts].map((id) => vocabulary.facts.get(id)), [...conditions].map((id) => vocabulary.conditions.get(id))]
}

/** Who mentions a fact or a named condition: rules themselves, or norms they lead to. */
function mentionsOf(bench: Bench): (what: keyof Mentions, id: string) => { readonly rules: readonly string[]; readonly inNorms: boolean } {
  const { vocabulary, catalogue, rules } = bench.ruleset
  const inRules = rules.map(([id, editions]) => [id, mentionedIn(editions, vocabulary)] as const)
  const inNorms = [...catalogue.norms].map(([id, norm]) => [id, mentionedIn(norm, vocabulary)] as const)
  return (what, id) => {
    const norms = inNorms.filter(([, mentioned]) => mentioned[what].has(id)).flatMap(([norm]) => bench.rulesTo(norm))
    const own = inRules.flatMap(([rule, mentioned]) => (mentioned[what].has(id) ? [rule] : []))
    return { rules: [...new Set([...own, ...norms])].sort(), inNorms: norms.length > 0 }
  }
}
