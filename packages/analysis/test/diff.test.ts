import type { Ruleset } from '@hegui/engine'
import type { Condition, FactDefinition, Pack, Rule } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { fact, norm, normEdition, pack, rule, ruleset, testLaw, withFacts, yes } from '../../engine/test/support/builders.js'
import { casesOfDiff, diffOf, type RuleDiff, runCase } from '../src/index.js'

const cartons = fact('goods.cartons', { title: '箱数', type: 'number', unit: 'carton' })
const kind = fact('shop.kind', {
  title: '店铺种类',
  type: 'enum',
  values: [
    { value: 'shop', title: '店' },
    { value: 'stall', title: '摊' },
    { value: 'home', title: '住家' },
  ],
})
const facts = withFacts(cartons, kind)
const atLeast = (value: number): Condition => ({ fact: 'goods.cartons', operator: 'greaterThanInclusive', value })

const version = (violatedWhen: Condition, extra: Partial<Rule> = {}, parts: Partial<Pack> = {}): Ruleset =>
  ruleset(pack({ facts, rules: [rule('stock', { violatedWhen, ...extra })], ...parts }))

function only(old: Ruleset, fresh: Ruleset): RuleDiff {
  const { diff, problems } = diffOf(old, fresh)
  expect(problems).toEqual([])
  expect(diff.rules).toHaveLength(1)
  return diff.rules[0] as RuleDiff
}

describe('one rule in two versions', () => {
  test('a lower threshold is stricter, said in words, shown on a record of the days between', () => {
    const found = only(version(atLeast(10)), version(atLeast(5)))
    expect(found.relation).toBe('stricter')
    expect(found.outcomes).toMatchObject({ violation: 'wider', compliant: 'narrower', applies: 'equivalent' })
    expect(found.conditions.map(({ words }) => words.zh)).toEqual(['「箱数」下限 10 箱 → 5 箱'])
    const [first] = found.examples
    expect(first).toMatchObject({ from: 'compliant', to: 'violation' })
    const value = first?.record.conducts[0]?.facts?.['goods.cartons'] as number
    expect(value).toBeGreaterThanOrEqual(5)
    expect(value).toBeLessThan(10)
  })

  test('the other way round it is laxer; moved at both ends it is both', () => {
    const band = (low: number, high: number): Condition => ({ all: [atLeast(low), { fact: 'goods.cartons', operator: 'lessThan', value: high }] })
    expect(only(version(atLeast(5)), version(atLeast(10))).relation).toBe('laxer')
    expect(only(version(band(5, 10)), version(band(7, 12))).relation).toBe('both')
  })

  test('written otherwise it is equivalent, and owes no more than a patch', () => {
    const { diff } = diffOf(
      version({ all: [atLeast(10), yes('test.v')] }),
      version({ not: { any: [{ not: yes('test.v') }, { fact: 'goods.cartons', operator: 'lessThan', value: 10 }] } }, { revision: 2 }),
    )
    expect(diff.rules[0]?.relation).toBe('equivalent')
    expect(diff.owes).toBe('patch')
  })

  test('what is equal for known facts differs for unknown ones, and that is found', () => {
    const either: Condition = { any: [yes('test.v'), { not: yes('test.v') }] }
    const found = only(version(either), version({ any: [either, { fact: 'shop.kind', operator: 'in', value: ['shop', 'stall', 'home'] }] }))
    expect(found.transitions).toEqual(
      [
        { from: 'undetermined', to: 'violation' },
        { from: 'undetermined-cannot-violate', to: 'undetermined' },
      ].slice(0, 1),
    )
    expect(found.examples[0]?.record.conducts[0]?.facts).not.toHaveProperty(['test.v'])
  })

  test('when it applies can change without any violation changing', () => {
    const found = only(version(yes('test.v')), version(yes('test.v'), { appliesWhen: { all: [yes('test.a'), yes('test.v')] } }))
    expect(found.relation).toBe('other')
    expect(found.outcomes).toMatchObject({ violation: 'equivalent', applies: 'narrower' })
  })

  test('an edition that ends earlier differs only on the days between, and on acts that went on', () => {
    const until = (to: string): Ruleset => version(yes('test.v'), { inForce: { from: '2020-01-01', to } })
    const found = only(until('2022-12-31'), until('2021-12-31'))
    expect(found.periods.filter((period) => period.kind === 'day').map(({ within }) => within)).toEqual([{ from: '2022-01-01', to: '2022-12-31' }])
    expect(found.relation).toBe('laxer')
  })

  test('a changed limit changes the rule that compares with it, in the region of the limit', () => {
    const limited = (value: number): Ruleset => {
      const limit: FactDefinition = fact('limit.cartons', {
        title: '存放限量',
        type: 'number',
        unit: 'carton',
        scope: 'limit',
        limit: [{ inForce: { from: '2019-01-01' }, region: '500000', value, basis: { instrument: 'test-law', article: '1' } }],
      })
      return version({ fact: 'goods.cartons', operator: 'greaterThan', value: { fact: 'limit.cartons' } }, {}, { facts: [...facts, limit] })
    }
    const found = only(limited(10), limited(5))
    expect(found.relation).toBe('stricter')
    expect(found.touchedBy.map(({ words }) => words.zh).join()).toContain('10 箱 → 5 箱')
    expect(found.examples.every(({ record }) => record.region?.startsWith('50') || record.region === undefined)).toBe(true)
  })

  test('a fact that only the new version knows is left out of what the old one reads', () => {
    const fresh = version({ all: [atLeast(10), yes('shop.sealed')] }, {}, { facts: [...facts, fact('shop.sealed')] })
    const found = only(version(atLeast(10)), fresh)
    expect(found.relation).toBe('laxer')
    const example = found.examples.find(({ to }) => to === 'compliant')
    expect(example?.record.conducts[0]?.facts).toMatchObject({ 'shop.sealed': false })
    expect(example?.oldRecord?.conducts[0]?.facts).not.toHaveProperty(['shop.sealed'])
  })

  test('facts of one title are told apart by their ids', () => {
    const renamed = fact('goods.boxes', { title: '箱数', type: 'number', unit: 'carton' })
    const limit = fact('limit.boxes', { title: '限量', type: 'number', unit: 'carton' })
    const above = (id: string): Condition => ({ fact: 'goods.cartons', operator: 'greaterThan', value: { fact: id } })
    const all = [...facts, limit, { ...limit, id: 'limit.cartons' }, renamed]
    const found = only(version(above('limit.boxes'), {}, { facts: all }), version(above('limit.cartons'), {}, { facts: all }))
    expect(found.conditions.map(({ words }) => words.zh)).toEqual([
      '「箱数」超过「限量」（goods.cartons greaterThan limit.boxes → goods.cartons greaterThan limit.cartons）',
    ])
  })

  test('every example makes a case that the new version passes and the old one fails', () => {
    const [old, fresh] = [version(atLeast(10)), version(atLeast(5))]
    const { file, left } = casesOfDiff(only(old, fresh), fresh)
    expect(left).toEqual([])
    for (const each of file?.cases ?? []) {
      expect(runCase('test/stock', each, fresh).kind).toBe('passed')
      expect(runCase('test/stock', each, old).kind).toBe('failed')
    }
    expect(file?.cases[0]?.name).toContain('原来不成立，现在成立')
  })
})

