/** One fine for one act and person; what stands beside it; what lawyers differ on. */
import type { Consequence, Norm, Principle } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import {
  assessed,
  beside,
  detentionCapOf,
  fact,
  openQuestion,
  pack,
  principle,
  record,
  rule,
  ruleset,
  simpleNorm,
  testLaw,
  withFacts,
  yes,
} from '../../test/support/builders.js'

const fine = (min: number | null, max: number | null): Consequence => ({ measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min, max } } })
const confiscation: Consequence = { measure: { kind: 'confiscation', title: '没收', force: 'must', object: 'illegal-goods' } }
const detention = (max: number): Consequence => ({ measure: { kind: 'detention', title: '拘留', force: 'must', days: { min: 1, max } } })
const oneFine = principle('one-fine')
const known = { 'test.a': true, 'test.v': true }

interface Setting {
  readonly norms: readonly Norm[]
  readonly principles?: readonly Principle[]
  readonly facts?: Readonly<Record<string, boolean>>
}

const rulesOf = ({ norms, principles = [oneFine] }: Setting) =>
  ruleset(
    pack({
      facts: withFacts(fact('test.gate'), fact('test.other'), fact('gains.yuan', { type: 'number', unit: 'yuan' })),
      instruments: [
        testLaw(norms.filter((norm) => norm.id.startsWith('test-law/'))),
        { ...testLaw(norms.filter((norm) => norm.id.startsWith('other-law/'))), id: 'other-law', shortTitle: '另一法' },
      ],
      principles,
      rules: norms.map((norm, index) => rule(`r${index}`, { norms: [norm.id] })),
    }),
  )
const on = (parts: Setting) => assessed(record({ facts: { ...known, ...parts.facts } }), rulesOf(parts))
const proposed = (found: ReturnType<typeof on>, kind = 'fine') => found.measures.filter((each) => each.kind === kind && each.proposed).map((each) => each.norm)

