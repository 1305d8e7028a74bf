/** What holds of duties whatever was submitted, whenever it is looked at. */
import type { AppraisedDuty, Plan, PlanDuty, Submission, Unit } from '@hegui/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planOf } from '../../test/support/builders.js'
import { appraiseDuties } from './duties.js'

const unit: Unit = { id: 'unit', title: '单位', organ: 'town', region: '500112' }
const period = { from: '2017-01-01', to: '2017-03-31' }
const recurrences: readonly PlanDuty['recurrence'][] = [
  { every: 'week', weekday: 3, before: '12:00' },
  { every: 'week', weekday: 1, about: 'week-before' },
  { every: 'week', times: 2 },
  { every: 'two-weeks', anchor: '2017-01-05' },
  { every: 'month', byDays: [15, 30] },
  { every: 'month', times: 3 },
  { every: 'quarter', times: 1 },
  { every: 'once', by: '2017-02-16' },
  { every: 'once', by: { earliest: '2017-02-01', latest: '2017-02-10', wording: '2月上旬' } },
  { every: 'irregular' },
]
const ends: readonly Partial<Plan>[] = [
  { issuedOn: '2016-12-28', inForce: { from: '2016-12-26', to: '2017-03-20' } },
  { issuedOn: null, inForce: { from: '2016-12-26', to: null } },
  {
    issuedOn: { earliest: null, latest: '2017-01-10', wording: '即日起' },
    inForce: { from: null, to: '2017-03-31' },
    bounds: {
      from: { earliest: null, latest: '2017-01-10', wording: '即日起' },
      to: [{ id: 'end', title: '结束', day: { earliest: '2017-02-20', latest: '2017-03-31', wording: '月底' } }],
    },
  },
]
const planWith = (recurrence: PlanDuty['recurrence'], extra: Partial<Plan>): Plan =>
  planOf({ ...extra, duties: [{ id: 'report', title: '报送', by: ['town'], recurrence }] })

const day = fc.integer({ min: 0, max: 110 }).map((days) => new Date(Date.UTC(2016, 11, 20 + days)).toISOString().slice(0, 10))
const moment = fc.oneof(
  day,
  fc.tuple(day, fc.constantFrom('09:00', '12:00', '15:00')).map(([on, time]) => `${on}T${time}:00+08:00`),
)
const about = fc.option(fc.constantFrom('2017-01-11', '2017-01-09', '2017-W04', '2017-01-15', '2017-02', '2017-Q1', 'once', 'never'), {
  nil: undefined,
  freq: 4,
})
const submission = fc.tuple(moment, about).map(([on, time]) => ({ on, time }))
const numbered = (given: readonly { readonly on: string; readonly time: string | undefined }[]): readonly Submission[] =>
  given.map(({ on, time }, index) => ({ id: `s-${index}`, duty: 'report', unit: 'unit', on, ...(time === undefined ? {} : { for: time }) }))
const plans = fc.tuple(fc.constantFrom(...recurrences), fc.constantFrom(...ends)).map(([recurrence, extra]) => planWith(recurrence, extra))

const appraised = (plan: Plan, submissions: readonly Submission[], now: string, days = period) =>
  appraiseDuties(plan, unit, { submissions }, { period: days, now })
const statesOf = (duties: readonly AppraisedDuty[]) => new Map(duties.map((each) => [each.occurrence, each]))

/** The worst a state can turn out to be: not done, done late, done on time. */
const worst = ({ state, made, needed }: AppraisedDuty): number =>
  state === 'met' ? 2 : state === 'late' || (state === 'undetermined' && made >= needed) ? 1 : 0

describe('submissions', () => {
  test('are each shown exactly once', () => {
    fc.assert(
      fc.property(plans, fc.array(submission, { maxLength: 12 }), moment, (plan, given, now) => {
        const submissions = numbered(given)
        const { duties, unmatched, left } = appraised(plan, submissions, now)
        const seen = [...duties.flatMap((each) => each.submissions), ...unmatched.map(({ submission }) => submission.id), ...left]
        expect(seen.sort()).toEqual(submissions.map(({ id }) => id).sort())
      }),
      { numRuns: 150 },
    )
  })

  test('in any order give the same', () => {
    fc.assert(
      fc.property(
        plans,
        fc
          .array(submission, { maxLength: 10 })
          .chain((given) => fc.tuple(fc.constant(numbered(given)), fc.shuffledSubarray([...numbered(given)], { minLength: given.length }))),
        moment,
        (plan, [ordered, shuffled], now) => {
          expect(appraised(plan, shuffled, now)).toEqual(appraised(plan, ordered, now))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('one more never makes any time worse', () => {
    fc.assert(
      fc.property(plans, fc.array(submission, { maxLength: 10 }), submission, moment, (plan, given, extra, now) => {
        const before = statesOf(appraised(plan, numbered(given), now).duties)
        const after = statesOf(appraised(plan, numbered([...given, extra]), now).duties)
        for (const [time, old] of before) {
          const found = after.get(time) ?? expect.fail(`${time} is gone`)
          expect(worst(found)).toBeGreaterThanOrEqual(worst(old))
          if (old.state === 'upcoming') expect(['upcoming', 'met', 'undetermined']).toContain(found.state)
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('as now goes on, a time only runs out; what is met or late stays so', () => {
  const next: Readonly<Record<string, readonly string[]>> = {
    upcoming: ['upcoming', 'undetermined', 'missing'],
    undetermined: ['undetermined', 'missing'],
    missing: ['missing'],
    met: ['met'],
    late: ['late'],
    undated: ['undated'],
  }
  fc.assert(
    fc.property(plans, fc.array(submission, { maxLength: 10 }), day, day, (plan, given, one, other) => {
      const [earlier, later] = one <= other ? [one, other] : [other, one]
      // What is handed in after the earlier moment would change it, and rightly so.
      const submissions = numbered(given.filter(({ on }) => on.slice(0, 10) <= earlier))
      const before = statesOf(appraised(plan, submissions, earlier).duties)
      for (const [time, found] of statesOf(appraised(plan, submissions, later).duties)) {
        expect(next[before.get(time)?.state ?? '']).toContain(found.state)
      }
    }),
    { numRuns: 150 },
  )
})

test('a time is answered the same whatever period is asked for', () => {
  fc.assert(
    fc.property(plans, fc.array(submission, { maxLength: 10 }), fc.integer({ min: 1, max: 28 }), (plan, given, cut) => {
      const part = { from: `2017-02-${String(cut).padStart(2, '0')}`, to: '2017-02-28' }
      const dated = (duties: readonly AppraisedDuty[]) => duties.filter(({ due }) => due !== null && due.latest >= part.from && due.latest <= part.to)
      const whole = appraised(plan, numbered(given), '2017-03-05').duties
      expect(dated(appraised(plan, numbered(given), '2017-03-05', part).duties)).toEqual(dated(whole))
    }),
    { numRuns: 150 },
  )
})
