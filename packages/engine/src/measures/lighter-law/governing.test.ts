/** 从旧兼从轻 through whole assessments: which edition governs, what is withheld, and what is asked. */
import type { Consequence, InspectionRecord, Norm, Principle, Rule } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import {
  assessed,
  continuingAct,
  fact,
  norm,
  normEdition,
  pack,
  principle,
  record,
  rule,
  ruleset,
  severityOrder,
  withFacts,
  yes,
} from '../../../test/support/builders.js'

const fine = (min: number | null, max: number, extra: object = {}): Consequence => ({
  measure: { kind: 'fine', title: `罚款${min ?? 0}至${max}元`, force: 'must', amountYuan: { min, max }, ...extra },
})
const stop: Consequence = { measure: { kind: 'order-to-stop', title: '责令停止', force: 'must' } }
const detention: Consequence = { measure: { kind: 'detention', title: '拘留', force: 'must', days: { min: 5, max: 10 } } }
const old = { from: '2010-01-01', to: '2019-12-31' }
const later = { from: '2020-01-01' }

interface Setting {
  readonly norms?: readonly Norm[]
  readonly principles?: readonly Principle[]
  readonly rules?: readonly Rule[]
}

const changed = (before: Consequence, after: Consequence, extra: Partial<Norm> = {}): Norm =>
  norm('9', [normEdition('old', old, { consequence: before }), normEdition('new', later, { consequence: after, article: '12', authority: ['police'] })], extra)

function setting({ norms = [], principles = [principle('lighter-law')], rules }: Setting) {
  const base = pack({ facts: withFacts(fact('test.serious'), fact('test.gate')), norms, principles, rules: rules ?? [rule('only', { norms: ['test-law/9'] })] })
  const editions = [
    { id: 'old', title: '旧文本', inForce: old, read: true, datesFrom: 'text' as const },
    { id: 'new', title: '新文本', inForce: later, read: true, datesFrom: 'text' as const },
  ]
  return ruleset({
    ...base,
    instruments: base.instruments.map((each) => ({ ...each, editions, provisions: each.provisions.map((one) => ({ ...one, edition: 'new' })) })),
  })
}

const on = (parts: Setting, value: Partial<InspectionRecord['conducts'][number]> = {}, decidedOn = '2023-01-10') =>
  assessed(record({ date: '2019-06-01', ...value }, { decidedOn }), setting(parts))
const shown = (found: ReturnType<typeof on>) => found.measures.map(({ edition, kind, proposed }) => `${edition} ${kind} ${proposed ? 'proposed' : 'shown'}`)

describe('the lighter of two editions', () => {
  test('the law of the act stays where the new one is heavier; who is competent follows the new one', () => {
    const found = on({ norms: [changed(fine(null, 200), fine(null, 500))] })
    expect(found.editionChoices).toMatchObject([
      { outcome: 'conduct-day', conductDay: { norms: [{ edition: 'old' }] }, decisionDay: { norms: [{ edition: 'new', article: '12' }] } },
    ])
    expect(found.measures).toMatchObject([{ edition: 'old', amountYuan: { max: 200 }, proposed: true, status: 'firm', authority: ['police'] }])
    expect(found.editionChoices[0]?.reason).toContain('0–200元 → 0–500元')
    expect(found.editionChoices[0]?.basis).toEqual([{ instrument: 'test-law', article: '1', edition: 'new', read: true }])
  })

  test('the law of the decision applies where it is lighter, with its article', () => {
    const found = on({ norms: [changed(fine(30_000, 100_000), fine(10_000, 100_000))] })
    expect(found.editionChoices).toMatchObject([{ outcome: 'decision-day' }])
    expect(found.measures).toMatchObject([{ edition: 'new', article: '12', amountYuan: { min: 10_000 }, proposed: true }])
  })

  test('of two that come to the same the law of the act applies, with no principle on file even', () => {
    const found = on({ norms: [changed(fine(1, 2), fine(1, 2))], principles: [] })
    expect(found.editionChoices).toMatchObject([{ outcome: 'same' }])
    expect(shown(found)).toEqual(['old fine proposed'])
  })

  test('what cannot be compared is shown twice and not proposed; orders come from the law of the day they are given', () => {
    const found = on({ norms: [changed({ all: [stop, fine(100, 1_000)] }, { all: [stop, fine(200, 500)] })] })
    expect(found.editionChoices).toMatchObject([{ outcome: 'undetermined' }])
    expect(shown(found)).toEqual(['new order-to-stop proposed', 'new fine shown', 'old fine shown'])
    for (const measure of found.measures.filter((each) => each.kind === 'fine')) {
      expect(measure).toMatchObject({ withheldBy: 'edition-undetermined', status: 'provisional' })
      expect(measure.reason).toContain('100–1000元 → 200–500元')
    }
  })

  test('without a principle read for the day of the decision nothing is chosen, and that is said', () => {
    const found = on(
      { norms: [changed(fine(null, 200), fine(null, 500))], principles: [principle('lighter-law', { inForce: { from: '2021-07-15' } })] },
      {},
      '2020-06-01',
    )
    expect(found.editionChoices).toMatchObject([{ outcome: 'undetermined', basis: [] }])
    expect(found.editionChoices[0]?.reason).toContain('从旧兼从轻规定没有读到原文')
  })

  test('an edition that was not read cannot be compared', () => {
    const half = norm('9', [
      normEdition('old', old, { consequence: undefined, verification: { status: 'unread', dates: 'memory', wordingOf: 'new' } }),
      normEdition('new', later, { consequence: fine(1, 2) }),
    ])
    const found = on({ norms: [half] })
    expect(found.editionChoices).toMatchObject([{ outcome: 'undetermined' }])
    expect(found.measures.map(({ edition, backing, proposed }) => [edition, backing, proposed])).toEqual([
      ['new', 'statutory', false],
      ['old', 'unverified', false],
    ])
  })
})

