/**
 * Conditions against the vocabulary: refuses, with a place, everything that json-rules-engine would quietly
 * take for true or false – empty `any`, `any` beside `all`, unknown keys, operators and facts, values of the
 * wrong type, and facts used where their question makes no sense.
 */
import { choices, type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'
import { isFactReference, type OperatorName, operators } from '../schema/condition.js'
import type { FactDefinition, FactType } from '../schema/fact.js'
import { isLocalDate, isRegionCode } from '../schema/primitives.js'
import { isOfCalendar } from './calendar-facts.js'
import { guardProblems } from './guards.js'
import { describe } from './shape.js'
import type { Vocabulary } from './vocabulary.js'

export const MAX_CONDITION_DEPTH = 32

const connectives = ['all', 'any', 'not', 'condition', 'fact'] as const
const leafKeys = ['fact', 'operator', 'value', 'note']

const equality: readonly OperatorName[] = ['equal', 'notEqual']
const membership: readonly OperatorName[] = ['equal', 'notEqual', 'in', 'notIn']
export const operatorsFor: Readonly<Record<FactType, readonly OperatorName[]>> = {
  boolean: equality,
  enum: membership,
  text: membership,
  set: ['contains', 'doesNotContain'],
  number: [...equality, 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
  date: [...equality, 'before', 'onOrBefore', 'after', 'onOrAfter'],
  region: ['within', 'notWithin'],
}

const typeTitles: Readonly<Record<FactType, readonly [string, string]>> = {
  boolean: ['是否', 'yes or no'],
  enum: ['单选', 'one of a list'],
  set: ['多选', 'several of a list'],
  number: ['数字', 'number'],
  date: ['日期', 'date'],
  region: ['行政区划', 'region'],
  text: ['文字', 'text'],
}
const typeTitle = (type: FactType): { type: string; typeEn: string } => ({ type: typeTitles[type][0], typeEn: typeTitles[type][1] })

/** Everything wrong with one condition. `established`: conditions known to hold wherever this one is asked. */
export function checkCondition(condition: unknown, path: Path, vocabulary: Vocabulary, established: readonly unknown[] = []): readonly Problem[] {
  const problems = structure(condition, path, vocabulary, 0)
  return problems.length > 0 ? problems : guardProblems(condition, path, vocabulary, established)
}

function structure(node: unknown, path: Path, vocabulary: Vocabulary, depth: number): readonly Problem[] {
  if (depth > MAX_CONDITION_DEPTH) return [problem('HG3014', path, { limit: String(MAX_CONDITION_DEPTH) })]
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [problem('HG3013', path)]
  const keys = Object.keys(node)
  const kinds = connectives.filter((key) => keys.includes(key))
  const [kind] = kinds
  if (kind === undefined) {
    const [first] = keys
    return first === undefined
      ? [problem('HG3013', path)]
      : [problem('HG3003', [...path, first], { key: shown(first), ...suggestion(first, [...connectives, ...leafKeys]) })]
  }
  if (kinds.length > 1) return [problem('HG3002', path, { keys: kinds.join('、'), keysEn: kinds.join(', ') })]
  const allowed = kind === 'fact' ? leafKeys : [kind, 'note']
  const unknown = keys.filter((key) => !allowed.includes(key)).map((key) => problem('HG3003', [...path, key], { key: shown(key), ...suggestion(key, allowed) }))
  const parts = node as Readonly<Record<string, unknown>>
  return [...unknown, ...content(kind, parts, path, vocabulary, depth)]
}

function content(
  kind: (typeof connectives)[number],
  node: Readonly<Record<string, unknown>>,
  path: Path,
  vocabulary: Vocabulary,
  depth: number,
): readonly Problem[] {
  switch (kind) {
    case 'all':
    case 'any': {
      const parts = node[kind]
      if (!Array.isArray(parts)) return [problem('HG2003', [...path, kind], { expected: '列表 […]', expectedEn: 'a list […]', ...describe(parts) })]
      if (parts.length === 0) return [problem('HG3001', [...path, kind], { key: kind })]
      return parts.flatMap((part, index) => structure(part, [...path, kind, index], vocabulary, depth + 1))
    }
    case 'not':
      return structure(node['not'], [...path, 'not'], vocabulary, depth + 1)
    case 'condition': {
      const name = asText(node['condition'])
      if (!vocabulary.conditions.has(name))
        return [problem('HG3010', [...path, 'condition'], { condition: shown(name), ...suggestion(name, vocabulary.conditions.keys()) })]
      return refersToItself(name, vocabulary) ? [problem('HG3012', [...path, 'condition'], { condition: name })] : []
    }
    case 'fact':
      return leaf(node, path, vocabulary)
    default:
      return kind satisfies never
  }
}

function refersToItself(name: string, vocabulary: Vocabulary): boolean {
  const seen = new Set<string>()
  const open: unknown[] = [vocabulary.conditions.get(name)?.condition]
  while (open.length > 0) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    const named = (node as { condition?: unknown }).condition
    if (typeof named !== 'string') {
      for (const part of Object.values(node)) open.push(part)
      continue
    }
    if (named === name) return true
    if (!seen.has(named)) open.push(vocabulary.conditions.get(named)?.condition)
    seen.add(named)
  }
  return false
}

/** An id as it was written; of anything but text, what it looks like. Objects may have no text form at all. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : shown(value))

const unusableFact = (id: string, path: Path, { facts }: Vocabulary): Problem =>
  isOfCalendar(id) ? problem('HG3015', path, { fact: shown(id) }) : problem('HG3004', path, { fact: shown(id), ...suggestion(id, facts.keys()) })

function leaf(node: Readonly<Record<string, unknown>>, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  const id = asText(node['fact'])
  const missing = ['operator', 'value'].filter((key) => !Object.hasOwn(node, key)).map((key) => problem('HG2001', [...path, key], { key }))
  if (missing.length > 0) return missing
  const fact = vocabulary.facts.get(id)
  const unknownFact = fact === undefined || isOfCalendar(id) ? [unusableFact(id, [...path, 'fact'], vocabulary)] : []
  const operator = asText(node['operator'])
  if (!(operators as readonly string[]).includes(operator)) {
    const allowed = fact === undefined ? operators : operatorsFor[fact.type]
    return [...unknownFact, problem('HG3005', [...path, 'operator'], { operator: shown(operator), ...choices(allowed), ...suggestion(operator, allowed) })]
  }
  if (fact === undefined || unknownFact.length > 0) return unknownFact
  const allowed = operatorsFor[fact.type]
  if (!allowed.includes(operator as OperatorName)) {
    return [problem('HG3006', [...path, 'operator'], { fact: id, ...typeTitle(fact.type), operator, ...choices(allowed) })]
  }
  return comparedValue(fact, operator as OperatorName, node['value'], [...path, 'value'], vocabulary)
}

function comparedValue(fact: FactDefinition, operator: OperatorName, value: unknown, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  if (isFactReference(value)) {
    const id = asText(value.fact)
    const other = vocabulary.facts.get(id)
    if (other === undefined || isOfCalendar(id)) return [unusableFact(id, [...path, 'fact'], vocabulary)]
    const same =
      other.type === fact.type && other.unit === fact.unit && !['in', 'notIn', 'contains', 'doesNotContain', 'within', 'notWithin'].includes(operator)
    const kind = (each: FactDefinition, title: string): string => `${title}${each.unit === undefined ? '' : `/${each.unit}`}`
    const [left, right] = [typeTitle(fact.type), typeTitle(other.type)]
    return same
      ? []
      : [
          problem('HG3011', path, {
            fact: fact.id,
            other: id,
            left: kind(fact, left.type),
            leftEn: kind(fact, left.typeEn),
            right: kind(other, right.type),
            rightEn: kind(other, right.typeEn),
          }),
        ]
  }
  const wantsList = operator === 'in' || operator === 'notIn' || operator === 'within' || operator === 'notWithin'
  if (wantsList && !Array.isArray(value)) return [wrongValue(fact, value, path, '列表 […]', 'a list […]')]
  if (wantsList && (value as readonly unknown[]).length === 0) return [problem('HG2008', path, { minimum: '1' })]
  const parts: readonly (readonly [unknown, Path])[] = wantsList
    ? (value as readonly unknown[]).map((part, index) => [part, [...path, index]] as const)
    : [[value, path]]
  return parts.flatMap(([part, place]) => literal(fact, part, place))
}

function literal(fact: FactDefinition, value: unknown, path: Path): readonly Problem[] {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean' ? [] : [wrongValue(fact, value, path, 'true 或 false', 'true or false')]
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? [] : [wrongValue(fact, value, path, '数字', 'a number')]
    case 'date':
      return isLocalDate(value) ? [] : [wrongValue(fact, value, path, '日期 YYYY-MM-DD', 'a date YYYY-MM-DD')]
    case 'region':
      return isRegionCode(value) ? [] : [wrongValue(fact, value, path, '行政区划代码', 'a region code')]
    case 'text':
      return typeof value === 'string' ? [] : [wrongValue(fact, value, path, '文字', 'text')]
    case 'enum':
    case 'set': {
      const allowed = (fact.values ?? []).map((each) => each.value)
      if (typeof value !== 'string') return [wrongValue(fact, value, path, '可选值', 'one of the choices')]
      return allowed.includes(value)
        ? []
        : [problem('HG3008', path, { found: shown(value), fact: fact.id, ...choices(allowed), ...suggestion(value, allowed) })]
    }
    default:
      return fact.type satisfies never
  }
}

const wrongValue = (fact: FactDefinition, value: unknown, path: Path, expected: string, expectedEn: string): Problem =>
  problem('HG3007', path, { fact: fact.id, ...typeTitle(fact.type), expected, expectedEn, ...describe(value) })
