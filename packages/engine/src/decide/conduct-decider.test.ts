import { type CompiledModule, compileModule } from '@hegui/engine'
import { createConductDecider } from '@hegui/engine/decide'
import type { InspectionRecord } from '@hegui/model'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { assessed, fact, pack, record, rule, ruleset, withFacts, yes } from '../../test/support/builders.js'
import { imported } from '../../test/support/compiled-module.js'

const basis = { instrument: 'test-law', article: '1' } as const
/** Two editions with a gap before them, a limit that changes with the day and the place, a deadline and a sum. */
const rules = ruleset(
  pack({
    facts: withFacts(
      fact('test.n', { type: 'number', unit: 'kg' }),
      fact('limit.n', {
        type: 'number',
        unit: 'kg',
        scope: 'limit',
        limit: [
          { inForce: { from: '2010-01-01', to: '2019-12-31' }, value: 20, basis },
          { inForce: { from: '2020-01-01' }, value: 10, basis },
          { inForce: { from: '2020-01-01' }, region: '500241', value: 5, basis },
        ],
      }),
      fact('test.begun', { type: 'date' }),
      fact('deadline.test', { type: 'date', scope: 'limit', deadline: { from: 'test.begun', months: 1, basis } }),
      fact('goods.kg', { type: 'number', unit: 'kg', aggregate: { over: 'goods', function: 'sum', field: 'weightKg' } }),
    ),
    rules: [
      rule('limit', { violatedWhen: { fact: 'test.n', operator: 'greaterThan', value: { fact: 'limit.n' } } }),
      rule('late', { violatedWhen: { fact: 'conduct.date', operator: 'after', value: { fact: 'deadline.test' } } }),
      rule('goods', { violatedWhen: { fact: 'goods.kg', operator: 'greaterThan', value: 1 } }),
      rule('dated', { inForce: { from: '2015-01-01', to: '2019-12-31' }, violatedWhen: yes('test.v') }),
      rule('dated', { inForce: { from: '2020-01-01' }, violatedWhen: { not: yes('test.v') } }),
    ],
  }),
)

