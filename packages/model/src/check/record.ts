/** A record against the vocabulary: unknown facts with a suggestion, wrong types and values with a place. */
import { type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'
import type { FactDefinition, FactScope } from '../schema/fact.js'
import { isLocalDate, isRegionCode } from '../schema/primitives.js'
import { type InspectionRecord, recordSchema } from '../schema/record.js'
import { acceptorOf } from './acceptor.js'
import type { Catalogue } from './catalogue.js'
import { contradictions } from './contradictions.js'
import { plainDataProblems } from './plain-data.js'
import { departures, describe } from './shape.js'
import type { Vocabulary } from './vocabulary.js'

/** Facts that a record gives by a field of its own. */
export const recordFields: Readonly<Record<string, string>> = {
  'record.region': 'region',
  'record.inspectedOn': 'inspectedOn',
  'record.decidedOn': 'decidedOn',
  'conduct.date': 'conducts[].date',
  'conduct.endedOn': 'conducts[].date',
}

const placeTitles: Readonly<Record<'record' | 'party' | 'site' | 'conduct', readonly [string, string]>> = {
  record: ['记录的 facts', 'the facts of the record'],
  party: ['当事人的 facts', 'the facts of the party'],
  site: ['场所的 facts', 'the facts of the site'],
  conduct: ['行为的 facts', 'the facts of the conduct'],
}

/** Records are flat: nothing in their schema nests deeper than six. */
const MAX_RECORD_DEPTH = 16

let known: ReturnType<typeof acceptorOf> | undefined
/** Only what has faults is worth zod's list of them. */
function hasShapeOfRecord(value: unknown): value is InspectionRecord {
  known ??= acceptorOf(recordSchema)
  return known(value)
}

/** Everything wrong with a record. Empty: it can be assessed. `decidedOn` stands for the record's own, where given. */
export function checkRecord(value: unknown, vocabulary: Vocabulary, catalogue: Catalogue, decidedOn?: string): readonly Problem[] {
  // What is not even plain data is not looked into any further.
  const hostile = plainDataProblems(value, [], MAX_RECORD_DEPTH)
  if (hostile.length > 0) return hostile
  const shape = hasShapeOfRecord(value) ? [] : departures(recordSchema, value, [])
  const record = shape.length === 0 ? (value as InspectionRecord) : usablePart(value)
  const semantic = [...factsOf(record, vocabulary), ...links(record, catalogue), ...contradictions(record, vocabulary, decidedOn)]
  if (shape.length === 0) return semantic
  // Where the shape is wrong, what the rest says about the same place is only an echo.
  const told = new Set(shape.map((found) => JSON.stringify(found.path)))
  return [...shape, ...semantic.filter((found) => !told.has(JSON.stringify(found.path)))]
}

/** What of a misshapen record can still be checked, so that everything is said at once. */
function usablePart(value: unknown): InspectionRecord {
  const object = (part: unknown): Readonly<Record<string, unknown>> =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? (part as Record<string, unknown>) : {}
  const text = (part: unknown): string | undefined => (typeof part === 'string' ? part : undefined)
  const items = (part: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(part) ? Array.from(part, object) : [])
  const holder = (part: Readonly<Record<string, unknown>>, index: number) => ({
    id: text(part['id']) ?? `#${index}`,
    facts: object(part['facts']) as NonNullable<InspectionRecord['facts']>,
  })
  const { parties, sites, conducts, facts, plans, inspectedBy, inspectedOn, decidedOn } = object(value)
  return {
    id: '',
    inspectedOn: text(inspectedOn) ?? '9999-12-31',
    ...(typeof decidedOn === 'string' ? { decidedOn } : {}),
    ...(typeof inspectedBy === 'string' ? { inspectedBy } : {}),
    facts: object(facts) as NonNullable<InspectionRecord['facts']>,
    plans: Array.isArray(plans) ? plans.filter((plan) => typeof plan === 'string') : [],
    parties: items(parties).map(holder),
    sites: items(sites).map(holder),
    conducts: items(conducts).map((conduct, index) => {
      const party = text(conduct['party'])
      const site = text(conduct['site'])
      return {
        ...holder(conduct, index),
        ...(party === undefined ? {} : { party }),
        ...(site === undefined ? {} : { site }),
        ...(typeof conduct['date'] === 'string' ? { date: conduct['date'] } : {}),
        ...(Array.isArray(conduct['goods']) ? { goods: [] } : {}),
      }
    }),
  }
}

function factsOf(record: InspectionRecord, vocabulary: Vocabulary): readonly Problem[] {
  const found: Problem[] = []
  const check = (facts: Readonly<Record<string, unknown>> = {}, scope: keyof typeof placeTitles, path: Path, hasGoods = false): void => {
    for (const id of Object.keys(facts)) {
      const fact = vocabulary.facts.get(id)
      if (fact === undefined || !isFine(fact, facts[id], scope, hasGoods))
        found.push(...factProblems(id, fact, facts[id], scope, [...path, 'facts', id], vocabulary, hasGoods))
    }
  }
  check(record.facts, 'record', [])
  for (const [index, party] of (record.parties ?? []).entries()) check(party.facts, 'party', ['parties', index])
  for (const [index, site] of (record.sites ?? []).entries()) check(site.facts, 'site', ['sites', index])
  for (const [index, conduct] of record.conducts.entries()) check(conduct.facts, 'conduct', ['conducts', index], Array.isArray(conduct.goods))
  return found
}

/** A conduct may also carry facts of its party and site: most records have one of each. */
const fits = (fact: FactDefinition, scope: keyof typeof placeTitles): boolean =>
  fact.scope === scope || (scope === 'conduct' && (fact.scope === 'party' || fact.scope === 'site'))

/** What nearly every fact is; the others are looked at one thing after the other. */
const isFine = (fact: FactDefinition, value: unknown, scope: keyof typeof placeTitles, hasGoods: boolean): boolean =>
  fits(fact, scope) && recordFields[fact.id] === undefined && !(hasGoods && fact.aggregate !== undefined) && (value === null || isValueOf(fact, value))

function factProblems(
  id: string,
  fact: FactDefinition | undefined,
  value: unknown,
  scope: keyof typeof placeTitles,
  path: Path,
  vocabulary: Vocabulary,
  hasGoods: boolean,
): readonly Problem[] {
  if (fact === undefined) return [problem('HG5001', path, { fact: shown(id), ...suggestion(id, vocabulary.facts.keys()) })]
  if (fact.scope === 'limit') return [problem('HG5008', path, { fact: id })]
  const field = recordFields[id]
  if (field !== undefined) return [problem('HG5010', path, { fact: id, field })]
  if (!fits(fact, scope)) return [problem('HG5004', path, misplaced(id, fact.scope, scope))]
  if (fact.aggregate !== undefined && hasGoods) return [problem('HG5007', path, { fact: id })]
  return value === null ? [] : valueProblems(fact, value, path)
}

function misplaced(fact: string, scope: FactScope, found: keyof typeof placeTitles): Readonly<Record<string, string>> {
  const [expected, expectedEn] = scope === 'limit' || scope === 'unit' ? ['别处', 'another place'] : placeTitles[scope]
  return { fact, expected, expectedEn, found: placeTitles[found][0], foundEn: placeTitles[found][1] }
}

/** The type and, of choices, the choices. */
function isValueOf(fact: FactDefinition, value: unknown): boolean {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    case 'date':
      return isLocalDate(value)
    case 'region':
      return isRegionCode(value)
    case 'text':
      return typeof value === 'string'
    case 'enum':
      return isChoice(fact, value)
    case 'set':
      return Array.isArray(value) && value.every((each) => isChoice(fact, each))
    default:
      return fact.type satisfies never
  }
}

