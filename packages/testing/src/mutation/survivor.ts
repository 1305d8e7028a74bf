/** A mutant that no case notices: proved to be no mistake, or shown by a record that could be a case. */
import { changesOf, type Words } from '@hegui/analysis'
import { alteredRuleset } from '@hegui/engine'
import type { Path } from '@hegui/model'
import type { Bench } from './bench.js'
import type { Mutant, MutationKind } from './mutant.js'
import { proofOf } from './proof.js'
import { type Remedy, remedyFor, UNNAMED, type Unnoticed } from './remedy.js'

export interface Survivor {
  readonly kind: MutationKind
  readonly path: Path
  /** `survived`: a record that shows it is in `remedy`. */
  readonly state: 'survived' | 'undecided'
  readonly words: readonly Words[]
  /** What would notice it. */
  readonly remedy?: Remedy
}

/** Undefined: the mutant is equivalent – on every record it comes to the same. */
export function survivorOf(
  mutant: Mutant,
  { subject, cases, others, remedies }: Pick<Unnoticed, 'subject' | 'cases' | 'others' | 'remedies'>,
  bench: Bench,
  maxSteps: number,
): Survivor | undefined {
  const { equivalent, comparisons } = proofOf(mutant, subject, bench, maxSteps)
  if (equivalent) return undefined
  const examples = comparisons.flatMap(([rule, comparison]) =>
    comparison.examples.flatMap((example) => (example.case === undefined ? [] : [{ rule, given: { name: UNNAMED, ...example.case } }])),
  )
  const altered = alteredRuleset(bench.ruleset, mutant.alteration)
  const words = mutant.words === undefined ? changesOf(bench.ruleset, altered, subject.kind === 'rule' ? subject.id : undefined) : [mutant.words]
  const remedy = remedyFor({ mutant, subject, cases, others, examples, remedies, said: words.map(({ zh }) => zh).join('；') }, bench)
  return {
    kind: mutant.kind,
    path: mutant.path,
    state: remedy === undefined ? 'undecided' : 'survived',
    words,
    ...(remedy === undefined ? {} : { remedy }),
  }
}
