/**
 * Packs as a whole: shape, vocabulary, conditions, references. Everything is reported at once; paths begin
 * with the index of the pack in the list that was given.
 */
import { type Path, type Problem, problem, suggestion } from '../problems/problem.js'
import type { Consequence, Instrument } from '../schema/law.js'
import { type Pack, packSchema } from '../schema/pack.js'
import { ruleSchema } from '../schema/rule.js'
import { checkAmounts } from './amounts.js'
import { checkBenchmarks } from './benchmarks.js'
import { conditionsOfProcedure } from './case-procedures.js'
import { catalogueOf } from './catalogue.js'
import { checkCondition } from './conditions.js'
import { checkEditions } from './editions.js'
import { checkNormRelations } from './norm-relations.js'
import { plainDataProblems } from './plain-data.js'
import { checkPlanFormulas } from './plan-formulas.js'
import { checkPlanStages } from './plan-stages.js'
import { checkReferences } from './references.js'
import { departures } from './shape.js'
import { checkTracing } from './tracing.js'
import { besidesUnfilled, unfilledProblems } from './unfilled.js'
import { checkVillageCadres } from './village-cadres.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

export interface CheckedPacks {
  /** The packs that have the right shape; only with no error at all may they be evaluated. */
  readonly packs: readonly Pack[]
  readonly vocabulary: Vocabulary
  readonly problems: readonly Problem[]
}

export function checkPacks(values: readonly unknown[]): CheckedPacks {
  // A list of lists: spread as arguments, a hundred thousand problems would overflow the stack.
  const problems: (readonly Problem[])[] = []
  const packs: Pack[] = []
  for (const [index, value] of values.entries()) {
    const hostile = plainDataProblems(value, [index])
    const found = hostile.length > 0 ? hostile : shapeOfPack(value, [index])
    problems.push(found)
    if (found.length === 0) packs.push(value as Pack)
  }
  if (packs.length !== values.length) return { packs, vocabulary: empty, problems: problems.flat() }
  const { vocabulary, problems: vocabularyProblems } = vocabularyOf(packs)
  problems.push(vocabularyProblems, ...packs.map((pack, index) => conditionsOf(pack, [index], vocabulary)), checkEditions(packs), checkReferences(packs))
  const catalogue = catalogueOf(packs)
  problems.push(checkAmounts(packs), checkBenchmarks(packs, vocabulary), checkNormRelations(packs))
  problems.push(checkPlanStages(packs, catalogue), checkPlanFormulas(packs, vocabulary, catalogue))
  problems.push(checkVillageCadres(packs))
  return { packs, vocabulary, problems: problems.flat() }
}

function shapeOfPack(value: unknown, path: Path): readonly Problem[] {
  const unfilled = unfilledProblems(value, path)
  return [
    ...unfilled,
    ...besidesUnfilled(
      withConditions(conditionShapes(value, path), () => departures(packSchema, value, path)),
      unfilled,
    ),
  ]
}

/** The shape of one rule: traps in its conditions in their own words, the rest as the schema says it. */
export function checkRuleShape(rule: unknown, path: Path = []): readonly Problem[] {
  const hostile = plainDataProblems(rule, path)
  if (hostile.length > 0) return hostile
  return withConditions(
    checkRuleConditions(rule, path, empty).filter((found) => structural.has(found.code)),
    () => departures(ruleSchema, rule, path),
  )
}

/** A condition that was explained in its own words needs no second complaint from the schema. */
function withConditions(conditions: readonly Problem[], shape: () => readonly Problem[]): readonly Problem[] {
  // The schema recurses as deep as the document; a condition that is too deep must not reach it.
  if (conditions.some((found) => found.code === 'HG3014')) return conditions
  const explained = new Set(conditions.map((found) => JSON.stringify(found.path)))
  const around = new Set(conditions.flatMap((found) => prefixes(found.path)))
  // With a key nobody knows, the schema cannot tell what else such an object should have had.
  const unclear = new Set(conditions.filter((found) => found.code === 'HG3003').map((found) => parent(found.path)))
  const repeated = (found: Problem): boolean =>
    around.has(JSON.stringify(found.path)) ||
    prefixes(found.path).some((prefix) => explained.has(prefix)) ||
    (found.code === 'HG2001' && unclear.has(parent(found.path)))
  return [...conditions, ...shape().filter((found) => !repeated(found))]
}

const parent = (path: Path): string => JSON.stringify(path.slice(0, -1))
const prefixes = (path: Path): readonly string[] => Array.from({ length: path.length + 1 }, (_, length) => JSON.stringify(path.slice(0, length)))

const empty: Vocabulary = { facts: new Map(), conditions: new Map() }
const structural = new Set(['HG3001', 'HG3002', 'HG3003', 'HG3013', 'HG3014', 'HG3005', 'HG2001', 'HG2003'])

/** The traps of the condition language, found before the schema's union can only say "invalid". */
function conditionShapes(value: unknown, path: Path): readonly Problem[] {
  const pack = value as { rules?: unknown }
  if (typeof value !== 'object' || value === null || !Array.isArray(pack.rules)) return []
  return pack.rules.flatMap((rule: unknown, index) => checkRuleConditions(rule, [...path, 'rules', index], empty).filter((found) => structural.has(found.code)))
}

