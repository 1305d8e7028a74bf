import { type CompiledModule, compileModule, createRuleset, moduleFormat, moduleHash, type Ruleset, trustedRuleset } from '@hegui/engine'
import type { Condition, InspectionRecord, Pack } from '@hegui/model'
import { beforeAll, describe, expect, test } from 'vitest'
import { assessed, fact, pack, record, rule, withFacts, yes } from '../../test/support/builders.js'
import { imported } from '../../test/support/compiled-module.js'

const over = (limit: string): Condition => ({ fact: 'test.n', operator: 'greaterThan', value: { fact: limit } })
const law = pack({
  id: 'law',
  facts: withFacts(
    fact('test.n', { type: 'number', unit: 'kg' }),
    fact('limit.n', {
      type: 'number',
      unit: 'kg',
      scope: 'limit',
      limit: [{ inForce: { from: '2020-01-01' }, value: 10, basis: { instrument: 'test-law', article: '1' } }],
    }),
  ),
  conditions: [{ id: 'test/heavy', title: '过重', condition: over('limit.n') }],
})
/** One pack that takes its facts from another, and one that nobody compiled. */
const user: Pack = {
  ...pack({ rules: [rule('heavy', { violatedWhen: { condition: 'test/heavy' } }), rule('b')] }),
  id: 'user',
  facts: [],
  instruments: [],
  organs: [],
}
const other: Pack = { ...user, id: 'other', rules: [rule('a', { violatedWhen: over('limit.n') }), rule('z')] }
const packs = [law, user, other]

