/** What cannot be used in an appraisal: named with its place and its remedy, left out, and the rest counts. */
import { readFileSync } from 'node:fs'
import { occurrencesOf } from '@hegui/calendar'
import { appraise, createRuleset } from '@hegui/engine'
import type { AppraisalFile, AppraisalRequest, Pack } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { packs, rules } from './packs/support/shipped.js'

const folder = new URL('../../../examples/appraisals/changjianglu-2016/', import.meta.url)
const file = JSON.parse(readFileSync(new URL('appraisal.json', folder), 'utf8')) as AppraisalFile
const records = readFileSync(new URL('records.ndjson', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly id: string })
const request: AppraisalRequest = {
  plan: 'changjianglu-2016',
  unit: 'community-jia',
  period: { from: '2016-12-26', to: '2017-02-16' },
  now: '2017-02-20',
}

/** Codes with their places, and the words a person reads; with what could still be said about the unit. */
function told(change: Partial<Record<keyof AppraisalFile, unknown>>, asked: Partial<AppraisalRequest> = {}, given: readonly unknown[] = records) {
  const result = appraise({ ...request, ...asked }, rules, { file: { ...file, ...change }, records: given })
  return {
    problems: result.problems.map(({ code, path }) => `${code} ${path.slice(0, 4).join('.')}`),
    words: result.problems.map(({ message, help }) => `${message} ${help}`),
    duties: result.ok ? result.appraisal.duties.length : null,
    met: result.ok ? result.appraisal.duties.filter(({ state }) => state === 'met').length : null,
    records: result.ok ? result.appraisal.records : null,
  }
}
const whole = told({})
const [first, ...others] = file.submissions ?? []

test('the example itself has no problem', () => {
  expect([whole.problems, whole.met]).toEqual([[], 7])
})

describe('the five that are looked for', () => {
  test('a submission before the plan', () => {
    const found = told({ submissions: [{ ...first, on: '2015-01-01' }, ...others] })
    expect(found.problems).toEqual(['HG8015 file.submissions.0.on'])
    expect(found.words).toMatchInlineSnapshot(`
      [
        "报送 “community-jia-mobilise” 的日期 2015-01-01 早于方案：方案期间开始于2016-12-26。 核对日期；方案以前做的不算方案的报送，没有计入。",
      ]
    `)
    expect([found.duties, found.met]).toEqual([whole.duties, 6])
  })

  test('a unit outside the matrix', () => {
    const school = { id: 'school', title: '某小学', organ: 'school', region: '410103099001' }
    const found = told({ units: [...file.units, school] }, { unit: 'school' })
    expect(found.problems).toEqual(['HG8014 file.units.3.organ'])
    expect(found.words).toMatchInlineSnapshot(`
      [
        "单位 “school” 不在方案 “changjianglu-2016” 的责任矩阵里：职责、分工、追责都没有写到“学校”。 核对 organ；按分工承担的，在 responsibilities 里写明是方案的哪个分工（subdistrict-coordination、community-implementation、village-supervision、unit-working-body）。",
      ]
    `)
    expect(told({ units: [...file.units, school] })).toEqual(whole)
  })

  test('overlapping stages', () => {
    const changed = packs.map((pack): Pack => {
      const plans = pack.plans.map((plan) =>
        plan.id === 'changjianglu-2016'
          ? { ...plan, stages: plan.stages.map((stage, index) => (index === 1 ? { ...stage, from: '2016-12-28' } : stage)) }
          : plan,
      )
      return { ...pack, plans }
    })
    const result = createRuleset(changed)
    const found = result.problems.filter(({ code }) => code === 'HG4021')
    expect(found.map(({ path }) => path.slice(1).join('.'))).toEqual(['plans.0.stages.1'])
    expect(found.map(({ message, help }) => `${message} ${help}`)).toMatchInlineSnapshot(`
      [
        "阶段 “enforcement” 同阶段 “mobilisation” 重叠：2016-12-28 至 2017-01-06。 核对起止；原文让它们同时进行的，在其中一个写 "concurrent": true。",
      ]
    `)
    expect(result.ok).toBe(true)
  })

  test('a figure without unit', () => {
    const { measuredIn: _, ...figure } = file.figures?.[0] ?? expect.fail('no figure')
    const found = told({ figures: [figure] })
    expect(found.problems).toEqual(['HG2001 file.figures.0.measuredIn'])
    expect(found.words).toMatchInlineSnapshot(`
      [
        "缺少必填项 “measuredIn”。 补上 “measuredIn”。",
      ]
    `)
    expect([found.duties, found.met]).toEqual([whole.duties, whole.met])
  })

  test('an unknown year: a day that hangs on holidays nobody announced is a span, and says so', () => {
    const monthly = { every: 'month', byDays: [15], onHoliday: 'moves-to-next-workday' } as const
    const { occurrences } = occurrencesOf(monthly, { from: '2027-05-01', to: '2027-05-31' })
    const [may] = occurrences
    expect(may?.due.earliest).not.toBe(may?.due.latest)
    expect(may?.note).toMatchInlineSnapshot(`"2027-05-15以后的放假安排没有公布，截止日最早2027-05-15，最晚2027-05-28。"`)
  })
})

describe('besides', () => {
  test.each([
    ['a time the duty does not have', { submissions: [{ ...first, for: '2031-W01' }, ...others] }, ['HG8018 file.submissions.0.for']],
    ['a submission of an unknown duty', { submissions: [{ ...first, duty: 'mobilize' }, ...others] }, ['HG8012 file.submissions.0.duty']],
    ['submissions that are no list', { submissions: 3 }, ['HG2003 file.submissions']],
    [
      'a fact nobody can establish of a unit',
      { established: [{ unit: 'community-jia', fact: 'licence.status', value: 'none', source: '通报' }] },
      ['HG8022 file.established.0.fact'],
    ],
    ['a reading of something that has none', { readings: { 'grid-responsibility': 'either' } }, ['HG8012 file.readings.grid-responsibility']],
  ] as const)('%s', (_, change, expected) => {
    const found = told(change)
    expect(found.problems).toEqual(expected)
    expect(found.duties).toBe(whole.duties)
  })

  test('a record given twice counts once', () => {
    const found = told({}, {}, [...records, ...records])
    expect(found.problems).toEqual(records.map((_, index) => `HG8006 records.${records.length + index}.id`))
    expect(found.records).toBe(records.length)
  })

  const deep = (levels: number): unknown => {
    let value: unknown = 'x'
    for (let level = 0; level < levels; level++) value = [value]
    return value
  }
  test.each([
    ['a prototype', { ...file, ...JSON.parse('{"__proto__":{"polluted":true}}') }],
    ['10 000 levels', { ...file, submissions: deep(10_000) }],
    ['a huge number', { ...file, figures: [{ id: 'f', figure: 'tables-on-time-rate', unit: 'community-jia', value: 1e308, measuredIn: '%', source: '某处' }] }],
    ['a very long id', { ...file, submissions: [{ id: 'x'.repeat(1_000_000), duty: 'mobilise', unit: 'community-jia', on: '2016-12-29' }] }],
    ['ten thousand wrong entries', { ...file, submissions: Array.from({ length: 10_000 }, () => ({ id: 3 })) }],
    ['something that is not JSON at all', { ...file, submissions: [() => 1, Symbol('x'), 10n] }],
  ])('%s neither crashes nor pollutes', (_, value) => {
    const result = appraise(request, rules, { file: value, records })
    expect(Array.isArray(result.problems)).toBe(true)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