/** `appliesWhen` and `violatedWhen` of a rule that need not have the right shape otherwise. */
export function checkRuleConditions(rule: unknown, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  if (typeof rule !== 'object' || rule === null) return []
  const { appliesWhen, violatedWhen } = rule as { appliesWhen?: unknown; violatedWhen?: unknown }
  return [
    ...(appliesWhen === undefined ? [] : checkCondition(appliesWhen, [...path, 'appliesWhen'], vocabulary)),
    ...(violatedWhen === undefined ? [] : checkCondition(violatedWhen, [...path, 'violatedWhen'], vocabulary, [appliesWhen])),
  ]
}

function conditionsOf(pack: Pack, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  const at = (...rest: Path): Path => [...path, ...rest]
  return [
    ...pack.facts.flatMap((fact, index) => (fact.askedWhen === undefined ? [] : checkCondition(fact.askedWhen, at('facts', index, 'askedWhen'), vocabulary))),
    ...pack.conditions.flatMap((named, index) => checkCondition(named.condition, at('conditions', index, 'condition'), vocabulary)),
    ...pack.rules.flatMap((rule, index) => checkRuleConditions(rule, at('rules', index), vocabulary)),
    ...pack.timeLimits.flatMap((limit, index) =>
      limit.editions.flatMap((edition, place) => dateFact(edition.start, at('timeLimits', index, 'editions', place, 'start'), vocabulary)),
    ),
    ...pack.caseProcedures.flatMap((procedure, index) => conditionsOfProcedure(procedure, at('caseProcedures', index), vocabulary, dateFact)),
    ...pack.circumstances.flatMap((circumstance, index) =>
      circumstance.editions.flatMap((edition, place) => checkCondition(edition.when, at('circumstances', index, 'editions', place, 'when'), vocabulary)),
    ),
    ...pack.facts.flatMap((fact, index) =>
      fact.deadline === undefined ? [] : dateFact(fact.deadline.from, at('facts', index, 'deadline', 'from'), vocabulary),
    ),
    ...pack.instruments.flatMap((instrument, index) => conditionsOfInstrument(instrument, at('instruments', index), vocabulary)),
    ...pack.plans.flatMap((plan, index) => checkTracing(plan, at('plans', index), vocabulary)),
    ...pack.plans.flatMap((plan, index) =>
      plan.measures.flatMap((measure, measureIndex) =>
        measure.routes.flatMap((route, routeIndex) =>
          route.when === undefined ? [] : checkCondition(route.when, at('plans', index, 'measures', measureIndex, 'routes', routeIndex, 'when'), vocabulary),
        ),
      ),
    ),
  ]
}

function conditionsOfInstrument(instrument: Instrument, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  return instrument.norms.flatMap((norm, index) =>
    norm.editions.flatMap((edition, at) => {
      const place: Path = [...path, 'norms', index, 'editions', at]
      return [
        ...(edition.appliesWhen === undefined ? [] : checkCondition(edition.appliesWhen, [...place, 'appliesWhen'], vocabulary)),
        ...(edition.consequence === undefined ? [] : conditionsOfConsequence(edition.consequence, [...place, 'consequence'], vocabulary)),
      ]
    }),
  )
}

function conditionsOfConsequence(node: Consequence, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  if ('measure' in node) {
    return node.measure.multiple === undefined ? [] : multipleOf(node.measure.multiple.of, [...path, 'measure', 'multiple', 'of'], vocabulary)
  }
  if ('all' in node) return node.all.flatMap((part, index) => conditionsOfConsequence(part, [...path, 'all', index], vocabulary))
  if ('oneOf' in node) return node.oneOf.flatMap((part, index) => conditionsOfConsequence(part, [...path, 'oneOf', index], vocabulary))
  return [
    ...(node.base === null ? [] : conditionsOfConsequence(node.base, [...path, 'base'], vocabulary)),
    ...node.tiers.flatMap((tier, index) => [
      ...checkCondition(tier.when, [...path, 'tiers', index, 'when'], vocabulary),
      ...conditionsOfConsequence(tier.then, [...path, 'tiers', index, 'then'], vocabulary),
    ]),
  ]
}

function dateFact(id: string, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  const fact = vocabulary.facts.get(id)
  if (fact === undefined) return [problem('HG3004', path, { fact: id, ...suggestion(id, vocabulary.facts.keys()) })]
  return fact.type === 'date'
    ? []
    : [problem('HG2011', path, { detail: `“${id}” 不是日期，不能作起算日`, detailEn: `“${id}” is not a date, so no time limit can start from it` })]
}

function multipleOf(id: string, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  const fact = vocabulary.facts.get(id)
  if (fact === undefined) return [problem('HG3004', path, { fact: id, ...suggestion(id, vocabulary.facts.keys()) })]
  return fact.unit === 'yuan'
    ? []
    : [
        problem('HG2011', path, {
          detail: `“${id}” 不是以元计的事实，不能作倍数的基数`,
          detailEn: `“${id}” is not a fact in yuan, so nothing can be a multiple of it`,
        }),
      ]
}
