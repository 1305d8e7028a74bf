import type { AppraisalFile, AppraisedDuty, Plan, PlanDuty, Submission, Unit } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { planOf } from '../../test/support/builders.js'
import { appraiseDuties, dutiesOf } from './duties.js'
import { problemsOfUnmatched } from './unmatched.js'

const unit: Unit = { id: 'north', title: '城北社区', organ: 'community', region: '410103' }
const duty = (id: string, recurrence: PlanDuty['recurrence'], extra: Partial<PlanDuty> = {}): PlanDuty => ({
  id,
  title: id,
  by: ['community'],
  recurrence,
  ...extra,
})
/** A campaign of a winter, issued before it begins. */
const winter = (...duties: PlanDuty[]): Plan =>
  planOf({
    issuedOn: '2016-12-20',
    inForce: { from: '2016-12-26', to: '2017-02-17' },
    clauses: [{ id: '5.6', kinds: ['D'], title: '报送', encodings: duties.map(({ id }) => ({ as: 'duty' as const, id })) }],
    duties,
  })
const weekly = duty('weekly', { every: 'week', weekday: 3, before: '12:00' })
const sent = (id: string, on: string, extra: Partial<Submission> = {}): Submission => ({ id, duty: 'weekly', unit: 'north', on, ...extra })
const whole = { from: '2016-12-26', to: '2017-02-17' }

const appraised = (plan: Plan, file: Pick<AppraisalFile, 'submissions' | 'anchors'>, now: string, period = whole) =>
  appraiseDuties(plan, unit, file, { period, now })
const states = (duties: readonly AppraisedDuty[]): Readonly<Record<string, string>> =>
  Object.fromEntries(duties.map(({ occurrence, state }) => [occurrence ?? 'undated', state]))
const stateAt = (now: string, ...submissions: Submission[]) =>
  states(appraised(winter(weekly), { submissions }, now, { from: '2017-01-04', to: '2017-01-04' }).duties)['2017-01-04']

describe('a table due by Wednesday 12:00', () => {
  test.each([
    ['a day early', '2017-01-03', 'met'],
    ['at noon', '2017-01-04T12:00:00+08:00', 'met'],
    ['a second after noon', '2017-01-04T12:00:01+08:00', 'late'],
    ['at noon, written in another zone', '2017-01-04T04:00:00Z', 'met'],
    ['on the day, at an hour nobody wrote down', '2017-01-04', 'undetermined'],
    ['five days late', '2017-01-09', 'late'],
  ])('sent %s is taken as it is', (_, on, expected) => {
    expect(stateAt('2017-01-10', sent('one', on, { for: '2017-01-04' }))).toBe(expected)
  })

  test.each([
    ['2017-01-03', 'upcoming'],
    ['2017-01-04T12:00:00+08:00', 'upcoming'],
    ['2017-01-04T12:00:01+08:00', 'missing'],
    ['2017-01-04', 'missing'],
  ])('not sent is, at %s, %s', (now, expected) => {
    expect(stateAt(now)).toBe(expected)
  })

  test('sent after now is not seen yet', () => {
    expect(stateAt('2017-01-04T13:00:00+08:00', sent('one', '2017-01-04T14:00:00+08:00'))).toBe('missing')
  })

  test('has a clause, a reason and the days', () => {
    expect(appraised(winter(weekly), { submissions: [sent('one', '2017-01-03')] }, '2017-01-05', { from: '2017-01-04', to: '2017-01-04' }).duties).toEqual([
      {
        duty: 'weekly',
        title: 'weekly',
        occurrence: '2017-01-04',
        opens: '2016-12-29',
        due: { earliest: '2017-01-04', latest: '2017-01-04', instant: '2017-01-04T12:00:00+08:00', certain: true },
        state: 'met',
        needed: 1,
        made: 1,
        submissions: ['one'],
        assumed: true,
        reason: '按时做了。',
        clauses: ['5.6'],
        flags: [],
      },
    ])
  })
})

