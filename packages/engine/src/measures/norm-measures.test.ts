import type { Consequence, InspectionRecord, Norm } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, fact, norm, normEdition, pack, record, rule, ruleset, simpleNorm, withFacts, yes } from '../../test/support/builders.js'

const facts = withFacts(fact('gains.yuan', { type: 'number', unit: 'yuan' }), fact('test.serious'), fact('test.w'))
const rulesOf = (...norms: readonly Norm[]) => ruleset(pack({ facts, norms, rules: [rule('only', { norms: norms.map((each) => each.id) })] }))
const measures = (value: InspectionRecord, ...norms: readonly Norm[]) => assessed(value, rulesOf(...norms)).measures
const fine = (extra: object = {}): Consequence => ({ measure: { kind: 'fine', title: '罚款', force: 'must', ...extra } })
const order: Consequence = { measure: { kind: 'order-to-stop', title: '责令停止', force: 'must' } }
const known = { 'test.a': true, 'test.v': true }

describe('what a norm gives', () => {
  test('an order and a penalty that nothing can withdraw are firm', () => {
    const found = measures(record(), simpleNorm('9', { all: [order, fine({ amountYuan: { min: 20000, max: 100000 } })] }))
    expect(found.map(({ kind, status, subjectTo, amountYuan }) => ({ kind, status, subjectTo, amountYuan }))).toEqual([
      { kind: 'order-to-stop', status: 'firm', subjectTo: [], amountYuan: undefined },
      { kind: 'fine', status: 'firm', subjectTo: [], amountYuan: { min: 20000, max: 100000 } },
    ])
  })

  test('is nothing when the rule is not violated', () => {
    for (const facts of [{ 'test.a': true, 'test.v': false }, { 'test.a': true }, { 'test.a': false }])
      expect(measures(record({ facts }), simpleNorm('9', order))).toEqual([])
  })

  test('names the norm, the edition, the article and the authority it rests on', () => {
    expect(measures(record(), simpleNorm('9', order))).toMatchObject([
      {
        id: 'c:test-law/9@always:0',
        norm: 'test-law/9',
        edition: 'always',
        article: '9',
        authority: ['bureau'],
        backing: 'statutory',
        proposed: true,
        findings: ['test/only'],
      },
    ])
  })

  test('leaves out an authority that does not have this kind of power', () => {
    expect(measures(record(), simpleNorm('9', order, { authority: ['town', 'bureau'] }))).toMatchObject([{ authority: ['bureau'] }])
  })

  test('keeps the options of a choice apart', () => {
    expect(measures(record(), simpleNorm('9', { oneOf: [order, fine()] })).map((each) => each.oneOf)).toEqual([
      { group: 'test-law/9@always:0', option: 0 },
      { group: 'test-law/9@always:0', option: 1 },
    ])
  })

  test('is given once when two rules lead to it, with both findings', () => {
    const rules = ruleset(
      pack({ facts, norms: [simpleNorm('9', order)], rules: [rule('one', { norms: ['test-law/9'] }), rule('two', { norms: ['test-law/9'] })] }),
    )
    expect(assessed(record(), rules).measures).toMatchObject([{ findings: ['test/one', 'test/two'] }])
  })

  test('follows every edition of the rule that the day allows', () => {
    const editions = [
      rule('only', { inForce: { from: null, to: '2019-12-31' }, norms: ['test-law/8'] }),
      rule('only', { revision: 2, inForce: { from: '2020-01-01' }, norms: ['test-law/9'] }),
    ]
    const rules = ruleset(pack({ facts, norms: [simpleNorm('8', order), simpleNorm('9', order)], rules: editions }))
    expect(assessed(record({ date: null }), rules).measures.map((each) => each.norm)).toEqual(['test-law/8', 'test-law/9'])
    expect(assessed(record({ date: '2019-12-31' }), rules).measures.map((each) => each.norm)).toEqual(['test-law/8'])
  })
})

