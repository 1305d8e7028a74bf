import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack as examplePack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { checkPacks } from '../check/packs.js'
import type { Vocabulary } from '../check/vocabulary.js'
import type { Condition, Leaf, OperatorName } from '../schema/condition.js'
import type { FactDefinition } from '../schema/fact.js'
import type { Pack } from '../schema/pack.js'
import type { Rule } from '../schema/rule.js'
import { lintOf } from './effort.js'
import { lintCondition } from './lint-condition.js'
import { lintPacks } from './lint-packs.js'
import { plainForm } from './plain-form.js'
import { possible } from './possible.js'

const fact = (id: string, type: FactDefinition['type'], values?: readonly string[]): FactDefinition => ({
  id,
  title: id,
  type,
  scope: 'conduct',
  ...(values === undefined ? {} : { values: values.map((value) => ({ value, title: value })) }),
})
const vocabulary: Vocabulary = {
  facts: new Map(
    [
      fact('n.n', 'number'),
      fact('m.m', 'number'),
      fact('e.e', 'enum', ['a', 'b', 'c']),
      fact('b.b', 'boolean'),
      fact('d.d', 'date'),
      fact('s.s', 'set', ['x', 'y']),
      fact('t.t', 'text'),
      fact('r.r', 'region'),
    ].map((each) => [each.id, each]),
  ),
  conditions: new Map([['named/yes', { id: 'named/yes', title: '是', condition: { fact: 'b.b', operator: 'equal', value: true } }]]),
}
const leaf = (id: string, operator: OperatorName, value: Leaf['value']): Leaf => ({ fact: id, operator, value })
const codes = (condition: Condition, under: readonly Condition[] = []): readonly string[] => {
  const found = lintCondition(condition, [], lintOf(vocabulary), under)
  said(found)
  return found.map(({ code, path }) => `${code} ${path.join('.')}`.trim())
}

describe('never holds', () => {
  test.each<readonly [string, Condition]>([
    ['a number below five and above ten', { all: [leaf('n.n', 'lessThan', 5), leaf('n.n', 'greaterThan', 10)] }],
    ['strictly between one number', { all: [leaf('n.n', 'lessThan', 5), leaf('n.n', 'greaterThanInclusive', 5)] }],
    ['two choices of one', { all: [leaf('e.e', 'equal', 'a'), leaf('e.e', 'equal', 'b')] }],
    ['yes and no', { all: [leaf('b.b', 'equal', true), { not: { condition: 'named/yes' } }] }],
    ['two texts', { all: [leaf('t.t', 'equal', 'a'), leaf('t.t', 'in', ['b', 'c'])] }],
    ['after a day and before the next', { all: [leaf('d.d', 'after', '2020-02-28'), leaf('d.d', 'before', '2020-02-29')] }],
    ['a member and not that member', { all: [leaf('s.s', 'contains', 'x'), leaf('s.s', 'doesNotContain', 'x')] }],
    ['inside and outside one region', { all: [leaf('r.r', 'within', ['50']), leaf('r.r', 'notWithin', ['50'])] }],
    ['below another fact and not below it', { all: [leaf('n.n', 'lessThan', { fact: 'm.m' }), leaf('n.n', 'greaterThanInclusive', { fact: 'm.m' })] }],
    ['in a county and not in its province', { all: [leaf('r.r', 'within', ['500241']), leaf('r.r', 'notWithin', ['500000'])] }],
    ['in two provinces', { all: [leaf('r.r', 'within', ['500000']), leaf('r.r', 'within', ['410000', '110000'])] }],
    ['below another fact and above it', { all: [leaf('n.n', 'lessThan', { fact: 'm.m' }), leaf('n.n', 'greaterThan', { fact: 'm.m' })] }],
    ['below another fact that is below it', { all: [leaf('n.n', 'lessThan', { fact: 'm.m' }), leaf('m.m', 'lessThanInclusive', { fact: 'n.n' })] }],
    ['below itself', leaf('n.n', 'lessThan', { fact: 'n.n' })],
    ['an alternative that is excluded either way', { all: [{ any: [leaf('e.e', 'equal', 'a'), leaf('e.e', 'equal', 'b')] }, leaf('e.e', 'equal', 'c')] }],
  ])('%s', (_, condition) => {
    expect(codes(condition)).toEqual(['HG3020'])
  })

  test('is reported where it is, not for what stands around it', () => {
    const never: Condition = { all: [leaf('n.n', 'lessThan', 5), leaf('n.n', 'greaterThan', 10)] }
    expect(codes({ all: [leaf('b.b', 'equal', true), { any: [never, leaf('e.e', 'equal', 'a')] }] })).toEqual(['HG3020 all.1.any.0'])
  })

  test('of a rule is also what its appliesWhen excludes', () => {
    expect(codes(leaf('e.e', 'equal', 'a'), [leaf('e.e', 'notEqual', 'a')])).toEqual(['HG3020'])
  })
})