describe('submissions that do not say which time they are for', () => {
  const period = { from: '2017-01-01', to: '2017-01-12' }
  const at = (...submissions: Submission[]) => appraised(winter(weekly), { submissions }, '2017-01-20', period)

  test('are taken for the time that is open on their day', () => {
    expect(states(at(sent('one', '2017-01-05')).duties)).toEqual({ '2017-01-04': 'missing', '2017-01-11': 'met' })
  })

  test('are late for the Wednesday on which they came too late, not early for the next', () => {
    const { duties } = at(sent('one', '2017-01-04T14:00:00+08:00'))
    expect(duties).toMatchObject([
      { occurrence: '2017-01-04', state: 'late', submissions: ['one'], assumed: true },
      { occurrence: '2017-01-11', state: 'missing', submissions: [] },
    ])
    expect(states(at(sent('one', '2017-01-04T14:00:00+08:00'), sent('two', '2017-01-05')).duties)).toEqual({ '2017-01-04': 'late', '2017-01-11': 'met' })
  })

  test('stay with their time, on time, when another names that time and came late', () => {
    const { duties } = at(sent('one', '2017-01-05'), sent('two', '2017-01-12', { for: '2017-01-11' }))
    expect(duties).toMatchObject([
      { occurrence: '2017-01-04', state: 'missing', submissions: [] },
      { occurrence: '2017-01-11', state: 'met', submissions: ['one', 'two'] },
    ])
  })

  test('on a day on which no time is open are taken for the nearest before that lacks one', () => {
    const monday = duty('weekly', { every: 'week', weekday: 1, about: 'week-before' })
    const found = (...submissions: Submission[]) => appraised(winter(monday), { submissions }, '2017-01-20', { from: '2017-01-02', to: '2017-01-09' })
    expect(states(found(sent('one', '2017-01-04')).duties)).toEqual({ '2017-01-02': 'late', '2017-01-09': 'missing' })
    const { duties, unmatched } = found(sent('one', '2017-01-04'), sent('zero', '2017-01-02'), sent('first', '2016-12-26'))
    expect(states(duties)).toEqual({ '2017-01-02': 'met', '2017-01-09': 'missing' })
    expect(unmatched.map(({ submission }) => submission.id)).toEqual(['one'])
  })

  test('fill an earlier time, late, when there is one too many', () => {
    const { duties } = at(sent('two', '2017-01-10'), sent('one', '2017-01-05'), sent('zero', '2016-12-28T09:00:00+08:00'))
    expect(states(duties)).toEqual({ '2017-01-04': 'late', '2017-01-11': 'met' })
    expect(duties.map(({ submissions }) => submissions)).toEqual([['one'], ['two']])
  })

  test('that name a time there is none of are reported, not lost', () => {
    const { duties, unmatched } = at(sent('one', '2017-01-05', { for: '2017-01-06' }))
    expect(unmatched.map(({ submission }) => submission.id)).toEqual(['one'])
    expect(states(duties)).toEqual({ '2017-01-04': 'missing', '2017-01-11': 'missing' })
  })
})

