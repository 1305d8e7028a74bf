/** What a backtest makes of single records: which kind of change, and which comparison made it. */
import type { Ruleset } from '@hegui/engine'
import type { Condition, FactDefinition, InspectionRecord, Pack, Rule } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { fact, pack, record, rule, ruleset, simpleNorm, testLaw, withFacts, yes } from '../../engine/test/support/builders.js'
import { type BacktestedRecord, backtestOf, createBacktester, type ExplainedChange, type Why } from '../src/index.js'

const cartons = fact('goods.cartons', { title: '箱数', type: 'number', unit: 'carton' })
const kind = fact('shop.kind', { title: '种类', type: 'enum', values: ['shop', 'stall'].map((value) => ({ value, title: value })) })
const facts = withFacts(cartons, kind)
const atLeast = (value: number): Condition => ({ fact: 'goods.cartons', operator: 'greaterThanInclusive', value })

const version = (violatedWhen: Condition, extra: Partial<Rule> = {}, parts: Partial<Pack> = {}): Ruleset =>
  ruleset(pack({ facts, rules: [rule('stock', { violatedWhen, ...extra })], ...parts }))
const of = (given: Record<string, number | string | boolean | null>, extra: Partial<InspectionRecord> = {}): InspectionRecord =>
  record({ facts: { 'test.a': true, ...given } }, extra)

function changed(old: Ruleset, fresh: Ruleset, given: InspectionRecord): readonly ExplainedChange[] {
  const result = createBacktester(old, fresh).add(given)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.change?.changes ?? []
}
const codes = (result: BacktestedRecord | { readonly problems: readonly { readonly code: string }[] }): readonly string[] =>
  'problems' in result ? result.problems.map(({ code }) => code) : []

describe('the kind of a change', () => {
  const [ten, five] = [version(atLeast(10)), version(atLeast(5))]
  const gapless = version({ all: [atLeast(10), { fact: 'shop.kind', operator: 'equal', value: 'shop' }] })
  test.each([
    ['caught', ten, five, of({ 'goods.cartons': 7 }), 'compliant > violation'],
    ['cleared', five, ten, of({ 'goods.cartons': 7 }), 'violation > compliant'],
    ['opened', ten, gapless, of({ 'goods.cartons': 12 }), 'violation > undetermined'],
    ['caught', gapless, ten, of({ 'goods.cartons': 12 }), 'undetermined > violation'],
    ['settled', ten, gapless, of({ 'shop.kind': 'stall' }), 'undetermined > compliant'],
    ['other', ten, version(atLeast(10), { appliesWhen: yes('test.v') }), of({ 'goods.cartons': 1, 'test.v': false }), 'compliant > not-applicable'],
    ['other', ten, version(atLeast(10), { inForce: { from: '2024-01-01' } }), of({ 'goods.cartons': 1 }), 'compliant > not-applicable'],
  ] as const)('%s: %#', (expected, old, fresh, given, outcomes) => {
    expect(changed(old, fresh, given).map(({ kinds, from, to }) => [kinds, `${from} > ${to}`])).toEqual([[[expected], outcomes]])
  })

  test.each([1, 5, 7, 10, 12, null])('none where both say the same: %s cartons', (value) => {
    const given = of({ 'goods.cartons': value })
    expect(changed(ten, five, given)).toHaveLength(value !== null && value >= 5 && value < 10 ? 1 : 0)
  })

  test('each record is taken by the law of its own day', () => {
    const later = (value: number) =>
      ruleset(
        pack({
          facts,
          rules: [
            rule('stock', { violatedWhen: atLeast(10), inForce: { from: null, to: '2022-12-31' } }),
            rule('stock', { revision: 2, violatedWhen: atLeast(value), inForce: { from: '2023-01-01' } }),
          ],
        }),
      )
    const on = (day: string): InspectionRecord => ({
      ...of({ 'goods.cartons': 7 }),
      inspectedOn: day,
      conducts: [{ id: 'c', date: day, facts: { 'test.a': true, 'goods.cartons': 7 } }],
    })
    expect(changed(later(10), later(5), on('2022-12-31'))).toEqual([])
    expect(changed(later(10), later(5), on('2023-01-01')).map(({ kinds }) => kinds)).toEqual([['caught']])
  })
})

