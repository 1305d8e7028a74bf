import type { AppraisalFile, AppraisedDuty, Plan, Submission, Unit } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { planNamed } from '../../test/support/plans.js'
import { appraiseDuties } from './duties.js'

const unitOf = (organ: string, extra: Partial<Unit> = {}): Unit => ({ id: 'unit', title: '单位', organ, region: '500112', ...extra })
const handedIn = (duty: string, ...days: readonly (string | readonly [on: string, about: string])[]): readonly Submission[] =>
  days.map((each, index) => {
    const [on, about] = typeof each === 'string' ? [each, undefined] : each
    return { id: `${duty}-${index}`, duty, unit: 'unit', on, ...(about === undefined ? {} : { for: about }) }
  })

interface Asked {
  readonly plan: string | Plan
  readonly unit: Unit
  readonly duty: string
  readonly period: readonly [string, string]
  readonly now: string
  readonly submissions?: readonly Submission[]
  readonly anchors?: AppraisalFile['anchors']
}
function appraised({ plan, unit, duty, period: [from, to], now, submissions = [], anchors }: Asked) {
  const found = appraiseDuties(typeof plan === 'string' ? planNamed(plan) : plan, unit, { submissions, anchors }, { period: { from, to }, now })
  return { ...found, of: found.duties.filter((each) => each.duty === duty) }
}
const line = ({ occurrence, state, made, needed }: AppraisedDuty): string => `${occurrence} ${state} ${made}/${needed}`
const lines = (asked: Asked): readonly string[] => appraised(asked).of.map(line)

const street = unitOf('responsible-unit')
const weekly = { plan: 'changjianglu-2016', unit: street, duty: 'weekly-summary-table', period: ['2016-12-28', '2017-01-18'] } as const

describe('the table due each Wednesday by 12:00', () => {
  const later = { ...weekly, now: '2017-01-20' }
  test('what fell due on the day of issue is not held against anyone', () => {
    expect(lines(later)).toEqual(['2016-12-28 undetermined 0/1', '2017-01-04 missing 0/1', '2017-01-11 missing 0/1', '2017-01-18 missing 0/1'])
  })

  test.each<[string, string, string]>([
    ['a bare day before it', '2017-01-03', 'met'],
    ['a bare day on it', '2017-01-04', 'undetermined'],
    ['at noon', '2017-01-04T12:00:00+08:00', 'met'],
    ['a minute after', '2017-01-04T12:01:00+08:00', 'late'],
    ['at noon, written in another zone', '2017-01-04T04:00:00Z', 'met'],
    ['a second after noon, written in another zone', '2017-01-04T04:00:01Z', 'late'],
  ])('%s: %s is %s', (_name, on, state) => {
    expect(lines({ ...later, period: ['2017-01-04', '2017-01-04'], submissions: handedIn(weekly.duty, on) })).toEqual([`2017-01-04 ${state} 1/1`])
  })

  test('says why a bare day does not settle it', () => {
    const { of } = appraised({ ...later, period: ['2017-01-04', '2017-01-04'], submissions: handedIn(weekly.duty, '2017-01-04') })
    expect(of[0]?.reason).toBe('2017-01-04做的，截止2017-01-04 12:00；报送只写了日期，没有写钟点，是不是按时不能确定。哪一次是按日期推定的。')
  })

  test.each([
    ['2017-01-03', 'upcoming'],
    ['2017-01-04T12:00:00+08:00', 'upcoming'],
    ['2017-01-04', 'undetermined'],
    ['2017-01-04T12:00:01+08:00', 'missing'],
    ['2017-01-05', 'missing'],
  ])('not done, at %s: %s', (now, state) => {
    expect(lines({ ...weekly, period: ['2017-01-04', '2017-01-04'], now })).toEqual([`2017-01-04 ${state} 0/1`])
  })

  test('the day after belongs to the next week; the surplus of that week makes up for the one before', () => {
    const thursday = handedIn(weekly.duty, '2017-01-05')
    expect(lines({ ...later, submissions: thursday }).slice(1, 3)).toEqual(['2017-01-04 missing 0/1', '2017-01-11 met 1/1'])
    const twice = handedIn(weekly.duty, '2017-01-05', '2017-01-10')
    expect(lines({ ...later, submissions: twice }).slice(1, 3)).toEqual(['2017-01-04 late 1/1', '2017-01-11 met 1/1'])
  })

  test('who says for which time is believed, and nothing is assumed', () => {
    const { of } = appraised({ ...later, submissions: handedIn(weekly.duty, ['2017-01-05', '2017-01-04']) })
    expect(of.slice(1, 3).map((each) => [line(each), each.assumed])).toEqual([
      ['2017-01-04 late 1/1', false],
      ['2017-01-11 missing 0/1', false],
    ])
  })

  test('a time that there is not is a problem, and the submission is told, not lost', () => {
    const { left, problems } = appraised({ ...later, submissions: handedIn(weekly.duty, ['2017-01-05', '2017-01-05']) })
    expect(left).toEqual([{ submission: 'weekly-summary-table-0', duty: weekly.duty, why: 'no-such-time', occurrence: null }])
    expect(problems.map(({ code, path, message }) => `${code} ${path.join('.')} ${message}`)).toEqual([
      'HG8018 submissions.0.for 职责 “weekly-summary-table”（每周报送行动情况汇总表）没有 “2017-01-05” 这一次。是不是 “2017-01-04”？',
    ])
  })

  test('what belongs to a time outside the period is told with that time, and what comes after now as such', () => {
    const submissions = handedIn(weekly.duty, '2017-01-03', '2017-01-30')
    expect(appraised({ ...weekly, period: ['2017-01-11', '2017-01-18'], now: '2017-01-20', submissions }).left).toEqual([
      { submission: 'weekly-summary-table-0', duty: weekly.duty, why: 'other-period', occurrence: '2017-01-04' },
      { submission: 'weekly-summary-table-1', duty: weekly.duty, why: 'after-now', occurrence: null },
    ])
  })
})

