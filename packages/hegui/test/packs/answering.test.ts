/** Who answers by the shipped plans: their triggers on small inputs, and what follows by the edition of the day. */
import { type AccountabilityContext, appraisedAccountability } from '@hegui/engine'
import type { AccountabilityFinding, AppraisalFile, FigureValue, Plan, Unit } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { allPlans, rules } from './support/shipped.js'

const plan = (id: string): Plan => allPlans.find((each) => each.id === id) ?? expect.fail()
const unitOf = (organ: string): Unit => ({ id: 'here', title: '本单位', organ, region: '360733' })
type Established = NonNullable<AppraisalFile['established']>
type Days = Readonly<Record<string, number>>

function context(days: Days | null, file: AccountabilityContext['file'] = {}, year = '2023'): AccountabilityContext {
  const byDay = new Map(Object.entries(days ?? {}).map(([day, n]): [string, FigureValue] => [day, { min: n, max: n }]))
  const total = [...byDay.values()].reduce((sum, { min }) => sum + min, 0)
  return {
    file,
    figureOf: () => ({ value: days === null ? null : { min: total, max: total }, evidence: { records: [], more: 0 }, byDay }),
    duties: [],
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    now: `${year}-12-31`,
    ruleset: rules,
  }
}
const found = (id: string, organ: string, item: string, given: AccountabilityContext): AccountabilityFinding =>
  appraisedAccountability(plan(id), unitOf(organ), given).find(({ accountability }) => accountability === item) ?? expect.fail()
type Fact = readonly [fact: string, value: boolean, on?: string]
const established = (...facts: readonly Fact[]): Established =>
  facts.map(([fact, value, on]) => ({ unit: 'here', fact, value, source: '督查通报', ...(on === undefined ? {} : { on }) }))

const every = allPlans.flatMap((each) => each.accountability.map((item) => [each.id, item.id, item.officials[0] as string] as const))

describe('every accountability', () => {
  test.each(every)('%s/%s: with nothing known nothing is established or proposed', (id, item, organ) => {
    const answer = found(id, organ, item, context(null))
    expect(answer.state).toBe('undetermined')
    expect(answer.consequences.filter(({ proposed }) => proposed)).toEqual([])
    expect(answer.missing.length).toBeGreaterThan(0)
  })
  test('proposes as statutory only what was read in the edition of the day', () => {
    for (const [id, item, organ] of every)
      for (const year of ['2010', '2014', '2023', '2025']) {
        const { consequences } = found(id, organ, item, context({ [`${year}-06-01`]: 9 }, {}, year))
        for (const each of consequences.filter(({ proposed, backing }) => proposed && backing !== 'internal'))
          expect([each.backing, each.basis.length > 0, each.basis.every(({ read, edition }) => read && edition !== null)]).toEqual(['statutory', true, true])
      }
  })
})

describe('an illegal coal mine left alone', () => {
  const sanctions = (organ: string, days: Days, year: string) => {
    const item = organ === 'county-government' ? 'coal-county' : 'coal-township'
    const { state, day, consequences } = found('work-safety-speech-2010', organ, item, context(days, {}, year))
    return {
      state,
      day,
      of: consequences
        .filter(({ kind }) => kind === 'sanction')
        .map(({ sanctions: grades, proposed, basis }) => [grades?.length ?? 0, proposed, basis[0]?.instrument]),
    }
  }
  const special = 'coal-special-regulation'
  test.each([
    [
      '2013-07-17',
      [
        [3, false, special],
        [3, false, special],
      ],
    ],
    [
      '2013-07-18',
      [
        [3, true, special],
        [3, true, special],
      ],
    ],
    [
      '2024-04-30',
      [
        [3, true, special],
        [3, true, special],
      ],
    ],
    [
      '2024-05-01',
      [
        [0, true, 'coal-mine-safety-regulation'],
        [0, true, 'coal-mine-safety-regulation'],
      ],
    ],
  ])('one in a township on %s', (day, of) => {
    expect(sanctions('township-government', { [day]: 1 }, day.slice(0, 4))).toEqual({ state: 'established', day, of })
  })
  test('two in a county within one month, and not a day more', () => {
    expect(sanctions('county-government', { '2023-03-15': 1, '2023-04-14': 1 }, '2023')).toMatchObject({ state: 'established', day: '2023-04-14' })
    expect(sanctions('county-government', { '2023-03-15': 1, '2023-04-15': 1 }, '2023').state).toBe('undetermined')
    expect(sanctions('county-government', { '2023-03-15': 1, '2023-04-16': 1 }, '2023')).toEqual({ state: 'not-established', day: null, of: [] })
    expect(sanctions('county-government', { '2023-03-15': 1 }, '2023').state).toBe('not-established')
  })
  test('two in a county since 2024-05-01 are shown without basis and not proposed', () => {
    expect(sanctions('county-government', { '2024-05-01': 2 }, '2024')).toEqual({
      state: 'established',
      day: '2024-05-01',
      of: [
        [0, false, undefined],
        [0, false, undefined],
      ],
    })
  })
  test('says that the text does not say from when the month is counted', () => {
    const { flags } = found('work-safety-speech-2010', 'county-government', 'coal-county', context({}))
    expect(flags.filter((flag) => flag.includes('起算那天算不算'))).toHaveLength(1)
  })
})