describe('what follows', () => {
  const fine = (max: number) => ({ all: [{ measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 1, max } } }] }) as const
  const withNorm = (max: number): Ruleset => version(atLeast(10), { norms: ['test-law/9'] }, { instruments: [testLaw([simpleNorm('9', fine(max))])] })

  test('another amount where the rule is violated, and nothing where it is not', () => {
    const [change] = changed(withNorm(100), withNorm(200), of({ 'goods.cartons': 12 }))
    expect(change).toMatchObject({ rule: 'test/stock', from: 'violation', to: 'violation', kinds: ['measures'], measures: [{ parts: ['amountYuan'] }] })
    expect(change?.why).toBeUndefined()
    expect(changed(withNorm(100), withNorm(200), of({ 'goods.cartons': 7 }))).toEqual([])
  })

  test('only records that the change can concern are assessed in full', () => {
    const backtester = createBacktester(withNorm(100), withNorm(200))
    for (const value of [1, 7, 12, null]) backtester.add(of({ 'goods.cartons': value }))
    // Twelve are a violation, and nobody knows how many the last had.
    expect(backtester.result().backtest.counts).toMatchObject({ records: 4, assessed: 2, changed: 1 })
  })
})

describe('why', () => {
  const why = (old: Ruleset, fresh: Ruleset, given: InspectionRecord): Why | undefined => changed(old, fresh, given)[0]?.why
  const leaves = (found: Why | undefined) =>
    found?.kind === 'comparisons' ? found.leaves.map(({ part, before, after }) => [part, before?.words.zh, after?.words.zh]) : found

  test('the comparison that was changed, with both answers and what the record says', () => {
    const found = why(version({ all: [yes('test.v'), atLeast(10)] }), version({ all: [yes('test.v'), atLeast(5)] }), of({ 'test.v': true, 'goods.cartons': 7 }))
    expect(leaves(found)).toEqual([['violatedWhen', '「箱数」不少于10箱', '「箱数」不少于5箱']])
    expect(found).toMatchObject({ leaves: [{ before: { truth: 'fails', got: 7 }, after: { truth: 'holds', answer: { zh: '「箱数」为7箱' } } }] })
  })

  test('one that is only in one version', () => {
    const both: Condition = { all: [atLeast(5), yes('test.v')] }
    expect(leaves(why(version(atLeast(5)), version(both), of({ 'test.v': false, 'goods.cartons': 7 })))).toEqual([
      ['violatedWhen', undefined, '「test.v」属实'],
    ])
    expect(leaves(why(version(both), version(atLeast(5)), of({ 'test.v': false, 'goods.cartons': 7 })))).toEqual([
      ['violatedWhen', '「test.v」属实', undefined],
    ])
  })

  test('one that was added beside another of the same fact', () => {
    const limit: Condition = { fact: 'goods.cartons', operator: 'greaterThan', value: 20 }
    const found = why(version(limit), version({ any: [limit, { ...limit, value: 10 }] }), of({ 'goods.cartons': 12 }))
    expect(leaves(found)).toEqual([['violatedWhen', undefined, '「箱数」超过10箱']])
  })

  test('none of those that changed without deciding', () => {
    const [old, fresh] = [version({ any: [atLeast(10), yes('test.v')] }), version({ all: [atLeast(6), yes('test.v')] })]
    expect(leaves(why(old, fresh, of({ 'test.v': true, 'goods.cartons': 2 })))).toEqual([['violatedWhen', undefined, '「箱数」不少于6箱']])
  })

  test('the same comparisons joined in another way', () => {
    const parts = [atLeast(5), yes('test.v')]
    expect(why(version({ any: parts }), version({ all: parts }), of({ 'test.v': false, 'goods.cartons': 7 }))).toEqual({ kind: 'structure' })
  })

  test('another edition, or none', () => {
    const found = why(version(atLeast(5)), version(atLeast(5), { inForce: { from: '2024-01-01' } }), of({ 'goods.cartons': 7 }))
    expect(found).toEqual({ kind: 'editions', before: 1, after: 0 })
  })
})

