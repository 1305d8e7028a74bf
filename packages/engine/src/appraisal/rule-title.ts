/** Rules by their titles, for formulas in words. */
import type { Ruleset } from '../ruleset/ruleset.js'

/** The title of the newest edition; the id of a rule that is not loaded. */
export const ruleTitle =
  (ruleset: Ruleset) =>
  (rule: string): string =>
    ruleset.rules.find(([id]) => id === rule)?.[1].at(-1)?.title ?? rule
