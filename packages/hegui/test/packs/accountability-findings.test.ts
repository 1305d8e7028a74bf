/** Accountability out of records and what was established, with the shipped plans: by edition, by reading, by what is not known. */
import { appraise } from '@hegui/engine'
import type { AccountabilityFinding, AppraisalFile, InspectionRecord } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { allCases, recordOf, rules } from './support/shipped.js'

interface Asked {
  readonly plan: string
  readonly organ: string
  readonly region: string
  readonly item: string
  readonly period: { readonly from: string; readonly to: string }
  readonly records?: readonly unknown[]
  readonly file?: Partial<AppraisalFile>
}
function finding({ plan, organ, region, item, period, records = [], file = {} }: Asked): AccountabilityFinding {
  const units = [{ id: 'unit', title: '某单位', organ, region }]
  const result = appraise({ plan, unit: 'unit', period, now: period.to }, rules, { file: { units, ...file }, records })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  expect(result.problems.map(({ code, path, message }) => `${code} ${path.join('/')} ${message}`)).toEqual([])
  return result.appraisal.accountability.find(({ accountability }) => accountability === item) ?? expect.fail(item)
}
const year = (n: number) => ({ from: `${n}-01-01`, to: `${n}-12-31` })
const kinds = ({ consequences }: AccountabilityFinding) =>
  consequences.map(({ kind, on, backing, proposed, sanctions }) => [kind, on, backing, proposed, sanctions?.length ?? 0])

/** A record of the first case of a rule that expects a violation, on the given day, with facts about its supervision. */
function violation(rule: string, id: string, day: string, facts: InspectionRecord['facts'] = {}): InspectionRecord {
  const placed = allCases.find((each) => each.rule === rule && each.case.expect.verdict === 'violation') ?? expect.fail(rule)
  const record = recordOf(placed)
  return {
    ...record,
    id,
    region: '360733',
    inspectedOn: day,
    decidedOn: day,
    conducts: record.conducts.map((conduct) => ({ ...conduct, date: day, facts: { ...conduct.facts, ...facts } })),
  }
}
const speech = { plan: 'work-safety-speech-2010', region: '360733' }

describe('an illegal producer known, and no effective measure', () => {
  const known = { 'supervision.knownFrom': ['public-report'], 'supervision.effectiveMeasure': false, 'supervision.continued': true }
  const asked = (day: string, facts: InspectionRecord['facts']) =>
    finding({
      ...speech,
      organ: 'township-government',
      item: 'known-illegal-producer',
      period: year(Number(day.slice(0, 4))),
      records: [violation('work-safety/mining-without-right', 'R-1', day, facts)],
    })

  test('is established on the day of the record', () => {
    const found = asked('2010-09-01', known)
    expect([found.state, found.day, found.evidence.records]).toEqual(['established', '2010-09-01', ['R-1']])
    expect(found.consequences.filter(({ proposed }) => proposed)).toEqual([])
  })

  test('is open where nobody wrote whether a measure was taken, and fails where one was', () => {
    const open = asked('2010-09-01', { ...known, 'supervision.effectiveMeasure': null })
    expect([open.state, open.day]).toEqual(['undetermined', null])
    expect(open.missing[0]?.question).toContain('认定成立的行为的个数')
    const taken = asked('2010-09-01', { ...known, 'supervision.effectiveMeasure': true })
    expect([taken.state, taken.consequences]).toEqual(['not-established', []])
  })
})

describe('illegal coal mines', () => {
  const coal = (id: string, day: string) => violation('work-safety/illegal-coal-mine', id, day, { 'supervision.effectiveMeasure': false })
  const asked = (item: string, organ: string, ...days: readonly string[]) =>
    finding({ ...speech, organ, item, period: year(Number(days[0]?.slice(0, 4))), records: days.map((day, index) => coal(`C-${index}`, day)) })

  test('one in a township', () => {
    expect(asked('coal-township', 'township-government', '2010-08-10')).toMatchObject({ state: 'established', day: '2010-08-10' })
  })

  test('two within a month in a county: 14 days apart, exactly a month apart, more', () => {
    const states = [['2010-08-10', '2010-08-24'], ['2010-08-10', '2010-09-09'], ['2010-08-10', '2010-09-10'], ['2010-08-10', '2010-09-11'], ['2010-08-10']].map(
      (days) => asked('coal-county', 'county-government', ...days).state,
    )
    expect(states).toEqual(['established', 'established', 'undetermined', 'not-established', 'not-established'])
    expect(asked('coal-county', 'county-government', '2010-08-10', '2010-08-24').flags.at(-1)).toContain('起算')
  })
})

