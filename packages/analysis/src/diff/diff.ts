/** Two versions of packs: what a change does, proved by records, and which changeset it owes. */
import { hashOf, type Ruleset } from '@hegui/engine'
import { nearest, type Problem, problem, type Rule, type RuleCase, type RuleCases } from '@hegui/model'
import { commonFacts } from './common-facts.js'
import { compareRule, comparisonSteps, factsIn, leftUndecided, type RuleComparison, type Steps, sameComparison } from './compare-rule.js'
import { type ConditionChange, conditionChanges } from './condition-change.js'
import { type DataChange, dataChanges, ruleDataChanges } from './data-change.js'
import type { OutcomeName } from './outcome.js'
import { solved } from './solver/solve.js'
import type { Solver } from './solver/solver.js'
import { answerPhrase, type Words } from './value-words.js'
import type { CounterExample } from './witness.js'

/** `minor`: a verdict, measure or due date can change; starred in the changelog. `major`: records that were read are refused. */
export const bumps = ['none', 'patch', 'minor', 'major'] as const
export type Bump = (typeof bumps)[number]

export interface RuleDiff extends Omit<RuleComparison, 'contradicted' | 'refused'> {
  readonly rule: string
  readonly title: string
  readonly conditions: readonly ConditionChange[]
  /** Of the rule itself. */
  readonly changes: readonly DataChange[]
  /** Of the limits its conditions compare with, and of the norms it leads to. */
  readonly touchedBy: readonly DataChange[]
}

export interface RuleNamed {
  readonly rule: string
  readonly title: string
  /** Of a rule that is gone: the new one that may be it under another id. */
  readonly nearest?: string
}

export interface PackDiff {
  readonly schema: 'hegui/diff@1'
  readonly old: Ruleset['packs']
  readonly new: Ruleset['packs']
  readonly counts: { readonly rules: number; readonly identical: number; readonly compared: number }
  readonly rules: readonly RuleDiff[]
  readonly added: readonly RuleNamed[]
  readonly removed: readonly RuleNamed[]
  readonly changes: readonly DataChange[]
  readonly owes: Bump
}

export interface DiffResult {
  readonly diff: PackDiff
  /** An error of hegui itself is among them where a counter-example was not borne out. */
  readonly problems: readonly Problem[]
}

export interface DiffOptions {
  /** Steps of the search for one rule; then what was not found is not decided. Default 200 000, with a solver to ask 20 000. */
  readonly maxSteps?: number
}

const MAX_STEPS = 200_000
const MAX_STEPS_BEFORE_ASKING = 20_000

/** Compares by rule id. Pure; rules that say the same are equal without a search. Each example was assessed by both versions. */
export function diffOf(old: Ruleset, fresh: Ruleset, { maxSteps = MAX_STEPS }: DiffOptions = {}): DiffResult {
  return leftUndecided(diffSteps(old, fresh, maxSteps))
}

/** As `diffOf`; where the search gives up, a solver is opened and asked, and ended with the rest. Rejects with what `openSolver` rejects with. */
export async function diffWithSolver(
  old: Ruleset,
  fresh: Ruleset,
  openSolver: () => Promise<Solver>,
  { maxSteps = MAX_STEPS_BEFORE_ASKING }: DiffOptions = {},
): Promise<DiffResult> {
  const steps = diffSteps(old, fresh, maxSteps)
  let solver: Solver | undefined
  try {
    let step = steps.next()
    while (step.done !== true) {
      solver ??= await openSolver()
      step = steps.next(await solved(step.value, solver))
    }
    return step.value
  } finally {
    await solver?.end()
  }
}

function* diffSteps(old: Ruleset, fresh: Ruleset, maxSteps: number): Steps<DiffResult> {
  const common = commonFacts(old, fresh)
  const [before, after] = [old.catalogue.rules, fresh.catalogue.rules]
  const both = [...before.keys()].filter((id) => after.has(id)).sort()
  const looked = both.map((id) => ({ id, isSame: saysSame(id, old, fresh) }))
  const changes = dataChanges(old, fresh)
  const compared: ReturnType<typeof ruleDiff>[] = []
  for (const { id, isSame } of looked) {
    const own = editionChanges(id, old, fresh)
    const touchedBy = touching(id, changes, [old, fresh])
    if (isSame && own.length === 0 && touchedBy.length === 0) continue
    const comparison = isSame ? sameComparison : yield* comparisonSteps(id, { old, new: fresh, common }, maxSteps)
    compared.push(ruleDiff(id, comparison, { own, touchedBy }, old, fresh))
  }
  const rules = compared.map(({ rule }) => rule)
  const added = namedIn(after, before)
  const removed = namedIn(before, after).map((gone) => ({ ...gone, ...renamed(gone.rule, added, old, fresh) }))
  return {
    diff: {
      schema: 'hegui/diff@1',
      old: old.packs,
      new: fresh.packs,
      counts: { rules: both.length, identical: looked.filter(({ isSame }) => isSame).length, compared: looked.filter(({ isSame }) => !isSame).length },
      rules,
      added,
      removed,
      changes,
      owes: owedBy({ rules, added, removed, changes }),
    },
    problems: [...compared.flatMap(({ problems }) => problems), ...removed.flatMap(renamedProblem)],
  }
}

