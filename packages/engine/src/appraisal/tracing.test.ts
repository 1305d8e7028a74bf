import type { Plan, Trace, Unit } from '@hegui/model'
import { expect, test } from 'vitest'
import { fact, pack, planOf, rule, ruleset, withFacts } from '../../test/support/builders.js'
import { tracingsOf } from './tracing.js'

const measureOf = (direction: Trace['direction'], roles?: readonly string[]): Plan['measures'][number] => ({
  id: `trace-${direction}`,
  title: `倒查 ${direction}`,
  clause: '1',
  kind: 'tracing',
  onViolationOf: ['test/only'],
  internal: { assignee: 'inspecting-organ', basis: [{ instrument: 'test-law', article: '1' }] },
  tracing: { direction, ...(roles === undefined ? {} : { roles }) },
  routes: [],
  whenNone: { reason: '没有依据。', alternative: '调查。' },
})
const plan = planOf({
  measures: [measureOf('source'), measureOf('destination'), measureOf('supervisor', ['patrol'])],
  roles: [
    { id: 'patrol', title: '巡查组', lead: ['town'], organs: ['village'], tasks: ['巡查', '报告'] },
    { id: 'publicity', title: '宣传组', organs: ['bureau'], tasks: ['宣传'] },
  ],
})
const rules = ruleset(pack({ facts: withFacts(fact('test.from', { type: 'text' })), rules: [rule('only', { title: '无证生产' })], plans: [plan] }))

const unitOf = (id: string, region: string, responsibilities: Unit['responsibilities'] = []): Unit => ({
  id,
  title: id,
  organ: 'village',
  region,
  responsibilities,
})
const county = unitOf('county', '500241', [{ role: 'patrol' }])
const early = unitOf('early', '500241107001', [{ role: 'patrol', area: '东片', period: { from: '2023-01-01', to: '2023-06-30' }, duty: '每周巡查' }])
const late = unitOf('late', '500241107', [{ role: 'patrol', region: '500241107001', period: { from: '2023-07-01', to: '2023-12-31' } }])
const elsewhere = unitOf('elsewhere', '500241108', [{ role: 'patrol' }])
const publicist = unitOf('publicist', '500241107001', [{ role: 'publicity' }])
const register = [county, publicist, late, elsewhere, early]

const trace = (extra: Partial<Trace> = {}): Trace => ({
  record: 'R1',
  region: '500241107001',
  day: '2023-08-01',
  act: { from: '2023-03-01', to: '2023-03-01', dated: true },
  conduct: 'c',
  rules: ['test/only'],
  direction: 'supervisor',
  measure: `trace-${extra.direction ?? 'supervisor'}`,
  known: [],
  missing: [],
  clauses: ['1'],
  ...extra,
})
const period = { from: '2023-01-01', to: '2023-12-31' }
const traced = (each: Trace, { unit = county, units = register, days = period }: { unit?: Unit; units?: readonly Unit[]; days?: typeof period } = {}) =>
  tracingsOf(plan, unit, units, { traces: { listed: [each], more: 4 } }, { period: days }, rules)
const one = (each: Trace, options: Parameters<typeof traced>[1] = {}) => traced(each, options).tracings[0] ?? expect.fail('no tracing')
const act = (from: string | null, to: string, dated = true): Partial<Trace> => ({ act: { from, to, dated } })

test('who was responsible then: the smallest area first, every level, not who came later, not who does something else', () => {
  expect(one(trace()).whom).toEqual([
    { unit: 'early', title: 'early', role: 'patrol', duty: '每周巡查', from: '2023-01-01', to: '2023-06-30' },
    { unit: 'county', title: 'county', role: 'patrol', duty: null, from: '2023-01-01', to: '2023-12-31' },
  ])
  const named = (extra: Partial<Trace>) => one(trace(extra)).whom.map(({ unit }) => unit)
  expect(named(act('2023-06-30', '2023-06-30'))).toEqual(['early', 'county'])
  expect(named(act('2023-07-01', '2023-07-01'))).toEqual(['late', 'county'])
  expect(named(act('2023-06-01', '2023-07-20'))).toEqual(['early', 'late', 'county'])
})