describe('always holds', () => {
  test.each<readonly [string, Condition]>([
    ['all choices', leaf('e.e', 'in', ['a', 'b', 'c'])],
    ['not this or not that', { any: [leaf('e.e', 'notEqual', 'a'), leaf('e.e', 'notEqual', 'b')] }],
    ['at least five or at most ten', { any: [leaf('n.n', 'greaterThanInclusive', 5), leaf('n.n', 'lessThanInclusive', 10)] }],
    ['in the whole country', leaf('r.r', 'within', ['000000'])],
    ['in a province, or not in a county of it', { any: [leaf('r.r', 'within', ['500000']), leaf('r.r', 'notWithin', ['500241'])] }],
    ['at most another fact, or at least it', { any: [leaf('n.n', 'lessThanInclusive', { fact: 'm.m' }), leaf('m.m', 'lessThanInclusive', { fact: 'n.n' })] }],
    ['the same as itself', leaf('n.n', 'equal', { fact: 'n.n' })],
    ['yes or no', { any: [leaf('b.b', 'equal', true), leaf('b.b', 'equal', false)] }],
  ])('%s', (_, condition) => {
    expect(codes(condition)).toEqual(['HG3021'])
  })
})

describe('changes nothing', () => {
  test.each<readonly [string, Condition, readonly string[]]>([
    ['the laxer of two bounds in all', { all: [leaf('n.n', 'greaterThanInclusive', 10), leaf('n.n', 'greaterThanInclusive', 5)] }, ['HG3022 all.1']],
    ['the stricter of two bounds in any', { any: [leaf('n.n', 'greaterThanInclusive', 10), leaf('n.n', 'greaterThanInclusive', 5)] }, ['HG3022 any.0']],
    ['a province beside a county of it in all', { all: [leaf('r.r', 'within', ['500000']), leaf('r.r', 'within', ['500241'])] }, ['HG3022 all.0']],
    ['a county beside its province in any', { any: [leaf('r.r', 'within', ['500000']), leaf('r.r', 'within', ['500241'])] }, ['HG3022 any.1']],
    [
      'at most another fact, beside below it, whichever comes first',
      { all: [leaf('m.m', 'greaterThanInclusive', { fact: 'n.n' }), leaf('n.n', 'lessThan', { fact: 'm.m' })] },
      ['HG3022 all.0'],
    ],
    ['the second of two equal leaves', { all: [leaf('b.b', 'equal', true), leaf('e.e', 'equal', 'a'), leaf('b.b', 'notEqual', false)] }, ['HG3022 all.2']],
    ['a leaf beside the named condition that is it', { all: [{ condition: 'named/yes' }, leaf('b.b', 'equal', true)] }, ['HG3022 all.1']],
    [
      'a leaf in an all within the all',
      { all: [leaf('e.e', 'equal', 'a'), { all: [leaf('e.e', 'in', ['a', 'b']), leaf('b.b', 'equal', true)] }] },
      ['HG3022 all.1.all.0'],
    ],
    [
      'an alternative in other words',
      { all: [{ any: [leaf('e.e', 'equal', 'a'), leaf('b.b', 'equal', true)] }, { any: [leaf('b.b', 'equal', true), leaf('e.e', 'equal', 'a')] }] },
      ['HG3022 all.1'],
    ],
  ])('%s', (_, condition, expected) => {
    expect(codes(condition)).toEqual(expected)
  })
})