describe('across kinds of penalty', () => {
  const parts = { norms: [changed({ all: [detention, fine(null, 500, { force: 'may' })] }, { oneOf: [detention, fine(null, 2_000)] })] }

  test('no order on file: undetermined', () => {
    expect(on(parts).editionChoices).toMatchObject([{ outcome: 'undetermined', assumptions: [] }])
  })

  test('an order on file decides, is named as an assumption, and leaves the measures waiting for it', () => {
    const found = on({ ...parts, principles: [principle('lighter-law'), severityOrder] })
    expect(found.editionChoices).toMatchObject([{ outcome: 'decision-day', assumptions: ['假定警告轻于罚款，罚款轻于拘留。'] }])
    for (const measure of found.measures) expect(measure.subjectTo).toContainEqual({ kind: 'pending', topic: 'kind-order' })
    expect(found.pending).toContainEqual(expect.objectContaining({ topic: 'kind-order' }))
  })
})

describe('facts that are missing', () => {
  const tiered = (base: Consequence, serious: Consequence): Consequence => ({
    base,
    tiers: [{ tier: 'serious', title: '情节严重', relation: 'replaces', when: yes('test.serious'), then: serious }],
  })

  test('do not matter where one law is lighter in every way they can turn out', () => {
    const found = on({ norms: [changed(tiered(fine(30, 100), fine(100, 200)), tiered(fine(10, 100), fine(100, 200)))] })
    expect(found.editionChoices).toMatchObject([{ outcome: 'decision-day', missing: [] }])
  })

  test('are asked for where the answer turns on them', () => {
    const parts = { norms: [changed(tiered(fine(30, 100), fine(100, 200)), tiered(fine(10, 100), fine(150, 300)))] }
    const found = on(parts)
    expect(found.editionChoices).toMatchObject([{ outcome: 'undetermined', missing: ['test.serious'] }])
    expect(found.questions.map((each) => each.fact)).toContain('test.serious')
    const known = { 'test.a': true, 'test.v': true }
    expect(on(parts, { facts: { ...known, 'test.serious': false } }).editionChoices).toMatchObject([{ outcome: 'decision-day' }])
    expect(on(parts, { facts: { ...known, 'test.serious': true } }).editionChoices).toMatchObject([{ outcome: 'conduct-day' }])
  })

  test('a law whose own condition fails punishes nothing, and is lighter', () => {
    const gated = norm('9', [
      normEdition('old', old, { consequence: fine(1, 2) }),
      normEdition('new', later, { consequence: fine(1, 2), appliesWhen: yes('test.gate') }),
    ])
    const known = { 'test.a': true, 'test.v': true }
    const found = on({ norms: [gated] }, { facts: { ...known, 'test.gate': false } })
    expect(found.editionChoices).toMatchObject([{ outcome: 'decision-day', decisionDay: { options: ['不予处罚'] } }])
    expect(found.measures).toMatchObject([{ edition: 'old', proposed: false, withheldBy: 'lighter-law' }])
    expect(on({ norms: [gated] }, { facts: { ...known, 'test.gate': true } }).editionChoices).toMatchObject([{ outcome: 'same' }])
  })
})