/** One rule in two versions: what `diffOf` finds out about each. */
export function compareRuleIn(rule: string, old: Ruleset, fresh: Ruleset, { maxSteps = MAX_STEPS }: DiffOptions = {}): RuleComparison {
  return saysSame(rule, old, fresh) ? sameComparison : compareRule(rule, { old, new: fresh, common: commonFacts(old, fresh) }, maxSteps)
}

/** What was changed, in words: of one rule first, then of all that is no rule. Nothing is searched. */
export function changesOf(old: Ruleset, fresh: Ruleset, rule?: string): readonly Words[] {
  const own = rule === undefined ? [] : paired(rule, old, fresh)
  return [
    ...own.flatMap(([before, after]) => conditionChanges(before, after, old, fresh).map(({ words }) => words)),
    ...(rule === undefined ? [] : editionChanges(rule, old, fresh).map(({ words }) => words)),
    ...dataChanges(old, fresh).map(({ words }) => words),
  ]
}

/** Of the limits a rule compares with, and of the norms it leads to. */
export function touching(id: string, changes: readonly DataChange[], rulesets: readonly Ruleset[]): readonly DataChange[] {
  const editions = rulesets.map((ruleset) => ({ ruleset, rules: ruleset.catalogue.rules.get(id) ?? [] }))
  const facts = new Set(editions.flatMap(({ ruleset, rules }) => factsIn(rules, ruleset)))
  const norms = new Set(editions.flatMap(({ rules }) => rules.flatMap((rule) => rule.norms)))
  return changes.filter(({ aspect, path: [collection, of = ''] }) => (collection === 'norms' ? norms.has(of) : aspect === 'limits' && facts.has(of)))
}

/** By their normal forms, the facts they mention and the values those have: then no search is needed. */
export function saysSame(id: string, old: Ruleset, fresh: Ruleset): boolean {
  const [a, b] = [old, fresh].map((ruleset) => {
    const editions = ruleset.catalogue.rules.get(id) ?? []
    const facts = [...new Set(factsIn(editions, ruleset))].sort().map((fact) => {
      const { type, unit, values, limit, deadline, aggregate, scope } = ruleset.vocabulary.facts.get(fact) ?? {}
      return [fact, type, unit, (values ?? []).map(({ value }) => value).sort(), limit, deadline, aggregate, scope]
    })
    const forms = editions.map(({ inForce, appliesWhen, violatedWhen }) => [inForce, sketch(ruleset.form(appliesWhen)), sketch(ruleset.form(violatedWhen))])
    return hashOf(JSON.parse(JSON.stringify([forms, facts])))
  })
  return a === b
}

const sketch = (form: ReturnType<Ruleset['form']>): unknown =>
  form.kind === 'leaf' ? [form.leaf.fact, form.leaf.operator, form.leaf.value] : { [form.kind]: form.parts.map(sketch) }

const namedIn = (rules: Ruleset['catalogue']['rules'], others: Ruleset['catalogue']['rules']): readonly RuleNamed[] =>
  [...rules]
    .flatMap(([rule, editions]) => (others.has(rule) ? [] : [{ rule, title: editions.at(-1)?.title ?? rule }]))
    .sort((a, b) => (a.rule < b.rule ? -1 : 1))

/** Editions by the day they begin; where that was moved, by their order. */
function paired(id: string, old: Ruleset, fresh: Ruleset): readonly (readonly [Rule, Rule])[] {
  const [a, b] = [old, fresh].map((ruleset) =>
    [...(ruleset.catalogue.rules.get(id) ?? [])].sort((x, y) => ((x.inForce.from ?? '') < (y.inForce.from ?? '') ? -1 : 1)),
  ) as [Rule[], Rule[]]
  return b.flatMap((edition, at) => {
    const other = a.find(({ inForce }) => inForce.from === edition.inForce.from) ?? (a.length === b.length ? a[at] : a.at(-1))
    return other === undefined ? [] : [[other, edition] as const]
  })
}

/** Of a rule that both have, all but its conditions. */
export const editionChanges = (id: string, old: Ruleset, fresh: Ruleset): readonly DataChange[] =>
  paired(id, old, fresh).flatMap(([before, after]) => ruleDataChanges(id, before, after, old, fresh))