/** One pigeon more than holes: it cannot hold, and takes more tries to see than a lint takes. */
const pigeons = (count: number): Condition => {
  const each = Array.from({ length: count }, (_, at) => at)
  const holes = each.slice(1)
  const sits = (pigeon: number, hole: number, operator: 'contains' | 'doesNotContain'): Leaf => leaf('s.s', operator, `${pigeon}/${hole}`)
  return {
    all: [
      ...each.map((pigeon): Condition => ({ any: holes.map((hole) => sits(pigeon, hole, 'contains')) })),
      ...holes.flatMap((hole) =>
        each.flatMap((one) => each.slice(one + 1).map((two): Condition => ({ any: [sits(one, hole, 'doesNotContain'), sits(two, hole, 'doesNotContain')] }))),
      ),
    ],
  }
}

describe('nothing is said', () => {
  test.each<readonly [string, Condition]>([
    ['of a range', { all: [leaf('n.n', 'greaterThan', 5), leaf('n.n', 'lessThanInclusive', 10)] }],
    ['of a number between two numbers', { all: [leaf('n.n', 'greaterThan', 5), leaf('n.n', 'lessThan', 6)] }],
    ['of one day', { all: [leaf('d.d', 'onOrAfter', '2020-02-29'), leaf('d.d', 'before', '2020-03-01')] }],
    ['of two members of a set', { all: [leaf('s.s', 'contains', 'x'), leaf('s.s', 'contains', 'y')] }],
    ['of a province without a county of it', { all: [leaf('r.r', 'within', ['500000']), leaf('r.r', 'notWithin', ['500241'])] }],
    ['of two facts that are the same', { all: [leaf('n.n', 'lessThanInclusive', { fact: 'm.m' }), leaf('n.n', 'greaterThanInclusive', { fact: 'm.m' })] }],
    ['of comparisons with different facts', { all: [leaf('n.n', 'lessThan', { fact: 'm.m' }), leaf('n.n', 'greaterThan', 3)] }],
    ['of a text that is not among some', { all: [leaf('t.t', 'notIn', ['a', 'b']), leaf('t.t', 'notEqual', 'c')] }],
    ['of what takes too long', pigeons(9)],
  ])('%s', (_, condition) => {
    expect(codes(condition)).toEqual([])
  })

  test('a smaller riddle of that kind is solved', () => {
    expect(codes(pigeons(3))).toEqual(['HG3020'])
  })
})

const [firstRule] = examplePack.rules
if (firstRule === undefined) throw new Error('the example pack has a rule')
const rule = firstRule
const { cases: _, ...uncased } = examplePack
const linted = (whole: unknown): readonly string[] => {
  const { packs, vocabulary: words, problems } = checkPacks([whole])
  expect(problems).toEqual([])
  const lints = lintPacks(packs as readonly Pack[], words)
  said(lints)
  return lints.map(({ code, path }) => `${code} ${path.join('.')}`)
}
const found = (...rules: readonly unknown[]): readonly string[] => linted(replaced(uncased, ['rules'], rules))

describe('a tier of a norm', () => {
  const tiered = (appliesWhen: Condition, when: Condition): readonly string[] => {
    const measure = { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 1000, max: 5000 } } }
    const consequence = { base: measure, tiers: [{ tier: 'serious', title: '情节严重', relation: 'replaces', when, then: measure }] }
    const edition = { ...examplePack.instruments[0]?.norms[0]?.editions[0], appliesWhen, consequence }
    return linted(replaced(uncased, ['instruments', 0, 'norms', 0, 'editions', 0], edition))
  }

  test('is asked about only where the norm applies', () => {
    const inhabited = leaf('site.sleepsPeople', 'equal', true)
    const path = '0.instruments.0.norms.0.editions.0.consequence.tiers.0.when'
    expect(tiered(inhabited, { not: inhabited })).toEqual([`HG3020 ${path}`])
    expect(tiered(leaf('goods.weightKg', 'lessThan', 5), inhabited)).toEqual([])
  })
})

