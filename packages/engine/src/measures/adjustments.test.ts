/** What a penalty undergoes after its norm: upper law, circumstances, referral, benchmarks, a plan's wishes. */
import type { Benchmark, Circumstance, Consequence, Norm, Plan, Principle } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, circumstance, fact, pack, planOf, principle, record, rule, ruleset, simpleNorm, withFacts, yes } from '../../test/support/builders.js'

const fine = (min: number, max: number): Consequence => ({ measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min, max } } })
const stop: Consequence = { measure: { kind: 'order-to-stop', title: '停止', force: 'must' } }
const confiscation: Consequence = { measure: { kind: 'confiscation', title: '没收', force: 'must', object: 'illegal-goods' } }
const known = { 'test.a': true, 'test.v': true }

interface Setting {
  readonly norms: readonly Norm[]
  readonly principles?: readonly Principle[]
  readonly benchmarks?: readonly Benchmark[]
  readonly plans?: readonly Plan[]
  readonly facts?: Readonly<Record<string, boolean | number | string>>
  readonly circumstances?: readonly Circumstance[]
}

const vocabulary = withFacts(
  fact('test.gate'),
  fact('test.minor'),
  fact('test.mild'),
  fact('gains.yuan', { type: 'number', unit: 'yuan' }),
  fact('stock.kg', { type: 'number', unit: 'kg' }),
  fact('progress.prosecutionOutcome', {
    type: 'enum',
    values: ['pending', 'not-prosecuted', 'exempted', 'convicted'].map((value) => ({ value, title: value })),
  }),
)
/** Confiscation of gains by norm 28. */
const disgorgement: Principle = {
  id: 'disgorgement',
  title: '违法所得',
  kind: 'disgorgement',
  norm: 'test-law/28',
  editions: [{ inForce: { from: null }, basis: [{ instrument: 'test-law', article: '1' }], verification: { status: 'primary-text', dates: 'text' } }],
}

const on = ({ norms, facts = {}, ...parts }: Setting) =>
  assessed(
    record({ facts: { ...known, ...facts } }, { region: '500241', ...(parts.plans === undefined ? {} : { plans: parts.plans.map((plan) => plan.id) }) }),
    ruleset(pack({ facts: vocabulary, norms, rules: [rule('only', { norms: norms.map((each) => each.id).filter((id) => id !== 'test-law/28') })], ...parts })),
  )

describe('a local fine outside the national range', () => {
  const local = (min: number, max: number): Norm => ({ ...simpleNorm('local', fine(min, max)), upperNorms: ['test-law/national'] })
  const bounded = (min: number, max: number, national = simpleNorm('national', fine(100, 500))) => {
    const rules = ruleset(
      pack({ norms: [local(min, max), national], principles: [principle('local-within-national')], rules: [rule('only', { norms: ['test-law/local'] })] }),
    )
    return assessed(record(), rules).measures[0]
  }

  test('is bounded by the national one, and both are cited', () => {
    expect(bounded(500, 1_000)).toMatchObject({
      amountYuan: { min: 100, max: 500 },
      boundedBy: { norm: 'test-law/national', article: '9', local: { min: 500, max: 1_000 }, national: { min: 100, max: 500 } },
      notes: [expect.stringContaining('500–1000 元')],
    })
    expect(bounded(50, 300)).toMatchObject({ amountYuan: { min: 100, max: 500 } })
  })

  test('is left as it is inside it, both ends included', () => {
    for (const [min, max] of [
      [100, 500],
      [200, 400],
    ] as const)
      expect(bounded(min, max)).toMatchObject({ amountYuan: { min, max } })
    expect(bounded(100, 500)).not.toHaveProperty('boundedBy')
  })

  test('is only flagged where the national wording of the day was not read', () => {
    const found = bounded(500, 1_000, simpleNorm('national', fine(100, 500), { verification: { status: 'secondary', dates: 'text' } }))
    expect(found).toMatchObject({ amountYuan: { min: 500, max: 1_000 }, notes: [expect.stringContaining('须先核对')] })
  })
})

