import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appraisal, appraisalPack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { type AppraisalFile, type AppraisalRequest, appraisalFileSchema } from '../schema/appraisal-input.js'
import { checkAppraisalFile } from './appraisal-file.js'
import { catalogueOf } from './catalogue.js'
import { checkPacks } from './packs.js'

type Path = readonly (string | number)[]
const { vocabulary, problems: ofPack } = checkPacks([appraisalPack])
const catalogue = catalogueOf([appraisalPack])
const { file, request } = appraisal
const checked = (value: unknown, asked: unknown = request) => checkAppraisalFile(value, { vocabulary, catalogue, request: asked as AppraisalRequest })
const check = (at: Path, part: unknown): readonly string[] => said(checked(replaced(file, at, part)).problems)
const [town, east] = file.units as readonly [AppraisalFile['units'][number], AppraisalFile['units'][number]]
const table = (extra: object) => ({ id: 'table', duty: 'weekly-table', unit: 'east', on: '2023-01-03', ...extra })

test('the example is in order, and comes back whole', () => {
  expect(ofPack).toEqual([])
  expect(checked(file)).toEqual({ file, problems: [] })
})

describe('the register', () => {
  test.each<[string, Path, unknown, readonly string[]]>([
    ['an id used twice', ['units'], [town, east, { ...town }], ['HG5006 units.2.id']],
    ['an unknown organ', ['units', 0, 'organ'], 'comunity', ['HG8012 units.0.organ']],
    ['an unknown superior', ['units', 1, 'parent'], 'towm', ['HG8012 units.1.parent']],
    ['its own superior', ['units', 1, 'parent'], 'east', ['HG8013 units.1.parent']],
    ['an unknown role', ['units', 1, 'responsibilities'], [{ role: 'patrols' }], ['HG8012 units.1.responsibilities.0.role']],
    [
      'a period that ends before it begins',
      ['units', 1, 'responsibilities'],
      [{ role: 'patrol', period: { from: '2023-02-01', to: '2023-01-01' } }],
      ['HG2007 units.1.responsibilities.0.period'],
    ],
    ['a circle of three is told once', ['units'], [{ ...town, parent: 'west' }, east, { ...east, id: 'west', parent: 'east' }], ['HG8013 units.0.parent']],
  ])('%s', (_name, at, part, expected) => {
    expect(check(at, part)).toEqual(expected)
  })

  test('a circle of superiors is written out, and taken apart', () => {
    const circle = replaced(file, ['units'], [{ ...town, parent: 'east' }, east])
    const found = checked(circle)
    expect(found.problems[0]?.message).toBe('单位 “town” 的上级绕回了它自己：town → east → town。')
    expect(found.file?.units.map(({ parent }) => parent)).toEqual([undefined, undefined])
  })

  test('without the appraised unit nothing can be said', () => {
    const { file: none, problems } = checked(file, { ...request, unit: 'eest' })
    expect(none).toBeNull()
    expect(problems.map(({ message }) => message)).toEqual(['考核材料里的单位 “eest” 不存在。是不是 “east”？'])
  })

  test('nor of one left out itself, which is told once', () => {
    const { file: none, problems } = checked(replaced(file, ['units', 1, 'organ'], 'comunity'))
    expect(none).toBeNull()
    expect(said(problems)).toEqual(['HG8012 units.1.organ'])
  })

  test('nor of one outside the matrix; a role takes it in', () => {
    const school = { ...east, organ: 'school', responsibilities: undefined }
    const outside = checked({ units: [town, school] })
    expect(outside.file).toBeNull()
    expect(outside.problems[0]).toMatchObject({
      code: 'HG8014',
      path: ['units', 1, 'organ'],
      message: '单位 “east” 不在方案 “example-plan” 的责任矩阵里：职责、分工、追责都没有写到“学校”。',
    })
    expect(checked({ units: [town, { ...school, responsibilities: [{ role: 'patrol' }] }] }).problems).toEqual([])
  })
})

