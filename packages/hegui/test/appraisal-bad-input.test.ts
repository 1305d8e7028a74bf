/** Bad input of an appraisal: a clear problem each, with its place, and nothing else of the material lost by it. */
import { readFileSync } from 'node:fs'
import { appraise, createRuleset, type Ruleset } from '@hegui/engine'
import { type Appraisal, appraisalSchema, type Plan, type Problem } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { packs, rules } from './packs/support/shipped.js'

const folder = new URL('../../../examples/appraisals/changjianglu-2016/', import.meta.url)
interface Material {
  units: unknown[]
  submissions: unknown[]
  figures: unknown[]
  targets: unknown[]
}
/** The example, with what `change` adds to it. */
function material(change: (file: Material) => void = () => {}): Material {
  const file = { figures: [], targets: [], ...JSON.parse(readFileSync(new URL('appraisal.json', folder), 'utf8')) } as Material
  change(file)
  return file
}
const records: readonly unknown[] = readFileSync(new URL('records.ndjson', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const request = { plan: 'changjianglu-2016', unit: 'community-jia', period: { from: '2016-12-26', to: '2017-02-17' }, now: '2017-04-10' }

interface Given {
  readonly file?: unknown
  readonly records?: readonly unknown[]
  readonly asked?: Partial<typeof request>
  readonly ruleset?: Ruleset
}
const result = ({ file = material(), records: given = records, asked = {}, ruleset = rules }: Given = {}) =>
  appraise({ ...request, ...asked }, ruleset, { file, records: given })

function appraised(given: Given = {}): { readonly appraisal: Appraisal; readonly problems: readonly Problem[] } {
  const found = result(given)
  return found.ok ? found : expect.fail(JSON.stringify(found.problems))
}
const placed = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path.join('.')}`)
const texts = (problems: readonly Problem[]) => problems.map(({ message, help }) => `${message} ${help}`)
const said = ({ duties, targets, accountability, statistics, records: counted }: Appraisal) => ({ duties, targets, accountability, statistics, counted })
const sound = appraised()

/** The entry is told, and the appraisal says what it says without it. */
function onlyLeftOut(given: Given, problems: readonly string[]): readonly Problem[] {
  const found = appraised(given)
  expect(placed(found.problems)).toEqual(problems)
  expect(said(found.appraisal)).toEqual(said(sound.appraisal))
  return found.problems
}
const submitted = (extra: object): Material =>
  material(({ submissions }) => submissions.push({ id: 'extra', duty: 'weekly-summary-table', unit: 'community-jia', on: '2017-01-04', ...extra }))

test('the example itself has no problems, and duties in more than one state', () => {
  expect(sound.problems).toEqual([])
  expect([...new Set(sound.appraisal.duties.map(({ state }) => state))].sort()).toEqual(['late', 'met', 'missing', 'undated', 'undetermined'])
  expect(sound.appraisal.records).toBe(1)
})

describe('a submission', () => {
  test('before the plan', () => {
    const problems = onlyLeftOut({ file: submitted({ on: '2016-12-01' }) }, ['HG8015 file.submissions.22.on'])
    expect(texts(problems)).toMatchInlineSnapshot(`
      [
        "报送 “extra” 的日期 2016-12-01 早于方案：方案期间开始于2016-12-26。 核对日期；方案以前做的不算方案的报送，没有计入。",
      ]
    `)
  })

  test('for a time that its duty does not have', () => {
    onlyLeftOut({ file: submitted({ for: '2017-01-05' }) }, ['HG8018 file.submissions.22.for'])
  })

  test('outside all times of its duty, none of them lacking', () => {
    onlyLeftOut({ file: submitted({ duty: 'submit-work-plan', on: '2017-03-30' }) }, ['HG8019 file.submissions.22.on'])
  })
})

describe('a unit outside the matrix', () => {
  const stray = { id: 'stray', title: '某外单位', organ: 'county-government', region: '410103099003' }
  const file = material(({ units }) => units.push(stray))

  test('is not appraised', () => {
    const found = result({ file, asked: { unit: 'stray' } })
    expect([found.ok, placed(found.problems)]).toEqual([false, ['HG8014 file.units.3.organ']])
    expect(texts(found.problems)).toMatchInlineSnapshot(`
      [
        "单位 “stray” 不在方案 “changjianglu-2016” 的责任矩阵里：职责、分工、追责都没有写到“县（区）人民政府”。 核对 organ；按分工承担的，在 responsibilities 里写明是方案的哪个分工（subdistrict-coordination、community-implementation、village-supervision、unit-working-body）。",
      ]
    `)
  })

  test('does not keep the others from it', () => {
    onlyLeftOut({ file }, [])
  })
})

/** The packs with another plan of the example. */
const changed = (change: (plan: Plan) => Plan) =>
  createRuleset(packs.map((pack) => ({ ...pack, plans: pack.plans.map((plan) => (plan.id === request.plan ? change(plan) : plan)) })))

test('overlapping stages: told, and both hold on the days they share', () => {
  const created = changed((plan) => ({ ...plan, stages: plan.stages.map((stage) => (stage.id === 'enforcement' ? { ...stage, from: '2017-01-01' } : stage)) }))
  expect(placed(created.problems)).toEqual(['HG4021 1.plans.0.stages.1'])
  expect(texts(created.problems)).toMatchInlineSnapshot(`
    [
      "阶段 “enforcement” 同阶段 “mobilisation” 重叠：2017-01-01 至 2017-01-06。 核对起止；原文让它们同时进行的，在其中一个写 "concurrent": true。",
    ]
  `)
  const { appraisal } = created.ok ? appraised({ ruleset: created.ruleset, asked: { now: '2017-01-03' } }) : expect.fail('refused')
  expect(appraisal.stages.map(({ stage, state }) => [stage, state])).toEqual([
    ['mobilisation', 'now'],
    ['enforcement', 'now'],
    ['summary', 'future'],
  ])
  expect(appraisal.duties).toHaveLength(sound.appraisal.duties.length)
})

describe('a figure', () => {
  const target = (formula: object) => ({
    target: 'full-coverage',
    item: 'cases',
    title: '起数',
    aim: { compare: 'at-least', value: 2, unit: '起', against: 'level' },
    formula,
  })
  const figure = (extra: object) => ({ id: 'given', figure: 'cases', unit: 'community-jia', value: 3, measuredIn: '起', source: '台账', ...extra })
  const withFigures = (formula: object, ...figures: readonly object[]) =>
    appraised({
      file: material((file) => {
        file.targets.push(target(formula))
        file.figures.push(...figures)
      }),
    })
  const cases = ({ appraisal }: { readonly appraisal: Appraisal }) => appraisal.targets.find(({ item }) => item === 'cases') ?? expect.fail('no target')

  test('without a unit is left out: the target is open, not missed; the duties stay', () => {
    const lacking = withFigures({ figure: 'cases' }, figure({ measuredIn: undefined }))
    expect(placed(lacking.problems)).toEqual(['HG2001 file.figures.1.measuredIn'])
    expect(texts(lacking.problems)).toMatchInlineSnapshot(`
      [
        "缺少必填项 “measuredIn”。 补上 “measuredIn”。",
      ]
    `)
    expect(cases(lacking)).toMatchObject({ state: 'undetermined', value: null })
    expect(lacking.appraisal.duties).toEqual(sound.appraisal.duties)
    expect(cases(withFigures({ figure: 'cases' }, figure({})))).toMatchObject({ state: 'met', value: { min: 3, max: 3 } })
  })

  test('beyond all measure is no number that JSON cannot write', () => {
    const { appraisal, problems } = withFigures({ plus: [{ figure: 'cases' }, { figure: 'cases' }] }, figure({ value: 1e308 }))
    expect(problems).toEqual([])
    expect(appraisalSchema.safeParse(JSON.parse(JSON.stringify(appraisal))).error?.issues ?? []).toEqual([])
    expect(appraisal.duties).toEqual(sound.appraisal.duties)
  })
})

describe('an unknown year', () => {
  const moved = changed((plan) => ({
    ...plan,
    inForce: { ...plan.inForce, to: '2030-12-31' },
    duties: plan.duties.map((duty) =>
      duty.id === 'weekly-summary-table' ? { ...duty, recurrence: { every: 'week', weekday: 3, onHoliday: 'moves-to-next-workday' } as const } : duty,
    ),
  }))
  const tables = (now: string) => {
    const ruleset = moved.ok ? moved.ruleset : expect.fail(JSON.stringify(moved.problems))
    const { appraisal, problems } = appraised({ ruleset, asked: { period: { from: '2028-01-01', to: '2028-01-12' }, now } })
    expect(problems).toEqual([])
    return appraisal.duties.filter(({ occurrence }) => occurrence === '2027-12-29')
  }

  test('of days off: a due date between bounds, not held against anyone before the later one', () => {
    expect(tables('2028-01-06')).toMatchObject([{ due: { certain: false, earliest: '2027-12-29' }, state: 'undetermined' }])
    expect(tables('2028-01-06').map(({ due, reason }) => ({ due, reason }))).toMatchInlineSnapshot(`
      [
        {
          "due": {
            "certain": false,
            "earliest": "2027-12-29",
            "latest": "2028-01-11",
          },
          "reason": "截止日原文没有写定，可能已经过了，还没有做够。2027-12-29以后的放假安排没有公布，截止日最早2027-12-29，最晚2028-01-11。",
        },
      ]
    `)
    expect(tables('2028-03-01')).toMatchObject([{ due: { certain: false }, state: 'missing' }])
  })

  test('of festivals: the plan is refused, with the place of the window', () => {
    const window = { kind: 'festival', year: 2101, from: { festival: 'spring-festival' }, to: { festival: 'lantern' } } as const
    const created = changed((plan) => ({ ...plan, focus: [...plan.focus, { id: 'far', title: '节前', themes: ['烟花爆竹'], window }] }))
    expect([created.ok, placed(created.problems)]).toEqual([false, ['HG4025 1.plans.0.focus.1.window']])
    expect(texts(created.problems)).toMatchInlineSnapshot(`
      [
        "节日表里没有 2101 年的 “spring-festival”。 核对节日的标识和年份；表以外的年份不推算，写成 fixed 的日期。",
      ]
    `)
  })
})

test('a record given twice counts once', () => {
  onlyLeftOut({ records: [...records, ...records] }, ['HG8006 records.1.id'])
})

describe('hostile values', () => {
  const nested = (): unknown => JSON.parse('['.repeat(10_000) + ']'.repeat(10_000))
  const polluting = JSON.parse('{ "__proto__": { "polluted": true } }')
  const megabyte = 'x'.repeat(1_000_000)

  test('among the records: left out one by one', () => {
    const [first] = records as readonly object[]
    const found = appraised({ records: [nested(), polluting, { ...first, id: megabyte }, null, ...records] })
    expect(found.problems.map(({ code, path }) => [code, ...path.slice(0, 2)])).toMatchInlineSnapshot(`
      [
        [
          "HG1006",
          "records",
          0,
        ],
        [
          "HG1005",
          "records",
          1,
        ],
        [
          "HG2009",
          "records",
          2,
        ],
        [
          "HG2003",
          "records",
          3,
        ],
      ]
    `)
    expect(said(found.appraisal)).toEqual(said(sound.appraisal))
    expect(JSON.stringify(found.problems).length).toBeLessThan(20_000)
    expect({}).not.toHaveProperty('polluted')
  })

  test('too long as an id: that entry is left out, and not printed in full', () => {
    const problems = onlyLeftOut({ file: submitted({ id: megabyte }) }, ['HG2009 file.submissions.22.id'])
    expect(JSON.stringify(problems).length).toBeLessThan(1000)
    onlyLeftOut({ file: submitted({ for: megabyte }) }, ['HG2009 file.submissions.22.for'])
  })

  test('that no export writes refuse the whole file, with their place', () => {
    const own = result({ file: material(({ submissions }) => submissions.push(polluting)) })
    expect([own.ok, placed(own.problems)]).toEqual([false, ['HG1005 file.submissions.22.__proto__']])
    const deep = result({ file: material(({ submissions }) => submissions.push(nested())) })
    expect([deep.ok, deep.problems.map(({ code, path }) => [code, ...path.slice(0, 3)])]).toEqual([false, [['HG1006', 'file', 'submissions', 22]]])
  })
})
