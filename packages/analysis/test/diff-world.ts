/** Random pairs of versions of one rule: unrelated, or one with a single leaf changed; with limits, editions and places; and records for them. */
import type { Ruleset } from '@hegui/engine'
import {
  type Condition,
  type FactDefinition,
  type FactValue,
  type InspectionRecord,
  isFactReference,
  type Leaf,
  type NamedCondition,
  oppositeOf,
  type Rule,
} from '@hegui/model'
import * as fc from 'fast-check'
import { fact, pack, rule, ruleset, withFacts } from '../../engine/test/support/builders.js'
import { type World, world } from '../../engine/test/support/generators.js'

const basis = { instrument: 'test-law', article: '1' }
const day = fc.constantFrom('2015-06-01', '2018-01-01', '2018-01-02', '2020-03-01', '2022-12-31')
const limitValue = fc.constantFrom(0, 1, 2, 3)

/** A national limit in one or two editions, and in some worlds another in one place. */
const limitOf: fc.Arbitrary<NonNullable<FactDefinition['limit']>> = fc
  .record({ first: limitValue, second: limitValue, local: fc.option(limitValue), turn: day })
  .map(({ first, second, local, turn }) => [
    { inForce: { from: null, to: '2019-06-30' }, value: first, basis },
    { inForce: { from: '2019-07-01' }, value: second, basis },
    ...(local === null ? [] : [{ inForce: { from: turn }, region: '500000', value: local, basis }]),
  ])

const editionsOf = fc.option(day).map((turn) => turn)

export interface Pairing {
  readonly old: Ruleset
  readonly fresh: Ruleset
  readonly facts: readonly FactDefinition[]
  readonly records: readonly InspectionRecord[]
}

const isLeaf = (condition: Condition): condition is Leaf => 'fact' in condition

/** Every number of some leaves becomes the limit: what is compared with a number can be compared with a dated one. */
function limited(condition: Condition, every: number): Condition {
  let seen = 0
  const visit = (node: Condition): Condition => {
    if ('all' in node) return { all: node.all.map(visit) }
    if ('any' in node) return { any: node.any.map(visit) }
    if ('not' in node) return { not: visit(node.not) }
    if (!isLeaf(node) || typeof node.value !== 'number' || node.fact === 'number.f2') return node
    seen += 1
    return seen % every === 0 ? { ...node, value: { fact: 'limit.kg' } } : node
  }
  return visit(condition)
}

const countLeaves = (node: Condition): number =>
  'all' in node
    ? node.all.reduce((sum, part) => sum + countLeaves(part), 0)
    : 'any' in node
      ? node.any.reduce((sum, part) => sum + countLeaves(part), 0)
      : 'not' in node
        ? countLeaves(node.not)
        : isLeaf(node)
          ? 1
          : 0

/** The leaf at `target` says the opposite, or compares with a number that is one greater. */
function mutated(condition: Condition, target: number, how: 'opposite' | 'shift'): Condition {
  let at = -1
  const visit = (node: Condition): Condition => {
    if ('all' in node) return { all: node.all.map(visit) }
    if ('any' in node) return { any: node.any.map(visit) }
    if ('not' in node) return { not: visit(node.not) }
    if (!isLeaf(node)) return node
    at += 1
    if (at !== target) return node
    if (how === 'shift' && typeof node.value === 'number') return { ...node, value: node.value + 1 }
    if (how === 'shift' && Array.isArray(node.value) && node.value.length > 1) return { ...node, value: node.value.slice(1) as Leaf['value'] }
    return isFactReference(node.value) && how === 'shift' ? node : { ...node, operator: oppositeOf[node.operator] }
  }
  return visit(condition)
}

function ruleIn(appliesWhen: Condition, violatedWhen: Condition, turn: string | null): readonly Rule[] {
  if (turn === null) return [rule('it', { appliesWhen, violatedWhen })]
  return [
    rule('it', { appliesWhen, violatedWhen, inForce: { from: '2010-01-01', to: turn } }),
    rule('it', { revision: 2, appliesWhen: violatedWhen, violatedWhen: appliesWhen, inForce: { from: '2021-01-01' } }),
  ].slice(0, turn > '2020-12-31' ? 1 : 2)
}

