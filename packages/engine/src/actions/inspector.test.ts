/** What an inspecting organ without the power does, by its level; and what follows from a text that was not read. */
import type { ActionTemplate } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, norm, normEdition, pack, record, rule, ruleset, simpleNorm } from '../../test/support/builders.js'

const template = (id: string, follows: ActionTemplate['follows'], assignee: ActionTemplate['assignee'] = 'inspecting-organ'): ActionTemplate => ({
  id,
  title: id,
  englishTitle: id,
  follows: { perConduct: true, ...follows },
  assignee,
  basis: [{ instrument: 'test-law', article: '1' }],
})
const actions = [
  template('dissuade', { lacksPower: true, inspectorLevels: ['village'] }),
  template('report', { lacksPower: true, inspectorLevels: ['township'] }),
  template('transfer', { lacksPower: true, inspectorLevels: ['county'] }),
  template('verify', { unverified: true }, 'authority'),
]
const order = { measure: { kind: 'order-to-stop', title: '责令停止', force: 'must' } } as const
const read = simpleNorm('9', order, { authority: ['police'] })
const rules = (id: string) => ruleset(pack({ norms: [read], actions, rules: [rule('only', { norms: [id] })] }))
const did = (inspectedBy: string, norms = [read]) =>
  assessed(record({}, { inspectedBy }), ruleset(pack({ norms, actions, rules: [rule('only', { norms: norms.map((each) => each.id) })] }))).actions.map(
    ({ template: id, assignee }) => `${id} ${assignee}`,
  )

describe('an inspecting organ that has not the power', () => {
  test.each([
    ['village', ['dissuade village']],
    ['town', ['report town']],
    ['bureau', ['transfer bureau']],
    ['police', []],
  ])('%s', (organ, expected) => {
    expect(did(organ)).toEqual(expected)
  })

  test('nobody is assigned where the record names no inspecting organ', () => {
    expect(assessed(record(), rules('test-law/9')).actions).toEqual([])
  })
})

describe('a norm that was not read', () => {
  const secondary = norm('10', [normEdition('always', { from: null }, { authority: ['police'], verification: { status: 'secondary', dates: 'secondary' } })])

  test('is verified by its authority, and nothing else follows from it but the report', () => {
    expect(did('police', [secondary])).toEqual(['verify police'])
    expect(did('town', [secondary])).toEqual(['report town', 'verify police'])
  })

  test('is not verified where it was read', () => {
    expect(did('police', [read])).toEqual([])
  })
})
