import type { FactValue, TimeLimit, TimeLimitEdition } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { fact, pack, ruleset, withFacts } from '../../test/support/builders.js'
import { dueOf } from './due.js'

const rules = ruleset(
  pack({ facts: withFacts(fact('progress.filedOn', { type: 'date', title: '立案日期' }), fact('progress.acceptedOn', { type: 'date', title: '受理日期' })) }),
)
const limit = (amount: number, unit: TimeLimitEdition['unit'], extra: Partial<TimeLimitEdition> = {}): TimeLimit => ({
  id: 'limit',
  title: '期限',
  editions: [
    {
      inForce: { from: '2021-07-15' },
      basis: { instrument: 'test-law', article: '1' },
      start: 'progress.filedOn',
      amount,
      unit,
      verification: { status: 'primary-text', dates: 'text' },
      ...extra,
    },
  ],
})
const due = (of: TimeLimit, known: Readonly<Record<string, FactValue>>, decidedOn = '2023-06-01') => dueOf(of, new Map(Object.entries(known)), decidedOn, rules)

describe('when an action is due', () => {
  test('ninety days are calendar days, from the day after', () => {
    expect(due(limit(90, 'calendar-day'), { 'progress.filedOn': '2023-01-11' })).toMatchObject({
      date: '2023-04-11',
      earliest: '2023-04-11',
      latest: '2023-04-11',
      certain: true,
      rule: '自立案日期起 90 日（自然日）（测试法 1）',
    })
  })

  test('seven working days leave out the Spring Festival, and the counting says so', () => {
    // 2023: holiday from January 21 to 27, work on Saturday the 28th and Sunday the 29th.
    const found = due(limit(7, 'working-day'), { 'progress.filedOn': '2023-01-18' })
    expect(found).toMatchObject({ date: '2023-02-01', certain: true })
    expect(found?.counting.join('\n')).toContain('春节')
    expect(found?.counting.join('\n')).toContain('2023-01-18：起算日，不计')
  })

  test.each([
    [24, '2023-01-19', '2023-01-19', true],
    [36, '2023-01-19', '2023-01-20', false],
    [48, '2023-01-20', '2023-01-20', true],
  ])('%i hours from an hour that is not on record end between %s and %s', (hours, earliest, latest, certain) => {
    expect(due(limit(hours, 'hour'), { 'progress.filedOn': '2023-01-18' })).toMatchObject({ date: latest, earliest, latest, certain })
  })

  test('an unknown start gives the rule, and no day', () => {
    expect(due(limit(7, 'working-day'), {})).toEqual({ date: null, certain: false, rule: '自立案日期起 7 个工作日（测试法 1）', counting: [] })
  })

  test('past the last holiday notice the day is provisional, between an earliest and a latest', () => {
    const found = due(limit(7, 'working-day'), { 'progress.filedOn': '2026-12-22' }, '2026-12-22')
    expect(found?.certain).toBe(false)
    expect([found?.earliest, found?.date, found?.latest].every((day, index, days) => index === 0 || String(days[index - 1]) <= String(day))).toBe(true)
    expect(found?.earliest).not.toBe(found?.latest)
  })

  test('a limit in calendar days needs no notice', () => {
    expect(due(limit(90, 'calendar-day'), { 'progress.filedOn': '2026-12-22' }, '2026-12-22')).toMatchObject({ date: '2027-03-22', certain: true })
  })
})

describe('editions of a time limit', () => {
  const two: TimeLimit = {
    ...limit(30, 'calendar-day', { inForce: { from: '2013-01-01', to: '2025-12-31' } }),
    editions: [
      ...limit(30, 'calendar-day', { inForce: { from: '2013-01-01', to: '2025-12-31' } }).editions,
      ...limit(60, 'calendar-day', { inForce: { from: '2026-01-01' }, start: 'progress.acceptedOn' }).editions,
    ],
  }

  test('the step is governed by the edition of the day on which it is taken', () => {
    expect(due(two, { 'progress.filedOn': '2025-12-30' }, '2026-02-01')?.date).toBe('2026-01-29')
    expect(due(two, { 'progress.acceptedOn': '2026-01-02' }, '2026-02-01')?.date).toBe('2026-03-03')
  })

  test('a step not taken yet is governed by the edition of the day of the decision', () => {
    expect(due(two, {}, '2025-06-01')?.rule).toBe('自立案日期起 30 日（自然日）（测试法 1）')
    expect(due(two, {}, '2026-06-01')?.rule).toBe('自受理日期起 60 日（自然日）（测试法 1）')
  })

  test('a step taken before the first edition that was read has no counted day', () => {
    const found = due(two, { 'progress.filedOn': '2012-06-01' })
    expect(found).toMatchObject({ date: null, certain: false, counting: [] })
    expect(found?.rule).toContain('没有读到')
  })

  test('before the first edition there is no limit to give', () => {
    expect(due(limit(7, 'working-day'), {}, '2020-01-01')).toBeUndefined()
  })
})