describe('a norm with a condition of its own', () => {
  const gated = simpleNorm('9', order, { appliesWhen: yes('test.w') })

  test.each([
    [true, [{ status: 'firm', subjectTo: [] }]],
    [false, []],
    [null, [{ status: 'provisional', subjectTo: [{ kind: 'fact', fact: 'test.w' }] }]],
  ] as const)('%s: %j', (value, expected) => {
    expect(measures(record({ facts: { ...known, 'test.w': value } }), gated)).toMatchObject(expected)
  })

  test('asks for the fact it hangs on, and says which measure that settles', () => {
    expect(assessed(record(), rulesOf(gated)).questions).toMatchObject([{ fact: 'test.w', measures: ['c:test-law/9@always:0'], rules: [] }])
  })
})

describe('amounts', () => {
  const multiple = { multiple: { of: 'gains.yuan', min: 1, max: 3 } }

  test('a multiple of a known fact is worked out in yuan, to the fen', () => {
    expect(measures(record({ facts: { ...known, 'gains.yuan': 333.33 } }), simpleNorm('9', fine(multiple)))).toMatchObject([
      { amountYuan: { min: 333.33, max: 999.99 }, multiple: multiple.multiple },
    ])
  })

  test('a multiple of an unknown fact stays a multiple, and the fact is asked for', () => {
    const [found] = measures(record(), simpleNorm('9', fine(multiple)))
    expect(found).toMatchObject({
      multiple: multiple.multiple,
      subjectTo: [{ kind: 'fact', fact: 'gains.yuan', gate: false }],
    })
    expect(found).not.toHaveProperty('amountYuan')
  })

  test('a multiple of nothing is nothing', () => {
    expect(
      measures(record({ facts: { ...known, 'gains.yuan': 0 } }), simpleNorm('9', fine({ multiple: { of: 'gains.yuan', min: null, max: 3 } }))),
    ).toMatchObject([{ amountYuan: { min: null, max: 0 } }])
  })

  test('days of detention are given as they stand', () => {
    const detention: Consequence = { measure: { kind: 'detention', title: '拘留', force: 'may', days: { min: null, max: 5 } } }
    expect(measures(record(), simpleNorm('9', detention, { authority: ['police'] }))).toMatchObject([{ days: { min: null, max: 5 }, force: 'may' }])
  })
})

