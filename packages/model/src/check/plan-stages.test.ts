import { describe, expect, test } from 'vitest'
import { pack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { checkPacks } from './packs.js'

type Path = readonly (string | number)[]
const check = (...changes: readonly (readonly [Path, unknown])[]): readonly string[] =>
  said(checkPacks([changes.reduce<unknown>((whole, [at, part]) => replaced(whole, ['plans', 0, ...at], part), pack)]).problems)

const stage = (id: string, from: unknown, to: unknown, more: Readonly<Record<string, unknown>> = {}) => ({ id, title: id, from, to, tasks: ['部署'], ...more })
const open = (earliest: string | null, latest: string) => ({ earliest, latest, wording: '上旬' })
const stages = (...list: readonly unknown[]) => check([['stages'], list])

describe('stages that follow one another', () => {
  test('have no problem when they adjoin', () => {
    expect(stages(stage('one', '2023-01-01', '2023-03-31'), stage('two', '2023-04-01', '2023-12-31'))).toEqual([])
  })

  test('do not share a day', () => {
    expect(stages(stage('one', '2023-01-01', '2023-04-01'), stage('two', '2023-04-01', '2023-12-31'))).toEqual(['HG4021 0.plans.0.stages.1'])
    expect(stages(stage('two', '2023-04-01', '2023-12-31'), stage('one', '2023-01-01', '2023-04-01'))).toEqual(['HG4021 0.plans.0.stages.1'])
  })

  test('may run side by side where the plan says so', () => {
    const beside = { concurrent: true }
    expect(stages(stage('one', '2023-01-01', '2023-12-31', beside), stage('two', '2023-04-01', '2023-12-31'))).toEqual([])
    const three = [stage('one', '2023-01-01', '2023-12-31', beside), stage('two', '2023-01-01', '2023-06-30'), stage('three', '2023-06-30', '2023-12-31')]
    expect(stages(...three)).toEqual(['HG4021 0.plans.0.stages.2'])
  })

  test('leave no day out, in whatever order they are written', () => {
    const problems = checkPacks([
      replaced(pack, ['plans', 0, 'stages'], [stage('two', '2023-04-03', '2023-12-31'), stage('one', '2023-01-01', '2023-03-31')]),
    ]).problems
    expect(problems).toMatchObject([{ code: 'HG4022', path: [0, 'plans', 0, 'stages', 0], params: { id: 'two', from: '2023-04-01', to: '2023-04-02' } }])
    expect(
      stages(
        stage('whole', '2023-01-01', '2023-12-31', { concurrent: true }),
        stage('one', '2023-01-01', '2023-03-31'),
        stage('two', '2023-04-03', '2023-12-31'),
      ),
    ).toEqual([])
  })
})

describe('days that the text leaves open', () => {
  test('are no problem where one meaning fits', () => {
    const first = stage('one', open(null, '2023-01-31'), open('2023-06-01', '2023-06-10'))
    expect(stages(first, stage('two', open('2023-06-01', '2023-06-20'), '2023-12-31'))).toEqual([])
    expect(stages(first, stage('two', open('2023-06-11', '2023-06-20'), '2023-12-31'))).toEqual([])
  })

  test('are one where none fits', () => {
    const first = stage('one', '2023-01-01', open('2023-06-01', '2023-06-10'))
    expect(stages(first, stage('two', open('2023-05-20', '2023-06-01'), '2023-12-31'))).toEqual(['HG4021 0.plans.0.stages.1'])
    expect(stages(first, stage('two', open('2023-06-12', '2023-06-20'), '2023-12-31'))).toEqual(['HG4022 0.plans.0.stages.1'])
  })
})

describe('a stage and its plan', () => {
  test.each([
    ['begins before it', '2022-12-01', '2023-12-31', 'HG4023'],
    ['ends after it', '2023-01-01', '2024-01-01', 'HG4023'],
    ['lies before it', '2022-01-01', '2022-12-31', 'HG4024'],
    ['lies after it', '2024-01-01', '2024-12-31', 'HG4024'],
    ['ends before it begins', '2023-06-01', '2023-05-01', 'HG4024'],
  ])('%s', (_, from, to, code) => {
    expect(stages(stage('one', from, to))).toEqual([`${code} 0.plans.0.stages.0`])
  })

  test('may begin before it where the day is open', () => {
    expect(stages(stage('one', open('2022-12-20', '2023-01-10'), '2023-12-31'))).toEqual([])
  })
})

describe('what windows and duties name', () => {
  const focus = { id: 'dens', title: '窝点', window: { kind: 'campaign' }, themes: ['排查'] }
  const duty = { id: 'report', title: '报送', by: ['county-government'], recurrence: { every: 'irregular' } }

  test.each<[string, Path, unknown, string]>([
    ['a stage of the window', ['focus'], [{ ...focus, window: { kind: 'stage', stage: 'sweep' } }], 'HG4026 0.plans.0.focus.0.window.stage'],
    ['a rule', ['focus'], [{ ...focus, rules: ['example/nothing'] }], 'HG4002 0.plans.0.focus.0.rules.0'],
    ['a clause', ['focus'], [{ ...focus, clauses: ['1', '9'] }], 'HG4006 0.plans.0.focus.0.clauses.1'],
    ['a stage of the duty', ['duties'], [{ ...duty, by: ['emergency-management'], during: 'sweep' }], 'HG4026 0.plans.0.duties.0.during'],
  ])('%s that is not there is a problem', (_, at, part, expected) => {
    expect(check([at, part])).toEqual([expected])
  })
})

describe('windows and recurrences, as written', () => {
  const window = (value: unknown) => check([['focus'], [{ id: 'dens', title: '窝点', window: value, themes: ['排查'] }]])

  test.each<[string, unknown]>([
    ['a season over the year’s end', { kind: 'season', from: '10-01', to: '03-31' }],
    ['the leap day', { kind: 'season', from: '02-01', to: '02-29' }],
    ['soft edges', { kind: 'fixed', from: open('2023-06-01', '2023-06-10'), to: '2023-07-01' }],
    ['festivals of every year', { kind: 'festival', year: 'every-year', from: { festival: 'little-new-year-north' }, to: { festival: 'lantern', offset: 1 } }],
  ])('%s is right', (_, value) => {
    expect(window(value)).toEqual([])
  })

  test.each<[string, unknown]>([
    ['a day no year has', { kind: 'season', from: '02-30', to: '03-31' }],
    ['no offset of half a day', { kind: 'festival', year: 2023, from: { festival: 'lantern', offset: 0.5 }, to: { festival: 'lantern' } }],
    ['an unknown kind', { kind: 'moon' }],
  ])('%s is wrong', (_, value) => {
    expect(window(value)).not.toEqual([])
  })

  test.each(['24:00', '9:00', '12:60'])('%s is no time of day', (before) => {
    const duty = { id: 'report', title: '报送', by: ['emergency-management'], recurrence: { every: 'week', weekday: 3, before } }
    expect(check([['duties'], [duty]])).not.toEqual([])
  })
})

describe('the calendar as a ground of liability', () => {
  test.each(['focus.springFestival', 'window.now', 'stage.current', 'calendar.today'])('%s is refused in a condition', (fact) => {
    const leaf = { fact, operator: 'equal', value: true }
    for (const place of ['appliesWhen', 'violatedWhen']) {
      const found = checkPacks([replaced(pack, ['rules', 0, place], { all: [leaf] })]).problems
      expect(said(found)).toContain(`HG3015 0.rules.0.${place}.all.0.fact`)
      expect(said(found)).not.toContain(`HG3004 0.rules.0.${place}.all.0.fact`)
    }
  })

  test('is refused as a value to compare with, in a named condition and in a circumstance', () => {
    const compared = { fact: 'licence.status', operator: 'equal', value: { fact: 'focus.kind' } }
    expect(said(checkPacks([replaced(pack, ['rules', 0, 'violatedWhen'], compared)]).problems)).toEqual(['HG3015 0.rules.0.violatedWhen.value.fact'])
    expect(said(checkPacks([replaced(pack, ['conditions', 0, 'condition'], { fact: 'focus.kind', operator: 'equal', value: 1 })]).problems)).toEqual([
      'HG3015 0.conditions.0.condition.fact',
    ])
  })

  test('cannot be smuggled in by defining such a fact', () => {
    const smuggled = { id: 'focus.springFestival', title: '春节期间', type: 'boolean', scope: 'conduct', question: '是春节吗？', evidence: ['日历'] }
    const packs = replaced(replaced(pack, ['facts', pack.facts.length], smuggled), ['rules', 0, 'violatedWhen'], {
      fact: 'focus.springFestival',
      operator: 'equal',
      value: true,
    })
    expect(said(checkPacks([packs]).problems)).toEqual([`HG3015 0.facts.${pack.facts.length}.id`, 'HG3015 0.rules.0.violatedWhen.fact'])
  })
})