const rulesetOf = (facts: readonly FactDefinition[], conditions: readonly NamedCondition[], limit: FactDefinition['limit'], rules: readonly Rule[]): Ruleset =>
  ruleset(
    pack({
      facts: withFacts(...facts, fact('limit.kg', { type: 'number', unit: 'kg', scope: 'limit', limit })),
      conditions,
      rules,
    }),
  )

const dates: fc.Arbitrary<InspectionRecord['conducts'][number]['date']> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('2009-05-05', '2016-02-05', '2018-01-02', '2019-06-30', '2019-07-01', '2021-05-05', '2023-01-10') },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ from: '2016-01-01', to: '2019-07-05' }, { from: '2009-01-01', to: '2012-01-01' }, { from: '2015-05-05', to: '2023-01-09' }),
  },
  { weight: 1, arbitrary: fc.constantFrom(null, { from: null, to: '2018-01-01' }) },
)

/** Values beyond those the leaves name, so that nothing hangs on what the search thought of. */
const beyond: Readonly<Partial<Record<FactDefinition['type'], readonly FactValue[]>>> = {
  number: [-7, -1, 0, 0.5, 1, 1.5, 2, 2.5, 2.75, 3, 4, 99],
  date: ['2001-01-01', '2016-02-05', '2016-02-06', '2016-02-07', '2020-01-01', '2023-01-10', '2023-01-11'],
  region: ['500000', '500200', '500241', '500241107', '500241107201', '500241107999', '500242', '410000', '410103', '410103001', '110000'],
  text: ['甲', '乙', '丙', '丁', '戊'],
  set: [[], ['red'], ['green'], ['blue'], ['red', 'green'], ['red', 'blue'], ['red', 'green', 'blue']],
  enum: ['red', 'green', 'blue'],
  boolean: [true, false],
}

const recordOver = (facts: readonly FactDefinition[]): fc.Arbitrary<InspectionRecord> =>
  fc
    .record({
      date: dates,
      region: fc.option(fc.constantFrom('500000', '500241', '410103')),
      values: fc.tuple(...facts.map((each) => fc.option(fc.constantFrom(...(beyond[each.type] as readonly FactValue[])), { freq: 3 }))),
    })
    .map(({ date, region, values }) => ({
      id: 'random',
      inspectedOn: '2023-01-10',
      decidedOn: '2023-01-10',
      ...(region === null ? {} : { region }),
      conducts: [{ id: 'c', date: date as never, facts: Object.fromEntries(facts.map(({ id }, index) => [id, values[index] as FactValue | null])) }],
    }))

export const pairing = (records: number): fc.Arbitrary<Pairing> =>
  world.chain(({ facts, named, conditions }: World) => {
    const [a, b] = [conditions[0] as Condition, conditions[1] as Condition]
    const total = countLeaves(a) + countLeaves(b)
    return fc
      .record({
        limits: fc.tuple(limitOf, limitOf),
        sameLimit: fc.boolean(),
        turns: fc.tuple(editionsOf, editionsOf),
        sameTurn: fc.boolean(),
        every: fc.integer({ min: 1, max: 3 }),
        target: fc.nat({ max: Math.max(0, total - 1) }),
        how: fc.constantFrom('opposite' as const, 'shift' as const),
        unrelated: fc.integer({ min: 0, max: 3 }).map((draw) => draw === 0),
        records: fc.array(recordOver(facts), { minLength: records, maxLength: records }),
      })
      .map(({ limits, sameLimit, turns, sameTurn, every, target, how, unrelated, records: drawn }): Pairing => {
        const changed: readonly [Condition, Condition] = unrelated
          ? [b, conditions.at(-1) as Condition]
          : target < countLeaves(a)
            ? [mutated(a, target, how), b]
            : [a, mutated(b, target - countLeaves(a), how)]
        const build = (first: Condition, second: Condition, turn: string | null, limit: FactDefinition['limit']): Ruleset =>
          rulesetOf(facts, named, limit, ruleIn(limited(first, every), limited(second, every), turn))
        return {
          old: build(a, b, turns[0], limits[0]),
          fresh: build(changed[0], changed[1], sameTurn ? turns[0] : turns[1], sameLimit ? limits[0] : limits[1]),
          facts,
          records: drawn,
        }
      })
  })
