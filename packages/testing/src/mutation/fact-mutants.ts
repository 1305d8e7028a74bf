/** Mutants of facts that are not asked but follow from the law: limits and the ends of periods. */
import type { FactDefinition } from '@hegui/model'
import { neighbours } from './condition-mutants.js'
import { dateMutants } from './date-mutants.js'
import type { Mutant } from './mutant.js'

/** `inNorms`: norms compare with it, too. */
export function factMutants(fact: FactDefinition, inNorms: boolean): readonly Mutant[] {
  const { limit = [], deadline } = fact
  const mutant = (of: Pick<Mutant, 'kind' | 'words' | 'during'>, path: Mutant['path'], changed: Partial<FactDefinition>): Mutant => ({
    ...of,
    path,
    alteration: { facts: [{ ...fact, ...changed }] },
    reach: inNorms ? 'assessment' : 'finding',
  })
  return [
    ...limit.flatMap((edition, at) =>
      neighbours(edition.value).map((value) =>
        mutant({ kind: 'limit', during: edition.inForce }, ['limit', at, 'value'], {
          limit: limit.map((each) => (each === edition ? { ...edition, value } : each)),
        }),
      ),
    ),
    ...dateMutants(limit, fact.title).map(({ at, end, editions, words }) =>
      mutant({ kind: 'date', words }, ['limit', at, 'inForce', end], { limit: editions }),
    ),
    ...(deadline === undefined
      ? []
      : neighbours(deadline.months)
          .filter((months) => months > 0)
          .map((months) => mutant({ kind: 'limit' }, ['deadline', 'months'], { deadline: { ...deadline, months } }))),
  ]
}