describe('rules that are there twice', () => {
  const copy = { ...rule, id: 'example/copy' }

  test('are reported at the later one, whatever the order of their parts', () => {
    const both: Condition = { all: [rule.violatedWhen, leaf('site.sleepsPeople', 'equal', true)] }
    const turned: Condition = { all: [{ not: leaf('site.sleepsPeople', 'equal', false) }, rule.violatedWhen] }
    expect(found(rule, copy)).toEqual(['HG3023 0.rules.1.id'])
    expect(found({ ...rule, violatedWhen: both }, { ...copy, violatedWhen: turned })).toEqual(['HG3023 0.rules.1.id'])
  })

  test('are found by what they mean, not by how they are written', () => {
    const halves = {
      any: [{ all: [rule.violatedWhen, leaf('site.sleepsPeople', 'equal', true)] }, { all: [rule.violatedWhen, leaf('site.sleepsPeople', 'equal', false)] }],
    }
    expect(found(rule, { ...copy, violatedWhen: halves })).toEqual(['HG3023 0.rules.1.id'])
  })

  test('are reported at the one that less follows from, before or after the other', () => {
    const [action] = examplePack.actions
    const following = { ...action, id: 'follow', follows: { rules: [rule.id] } }
    const among = (...rules: readonly Rule[]) => linted(replaced(replaced(uncased, ['rules'], rules), ['actions'], [...examplePack.actions, following]))
    expect(among(rule, copy)).toEqual(['HG3023 0.rules.1.id'])
    expect(among(copy, rule)).toEqual(['HG3023 0.rules.0.id'])
  })

  test('are two rules on different days, with different norms, or with different conditions', () => {
    expect(found({ ...rule, inForce: { from: '2016-01-01', to: '2017-12-31' } }, { ...copy, inForce: { from: '2018-01-01' } })).toEqual([])
    expect(found(rule, { ...copy, norms: [] })).toEqual([])
    expect(found(rule, { ...copy, violatedWhen: leaf('licence.status', 'equal', 'expired') })).toEqual([])
  })
})

describe('a rule that another one covers', () => {
  const narrow = { ...rule, id: 'example/copy', appliesWhen: { all: [rule.appliesWhen, leaf('site.sleepsPeople', 'equal', true)] } }

  test('is reported where it stands, before or after the other', () => {
    expect(found(rule, narrow)).toEqual(['HG3024 0.rules.1.id'])
    expect(found(narrow, rule)).toEqual(['HG3024 0.rules.0.id'])
    expect(found(rule, { ...rule, id: 'example/copy', violatedWhen: { all: [rule.violatedWhen, leaf('site.sleepsPeople', 'equal', true)] } })).toEqual([
      'HG3024 0.rules.1.id',
    ])
  })

  test('is not, where it has days, norms or clauses of its own', () => {
    const until = { ...rule, inForce: { from: '2006-01-21', to: '2017-12-31' } }
    expect(found(until, narrow)).toEqual([])
    expect(found(rule, { ...narrow, norms: [] })).toEqual([])
    expect(found(rule, { ...narrow, basis: rule.basis.filter(({ clause }) => clause === undefined) })).toEqual([])
  })

  test('is not, where an action follows only the one', () => {
    const [action] = examplePack.actions
    const following = { ...action, id: 'follow-copy', follows: { rules: ['example/copy'] } }
    expect(action).toBeDefined()
    expect(found(rule, narrow)).toEqual(['HG3024 0.rules.1.id'])
    expect(linted(replaced(replaced(uncased, ['rules'], [rule, narrow]), ['actions'], [...examplePack.actions, following]))).toEqual([])
  })
})

/** Small conditions, and every way the facts can be known or not. */
const leaves: readonly Leaf[] = [
  ...(['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const).flatMap((operator) =>
    [1, 2].map((value) => leaf('n.n', operator, value)),
  ),
  ...(['equal', 'notEqual'] as const).flatMap((operator) => [...['a', 'b'].map((value) => leaf('e.e', operator, value)), leaf('b.b', operator, true)]),
  leaf('e.e', 'in', ['a', 'b']),
  leaf('e.e', 'notIn', ['b', 'c']),
  ...(['within', 'notWithin'] as const).flatMap((operator) => [['500000'], ['500241'], ['500241', '410000']].map((value) => leaf('r.r', operator, value))),
  ...(['equal', 'notEqual', 'lessThan', 'greaterThanInclusive'] as const).flatMap((operator) => [
    leaf('n.n', operator, { fact: 'm.m' }),
    leaf('m.m', operator, { fact: 'n.n' }),
  ]),
]
const conditions = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Condition>(...leaves),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
  ),
})).condition
type World = Readonly<Record<string, unknown>>
/** Of two numbers, below, the same, above and unknown; of places a province that may be a county of it. */
const numbers: readonly World[] = [undefined, 0, 1, 1.5, 2, 3].flatMap((n) =>
  [undefined, n === undefined ? 1 : n - 1, n, 4].map((m) => ({ 'n.n': n, 'm.m': m })),
)
const places: readonly World[] = [undefined, '500000', '500241', '500242', '410103', '110000'].map((r) => ({ 'r.r': r }))
const worlds = numbers.flatMap((n) =>
  [undefined, 'a', 'b', 'c'].flatMap((e) => [undefined, true, false].flatMap((b) => places.map((r): World => ({ ...n, ...r, 'e.e': e, 'b.b': b })))),
)
const complete = worlds.filter((world) => Object.values(world).every((value) => value !== undefined && value !== '500000'))