describe('a circumstance', () => {
  const norms = [simpleNorm('9', { all: [stop, fine(100, 500)] })]
  const minor = circumstance('minor-act', 'no-penalty', 'test.minor')
  const fineOf = (found: ReturnType<typeof on>) => found.measures.find((each) => each.kind === 'fine')

  test('that is established withdraws the penalty, and leaves the order', () => {
    const found = on({ norms, circumstances: [minor], facts: { 'test.minor': true } })
    expect(found.measures.map(({ kind, proposed }) => [kind, proposed])).toEqual([
      ['order-to-stop', true],
      ['fine', false],
    ])
    expect(fineOf(found)).toMatchObject({
      withheldBy: 'circumstance',
      circumstances: [{ circumstance: 'minor-act', effect: 'no-penalty', state: 'established' }],
    })
    expect(found.circumstances).toMatchObject([
      { circumstance: 'minor-act', state: 'established', measures: ['c:test-law/9@always:1'], basis: { article: '1', read: true } },
    ])
  })

  test('that is open leaves the penalty provisional and is asked about, after everything that settles a rule', () => {
    const found = on({ norms, circumstances: [minor] })
    expect(fineOf(found)).toMatchObject({ status: 'provisional', proposed: true, subjectTo: [{ kind: 'circumstance', circumstance: 'minor-act' }] })
    expect(found.questions.map((each) => each.fact)).toEqual(['test.minor'])
  })

  test('that fails is not mentioned', () => {
    const found = on({ norms, circumstances: [minor], facts: { 'test.minor': false } })
    expect(fineOf(found)).toMatchObject({ status: 'firm', circumstances: [] })
    expect(found.circumstances).toEqual([])
  })

  test('that the party has to show and has not shown counts as not established, and the party is told', () => {
    const found = on({ norms, circumstances: [{ ...minor, burden: 'party', notice: '可以提交证据。' }] })
    expect(fineOf(found)).toMatchObject({ status: 'firm', proposed: true })
    expect(found.circumstances).toMatchObject([{ state: 'not-shown', notice: '可以提交证据。', missing: [] }])
    expect(found.questions).toEqual([])
  })

  test.each(['may-waive', 'must-mitigate', 'may-mitigate', 'aggravate'] as const)('of effect %s is shown on the penalty, which stays proposed', (effect) => {
    const found = on({ norms, circumstances: [circumstance('mild', effect, 'test.mild')], facts: { 'test.mild': true } })
    expect(fineOf(found)).toMatchObject({ proposed: true, status: 'firm', circumstances: [{ effect, state: 'established' }] })
  })

  test('of a day whose law was not read leaves every penalty waiting for it', () => {
    const later = circumstance('minor-act', 'no-penalty', 'test.minor', { edition: { inForce: { from: '2023-01-11' } } })
    const found = on({ norms, circumstances: [later], facts: { 'test.minor': true } })
    expect(fineOf(found)).toMatchObject({ proposed: true, status: 'provisional', subjectTo: [{ kind: 'pending', topic: 'circumstances-unread' }] })
    expect(found.measures.find((each) => each.kind === 'order-to-stop')?.status).toBe('firm')
  })

  test('of another track, another instrument or another kind concerns nothing', () => {
    const elsewhere = [
      circumstance('a', 'no-penalty', 'test.minor', { tracks: ['public-security'] }),
      circumstance('b', 'no-penalty', 'test.minor', { instruments: ['other-law'] }),
      circumstance('c', 'not-executed', 'test.minor', { edition: { kinds: ['detention'] } }),
    ]
    const found = on({ norms, circumstances: elsewhere, facts: { 'test.minor': true } })
    expect(fineOf(found)).toMatchObject({ proposed: true, circumstances: [] })
    expect(found.circumstances).toEqual([])
  })
})

