/** What the small pack of the builders shows better than the law: editions, events, extensions, cycles of facts. */
import { createRuleset, progressOf, type Ruleset } from '@hegui/engine'
import type { CaseProcedure, CaseProgress, CaseStep, Pack, StepEdition } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { fact, pack, yes } from '../../test/support/builders.js'

const basis = { instrument: 'test-law', article: '1' }
const edition = (extra: Partial<StepEdition> = {}): StepEdition => ({
  inForce: { from: null },
  basis: [basis],
  verification: { status: 'primary-text', dates: 'text' },
  requires: [],
  ...extra,
})
const step = (id: string, extra: Partial<StepEdition> = {}, more: Partial<CaseStep> = {}): CaseStep => ({
  id,
  title: id,
  englishTitle: id,
  by: 'authority',
  editions: [edition(extra)],
  ...more,
})
const procedure = (steps: readonly CaseStep[]): CaseProcedure => ({ id: 'test', title: '程序', englishTitle: 'procedure', track: 'administrative', steps })

function rulesetOf(steps: readonly CaseStep[], more: Partial<Pack> = {}): Ruleset {
  const facts = [...pack().facts, fact('case.a'), fact('case.b', { askedWhen: yes('case.a') }), fact('progress.start', { type: 'date' })]
  const result = createRuleset([pack({ facts, caseProcedures: [procedure(steps)], ...more })])
  if (!result.ok) throw new Error(result.problems.map((found) => found.message).join('\n'))
  return result.ruleset
}
const limit: Pack['timeLimits'][number] = {
  id: 'ten',
  title: '十日',
  editions: [
    { inForce: { from: null }, basis, start: 'progress.start', amount: 10, unit: 'calendar-day', verification: { status: 'primary-text', dates: 'text' } },
  ],
}
const look = (ruleset: Ruleset, done: CaseProgress['steps'], extra: Partial<CaseProgress> = {}) => {
  const result = progressOf({ id: 'c', procedures: ['test'], authority: 'bureau', asOf: '2024-03-15', steps: done, ...extra }, ruleset)
  if (!result.ok) throw new Error(result.problems.map((found) => found.message).join('\n'))
  return result.progress
}
const states = (ruleset: Ruleset, done: CaseProgress['steps'] = [], extra: Partial<CaseProgress> = {}) =>
  Object.fromEntries(look(ruleset, done, extra).steps.map((each) => [each.step, each.state]))

describe('editions', () => {
  const old = edition({ inForce: { from: null, to: '2023-12-31' }, verification: { status: 'unread', dates: 'memory', wordingOf: 'always' } })
  const now = edition({ inForce: { from: '2024-01-01' }, requires: ['first'] })
  const ruleset = rulesetOf([step('first'), step('second', {}, { editions: [old, now] }), step('new', { inForce: { from: '2024-01-01' } })])

  test('of a step that is undone: that of the day looked at', () => {
    expect(states(ruleset)).toEqual({ first: 'ready', second: 'blocked', new: 'ready' })
    expect(states(ruleset, [], { asOf: '2023-12-31' })).toEqual({ first: 'ready', second: 'unread', new: 'not-required' })
  })

  test('of a step that was taken: that of its own day', () => {
    expect(states(ruleset, [{ step: 'second', on: '2023-12-31' }])['second']).toBe('done')
    expect(states(ruleset, [{ step: 'second', on: '2024-01-01' }])['second']).toBe('done-out-of-order')
  })

  test('a requirement that was not read blocks: it is not taken for met', () => {
    const unread = rulesetOf([step('first', {}, { editions: [{ ...old, inForce: { from: null } }] }), step('second', { requires: ['first'] })])
    expect(look(unread, []).steps[1]).toMatchObject({ state: 'blocked', blockedBy: [{ kind: 'unread', step: 'first' }] })
  })

  test.each(['secondary', 'memory'] as const)('a step known from %s is unread as well', (status) => {
    expect(states(rulesetOf([step('first', { verification: { status, dates: 'memory' } })]))).toEqual({ first: 'unread' })
  })
})

describe('whether a step is asked for', () => {
  const ruleset = rulesetOf([
    step('first', { requiredWhen: yes('case.a') }),
    step('second', { requires: ['first'] }),
    step('third', { requiredWhen: { all: [yes('case.a'), yes('case.b')] } }),
  ])

  test.each([
    [
      { 'case.a': true, 'case.b': true },
      { first: 'ready', second: 'blocked', third: 'ready' },
    ],
    [{ 'case.a': false }, { first: 'not-required', second: 'ready', third: 'not-required' }],
    [{}, { first: 'unknown', second: 'blocked', third: 'unknown' }],
  ])('%o', (facts, expected) => {
    expect(states(ruleset, [], { facts })).toEqual(expected)
  })

  test('a fact behind a guard is asked for after the guard', () => {
    expect(look(ruleset, []).questions.map((question) => question.fact)).toEqual(['case.a'])
    expect(look(ruleset, [], { facts: { 'case.a': true } }).questions.map((question) => question.fact)).toEqual(['case.b'])
  })
})

