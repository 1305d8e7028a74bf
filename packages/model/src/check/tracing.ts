/** What a plan orders to be traced: in which direction, from which facts, and whose supervision. */
import { type Path, type Problem, problem, suggestion } from '../problems/problem.js'
import type { Plan, PlanMeasure } from '../schema/plan.js'
import type { Vocabulary } from './vocabulary.js'

export const checkTracing = (plan: Plan, path: Path, vocabulary: Vocabulary): readonly Problem[] =>
  plan.measures.flatMap((measure, index) => checkMeasure(measure, plan, [...path, 'measures', index], vocabulary))

function checkMeasure(measure: PlanMeasure, plan: Plan, path: Path, { facts }: Vocabulary): readonly Problem[] {
  const said = (detail: string, detailEn: string, at: Path): Problem => problem('HG8035', at, { measure: measure.id, detail, detailEn })
  const { tracing } = measure
  if (tracing === undefined)
    return measure.kind === 'tracing' ? [said('措施种类是 tracing，没有写 tracing（查哪一头）', 'its kind is tracing, and it has no tracing', path)] : []
  const here: Path = [...path, 'tracing']
  const roles = plan.roles.map(({ id }) => id)
  return [
    ...(measure.kind === 'tracing' ? [] : [said('措施种类不是 tracing，不能写 tracing', 'its kind is not tracing, it takes no tracing', here)]),
    ...(tracing.roles !== undefined && tracing.direction !== 'supervisor'
      ? [said('roles 只在查监管责任（supervisor）时写', 'roles belong to the direction supervisor', [...here, 'roles'])]
      : []),
    ...(tracing.direction === 'supervisor' ? (tracing.roles ?? []) : []).flatMap((role, place) =>
      roles.includes(role) ? [] : [said(`方案没有分工 “${role}”`, `the plan has no role “${role}”`, [...here, 'roles', place])],
    ),
    ...(tracing.facts ?? []).flatMap((id, place) => {
      const fact = facts.get(id)
      if (fact === undefined) return [problem('HG3004', [...here, 'facts', place], { fact: id, ...suggestion(id, facts.keys()) })]
      return fact.scope === 'unit' || fact.scope === 'limit'
        ? [
            said(`事实 “${id}” 不写在检查记录里（归属是 ${fact.scope}）`, `the fact “${id}” is of scope ${fact.scope}: no record has it`, [
              ...here,
              'facts',
              place,
            ]),
          ]
        : []
    }),
  ]
}
