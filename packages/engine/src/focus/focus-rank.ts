/** How far an open focus window brings a question forward. */
import type { FocusIntensity } from '@hegui/model'
import type { OpenFocus } from './open-focus.js'

/** A rule in an open window weighs this many times what it does otherwise; of several windows the greatest counts. */
export const weightFactors: Readonly<Record<FocusIntensity, number>> = { normal: 1.25, heightened: 1.5, 'all-out': 2 }

export interface RuleInFocus {
  readonly factor: number
  readonly windows: readonly { readonly plan: string; readonly focus: string }[]
}

/** The rules that the open windows are about. Windows that are only possible count too: asking first harms nobody. */
export function rulesInFocus(open: readonly OpenFocus[]): ReadonlyMap<string, RuleInFocus> {
  const found = new Map<string, RuleInFocus>()
  for (const { rules, intensity, plan, focus } of open)
    for (const rule of rules) {
      const other = found.get(rule)
      found.set(rule, { factor: Math.max(other?.factor ?? 1, weightFactors[intensity]), windows: [...(other?.windows ?? []), { plan, focus }] })
    }
  return found
}