describe('a crime', () => {
  const crime: Norm = {
    ...simpleNorm('27', { measure: { kind: 'criminal-referral', title: '移送', force: 'must' } }, { appliesWhen: yes('test.gate') }),
    track: 'criminal',
  }
  const norms = [simpleNorm('9', { all: [stop, fine(100, 500), confiscation] }), crime]
  const principles = [principle('referral-first')]
  const states = (facts: Setting['facts']) =>
    Object.fromEntries(on({ norms, principles, ...(facts === undefined ? {} : { facts }) }).measures.map((each) => [each.kind, each.withheldBy ?? each.status]))

  test('whose threshold is reached is referred, and no penalty takes its place; the order stands', () => {
    expect(states({ 'test.gate': true })).toEqual({ 'order-to-stop': 'firm', fine: 'referral', confiscation: 'referral', 'criminal-referral': 'firm' })
  })

  test('that is still open leaves the penalties waiting', () => {
    expect(states({})).toEqual({ 'order-to-stop': 'firm', fine: 'provisional', confiscation: 'provisional', 'criminal-referral': 'provisional' })
  })

  test('that came back without a punishment leaves the penalty to the organ again', () => {
    for (const outcome of ['not-prosecuted', 'exempted'])
      expect(states({ 'test.gate': true, 'progress.prosecutionOutcome': outcome })).toMatchObject({ fine: 'firm' })
    for (const outcome of ['pending', 'convicted'])
      expect(states({ 'test.gate': true, 'progress.prosecutionOutcome': outcome })).toMatchObject({ fine: 'referral' })
  })

  test('that is none changes nothing', () => {
    expect(states({ 'test.gate': false })).toEqual({ 'order-to-stop': 'firm', fine: 'firm', confiscation: 'firm' })
  })
})

describe('a benchmark', () => {
  const benchmark: Benchmark = {
    id: 'county',
    title: '示例裁量基准',
    issuer: '示例县',
    region: '500241',
    norm: 'test-law/9',
    inForce: { from: '2020-01-01' },
    fact: 'stock.kg',
    bands: [
      { id: 'low', title: '较轻', from: 0, below: 10, amountYuan: { min: 100, max: 200 } },
      { id: 'high', title: '较重', from: 10, below: null, amountYuan: { min: 200, max: 500 } },
    ],
    verification: { status: 'primary-text', dates: 'text' },
  }
  const norms = [simpleNorm('9', fine(100, 500))]
  const measure = (parts: Partial<Setting>) => on({ norms, benchmarks: [benchmark], ...parts }).measures[0]

  test('narrows the range to its band, and leaves the statutory range as it is', () => {
    expect(measure({ facts: { 'stock.kg': 9.9 } })).toMatchObject({
      amountYuan: { min: 100, max: 500 },
      recommendedYuan: { min: 100, max: 200, benchmark: 'county', band: 'low' },
    })
    expect(measure({ facts: { 'stock.kg': 10 } })).toMatchObject({ recommendedYuan: { min: 200, max: 500, band: 'high' } })
  })

  test('asks for the fact that tells the band, and says nothing until it is known', () => {
    const found = on({ norms, benchmarks: [benchmark] })
    expect(found.measures[0]).not.toHaveProperty('recommendedYuan')
    expect(found.measures[0]?.status).toBe('firm')
    expect(found.questions.map((each) => each.fact)).toEqual(['stock.kg'])
  })

  test('of another region, another time or not read does not apply', () => {
    const facts = { 'stock.kg': 5 }
    expect(measure({ facts, benchmarks: [{ ...benchmark, region: '410000' }] })).not.toHaveProperty('recommendedYuan')
    expect(measure({ facts, benchmarks: [{ ...benchmark, inForce: { from: '2023-01-11' } }] })).not.toHaveProperty('recommendedYuan')
    expect(measure({ facts, benchmarks: [{ ...benchmark, verification: { status: 'secondary', dates: 'text' } }] })).toMatchObject({
      notes: [expect.stringContaining('不采用')],
    })
  })

  test('of the smaller region goes before that of the larger', () => {
    const province = { ...benchmark, id: 'province', region: '500000' }
    expect(measure({ facts: { 'stock.kg': 5 }, benchmarks: [province, benchmark] })).toMatchObject({ recommendedYuan: { benchmark: 'county' } })
  })

  test('is overridden by a circumstance that lightens', () => {
    const found = measure({ facts: { 'stock.kg': 5, 'test.mild': true }, circumstances: [circumstance('mild', 'must-mitigate', 'test.mild')] })
    expect(found).not.toHaveProperty('recommendedYuan')
    expect(found?.notes).toEqual([expect.stringContaining('不再约束')])
  })
})