describe('versions that know different things', () => {
  const hidden = (type: 'boolean' | 'number'): FactDefinition => fact('stock.hidden', { type })
  const knowing = (...more: readonly FactDefinition[]) => version(atLeast(10), {}, { facts: [...facts, ...more] })

  test('a rule that one of them lacks is in force there on no day', () => {
    const fresh = ruleset(pack({ facts, rules: [rule('stock', { violatedWhen: atLeast(10) }), rule('more')] }))
    const given = of({ 'test.v': true, 'goods.cartons': 1 })
    expect(changed(version(atLeast(10)), fresh, given).map(({ rule: id, from, to }) => [id, from, to])).toEqual([['test/more', 'not-applicable', 'violation']])
    const backtester = createBacktester(fresh, version(atLeast(10)))
    backtester.add(given)
    expect(backtester.result().backtest.rules).toMatchObject([{ rule: 'test/more', only: 'old', counts: { cleared: 1 } }])
  })

  test('what only one knows is not written for the other; what neither knows is refused', () => {
    const backtester = createBacktester(knowing(), knowing(hidden('boolean')))
    expect(backtester.add(of({ 'goods.cartons': 1, 'stock.hidden': true })).ok).toBe(true)
    expect(codes(backtester.add(of({ 'goods.cartons': 1, 'stock.gone': true })))).toEqual(['HG5001'])
    const { backtest, problems } = backtester.result()
    expect(backtest.counts).toMatchObject({ records: 1, refused: { old: 0, new: 0, both: 1 } })
    expect(problems.map(({ code, params }) => [code, params?.['what'], params?.['count']])).toEqual([['HG9030', 'stock.hidden', '1']])
  })

  test('a choice likewise', () => {
    const wider = { ...kind, values: [...(kind.values ?? []), { value: 'home', title: 'home' }] }
    const backtester = createBacktester(version(atLeast(10)), version(atLeast(10), {}, { facts: withFacts(cartons, wider) }))
    expect(backtester.add(of({ 'shop.kind': 'home' })).ok).toBe(true)
    expect(codes(backtester.add(of({ 'shop.kind': 'tent' })))).toEqual(['HG5003'])
    expect(backtester.result().problems.map(({ params }) => params?.['what'])).toEqual(['shop.kind=home'])
  })

  test('a record that one refuses is not compared, and whose it is is said', () => {
    const backtester = createBacktester(knowing(hidden('boolean')), knowing(hidden('number')))
    expect(codes(backtester.add(of({ 'stock.hidden': true })))).toEqual(['HG5002', 'HG9031'])
    expect(backtester.result().backtest.counts.refused).toEqual({ old: 0, new: 1, both: 0 })
  })

  test('a rule on a fact that is another question is left out, and that is said', () => {
    const of2 = (unit: 'carton' | 'kg', at: number) => version(atLeast(at), {}, { facts: withFacts({ ...cartons, unit }, kind) })
    const backtester = createBacktester(of2('carton', 10), of2('kg', 5))
    backtester.add(of({ 'goods.cartons': 7 }))
    const { backtest, problems } = backtester.result()
    expect(backtest).toMatchObject({ counts: { changed: 0 }, notComparable: ['test/stock'], rules: [] })
    expect(problems.map(({ code }) => code)).toEqual(['HG9004'])
  })
})

test('over a stream: counted by rule and county, the first records kept, and each told', async () => {
  async function* records() {
    for (const [at, region] of ['500241107', '500238', '500241', undefined].entries())
      yield { ...of({ 'goods.cartons': 7 }, region === undefined ? {} : { region }), id: `R${at}` }
    yield { id: 'no record' }
  }
  const told: boolean[] = []
  const { backtest } = await backtestOf(records(), version(atLeast(10)), version(atLeast(5)), { each: ({ ok }) => told.push(ok) })
  expect(told).toEqual([true, true, true, true, false])
  expect(backtest.counts).toMatchObject({ records: 4, conducts: 4, changed: 4, refused: { both: 1 } })
  expect(backtest.totals).toMatchObject({ caught: 4, measures: 0 })
  expect(backtest.rules[0]?.transitions).toEqual([{ from: 'compliant', to: 'violation', count: 4 }])
  expect(backtest.rules[0]?.regions.map(({ region, counts, examples }) => [region, counts.caught, examples.map((each) => each.record)])).toEqual([
    ['500238', 1, ['R1']],
    ['500241', 2, ['R0']],
    [null, 1, ['R3']],
  ])
})
