/** The rules of some paths, or all that ship, with their cases and where both are written. */
import type { Ruleset } from '@hegui/engine'
import { type Pack, type Problem, problem, type RuleCases } from '@hegui/model'
import { shippedPacks } from '../packs.js'
import { builtRuleset } from './built-ruleset.js'
import { checkedFiles } from './checked-files.js'
import { shippedCases } from './shipped-cases.js'
import { writtenCases } from './written-cases.js'

export interface RuleFiles {
  readonly ruleset: Ruleset
  /** Ids, each once. */
  readonly rules: readonly string[]
  /** Only cases that make records. */
  readonly cases: readonly RuleCases[]
  /** What is wrong with single cases. */
  readonly problems: readonly Problem[]
  /** Rule id → its files; none where the rule ships and was not named. */
  readonly fileOf: ReadonlyMap<string, { readonly rule: string; readonly cases?: string }>
  /** Whether something is written in the files, by where a pack has it; all that ships, where none were named. */
  readonly owns: (list: 'rules' | 'facts' | 'conditions' | 'norms' | 'timeLimits', id: string) => boolean
  /** Groups to sum up by: packs. */
  readonly packOf: (rule: string) => string
}

/** Any error in the files: no rules, only the problems. */
export function ruleFiles(paths: readonly string[]): RuleFiles | { readonly problems: readonly Problem[]; readonly ruleset?: never } {
  if (paths.length === 0) {
    const packs = new Map(shippedPacks.flatMap((pack) => pack.rules.map((rule) => [rule.id, pack.title] as const)))
    return {
      ruleset: builtRuleset(),
      rules: [...packs.keys()],
      cases: shippedCases,
      problems: [],
      fileOf: new Map(),
      owns: () => true,
      packOf: (rule) => packs.get(rule) ?? '',
    }
  }
  const checked = checkedFiles(paths)
  if (!checked.ok) return checked
  const { loaded, ruleset, title } = checked
  if (loaded.pack.rules.length === 0) return { problems: [problem('HG9013', [])] }
  const fileOf = new Map<string, { rule: string; cases?: string }>()
  for (const [at, rule] of loaded.pack.rules.entries()) fileOf.set((rule as { id: string }).id, { rule: loaded.origins.rules[at]?.file ?? '' })
  const written = writtenCases(loaded, ruleset)
  for (const { sound, file } of written) {
    const own = fileOf.get(sound.rule)
    if (own !== undefined && file !== undefined) fileOf.set(sound.rule, { ...own, cases: file })
  }
  const rules = [...fileOf.keys()]
  const bare = new Set(rules.filter((rule) => !written.some(({ sound }) => sound.rule === rule)))
  return {
    ruleset,
    rules,
    cases: [...written.map(({ sound }) => sound), ...shippedCases.filter((file) => bare.has(file.rule))],
    problems: written.flatMap(({ problems }) => problems),
    fileOf,
    owns: ownedIn(loaded.pack as Pick<Pack, 'rules' | 'facts' | 'conditions' | 'instruments' | 'timeLimits'>),
    packOf: () => title,
  }
}

function ownedIn(pack: Pick<Pack, 'rules' | 'facts' | 'conditions' | 'instruments' | 'timeLimits'>): RuleFiles['owns'] {
  const { rules, facts, conditions, timeLimits, instruments } = pack
  const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id))
  const ids = {
    rules: idsOf(rules),
    facts: idsOf(facts),
    conditions: idsOf(conditions),
    timeLimits: idsOf(timeLimits),
    norms: idsOf(instruments.flatMap(({ norms }) => norms)),
  }
  return (list, id) => ids[list].has(id)
}
