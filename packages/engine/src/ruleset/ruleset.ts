/** Packs, checked once and made ready: what an assessment is evaluated against. Plain data, shared freely. */
import {
  type Catalogue,
  type Condition,
  catalogueOf,
  checkPacks,
  type Finding,
  type Pack,
  type Problem,
  type Rule,
  type Vocabulary,
  vocabularyOf,
} from '@hegui/model'
import { type NormalForm, normalForm } from '../conditions/normal-form.js'
import type { Question } from '../conditions/runtime.js'
import { checkWindows } from '../focus/check-windows.js'
import type { CompiledModule } from './compiled-module.js'
import { type FittingModule, fittingModules, trustedModules } from './fitting-modules.js'
import { hashOf } from './hash.js'
import { byCodeUnit } from './order.js'

export interface Ruleset {
  readonly packs: readonly { readonly id: string; readonly version: string; readonly hash: string }[]
  readonly vocabulary: Vocabulary
  readonly catalogue: Catalogue
  /** Rule id and its editions, in the order of findings: by id. */
  readonly rules: readonly (readonly [id: string, editions: readonly Rule[]])[]
  /** Rule id and the plan clauses encoded as it, whichever pack the plan is in. */
  readonly clauses: ReadonlyMap<string, Finding['clauses']>
  /** A condition of these packs as a question: its normal form is worked out once. */
  readonly question: (condition: Condition) => Question
  readonly form: (condition: Condition) => NormalForm
  /** The pack each edition of a rule is in. */
  readonly packOf: ReadonlyMap<Rule, string>
  /** Compiled modules that fit these packs; rules without one are decided without generated code. */
  readonly compiled: readonly FittingModule[]
}

export interface RulesetOptions {
  /**
   * Compiled modules, as packs ship them and `compileModule` writes them. One that does not fit – a pack was edited –
   * is a warning and passed over: verdicts are the same with it and without.
   */
  readonly compiled?: readonly unknown[]
}

export type RulesetResult =
  | { readonly ok: true; readonly ruleset: Ruleset; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Checks packs that are to be used together and prepares them. Any error means no ruleset: half a rule book
 * gives half an answer. Paths of problems start with the index of the pack.
 */
export function createRuleset(packs: readonly unknown[], { compiled = [] }: RulesetOptions = {}): RulesetResult {
  const checked = checkPacks(packs)
  const failed = (problems: readonly Problem[]): boolean => problems.some((found) => found.severity === 'error')
  if (failed(checked.problems)) return { ok: false, problems: checked.problems }
  const problems = [...checked.problems, ...checkWindows(checked.packs)]
  if (failed(problems)) return { ok: false, problems }
  const { fitting, problems: unfit } = fittingModules(compiled, checked.packs, checked.vocabulary)
  return { ok: true, ruleset: { ...rulesetOf(checked.packs, checked.vocabulary), compiled: fitting }, problems: [...problems, ...unfit] }
}

/**
 * The ruleset of packs that were checked together before, with the hashes they had then and the modules that fitted
 * them. Nothing is checked again: whoever calls this knows that not a byte has changed since.
 */
export function trustedRuleset(packs: readonly Pack[], hashes: readonly string[], compiled: readonly CompiledModule[]): Ruleset {
  return { ...rulesetOf(packs, vocabularyOf(packs).vocabulary, hashes), compiled: trustedModules(compiled, packs) }
}

function rulesetOf(packs: readonly Pack[], vocabulary: Vocabulary, hashes: readonly string[] = packs.map(hashOf)): Ruleset {
  const catalogue = catalogueOf(packs)
  return {
    packs: packs.map((pack, index) => ({ id: pack.id, version: pack.version, hash: hashes[index] ?? hashOf(pack) })),
    vocabulary,
    catalogue,
    rules: [...catalogue.rules].sort(([a], [b]) => byCodeUnit(a, b)),
    clauses: clausesOf(packs),
    ...questionsOf(vocabulary.conditions),
    packOf: new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule, pack.id] as const))),
    compiled: [],
  }
}

/** Each condition as a question, with these named conditions. */
export function questionsOf(named: Vocabulary['conditions']): Pick<Ruleset, 'question' | 'form'> {
  const questions = new WeakMap<Condition, Question>()
  const question = (condition: Condition): Question => {
    const known = questions.get(condition)
    if (known !== undefined) return known
    const fresh: Question = { condition, form: normalForm(condition, named) }
    questions.set(condition, fresh)
    return fresh
  }
  return { question, form: (condition) => question(condition).form }
}

function clausesOf(packs: readonly Pack[]): Ruleset['clauses'] {
  const clauses = new Map<string, Finding['clauses'][number][]>()
  for (const plan of packs.flatMap((pack) => pack.plans))
    for (const clause of plan.clauses)
      for (const { as, id } of clause.encodings) if (as === 'rule') clauses.set(id, [...(clauses.get(id) ?? []), { plan: plan.id, clause: clause.id }])
  return clauses
}