describe('submissions', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['an unknown duty', table({ duty: 'weekly-tables' }), ['HG8012 submissions.0.duty']],
    ['an unknown unit', table({ unit: 'eest' }), ['HG8012 submissions.0.unit']],
    ['of another’s duty', table({ duty: 'investigation' }), ['HG8017 submissions.0.duty']],
    ['before the plan', table({ on: '2022-12-31' }), ['HG8015 submissions.0.on']],
    ['before the plan by the clock of Beijing', table({ on: '2022-12-31T15:59:59Z' }), ['HG8015 submissions.0.on']],
    ['as the plan begins in Beijing', table({ on: '2022-12-31T16:00:00Z' }), []],
    ['on the day looked at', table({ on: '2023-04-01' }), []],
    ['after it', table({ on: '2023-04-02' }), ['HG8016 submissions.0.on']],
    [
      'several faults at once',
      table({ duty: 'weekly-tables', unit: 'eest', on: '2022-12-31' }),
      ['HG8012 submissions.0.unit', 'HG8012 submissions.0.duty', 'HG8015 submissions.0.on'],
    ],
    ['a day that does not exist', table({ on: '2023-02-30' }), ['HG2006 submissions.0.on']],
    ['an unknown key', table({ when: 1 }), ['HG2002 submissions.0.when']],
  ])('%s', (_name, submission, expected) => {
    expect(check(['submissions'], [submission])).toEqual(expected)
  })

  test('an instant after the instant looked at is not there yet, but stays', () => {
    const found = checked(replaced(file, ['submissions'], [table({ on: '2023-04-01T12:01:00+08:00' })]), { ...request, now: '2023-04-01T12:00:00+08:00' })
    expect(found.problems.map(({ code, severity }) => [code, severity])).toEqual([['HG8016', 'warning']])
    expect(found.file?.submissions).toHaveLength(1)
  })

  test('the bad are left out and told, the good stay', () => {
    const found = checked(
      replaced(file, ['submissions'], [table({ duty: 'nothing' }), table({}), table({ on: 'soon', id: 'x' }), table({}), table({ id: 'last' })]),
    )
    expect(said(found.problems)).toEqual(['HG2005 submissions.2.on', 'HG8012 submissions.0.duty', 'HG5006 submissions.1', 'HG5006 submissions.3'])
    expect(found.file?.submissions?.map(({ id }) => id)).toEqual(['last'])
  })

  test('of a unit left out go with it, told once', () => {
    const found = checked(replaced(replaced(file, ['units', 0, 'organ'], 'nobody'), ['submissions'], [table({ unit: 'town', duty: 'investigation' })]))
    expect(said(found.problems)).toEqual(['HG8012 units.0.organ'])
    expect(found.file?.submissions).toEqual([])
  })

  test('a plan whose beginning the text leaves open has no day before it', () => {
    const open = replaced(appraisalPack, ['plans', 0, 'issuedOn'], { earliest: null, latest: '2023-01-31', wording: '即日起' }) as typeof appraisalPack
    const early = replaced(file, ['submissions'], [table({ on: '2020-01-01' })])
    expect(checkAppraisalFile(early, { vocabulary, catalogue: catalogueOf([open]), request }).problems).toEqual([])
  })
})

describe('figures, facts, checklists, readings, targets and anchors', () => {
  const counted = { target: 'coverage', item: 'records', title: '检查几次' }
  test.each<[string, Path, unknown, readonly string[]]>([
    ['a figure without unit', ['figures', 0, 'measuredIn'], undefined, ['HG2001 figures.0.measuredIn']],
    ['in another unit', ['figures', 0, 'measuredIn'], '毫克/立方米', ['HG8020 figures.0.measuredIn']],
    ['that nothing uses', ['figures', 0, 'figure'], 'fine-dusts', ['HG8012 figures.0.figure']],
    ['of a period that ends before it begins', ['figures', 0, 'period'], { from: '2023-02-01', to: '2023-01-01' }, ['HG2007 figures.0.period']],
    ['that is no number', ['figures', 0, 'value'], '30', ['HG2003 figures.0.value']],
    ['an unknown fact', ['established', 0, 'fact'], 'unit.knewOfIllegalProducers', ['HG8012 established.0.fact']],
    ['a fact of a party', ['established', 0, 'fact'], 'licence.status', ['HG8022 established.0.fact']],
    ['a fact of the wrong type', ['established', 0, 'value'], '是', ['HG5002 established.0.value']],
    ['a fact not established either way', ['established', 0, 'value'], null, []],
    ['too few items', ['closings', 0, 'items'], [true], ['HG8023 closings.0.items']],
    ['an unknown checklist', ['closings', 0, 'accountability'], 'closings', ['HG8012 closings.0.accountability']],
    ['an unknown reading', ['readings'], { coverage: 'all-place' }, ['HG8012 readings.coverage']],
    ['a reading of what has one only', ['readings'], { air: 'all-places' }, ['HG8012 readings.air']],
    ['an unknown target', ['targets'], [{ ...counted, target: 'covrage' }], ['HG8012 targets.0.target']],
    ['an item that is neither there nor titled', ['targets'], [{ target: 'air', item: 'dust' }], ['HG8012 targets.0.item']],
    ['an item given twice', ['targets'], [counted, counted], ['HG5006 targets.1']],
    ['a formula on an unknown fact', ['targets'], [{ ...counted, formula: { sum: 'fact', fact: 'goods.weightKgs' } }], ['HG3004 targets.0.formula.fact']],
    [
      'on a fact that is no number',
      ['targets'],
      [{ ...counted, formula: { plus: [{ sum: 'fact', fact: 'licence.status' }, { count: 'records' }] } }],
      ['HG4041 targets.0.formula.plus.0.fact'],
    ],
    ['on a number that no record holds', ['targets'], [{ ...counted, formula: { sum: 'fact', fact: 'limit.stockKg' } }], ['HG4041 targets.0.formula.fact']],
    [
      'with a condition on a fact of the unit',
      ['targets'],
      [{ ...counted, formula: { count: 'records', where: { fact: 'unit.knewOfIllegalProducer', operator: 'equal', value: true } } }],
      ['HG4042 targets.0.formula.where.fact'],
    ],
    [
      'with a condition that cannot be',
      ['targets'],
      [
        {
          ...counted,
          formula: { percent: { of: { count: 'records', where: { fact: 'no.fact', operator: 'equal', value: true } }, in: { count: 'records' } } },
        },
      ],
      ['HG3004 targets.0.formula.percent.of.where.fact'],
    ],
    [
      'over an unknown rule',
      ['targets'],
      [{ ...counted, formula: { count: 'findings', rules: ['example/unlicensed-retails'] } }],
      ['HG4002 targets.0.formula.rules.0'],
    ],
    ['an anchor of an unknown duty', ['anchors'], { 'joint-meetings': '2023-01-05' }, ['HG8012 anchors.joint-meetings']],
    ['of a duty that takes none', ['anchors'], { 'weekly-table': '2023-01-05' }, ['HG8024 anchors.weekly-table']],
    ['on a day that does not exist', ['anchors'], { 'joint-meeting': '2023-02-30' }, ['HG2006 anchors.joint-meeting']],
  ])('%s', (_name, at, part, expected) => {
    const found = checked(replaced(file, at, part))
    expect(said(found.problems)).toEqual(expected)
    expect(found.file).not.toBeNull()
  })

  test('a configured target brings its own figures, in its own unit', () => {
    const configured = { ...counted, aim: { compare: 'at-least', value: 90, unit: '%', against: 'level' }, formula: { figure: 'places' } }
    const places = { ...file.figures?.[0], id: 'places-1', figure: 'places', measuredIn: '处' }
    expect(said(checked({ ...file, targets: [configured], figures: [places] }).problems)).toEqual(['HG8020 figures.0.measuredIn'])
    const share = { ...configured, formula: { percent: { of: { figure: 'places' }, in: { figure: 'all-places' } } } }
    expect(checked({ ...file, targets: [share], figures: [places] }).problems).toEqual([])
  })
})