describe('submissions that belong to no time', () => {
  const plan = winter(weekly, duty('monday', { every: 'week', weekday: 1, about: 'week-before' }), duty('visits', { every: 'irregular' }, { by: ['school'] }))
  const submissions = [
    sent('strange', '2017-01-05', { for: '2017-01-05' }),
    sent('early', '2016-12-20', { duty: 'monday' }),
    sent('fine', '2017-01-03'),
    sent('other', '2017-02-01'),
    sent('future', '2017-02-09'),
    sent('not-its-own', '2017-01-03', { duty: 'visits' }),
    sent('south', '2017-01-03', { unit: 'south' }),
  ]
  const { duties, unmatched, left } = appraised(plan, { submissions }, '2017-02-08', { from: '2017-01-04', to: '2017-01-04' })

  test('are told where they stand in the file as written', () => {
    const written = { submissions: [sent('bad', '2017-13-01'), ...submissions] }
    expect(problemsOfUnmatched(plan, unmatched, written)).toMatchObject([
      { code: 'HG8018', path: ['submissions', 1, 'for'], params: { duty: 'weekly', id: '2017-01-05', suggestion: '是不是 “2017-01-04”？' } },
      { code: 'HG8019', path: ['submissions', 2, 'on'], params: { id: 'early', on: '2016-12-20', duty: 'monday' } },
    ])
    const copied = JSON.parse(JSON.stringify(written)) as typeof written
    expect(problemsOfUnmatched(plan, unmatched, copied).map(({ path }) => path[1])).toEqual([1, 2])
  })

  test('and those outside the period, after now or for what is not its duty are named', () => {
    expect(duties.flatMap((each) => each.submissions)).toEqual(['fine'])
    expect(left).toEqual(['future', 'not-its-own', 'other'])
  })
})

describe('other recurrences', () => {
  const year2023 = { from: '2023-01-01', to: '2023-12-31' }
  const plan = (each: PlanDuty): Plan => planOf({ issuedOn: '2022-12-20', inForce: { from: '2023-01-01', to: '2023-12-31' }, clauses: [], duties: [each] })
  const of = (each: PlanDuty, now: string, days: readonly string[] = [], anchors: Readonly<Record<string, string>> = {}) =>
    appraised(plan(each), { submissions: days.map((on, index) => sent(`s${index}`, on, { duty: each.id })), anchors }, now, year2023).duties

  test('by the 15th and the 30th: in February the last day', () => {
    const duties = of(duty('half-monthly', { every: 'month', byDays: [15, 30] }), '2023-03-10', ['2023-02-15', '2023-03-01'])
    expect(duties.slice(2, 4).map(({ due, state }) => [due?.latest, state])).toEqual([
      ['2023-02-15', 'met'],
      ['2023-02-28', 'missing'],
    ])
    expect(duties[3]?.reason).toContain('2月')
    expect(duties[4]).toMatchObject({ occurrence: '2023-03-15', state: 'met' })
  })

  test('each quarter once, twice', () => {
    expect(states(of(duty('meeting', { every: 'quarter', times: 1 }), '2023-07-01', ['2023-03-31']))).toMatchObject({
      '2023-Q1': 'met',
      '2023-Q2': 'missing',
      '2023-Q3': 'upcoming',
    })
    const [first, second] = of(duty('meeting', { every: 'quarter', times: 2 }), '2023-07-01', ['2023-03-31', '2023-04-01', '2023-05-01'])
    expect([first?.state, first?.made, second?.state]).toEqual(['missing', 1, 'met'])
  })

  test('every second week from a day nobody wrote is a question, and the day can be stated', () => {
    const meeting = duty('meeting', { every: 'two-weeks', anchor: null })
    expect(of(meeting, '2023-02-01', ['2023-01-09'])).toMatchObject([{ occurrence: null, state: 'undetermined', made: 1, question: '第一次是哪一天？' }])
    const [first, second] = of(meeting, '2023-02-01', ['2023-01-09'], { meeting: '2023-01-09' })
    expect([first?.due?.latest, first?.state, second?.due?.latest, second?.state]).toEqual(['2023-01-09', 'met', '2023-01-23', 'missing'])
    expect(first?.flags).toEqual(['第一次在2023-01-09，是单位自己写的，原文没有写。'])
  })

  test('without a day are counted and never missing', () => {
    expect(of(duty('visits', { every: 'irregular' }), '2024-01-31', ['2023-01-09', '2023-02-09'])).toMatchObject([
      { occurrence: null, due: null, state: 'undated', made: 2, submissions: ['s0', 's1'] },
    ])
  })

  test('by a day the text leaves open are never held against the unit before the last it may be', () => {
    const once = duty('plan', { every: 'once', by: { earliest: '2023-06-01', latest: '2023-06-10', wording: '6月上旬' } })
    expect(of(once, '2023-05-31')).toMatchObject([{ state: 'upcoming' }])
    expect(of(once, '2023-06-05')).toMatchObject([{ state: 'undetermined', due: { certain: false } }])
    expect(of(once, '2023-06-10')).toMatchObject([{ state: 'missing' }])
    expect(of(once, '2023-06-30', ['2023-06-01'])).toMatchObject([{ state: 'met' }])
    expect(of(once, '2023-06-30', ['2023-06-05'])).toMatchObject([{ state: 'undetermined' }])
    expect(of(once, '2023-06-30', ['2023-06-11'])).toMatchObject([{ state: 'late' }])
  })

  test('of a week that the plan cuts are not held against the unit, and met where they were done', () => {
    const meeting = duty('meeting', { every: 'week', times: 1 })
    const last = (submissions: readonly Submission[]) =>
      appraised(winter(meeting), { submissions }, '2017-03-01')
        .duties.slice(-2)
        .map(({ state }) => state)
    expect(last([])).toEqual(['missing', 'undetermined'])
    expect(last([sent('one', '2017-02-16', { duty: 'meeting' })])).toEqual(['missing', 'met'])
  })

  test('that fell due before the plan was issued are not held against the unit', () => {
    const issuedLate = { ...plan(duty('weekly', { every: 'week', weekday: 3 })), issuedOn: '2023-01-10' }
    const found = states(appraised(issuedLate, {}, '2023-02-01', { from: '2023-01-01', to: '2023-01-12' }).duties)
    expect(found).toEqual({ '2023-01-04': 'undetermined', '2023-01-11': 'missing' })
  })
})

