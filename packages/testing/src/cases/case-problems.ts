/** What is wrong with a case before it is run: its facts, and expectations that no run could ever meet. */
import { factsOfRule, recordOfCase } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { type Consequence, checkRecord, type MeasureKind, type Path, type Problem, problem, type RuleCase, recordFields, shown, suggestion } from '@hegui/model'

/** Paths start at the case. Empty: it can be run, and could pass. */
export function caseProblems(rule: string, given: RuleCase, ruleset: Ruleset): readonly Problem[] {
  return [...recordProblems(checkRecord(recordOfCase(given, ruleset), ruleset.vocabulary, ruleset.catalogue)), ...expectationProblems(rule, given, ruleset)]
}

/** What is wrong with the record of a case is wrong with its facts, goods or date. */
export const recordProblems = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((found) => ({ ...found, path: found.path.filter((step) => step !== 'conducts' && step !== 0) }))

function expectationProblems(rule: string, { name, plans, expect }: RuleCase, { vocabulary, catalogue }: Ruleset): readonly Problem[] {
  const editions = catalogue.rules.get(rule) ?? []
  const { verdict, canViolate, missing, norms, measures, due, clauses } = expect
  const never = (path: Path, found: string, detail: string, detailEn: string): Problem =>
    problem('HG9011', ['expect', ...path], { name: shown(name), found: shown(found), detail, detailEn })
  const open = verdict === 'undetermined'
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
      editions.some((each) => each.norms.includes(id)) ? [] : [never(['norms', at], id, `规则的 norms 里没有它`, 'it is none of the norms of the rule')],
    ),
    ...(measures ?? []).flatMap((kind, at) =>
      possibleKinds(editions, plans ?? [], catalogue).has(kind)
        ? []
        : [
            never(
              ['measures', at],
              kind,
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

function possibleKinds(
  editions: readonly { readonly norms: readonly string[]; readonly id: string }[],
  plans: readonly string[],
  catalogue: Ruleset['catalogue'],
): ReadonlySet<MeasureKind> {
  const ofNorms = editions.flatMap((each) =>
    each.norms.flatMap((id) => (catalogue.norms.get(id)?.editions ?? []).flatMap(({ consequence }) => (consequence === undefined ? [] : kindsIn(consequence)))),
  )
  // A plan may lead to the norms of its routes and to matters within the administration: of those none is ruled out.
  const ofPlans = plans
    .flatMap((id) => catalogue.plans.get(id)?.measures ?? [])
    .flatMap((measure) => [
      measure.kind,
      ...measure.routes.flatMap((route) =>
        'norm' in route && typeof route.norm === 'string'
          ? (catalogue.norms.get(route.norm)?.editions ?? []).flatMap(({ consequence }) => (consequence === undefined ? [] : kindsIn(consequence)))
          : [],
      ),
    ])
  return new Set([...ofNorms, ...ofPlans])
}

function kindsIn(node: Consequence): readonly MeasureKind[] {
  if ('measure' in node) return [node.measure.kind]
  if ('all' in node) return node.all.flatMap(kindsIn)
  if ('oneOf' in node) return node.oneOf.flatMap(kindsIn)
  return [...(node.base === null ? [] : kindsIn(node.base)), ...node.tiers.flatMap((tier) => kindsIn(tier.then))]
}