describe('the report due each Monday on the week before', () => {
  const monday = {
    plan: 'work-safety-speech-2010',
    unit: unitOf('safety-committee'),
    duty: 'weekly-report',
    period: ['2010-11-01', '2010-11-15'],
    now: '2010-11-20',
  } as const
  test('on the Monday it is on time, after it late', () => {
    const submissions = handedIn('weekly-report', '2010-11-01', '2010-11-09')
    expect(lines({ ...monday, submissions })).toEqual(['2010-11-01 met 1/1', '2010-11-08 late 1/1', '2010-11-15 missing 0/1'])
  })
  test('with nothing lacking it is in no one’s days', () => {
    const found = appraised({ ...monday, submissions: handedIn('weekly-report', ['2010-10-25', '2010-10-25'], '2010-11-01', '2010-11-03') })
    expect(found.left.map(({ submission, why }) => `${submission} ${why}`)).toEqual(['weekly-report-0 other-period', 'weekly-report-2 no-time-left'])
    expect(found.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(['HG8019 submissions.2.on'])
  })
})

describe('by the 15th and the 30th', () => {
  const source = planNamed('urban-order-2019')
  const { bounds: _, ...open } = source
  const plan: Plan = { ...open, issuedOn: '2019-01-01', inForce: { from: '2019-01-01', to: '2019-12-31' } }
  const asked = { plan, unit: unitOf('urban-management'), duty: 'twice-monthly-report', now: '2019-04-01' } as const

  test('in February the last day stands in, and it says so', () => {
    const { of } = appraised({ ...asked, period: ['2019-02-01', '2019-03-15'], submissions: handedIn(asked.duty, '2019-02-10', '2019-02-28') })
    expect(of.map(line)).toEqual(['2019-02-15 met 1/1', '2019-02-28 met 1/1', '2019-03-15 missing 0/1'])
    expect(of[1]?.reason).toMatch(/2月没有30日，以最后一天28日为截止日/)
  })

  test('in the plan as it is, nothing is owed for certain before it was issued', () => {
    expect(lines({ ...asked, plan: source, period: ['2019-05-15', '2019-06-15'], now: '2019-07-01' })).toEqual([
      '2019-05-15 undetermined 0/1',
      '2019-05-30 undetermined 0/1',
      '2019-06-15 missing 0/1',
    ])
  })

  test('after the plan may have ended, what was not done is open', () => {
    expect(lines({ ...asked, plan: source, period: ['2019-09-30', '2019-10-15'], now: '2020-01-01' })).toEqual([
      '2019-09-30 missing 0/1',
      '2019-10-15 undetermined 0/1',
    ])
  })
})

describe('the joint meeting every two weeks', () => {
  const asked = {
    plan: 'urban-order-2019',
    unit: unitOf('public-security'),
    duty: 'joint-meeting',
    period: ['2019-07-01', '2019-07-31'],
    now: '2019-08-01',
  } as const
  test('without a first day is a question', () => {
    const { of } = appraised({ ...asked, submissions: handedIn('joint-meeting', '2019-07-03') })
    expect(of).toMatchObject([{ occurrence: null, due: null, state: 'undetermined', made: 1, needed: 0, question: '第一次是哪一天？' }])
  })
  test('with one the unit gives, says whose it is', () => {
    const { of } = appraised({ ...asked, anchors: { 'joint-meeting': '2019-06-25' }, submissions: handedIn('joint-meeting', '2019-07-08') })
    expect(of.map(line)).toEqual(['2019-07-09 met 1/1', '2019-07-23 missing 0/1'])
    expect(of[1]?.reason).toMatch(/起算日是单位填报的，原文没有写。/)
  })
})

test('the quarterly meeting', () => {
  const asked = { plan: 'erong-2023', unit: unitOf('township-crackdown-office'), duty: 'joint-meeting', period: ['2023-01-01', '2023-12-31'] } as const
  expect(lines({ ...asked, now: '2023-08-01', submissions: handedIn('joint-meeting', '2023-02-01', '2023-07-03', ['2023-07-04', '2023-Q2']) })).toEqual([
    '2023-Q1 met 1/1',
    '2023-Q2 late 1/1',
    '2023-Q3 met 1/1',
    '2023-Q4 upcoming 0/1',
  ])
})

test('several times in each month: as many as are made', () => {
  const source = planNamed('erong-2023')
  const duties = source.duties.map((each) => (each.id === 'monthly-check' ? { ...each, recurrence: { every: 'month', times: 3 } as const } : each))
  const asked = { plan: { ...source, duties }, unit: unitOf('community'), duty: 'monthly-check', period: ['2023-01-01', '2023-04-30'] } as const
  const submissions = handedIn('monthly-check', '2023-01-01', '2023-01-02', '2023-01-31', '2023-02-01', '2023-03-01', '2023-03-02', '2023-03-03', '2023-03-04')
  expect(lines({ ...asked, now: '2023-04-01', submissions })).toEqual(['2023-01 met 3/3', '2023-02 missing 2/3', '2023-03 met 3/3', '2023-04 upcoming 0/3'])
})

describe('once', () => {
  const once = (duty: string, on: string | undefined, now = '2017-03-01') =>
    appraised({ ...weekly, duty, period: ['2016-12-26', '2017-02-28'], now, submissions: on === undefined ? [] : handedIn(duty, on) }).of
  test.each([
    ['submit-work-plan', '2017-01-05', 'met'],
    ['submit-work-plan', '2017-01-06', 'late'],
    ['submit-work-plan', undefined, 'missing'],
    ['submit-summary', '2017-02-16', 'met'],
    ['submit-summary', '2017-02-16T23:59:59+08:00', 'met'],
    ['submit-summary', '2017-02-16T16:00:00Z', 'late'],
  ])('%s on %s: %s', (duty, on, state) => {
    const [found] = once(duty, on)
    expect([found?.state, found?.assumed]).toEqual([state, false])
  })
  test('up to the due day nothing is missing', () => {
    expect(once('submit-summary', undefined, '2017-02-16').map(line)).toEqual(['once upcoming 0/1'])
    expect(once('submit-summary', undefined, '2017-02-17').map(line)).toEqual(['once missing 0/1'])
  })
  test('by a day that the text leaves open, what lies between is open', () => {
    const asked = { plan: 'urban-order-2019', unit: street, duty: 'training', period: ['2019-06-01', '2019-06-30'] } as const
    const state = (now: string, ...on: readonly string[]) => lines({ ...asked, now, submissions: handedIn('training', ...on) })[0]
    expect(state('2019-06-01')).toBe('once upcoming 0/1')
    expect(state('2019-06-10')).toBe('once undetermined 0/1')
    expect(state('2019-06-11')).toBe('once missing 0/1')
    expect(state('2019-06-11', '2019-06-01')).toBe('once met 1/1')
    expect(state('2019-06-11', '2019-06-02')).toBe('once undetermined 1/1')
    expect(state('2019-06-11', '2019-06-11')).toBe('once late 1/1')
  })
})

test('without a day in the text a duty is counted, never missing', () => {
  const asked = { plan: 'erong-2023', unit: unitOf('village-committee'), duty: 'ledger', period: ['2023-01-01', '2023-06-30'], now: '2024-01-01' } as const
  expect(lines({ ...asked, submissions: handedIn('ledger', '2023-03-01', '2023-07-01') })).toEqual(['null undated 1/0'])
})

describe('whose duty it is', () => {
  const duties = (unit: Unit) =>
    new Set(
      appraiseDuties(planNamed('changjianglu-2016'), unit, {}, { period: { from: '2016-12-26', to: '2017-02-17' }, now: '2017-03-01' }).duties.map(
        ({ duty }) => duty,
      ),
    )
  test('of the organ named', () => {
    expect(duties(street).has('weekly-summary-table')).toBe(true)
    expect(duties(unitOf('community')).has('weekly-summary-table')).toBe(false)
    expect(duties(unitOf('community')).has('publicise-law')).toBe(true)
  })
  test('of a unit that holds a role given to that organ alone, as long as it holds it', () => {
    const holder = unitOf('community', { responsibilities: [{ role: 'unit-working-body', period: { from: '2017-01-10', to: '2017-01-31' } }] })
    const period = ['2016-12-26', '2017-02-17'] as const
    expect(duties(holder).has('publicise-law')).toBe(true)
    expect(lines({ ...weekly, unit: holder, period, now: '2017-03-01' })).toEqual([
      '2017-01-11 missing 0/1',
      '2017-01-18 missing 0/1',
      '2017-01-25 missing 0/1',
    ])
  })
  test('not of a neighbour in the same role', () => {
    const holder = unitOf('school', { responsibilities: [{ role: 'village-supervision' }] })
    expect(duties(holder).has('report-findings')).toBe(false)
  })
  test('what is handed in for another’s duty is told', () => {
    const { left } = appraised({ ...weekly, unit: unitOf('community'), now: '2017-03-01', submissions: handedIn(weekly.duty, '2017-01-03') })
    expect(left.map(({ why }) => why)).toEqual(['not-its-duty'])
  })
})

test('the order is that of the plan, then of the due days', () => {
  const plan = planNamed('changjianglu-2016')
  const { duties } = appraiseDuties(plan, street, {}, { period: { from: '2016-12-26', to: '2017-02-17' }, now: '2017-03-01' })
  const places = duties.map(({ duty, due }) => `${String(plan.duties.findIndex(({ id }) => id === duty)).padStart(2, '0')} ${due?.latest ?? ''}`)
  expect(places).toEqual([...places].sort())
  expect(duties.every(({ clauses }) => clauses.length > 0)).toBe(true)
})
