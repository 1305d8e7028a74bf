/** The formulas and triggers of the plans: what they count, ask and wait for must be there, and be able to come about. */
import { type Path, type Problem, problem, suggestion } from '../problems/problem.js'
import type { Formula } from '../schema/formula.js'
import type { Pack } from '../schema/pack.js'
import type { Plan, Trigger } from '../schema/plan.js'
import type { Catalogue } from './catalogue.js'
import { factsUsed, outOfScope } from './condition-facts.js'
import { checkCondition } from './conditions.js'
import { checkFormula, figuresIn, sameUnit, unitOf } from './formula.js'
import type { Vocabulary } from './vocabulary.js'

export function checkPlanFormulas(packs: readonly Pack[], vocabulary: Vocabulary, catalogue: Catalogue): readonly Problem[] {
  return packs.flatMap((pack, at) =>
    pack.plans.flatMap((plan, index) => {
      const path: Path = [at, 'plans', index]
      const triggers = plan.accountability.flatMap(({ when, readings }, place) => {
        const here: Path = [...path, 'accountability', place]
        return [[when, [...here, 'when']] as const, ...(readings ?? []).map((each, nth) => [each.when, [...here, 'readings', nth, 'when']] as const)]
      })
      return [
        ...formulasOf(plan, path).flatMap(({ formula, path: place }) => checkFormula(formula, place, vocabulary, catalogue)),
        ...unitsOfFigures(plan, path),
        ...triggers.flatMap(([trigger, place]) => (trigger === undefined ? [] : checkTrigger(trigger, place, { plan, vocabulary, catalogue }, []))),
      ]
    }),
  )
}

interface Placed {
  readonly formula: Formula
  readonly path: Path
  readonly title: string
  readonly titleEn: string
  readonly unit: string | undefined
}

/** Those of targets and statistics. */
function formulasOf({ targets, statistics = [] }: Plan, path: Path): readonly Placed[] {
  return [
    ...targets.flatMap(({ id, items }, at) =>
      items.flatMap(({ title, aim, formula }, place) =>
        formula === undefined ? [] : [{ formula, path: [...path, 'targets', at, 'items', place, 'formula'], title, titleEn: id, unit: unitOf(aim) }],
      ),
    ),
    ...statistics.flatMap(({ id, title, unit, formula }, at) =>
      formula === undefined ? [] : [{ formula, path: [...path, 'statistics', at, 'formula'], title, titleEn: id, unit }],
    ),
  ]
}

/** A figure that is given once cannot be right for two who take it in different units. */
function unitsOfFigures(plan: Plan, path: Path): readonly Problem[] {
  const first = new Map<string, Placed & { readonly unit: string }>()
  return formulasOf(plan, path).flatMap((placed) =>
    figuresIn(placed.formula, placed.unit, placed.path).flatMap(({ figure, unit, path: place }) => {
      if (unit === undefined) return []
      const before = first.get(figure)
      if (before === undefined) first.set(figure, { ...placed, unit })
      if (before === undefined || sameUnit(before.unit, unit)) return []
      const { title, titleEn } = placed
      const other = `在“${before.title}”以“${before.unit}”计`
      const otherEn = `in “${before.unit}” for “${before.titleEn}”`
      return [problem('HG4046', place, { figure, title, titleEn, unit, other, otherEn })]
    }),
  )
}

interface Known {
  readonly plan: Plan
  readonly vocabulary: Vocabulary
  readonly catalogue: Catalogue
}

/** `established`: what else must hold of the unit wherever this trigger is asked. */
function checkTrigger(trigger: Trigger, path: Path, known: Known, established: readonly unknown[]): readonly Problem[] {
  if ('all' in trigger) {
    const together = [...established, ...trigger.all.flatMap((part) => ('unit' in part ? [part.unit] : []))]
    return trigger.all.flatMap((part, index) => checkTrigger(part, [...path, 'all', index], known, together))
  }
  if ('any' in trigger) return trigger.any.flatMap((part, index) => checkTrigger(part, [...path, 'any', index], known, established))
  if ('unit' in trigger) {
    const place = [...path, 'unit']
    const problems = checkCondition(trigger.unit, place, known.vocabulary, established)
    if (problems.length > 0) return problems
    return factsUsed(trigger.unit, place, known.vocabulary).flatMap(({ fact, path: at }) => (fact.scope === 'unit' ? [] : [outOfScope(fact, at, 'unit')]))
  }
  return 'duty' in trigger ? dutyProblems(trigger, path, known.plan) : figureProblems(trigger, path, known)
}

function dutyProblems({ duty: id, state }: Extract<Trigger, { readonly duty: string }>, path: Path, { duties }: Plan): readonly Problem[] {
  const ids = duties.map((each) => each.id)
  const duty = duties.find((each) => each.id === id)
  if (duty === undefined) return [problem('HG4044', [...path, 'duty'], { id, ...suggestion(id, ids) })]
  return ['action', 'finding', 'irregular'].includes(duty.recurrence.every)
    ? [problem('HG4045', [...path, 'duty'], { id, title: duty.title, titleEn: id, state })]
    : []
}

function figureProblems(trigger: Extract<Trigger, { readonly figure: Formula }>, path: Path, { vocabulary, catalogue }: Known): readonly Problem[] {
  const formula = checkFormula(trigger.figure, [...path, 'figure'], vocabulary, catalogue)
  if (trigger.within === undefined) return formula
  const rises = trigger.compare === 'at-least' || trigger.compare === 'more-than'
  const why = !rises
    ? {
        why: `一段日子里没有超过多少，说明不了什么（${trigger.compare}）`,
        whyEn: `that little was found in a stretch of days proves nothing (${trigger.compare})`,
      }
    : hasPercent(trigger.figure)
      ? { why: '百分比不能逐日相加', whyEn: 'percentages do not add up day by day' }
      : undefined
  return why === undefined ? formula : [...formula, problem('HG4043', [...path, 'within'], why)]
}

const hasPercent = (formula: Formula): boolean => 'percent' in formula || ('plus' in formula && formula.plus.some(hasPercent))