describe('a plan that asks for the maximum', () => {
  const plan = planOf({
    measures: [
      {
        id: 'heavy',
        title: '一律上限',
        clause: '1',
        kind: 'fine',
        recommends: 'maximum',
        onViolationOf: ['test/only'],
        routes: [{ norm: 'test-law/9', kind: 'fine', explanation: '罚款' }],
        whenNone: { reason: '无', alternative: '无' },
      },
    ],
  })
  const parts: Setting = { norms: [simpleNorm('9', fine(100, 500))], plans: [plan], principles: [principle('no-blanket-maximum')] }

  test('is a recommendation inside the range, with the conflict beside it', () => {
    expect(on(parts).measures).toMatchObject([
      {
        amountYuan: { min: 100, max: 500 },
        recommendations: [{ plan: 'test-plan', clause: '1', level: 'maximum', overriddenBy: [], conflict: expect.stringContaining('测试法 1') }],
      },
    ])
  })

  test('gives way to the circumstances that lighten', () => {
    const found = on({ ...parts, circumstances: [circumstance('mild', 'may-mitigate', 'test.mild')], facts: { 'test.mild': true } })
    expect(found.measures).toMatchObject([{ recommendations: [{ overriddenBy: ['mild'] }] }])
  })

  test('is not open where a circumstance took its penalty away; the reason stands on the item, and nothing more is asked for it', () => {
    const found = on({ ...parts, circumstances: [circumstance('minor-act', 'no-penalty', 'test.minor')], facts: { 'test.minor': true } })
    expect(found.planItems).toMatchObject([{ state: 'closed', routes: [{ state: 'closed' }], reason: expect.stringContaining('不予处罚') }])
    expect(found.questions).toEqual([])
  })
})

describe('illegal gains', () => {
  const take: Consequence = { measure: { kind: 'confiscation', title: '没收违法所得', force: 'must', object: 'illegal-gains' } }
  const general = simpleNorm('28', take, { appliesWhen: { fact: 'gains.yuan', operator: 'greaterThan', value: 0 }, authority: ['police'] })
  const confiscations = (penalty: Consequence, facts: Setting['facts']) =>
    on({ norms: [simpleNorm('9', penalty), general], principles: [disgorgement], ...(facts === undefined ? {} : { facts }) })
      .measures.filter((each) => each.object === 'illegal-gains')
      .map((each) => [each.norm, each.authority])

  test('are confiscated beside a fine whose norm is silent, by the organ that fines', () => {
    expect(confiscations(fine(1, 2), { 'gains.yuan': 1 })).toEqual([['test-law/28', ['bureau']]])
  })

  test('are confiscated once where the norm itself says so, and not without gains, nor where nobody is punished', () => {
    expect(confiscations({ all: [fine(1, 2), take] }, { 'gains.yuan': 1 })).toEqual([['test-law/9', ['bureau']]])
    expect(confiscations(fine(1, 2), { 'gains.yuan': 0 })).toEqual([])
    expect(confiscations(fine(1, 2), {})).toEqual([])
    expect(confiscations(stop, { 'gains.yuan': 1 })).toEqual([])
  })
})