let compiled: CompiledModule
beforeAll(async () => {
  compiled = await imported(compileModule(rules))
})
const decider = () => {
  const created = createConductDecider([compiled])
  if (!created.ok) throw new Error(JSON.stringify(created.troubles))
  return created.decider
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const day = fc.constantFrom('2009-12-31', '2014-12-31', '2015-01-01', '2019-12-31', '2020-01-01', '2022-11-30', '2023-01-10')
const records: fc.Arbitrary<InspectionRecord> = fc
  .record({
    region: maybe(fc.constantFrom('500000', '500241', '410103')),
    date: fc.oneof(
      maybe(day),
      fc
        .tuple(maybe(day), maybe(day))
        .map(([one, other]) => (one !== null && other !== null && one > other ? { from: other, to: one } : { from: one, to: other })),
    ),
    facts: fc.record({
      'test.a': maybe(fc.boolean()),
      'test.v': maybe(fc.boolean()),
      'test.n': maybe(fc.constantFrom(5, 5.5, 10, 10.5, 20, 20.5)),
      'test.begun': maybe(fc.constantFrom('2019-11-30', '2022-12-10', '2022-12-09')),
    }),
    goods: maybe(fc.array(fc.record({ kind: maybe(fc.constant('finished' as const)), weightKg: maybe(fc.constantFrom(0.5, 1, 1.5)) }), { maxLength: 2 })),
  })
  .map(({ region, ...conduct }) => record(conduct, { region }))

describe('what a page decides', () => {
  test('is what an assessment finds, on every day, in every place, with gaps and without', () => {
    fc.assert(
      fc.property(records, (each) => {
        const { findings } = assessed(each, rules)
        expect(decider().decide(each)).toEqual({
          ok: true,
          conducts: [
            {
              conduct: 'c',
              verdicts: Object.fromEntries(findings.map(({ rule: id, verdict }) => [id, verdict])),
              canViolate: findings.filter(({ canViolate }) => canViolate === true).map(({ rule: id }) => id),
            },
          ],
        })
      }),
      { numRuns: 500 },
    )
  })

  test('follows the day it is decided for', () => {
    const each = record({ date: { from: '2019-12-01', to: null } })
    const verdictOn = (decidedOn: string) => {
      const result = decider().decide(each, { decidedOn })
      return result.ok ? result.conducts[0]?.verdicts['test/dated'] : result.troubles
    }
    expect([verdictOn('2019-12-31'), verdictOn('2020-01-01')]).toEqual(['violation', 'compliant'])
  })

  test('names its rules and facts', () => {
    expect(decider().rules).toEqual(['test/dated', 'test/goods', 'test/late', 'test/limit'])
    expect(decider().facts).toEqual(['conduct.date', 'test.a', 'test.v', 'test.n', 'limit.n', 'test.begun', 'deadline.test', 'goods.kg'])
  })
})

describe('a record that cannot be decided is refused with the place', () => {
  const path = (value: unknown, options = {}) => {
    const result = decider().decide(value, options)
    return result.ok ? 'decided' : result.troubles.map((each) => `${each.code} ${each.path.join('.')}`)
  }
  test.each<readonly [string, unknown, string]>([
    ['text for a number', record({ facts: { 'test.n': '9' } }), 'conducts.0.facts.test.n'],
    ['no number', record({ facts: { 'test.n': Number.NaN } }), 'conducts.0.facts.test.n'],
    ['text for yes or no', record({ facts: { 'test.a': 'true' } }), 'conducts.0.facts.test.a'],
    ['a day that does not exist', record({ facts: { 'test.begun': '2023-02-30' } }), 'conducts.0.facts.test.begun'],
    ['a limit of one’s own', record({ facts: { 'limit.n': 1000 } }), 'conducts.0.facts.limit.n'],
    ['a deadline of one’s own', record({ facts: { 'deadline.test': '2030-01-01' } }), 'conducts.0.facts.deadline.test'],
    ['a sum beside the goods', record({ facts: { 'goods.kg': 1 }, goods: [] }), 'conducts.0.facts.goods.kg'],
    ['a day among the facts', record({ facts: { 'conduct.date': '2023-01-10' } }), 'conducts.0.facts.conduct.date'],
    ['a span that ends before it begins', record({ date: { from: '2023-01-02', to: '2023-01-01' } }), 'conducts.0.date'],
    ['a region that is none', record({}, { region: '50' }), 'region'],
    ['facts that are a list', record({ facts: [] as never }), 'conducts.0.facts'],
    ['goods that are none', record({ goods: [null] as never }), 'conducts.0.goods.0'],
    ['parties that are none', record({}, { parties: [1] as never }), 'parties.0'],
    ['no day', { ...record(), inspectedOn: undefined }, 'inspectedOn'],
    ['no conducts', { ...record(), conducts: undefined }, 'conducts'],
  ])('%s', (_, value, expected) => {
    expect(path(value)).toEqual([`HG6029 ${expected}`])
  })

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof decider().decide(value).ok).toBe('boolean')
        expect(typeof decider().decide({ ...record(), conducts: [value] }).ok).toBe('boolean')
        expect(typeof decider().decide(record({ facts: value as never, goods: value as never })).ok).toBe('boolean')
      }),
    )
    expect(path(null)).toEqual(['HG6029 '])
    expect(path(record(), { decidedOn: '2023-1-1' })).toEqual(['HG6029 decidedOn'])
  })

  test('a fact that no rule looks at is passed over, as a gap is', () => {
    expect(path(record({ facts: { 'no.fact': 1, 'test.n': null } }))).toBe('decided')
  })
})

describe('modules that do not go together are refused', () => {
  const codes = (...modules: readonly unknown[]) => {
    const created = createConductDecider(modules as readonly CompiledModule[])
    return created.ok ? 'created' : created.troubles.map((each) => `${each.code} ${each.path.join('.')}`)
  }
  const { 'test.n': _, ...others } = { 'test.n': {} }
  test('the same rule twice; a fact with two meanings; no module', () => {
    expect(codes(compiled, { ...compiled, rules: compiled.rules.slice(0, 1) })).toEqual(['HG6028 1'])
    expect(codes(compiled, { ...compiled, rules: [], facts: { ...others, 'limit.n': { type: 'number' } } })).toEqual(['HG6028 1'])
    expect(codes({ ...compiled, format: 'hegui/compiled@0' }, null)).toEqual(['HG6026 0', 'HG6026 1'])
    expect(codes()).toBe('created')
  })
})
