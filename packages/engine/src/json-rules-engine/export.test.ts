import { describe, expect, test } from 'vitest'
import { fact, pack, rule, withFacts, yes } from '../../test/support/builders.js'
import { toJsonRulesEngine } from './export.js'

const types = async (engine: ReturnType<typeof toJsonRulesEngine>, facts: Readonly<Record<string, unknown>>) =>
  (await engine.run(facts)).events.map((event) => event.type)

describe('a pack in a stock json-rules-engine', () => {
  test('fires an event with the id, title and revision of each violated rule', async () => {
    const { events } = await toJsonRulesEngine(pack(), { on: '2023-01-10' }).run({ 'test.a': true, 'test.v': true })
    expect(events).toMatchObject([{ type: 'test/only', params: { title: 'only', revision: 1 } }])
  })

  test('fires nothing where the rule does not apply or is not violated', async () => {
    const engine = toJsonRulesEngine(pack(), { on: '2023-01-10' })
    expect([await types(engine, { 'test.a': false, 'test.v': true }), await types(engine, { 'test.a': true, 'test.v': false })]).toEqual([[], []])
  })

  test('holds the rules in force on the day', async () => {
    const dated = pack({ rules: [rule('only', { inForce: { from: '2020-01-01' } })] })
    expect([
      await types(toJsonRulesEngine(dated, { on: '2019-12-31' }), { 'test.a': true, 'test.v': true }),
      await types(toJsonRulesEngine(dated, { on: '2020-01-01' }), { 'test.a': true, 'test.v': true }),
    ]).toEqual([[], ['test/only']])
  })

  test('gives the limits of the day and the place, and names and facts of other packs', async () => {
    const vocabulary = pack({
      id: 'words',
      rules: [],
      conditions: [{ id: 'test/applies', title: '适用', condition: yes('test.a') }],
      facts: withFacts(
        fact('goods.kg', { type: 'number', unit: 'kg' }),
        fact('limit.max', {
          type: 'number',
          unit: 'kg',
          scope: 'limit',
          limit: [{ inForce: { from: '2019-02-01' }, region: '500000', value: 10, basis: { instrument: 'test-law', article: '1' } }],
        }),
      ),
    })
    const using = pack({
      facts: [],
      organs: [],
      instruments: [],
      rules: [
        rule('only', { appliesWhen: { condition: 'test/applies' }, violatedWhen: { fact: 'goods.kg', operator: 'greaterThan', value: { fact: 'limit.max' } } }),
      ],
    })
    const engine = toJsonRulesEngine(using, { on: '2023-01-10', region: '500241', with: [vocabulary] })
    expect([await types(engine, { 'test.a': true, 'goods.kg': 10 }), await types(engine, { 'test.a': true, 'goods.kg': 11 })]).toEqual([[], ['test/only']])
  })

  test('is two-valued, as json-rules-engine is: a gap can prove what hegui leaves open', async () => {
    const negative = pack({ rules: [rule('only', { violatedWhen: { not: yes('test.v') } })] })
    expect(await types(toJsonRulesEngine(negative, { on: '2023-01-10' }), { 'test.a': true })).toEqual(['test/only'])
  })
})