/** Kleene's three values, written independently of what is tested. */
function value(condition: Condition, world: Readonly<Record<string, unknown>>): boolean | undefined {
  if ('all' in condition) {
    const parts = condition.all.map((part) => value(part, world))
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => value(part, world))
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
  }
  if ('not' in condition) {
    const inner = value(condition.not, world)
    return inner === undefined ? undefined : !inner
  }
  const { fact: id, operator, value: wanted } = condition as Leaf
  const known = world[id]
  if (operator === 'within' || operator === 'notWithin') {
    const inside = known === undefined ? undefined : isInside(String(known), wanted as readonly string[])
    return inside === undefined ? undefined : inside === (operator === 'within')
  }
  const other = typeof wanted === 'object' && 'fact' in wanted ? world[wanted.fact] : wanted
  if (known === undefined || other === undefined) return undefined
  if (operator === 'in') return (other as readonly unknown[]).includes(known)
  if (operator === 'notIn') return !(other as readonly unknown[]).includes(known)
  if (operator === 'equal') return known === other
  if (operator === 'notEqual') return known !== other
  const [left, right] = [Number(known), Number(other)]
  if (operator === 'lessThan') return left < right
  if (operator === 'lessThanInclusive') return left <= right
  return operator === 'greaterThan' ? left > right : left >= right
}

/** Undefined: only the province is known, and a county of it is asked for. */
function isInside(place: string, outers: readonly string[]): boolean | undefined {
  if (outers.some((outer) => (outer.endsWith('0000') ? place.slice(0, 2) === outer.slice(0, 2) : place === outer))) return true
  return place.endsWith('0000') && outers.some((outer) => outer.slice(0, 2) === place.slice(0, 2)) ? undefined : false
}

const at = (condition: unknown, path: readonly (string | number)[]): Condition =>
  path.reduce<unknown>((part, key) => (part as Readonly<Record<string | number, unknown>>)[key], condition) as Condition

/** Without the part at `path`, which stands in a list. */
function without(condition: unknown, [key, ...rest]: readonly (string | number)[]): unknown {
  if (Array.isArray(condition) && rest.length === 0) return condition.filter((_, index) => index !== key)
  if (Array.isArray(condition)) return condition.map((part: unknown, index) => (index === key ? without(part, rest) : part))
  const node = condition as Readonly<Record<string, unknown>>
  return { ...node, [String(key)]: without(node[String(key)], rest) }
}

describe('for any condition', () => {
  test('whether it can hold is decided as trying everything decides it', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const lint = lintOf(vocabulary)
        const form = plainForm(condition, lint)
        expect(form && possible([form], lint.effort)).toBe(complete.some((world) => value(condition, world) === true))
      }),
      { numRuns: 1_000 },
    )
  })

  test('there is no false alarm, also where facts are unknown', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        for (const { code, path } of lintCondition(condition, [], lintOf(vocabulary))) {
          const part = at(condition, path)
          if (code === 'HG3020') expect(worlds.some((world) => value(part, world) === true)).toBe(false)
          if (code === 'HG3021') expect(worlds.some((world) => value(part, world) === false)).toBe(false)
          if (code === 'HG3022') {
            const parent = at(condition, path.slice(0, -2))
            // A list of one stays: it would be idle beside a part outside its own brackets.
            if (('all' in parent ? parent.all : 'any' in parent ? parent.any : []).length < 2) continue
            const shorter = without(condition, path) as Condition
            for (const world of worlds) expect(value(shorter, world)).toBe(value(condition, world))
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