describe('what cannot be said', () => {
  test('of a fact with another type or unit, the rule is not comparable', () => {
    const other = version(atLeast(10), {}, { facts: withFacts({ ...cartons, unit: 'kg' }, kind) })
    const { diff, problems } = diffOf(version(atLeast(10)), other)
    expect(diff.rules[0]?.relation).toBe('not-comparable')
    expect(problems.map(({ code }) => code)).toEqual(['HG9004'])
    expect(diff.owes).toBe('major')
  })

  test('a search that runs out of steps is not decided, never equivalent', () => {
    const many = (last: boolean): Condition => ({
      any: Array.from({ length: 6 }, (_, at): Condition => ({ all: [yes(`many.f${at}`), yes(`many.f${(at + 1) % 6}`)] })).concat(
        last ? [{ all: [yes('many.f0'), { not: yes('many.f0') }] }] : [],
      ),
    })
    const vocabulary = [...facts, ...Array.from({ length: 6 }, (_, at) => fact(`many.f${at}`))]
    const [old, fresh] = [many(false), many(true)].map((condition) => version(condition, {}, { facts: vocabulary })) as [Ruleset, Ruleset]
    const short = diffOf(old, fresh, { maxSteps: 5 })
    expect(short.diff.rules[0]).toMatchObject({ relation: 'not-decided', complete: false })
    expect(short.problems.map(({ code }) => code)).toEqual(['HG9006'])
    expect(short.diff.owes).toBe('minor')
    expect(diffOf(old, fresh).diff.rules[0]?.complete).toBe(true)
  })

  test('a rule under another id is gone and new, and the new one is offered', () => {
    const rules = (id: string): Ruleset => ruleset(pack({ facts, rules: [{ ...rule('it', { violatedWhen: atLeast(10) }), id }] }))
    const { diff, problems } = diffOf(rules('test/overstock'), rules('shop/too-many-cartons'))
    expect(diff.removed).toEqual([{ rule: 'test/overstock', title: 'it', nearest: 'shop/too-many-cartons' }])
    expect(diff.added.map((each) => each.rule)).toEqual(['shop/too-many-cartons'])
    expect(problems.map(({ code }) => code)).toEqual(['HG9005'])
  })
})

