/** What an open focus window does to the actions of an assessment: it says so, and orders those due on one day. */
import type { ActionTemplate, Assessment, InspectionRecord, Pack, Plan } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessed, fact, pack, planOf, record, rule, ruleset, simpleNorm, withFacts, yes } from '../../test/support/builders.js'

type Focus = Plan['focus'][number]
const january = { kind: 'fixed', from: '2023-01-01', to: '2023-01-31' } as const
const focus = (id: string, extra: Partial<Focus> = {}): Focus => ({ id, title: `时段${id}`, window: january, themes: ['排查'], ...extra })
const basis = [{ instrument: 'test-law', article: '1' }]
const template = (id: string, norm: string, limit?: string): ActionTemplate => ({
  id,
  title: id,
  englishTitle: id,
  follows: { norms: [`test-law/${norm}`] },
  assignee: 'authority',
  basis,
  ...(limit === undefined ? {} : { limit }),
})
const limitOf = (id: string, amount: number): Pack['timeLimits'][number] => ({
  id,
  title: id,
  editions: [
    {
      inForce: { from: null },
      start: 'test.served',
      amount,
      unit: 'calendar-day',
      basis: { instrument: 'test-law', article: '1' },
      verification: { status: 'primary-text', dates: 'text' },
    },
  ],
})
const templates = [
  template('a-undated', '1'),
  template('b-light', '1', 'five-days'),
  template('c-heavy', '2', 'five-days'),
  template('d-first', '1', 'two-days'),
  template('e-heavy-undated', '2'),
]

function assessment(windows: readonly Focus[], plan: Partial<Plan> = {}, given: Partial<InspectionRecord> = {}): Assessment {
  const rules = ruleset(
    pack({
      facts: withFacts(fact('test.w'), fact('test.served', { type: 'date' })),
      norms: [
        simpleNorm('1', { measure: { kind: 'order-to-stop', title: '停止', force: 'must' } }),
        simpleNorm('2', { measure: { kind: 'order-to-correct', title: '改正', force: 'must' } }),
      ],
      rules: [rule('light', { norms: ['test-law/1'] }), rule('heavy', { norms: ['test-law/2'], violatedWhen: yes('test.w') })],
      actions: templates,
      timeLimits: [limitOf('two-days', 2), limitOf('five-days', 5)],
      plans: [planOf({ ...plan, focus: windows })],
    }),
  )
  const facts = { 'test.a': true, 'test.v': true, 'test.w': true, 'test.served': '2023-01-10' }
  return assessed(record({ facts }, { plans: ['test-plan'], ...given }), rules)
}
const order = (found: Assessment) => found.actions.map((action) => action.template)

describe('actions', () => {
  test('come by their last day, then those without one, and carry no window where none is open', () => {
    const found = assessment([focus('later', { window: { kind: 'fixed', from: '2023-02-01', to: '2023-02-28' }, rules: ['test/heavy'] })])
    expect(order(found)).toEqual(['d-first', 'b-light', 'c-heavy', 'a-undated', 'e-heavy-undated'])
    expect(found.actions.filter((action) => 'focus' in action)).toEqual([])
  })

  test('due on one day come by the intensity of the windows they are in, never before what is due sooner', () => {
    const found = assessment([focus('one', { rules: ['test/light'] }), focus('two', { rules: ['test/heavy'], intensity: 'all-out' })])
    expect(order(found)).toEqual(['d-first', 'c-heavy', 'b-light', 'e-heavy-undated', 'a-undated'])
    expect(found.actions.map((action) => action.focus)).toEqual([
      [{ plan: 'test-plan', focus: 'one', title: '时段one', intensity: 'normal' }],
      [{ plan: 'test-plan', focus: 'two', title: '时段two', intensity: 'all-out' }],
      [{ plan: 'test-plan', focus: 'one', title: '时段one', intensity: 'normal' }],
      [{ plan: 'test-plan', focus: 'two', title: '时段two', intensity: 'all-out' }],
      [{ plan: 'test-plan', focus: 'one', title: '时段one', intensity: 'normal' }],
    ])
  })

  test('are looked at on the day of the decision, not of the inspection', () => {
    const windows = [focus('two', { rules: ['test/heavy'], window: { kind: 'fixed', from: '2023-03-01', to: '2023-03-31' } })]
    expect(assessment(windows, {}, { decidedOn: '2023-03-05' }).actions.find((action) => action.template === 'c-heavy')?.focus).toHaveLength(1)
    expect(assessment(windows).actions.find((action) => action.template === 'c-heavy')).not.toHaveProperty('focus')
  })

  test('concern a window by the measure of the plan that they carry out, too', () => {
    const plan: Partial<Plan> = {
      clauses: [{ id: '3', kinds: ['M'], title: '停止', encodings: [{ as: 'measure', id: 'halt' }] }],
      measures: [
        {
          id: 'halt',
          title: '停止',
          clause: '3',
          kind: 'order-to-stop',
          onViolationOf: ['test/light'],
          routes: [{ norm: 'test-law/1', kind: 'order-to-stop', explanation: '可以责令停止。' }],
          whenNone: { reason: '没有依据。', alternative: '登记。' },
        },
      ],
    }
    const found = assessment([focus('halting', { clauses: ['3'], intensity: 'heightened' })], plan)
    expect(found.actions.filter((action) => action.focus !== undefined).map((action) => action.template)).toEqual(['d-first', 'b-light', 'a-undated'])
  })

  test('say so where the window is only possible', () => {
    const window = { kind: 'fixed', from: { earliest: '2023-01-01', latest: '2023-01-20', wording: '1月上中旬' }, to: '2023-01-31' } as const
    const [first] = assessment([focus('soft', { window, rules: ['test/light'] })]).actions
    expect(first?.focus).toEqual([{ plan: 'test-plan', focus: 'soft', title: '时段soft', intensity: 'normal', certainty: 'possible' }])
  })
})

test('whatever windows are open, only `focus` and the order change: no due date, no measure, no verdict', () => {
  const windows = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('one', 'two', 'three'),
      rules: fc.constantFrom<readonly string[]>(['test/light'], ['test/heavy'], ['test/heavy', 'test/light']),
      intensity: fc.constantFrom('normal', 'heightened', 'all-out'),
    }),
    { selector: ({ id }) => id },
  )
  const bare = ({ actions, findings, measures, planItems, pending }: Assessment) => ({
    actions: actions.map(({ focus: _, ...action }) => action).sort((a, b) => (a.id < b.id ? -1 : 1)),
    findings,
    measures,
    planItems,
    pending,
  })
  const expected = bare(assessment([]))
  fc.assert(
    fc.property(windows, (open) => {
      const found = assessment(open.map(({ id, ...extra }) => focus(id, extra as Partial<Focus>)))
      expect(bare(found)).toEqual(expected)
      const days = found.actions.map((action) => action.due?.date ?? '9')
      expect(days).toEqual([...days].sort())
    }),
    { numRuns: 50 },
  )
})
