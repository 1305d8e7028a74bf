import type { Consequence } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, pack, record, rule, ruleset, simpleNorm } from '../../test/support/builders.js'

const fine = (max: number): Consequence => ({ measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 100, max } } })
const stop: Consequence = { measure: { kind: 'order-to-stop', title: '责令停止', force: 'must' } }
const detention: Consequence = { measure: { kind: 'detention', title: '拘留', force: 'must', days: { min: 5, max: 10 } } }
const topics = (rules: ReturnType<typeof ruleset>, value = record()) => assessed(value, rules).pending.map((each) => each.topic)

describe('several fines on one act', () => {
  const rules = (first: Consequence, second: Consequence) =>
    ruleset(
      pack({
        norms: [simpleNorm('8', first), simpleNorm('9', second, { authority: ['police'] })],
        rules: [rule('one', { norms: ['test-law/8'] }), rule('two', { norms: ['test-law/9'] })],
      }),
    )

  test('stand side by side, across authorities: which one applies is left open, and nothing is added up', () => {
    const found = assessed(record(), rules(fine(500), fine(800)))
    expect(found.pending).toContainEqual(expect.objectContaining({ topic: 'concurrence', measures: ['c:test-law/8@always:0', 'c:test-law/9@always:0'] }))
    for (const measure of found.measures)
      expect(measure).toMatchObject({ status: 'provisional', subjectTo: expect.arrayContaining([{ kind: 'pending', topic: 'concurrence' }]) })
    expect(found.measures.map((measure) => measure.amountYuan?.max)).toEqual([500, 800])
  })

  test('do not arise between a fine and a measure of another kind', () => {
    expect(topics(rules(fine(500), detention))).not.toContain('concurrence')
    expect(topics(rules(fine(500), stop))).not.toContain('concurrence')
  })
})

test('personal circumstances are pending on penalties, never on orders', () => {
  const rules = ruleset(pack({ norms: [simpleNorm('9', { all: [stop, fine(500)] })], rules: [rule('only', { norms: ['test-law/9'] })] }))
  expect(assessed(record(), rules).pending).toEqual([expect.objectContaining({ topic: 'personal-circumstances', measures: ['c:test-law/9@always:1'] })])
})

describe('conducts that may be one act', () => {
  const rules = ruleset(pack())
  const violated = { 'test.a': true, 'test.v': true }
  const two = (second: object) =>
    record(
      {},
      {
        parties: [{ id: 'p' }, { id: 'q' }],
        sites: [{ id: 's' }, { id: 't' }],
        conducts: [
          { id: 'one', date: '2023-01-10', party: 'p', site: 's', facts: violated },
          { id: 'two', date: '2023-01-10', party: 'p', site: 's', facts: violated, ...second },
        ],
      },
    )

  test('same party, place and day, both in violation: the question is raised on both', () => {
    expect(topics(rules, two({}))).toEqual(['one-act', 'one-act'])
  })

  test.each([{ party: 'q' }, { site: 't' }, { date: '2023-01-09' }, { facts: { 'test.a': true, 'test.v': false } }])('%j: it is not', (difference) => {
    expect(topics(rules, two(difference))).toEqual([])
  })
})