describe('the request', () => {
  const { from, to } = request.period
  test.each<[string, unknown, readonly string[]]>([
    ['an unknown plan', { ...request, plan: 'exemple-plan' }, ['HG8002']],
    ['an unknown plan and a period that ends before it begins', { ...request, plan: 'exemple-plan', period: { from: to, to: from } }, ['HG8002', 'HG2007']],
    ['a period outside the plan', { ...request, period: { from: '2024-01-01', to: '2024-01-31' } }, ['HG8021']],
    ['a period before it', { ...request, period: { from: '2022-01-01', to: '2022-12-31' } }, ['HG8021']],
    ['a day that does not exist', { ...request, now: '2023-02-30' }, ['HG2006']],
    ['no request', null, ['HG2003']],
  ])('%s: nothing can be said', (_name, asked, expected) => {
    const found = checked(file, asked)
    expect(said(found.problems)).toEqual(expected)
    expect(found.file).toBeNull()
  })
  test('a period that reaches beyond the plan is none of them', () => {
    expect(checked(file, { ...request, period: { from: '2022-12-31', to: '2024-01-01' } }).problems).toEqual([])
  })
})

describe('hostile input', () => {
  const nested = (levels: number): unknown => (levels === 0 ? true : [nested(levels - 1)])
  test.each<[string, unknown, string]>([
    ['a key that reaches a prototype', JSON.parse('{"units":[],"anchors":{"__proto__":"2023-01-01"}}'), 'HG1005 anchors.__proto__'],
    ['one that goes deep', { ...file, note: nested(5_000) }, 'HG1006'],
    ['one too large', { ...file, submissions: new Array(1_000_001).fill(0) }, 'HG2009'],
    ['none', undefined, 'HG2003'],
    ['a list', [], 'HG2003'],
    ['no units', { submissions: [] }, 'HG2001 units'],
    ['an empty register', { units: [] }, 'HG2008 units'],
  ])('%s is refused', (_name, value, expected) => {
    const found = checked(value)
    expect(found.file).toBeNull()
    expect(said(found.problems)[0]).toMatch(expected)
  })

  test('whatever comes in, what goes on has the right shape', () => {
    const sections = ['units', 'submissions', 'figures', 'established', 'closings', 'targets', 'readings', 'anchors', 'note'] as const
    const wild = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(file)))
    fc.assert(
      fc.property(fc.constantFrom(...sections), fc.nat(2), wild, (section, at, part) => {
        const given = file[section as keyof AppraisalFile]
        const place = Array.isArray(given) && at > 0 ? [section, at - 1] : [section]
        const found = checked(replaced(file, place, part))
        if (found.file !== null) expect(appraisalFileSchema.safeParse(found.file).success).toBe(true)
        else expect(found.problems).not.toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
