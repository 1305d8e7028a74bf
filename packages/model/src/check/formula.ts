/** Formulas: what they count must exist, and what outside figures they lean on is listed here. */
import { type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'
import type { AppraisalFile } from '../schema/appraisal-input.js'
import type { Condition } from '../schema/condition.js'
import type { FactScope } from '../schema/fact.js'
import type { Formula } from '../schema/formula.js'
import type { Aim, Plan, Trigger } from '../schema/plan.js'
import type { DeepReadonly } from '../schema/readonly.js'
import type { Catalogue } from './catalogue.js'
import { factsUsed, outOfScope } from './condition-facts.js'
import { checkCondition } from './conditions.js'
import type { Vocabulary } from './vocabulary.js'

/** Unknown facts and rules, and conditions that cannot be, at any depth. */
export function checkFormula(formula: Formula, path: Path, vocabulary: Vocabulary, catalogue: Catalogue): readonly Problem[] {
  if ('plus' in formula) return formula.plus.flatMap((part, index) => checkFormula(part, [...path, 'plus', index], vocabulary, catalogue))
  if ('percent' in formula)
    return [
      ...checkFormula(formula.percent.of, [...path, 'percent', 'of'], vocabulary, catalogue),
      ...checkFormula(formula.percent.in, [...path, 'percent', 'in'], vocabulary, catalogue),
    ]
  if ('figure' in formula) return []
  const condition = formula.where === undefined ? [] : whereProblems(formula.where, [...path, 'where'], vocabulary)
  if ('fact' in formula) return [...factProblems(formula.fact, [...path, 'fact'], vocabulary), ...condition]
  if (!('rules' in formula)) return condition
  const unknown = formula.rules.flatMap((id, index) =>
    catalogue.rules.has(id) ? [] : [problem('HG4002', [...path, 'rules', index], { id, ...suggestion(id, catalogue.rules.keys()) })],
  )
  return [...unknown, ...condition]
}

/** Only numbers that records hold add up. */
function factProblems(id: string, path: Path, { facts }: Vocabulary): readonly Problem[] {
  const fact = facts.get(id)
  if (fact === undefined) {
    const numbers = [...facts.values()].filter(({ type, scope }) => type === 'number' && inRecords(scope)).map((each) => each.id)
    return [problem('HG3004', path, { fact: shown(id), ...suggestion(id, numbers) })]
  }
  const unfit = (why: string, whyEn: string) => [problem('HG4041', path, { fact: id, title: fact.title, titleEn: id, why, whyEn })]
  if (fact.type !== 'number') return unfit('它不是数值型事实', 'it is not a number')
  return inRecords(fact.scope) ? [] : unfit(`归属是 ${fact.scope}，检查记录里没有它`, `its scope is ${fact.scope}, so no record has it`)
}

const inRecords = (scope: FactScope): boolean => scope !== 'unit' && scope !== 'limit'

/** A condition on what records hold: nothing there is established of a unit. */
function whereProblems(where: Condition, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  const problems = checkCondition(where, path, vocabulary)
  return problems.length > 0
    ? problems
    : factsUsed(where, path, vocabulary).flatMap(({ fact, path: place }) => (fact.scope === 'unit' ? [outOfScope(fact, place, 'where')] : []))
}

/** An outside figure as something uses it; `unit` where what uses it takes the figure as it is. */
export interface FigureUse {
  readonly figure: string
  readonly unit?: string
  readonly title: string
  readonly id: string
}

/** Every outside figure that the plan, or a target configured in the file, leans on. */
export function figureUses(plan: Plan, configured: DeepReadonly<NonNullable<AppraisalFile['targets']>>): readonly FigureUse[] {
  const uses = (formula: Formula | undefined, id: string, title: string, unit: string | undefined): readonly FigureUse[] =>
    formula === undefined
      ? []
      : figuresIn(formula, unit, []).map(({ figure, unit: taken }) => ({ figure, ...(taken === undefined ? {} : { unit: taken }), id, title }))
  return [
    ...plan.targets.flatMap(({ id, items }) => items.flatMap(({ title, aim, formula }) => uses(formula, id, title, unitOf(aim)))),
    ...configured.flatMap(({ target, item, title, aim, formula }) => {
      const known = plan.targets.find(({ id }) => id === target)?.items.find(({ id }) => id === item)
      return uses(formula, target, title ?? known?.title ?? item, unitOf(known?.aim ?? aim))
    }),
    ...(plan.statistics ?? []).flatMap(({ id, title, unit, formula }) => uses(formula, id, title, unit)),
    ...plan.accountability.flatMap(({ id, title, when, readings }) =>
      [when, ...(readings ?? []).map((each) => each.when)].flatMap((trigger) => formulasIn(trigger).flatMap((formula) => uses(formula, id, title, undefined))),
    ),
  ]
}

/** A change against the year before is in per cent whatever the figure is in: such an aim says nothing of the figure. */
export const unitOf = (aim: Aim | undefined): string | undefined => (aim?.against === 'level' ? aim.unit : undefined)

/** Units are compared as people read them. */
export const sameUnit = (a: string, b: string): boolean => a.replace('％', '%') === b.replace('％', '%')

/** The outside figures of a formula, each where it stands; `unit` only for one that is taken as it is or added up. */
export function figuresIn(
  formula: Formula,
  unit: string | undefined,
  path: Path,
): readonly { readonly figure: string; readonly unit: string | undefined; readonly path: Path }[] {
  if ('figure' in formula) return [{ figure: formula.figure, unit, path: [...path, 'figure'] }]
  if ('plus' in formula) return formula.plus.flatMap((part, index) => figuresIn(part, unit, [...path, 'plus', index]))
  if (!('percent' in formula)) return []
  const { of, in: whole } = formula.percent
  return [...figuresIn(of, undefined, [...path, 'percent', 'of']), ...figuresIn(whole, undefined, [...path, 'percent', 'in'])]
}

function formulasIn(trigger: Trigger | undefined): readonly Formula[] {
  if (trigger === undefined) return []
  if ('all' in trigger) return trigger.all.flatMap(formulasIn)
  if ('any' in trigger) return trigger.any.flatMap(formulasIn)
  return 'figure' in trigger ? [trigger.figure] : []
}
