import type { InspectionRecord, Plan } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, pack, planOf, record, ruleset } from '../../test/support/builders.js'

const measures: Plan['measures'] = [
  {
    id: 'talk',
    title: '约谈',
    clause: '1',
    kind: 'admonition-talk',
    onViolationOf: ['test/only'],
    routes: [],
    whenNone: { reason: '没有依据', alternative: '提示' },
  },
]
/** 即日起 (some day to the end of May) to 国庆安保结束 (1 to 10 October) or, elsewhere in the text, to the end of December. */
const draft = planOf({
  id: 'draft',
  shortTitle: '草案',
  inForce: { from: null, to: '2019-12-31' },
  bounds: {
    from: { earliest: null, latest: '2019-05-31', wording: '即日起' },
    to: [
      { id: 'holiday', title: '开头', day: { earliest: '2019-10-01', latest: '2019-10-10', wording: '国庆安保结束' } },
      { id: 'year-end', title: '第三阶段', day: '2019-12-31' },
    ],
  },
})
const rulesOf = (...plans: readonly Plan[]) => ruleset(pack({ plans: [...plans] }))
const on = (day: string, extra: Partial<InspectionRecord> = {}): InspectionRecord => record({ date: day }, { inspectedOn: day, region: '500241', ...extra })
const doubts = (day: string, plans: readonly Plan[] = [draft], extra: Partial<InspectionRecord> = {}): readonly string[] =>
  assessed(on(day, extra), rulesOf(...plans))
    .pending.filter((each) => each.topic === 'plan-period')
    .map((each) => each.message)

describe('a plan whose days the text leaves open', () => {
  test.each([
    ['2019-05-30', ['即日起', '最晚 2019-05-31']],
    ['2019-10-02', ['国庆安保结束', '2019-10-01 至 2019-10-10', '这天可能已经结束', '按“第三阶段”，结束日是 2019-12-31，这天还在期间']],
    ['2019-10-10', ['这天可能已经结束']],
    ['2019-10-11', ['按“开头”', '这天已经结束', '这天还在期间']],
    ['2019-12-31', ['这天已经结束', '这天还在期间']],
  ])('is not taken up on %s without being named, and the assessment says why', (day, parts) => {
    const [message, ...more] = doubts(day)
    expect(more).toEqual([])
    for (const part of [...parts, '没有自动采用', '写明 draft', '认定和法定措施不受影响']) expect(message).toContain(part)
  })

  test.each(['2019-05-31', '2019-06-15', '2019-10-01'])('surely runs on %s, and nothing is said', (day) => {
    expect(doubts(day)).toEqual([])
  })

  test('is over after its last possible day, and nothing is said', () => {
    expect(doubts('2020-01-01')).toEqual([])
  })

  test('that the record names is taken up, with the doubt', () => {
    const [message] = doubts('2019-10-05', [draft], { plans: ['draft'] })
    expect(message).toContain('记录写明属于它，它的措施照列')
    expect(doubts('2019-06-15', [draft], { plans: ['draft'] })).toEqual([])
  })

  test('that the record names on a day surely outside is said to be over', () => {
    expect(doubts('2020-01-01', [draft], { plans: ['draft'] })[0]).toContain('按“第三阶段”，结束日是 2019-12-31，这天已经结束')
  })

  test('says nothing of other regions', () => {
    expect(doubts('2019-10-05', [draft], { region: '410103' })).toEqual([])
  })
})

test('a plan with fixed days says nothing on its last day', () => {
  expect(doubts('2023-12-31', [planOf()])).toEqual([])
})

describe('what a plan of certain or uncertain days does to a record', () => {
  const withMeasure = (plan: Plan): Plan => ({
    ...plan,
    measures,
    clauses: [{ id: '1', kinds: ['M'], title: '措施', encodings: [{ as: 'measure', id: 'talk' }] }],
  })
  const result = (plan: Plan, day: string, extra: Partial<InspectionRecord> = {}) => assessed(on(day, extra), rulesOf(withMeasure(plan)))

  test('its measures are shown on a certain day, and on an uncertain one only where the record names it', () => {
    expect(result(draft, '2019-06-15').planItems.map((item) => item.plan)).toEqual(['draft'])
    expect(result(draft, '2019-10-05').planItems).toEqual([])
    expect(result(draft, '2019-10-05', { plans: ['draft'] }).planItems.map((item) => item.plan)).toEqual(['draft'])
  })

  test('findings and statutory measures are the same either way', () => {
    const of = (extra: Partial<InspectionRecord>) => {
      const { findings, measures: found } = result(draft, '2019-10-05', extra)
      return [findings, found.filter((measure) => measure.norm !== undefined).map((measure) => measure.id)]
    }
    expect(of({ plans: ['draft'] })[1]).toEqual(of({ plans: [] })[1])
    expect((of({ plans: [] })[0] as readonly { readonly verdict: string }[]).map((finding) => finding.verdict)).toContain('violation')
  })

  test('the doubt names the measures that rest on the plan', () => {
    const { pending, planItems } = result(draft, '2019-10-05', { plans: ['draft'] })
    expect(planItems).toHaveLength(1)
    expect(pending.find((each) => each.topic === 'plan-period')?.measures).toEqual(['c:draft:talk'])
  })

  test('a plan for an unnamed part of its region is taken up only where the record names it', () => {
    const somewhere: Plan = { ...planOf({ id: 'somewhere' }), partOfRegion: true }
    expect(result(somewhere, '2023-06-15').planItems).toEqual([])
    expect(result(somewhere, '2023-06-15').pending.filter((each) => each.topic === 'plan-period')).toEqual([])
    expect(result(somewhere, '2023-06-15', { plans: ['somewhere'] }).planItems.map((item) => item.plan)).toEqual(['somewhere'])
  })
})
