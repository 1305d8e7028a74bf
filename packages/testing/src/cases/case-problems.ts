/** What is wrong with a case before it is run: its facts, and expectations that no run could ever meet. */
import { factsOfRule, recordOfCase } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { checkRecord, type Path, type Problem, problem, type RuleCase, recordFields, shown, suggestion } from '@hegui/model'
import { reachableKinds, reachableNorms } from './reachable-norms.js'

/** Paths start at the case. Empty: it can be run, and could pass. */
export function caseProblems(rule: string, given: RuleCase, known: Pick<Ruleset, 'vocabulary' | 'catalogue'>): readonly Problem[] {
  return [...recordProblems(checkRecord(recordOfCase(given, known), known.vocabulary, known.catalogue)), ...expectationProblems(rule, given, known)]
}

/** What is wrong with the record of a case is wrong with its facts, goods or date. */
const recordProblems = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((found) => ({ ...found, path: found.path.filter((step) => step !== 'conducts' && step !== 0) }))

function expectationProblems(
  rule: string,
  { name, plans, expect }: RuleCase,
  { vocabulary, catalogue }: Pick<Ruleset, 'vocabulary' | 'catalogue'>,
): readonly Problem[] {
  const editions = catalogue.rules.get(rule) ?? []
  const { verdict, canViolate, missing, norms, measures, due, clauses } = expect
  const never = (path: Path, found: string, detail: string, detailEn: string): Problem =>
    problem('HG9011', ['expect', ...path], { name: shown(name), found: shown(found), detail, detailEn })
  const open = verdict === 'undetermined'
  const reachable = reachableNorms(editions, plans ?? [], catalogue)
  const kinds = reachableKinds(reachable, plans ?? [], catalogue)
  // Facts that others follow from are asked in their stead; so are the days and places a limit hangs on.
  const asked = new Set([...editions.flatMap((each) => factsOfRule(each, vocabulary)), ...Object.keys(recordFields), ...deadlineStarts(vocabulary)])
  return [
    ...(verdict === 'errored'
      ? [never(['verdict'], verdict, '规则出错不是结论，检查过的规则不会出错', 'an error is no conclusion, and a checked rule has none')]
      : []),
    ...(canViolate === undefined || open || canViolate === (verdict === 'violation')
      ? []
      : [never(['canViolate'], String(canViolate), '已有定论的，能不能成立随结论而定', 'a settled verdict says by itself whether it is a violation')]),
    ...(missing === undefined || missing.length === 0 || open
      ? []
      : [never(['missing'], missing.join('、'), '只有待查的才缺事实', 'only what is undetermined misses facts')]),
    ...(missing ?? []).flatMap((fact, at) =>
      asked.has(fact) ? [] : [problem('HG9010', ['expect', 'missing', at], { name: shown(name), fact: shown(fact), rule, ...suggestion(fact, asked) })],
    ),
    ...(norms ?? []).flatMap((id, at) =>
      reachable.has(id)
        ? []
        : [
            never(
              ['norms', at],
              id,
              '规则不引用它，也没有一般规则、上位规范或者所列方案带来它',
              'no norm of the rule leads to it, nor a principle, nor a plan of the case',
            ),
          ],
    ),
    ...(measures ?? []).flatMap((each, at) =>
      kinds.has(typeof each === 'string' ? each : each.kind)
        ? []
        : [
            never(
              ['measures', at],
              typeof each === 'string' ? each : each.kind,
              '规则的规范、案例所列的方案都没有这种措施',
              'neither the norms of the rule nor the plans of the case have such a measure',
            ),
          ],
    ),
    ...Object.keys(due ?? {}).flatMap((action) =>
      catalogue.actions.some((each) => each.id === action) ? [] : [never(['due', action], action, '没有这个任务模板', 'there is no such action template')],
    ),
    ...(clauses ?? []).flatMap((each, at) =>
      (plans ?? []).includes(each.plan)
        ? []
        : [never(['clauses', at], `${each.plan} ${each.clause}`, '案例的 plans 里没有这个方案', 'the plan is not among the plans of the case')],
    ),
  ]
}

const deadlineStarts = ({ facts }: Ruleset['vocabulary']): readonly string[] => [...facts.values()].flatMap((fact) => fact.deadline?.from ?? [])
