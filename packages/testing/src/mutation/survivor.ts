/** A mutant that no case notices: proved to be no mistake, or shown by a record that could be a case. */
import { changesOf, compareRuleIn, type Words } from '@hegui/analysis'
import { alteredRuleset } from '@hegui/engine'
import type { Path } from '@hegui/model'
import type { Bench } from './bench.js'
import type { Mutant, MutationKind } from './mutant.js'
import { type Remedy, remedyFor, UNNAMED, type Unnoticed } from './remedy.js'
import type { Subject } from './subject.js'

export interface Survivor {
  readonly kind: MutationKind
  readonly path: Path
  /** `survived`: a record that shows it is in `remedy`. */
  readonly state: 'survived' | 'undecided'
  readonly words: readonly Words[]
  /** What would notice it. */
  readonly remedy?: Remedy
}

/** Undefined: the mutant is equivalent – on every record every rule concludes what it concluded before. */
export function survivorOf(
  mutant: Mutant,
  { subject, cases, remedies }: Pick<Unnoticed, 'subject' | 'cases' | 'remedies'>,
  bench: Bench,
  maxSteps: number,
): Survivor | undefined {
  const altered = alteredRuleset(bench.ruleset, mutant.alteration)
  const comparisons = isOfConditions(mutant, subject, bench)
    ? subject.rules.map((rule) => [rule, compareRuleIn(rule, bench.ruleset, altered, { maxSteps })] as const)
    : undefined
  if (comparisons?.every(([, { relation }]) => relation === 'equivalent')) return undefined
  const examples = (comparisons ?? []).flatMap(([rule, comparison]) =>
    comparison.examples.flatMap((example) => (example.case === undefined ? [] : [{ rule, given: { name: UNNAMED, ...example.case } }])),
  )
  const words = mutant.words !== undefined ? [mutant.words] : changesOf(bench.ruleset, altered, subject.kind === 'rule' ? subject.id : undefined)
  const remedy = remedyFor({ mutant, subject, cases, examples, remedies, said: words.map(({ zh }) => zh).join('；') }, bench)
  return {
    kind: mutant.kind,
    path: mutant.path,
    state: remedy === undefined ? 'undecided' : 'survived',
    words,
    ...(remedy === undefined ? {} : { remedy }),
  }
}

/** Whether nothing but verdicts can differ: then equal verdicts are proof. Of editions with norms of their own they are none. */
function isOfConditions(mutant: Mutant, subject: Subject, { ruleset }: Bench): boolean {
  if (mutant.reach === 'finding') return true
  if (mutant.kind !== 'date' || subject.kind !== 'rule') return false
  return new Set((ruleset.catalogue.rules.get(subject.id) ?? []).map(({ norms }) => [...norms].sort().join())).size === 1
}