const isChoice = ({ values }: FactDefinition, value: unknown): boolean => values?.some((each) => each.value === value) === true

/** Type and choices of one value. Shared with whatever else supplies facts, such as providers. */
export function valueProblems(fact: FactDefinition, value: unknown, path: Path): readonly Problem[] {
  if (isValueOf(fact, value)) return []
  const wrong = (expected: string, expectedEn: string, hint: string, hintEn: string, at: Path = path, found: unknown = value): readonly Problem[] => [
    problem('HG5002', at, { fact: fact.id, title: fact.title, titleEn: fact.id, expected, expectedEn, hint, hintEn, ...describe(found) }),
  ]
  const choiceOf = (each: unknown, at: Path): readonly Problem[] =>
    typeof each === 'string' ? choice(fact, each, at) : wrong('可选值', 'one of the choices', '写可选值之一。', 'Write one of the choices.', at, each)
  switch (fact.type) {
    case 'boolean':
      return wrong('true 或 false', 'true or false', '不知道就不写，或写 null。', 'Leave it out, or write null, when it is not known.')
    case 'number':
      return typeof value === 'string'
        ? wrong('数字', 'a number', '去掉引号和单位，只写数字，例如 12。', 'Write the bare number without quotes or unit, such as 12.')
        : wrong('数字', 'a number', '写普通数字。', 'Write a plain number.')
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? [problem('HG2006', path, { found: shown(value) })]
        : wrong('日期 YYYY-MM-DD', 'a date YYYY-MM-DD', '例如 2023-01-05。', 'Such as 2023-01-05.')
    case 'region':
      return wrong(
        '行政区划代码',
        'a region code',
        '写 6、9 或 12 位数字，加双引号，例如 "500000"。',
        'Write 6, 9 or 12 digits in double quotes, such as "500000".',
      )
    case 'text':
      return wrong('文字', 'text', '加上双引号。', 'Put it in double quotes.')
    case 'enum':
      return choiceOf(value, path)
    case 'set':
      return Array.isArray(value)
        ? value.flatMap((each: unknown, index) => choiceOf(each, [...path, index]))
        : wrong('列表 […]', 'a list […]', '写成列表。', 'Write a list.')
    default:
      return fact.type satisfies never
  }
}