const made = (given: readonly unknown[], compiled: readonly unknown[] = []): { readonly ruleset: Ruleset; readonly codes: readonly string[] } => {
  const result = createRuleset(given, { compiled })
  if (!result.ok) throw new Error(result.problems.map(({ code, message }) => `${code} ${message}`).join('\n'))
  return { ruleset: result.ruleset, codes: result.problems.map(({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`) }
}
const records: readonly InspectionRecord[] = [
  { 'test.a': true, 'test.n': 11 },
  { 'test.a': true, 'test.n': 10, 'test.v': true },
  { 'test.v': true },
  { 'test.a': false },
  {},
].map((facts) => record({ facts }))
const outcomes = (ruleset: Ruleset): string => JSON.stringify(records.map((each) => assessed(each, ruleset)))

let compiled: CompiledModule
beforeAll(async () => {
  compiled = await imported(compileModule(made(packs).ruleset, { packs: ['user'] }))
})

describe('a module that fits', () => {
  test('decides the rules of its pack, the rest is decided as before, and the bytes are the same', () => {
    let asked = 0
    const counting: CompiledModule = {
      ...compiled,
      decide: (facts, out) => {
        asked += 1
        return compiled.decide(facts, out)
      },
    }
    const { ruleset, codes } = made(packs, [counting])
    expect(codes).toEqual([])
    expect(ruleset.compiled.map(({ rules }) => rules.map(({ id }) => id))).toEqual([['test/b', 'test/heavy']])
    expect(outcomes(ruleset)).toBe(outcomes(made(packs).ruleset))
    expect(asked).toBe(records.length)
  })

  test('is taken as it is where packs and module are said to be those checked before', () => {
    const checked = made(packs, [compiled]).ruleset
    const hashes = checked.packs.map(({ hash }) => hash)
    const trusted = trustedRuleset(packs, hashes, [{ ...compiled, hash: 'not looked at' }])
    expect(trusted.compiled).toEqual(checked.compiled)
    expect(outcomes(trusted)).toBe(outcomes(checked))
    expect(() => trustedRuleset([law, other], hashes, [compiled])).toThrow('lists rules')
  })

  test.each<readonly [string, readonly Pack[]]>([
    ['in another order', [other, user, law]],
    ['without packs it takes nothing from', [law, user]],
    ['when another pack is edited in what its rules do not look at', [{ ...law, version: '9.9.9', title: '新的法律' }, user, other]],
    [
      'when its own pack is edited in what decides nothing',
      [law, { ...user, version: '9.9.9', rules: user.rules.map((each) => ({ ...each, title: '改名' })) }, other],
    ],
    ['when a rule is added to its pack', [law, { ...user, rules: [...user.rules, rule('new')] }, other]],
    ['when a fact it looks at is worded anew', [{ ...law, facts: law.facts.map((each) => ({ ...each, title: '改名' })) }, user, other]],
  ])('still fits %s', (_, given) => {
    const { ruleset, codes } = made(given, [compiled])
    expect(codes).toEqual([])
    expect(ruleset.compiled).toHaveLength(1)
    expect(outcomes(ruleset)).toBe(outcomes(made(given).ruleset))
  })

  test('is found by the hash of its packs', () => {
    expect(compiled.format).toBe(moduleFormat)
    expect(compiled.hash).toBe(moduleHash(made(packs).ruleset, ['user']))
    expect(compiled.hash).not.toBe(moduleHash(made(packs).ruleset))
    expect(() => moduleHash(made(packs).ruleset, ['nobody'])).toThrow('nobody')
  })

  test('is the same text whatever packs stand beside', () => {
    const text = compileModule(made(packs).ruleset, { packs: ['user'] })
    expect(compileModule(made([other, user, law]).ruleset, { packs: ['user'] })).toBe(text)
    expect(compileModule(made([law, user]).ruleset, { packs: ['user'] })).toBe(text)
  })
})

describe('a module that does not fit is told, passed over, and changes no answer', () => {
  const edited = (changes: Partial<Pack>): readonly Pack[] => [{ ...law, ...changes }, user, other]
  test.each<readonly [string, readonly Pack[]]>([
    ['a rule was edited', [law, { ...user, rules: [rule('heavy', { violatedWhen: yes('test.v') }), rule('b')] }, other]],
    [
      'a limit was raised',
      edited({ facts: law.facts.map((each) => (each.limit === undefined ? each : { ...each, limit: each.limit.map((old) => ({ ...old, value: 11 })) })) }),
    ],
    [
      'a limit ends',
      edited({
        facts: law.facts.map((each) =>
          each.limit === undefined ? each : { ...each, limit: each.limit.map((old) => ({ ...old, inForce: { from: '2020-01-01', to: '2022-12-31' } })) },
        ),
      }),
    ],
    ['a named condition was edited', edited({ conditions: [{ id: 'test/heavy', title: '过重', condition: { not: over('limit.n') } }] })],
    ['its pack is gone', [law, other]],
    ['a rule is in force on other days', [law, { ...user, rules: user.rules.map((each) => ({ ...each, inForce: { from: '2023-01-01' } })) }, other]],
  ])('%s', (_, given) => {
    const { ruleset, codes } = made(given, [compiled])
    expect(codes).toEqual(['warning HG6025 compiled.0'])
    expect(ruleset.compiled).toEqual([])
    expect(outcomes(ruleset)).toBe(outcomes(made(given).ruleset))
  })

  test('given twice', () => {
    const { ruleset, codes } = made(packs, [compiled, { ...compiled }])
    expect(codes).toEqual(['warning HG6025 compiled.1'])
    expect(ruleset.compiled).toHaveLength(1)
  })

  const throwing = (key: string): object =>
    Object.defineProperty({ ...compiled }, key, {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
  test.each<readonly [string, () => unknown, string]>([
    ['null', () => null, 'HG6026'],
    ['text', () => 'module', 'HG6026'],
    ['a function', () => () => true, 'HG6026'],
    ['an empty object', () => ({}), 'HG6026'],
    ['a later format', () => ({ ...compiled, format: 'hegui/compiled@2' }), 'HG6026'],
    [
      'a format that is an object',
      () => ({
        ...compiled,
        format: {
          toString: () => {
            throw new Error('no')
          },
        },
      }),
      'HG6026',
    ],
    ['no decide', () => ({ ...compiled, decide: undefined }), 'HG6026'],
    ['rules that are no list', () => ({ ...compiled, rules: 'test/b' }), 'HG6026'],
    ['rules with holes', () => ({ ...compiled, rules: new Array(2) }), 'HG6026'],
    ['facts without types', () => ({ ...compiled, facts: { 'test.a': null } }), 'HG6026'],
    ['a getter that throws', () => throwing('rules'), 'HG6026'],
    ['a list of facts that throws', () => ({ ...compiled, facts: throwing('hash') }), 'HG6026'],
    [
      'a revoked proxy',
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {})
        revoke()
        return proxy
      },
      'HG6026',
    ],
    ['another hash', () => ({ ...compiled, hash: `${compiled.hash.slice(0, -1)}x` }), 'HG6025'],
    ['rules of another module', () => ({ ...compiled, rules: compiled.rules.map(([, ...rest]) => ['test/z', ...rest]) }), 'HG6025'],
    ['rules in another order', () => ({ ...compiled, rules: [...compiled.rules].reverse() }), 'HG6025'],
    ['a rule too few', () => ({ ...compiled, rules: compiled.rules.slice(1) }), 'HG6025'],
    ['a rule twice', () => ({ ...compiled, rules: [...compiled.rules, ...compiled.rules] }), 'HG6025'],
    ['fewer facts than were compiled', () => ({ ...compiled, facts: {} }), 'HG6025'],
    ['facts nobody defines', () => ({ ...compiled, facts: { ...compiled.facts, 'no.fact': { type: 'boolean' } } }), 'HG6025'],
    ['conditions nobody defines', () => ({ ...compiled, conditions: ['toString'] }), 'HG6025'],
  ])('%s', (_, hostile, code) => {
    const { ruleset, codes } = made(packs, [hostile()])
    expect(codes).toEqual([`warning ${code} compiled.0`])
    expect(ruleset.compiled).toEqual([])
    expect(outcomes(ruleset)).toBe(outcomes(made(packs).ruleset))
  })

  test('a getter that answers otherwise the second time is read once', () => {
    let reads = 0
    const fickle = Object.defineProperty({ ...compiled }, 'rules', { enumerable: true, get: () => (reads++ === 0 ? compiled.rules : []) })
    const { ruleset, codes } = made(packs, [fickle])
    expect([reads, codes]).toEqual([1, []])
    expect(outcomes(ruleset)).toBe(outcomes(made(packs).ruleset))
  })
})

describe('a module that fits and fails at its work', () => {
  test.each<readonly [string, CompiledModule['decide']]>([
    [
      'throws',
      () => {
        throw new Error('no')
      },
    ],
    ['gives bits that no condition comes to', (_, out) => out.fill(2)],
    ['gives bits above the four', (_, out) => out.fill(31)],
    ['says of a rule that does not apply that it is violated', (_, out) => out.fill(12)],
    ['gives back another array', () => new Uint8Array(2)],
  ])('%s: the jump table answers in its place', (_, decide) => {
    const { ruleset, codes } = made(packs, [{ ...compiled, decide }])
    expect(codes).toEqual([])
    expect(outcomes(ruleset)).toBe(outcomes(made(packs).ruleset))
  })
})
