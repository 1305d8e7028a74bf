/** `appraise` with the shipped plans and the example appraisals: every part, in any order, whole or merged. */
import { readFileSync } from 'node:fs'
import { type AppraiseInput, aggregateOf, appraise, appraiseAsync } from '@hegui/engine'
import { type Appraisal, type AppraisalFile, type AppraisalRequest, appraisalSchema, type InspectionRecord } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { allPlans, rules } from './support/shipped.js'

const folder = new URL('../../../../examples/appraisals/', import.meta.url)
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const fileOf = (name: string) => JSON.parse(text(`${name}/appraisal.json`)) as AppraisalFile
const recordsOf = (name: string) =>
  text(`${name}/records.ndjson`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as InspectionRecord)

const requests: readonly AppraisalRequest[] = [
  { plan: 'baiyang-2019', unit: 'community-1', period: { from: '2019-11-25', to: '2020-02-28' }, now: '2020-03-01' },
  { plan: 'changjianglu-2016', unit: 'community-jia', period: { from: '2016-12-26', to: '2017-02-16' }, now: '2017-02-20' },
  { plan: 'forestry-summary', unit: 'forestry-bureau', period: { from: '2010-01-01', to: '2012-12-31' }, now: '2013-01-01' },
  { plan: 'huichang-2012', unit: 'township', period: { from: '2012-07-18', to: '2012-09-28' }, now: '2012-10-01' },
  { plan: 'urban-order-2019', unit: 'public-security', period: { from: '2019-03-01', to: '2019-12-31' }, now: '2020-01-02' },
].map((request) => {
  const { units } = fileOf(request.plan)
  return units.some(({ id }) => id === request.unit) ? request : { ...request, unit: units[0]?.id ?? '' }
})
const inputOf = (plan: string): AppraiseInput => ({ file: fileOf(plan), records: recordsOf(plan), source: plan })

function appraised(request: AppraisalRequest, input: AppraiseInput = inputOf(request.plan)): Appraisal {
  const result = appraise(request, rules, input)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  expect(result.problems.map(({ code, path, message }) => `${code} ${path.join('/')} ${message}`)).toEqual([])
  return result.appraisal
}

describe.each(requests)('$plan, $unit', (request) => {
  const plan = allPlans.find(({ id }) => id === request.plan) ?? expect.fail(request.plan)
  const appraisal = appraised(request)

  test('has the shape of its schema, and every stage, target and statistic of the plan', () => {
    expect(appraisalSchema.safeParse(appraisal).error?.issues ?? []).toEqual([])
    expect(appraisal.stages.map(({ stage }) => stage)).toEqual(plan.stages.map(({ id }) => id))
    expect(new Set(appraisal.targets.map(({ target }) => target))).toEqual(new Set(plan.targets.map(({ id }) => id)))
    expect(appraisal.statistics.map(({ statistic }) => statistic)).toEqual((plan.statistics ?? []).map(({ id }) => id))
    expect(appraisal.records).toBe(recordsOf(request.plan).length)
  })

  test('comes to the same bytes in another order of the records, and when they arrive one by one', async () => {
    const reversed = appraised(request, { ...inputOf(request.plan), records: [...recordsOf(request.plan)].reverse() })
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(appraisal))
    async function* stream() {
      for (const record of recordsOf(request.plan)) yield record
    }
    const streamed = await appraiseAsync(request, rules, { ...inputOf(request.plan), records: stream() })
    expect(streamed.ok && JSON.stringify(streamed.appraisal)).toBe(JSON.stringify(appraisal))
  })

  test('comes to the same from two aggregates saved apart', () => {
    const records = recordsOf(request.plan)
    const half = (part: number) =>
      aggregateOf(
        records.filter((_, index) => index % 2 === part),
        rules,
        { plan, file: fileOf(request.plan), source: `part-${part}` },
      ).aggregate
    const merged = appraised(request, { file: fileOf(request.plan), aggregates: [half(1), JSON.parse(JSON.stringify(half(0)))] })
    expect({ ...merged, inputHash: '' }).toEqual({ ...appraisal, inputHash: '' })
  })
})

