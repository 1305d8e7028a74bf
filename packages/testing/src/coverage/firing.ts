/** What rules do on real records: those that never apply, never are violated, or always when they apply. */
import type { Ruleset } from '@hegui/engine'
import type { Finding } from '@hegui/model'

export interface RuleFiring {
  readonly rule: string
  readonly title: string
  /** Conducts on which the rule applied or might apply. */
  readonly applied: number
  readonly violated: number
  readonly undetermined: number
  readonly says: 'never-applied' | 'never-violated' | 'never-settled' | 'always-violated' | 'varies'
}

export interface FiringTally {
  readonly add: (findings: readonly Finding[]) => void
  readonly conducts: () => number
  readonly result: () => readonly RuleFiring[]
}

interface Counts {
  applied: number
  violated: number
  undetermined: number
}

/** `rules`: by id; default every rule. In the order of findings. */
export function createFiringTally(ruleset: Ruleset, rules?: readonly string[]): FiringTally {
  const wanted = rules === undefined ? undefined : new Set(rules)
  const counts = new Map(
    ruleset.rules.flatMap(([id]) => (wanted === undefined || wanted.has(id) ? [[id, { applied: 0, violated: 0, undetermined: 0 }] as [string, Counts]] : [])),
  )
  const conducts = new Set<string>()
  let records = 0
  return {
    add: (findings) => {
      records += 1
      for (const { rule, verdict, conduct } of findings) {
        conducts.add(`${records} ${conduct}`)
        const count = counts.get(rule)
        if (count === undefined || verdict === 'not-applicable') continue
        count.applied += 1
        if (verdict === 'violation') count.violated += 1
        if (verdict === 'undetermined') count.undetermined += 1
      }
    },
    conducts: () => conducts.size,
    result: () =>
      [...counts].map(([rule, count]) => ({ rule, title: ruleset.catalogue.rules.get(rule)?.at(-1)?.title ?? rule, ...count, says: saying(count) })),
  }
}

/** Always: of at least two, and none of them open. */
function saying({ applied, violated, undetermined }: Pick<RuleFiring, 'applied' | 'violated' | 'undetermined'>): RuleFiring['says'] {
  if (applied === 0) return 'never-applied'
  if (applied === undetermined) return 'never-settled'
  if (violated === 0) return 'never-violated'
  return violated === applied && applied > 1 ? 'always-violated' : 'varies'
}
