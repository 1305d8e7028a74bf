/** Proof that a mutant is none, by the search of the semantic diff; or the facts that it found instead. */
import { compareRuleIn, type Dated, type RuleComparison } from '@hegui/analysis'
import { addDays } from '@hegui/calendar'
import { alteredRuleset, type Ruleset } from '@hegui/engine'
import type { Condition, Norm, Rule } from '@hegui/model'
import type { Bench } from './bench.js'
import { conditionsOfNorm, mentionedIn } from './mentions.js'
import type { Mutant } from './mutant.js'
import type { Subject } from './subject.js'

export interface Proof {
  readonly equivalent: boolean
  readonly comparisons: readonly (readonly [rule: string, RuleComparison])[]
}

const none: Proof = { equivalent: false, comparisons: [] }

export function proofOf(mutant: Mutant, subject: Subject, { ruleset }: Bench, maxSteps: number): Proof {
  if (subject.kind === 'norm') return mutant.kind === 'date' ? byDays(mutant, subject, ruleset) : byConditions(mutant, subject, ruleset, maxSteps)
  if (subject.kind === 'timeLimit' || mutant.kind === 'norm') return none
  // Of editions that lead to other norms equal verdicts are no proof.
  if (mutant.kind === 'date' && mutant.reach === 'assessment' && subject.kind === 'rule' && normsDiffer(ruleset.catalogue.rules.get(subject.id) ?? []))
    return none
  const altered = alteredRuleset(ruleset, mutant.alteration)
  const own = subject.rules.map((rule) => [rule, compareRuleIn(rule, ruleset, altered, { maxSteps })] as const)
  const inNorms =
    mutant.reach === 'assessment' && subject.kind !== 'rule' ? probesOf(subject, ruleset).map((probe) => compared(probe, ruleset, altered, maxSteps)) : []
  return concluded([...own, ...inNorms])
}

const concluded = (comparisons: Proof['comparisons']): Proof => ({
  equivalent: comparisons.every(([, { relation }]) => relation === 'equivalent'),
  comparisons,
})

const normsDiffer = (editions: readonly Rule[]): boolean => new Set(editions.map(({ norms }) => [...norms].sort().join())).size > 1

/** A condition asked where a rule is violated, as if it were a rule: what it comes to. */
interface Probe {
  readonly rule: string
  readonly edition: Rule
  readonly before: Condition
  readonly after: Condition
}

/** Undefined: the rule and the edition of the norm are never in force on one day. */
function probe(
  edition: Rule,
  within: Dated | undefined,
  gates: readonly Condition[],
  before: Condition | undefined,
  after: Condition | undefined,
): Probe | undefined {
  const from = [edition.inForce.from, within?.from].reduce<string | null>((last, day) => (day != null && day > (last ?? '') ? day : last), null)
  const to = [edition.inForce.to, within?.to].reduce<string | null>((first, day) => (day != null && day < (first ?? '9999') ? day : first), null)
  if (to !== null && (from ?? '') > to) return undefined
  const violated: Condition = { all: [edition.appliesWhen, edition.violatedWhen, ...gates] }
  return { rule: edition.id, edition: { ...edition, appliesWhen: violated, inForce: { from, to } }, before: before ?? violated, after: after ?? violated }
}

function compared({ rule, edition, before, after }: Probe, old: Ruleset, fresh: Ruleset, maxSteps: number): readonly [string, RuleComparison] {
  const asking = (ruleset: Ruleset, violatedWhen: Condition): Ruleset => alteredRuleset(ruleset, { rules: [[rule, [{ ...edition, violatedWhen }]]] })
  return [rule, compareRuleIn(rule, asking(old, before), asking(fresh, after), { maxSteps })]
}

/** Every rule that leads to the norm, with the condition as it was and as it is. */
function byConditions({ asked, during }: Mutant, { rules }: Subject, ruleset: Ruleset, maxSteps: number): Proof {
  if (asked === undefined) return none
  const editions = rules.flatMap((rule) => ruleset.catalogue.rules.get(rule) ?? [])
  const probes = editions.flatMap((edition) => probe(edition, during, asked.gates, asked.before, asked.after) ?? [])
  return concluded(probes.map((each) => compared(each, ruleset, ruleset, maxSteps)))
}

/** The conditions of norms in which a fact or a named condition stands, with the rules that lead to them. */
function probesOf({ kind, id, rules }: Subject, { catalogue, vocabulary }: Ruleset): readonly Probe[] {
  const mentions = (condition: Condition): boolean => mentionedIn(condition, vocabulary)[kind === 'fact' ? 'facts' : 'conditions'].has(id)
  return rules
    .flatMap((rule) => catalogue.rules.get(rule) ?? [])
    .flatMap((edition) =>
      [...catalogue.norms.values()].flatMap((norm) =>
        norm.editions.flatMap((of) =>
          conditionsOfNorm({ ...norm, editions: [of] }).flatMap((asked) => (mentions(asked) ? (probe(edition, of.inForce, [], asked, asked) ?? []) : [])),
        ),
      ),
    )
}

/** The day that changed hands lies before any rule that leads to the norm: no conduct of that day violates one. */
function byDays({ path, alteration: { norms = [] } }: Mutant, { rules, id }: Subject, { catalogue }: Ruleset): Proof {
  const daysIn = (norm: Norm | undefined): readonly string[] =>
    (norm?.editions ?? []).flatMap(({ inForce: { from, to } }) => [from, to].flatMap((day) => day ?? []))
  const [before, after] = [daysIn(catalogue.norms.get(id)), norms.flatMap(daysIn)]
  const [first] = [...before.filter((day) => !after.includes(day)), ...after.filter((day) => !before.includes(day))].sort()
  if (first === undefined) return none
  const day = path.at(-1) === 'from' ? first : addDays(first, 1)
  return { equivalent: rules.flatMap((rule) => catalogue.rules.get(rule) ?? []).every(({ inForce }) => (inForce.from ?? '') > day), comparisons: [] }
}