describe('两种读法', () => {
  const established = (serious: boolean, weak: boolean) => [
    { unit: 'unit', fact: 'unit.illegalBusinessSerious', value: serious, on: '2017-01-20', source: '通报' },
    { unit: 'unit', fact: 'unit.workWeak', value: weak, on: '2017-01-20', source: '通报' },
  ]
  const asked = (file: Partial<AppraisalFile>) =>
    finding({
      plan: 'changjianglu-2016',
      organ: 'responsible-unit',
      region: '410103',
      item: 'key-management',
      period: { from: '2016-12-26', to: '2017-02-16' },
      file,
    })

  test('decide where they agree, and ask where they do not', () => {
    expect(asked({ established: established(true, true) })).toMatchObject({ state: 'established', day: '2017-01-20', reading: null })
    expect(asked({ established: established(false, false) })).toMatchObject({ state: 'not-established', reading: null })
    const open = asked({ established: established(true, false) })
    expect([open.state, open.missing[0]?.question]).toEqual(['undetermined', expect.stringContaining('采用哪一种读法')])
    expect(asked({ established: established(true, false), readings: { 'key-management': 'either' } })).toMatchObject({
      state: 'established',
      reading: 'either',
    })
    expect(asked({ established: established(true, false), readings: { 'key-management': 'both' } })).toMatchObject({
      state: 'not-established',
      reading: 'both',
    })
  })

  test('internal consequences of an established finding are proposed, as internal', () => {
    expect(kinds(asked({ established: established(true, true) }))).toEqual([
      ['key-management', 'unit', 'internal', true, 0],
      ['supervision-listing', 'unit', 'internal', true, 0],
      ['responsibility', 'unit', 'internal', true, 0],
    ])
  })

  test('contradictory words of one day leave it open, and are named', () => {
    const found = asked({
      established: [...established(true, true), { ...established(false, false)[1], source: '另一份通报' } as never],
      readings: { 'key-management': 'both' },
    })
    expect(found.state).toBe('undetermined')
    expect(found.reason).toContain('不一致')
  })
})

describe('an explosion after weak supervision', () => {
  const facts = ['unit.supervisionWeak', 'unit.fireworksExplosion', 'unit.accidentCausedByWeakness']
  const asked = (days: readonly string[]) =>
    finding({
      plan: 'erong-2023',
      organ: 'village-committee',
      region: '500241',
      item: 'explosion-after-weak-supervision',
      period: year(2023),
      file: { established: days.map((on, index) => ({ unit: 'unit', fact: facts[index] ?? '', value: true, on, source: '事故调查报告' })) },
    })

  test('is established on the last of its days, with what each office can face', () => {
    const found = asked(['2023-03-01', '2023-05-02', '2023-06-30'])
    expect([found.state, found.day]).toEqual(['established', '2023-06-30'])
    const village = found.consequences.find(({ on }) => on === 'village-cadre')
    expect(village?.sanctions).toEqual(['warning', 'demerit', 'serious-demerit'])
  })

  test('asks for what nobody established', () => {
    const found = asked(['2023-03-01', '2023-05-02'])
    expect([found.state, found.missing.map(({ fact }) => fact)]).toEqual(['undetermined', ['unit.accidentCausedByWeakness']])
    expect(found.consequences.every(({ proposed }) => !proposed)).toBe(true)
  })
})

test('a checklist may close only when every item is done: four and six are two lists', () => {
  const checklist = (plan: string, organ: string, item: string, items: readonly (boolean | null)[], period: { from: string; to: string }) =>
    finding({
      plan,
      organ,
      region: plan === 'erong-2023' ? '500241' : '000000',
      item,
      period,
      file: { closings: [{ id: 'c', accountability: item, unit: 'unit', about: '一处窝点', items: [...items] }] },
    }).checklist[0]
  const six = (...items: readonly (boolean | null)[]) => checklist('erong-2023', 'responsible-unit', 'six-conditions-before-closing', items, year(2023))
  expect(six(true, true, true, true, true, true)).toMatchObject({ closing: 'may-close' })
  expect(six(true, true, true, true, true, null)).toMatchObject({ closing: 'undetermined' })
  expect(six(true, false, true, true, true, null)).toMatchObject({ closing: 'stays-open' })
  const four = checklist('roadworks-2010', 'project-department', 'four-conditions-before-closing', [true, true, true, true], {
    from: '2010-06-01',
    to: '2010-12-31',
  })
  expect(four?.items).toHaveLength(4)
  expect(four?.closing).toBe('may-close')
})
