/** Mutants of a condition: one comparison, one listed value or one connective is not what it was. */
import { addDays } from '@hegui/calendar'
import { type NormalForm, significant } from '@hegui/engine'
import { type Condition, isFactReference, type Leaf, type OperatorName, oppositeOf, type Path, type Vocabulary } from '@hegui/model'
import { stepOf, tidy } from '../meaning/values.js'
import type { MutationKind } from './mutant.js'

export interface ConditionMutant {
  readonly kind: MutationKind
  readonly path: Path
  /** Of a comparison. */
  readonly fact?: string
  readonly condition: Condition
}

type FormOf = (condition: Condition) => NormalForm

/** Those that say the same as the condition, or as one before, are left out. Named conditions are not looked into: they are mutated by themselves. */
export function conditionMutants(condition: Condition, vocabulary: Vocabulary, formOf: FormOf): readonly ConditionMutant[] {
  const seen = new Set([sketch(formOf(condition))])
  return [...mutantsIn(condition, [], vocabulary)].filter((mutant) => {
    const said = sketch(formOf(mutant.condition))
    if (seen.has(said)) return false
    seen.add(said)
    return true
  })
}

const sketch = (form: NormalForm): string =>
  form.kind === 'leaf'
    ? JSON.stringify([form.leaf.fact, form.leaf.operator, form.leaf.value])
    : form.parts.length === 1
      ? sketch(form.parts[0] as NormalForm)
      : `${form.kind}(${form.parts.map(sketch).join()})`

function* mutantsIn(node: Condition, path: Path, vocabulary: Vocabulary): Generator<ConditionMutant> {
  const within = function* (part: Condition, at: Path, put: (changed: Condition) => Condition): Generator<ConditionMutant> {
    for (const mutant of mutantsIn(part, [...path, ...at], vocabulary)) yield { ...mutant, condition: put(mutant.condition) }
  }
  if ('not' in node) {
    yield { kind: 'connective', path: [...path, 'not'], condition: node.not }
    yield* within(node.not, ['not'], (changed) => ({ ...node, not: changed }))
    return
  }
  if ('condition' in node) {
    yield { kind: 'connective', path, condition: { not: node } }
    return
  }
  if ('fact' in node) {
    for (const { kind, leaf } of leafMutants(node, vocabulary)) yield { kind, path, fact: node.fact, condition: leaf }
    return
  }
  const [key, other] = 'all' in node ? (['all', 'any'] as const) : (['any', 'all'] as const)
  const parts = 'all' in node ? node.all : node.any
  const joined = (by: 'all' | 'any', changed: readonly Condition[]): Condition => (by === 'all' ? { all: changed } : { any: changed })
  yield { kind: 'connective', path: [...path, key], condition: joined(other, parts) }
  yield { kind: 'connective', path, condition: { not: node } }
  for (const [at, part] of parts.entries()) {
    const rest = parts.filter((_, index) => index !== at)
    if (rest.length > 0) yield { kind: 'part', path: [...path, key, at], condition: joined(key, rest) }
    yield* within(part, [key, at], (changed) =>
      joined(
        key,
        parts.map((each, index) => (index === at ? changed : each)),
      ),
    )
  }
}

interface LeafMutant {
  readonly kind: MutationKind
  readonly leaf: Leaf
}

/** At the threshold the two differ. */
const inclusive: Readonly<Partial<Record<OperatorName, OperatorName>>> = {
  lessThan: 'lessThanInclusive',
  lessThanInclusive: 'lessThan',
  greaterThan: 'greaterThanInclusive',
  greaterThanInclusive: 'greaterThan',
  before: 'onOrBefore',
  onOrBefore: 'before',
  after: 'onOrAfter',
  onOrAfter: 'after',
}

function leafMutants(leaf: Leaf, vocabulary: Vocabulary): readonly LeafMutant[] {
  const edge = inclusive[leaf.operator]
  return [
    { kind: 'comparison', leaf: { ...leaf, operator: oppositeOf[leaf.operator] } },
    ...(edge === undefined ? [] : [{ kind: 'comparison', leaf: { ...leaf, operator: edge } } as const]),
    ...valueMutants(leaf, vocabulary),
  ]
}

function valueMutants(leaf: Leaf, { facts }: Vocabulary): readonly LeafMutant[] {
  const { value, operator } = leaf
  const fact = facts.get(leaf.fact)
  if (isFactReference(value) || fact === undefined) return []
  const to = (kind: MutationKind, changed: Leaf['value'], by: OperatorName = operator): LeafMutant => ({
    kind,
    leaf: { ...leaf, operator: by, value: changed },
  })
  if (typeof value === 'number') return neighbours(value).map((each) => to('threshold', each))
  if (fact.type === 'date' && typeof value === 'string') return [-1, 1].map((by) => to('threshold', addDays(value, by)))
  const listed = [value].flat() as readonly string[]
  const other = fact.values?.find((each) => !listed.includes(each.value))?.value
  switch (operator) {
    case 'in':
    case 'notIn':
    case 'within':
    case 'notWithin':
      return [
        ...(listed.length < 2
          ? []
          : listed.map((_, at) =>
              to(
                'value',
                listed.filter((_each, index) => index !== at),
              ),
            )),
        ...(other === undefined ? [] : [to('value', [...listed, other])]),
        ...listed.flatMap((region, at) =>
          fact.type === 'region'
            ? wider(region).map((outer) =>
                to(
                  'value',
                  listed.map((each, index) => (index === at ? outer : each)),
                ),
              )
            : [],
        ),
      ]
    case 'equal':
    case 'notEqual':
      return other === undefined ? [] : [to('value', [...listed, other], operator === 'equal' ? 'in' : 'notIn')]
    case 'contains':
    case 'doesNotContain':
      return other === undefined ? [] : [to('value', other)]
    default:
      return []
  }
}

/** One step below and above; nothing that is measured is below zero. */
export const neighbours = (figure: number): readonly number[] => [figure - stepOf(figure), figure + stepOf(figure)].map(tidy).filter((each) => each >= 0)

/** The place that a place is part of. */
function wider(region: string): readonly string[] {
  const digits = significant(region)
  if (digits.length <= 2) return []
  const outer = digits.slice(0, digits.length <= 6 ? digits.length - 2 : digits.length === 9 ? 6 : 9)
  return [outer.length < 6 ? outer.padEnd(6, '0') : outer]
}