test('notice 31: its grades are shown, never proposed; since 2020-07-01 the sanctions law is', () => {
  const at = (day: string) =>
    found('work-safety-speech-2010', 'county-government', 'known-illegal-producer', context({ [day]: 1 }, {}, day.slice(0, 4)))
      .consequences.filter(({ kind }) => kind === 'sanction')
      .map(({ backing, proposed, basis }) => [backing, proposed, basis[0]?.instrument])
  expect(at('2020-06-30')).toEqual([
    ['unverified', false, 'state-council-notice-2010-23'],
    ['unverified', false, 'state-council-notice-2010-23'],
  ])
  expect(at('2020-07-01')).toEqual([
    ['statutory', true, 'public-officials-sanctions-law'],
    ['statutory', true, 'public-officials-sanctions-law'],
  ])
})

describe('clause 4.4, which reads in two ways', () => {
  const ask = (facts: Established, reading?: string) =>
    found(
      'changjianglu-2016',
      'responsible-unit',
      'key-management',
      context({}, { established: facts, ...(reading === undefined ? {} : { readings: { 'key-management': reading } }) }),
    )
  const one = established(['unit.workWeak', true, '2023-02-01'], ['unit.illegalBusinessSerious', false, '2023-03-01'])
  test('is settled by the reading chosen', () => {
    expect(ask(one, 'either')).toMatchObject({ state: 'established', day: '2023-02-01', reading: 'either' })
    expect(ask(one, 'both')).toMatchObject({ state: 'not-established', reading: 'both' })
  })
  test('stays open where the readings differ, and is settled where they agree', () => {
    expect(ask(one)).toMatchObject({ state: 'undetermined', reading: null })
    expect(ask(one).reason).toContain('两类单位')
    const both = established(['unit.workWeak', true, '2023-02-01'], ['unit.illegalBusinessSerious', true, '2023-03-01'])
    expect(ask(both)).toMatchObject({ state: 'established', day: '2023-03-01' })
  })
})

describe('what was established', () => {
  const ask = (...facts: readonly Fact[]) =>
    found('roadworks-2010', 'project-department', 'poor-execution', context({}, { established: established(...facts) }))
  test('gives the trigger its day; without a day an internal matter needs none', () => {
    expect(ask(['unit.workWeak', true, '2023-05-01'])).toMatchObject({ state: 'established', day: '2023-05-01' })
    expect(ask(['unit.workWeak', true])).toMatchObject({ state: 'established', day: null, consequences: [{ backing: 'internal', proposed: true }] })
  })
  test('later replaces what was earlier, and is not seen before its day', () => {
    expect(ask(['unit.workWeak', true, '2023-05-01'], ['unit.workWeak', false, '2023-06-01']).state).toBe('not-established')
    expect(ask(['unit.workWeak', true, '2024-01-01']).state).toBe('undetermined')
  })
  test('and contradicts itself is unknown, and said', () => {
    const answer = ask(['unit.workWeak', true, '2023-05-01'], ['unit.workWeak', false, '2023-05-01'])
    expect(answer).toMatchObject({ state: 'undetermined', missing: [{ fact: 'unit.workWeak' }] })
    expect(answer.reason).toContain('同一天报来的不一致')
  })
  test('of a statutory matter without a day proposes nothing by edition', () => {
    const facts = established(['unit.supervisionWeak', true], ['unit.fireworksExplosion', true], ['unit.accidentCausedByWeakness', true])
    const { state, day, consequences } = found('erong-2023', 'township-government', 'explosion-after-weak-supervision', context({}, { established: facts }))
    expect([state, day]).toEqual(['established', null])
    expect(consequences.filter(({ proposed }) => proposed).map(({ backing }) => backing)).toEqual(['internal'])
  })
})

test.each([
  ['erong-2023', 'responsible-unit', 'six-conditions-before-closing', 6],
  ['roadworks-2010', 'project-department', 'four-conditions-before-closing', 4],
] as const)('%s: the list of %s closes only when every item is done', (id, organ, accountability, count) => {
  const closing = (items: readonly (boolean | null)[]) =>
    found(id, organ, accountability, context({}, { closings: [{ id: 'one', accountability, unit: 'here', about: '一件事', items }] })).checklist[0]
  const done = Array.from({ length: count }, () => true)
  expect(closing(done)?.closing).toBe('may-close')
  expect(closing([...done.slice(1), false])?.closing).toBe('stays-open')
  expect(closing([...done.slice(1), null])?.closing).toBe('undetermined')
  expect(closing(done)?.items).toHaveLength(count)
})

test('a unit that the plan does not hold to account is left alone', () => {
  expect(appraisedAccountability(plan('roadworks-2010'), unitOf('community'), context({}))).toEqual([])
})