test('a duty is of the units of the kinds it names', () => {
  const plan = winter(weekly, duty('visits', { every: 'irregular' }, { by: ['village-committee'] }))
  expect(dutiesOf(plan, unit).map(({ id }) => id)).toEqual(['weekly'])
  expect(appraised(plan, { submissions: [sent('one', '2017-01-03', { unit: 'south' })] }, '2017-02-17').duties.every(({ made }) => made === 0)).toBe(true)
})

describe('a unit that holds a role', () => {
  const roles = (...organs: string[]): Plan['roles'] => [{ id: 'estate', title: '责任单位', organs, tasks: ['巡查'] }]
  const plan = (...organs: string[]): Plan => ({ ...winter(duty('weekly', weekly.recurrence, { by: ['estate-manager'] })), roles: roles(...organs) })
  const held = (period?: { readonly from: string; readonly to: string }): Unit => ({
    ...unit,
    responsibilities: [{ role: 'estate', ...(period === undefined ? {} : { period }) }],
  })
  const keys = (of: Unit, given: Plan) =>
    appraiseDuties(given, of, {}, { period: { from: '2017-01-01', to: '2017-01-31' }, now: '2017-02-01' }).duties.map(({ occurrence }) => occurrence)

  test('given to one organ has the duties of that organ', () => {
    expect(dutiesOf(plan('estate-manager'), unit)).toEqual([])
    expect(dutiesOf(plan('estate-manager'), held()).map(({ id }) => id)).toEqual(['weekly'])
    expect(keys(held(), plan('estate-manager'))).toEqual(['2017-01-04', '2017-01-11', '2017-01-18', '2017-01-25'])
  })

  test('given to several is charged with none of theirs', () => {
    expect(dutiesOf(plan('estate-manager', 'school'), held())).toEqual([])
  })

  test('for part of the time has only the times that fall due in it', () => {
    const part = held({ from: '2017-01-10', to: '2017-01-18' })
    expect(keys(part, plan('estate-manager'))).toEqual(['2017-01-11', '2017-01-18'])
    const undated = { ...plan('estate-manager'), duties: [duty('weekly', { every: 'irregular' }, { by: ['estate-manager'] })] }
    expect(keys(part, undated)).toEqual([null])
    expect(keys(held({ from: '2017-02-01', to: '2017-02-10' }), undated)).toEqual([])
  })
})
