import type { FigureValue, Trigger } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastDayOf } from './stretch.js'
import { type FigureAnswer, type TriggerContext, triggerAnswer } from './trigger.js'

const evidence = { records: [], more: 0 }
const mines = { figure: 'mines' } as const
const two: Trigger = { figure: mines, compare: 'at-least', value: 2, within: { months: 1 } }
const exactly = (n: number): FigureValue => ({ min: n, max: n })

function context(days: Readonly<Record<string, FigureValue>>, value?: FigureValue | null): TriggerContext {
  const byDay = new Map(Object.entries(days))
  const values = [...byDay.values()]
  const open = values.some((each) => each.max === null)
  const total = { min: values.reduce((sum, each) => sum + each.min, 0), max: open ? null : values.reduce((sum, each) => sum + (each.max ?? 0), 0) }
  const answer: FigureAnswer = { value: value === undefined ? total : value, evidence, byDay }
  return {
    period: { from: '2023-01-01', to: '2023-12-31' },
    figureOf: () => answer,
    duties: [],
    seenOn: '2023-12-31',
    established: [{ day: null, facts: new Map() }],
    named: new Map(),
    questionOf: (fact) => `${fact}？`,
    formulaWords: () => '几座矿',
    dutyTitle: (duty) => duty,
  }
}
const ask = (trigger: Trigger, days: Readonly<Record<string, FigureValue>>, value?: FigureValue | null) => triggerAnswer(trigger, context(days, value))

describe('two within one month', () => {
  test('a month certainly ends the day before the same day of the next one; on that day it is open, after it over', () => {
    expect(lastDayOf('2023-03-15', { months: 1 }, 'narrow')).toBe('2023-04-14')
    expect(ask(two, { '2023-03-15': exactly(1), '2023-04-14': exactly(1) })).toMatchObject({ truth: 'holds', day: '2023-04-14' })
    expect(ask(two, { '2023-03-15': exactly(1), '2023-04-15': exactly(1) })).toMatchObject({ truth: 'unknown', day: null })
    expect(ask(two, { '2023-03-15': exactly(1), '2023-04-16': exactly(1) })).toMatchObject({ truth: 'fails', day: null })
  })
  test('a month that has no such day ends on its last', () => {
    for (const width of ['narrow', 'wide'] as const) expect(lastDayOf('2023-01-31', { months: 1 }, width)).toBe('2023-02-28')
    expect(lastDayOf('2023-01-28', { months: 1 }, 'narrow')).toBe('2023-02-27')
    expect([lastDayOf('2023-01-30', { days: 3 }, 'narrow'), lastDayOf('2023-01-30', { days: 3 }, 'wide')]).toEqual(['2023-02-01', '2023-02-02'])
    expect(ask(two, { '2023-01-31': exactly(1), '2023-02-28': exactly(1) })).toMatchObject({ truth: 'holds', day: '2023-02-28' })
  })
  test('what has no day, or no upper bound, leaves it open', () => {
    expect(ask(two, { '2023-03-15': exactly(1) }, exactly(2)).truth).toBe('unknown')
    expect(ask(two, { '2023-03-15': { min: 1, max: null } }).truth).toBe('unknown')
    expect(ask(two, {}, null).truth).toBe('unknown')
  })
})

test('a fact of the unit that nobody established is asked for', () => {
  const trigger: Trigger = { unit: { fact: 'unit.knew', operator: 'equal', value: true } }
  expect(triggerAnswer(trigger, context({}))).toMatchObject({ truth: 'unknown', missing: [{ fact: 'unit.knew', question: 'unit.knew？' }] })
  const knew = (value: boolean) => new Map([['unit.knew', value]])
  const states = [
    { day: null, facts: new Map() },
    { day: '2023-02-01', facts: knew(true) },
    { day: '2023-03-01', facts: knew(false) },
  ]
  expect(triggerAnswer(trigger, { ...context({}), established: states }).truth).toBe('fails')
  const again = { day: '2023-04-01', facts: knew(true) }
  const still = { day: '2023-05-01', facts: knew(true) }
  expect(triggerAnswer(trigger, { ...context({}), established: states.slice(0, 2) })).toMatchObject({ truth: 'holds', day: '2023-02-01', missing: [] })
  expect(triggerAnswer(trigger, { ...context({}), established: [...states, again, still] })).toMatchObject({ truth: 'holds', day: '2023-04-01' })
  expect(triggerAnswer(trigger, { ...context({}), established: [{ day: null, facts: knew(true) }] })).toMatchObject({ truth: 'holds', day: null })
  expect(triggerAnswer(trigger, { ...context({}), established: [...states.slice(0, 1), ...states.slice(2)] }).truth).toBe('fails')
})

test('a duty that does not appear is unknown, not done', () => {
  expect(triggerAnswer({ duty: 'weekly', state: 'missing', times: 1 }, context({})).truth).toBe('unknown')
})

const dated = fc.dictionary(
  fc.integer({ min: 1, max: 90 }).map((n) => new Date(Date.UTC(2023, 0, n)).toISOString().slice(0, 10)),
  fc
    .record({ min: fc.integer({ min: 0, max: 2 }), gap: fc.option(fc.integer({ min: 0, max: 2 })) })
    .map(({ min, gap }) => ({ min, max: gap === null ? null : min + gap })),
  { maxKeys: 5 },
)
const triggers = fc.record({
  figure: fc.constant(mines),
  compare: fc.constantFrom('at-least' as const, 'more-than' as const),
  value: fc.integer({ min: 1, max: 5 }),
  within: fc.constantFrom(undefined, { months: 1 }, { days: 10 }),
})

test('filling a gap never overturns a settled state', () => {
  fc.assert(
    fc.property(dated, triggers, fc.integer({ min: 0, max: 4 }), (days, trigger, more) => {
      const before = ask(trigger, days).truth
      const filled = Object.fromEntries(Object.entries(days).map(([day, { min, max }]) => [day, exactly(Math.min(max ?? min + more, min + more))]))
      if (before !== 'unknown') expect(ask(trigger, filled).truth).toBe(before)
    }),
    { numRuns: 500 },
  )
})
test('more events never turn established into anything else', () => {
  fc.assert(
    fc.property(dated, dated, triggers, (days, others, trigger) => {
      if (ask(trigger, days).truth !== 'holds') return
      const added = { ...days }
      for (const [day, { min, max }] of Object.entries(others)) {
        const old = added[day] ?? exactly(0)
        added[day] = { min: old.min + min, max: old.max === null || max === null ? null : old.max + max }
      }
      expect(ask(trigger, added).truth).toBe('holds')
    }),
    { numRuns: 500 },
  )
})
