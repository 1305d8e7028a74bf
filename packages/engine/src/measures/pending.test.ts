import { describe, expect, test } from 'vitest'
import { assessed, pack, record, rule, ruleset, simpleNorm } from '../../test/support/builders.js'

const topics = (rules: ReturnType<typeof ruleset>, value = record()) => assessed(value, rules).pending.map((each) => each.topic)

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

  test('and their fines wait for the answer', () => {
    const fine = simpleNorm('9', { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 100, max: 500 } } })
    const found = assessed(two({}), ruleset(pack({ norms: [fine], rules: [rule('only', { norms: ['test-law/9'] })] })))
    expect(found.measures.map(({ id, status, subjectTo }) => ({ id, status, subjectTo }))).toEqual(
      ['one', 'two'].map((conduct) => ({
        id: `${conduct}:test-law/9@always:0`,
        status: 'provisional',
        subjectTo: [{ kind: 'pending', topic: 'one-act' }],
      })),
    )
    expect(found.pending.map(({ conduct, measures }) => [conduct, measures])).toEqual([
      ['one', ['one:test-law/9@always:0']],
      ['two', ['two:test-law/9@always:0']],
    ])
  })

  test.each([{ party: 'q' }, { site: 't' }, { date: '2023-01-09' }, { facts: { 'test.a': true, 'test.v': false } }])('%j: it is not', (difference) => {
    expect(topics(rules, two(difference))).toEqual([])
  })
})
