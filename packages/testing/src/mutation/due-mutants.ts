/** Mutants of time limits: one day too few or too many, days counted the other way, an edition a day early or late. */
import type { TimeLimit, TimeLimitEdition } from '@hegui/model'
import { dateMutants } from './date-mutants.js'
import type { Mutant } from './mutant.js'

const otherUnit: Readonly<Record<TimeLimitEdition['unit'], TimeLimitEdition['unit']>> = {
  'calendar-day': 'working-day',
  'working-day': 'calendar-day',
  month: 'calendar-day',
  hour: 'calendar-day',
}

export function dueMutants(limit: TimeLimit): readonly Mutant[] {
  const mutant = (path: Mutant['path'], editions: readonly TimeLimitEdition[], of: Pick<Mutant, 'kind' | 'words' | 'during'>): Mutant => ({
    ...of,
    path: ['editions', ...path],
    alteration: { timeLimits: [{ ...limit, editions }] },
    reach: 'assessment',
  })
  const put = (at: number, changed: Partial<TimeLimitEdition>): readonly TimeLimitEdition[] =>
    limit.editions.map((each, index) => (index === at ? { ...each, ...changed } : each))
  return [
    ...limit.editions.flatMap(({ amount, unit, inForce: during }, at) => [
      ...[amount - 1, amount + 1].filter((each) => each > 0).map((each) => mutant([at, 'amount'], put(at, { amount: each }), { kind: 'due', during })),
      mutant([at, 'unit'], put(at, { unit: otherUnit[unit] }), { kind: 'due', during }),
    ]),
    ...dateMutants(limit.editions, limit.title).map(({ at, end, editions, words }) => mutant([at, 'inForce', end], editions, { kind: 'date', words })),
  ]
}