describe('editions of a norm', () => {
  const light = fine({ amountYuan: { min: 100, max: 500 } })
  const heavy = fine({ amountYuan: { min: 1000, max: 5000 } })
  const dated = norm('9', [
    normEdition('old', { from: '2006-01-21', to: '2016-02-05' }, { consequence: light }),
    normEdition('new', { from: '2016-02-06' }, { consequence: heavy }),
  ])
  const law = (...norms: readonly Norm[]) => {
    const editions = ['new', 'old'].map((id) => ({
      id,
      title: id,
      inForce: id === 'old' ? { from: '2006-01-21', to: '2016-02-05' } : { from: '2016-02-06' },
      read: true,
      datesFrom: 'text' as const,
    }))
    const base = pack({ facts, norms, rules: [rule('only', { norms: norms.map((each) => each.id) })] })
    return ruleset({
      ...base,
      instruments: base.instruments.map((each) => ({ ...each, editions, provisions: each.provisions.map((provision) => ({ ...provision, edition: 'new' })) })),
    })
  }
  const on = (date: string | null | { from: string | null; to?: string }, decidedOn = '2023-01-10') => assessed(record({ date }, { decidedOn }), law(dated))

  test('the edition of the day of the conduct governs, both ends of it included', () => {
    expect(on('2016-02-05', '2016-02-05').measures).toMatchObject([{ edition: 'old', amountYuan: { max: 500 } }])
    expect(on('2016-02-06').measures).toMatchObject([{ edition: 'new', amountYuan: { max: 5000 } }])
  })

  test('a conduct before the norm leads to nothing', () => {
    expect(on('2006-01-20').measures).toEqual([])
  })

  test('without a principle on file for the day of the decision, two editions that differ are both shown and neither is proposed', () => {
    const { measures: found, pending, editionChoices } = on('2016-02-05')
    expect(found).toMatchObject([
      { edition: 'new', proposed: false, withheldBy: 'edition-undetermined', subjectTo: [{ kind: 'pending', topic: 'edition-choice' }] },
      { edition: 'old', proposed: false, withheldBy: 'edition-undetermined' },
    ])
    expect(pending).toContainEqual(expect.objectContaining({ topic: 'edition-choice', measures: found.map((each) => each.id) }))
    expect(editionChoices).toMatchObject([{ norm: 'test-law/9', outcome: 'undetermined', basis: [] }])
    expect(on('2016-02-06').editionChoices).toEqual([])
  })

  test('an act that went on while the law changed is taken by its last day', () => {
    expect(on({ from: '2016-01-01', to: '2016-03-01' }).measures).toMatchObject([{ edition: 'new', proposed: true }])
    expect(on({ from: '2006-01-01', to: '2016-02-05' }, '2016-02-05').measures).toMatchObject([{ edition: 'old', proposed: true }])
  })

  test('on an unknown day every possible edition is shown, and the day is pending', () => {
    const { measures: found, pending } = on(null)
    expect(found.map((each) => each.edition)).toEqual(['new', 'old'])
    expect(pending).toContainEqual(expect.objectContaining({ topic: 'unknown-date', measures: found.map((each) => each.id) }))
  })

  test('on an unknown day even a single edition is uncertain, as there were days without it', () => {
    const single = norm('9', [normEdition('new', { from: '2016-02-06' }, { consequence: order })])
    const { measures: found } = assessed(record({ date: null }), law(single))
    expect(found).toMatchObject([{ status: 'provisional', subjectTo: [{ kind: 'pending', topic: 'unknown-date' }] }])
  })

  test('one whose wording was not read is shown with the wording of another, never proposed', () => {
    const half = norm('9', [
      normEdition(
        'old',
        { from: '2006-01-21', to: '2016-02-05' },
        { consequence: undefined, verification: { status: 'unread', dates: 'memory', wordingOf: 'new' } },
      ),
      normEdition('new', { from: '2016-02-06' }, { consequence: heavy }),
    ])
    const found = assessed(record({ date: '2012-09-28' }, { decidedOn: '2012-09-28' }), law(half))
    expect(found.measures).toMatchObject([{ edition: 'old', backing: 'unverified', proposed: false, amountYuan: { min: 1000, max: 5000 } }])
    expect(found.measures[0]?.reason).toContain('未读到原文')
    expect(found.measures[0]?.reason).toContain('new')
    expect(found.actions).toEqual([])
  })

  test.each(['secondary', 'memory'] as const)('one known only by %s is never proposed', (status) => {
    expect(measures(record(), simpleNorm('9', order, { verification: { status, dates: 'text' } }))).toMatchObject([
      { backing: 'unverified', proposed: false, reason: expect.stringContaining('不作建议') },
    ])
  })
})

test('a condition that the runtime could not decide leaves its measure open, never firm', () => {
  const gated = simpleNorm('9', order, { appliesWhen: yes('test.w') })
  const failing = {
    name: 'failing',
    decide: (questions: readonly { readonly condition: unknown }[]) =>
      questions.map(({ condition }) => (condition === gated.editions[0]?.appliesWhen ? { error: 'broken' } : ('holds' as const))),
  }
  expect(assessed(record({ facts: { ...known, 'test.w': true } }), rulesOf(gated), { runtime: failing }).measures).toMatchObject([
    { status: 'provisional', subjectTo: [{ kind: 'fact', fact: 'test.w' }] },
  ])
})
