/** Packs made so that deciding about them takes for ever: the lint ends, says only what it knows, and says it of the rest. */
import { describe, expect, test } from 'vitest'
import { pack as examplePack } from '../../../../scripts/problem-examples.mjs'
import { vocabularyOf } from '../check/vocabulary.js'
import type { Condition } from '../schema/condition.js'
import type { Pack } from '../schema/pack.js'
import { lintPacks } from './lint-packs.js'

const base = examplePack as unknown as Pack
const [rule = expect.fail()] = base.rules
const weight = (operator: 'lessThan' | 'greaterThan', value: number): Condition => ({ fact: 'goods.weightKg', operator, value })
const yes: Condition = { fact: 'site.sleepsPeople', operator: 'equal', value: true }
const no: Condition = { fact: 'site.sleepsPeople', operator: 'equal', value: false }
const never: Condition = { all: [weight('lessThan', 5), weight('greaterThan', 10)] }

const linted = (changes: Partial<Pack>): readonly string[] => {
  const pack = { ...base, ...changes }
  return lintPacks([pack], vocabularyOf([pack]).vocabulary).map(({ code, path }) => `${code} ${path.join('.')}`)
}
const ruleWith = (violatedWhen: Condition, id = 'example/hostile'): Pack['rules'][number] => ({ ...rule, id, violatedWhen })

/** A pigeon more than holes, sitting in regions: each such condition is new, and none can be decided in time. */
function pigeons(count: number, flock: number): Condition {
  const each = Array.from({ length: count }, (_, at) => at)
  const holes = each.slice(1)
  const sits = (pigeon: number, hole: number, operator: 'contains' | 'doesNotContain'): Condition => ({
    fact: 'tools.kinds',
    operator,
    value: `${flock}-${pigeon}-${hole}`,
  })
  return {
    all: [
      ...each.map((pigeon): Condition => ({ any: holes.map((hole) => sits(pigeon, hole, 'contains')) })),
      ...holes.flatMap((hole) =>
        each.flatMap((one) => each.slice(one + 1).map((two): Condition => ({ any: [sits(one, hole, 'doesNotContain'), sits(two, hole, 'doesNotContain')] }))),
      ),
    ],
  }
}

describe('a lint ends', () => {
  test('with hundreds of riddles, and finds what stands before them', () => {
    const riddles = Array.from({ length: 300 }, (_, flock) => ruleWith(pigeons(9, flock), `example/riddle-${flock}`))
    expect(linted({ rules: [ruleWith(never), ...riddles] })).toEqual(['HG3020 0.rules.0.violatedWhen'])
  }, 20_000)

  test('with named conditions that double each time, and says what holds of the small ones', () => {
    const conditions = Array.from({ length: 64 }, (_, at) => ({
      id: `double/n${at}`,
      title: `第${at}个`,
      condition:
        at === 0
          ? yes
          : ({ all: [{ any: [{ condition: `double/n${at - 1}` }, no] }, { any: [{ condition: `double/n${at - 1}` }, weight('lessThan', at)] }] } as Condition),
    }))
    const found = linted({ conditions, rules: [ruleWith({ all: [{ condition: 'double/n63' }, never] })] })
    expect(found).toContain('HG3020 0.rules.0.violatedWhen.all.1')
    expect(found).toContain('HG3021 0.conditions.1.condition.all.0')
  })

  test('with named conditions in a chain of thousands', () => {
    const conditions = Array.from({ length: 5_000 }, (_, at) => ({
      id: `chain/n${at}`,
      title: `第${at}个`,
      condition: at === 0 ? yes : ({ not: { condition: `chain/n${at - 1}` } } as Condition),
    }))
    expect(linted({ conditions, rules: [ruleWith({ all: [{ condition: 'chain/n4999' }, never] })] })).toEqual(['HG3020 0.rules.0.violatedWhen.all.1'])
  })

  test('with named conditions that come round to themselves', () => {
    const conditions = [{ id: 'round/a', title: '甲', condition: { not: { condition: 'round/a' } } as Condition }]
    expect(linted({ conditions, rules: [ruleWith({ all: [{ condition: 'round/a' }, never] })] })).toEqual(['HG3020 0.rules.0.violatedWhen.all.1'])
  })

  test('with ten thousand comparisons of one number', () => {
    const all = Array.from({ length: 10_000 }, (_, at) => weight('greaterThan', at))
    // Some are told, from the first on; nobody reads ten thousand.
    expect(linted({ rules: [ruleWith({ all })] })).toContain('HG3022 0.rules.0.violatedWhen.all.0')
  }, 20_000)

  test('with alternatives as long as they are many', () => {
    const big: Condition = { any: Array.from({ length: 1_900 }, (_, at) => weight('lessThan', at)) }
    const conditions = [{ id: 'big/one', title: '大', condition: big }]
    const rules = Array.from({ length: 500 }, (_, at) => ruleWith({ all: [{ condition: 'big/one' }, weight('greaterThan', at)] }, `example/r${at}`))
    expect(() => linted({ conditions, rules })).not.toThrow()
  }, 20_000)

  test('with ten thousand rules that are the same', () => {
    const rules = Array.from({ length: 10_000 }, (_, at) => ruleWith(yes, `example/r${at}`))
    const found = linted({ rules })
    expect(found[0]).toBe('HG3023 0.rules.1.id')
    expect(new Set(found.map((each) => each.slice(0, 6)))).toEqual(new Set(['HG3023']))
  }, 20_000)
})
