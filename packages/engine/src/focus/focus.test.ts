import type { FestivalDays } from '@hegui/calendar'
import type { Plan } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, fact, pack, planOf, record, rule, ruleset, withFacts, yes } from '../../test/support/builders.js'
import { checkWindows } from './check-windows.js'
import { dutyOccurrences } from './duty-occurrences.js'
import { openFocus } from './open-focus.js'
import { planSpan } from './plan-days.js'

const days: Readonly<Record<string, string>> = {
  'little-new-year-north 2023': '2023-01-14',
  'spring-festival 2023': '2023-01-22',
  'lantern-festival 2023': '2023-02-05',
}
const festivals: FestivalDays = (festival, year) => days[`${festival} ${year}`]

const focus = (id: string, window: Plan['focus'][number]['window'], extra: Partial<Plan['focus'][number]> = {}): Plan['focus'][number] => ({
  id,
  title: id,
  window,
  themes: ['排查'],
  ...extra,
})
const january = { kind: 'fixed', from: '2023-01-01', to: '2023-01-31' } as const
const newYear = { kind: 'festival', year: 2023, from: { festival: 'little-new-year-north' }, to: { festival: 'lantern-festival' } } as const
const clause: Plan['clauses'][number] = { id: '2', kinds: ['P'], title: '条目', encodings: [{ as: 'rule', id: 'test/heavy' }] }

describe('the focus windows open on a day', () => {
  const plan = planOf({
    clauses: [clause],
    focus: [focus('new-year', newYear, { intensity: 'all-out', clauses: ['2'], rules: ['test/light'] }), focus('always', { kind: 'campaign' })],
  })

  test('carry theme, intensity and the rules they are about', () => {
    expect(openFocus(plan, '2023-02-05', festivals)).toEqual([
      {
        plan: 'test-plan',
        focus: 'new-year',
        title: 'new-year',
        themes: ['排查'],
        intensity: 'all-out',
        certainty: 'certain',
        rules: ['test/heavy', 'test/light'],
        measures: [],
      },
      { plan: 'test-plan', focus: 'always', title: 'always', themes: ['排查'], intensity: 'normal', certainty: 'certain', rules: [], measures: [] },
    ])
    expect(openFocus(plan, '2023-02-06', festivals).map((each) => each.focus)).toEqual(['always'])
  })

  test('follow the table of festivals that ships', () => {
    expect(openFocus(plan, '2023-01-13')).toHaveLength(1)
    expect(openFocus(plan, '2023-01-14')).toHaveLength(2)
    const clearAndBright = planOf({
      focus: [focus('graves', { kind: 'festival', year: 'every-year', from: { festival: 'qingming', offset: -3 }, to: { festival: 'grain-rain' } })],
    })
    expect(['2023-04-01', '2023-04-02', '2023-04-20', '2023-04-21'].map((day) => openFocus(clearAndBright, day).length)).toEqual([0, 1, 1, 0])
  })

  test('are only possible while the plan may have ended', () => {
    const open = { earliest: '2023-10-01', latest: '2023-10-10', wording: '安保结束' }
    const bounds = {
      from: '2023-01-01',
      to: [
        { id: 'one', title: '开头', day: open },
        { id: 'two', title: '第三阶段', day: '2023-12-31' },
      ],
    }
    const uncertain = { ...plan, bounds }
    expect(planSpan(uncertain)).toEqual({ from: '2023-01-01', to: { earliest: '2023-10-01', latest: '2023-12-31', wording: '开头、第三阶段' } })
    expect(openFocus(uncertain, '2023-10-01', festivals)[0]?.certainty).toBe('certain')
    expect(openFocus(uncertain, '2023-10-02', festivals)[0]?.certainty).toBe('possible')
    expect(openFocus(uncertain, '2024-01-01', festivals)).toEqual([])
  })
})