describe('events and what follows from them', () => {
  const ruleset = rulesetOf([step('appeal', {}, { event: true, by: 'party' }), step('answer', { follows: 'appeal' })])

  test('what did not happen asks for nothing', () => {
    expect(states(ruleset)).toEqual({ appeal: 'not-required', answer: 'not-required' })
  })
  test('what happened does', () => {
    expect(states(ruleset, [{ step: 'appeal', on: '2024-03-01' }])).toEqual({ appeal: 'done', answer: 'ready' })
  })
  test('an answer before the question is out of order', () => {
    const done = [
      { step: 'appeal', on: '2024-03-02' },
      { step: 'answer', on: '2024-03-01' },
    ]
    expect(states(ruleset, done)['answer']).toBe('done-out-of-order')
  })
})

describe('two steps of one day', () => {
  const ruleset = rulesetOf([step('first'), step('second', { requires: ['first'] })])
  const done = (first: string | undefined, second: string | undefined): CaseProgress['steps'] => [
    { step: 'first', on: '2024-03-01', ...(first === undefined ? {} : { at: `2024-03-01T${first}:00+08:00` }) },
    { step: 'second', on: '2024-03-01', ...(second === undefined ? {} : { at: `2024-03-01T${second}:00+08:00` }) },
  ]
  test.each([
    [undefined, undefined, 'done'],
    ['09:00', undefined, 'done'],
    ['09:00', '09:00', 'done'],
    ['09:01', '09:00', 'done-out-of-order'],
  ])('at %s and at %s: %s', (first, second, state) => {
    expect(states(ruleset, done(first, second))['second']).toBe(state)
  })
})

describe('a limit that days are left out of', () => {
  const ruleset = rulesetOf([step('start', { records: ['progress.start'] }), step('end', { limit: 'ten', excludes: ['appraisal'] })], { timeLimits: [limit] })
  const start = [{ step: 'start', on: '2024-03-01' }]

  test('without them', () => expect(look(ruleset, start).steps[1]).toMatchObject({ state: 'overdue', due: { date: '2024-03-11' } }))
  test('with them', () =>
    expect(look(ruleset, start, { excluded: [{ from: '2024-03-05', to: '2024-03-08', why: 'appraisal' }] }).steps[1]).toMatchObject({
      state: 'ready',
      due: { date: '2024-03-15' },
    }))
  test('days left out for another reason count', () =>
    expect(look(ruleset, start, { excluded: [{ from: '2024-03-05', to: '2024-03-08', why: 'hearing' }] }).steps[1]).toMatchObject({
      due: { date: '2024-03-11' },
    }))
  test('while they run no day is named', () =>
    expect(look(ruleset, start, { excluded: [{ from: '2024-03-05', why: 'appraisal' }] }).steps[1]).toMatchObject({
      state: 'ready',
      due: { date: null, certain: false },
    }))
  test('a limit that has not begun says only its rule', () =>
    expect(look(ruleset, []).steps[1]?.due).toEqual({ date: null, certain: false, rule: expect.stringContaining('10 日'), counting: [] }))
})

test('the number of officers is asked for where it counts and is not on record', () => {
  const ruleset = rulesetOf([step('visit', { officers: { min: 2, basis } })])
  expect(look(ruleset, [{ step: 'visit', on: '2024-03-01' }]).questions).toMatchObject([{ fact: null, steps: ['visit'] }])
  expect(look(ruleset, [{ step: 'visit', on: '2024-03-01', officers: 2 }]).questions).toEqual([])
})

test('errors give no status, warnings come with it', () => {
  const ruleset = rulesetOf([step('first'), step('second', { requires: ['first'] })])
  const value = { id: 'c', procedures: ['test'], authority: 'bureau', steps: [] }
  expect(progressOf(value, ruleset)).toMatchObject({ ok: false, problems: [{ code: 'HG7008' }] })
  expect(progressOf(value, ruleset, { asOf: '2024-02-30' })).toMatchObject({ ok: false, problems: [{ code: 'HG2006' }] })
  const early = [
    { step: 'first', on: '2024-03-02' },
    { step: 'second', on: '2024-03-01' },
  ]
  expect(progressOf({ ...value, steps: early }, ruleset, { asOf: '2024-03-05' })).toMatchObject({
    ok: true,
    problems: [{ code: 'HG7004', severity: 'warning' }],
  })
})
