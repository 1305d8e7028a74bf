/**
 * Modules given with packs: those that fit become the runtime of their rules, the others are told and passed over.
 * What is given may be anything at all. Rules without a module are decided as before: the answers are the same.
 */
import { type Pack, type Problem, problem, type Rule, shown, type Vocabulary } from '@hegui/model'
import type { CompiledModule } from './compiled-module.js'
import { hashOfParts } from './module-hash.js'
import { readModule, type Words } from './read-module.js'

export interface FittingModule {
  /** In the order of the bits it gives. */
  readonly rules: readonly Rule[]
  /** The facts it looks at. */
  readonly facts: readonly string[]
  readonly decide: CompiledModule['decide']
}

export interface FittingModules {
  readonly fitting: readonly FittingModule[]
  readonly problems: readonly Problem[]
}

export function fittingModules(given: readonly unknown[], packs: readonly Pack[], vocabulary: Vocabulary): FittingModules {
  if (given.length === 0) return { fitting: [], problems: [] }
  const byKey = rulesByKey(packs)
  const fitting: FittingModule[] = []
  const problems: Problem[] = []
  const taken = new Set<Rule>()
  for (const [index, value] of given.entries()) {
    const read = readModule(value)
    if ('wrong' in read) {
      problems.push(problem('HG6026', ['compiled', index], { n: String(index + 1), detail: read.wrong[0], detailEn: read.wrong[1] }))
      continue
    }
    const rules = rulesOf(read, byKey)
    const facts = Object.keys(read.facts)
    const fits = rules !== undefined && hashOfParts(vocabulary, { rules, facts, conditions: read.conditions }) === read.hash
    const wrong = !fits ? notThese : rules.some((rule) => taken.has(rule)) ? twice : undefined
    if (wrong !== undefined || rules === undefined) {
      const [detail, detailEn] = wrong ?? notThese
      problems.push(
        problem('HG6025', ['compiled', index], { packs: read.packs.map(shown).join('、'), packsEn: read.packs.map(shown).join(', '), detail, detailEn }),
      )
      continue
    }
    for (const rule of rules) taken.add(rule)
    fitting.push({ rules, facts, decide: read.decide })
  }
  return { fitting, problems }
}

/** Of modules that were found to fit these packs before. Throws where one lists a rule that is not there: then they were others. */
export function trustedModules(modules: readonly CompiledModule[], packs: readonly Pack[]): readonly FittingModule[] {
  const byKey = rulesByKey(packs)
  return modules.map((module) => {
    const rules = rulesOf(module, byKey)
    if (rules === undefined) throw new Error('a compiled module lists rules that the packs do not have')
    return { rules, facts: Object.keys(module.facts), decide: module.decide }
  })
}

const notThese: Words = ['它不是从现在装载的这些规则、事实生成的', 'it was not made from the rules and facts that are loaded']
const twice: Words = ['它的规则已经有另一个模块', 'another module decides its rules already']

const rulesByKey = (packs: readonly Pack[]): ReadonlyMap<string, Rule> =>
  new Map(packs.flatMap((pack) => pack.rules.map((rule) => [keyOf(rule.id, rule.revision, rule.inForce.from), rule] as const)))

/** The editions it lists, in its own order; undefined where one is not there, or is listed twice. */
function rulesOf({ rules: listed }: CompiledModule, byKey: ReadonlyMap<string, Rule>): readonly Rule[] | undefined {
  const rules = new Set(listed.flatMap(([id, revision, from]) => byKey.get(keyOf(id, revision, from)) ?? []))
  return rules.size === listed.length ? [...rules] : undefined
}

/** A revision may stand on several editions, each for days of its own. */
const keyOf = (id: string, revision: number, from: string | null): string => `${id} ${revision} ${from ?? ''}`