describe('the summary tables out of records', () => {
  test.each([['forestry-summary'], ['huichang-2012']])('%s: every figure is the reported one', (plan) => {
    const appraisal = appraised(requests.find((each) => each.plan === plan) ?? expect.fail(plan))
    const compared = appraisal.statistics.filter(({ formula }) => formula !== null)
    expect(compared.length).toBeGreaterThanOrEqual(5)
    for (const { statistic, comparison, reported, value } of compared) {
      // 余: a lower bound in the report, and in the records; the two agree on it without being the same number.
      expect([statistic, comparison, value?.min]).toEqual([statistic, reported?.max === null ? 'consistent' : 'equal', reported?.min])
    }
  })
})

describe('what cannot be used', () => {
  const request = requests[1] ?? expect.fail('no request')

  test('a record with problems is named and left out, the others count', () => {
    const [first, ...rest] = recordsOf(request.plan)
    const result = appraise(request, rules, { file: fileOf(request.plan), records: [{ ...first, inspectedOn: '2017-02-30' }, ...rest] })
    expect(result.problems.map(({ code, path }) => [code, path])).toEqual([['HG2006', ['records', 0, 'inspectedOn']]])
    expect(result.ok && result.appraisal.records).toBe(rest.length)
  })

  test('an aggregate of another plan, one that is none, and one counted twice', () => {
    const plan = allPlans.find(({ id }) => id === 'huichang-2012') ?? expect.fail('plan')
    const other = aggregateOf([], rules, { plan, source: 'x' }).aggregate
    const own = aggregateOf(recordsOf(request.plan), rules, {
      plan: allPlans.find(({ id }) => id === request.plan) ?? expect.fail('plan'),
      source: 'y',
    }).aggregate
    const result = appraise(request, rules, { file: fileOf(request.plan), aggregates: [other, { cells: 3 }, own, own] })
    expect(result.problems.map(({ code, path }) => `${code} ${path.slice(0, 2).join('/')}`).filter((each) => !each.startsWith('HG2'))).toEqual([
      'HG8003 aggregates/0',
      'HG8005 aggregates/3',
    ])
    expect(result.problems.filter(({ code }) => code.startsWith('HG2')).every(({ path }) => path[0] === 'aggregates' && path[1] === 1)).toBe(true)
    expect(result.ok && result.appraisal.records).toBe(recordsOf(request.plan).length)
  })

  test.each([
    ['an unknown plan', { plan: 'changjianglu-2061' }, ['HG8002']],
    ['an unknown unit', { unit: 'community-bing' }, ['HG8012']],
    ['a period before the plan', { period: { from: '2015-01-01', to: '2015-12-31' } }, ['HG8021']],
    ['a period that ends before it begins', { period: { from: '2017-02-01', to: '2017-01-01' } }, ['HG2007']],
  ])('%s leaves nothing to appraise', (_, change, codes) => {
    const result = appraise({ ...request, ...change }, rules, inputOf(request.plan))
    expect([result.ok, result.problems.map(({ code }) => code)]).toEqual([false, codes])
  })

  test.each([[null], [undefined], [[]], ['x'], [{ units: 3 }], [JSON.parse('{"units":[{"__proto__":{"polluted":1},"id":"a"}]}')]])(
    'a file that is none: %j',
    (file) => {
      const result = appraise(request, rules, { file })
      expect(result.ok).toBe(false)
      expect(result.problems.length).toBeGreaterThan(0)
      expect(({} as { polluted?: number }).polluted).toBeUndefined()
    },
  )
})

test('what comes after the moment looked at is not seen, and an open period decides only what cannot change', () => {
  const request = requests[2] ?? expect.fail('no request')
  const early = appraised({ ...request, now: '2010-01-02' })
  expect(early.statistics.find(({ statistic }) => statistic === 'officers')?.value).toEqual({ min: 0, max: 0 })
})