describe('several fines on one person for one act', () => {
  const norms = [simpleNorm('8', fine(100, 500)), simpleNorm('9', { all: [fine(200, 800), confiscation] }, { authority: ['police', 'bureau'] })]

  test('the higher is given, across authorities, and the other is shown with the reason', () => {
    const found = on({ norms })
    expect(proposed(found)).toEqual(['test-law/9'])
    expect(found.measures[0]).toMatchObject({ norm: 'test-law/8', withheldBy: 'concurrence', reason: expect.stringContaining('测试法 1') })
    expect(found.concurrence).toMatchObject([{ kind: 'one-fine', applied: 'test-law/9', on: 'party', conducts: ['c'] }])
    expect(found.measures.every((each) => each.status === 'firm')).toBe(true)
  })

  test('other kinds of measure cumulate', () => {
    expect(
      proposed(on({ norms: [simpleNorm('8', { all: [fine(1, 2), confiscation] }), simpleNorm('9', { all: [fine(2, 3), confiscation] })] }), 'confiscation'),
    ).toEqual(['test-law/8', 'test-law/9'])
  })

  test('a unit and its principal are two parties', () => {
    const found = on({ norms: [simpleNorm('8', fine(100, 500)), { ...simpleNorm('9', fine(200, 800)), on: 'principal' }] })
    expect(proposed(found)).toEqual(['test-law/8', 'test-law/9'])
    expect(found.concurrence).toEqual([])
  })

  test('ranges that cross, or an amount that is not known, choose nothing: at most one may be given', () => {
    const gains: Consequence = { measure: { kind: 'fine', title: '罚款', force: 'must', multiple: { of: 'gains.yuan', min: 1, max: 5 } } }
    for (const second of [fine(50, 800), gains]) {
      const found = on({ norms: [simpleNorm('8', fine(100, 500)), simpleNorm('9', second)] })
      expect(found.concurrence).toMatchObject([{ kind: 'one-fine', applied: null }])
      expect(found.measures.map((each) => each.exclusive)).toEqual(['c:party:fine', 'c:party:fine'])
      for (const each of found.measures) expect(each.subjectTo).toContainEqual({ kind: 'pending', topic: 'concurrence' })
    }
  })

  test('a higher fine whose own condition is open does not displace the lower yet; a lower one that is open never will', () => {
    const gated = (norm: Norm): Norm => ({ ...norm, editions: norm.editions.map((each) => ({ ...each, appliesWhen: yes('test.gate') })) })
    const higher = on({ norms: [simpleNorm('8', fine(100, 500)), gated(simpleNorm('9', fine(200, 800)))] })
    expect(higher.concurrence).toMatchObject([{ applied: null }])
    expect(proposed(higher)).toEqual(['test-law/8', 'test-law/9'])
    const lower = on({ norms: [gated(simpleNorm('8', fine(100, 500))), simpleNorm('9', fine(200, 800))] })
    expect(lower.concurrence).toMatchObject([{ applied: 'test-law/9' }])
    expect(lower.measures.find((each) => each.norm === 'test-law/9')?.status).toBe('firm')
  })

  test('a tier that is open may make the lower the higher: nothing is chosen until it is known', () => {
    const tiered: Consequence = {
      base: fine(100, 200),
      tiers: [{ tier: 'serious', title: '情节严重', relation: 'replaces', when: yes('test.gate'), then: fine(200, 500) }],
    }
    const setting = { norms: [simpleNorm('8', fine(100, 500)), simpleNorm('9', tiered)] }
    expect(on(setting).concurrence).toMatchObject([{ applied: null }])
    expect(on({ ...setting, facts: { 'test.gate': false } }).concurrence).toMatchObject([{ applied: 'test-law/8' }])
    expect(on({ ...setting, facts: { 'test.gate': true } }).concurrence).toMatchObject([{ applied: 'test-law/9' }])
  })

  test('a tier that is open may leave the higher no more than equal: it is chosen only where it would go before the equal one', () => {
    const tiered: Consequence = {
      base: fine(100, 200),
      tiers: [{ tier: 'serious', title: '情节严重', relation: 'replaces', when: yes('test.gate'), then: fine(100, 500) }],
    }
    const after = { norms: [simpleNorm('8', fine(100, 200)), simpleNorm('9', tiered)] }
    expect(on(after).concurrence).toMatchObject([{ applied: null }])
    expect(on({ ...after, facts: { 'test.gate': false } }).concurrence).toMatchObject([{ applied: 'test-law/8' }])
    const before = { norms: [simpleNorm('8', tiered), simpleNorm('9', fine(100, 200))] }
    expect(on(before).concurrence).toMatchObject([{ applied: 'test-law/8' }])
  })

  test('a norm and what replaced it are one law between which 37 chooses, not two fines', () => {
    const read = { status: 'primary-text', dates: 'text' } as const
    const ended: Norm = {
      ...simpleNorm('8', fine(100, 1_000)),
      editions: [{ ...(simpleNorm('8', fine(100, 1_000)).editions[0] as Norm['editions'][number]), inForce: { from: null, to: '2023-01-09' } }],
      succession: { kind: 'replaced', by: ['test-law/9'], verification: read },
    }
    const rules = rulesOf({ norms: [ended, simpleNorm('9', fine(200, 500))], principles: [oneFine, principle('lighter-law')] })
    const found = assessed(record({ date: '2023-01-09', facts: known }), rules)
    expect(found.editionChoices).toMatchObject([{ outcome: 'undetermined' }])
    expect(found.concurrence).toEqual([])
  })

  test('without the rule on file for the day nothing is chosen', () => {
    expect(on({ norms, principles: [] }).concurrence).toMatchObject([{ applied: null, basis: [] }])
  })

  test('an open legal question is put with both positions, however the ranges stand', () => {
    const found = on({ norms, principles: [oneFine, openQuestion('test-law/8', 'test-law/9')] })
    expect(found.concurrence).toMatchObject([{ kind: 'open-question', applied: null, positions: ['特别规定优先', '按数额高的规定'] }])
    expect(proposed(found)).toEqual(['test-law/8', 'test-law/9'])
    expect(found.pending).toContainEqual(expect.objectContaining({ topic: 'concurrence' }))
  })

  test('a fine that was not read takes part in nothing', () => {
    const unread = simpleNorm('9', fine(200, 800), { verification: { status: 'secondary', dates: 'text' } })
    const found = on({ norms: [simpleNorm('8', fine(100, 500)), unread] })
    expect(proposed(found)).toEqual(['test-law/8'])
    expect(found.concurrence).toEqual([])
  })
})

