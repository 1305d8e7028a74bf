/** Random vocabularies, conditions over them, and facts with gaps. Values are few, so that comparisons often meet. */
import {
  type Condition,
  type FactDefinition,
  type FactType,
  type FactValue,
  type Leaf,
  type NamedCondition,
  type OperatorName,
  operatorsFor,
} from '@hegui/model'
import * as fc from 'fast-check'
import { fact } from './builders.js'

export type Facts = ReadonlyMap<string, FactValue>

const enumValues = ['red', 'green', 'blue']
const valuesOf: Readonly<Record<FactType, readonly FactValue[]>> = {
  boolean: [true, false],
  enum: enumValues,
  set: [[], ['red'], ['red', 'blue'], enumValues],
  number: [-1, 0, 1, 2.5, 3],
  date: ['2016-02-05', '2016-02-06', '2023-01-10'],
  region: ['500000', '500241', '500241107', '410103', '500241107201'],
  text: ['甲', '乙'],
}

/** One to three facts of each type; numbers in kg or in persons. */
const vocabulary: fc.Arbitrary<readonly FactDefinition[]> = fc
  .tuple(...(Object.keys(valuesOf) as FactType[]).map((type) => fc.integer({ min: 1, max: 3 }).map((count) => ({ type, count }))))
  .map((kinds) =>
    kinds.flatMap(({ type, count }) =>
      Array.from({ length: count }, (_, index) =>
        fact(`${type}.f${index}`, {
          type,
          ...(type === 'number' ? { unit: index === 2 ? ('person' as const) : ('kg' as const) } : {}),
          ...(type === 'enum' || type === 'set' ? { values: enumValues.map((value) => ({ value, title: value })) } : {}),
        }),
      ),
    ),
  )

const listed: ReadonlySet<OperatorName> = new Set(['in', 'notIn', 'within', 'notWithin'])
const unary: ReadonlySet<OperatorName> = new Set(['contains', 'doesNotContain'])

const literal = (definition: FactDefinition): fc.Arbitrary<string | number | boolean> =>
  definition.type === 'set' ? fc.constantFrom(...enumValues) : fc.constantFrom(...(valuesOf[definition.type] as readonly (string | number | boolean)[]))

function leafOf(definition: FactDefinition, facts: readonly FactDefinition[]): fc.Arbitrary<Leaf> {
  const alike = facts.filter((other) => other.type === definition.type && other.unit === definition.unit)
  return fc.constantFrom(...operatorsFor[definition.type]).chain((operator): fc.Arbitrary<Leaf> => {
    if (listed.has(operator)) return fc.array(literal(definition), { minLength: 1, maxLength: 3 }).map((value) => ({ fact: definition.id, operator, value }))
    const compared = literal(definition).map((value): Leaf => ({ fact: definition.id, operator, value }))
    const reference = fc.constantFrom(...alike).map((other): Leaf => ({ fact: definition.id, operator, value: { fact: other.id } }))
    return unary.has(operator) ? compared : fc.oneof({ weight: 3, arbitrary: compared }, { weight: 1, arbitrary: reference })
  })
}

/** Nested all, any and not, down to a depth of four; `names` may be referred to. */
function condition(facts: readonly FactDefinition[], names: readonly string[] = []): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...facts).chain((definition) => leafOf(definition, facts))
  const named = names.length === 0 ? [] : [{ weight: 1, arbitrary: fc.constantFrom(...names).map((name): Condition => ({ condition: name })) }]
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 4, arbitrary: leaf as fc.Arbitrary<Condition> },
      { weight: 2, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })) },
      { weight: 2, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })) },
      { weight: 1, arbitrary: tie('node').map((not): Condition => ({ not })) },
      ...named,
    ),
  })).node
}

const namedConditions = (facts: readonly FactDefinition[]): fc.Arbitrary<readonly NamedCondition[]> =>
  fc.tuple(condition(facts), condition(facts, ['test/first'])).map(([first, second]) => [
    { id: 'test/first', title: '第一', condition: first },
    { id: 'test/second', title: '第二', condition: second },
  ])

/** Places as fine as a code can be: a coarser one would leave some comparisons unknown (see coarse-region.test.ts). */
const places = ['500241107201', '500241107202', '410103205201']

/** A value for every fact, none of them too coarse. */
const completeFacts = (facts: readonly FactDefinition[]): fc.Arbitrary<Facts> =>
  fc
    .tuple(
      ...facts.map((definition) =>
        fc.constantFrom(...(definition.type === 'region' ? places : valuesOf[definition.type])).map((value) => [definition.id, value] as const),
      ),
    )
    .map((entries) => new Map(entries))

/** Complete facts, and the same with gaps: about half of them are unknown. */
const factsWithGaps = (facts: readonly FactDefinition[]): fc.Arbitrary<{ readonly complete: Facts; readonly partial: Facts }> =>
  fc
    .tuple(completeFacts(facts), fc.array(fc.boolean(), { minLength: facts.length, maxLength: facts.length }))
    .map(([complete, kept]) => ({ complete, partial: new Map([...complete].filter((_, index) => kept[index])) }))

export interface World {
  readonly facts: readonly FactDefinition[]
  readonly named: readonly NamedCondition[]
  readonly conditions: readonly Condition[]
  readonly complete: Facts
  readonly partial: Facts
}

/** A vocabulary, two to four conditions over it, and facts with gaps. */
export const world: fc.Arbitrary<World> = worldWith(factsWithGaps).map(({ values, ...rest }) => ({ ...rest, ...values }))

/** The same with many records for one vocabulary: for runs so long that compiling is what takes the time. */
export const crowdedWorld = worldWith((facts) => fc.array(factsWithGaps(facts), { minLength: 24, maxLength: 24 }))

function worldWith<T>(
  valuesOver: (facts: readonly FactDefinition[]) => fc.Arbitrary<T>,
): fc.Arbitrary<Omit<World, 'complete' | 'partial'> & { readonly values: T }> {
  return vocabulary.chain((facts) =>
    namedConditions(facts).chain((named) =>
      fc.record({
        facts: fc.constant(facts),
        named: fc.constant(named),
        conditions: fc.array(
          condition(
            facts,
            named.map((each) => each.id),
          ),
          { minLength: 2, maxLength: 4 },
        ),
        values: valuesOver(facts),
      }),
    ),
  )
}

/** How many runs a fuzzing property makes, and from which seed. `HEGUI_FUZZ_RUNS`, `HEGUI_FUZZ_SEED` override. */
export const fuzz = (runs: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: Number(process.env['HEGUI_FUZZ_RUNS'] ?? runs),
  seed: Number(process.env['HEGUI_FUZZ_SEED'] ?? Date.now() % 2 ** 31),
})