describe('what else changed', () => {
  const fined = (max: number, authority: string, noted?: string): Ruleset =>
    ruleset(
      pack({
        facts,
        rules: [rule('stock', { norms: ['test-law/9'] })],
        instruments: [
          testLaw([
            norm('9', [
              normEdition(
                'always',
                { from: null },
                {
                  authority: [authority],
                  consequence: { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 1000, max } } },
                  ...(noted === undefined ? {} : { note: noted }),
                },
              ),
            ]),
          ]),
        ],
      }),
    )

  test('an amount and an authority are told apart, and reach the rule', () => {
    const { diff } = diffOf(fined(5000, 'bureau'), fined(20_000, 'police'))
    expect(diff.changes.map(({ aspect }) => aspect).sort()).toEqual(['amounts', 'authorities'])
    expect(diff.changes.find(({ aspect }) => aspect === 'amounts')?.words.zh).toContain('1000–5000 → 1000–20000')
    expect(diff.rules.map((each) => [each.rule, each.relation, each.touchedBy.length])).toEqual([['test/stock', 'equivalent', 2]])
    expect(diff.owes).toBe('minor')
  })

  test('of choices in another order only that is said', () => {
    const turned = version(atLeast(10), {}, { facts: withFacts(cartons, { ...kind, values: [...(kind.values ?? [])].reverse() }) })
    expect(diffOf(version(atLeast(10)), turned).diff.changes.map(({ words }) => words)).toEqual([
      { zh: '事实「店铺种类」（shop.kind） 可选值：次序变了，内容没有变', en: 'fact shop.kind values: in another order' },
    ])
  })

  test('a note is wording, nothing is nothing', () => {
    expect(diffOf(fined(5000, 'bureau'), fined(5000, 'bureau', '说明')).diff.owes).toBe('patch')
    const { diff } = diffOf(fined(5000, 'bureau'), fined(5000, 'bureau'))
    expect([diff.owes, diff.rules, diff.changes]).toEqual(['none', [], []])
  })
})

test('of a hundred and fifty rules, each with a changed threshold, each takes few steps', () => {
  const many = Array.from({ length: 40 }, (_, at) => fact(`many.f${at}`))
  const numbers = Array.from({ length: 10 }, (_, at) => fact(`count.n${at}`, { type: 'number', unit: 'carton' }))
  const rules = (shift: number): Ruleset =>
    ruleset(
      pack({
        facts: [...facts, ...many, ...numbers],
        rules: Array.from({ length: 150 }, (_, at) =>
          rule(`r${at}`, {
            appliesWhen: { all: [yes(`many.f${at % 40}`), { any: [yes(`many.f${(at + 7) % 40}`), yes(`many.f${(at + 13) % 40}`)] }] },
            violatedWhen: {
              any: [
                { all: [{ fact: `count.n${at % 10}`, operator: 'greaterThan', value: 5 + shift }, yes(`many.f${(at + 3) % 40}`)] },
                { all: [{ fact: `count.n${(at + 1) % 10}`, operator: 'lessThan', value: { fact: `count.n${(at + 2) % 10}` } }, yes(`many.f${(at + 5) % 40}`)] },
              ],
            },
          }),
        ),
      }),
    )
  const [old, fresh] = [rules(0), rules(1)]
  const { diff, problems } = diffOf(old, fresh)
  expect(problems).toEqual([])
  expect(diff.rules.filter(({ relation }) => relation === 'laxer')).toHaveLength(150)
  // How long that takes is for the benchmark: here, how often a pair of rules is asked.
  expect(Math.max(...diff.rules.map(({ steps }) => steps))).toBeLessThan(500)
})
