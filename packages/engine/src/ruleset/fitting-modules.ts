/**
 * Modules given with packs: those that fit become the runtime of their rules, the others are told and passed over.
 * What is given may be anything at all. Rules without a module are decided as before: the answers are the same.
 */
import { type Pack, type Problem, problem, type Rule, shown } from '@hegui/model'
import { type CompiledModule, moduleFormat } from './compiled-module.js'
import { hashOfParts, type Origin, partsOf } from './module-hash.js'

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

export function fittingModules(given: readonly unknown[], packs: readonly Pack[], origin: Origin): FittingModules {
  const fitting: FittingModule[] = []
  const problems: Problem[] = []
  const taken = new Set<Rule>()
  for (const [index, value] of given.entries()) {
    const read = readModule(value)
    if ('wrong' in read) {
      problems.push(problem('HG6026', ['compiled', index], { n: String(index + 1), detail: read.wrong[0], detailEn: read.wrong[1] }))
      continue
    }
    const rules = rulesOf(read, packs)
    const wrong = hashOfParts(origin, partsOf(read)) !== read.hash || rules === undefined ? notThese : rules.some((rule) => taken.has(rule)) ? twice : undefined
    if (wrong !== undefined || rules === undefined) {
      const [detail, detailEn] = wrong ?? notThese
      problems.push(
        problem('HG6025', ['compiled', index], { packs: read.packs.map(shown).join('、'), packsEn: read.packs.map(shown).join(', '), detail, detailEn }),
      )
      continue
    }
    for (const rule of rules) taken.add(rule)
    fitting.push({ rules, facts: Object.keys(read.facts), decide: read.decide })
  }
  return { fitting, problems }
}

type Words = readonly [zh: string, en: string]
const notThese: Words = ['它不是从现在装载的这些规则、事实生成的', 'it was not made from the rules and facts that are loaded']
const twice: Words = ['它的规则已经有另一个模块', 'another module decides its rules already']

/** Its list of rules has to be that of its packs, edition by edition; the order is the module's own. */
function rulesOf({ packs: ids, rules: listed }: CompiledModule, packs: readonly Pack[]): readonly Rule[] | undefined {
  const byKey = new Map(packs.filter(({ id }) => ids.includes(id)).flatMap((pack) => pack.rules.map((rule) => [keyOf(rule.id, rule.revision), rule] as const)))
  const rules = listed.flatMap(([id, revision]) => byKey.get(keyOf(id, revision)) ?? [])
  return rules.length === listed.length && new Set(rules).size === byKey.size && rules.length === byKey.size ? rules : undefined
}

const keyOf = (id: string, revision: number): string => `${id} ${revision}`

/** Reads each part once and keeps what was read: a getter may answer otherwise the next time, or throw. */
export function readModule(value: unknown): CompiledModule | { readonly wrong: Words } {
  try {
    if (typeof value !== 'object' || value === null) return { wrong: ['它不是模块', 'it is no module'] }
    const { format, hash, packs, rules, facts, conditions, decide } = value as Readonly<Record<keyof CompiledModule, unknown>>
    if (format !== moduleFormat)
      return {
        wrong: [
          `它的格式是 ${shown(format ?? null)}，这一版只认 ${moduleFormat}`,
          `its format is ${shown(format ?? null)}; this version takes ${moduleFormat}`,
        ],
      }
    const isComplete =
      typeof hash === 'string' &&
      isListOf(packs, isText) &&
      isListOf(rules, isEdition) &&
      isListOf(conditions, isText) &&
      isTable(facts) &&
      typeof decide === 'function'
    if (!isComplete) return { wrong: ['它的内容不全，或者不是应有的样子', 'parts of it are missing or not what they should be'] }
    return {
      format,
      hash,
      packs: [...packs],
      rules: rules.map(([...edition]) => edition),
      facts: { ...facts },
      conditions: [...conditions],
      decide: decide as CompiledModule['decide'],
    } as CompiledModule
  } catch {
    return { wrong: ['读它就出错', 'reading it fails'] }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isListOf = <T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] => Array.isArray(value) && Array.from(value).every(is)
const isTable = (value: unknown): value is CompiledModule['facts'] =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'object' && each !== null && isText((each as { type: unknown }).type))
const isDay = (value: unknown): boolean => value === null || isText(value)
const isEdition = (value: unknown): value is CompiledModule['rules'][number] =>
  Array.isArray(value) && value.length === 4 && isText(value[0]) && Number.isInteger(value[1]) && isDay(value[2]) && isDay(value[3])
