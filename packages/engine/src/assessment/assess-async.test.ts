import type { InspectionRecord } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, assessedAsync, deepFreeze, fact, pack, record, rule, ruleset, withFacts, yes } from '../../test/support/builders.js'
import { assessAsync, type FactAnswer, type FactProvider } from './assess-async.js'

const at = '2023-01-10T09:30:00+08:00'
const facts = withFacts(
  fact('test.w'),
  fact('party.kind', { type: 'enum', scope: 'party', values: [{ value: 'shop', title: '店' }] }),
  fact('goods.kg', { type: 'number', unit: 'kg', aggregate: { over: 'goods', function: 'sum', field: 'weightKg' } }),
)
const rules = ruleset(pack({ facts, rules: [rule('one'), rule('two', { violatedWhen: { all: [yes('test.v'), yes('test.w')] } })] }))
const gaps = record({ facts: { 'test.a': true } })
const provider = (answers: Readonly<Record<string, FactAnswer['value'] | undefined>>, extra: Partial<FactAnswer> = {}, id = 'register'): FactProvider => ({
  id,
  facts: Object.keys(answers),
  provide: async ({ fact: { id: asked } }) => {
    const value = answers[asked]
    return value === undefined ? undefined : { value, source: '登记系统', at, ...extra }
  },
})

describe('without providers', () => {
  test.each(['compiled', 'direct', 'json-rules-engine'] as const)('it says what the synchronous one says, by the runtime %s', async (runtime) => {
    const { engine, ...rest } = await assessedAsync(gaps, rules, { runtime })
    const { engine: other, ...same } = assessed(gaps, rules)
    expect([engine.runtime, other.runtime]).toEqual([runtime, 'compiled'])
    expect(rest).toEqual(same)
  })

  test('a record with problems gives the problems', async () => {
    expect(await assessAsync({}, rules)).toMatchObject({ ok: false })
  })
})

describe('facts from providers', () => {
  test('go into the record with their source and time, and settle what hung on them', async () => {
    const result = await assessAsync(gaps, rules, { providers: [provider({ 'test.v': true, 'test.w': false })] })
    expect(result.ok && result.assessment.findings.map((finding) => finding.verdict)).toEqual(['violation', 'compliant'])
    expect(result.record?.conducts[0]?.facts).toEqual({ 'test.a': true, 'test.v': true, 'test.w': false })
    expect(result.record?.learned).toEqual([
      { fact: 'test.v', conduct: 'c', source: '登记系统', at },
      { fact: 'test.w', conduct: 'c', source: '登记系统', at },
    ])
  })

  test('the record that comes back gives the same without providers', async () => {
    const result = await assessAsync(gaps, rules, { providers: [provider({ 'test.v': true, 'test.w': false })] })
    if (!result.ok || result.record === undefined) throw new Error('no record')
    expect(await assessedAsync(result.record, rules)).toEqual(result.assessment)
    expect(assessed(result.record, rules).findings).toEqual(result.assessment.findings)
  })

  test('are asked for only while they are questions: what is already compliant is left alone', async () => {
    const asked: string[] = []
    await assessAsync(record({ facts: { 'test.a': true, 'test.v': false } }), rules, {
      providers: [{ id: 'spy', facts: ['test.v', 'test.w'], provide: async ({ fact: { id } }) => void asked.push(id) as undefined }],
    })
    expect(asked).toEqual([])
  })

  test('that open a new question lead to another round', async () => {
    const guarded = ruleset(
      pack({
        facts: withFacts(fact('licence.held'), fact('licence.valid', { askedWhen: yes('licence.held') })),
        rules: [rule('one', { violatedWhen: { all: [yes('licence.held'), { not: yes('licence.valid') }] } })],
      }),
    )
    const result = await assessAsync(gaps, guarded, { providers: [provider({ 'licence.held': true, 'licence.valid': false })] })
    expect(result.record?.learned?.map((each) => each.fact)).toEqual(['licence.held', 'licence.valid'])
    expect(result.ok && result.assessment.findings[0]?.verdict).toBe('violation')
    const oneRound = await assessAsync(gaps, guarded, { providers: [provider({ 'licence.held': true, 'licence.valid': false })], rounds: 1 })
    expect(oneRound.record?.learned?.map((each) => each.fact)).toEqual(['licence.held'])
  })

  test('that nobody knows stay unknown', async () => {
    const result = await assessAsync(gaps, rules, { providers: [provider({ 'test.v': undefined })] })
    expect(result).toMatchObject({ ok: true, problems: [] })
    expect(result.record).toBe(gaps)
  })

  test('the first provider that knows is believed', async () => {
    const result = await assessAsync(gaps, rules, {
      providers: [
        provider({ 'test.v': undefined }, {}, 'empty'),
        provider({ 'test.v': true }, { source: '甲' }),
        provider({ 'test.v': false }, { source: '乙' }),
      ],
    })
    expect(result.record?.learned?.map((each) => each.source)).toEqual(['甲'])
  })

  test('of a party are asked once, though two conducts need them', async () => {
    let times = 0
    const counted = (): FactAnswer => {
      times += 1
      return { value: 'shop', source: '登记系统', at }
    }
    const set = ruleset(pack({ facts, rules: [rule('one', { violatedWhen: { fact: 'party.kind', operator: 'equal', value: 'shop' } })] }))
    const two: InspectionRecord = record(
      {},
      {
        parties: [{ id: 'p' }],
        conducts: [
          { id: 'x', party: 'p', facts: { 'test.a': true }, date: '2023-01-10' },
          { id: 'y', party: 'p', facts: { 'test.a': true }, date: '2023-01-10' },
        ],
      },
    )
    const result = await assessAsync(two, set, {
      providers: [{ id: 'register', facts: ['party.kind'], provide: async () => counted() }],
    })
    expect(times).toBe(1)
    expect(result.record?.parties).toEqual([{ id: 'p', facts: { 'party.kind': 'shop' } }])
    expect(result.ok && result.assessment.findings.map((finding) => finding.verdict)).toEqual(['violation', 'violation'])
  })

  test('may be the day and the place', async () => {
    const set = ruleset(
      pack({
        facts,
        rules: [
          rule('one', {
            inForce: { from: '2020-01-01' },
            violatedWhen: { all: [yes('test.v'), { fact: 'record.region', operator: 'within', value: ['500000'] }] },
          }),
        ],
      }),
    )
    const result = await assessAsync(record({ date: null }), set, { providers: [provider({ 'conduct.date': '2023-01-05', 'record.region': '500241' })] })
    expect(result.record).toMatchObject({ region: '500241', conducts: [{ date: '2023-01-05' }] })
    expect(result.ok && result.assessment.findings[0]?.verdict).toBe('violation')
  })

  test('that follow from a list of goods are not asked for', async () => {
    const set = ruleset(pack({ facts, rules: [rule('one', { violatedWhen: { fact: 'goods.kg', operator: 'greaterThan', value: 10 } })] }))
    const result = await assessAsync(record({ goods: [{ kind: 'finished', weightKg: null }] }), set, { providers: [provider({ 'goods.kg': 12 })] })
    expect(result).toMatchObject({ ok: true, problems: [], assessment: { findings: [{ verdict: 'undetermined', missing: ['goods.kg'] }] } })
  })
})