test('the reason names the violation, the clause, and why this unit', () => {
  const { reason } = one(trace(act('2023-06-01', '2023-07-20')))
  expect(reason).toContain('行为 c（2023-06-01 至 2023-07-20）认定成立：“无证生产”。')
  expect(reason).toContain('方案 1 要求“倒查 supervisor”，由组织检查的机关查，是内部工作，不是对当事人的措施。')
  expect(reason).toContain('early：2023-01-01 至 2023-06-30按分工“巡查组”负责东片，违法（2023-06-01 至 2023-07-20）的一部分在这段时间。')
  expect(one(trace()).reason).toContain('负责东片，违法在这段时间。')
})

test('an act without a day names nobody: who may have been responsible is a question', () => {
  const { whom, questions } = one(trace(act(null, '2023-08-01', false)))
  expect(whom.every(({ unit }) => unit === null)).toBe(true)
  expect(questions).toContain('conduct.date？')
  expect(questions.join()).toContain('early（2023-01-01 至 2023-06-30）、late（2023-07-01 至 2023-12-31）、county（2023-01-01 至 2023-12-31）')
})

test('an act that ended on a known day names who was responsible on that day', () => {
  const { whom, questions } = one(trace(act(null, '2023-07-02')))
  expect(whom.map(({ unit }) => unit)).toEqual(['late', 'county'])
  expect(questions.join()).toContain('early')
})

test('where nobody on the register covers it: the organs of the plan, those that lead first, and a question', () => {
  const { whom, questions } = one(trace(), { units: [elsewhere, publicist] })
  expect(whom.map(({ unit, title, duty }) => [unit, title, duty])).toEqual([
    [null, '镇政府（牵头）', '巡查；报告'],
    [null, '村委会', '巡查；报告'],
  ])
  expect(questions).toEqual(['违法期间，由哪个单位、哪个岗位负责监管这个地方？'])
})

test('before the plan nobody had been given anything by it', () => {
  const { whom, reason, questions } = one(trace(act('2022-03-01', '2022-03-01')))
  expect(whom).toEqual([])
  expect(reason).toContain('不在方案期间（2023-01-01 至 2023-12-31）以内')
  expect(questions).toHaveLength(1)
})

test('of the region and the period; what is not certain of the region is included, and said', () => {
  expect(traced(trace(), { unit: elsewhere }).tracings).toEqual([])
  expect(traced(trace(), { days: { from: '2023-01-01', to: '2023-07-31' } }).tracings).toEqual([])
  expect(traced(trace(), { days: { from: '2023-08-01', to: '2023-08-01' } })).toMatchObject({ tracings: [{ record: 'R1' }], more: 4 })
  expect(one(trace({ region: null })).reason).toContain('没有写地区')
  expect(one(trace({ region: null })).questions[0]).toBe('record.region？')
  const coarse = one(trace({ region: '500241' }), { unit: early })
  expect(coarse.reason).toContain('只写到秀山土家族苗族自治县')
  expect(coarse.whom.map(({ unit }) => unit)).toEqual(['county'])
  expect(coarse.questions.join()).toContain('是不是由early')
})

test('source and destination: what is known, and the questions of the vocabulary for the rest', () => {
  const known = [{ fact: 'test.a', value: '是' }]
  expect(one(trace({ direction: 'source', known, missing: ['test.from'] }))).toMatchObject({ whom: [], known, questions: ['test.from？'] })
  expect(one(trace({ direction: 'source', known })).questions).toEqual([])
  expect(one(trace({ direction: 'destination' })).questions).toEqual(['货物到哪里去了？'])
})
