/** Formulas: what they count must exist, and what outside figures they lean on is listed here. */
import { type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'
import type { AppraisalFile } from '../schema/appraisal-input.js'
import type { Formula } from '../schema/formula.js'
import type { Plan, Trigger } from '../schema/plan.js'
import type { DeepReadonly } from '../schema/readonly.js'
import type { Catalogue } from './catalogue.js'
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
  const condition = formula.where === undefined ? [] : checkCondition(formula.where, [...path, 'where'], vocabulary)
  if ('fact' in formula) return [...factProblems(formula.fact, [...path, 'fact'], vocabulary), ...condition]
  if (!('rules' in formula)) return condition
  const unknown = formula.rules.flatMap((id, index) =>
    catalogue.rules.has(id) ? [] : [problem('HG4002', [...path, 'rules', index], { id, ...suggestion(id, catalogue.rules.keys()) })],
  )
  return [...unknown, ...condition]
}

/** Only numbers add up. */
function factProblems(id: string, path: Path, { facts }: Vocabulary): readonly Problem[] {
  const fact = facts.get(id)
  if (fact?.type === 'number') return []
  const numbers = [...facts.values()].filter(({ type }) => type === 'number').map((each) => each.id)
  const params = { what: '数值型事实', whatEn: 'a numeric fact', where: '规则包的事实', whereEn: 'the facts of the packs' }
  return [problem('HG8012', path, { id: shown(id), ...params, ...suggestion(id, numbers) })]
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
    formula === undefined ? [] : inFormula(formula, unit).map((found) => ({ ...found, id, title }))
  return [
    ...plan.targets.flatMap(({ id, items }) => items.flatMap(({ title, aim, formula }) => uses(formula, id, title, aim?.unit))),
    ...configured.flatMap(({ target, item, title, aim, formula }) => {
      const known = plan.targets.find(({ id }) => id === target)?.items.find(({ id }) => id === item)
      return uses(formula, target, title ?? known?.title ?? item, (aim ?? known?.aim)?.unit)
    }),
    ...(plan.statistics ?? []).flatMap(({ id, title, unit, formula }) => uses(formula, id, title, unit)),
    ...plan.accountability.flatMap(({ id, title, when, readings }) =>
      [when, ...(readings ?? []).map((each) => each.when)].flatMap((trigger) => formulasIn(trigger).flatMap((formula) => uses(formula, id, title, undefined))),
    ),
  ]
}

function inFormula(formula: Formula, unit: string | undefined): readonly { readonly figure: string; readonly unit?: string }[] {
  if ('figure' in formula) return [{ figure: formula.figure, ...(unit === undefined ? {} : { unit }) }]
  if ('plus' in formula) return formula.plus.flatMap((part) => inFormula(part, unit))
  return 'percent' in formula ? [...inFormula(formula.percent.of, undefined), ...inFormula(formula.percent.in, undefined)] : []
}

function formulasIn(trigger: Trigger | undefined): readonly Formula[] {
  if (trigger === undefined) return []
  if ('all' in trigger) return trigger.all.flatMap(formulasIn)
  if ('any' in trigger) return trigger.any.flatMap(formulasIn)
  return 'figure' in trigger ? [trigger.figure] : []
}
