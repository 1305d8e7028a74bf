/** Rules and outside figures by their titles, for formulas in words. */
import { type AppraisalFile, type FormulaTitles, figureUses, type Plan } from '@hegui/model'
import type { Ruleset } from '../ruleset/ruleset.js'

/** The title of the newest edition; the id of a rule that is not loaded. */
export const ruleTitle =
  (ruleset: Ruleset) =>
  (rule: string): string =>
    ruleset.rules.find(([id]) => id === rule)?.[1].at(-1)?.title ?? rule

/**
 * A rule by the title of its newest edition. An outside figure by the title of what it is used for, if that is one thing.
 * Ids where there is no such title.
 */
export function formulaTitles(plan: Plan, configured: AppraisalFile['targets'], ruleset: Ruleset): FormulaTitles {
  const titles = new Map<string, Set<string>>()
  for (const { figure, title } of figureUses(plan, configured ?? [])) titles.set(figure, (titles.get(figure) ?? new Set()).add(title))
  return {
    rule: ruleTitle(ruleset),
    figure: (figure) => {
      const [only, ...others] = titles.get(figure) ?? []
      return only === undefined || others.length > 0 ? figure : only
    },
  }
}
