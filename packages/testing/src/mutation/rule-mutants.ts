/** Mutants of a rule: its conditions, its days, the norms it leads to. */
import type { Ruleset } from '@hegui/engine'
import type { Rule } from '@hegui/model'
import { conditionMutants } from './condition-mutants.js'
import { dateMutants } from './date-mutants.js'
import type { Mutant } from './mutant.js'

export function ruleMutants(id: string, { catalogue, vocabulary, form }: Ruleset): readonly Mutant[] {
  const editions = catalogue.rules.get(id) ?? []
  const withEdition = (at: number, changed: Partial<Rule>): Mutant['alteration'] => ({
    rules: [[id, editions.map((rule, index) => (index === at ? { ...rule, ...changed } : rule))]],
  })
  return [
    ...editions.flatMap((rule, at) => [
      ...(['appliesWhen', 'violatedWhen'] as const).flatMap((part) =>
        conditionMutants(rule[part], vocabulary, form).map(
          ({ condition, path, ...rest }): Mutant => ({
            ...rest,
            path: [at, part, ...path],
            during: rule.inForce,
            alteration: withEdition(at, { [part]: condition }),
            reach: 'finding',
          }),
        ),
      ),
      ...rule.norms.map(
        (norm, index): Mutant => ({
          kind: 'norm',
          path: [at, 'norms', index],
          during: rule.inForce,
          alteration: withEdition(at, { norms: rule.norms.filter((each) => each !== norm) }),
          reach: 'assessment',
        }),
      ),
    ]),
    ...dateMutants(editions, editions.at(-1)?.title ?? id).map(
      ({ at, end, editions: changed, words }): Mutant => ({
        kind: 'date',
        words,
        path: [at, 'inForce', end],
        alteration: { rules: [[id, changed]] },
        // Another edition may lead to other norms with the same verdict.
        reach: editions.length === 1 ? 'finding' : 'assessment',
      }),
    ),
  ]
}