describe('providers that fail or lie', () => {
  const problems = async (bad: FactProvider, value: InspectionRecord = gaps) => {
    const result = await assessAsync(value, rules, { providers: [bad] })
    expect(result.ok).toBe(true)
    expect(result.record?.learned ?? []).toEqual([])
    return result.problems.map(({ code, params }) => [code, params['provider'], params['fact'] ?? null])
  }

  test('a rejection is a problem that names the provider; the assessment goes on', async () => {
    expect(await problems({ id: 'down', facts: ['test.v'], provide: async () => Promise.reject(new Error('超时')) })).toEqual([['HG6002', 'down', null]])
  })

  test('a throw is the same', async () => {
    expect(
      await problems({
        id: 'down',
        facts: ['test.v'],
        provide: () => {
          throw new Error('坏了')
        },
      }),
    ).toEqual([['HG6002', 'down', null]])
  })

  test.each<[string, Partial<FactAnswer>]>([
    ['a value of the wrong type', { value: '是' }],
    ['a value that is null', { value: null as never }],
    ['a time without an offset', { at: '2023-01-10 09:30' }],
    ['no source', { source: '' }],
    ['no source at all', { source: undefined as never }],
  ])('%s is a problem, and is not believed', async (_, answer) => {
    expect(await problems(provider({ 'test.v': true }, answer, 'liar'))).toEqual([['HG6003', 'liar', 'test.v']])
  })

  test('a day after the decision is a problem, and is not believed', async () => {
    const set = ruleset(pack({ facts, rules: [rule('one', { inForce: { from: '2020-01-01' } })] }))
    const result = await assessAsync(record({ date: null }), set, { providers: [provider({ 'conduct.date': '2024-01-01' }, {}, 'liar')] })
    expect(result).toMatchObject({
      ok: true,
      problems: [{ code: 'HG6003', params: { provider: 'liar', fact: 'conduct.date' } }],
      assessment: { findings: [{ verdict: 'undetermined' }] },
    })
  })

  test('a region that is no code is a problem, and is not believed', async () => {
    const set = ruleset(pack({ facts, rules: [rule('one', { violatedWhen: { fact: 'record.region', operator: 'within', value: ['500000'] } })] }))
    expect(await assessAsync(record(), set, { providers: [provider({ 'record.region': '重庆' }, {}, 'liar')] })).toMatchObject({
      ok: true,
      problems: [{ code: 'HG6003' }],
    })
  })

  test('one that lies does not keep another from being heard', async () => {
    const result = await assessAsync(gaps, rules, { providers: [provider({ 'test.v': 'yes' }, {}, 'liar'), provider({ 'test.v': true })] })
    expect(result).toMatchObject({ ok: true, problems: [{ code: 'HG6003' }], record: { learned: [{ source: '登记系统' }] } })
  })
})

test('the record that was given is not written to', async () => {
  const frozen = deepFreeze(record({ facts: { 'test.a': true } }, { parties: [{ id: 'p' }] }))
  expect((await assessAsync(frozen, rules, { providers: [provider({ 'test.v': true, 'test.w': true })] })).ok).toBe(true)
})

test('fifty at once give the same bytes as one after the other', async () => {
  const records = Array.from({ length: 50 }, (_, index) =>
    record({ facts: { 'test.a': index % 3 === 0 ? null : index % 2 === 0, 'test.v': index % 5 === 0 ? null : index % 7 === 0 } }, { id: `R${index}` }),
  )
  const sequential: string[] = []
  for (const value of records) sequential.push(JSON.stringify(await assessAsync(value, rules, { providers: [provider({ 'test.w': true })] })))
  const parallel = await Promise.all(
    records.map(async (value) => JSON.stringify(await assessAsync(value, rules, { providers: [provider({ 'test.w': true })] }))),
  )
  expect(parallel).toEqual(sequential)
})
