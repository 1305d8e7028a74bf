import type { AppraisalFile, AppraisedDuty, Plan, PlanDuty, Submission, Unit } from '@hegui/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planOf } from '../../test/support/builders.js'
import { appraiseDuties, dutiesOf } from './duties.js'

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

  test('are taken for the time due next', () => {
    expect(states(at(sent('one', '2017-01-05')).duties)).toEqual({ '2017-01-04': 'missing', '2017-01-11': 'met' })
  })

  test('fill an earlier time, late, when there is one too many', () => {
    const { duties } = at(sent('two', '2017-01-10'), sent('one', '2017-01-05'), sent('zero', '2016-12-28T09:00:00+08:00'))
    expect(states(duties)).toEqual({ '2017-01-04': 'late', '2017-01-11': 'met' })
    expect(duties.map(({ submissions }) => submissions)).toEqual([['one'], ['two']])
  })

  test('that name a time there is none of are reported, not lost', () => {
    const { duties, unmatched } = at(sent('one', '2017-01-05', { for: '2017-01-06' }))
    expect(unmatched.map(({ id }) => id)).toEqual(['one'])
    expect(states(duties)).toEqual({ '2017-01-04': 'missing', '2017-01-11': 'missing' })
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

describe('laws', () => {
  const rank: Readonly<Record<string, number>> = { missing: 0, upcoming: 1, late: 2, undetermined: 3, met: 4 }
  const day = fc.integer({ min: 0, max: 59 }).map((n) => new Date(Date.UTC(2016, 11, 26 + n)).toISOString().slice(0, 10))
  const moment = fc.oneof(
    day,
    fc.tuple(day, fc.integer({ min: 0, max: 23 })).map(([on, hour]) => `${on}T${String(hour).padStart(2, '0')}:30:00+08:00`),
  )
  const duties = fc.constantFrom(
    weekly,
    duty('weekly', { every: 'week', times: 2 }),
    duty('weekly', { every: 'month', byDays: [15, 30] }),
    duty('weekly', { every: 'once', by: '2017-01-05' }),
  )
  const several = fc.array(moment, { maxLength: 12 }).map((days) => days.map((on, index) => sent(`s${String(index).padStart(2, '0')}`, on)))
  const all = (each: PlanDuty, submissions: readonly Submission[], now = '2017-03-31') => appraised(winter(each), { submissions }, now)

  test('every submission is shown exactly once', () => {
    fc.assert(
      fc.property(duties, several, (each, submissions) => {
        const shown = all(each, submissions)
        expect([...shown.duties.flatMap((found) => found.submissions), ...shown.unmatched.map(({ id }) => id)].sort()).toEqual(submissions.map(({ id }) => id))
      }),
    )
  })

  test('one more submission makes no time worse', () => {
    fc.assert(
      fc.property(duties, several, moment, (each, submissions, on) => {
        const before = all(each, submissions).duties
        const after = all(each, [...submissions, sent('z', on)]).duties
        before.forEach((found, index) => {
          expect(rank[after[index]?.state ?? '']).toBeGreaterThanOrEqual(rank[found.state] ?? 9)
        })
      }),
    )
  })

  test('the order of the submissions does not matter', () => {
    fc.assert(
      fc.property(duties, several, (each, submissions) => {
        expect(all(each, [...submissions].reverse())).toEqual(all(each, submissions))
      }),
    )
  })

  test('with nothing sent, time only turns upcoming into missing', () => {
    fc.assert(
      fc.property(duties, day, day, (each, one, other) => {
        const [early, late] = [one, other].sort() as [string, string]
        const [before, after] = [all(each, [], early).duties, all(each, [], late).duties]
        before.forEach(({ state }, index) => {
          if (state === 'missing') expect(after[index]?.state).toBe('missing')
          expect(['missing', 'upcoming', 'undetermined']).toContain(state)
          if (state === 'undetermined') expect(after[index]?.state).toBe('undetermined')
        })
      }),
    )
  })
})