function choice(fact: FactDefinition, value: string, path: Path): readonly Problem[] {
  const allowed = (fact.values ?? []).map((each) => each.value)
  if (allowed.includes(value)) return []
  const titled = (fact.values ?? []).map((each) => `${each.value}（${each.title}）`)
  return [
    problem('HG5003', path, {
      fact: fact.id,
      title: fact.title,
      titleEn: fact.id,
      found: shown(value),
      allowed: titled.join('、'),
      allowedEn: allowed.join(', '),
      ...suggestion(value, allowed),
    }),
  ]
}

function links(record: InspectionRecord, catalogue: Catalogue): readonly Problem[] {
  const parties = (record.parties ?? []).map((party) => party.id)
  const sites = (record.sites ?? []).map((site) => site.id)
  const missing = (what: string, whatEn: string, id: string, known: Iterable<string>, path: Path): Problem =>
    problem('HG5005', path, { what, whatEn, id: shown(id), ...suggestion(id, known) })
  const twice = (what: string, whatEn: string, ids: readonly string[], path: string): readonly Problem[] =>
    ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [problem('HG5006', [path, index, 'id'], { what, whatEn, id })]))
  return [
    ...twice('当事人', 'the parties', parties, 'parties'),
    ...twice('场所', 'the sites', sites, 'sites'),
    ...twice(
      '行为',
      'the conducts',
      record.conducts.map((conduct) => conduct.id),
      'conducts',
    ),
    ...record.conducts.flatMap((conduct, index) => [
      ...(conduct.party === undefined || parties.includes(conduct.party)
        ? []
        : [missing('当事人', 'The party', conduct.party, parties, ['conducts', index, 'party'])]),
      ...(conduct.site === undefined || sites.includes(conduct.site) ? [] : [missing('场所', 'The site', conduct.site, sites, ['conducts', index, 'site'])]),
    ]),
    ...(typeof record.inspectedBy !== 'string' || catalogue.organs.has(record.inspectedBy)
      ? []
      : [missing('检查主体', 'The inspecting organ', record.inspectedBy, catalogue.organs.keys(), ['inspectedBy'])]),
    ...(record.plans ?? []).flatMap((plan, index) =>
      catalogue.plans.has(plan) ? [] : [missing('方案', 'The plan', plan, catalogue.plans.keys(), ['plans', index])],
    ),
  ]
}
