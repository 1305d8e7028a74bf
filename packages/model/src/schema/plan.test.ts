import { describe, expect, test } from 'vitest'
import { pack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { checkReferences } from '../check/references.js'
import { checkShape } from '../check/shape.js'
import type { Pack } from './pack.js'
import { membersOf, type Plan, planSchema } from './plan.js'
import { earliestOf, latestOf } from './primitives.js'

const plan = pack.plans[0] ?? expect.fail()
type Path = readonly (string | number)[]
const problems = (...changes: readonly (readonly [Path, unknown])[]): readonly string[] =>
  said(
    checkShape(
      planSchema,
      changes.reduce<unknown>((whole, [at, part]) => replaced(whole, at, part), plan),
    ),
  )

const june = { earliest: '2019-06-01', latest: '2019-06-10', wording: '6月上旬' }
const start = { earliest: null, latest: '2019-05-31', wording: '即日起' }
const ends = [
  { id: 'preamble', title: '开头', day: { earliest: '2019-10-01', latest: '2019-10-10', wording: '安保结束' } },
  { id: 'stage', title: '第三阶段', day: '2019-12-31' },
]

describe('a day the text leaves open', () => {
  test('is an interval, open at its beginning or not', () => {
    expect([earliestOf(june), latestOf(june), earliestOf(start), latestOf(start), earliestOf('2019-12-31'), latestOf('2019-12-31')]).toEqual([
      '2019-06-01',
      '2019-06-10',
      null,
      '2019-05-31',
      '2019-12-31',
      '2019-12-31',
    ])
    expect(problems([['issuedOn'], start])).toEqual([])
    expect(problems([['issuedOn'], { ...june, earliest: '2019-06-10' }])).toEqual([])
  })

  test('does not end before it begins', () => {
    expect(problems([['issuedOn'], { ...june, earliest: '2019-06-11' }])).toEqual(['HG2007 issuedOn'])
  })

  test('says how the text puts it', () => {
    expect(problems([['issuedOn'], { earliest: null, latest: '2019-05-31' }])).toEqual(['HG2001 issuedOn.wording'])
  })

  test('may bound a stage and a duty done once', () => {
    const stage = { id: 'one', title: '动员', from: start, to: june, tasks: ['部署'] }
    const duty = { id: 'report', title: '汇报', by: ['county-government'], recurrence: { every: 'once', by: june } }
    expect(problems([['stages'], [stage]], [['duties'], [duty]])).toEqual([])
  })
})

describe('the bounds of a plan', () => {
  test('leave inForce as their widest range', () => {
    expect(problems([['inForce'], { from: null, to: '2019-12-31' }], [['bounds'], { from: start, to: ends }])).toEqual([])
  })

  test.each([
    ['an earlier beginning', { from: '2019-01-01', to: '2019-12-31' }],
    ['the earlier end', { from: null, to: '2019-10-10' }],
    ['no end', { from: null }],
  ])('are not those of %s', (_, inForce) => {
    expect(problems([['inForce'], inForce], [['bounds'], { from: start, to: ends }])).toEqual(['HG2011 inForce'])
  })
})

test('an end names only clauses of its plan', () => {
  const at = { ...plan, inForce: { from: null, to: '2019-12-31' }, bounds: { from: start, to: [{ ...ends[1], clauses: ['99', plan.clauses[0]?.id] }] } }
  expect(said(checkReferences([replaced(pack, ['plans', 0], at)] as Pack[]))).toEqual(['HG4006 0.plans.0.bounds.to.0.clauses.0'])
})

describe('recurrence', () => {
  const duty = (recurrence: unknown): readonly string[] => problems([['duties'], [{ id: 'report', title: '报送', by: ['county-government'], recurrence }]])

  test.each([
    [{ every: 'week', times: 1 }],
    [{ every: 'week', weekday: 3, before: '12:00' }],
    [{ every: 'two-weeks', anchor: null }],
    [{ every: 'two-weeks', anchor: '2019-06-03' }],
    [{ every: 'month', byDays: [15, 30] }],
    [{ every: 'month', times: 1 }],
    [{ every: 'action' }],
  ])('%j is a form of it', (recurrence) => {
    expect(duty(recurrence)).toEqual([])
  })

  test.each([[{ every: 'two-weeks' }], [{ every: 'month', byDays: [] }], [{ every: 'month', byDays: [32] }], [{ every: 'fortnight', times: 1 }]])(
    '%j is none',
    (recurrence) => {
      expect(duty(recurrence).length).toBeGreaterThan(0)
    },
  )
})

describe('a role', () => {
  const role = { id: 'group', title: '工作组', lead: ['emergency-management'], organs: ['nobody'], tasks: ['检查'] } satisfies Plan['roles'][number]

  test('has those who lead, then those responsible', () => {
    expect(membersOf(role)).toEqual(['emergency-management', 'nobody'])
    expect(membersOf({ id: 'group', title: '工作组', organs: ['nobody'], tasks: ['检查'] })).toEqual(['nobody'])
  })

  test('names only organs on file, in either list', () => {
    const packs = [replaced(pack, ['plans', 0, 'roles'], [role, { ...role, id: 'other', lead: ['somebody'], organs: ['emergency-management'] }])]
    expect(said(checkReferences(packs as Pack[]))).toEqual(['HG4007 0.plans.0.roles.0.organs.0', 'HG4007 0.plans.0.roles.1.lead.0'])
  })
})

test('an aim of a target has a figure and a unit', () => {
  const target = (aim: unknown): readonly string[] =>
    problems([['targets'], [{ id: 'pm25', title: 'PM2.5', defined: true, items: [{ id: 'mean', title: '年均浓度', aim }] }]])
  expect(target({ compare: 'below', value: 51, unit: '微克/立方米', against: 'level' })).toEqual([])
  expect(target({ compare: 'below', value: 51, against: 'level' })).toEqual(['HG2001 targets.0.items.0.aim.unit'])
})

describe('a consequence for officials', () => {
  const item = { id: 'blame', title: '追责', trigger: '失职', officials: ['county-government'], backing: 'internal' }
  const consequences = (...consequence: readonly unknown[]) => problems([['accountability'], [{ ...item, consequence }]])

  test('names its kind and the office it falls on; the words of the text alone are none', () => {
    expect(consequences({ kind: 'talk', title: '约谈', on: 'principal' })).toEqual([])
    expect(consequences('约谈')).toEqual(['HG2003 accountability.0.consequence.0'])
    expect(consequences({ kind: 'talk', title: '约谈' })).toEqual(['HG2001 accountability.0.consequence.0.on'])
    expect(consequences({ kind: 'talk', title: '约谈', on: 'the-mayor' })).toEqual(['HG2004 accountability.0.consequence.0.on'])
  })

  test('has grades that the law knows, or none', () => {
    expect(consequences({ kind: 'sanction', title: '处分', on: 'principal', sanctions: ['demotion', 'removal'] })).toEqual([])
    expect(consequences({ kind: 'sanction', title: '处分', on: 'principal', sanctions: ['fine'] })).toEqual([
      'HG2004 accountability.0.consequence.0.sanctions.0',
    ])
    expect(consequences({ kind: 'sanction', title: '处分', on: 'principal', sanctions: [] })).toEqual(['HG2008 accountability.0.consequence.0.sanctions'])
  })
})
