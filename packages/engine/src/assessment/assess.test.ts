import { readFileSync } from 'node:fs'
import { calendarVersion } from '@hegui/calendar'
import { assessmentSchema, type InspectionRecord, type Rule } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, deepFreeze, pack, record, rule, ruleset, yes } from '../../test/support/builders.js'
import { createRuleset } from '../ruleset/ruleset.js'
import { assess } from './assess.js'
import { engineVersion } from './version.js'

const rules = ruleset(pack())

describe('what an assessment says of itself', () => {
  test('the engine version is that of package.json', () => {
    expect(engineVersion).toBe((JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version)
  })

  test('it has the published shape', () => {
    expect(assessmentSchema.safeParse(assessed(record(), rules)).error?.issues ?? []).toEqual([])
  })

  test('it names the runtime, the packs and the calendar', () => {
    expect(assessed(record(), rules)).toMatchObject({
      engine: { version: engineVersion, runtime: 'compiled' },
      packs: [{ id: 'test', version: '1.0.0' }],
      calendar: { version: calendarVersion },
    })
  })

  test.each<[string | undefined, string | undefined, string, string]>([
    ['2023-03-01', '2023-02-01', '2023-03-01', 'option'],
    [undefined, '2023-02-01', '2023-02-01', 'record'],
    [undefined, undefined, '2023-01-10', 'inspection'],
  ])('the day of the decision: option %s, record %s', (option, own, decidedOn, decidedOnFrom) => {
    expect(assessed(record({}, own === undefined ? {} : { decidedOn: own }), rules, option === undefined ? {} : { decidedOn: option })).toMatchObject({
      decidedOn,
      decidedOnFrom,
    })
  })
})

describe('hashes', () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, part]) => [key, reversed(part)]),
          )
        : value

  test('do not depend on the order of keys, in the record or in the pack', () => {
    const value = record({ party: 'p' }, { parties: [{ id: 'p', name: '店' }], region: '500241' })
    expect(JSON.stringify(assessed(reversed(value) as InspectionRecord, ruleset(reversed(pack()) as ReturnType<typeof pack>)))).toBe(
      JSON.stringify(assessed(value, rules)),
    )
  })

  test('change with the record, with the pack and with the day of the decision', () => {
    const one = assessed(record(), rules)
    expect(assessed(record({ title: '另一行为' }), rules).record.hash).not.toBe(one.record.hash)
    expect(assessed(record(), ruleset(pack({ title: '另一包' }))).packs[0]?.hash).not.toBe(one.packs[0]?.hash)
    expect(assessed(record(), rules, { decidedOn: '2023-02-01' }).optionsHash).not.toBe(one.optionsHash)
  })

  test('the same input gives the same bytes', () => {
    expect(JSON.stringify(assessed(record(), ruleset(pack())))).toBe(JSON.stringify(assessed(record(), ruleset(pack()))))
  })
})

test('neither the record nor the packs are written to', () => {
  const frozen = ruleset(deepFreeze(pack()))
  const value = deepFreeze(record({ goods: [] }))
  expect(assess(value, frozen).ok).toBe(true)
  expect(assess(value, frozen, deepFreeze({ decidedOn: '2023-02-01' })).ok).toBe(true)
})

describe('what cannot be assessed', () => {
  test.each([
    undefined,
    null,
    0,
    '',
    'x',
    [],
    {},
    { id: 'R1' },
    { ...record(), conducts: [] },
    { ...record(), facts: { 'no.such': true } },
    JSON.parse('{"__proto__": {"id": "x"}}'),
  ])('%j gives problems, never an assessment and never a throw', (value) => {
    const result = assess(value, rules)
    expect(result.ok).toBe(false)
    expect(result.problems.length).toBeGreaterThan(0)
    expect(result).not.toHaveProperty('assessment')
  })

  test('a day that does not exist is a problem, wherever it stands', () => {
    expect(assess(record(), rules, { decidedOn: '2023-02-30' }).problems).toMatchObject([{ code: 'HG2006', path: ['decidedOn'] }])
    expect(assess(record({ date: '2023-02-30' }), rules).ok).toBe(false)
  })

  test('packs with an error give no ruleset', () => {
    expect(createRuleset([pack({ rules: [rule('only', { norms: ['test-law/missing'] })] })])).toMatchObject({
      ok: false,
      problems: [expect.objectContaining({ code: 'HG4003' })],
    })
  })
})

describe('a runtime that fails', () => {
  const rulesWithTwo: readonly Rule[] = [rule('bad', { violatedWhen: yes('test.v') }), rule('good')]
  const set = ruleset(pack({ rules: rulesWithTwo }))

  test('on one condition makes one errored finding; the others go on', () => {
    const failing = {
      name: 'failing',
      decide: (questions: readonly { readonly condition: unknown }[]) =>
        questions.map(({ condition }) => (condition === rulesWithTwo[0]?.violatedWhen ? { error: 'division by zero' } : ('holds' as const))),
    }
    expect(assessed(record(), set, { runtime: failing }).findings.map(({ rule: id, verdict, error, missing }) => ({ id, verdict, error, missing }))).toEqual([
      { id: 'test/bad', verdict: 'errored', error: 'division by zero', missing: [] },
      { id: 'test/good', verdict: 'violation', error: undefined, missing: [] },
    ])
  })

  test('that answers by promise is refused where an answer is wanted at once', () => {
    expect(() => assess(record(), set, { runtime: 'json-rules-engine' as 'compiled' })).toThrow('assessAsync')
  })

  test('by leaving a question out breaks the contract, and throws', () => {
    expect(() => assess(record(), set, { runtime: { name: 'lazy', decide: () => ['holds'] } })).toThrow('lazy')
  })
})