describe('questions', () => {
  const rules = [rule('light', { violatedWhen: yes('test.w') }), rule('heavy')]
  const known = record({ facts: { 'test.a': true } }, { plans: ['test-plan'] })
  const asked = (...windows: Plan['focus']) =>
    assessed(known, ruleset(pack({ rules, facts: withFacts(fact('test.w')), plans: [planOf({ clauses: [clause], focus: windows })] })))

  test('of a rule in an open window come first, and say for which window', () => {
    expect(asked().questions.map(({ fact: id, score }) => [id, score])).toEqual([
      ['test.v', 2],
      ['test.w', 2],
    ])
    const { questions } = asked(focus('dens', january, { rules: ['test/light'], intensity: 'heightened' }))
    expect(questions.map(({ fact: id, score, focus: windows }) => [id, score, windows])).toEqual([
      ['test.w', 3, [{ plan: 'test-plan', focus: 'dens' }]],
      ['test.v', 2, undefined],
    ])
  })

  test.each([
    ['normal', 2.5],
    ['heightened', 3],
    ['all-out', 4],
  ] as const)('of a rule in a window of intensity %s weigh %d', (intensity, score) => {
    expect(asked(focus('dens', january, { clauses: ['2'], intensity })).questions[0]).toMatchObject({ fact: 'test.v', score })
  })

  test('of two windows, the greater intensity counts', () => {
    const windows = [focus('one', january, { clauses: ['2'], intensity: 'all-out' }), focus('two', { kind: 'campaign' }, { rules: ['test/heavy'] })]
    expect(asked(...windows).questions[0]).toMatchObject({
      score: 4,
      focus: [
        { plan: 'test-plan', focus: 'one' },
        { plan: 'test-plan', focus: 'two' },
      ],
    })
  })

  test('are as they were outside the window', () => {
    const february = { kind: 'fixed', from: '2023-02-01', to: '2023-02-28' } as const
    expect(asked(focus('dens', february, { clauses: ['2'], intensity: 'all-out' })).questions).toEqual(asked().questions)
  })

  test('are all that a window changes', () => {
    const rest = ({ findings, measures, planItems, actions, pending }: ReturnType<typeof asked>) => ({ findings, measures, planItems, actions, pending })
    expect(rest(asked(focus('dens', january, { clauses: ['2'], intensity: 'all-out' })))).toEqual(rest(asked()))
  })
})

describe('a window that does not fit its plan', () => {
  const check = (window: Plan['focus'][number]['window'], plan: Partial<Plan> = {}) =>
    checkWindows([pack({ plans: [planOf({ focus: [focus('dens', window)], ...plan })] })], festivals).map(({ code, path, params }) => [
      code,
      path.join('.'),
      params['days'] ?? params['year'] ?? '',
    ])
  const at = '0.plans.0.focus.0.window'

  test.each<[string, Plan['focus'][number]['window'], readonly (readonly string[])[]]>([
    ['inside', january, []],
    ['partly outside', { ...january, from: '2022-12-20' }, [['HG4023', at, '2022-12-20 至 2022-12-31']]],
    ['outside', { kind: 'quarter', year: 2024, quarter: 1 }, [['HG4024', at, '']]],
    ['backwards', { ...january, to: '2022-12-31' }, [['HG4024', at, '']]],
    ['a season cut by the plan', { kind: 'season', from: '10-01', to: '03-31' }, []],
    ['a festival of the table', newYear, []],
    ['a festival past the table', { ...newYear, year: 2024 }, [['HG4025', at, '2024']]],
    ['an unknown festival', { ...newYear, from: { festival: 'harvest' } }, [['HG4025', at, '2023']]],
    ['every year within the table', { ...newYear, year: 'every-year' }, []],
  ])('%s', (_, window, expected) => {
    expect(check(window)).toEqual(expected)
  })

  test('every year, past the table', () => {
    expect(check({ ...newYear, year: 'every-year' }, { inForce: { from: '2023-01-01', to: '2024-12-31' } })).toEqual([['HG4025', at, '2024']])
  })

  test('a plan without end asks the table for its first year only', () => {
    expect(check({ ...newYear, year: 'every-year' }, { inForce: { from: '2023-01-01' } })).toEqual([])
  })

  test('that misspells a festival is asked whether another was meant', () => {
    const plans = [planOf({ focus: [focus('dens', { ...newYear, to: { festival: 'latern-festival' } })] })]
    expect(checkWindows([pack({ plans })])[0]?.message).toBe('节日表里没有 2023 年的 “latern-festival”。是不是 “lantern-festival”？')
  })

  test('makes no ruleset', () => {
    expect(() => ruleset(pack({ plans: [planOf({ focus: [focus('dens', { ...january, to: '2022-12-31' })] })] }))).toThrow('HG4024')
  })
})

describe('duties of a plan', () => {
  const duty = (extra: Partial<Plan['duties'][number]>): Plan['duties'][number] => ({
    id: 'report',
    title: '报送',
    by: ['town'],
    recurrence: { every: 'month', times: 1 },
    ...extra,
  })
  const stages: Plan['stages'] = [{ id: 'sweep', title: '组织实施', from: '2023-03-01', to: '2023-04-30', tasks: ['检查'] }]

  test('run as long as the plan, or as long as their stage', () => {
    const plan = planOf({ stages })
    const keys = (given: Plan['duties'][number]) => dutyOccurrences(plan, given, { from: '2023-01-01', to: '2024-12-31' }).occurrences.map(({ key }) => key)
    expect(keys(duty({}))).toHaveLength(12)
    expect(keys(duty({ during: 'sweep' }))).toEqual(['2023-03', '2023-04'])
  })

  test('are not owed for certain before the plan is issued', () => {
    const plan = planOf({ issuedOn: '2023-02-10' })
    const [january, february] = dutyOccurrences(plan, duty({}), { from: '2023-01-01', to: '2023-02-28' }).occurrences
    expect([january?.holds, february?.holds]).toEqual(['possible', 'certain'])
  })
})