describe('rules that are still open', () => {
  const open = (second: Consequence, facts: Readonly<Record<string, boolean>> = {}, [sure, unsure] = ['8', '9']) => {
    const rules = ruleset(
      pack({
        facts: withFacts(fact('test.other')),
        principles: [oneFine, principle('referral-first')],
        norms: [
          simpleNorm(sure, { all: [fine(100, 500), confiscation] }),
          { ...simpleNorm(unsure, second), track: second === referral ? 'criminal' : 'administrative' },
        ],
        rules: [rule('sure', { norms: [`test-law/${sure}`] }), rule('open', { norms: [`test-law/${unsure}`], violatedWhen: yes('test.other') })],
      }),
    )
    return assessed(record({ facts: { ...known, ...facts } }), rules)
  }
  const referral: Consequence = { measure: { kind: 'criminal-referral', title: '移送', force: 'must' } }
  const waits = (found: ReturnType<typeof open>) =>
    found.measures.filter((each) => each.subjectTo.some((one) => one.kind === 'pending' && one.topic === 'open-findings')).map((each) => each.kind)

  test('make a fine wait that they could displace', () => {
    expect(waits(open(fine(200, 800)))).toEqual(['fine'])
    expect(waits(open(fine(200, 800), { 'test.other': false }))).toEqual([])
  })

  test('leave one alone that is the higher anyway', () => {
    expect(waits(open(fine(50, 500)))).toEqual([])
  })

  test('make a fine wait for an equal one only where that would be applied in its stead', () => {
    const equal = fine(100, 500)
    expect(waits(open(equal))).toEqual([])
    expect(waits(open(equal, {}, ['9', '8']))).toEqual(['fine'])
    const applied = open(equal, { 'test.other': true }, ['9', '8']).concurrence.map((each) => each.applied)
    expect(applied).toEqual(['test-law/8'])
  })

  test('make every penalty wait where they could lead to a referral', () => {
    expect(waits(open(referral))).toEqual(['confiscation', 'fine'].sort().reverse())
  })
})

describe('detention', () => {
  const police = { authority: ['police'] }
  const other = (name: string, consequence: Consequence): Norm => ({
    ...simpleNorm(name, consequence, police),
    id: `other-law/${name}`,
    track: 'public-security',
  })
  const norms = [simpleNorm('8', fine(100, 500)), other('1', detention(15))]

  test('stands beside the fine of another law where a statute says so', () => {
    const found = on({ norms, principles: [oneFine, beside('test-law/8')] })
    expect(found.concurrence).toMatchObject([{ kind: 'beside', reason: expect.stringContaining('可以并用') }])
    expect(found.measures.map((each) => each.status)).toEqual(['firm', 'firm'])
  })

  test('waits for the lawyers where none was read', () => {
    const found = on({ norms })
    expect(found.measures.find((each) => each.kind === 'detention')?.subjectTo).toContainEqual({ kind: 'pending', topic: 'concurrence' })
    expect(proposed(found)).toEqual(['test-law/8'])
  })

  test('for several acts of one person is carried out together, up to the cap', () => {
    const rules = rulesOf({ norms: [other('1', detention(15))], principles: [detentionCapOf(20)] })
    const twoActs = record(
      {},
      {
        parties: [{ id: 'p' }],
        conducts: ['2023-01-10', '2023-01-09'].map((date) => ({ id: `c${date.slice(-2)}`, date, party: 'p', facts: known })),
      },
    )
    const acts = (second: string) =>
      assessed(
        record(
          {},
          {
            parties: [{ id: 'p' }, { id: 'q' }],
            conducts: [
              { id: 'one', date: '2023-01-10', party: 'p', facts: known },
              { id: 'two', date: '2023-01-09', party: second, facts: known },
            ],
          },
        ),
        rules,
      ).concurrence
    expect(acts('p')).toMatchObject([{ kind: 'detention-cap', days: 20, conducts: ['one', 'two'], party: 'p', reason: expect.stringContaining('30 日') }])
    expect(acts('q')).toEqual([])
    const responsible = rulesOf({ norms: [{ ...other('1', detention(15)), on: 'responsible-persons' }], principles: [detentionCapOf(20)] })
    expect(assessed(twoActs, responsible).concurrence).toEqual([])
  })
})