export const changedConditions = (id: string, old: Ruleset, fresh: Ruleset): readonly ConditionChange[] =>
  paired(id, old, fresh).flatMap(([before, after]) => conditionChanges(before, after, old, fresh))

function ruleDiff(
  id: string,
  comparison: RuleComparison,
  { own, touchedBy }: { readonly own: readonly DataChange[]; readonly touchedBy: readonly DataChange[] },
  old: Ruleset,
  fresh: Ruleset,
): { readonly rule: RuleDiff; readonly problems: readonly Problem[] } {
  const { contradicted, refused, ...rest } = comparison
  const conditions = changedConditions(id, old, fresh)
  const title = fresh.catalogue.rules.get(id)?.at(-1)?.title ?? id
  return {
    rule: { rule: id, title, ...rest, conditions, changes: own, touchedBy },
    problems: [
      ...apartProblems(id, title, comparison.apart),
      ...(rest.complete || contradicted.length > 0
        ? []
        : [
            problem('HG9006', ['rules', id], {
              rule: id,
              title,
              titleEn: id,
              steps: String(rest.steps),
              detail: refused[0]?.message ?? '',
              detailEn: refused[0]?.code ?? '',
            }),
          ]),
      ...contradicted.map(({ claimed, got, record }) =>
        problem('HG9007', ['rules', id], {
          rule: id,
          claimed: `${claimed.from} → ${claimed.to}`,
          got: `${got.from} → ${got.to}`,
          record: JSON.stringify(record),
        }),
      ),
    ],
  }
}

/** Facts of the rule that are another question in either version. */
export const apartProblems = (id: string, title: string, apart: RuleComparison['apart']): readonly Problem[] =>
  apart.map(({ fact, parts }) => problem('HG9004', ['rules', id], { rule: id, title, titleEn: id, fact, parts: parts.join('、'), partsEn: parts.join(', ') }))

/** A new rule that says what the old one said, else one whose id is near. */
function renamed(id: string, added: readonly RuleNamed[], old: Ruleset, fresh: Ruleset): { readonly nearest?: string } {
  const said = (ruleset: Ruleset, rule: string): string =>
    JSON.stringify(
      (ruleset.catalogue.rules.get(rule) ?? []).map(({ appliesWhen, violatedWhen }) => [sketch(ruleset.form(appliesWhen)), sketch(ruleset.form(violatedWhen))]),
    )
  const same = added.find(({ rule }) => said(fresh, rule) === said(old, id))
  const near =
    same?.rule ??
    nearest(
      id,
      added.map(({ rule }) => rule),
    )
  return near === undefined ? {} : { nearest: near }
}

const renamedProblem = ({ rule, title, nearest: near }: RuleNamed): readonly Problem[] =>
  near === undefined ? [] : [problem('HG9005', ['removed', rule], { rule, title, titleEn: rule, other: near })]

/** Of a comparison, or of the part of one that is about one pack. */
export function owedBy({ rules, added, removed, changes }: Pick<PackDiff, 'rules' | 'added' | 'removed' | 'changes'>): Bump {
  const all = [...changes, ...rules.flatMap((rule) => rule.changes)]
  if (all.some(({ effect }) => effect === 'breaking')) return 'major'
  // What was not decided may change a verdict.
  if (added.length + removed.length > 0 || all.some(({ effect }) => effect === 'effect') || rules.some(({ relation }) => relation !== 'equivalent'))
    return 'minor'
  return all.length > 0 || rules.length > 0 ? 'patch' : 'none'
}

const outcomeWords: Readonly<Record<OutcomeName, string>> = {
  violation: '成立',
  compliant: '不成立',
  'not-applicable': '不适用',
  undetermined: '待查',
  'undetermined-cannot-violate': '待查，但查明了也不成立',
}

/** The examples of a rule as a case file, with the outcome of the new version expected; `left`: those that no case can say. */
export function casesOfDiff(
  { rule, examples }: RuleDiff,
  { vocabulary }: Ruleset,
): { readonly file: RuleCases | undefined; readonly left: readonly CounterExample[] } {
  const cases = examples.flatMap((example): readonly RuleCase[] => {
    if (example.case === undefined) return []
    const answers = Object.entries(example.case.facts).flatMap(([id, value]) => (value === null ? [] : [answerPhrase(id, value, vocabulary)]))
    const place = example.case.region === undefined ? [] : [answerPhrase('record.region', example.case.region, vocabulary)]
    const day = example.case.date === null ? ['行为日期不明'] : [`行为发生在 ${example.case.date}`]
    const said = [...day, ...place, ...answers].join('，')
    return [{ name: `${said}：原来${outcomeWords[example.from]}，现在${outcomeWords[example.to]}。`, ...example.case }]
  })
  return { file: cases.length === 0 ? undefined : { rule, cases }, left: examples.filter((example) => example.case === undefined) }
}