describe('a norm that has ended', () => {
  const ended = (succession?: Norm['succession']): Norm =>
    norm('9', [normEdition('old', old, { consequence: { all: [stop, fine(100, 200)] } })], succession === undefined ? {} : { succession })
  const successor = norm('10', [normEdition('new', later, { consequence: fine(10, 20) })])
  const verification = { status: 'primary-text', dates: 'text' } as const

  test('and was replaced is compared with what replaced it', () => {
    const found = on({ norms: [ended({ kind: 'replaced', by: ['test-law/10'], verification }), successor] })
    expect(found.editionChoices).toMatchObject([{ norm: 'test-law/9', outcome: 'decision-day', decisionDay: { norms: [{ norm: 'test-law/10' }] } }])
    expect(found.measures).toMatchObject([{ norm: 'test-law/10', edition: 'new', proposed: true }])
  })

  test('and is no longer punished leads to no penalty; the reason says why', () => {
    const found = on({ norms: [ended({ kind: 'abolished', verification })] })
    expect(found.editionChoices).toMatchObject([{ outcome: 'decision-day', decisionDay: null }])
    expect(shown(found)).toEqual(['old order-to-stop shown', 'old fine shown'])
    expect(found.measures[1]).toMatchObject({ withheldBy: 'lighter-law', reason: expect.stringContaining('不再处罚') })
  })

  test('and is only remembered to be abolished, or has nothing on file after it, is neither punished nor let off', () => {
    for (const [succession, word] of [
      [{ kind: 'abolished', verification: { status: 'memory', dates: 'memory' } }, '据称已取消'],
      [undefined, '没有录入'],
    ] as const) {
      const found = on({ norms: [ended(succession)] })
      expect(found.editionChoices).toMatchObject([{ outcome: 'undetermined', reason: expect.stringContaining(word) }])
      expect(found.measures.filter((each) => each.kind === 'fine')).toMatchObject([{ proposed: false, withheldBy: 'edition-undetermined' }])
    }
  })

  test('is applied as it was where the decision falls on its last day', () => {
    expect(on({ norms: [ended()] }, {}, '2019-12-31').measures).toMatchObject([{ proposed: true }, { proposed: true }])
  })
})

describe('a rule that was relaxed', () => {
  const steady = norm('9', [normEdition('old', { from: '2010-01-01' }, { consequence: fine(1, 2) })])
  const rules = (violatedLater: Rule['violatedWhen']): readonly Rule[] => [
    rule('only', { norms: ['test-law/9'], inForce: old }),
    rule('only', { norms: ['test-law/9'], inForce: later, revision: 2, violatedWhen: violatedLater }),
  ]

  test('takes the penalty away where the act would no longer be a violation', () => {
    const found = on({ norms: [steady], rules: rules(yes('test.serious')) }, { facts: { 'test.a': true, 'test.v': true, 'test.serious': false } })
    expect(found.findings).toMatchObject([{ verdict: 'violation', revision: 1 }])
    expect(found.measures).toMatchObject([{ proposed: false, withheldBy: 'lighter-law' }])
  })

  test('changes nothing where it still is one, and waits where that is unknown', () => {
    expect(on({ norms: [steady], rules: rules(yes('test.v')) }).measures).toMatchObject([{ proposed: true }])
    const open = on({ norms: [steady], rules: rules(yes('test.serious')) })
    expect(open.editionChoices).toMatchObject([{ outcome: 'undetermined' }])
    expect(open.measures).toMatchObject([{ proposed: false, withheldBy: 'edition-undetermined' }])
  })
})

test('an act that went on while the law changed says on which assumption its last day decides', () => {
  const found = on(
    { norms: [changed(fine(1, 2), fine(3, 4))], principles: [principle('lighter-law'), continuingAct] },
    { date: { from: '2019-01-01', to: '2020-02-01' } },
  )
  expect(found.measures).toMatchObject([{ edition: 'new', proposed: true, notes: ['按行为终了之日。'] }])
})

test('a referral and a seizure follow the law of the day they are made, with nothing to compare', () => {
  const referral = (title: string): Consequence => ({ measure: { kind: 'criminal-referral', title, force: 'must' } })
  const found = on({ norms: [changed(referral('旧'), referral('新'), { track: 'criminal' })] })
  expect(found.editionChoices).toEqual([])
  expect(found.measures).toMatchObject([{ edition: 'new', title: '新', status: 'firm' }])
})
