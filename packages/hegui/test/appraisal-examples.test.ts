/** The example appraisals: complete, lawful in shape, and adding up to the reported figures by plain arithmetic. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type AppraisalFile, appraisalFileSchema, checkRecord, type InspectionRecord, membersOf, type Outcome, type Plan } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { allPlans, rules } from './packs/support/shipped.js'

const folder = new URL('../../../examples/appraisals/', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
const fileOf = (name: string) => JSON.parse(readFileSync(new URL(`${name}/appraisal.json`, folder), 'utf8')) as AppraisalFile
const recordsOf = (name: string): readonly InspectionRecord[] =>
  readFileSync(new URL(`${name}/records.ndjson`, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as InspectionRecord)
const planOf = (id: string): Plan => allPlans.find((plan) => plan.id === id) ?? expect.fail(id)
const reported = (plan: string, statistic: string) => planOf(plan).statistics?.find(({ id }) => id === statistic) ?? expect.fail(statistic)

test('there is one for each of the five plans', () => {
  expect(names).toEqual(['baiyang-2019', 'changjianglu-2016', 'forestry-summary', 'huichang-2012', 'urban-order-2019'])
})

describe.each(names)('%s', (name) => {
  const plan = planOf(name)
  const file = fileOf(name)
  const records = recordsOf(name)
  const units = new Map(file.units.map((unit) => [unit.id, unit]))

  test('has the shape of an appraisal file, with ids that are given once', () => {
    expect(appraisalFileSchema.safeParse(file).error?.issues ?? []).toEqual([])
    expect(existsSync(new URL(`${name}/${file.$schema ?? ''}`, folder))).toBe(true)
    for (const list of [file.units, file.submissions ?? [], file.figures ?? [], file.closings ?? [], records]) {
      const ids = list.map(({ id }) => id)
      expect(ids).toEqual([...new Set(ids)])
    }
  })

  test('has records that can be assessed, of the plan’s days, with outcomes listed', () => {
    for (const record of records) {
      expect([record.id, checkRecord(record, rules.vocabulary, rules.catalogue)]).toEqual([record.id, []])
      expect((plan.inForce.from ?? '') <= record.inspectedOn && record.inspectedOn <= (plan.inForce.to ?? '9999')).toBe(true)
      const conducts = record.conducts.map(({ id }) => id)
      for (const { id, conduct } of record.outcomes ?? expect.fail(record.id))
        expect([id, conduct === undefined || conducts.includes(conduct)]).toEqual([id, true])
    }
  })

  test('has units that stand in the plan, below units of the register', () => {
    const roles = new Map(plan.roles.map((role) => [role.id, role]))
    for (const unit of units.values()) {
      expect([unit.id, rules.catalogue.organs.has(unit.organ)]).toEqual([unit.id, true])
      if (unit.parent !== undefined) expect([unit.id, units.has(unit.parent)]).toEqual([unit.id, true])
      for (const { role } of unit.responsibilities ?? []) expect([unit.id, roles.has(role)]).toEqual([unit.id, true])
      expect([unit.id, (unit.responsibilities ?? []).length > 0]).toEqual([unit.id, true])
    }
  })

  test('names duties, figures, facts, readings and targets of the plan', () => {
    for (const { id, duty, unit, records: about } of file.submissions ?? []) {
      const found = plan.duties.find((each) => each.id === duty) ?? expect.fail(`${id} ${duty}`)
      const given = units.get(unit) ?? expect.fail(`${id} ${unit}`)
      // A unit does a duty as its own organ, or as the one organ that a role it holds is given to.
      const only = (given.responsibilities ?? []).flatMap(({ role }) => {
        const members = membersOf(plan.roles.find((each) => each.id === role) ?? expect.fail(role))
        return members.length === 1 ? members : []
      })
      expect([id, [given.organ, ...only].some((organ) => found.by.includes(organ))]).toEqual([id, true])
      expect((about ?? []).filter((record) => !records.some((each) => each.id === record))).toEqual([])
    }
    const asked = [...plan.targets.flatMap((each) => each.items), ...(file.targets ?? [])].flatMap(({ formula }) =>
      formula !== undefined && 'figure' in formula ? [formula.figure] : [],
    )
    for (const { id, figure, unit } of file.figures ?? []) expect([id, asked.includes(figure), units.has(unit)]).toEqual([id, true, true])
    for (const { fact, unit, value } of file.established ?? []) {
      expect([fact, rules.vocabulary.facts.get(fact)?.scope, typeof value, units.has(unit)]).toEqual([fact, 'unit', 'boolean', true])
    }
    for (const [key, reading] of Object.entries(file.readings ?? {})) {
      const of = [...plan.targets, ...plan.accountability].find((each) => each.id === key)
      expect([key, of?.readings?.some((each) => each.id === reading)]).toEqual([key, true])
    }
    for (const { target } of file.targets ?? []) expect(plan.targets.map(({ id }) => id)).toContain(target)
    for (const duty of Object.keys(file.anchors ?? {})) expect(plan.duties.find(({ id }) => id === duty)?.recurrence.every).toBe('two-weeks')
  })

  test('tells of nothing before the plan began, and of nobody by name', () => {
    const from = plan.inForce.from ?? ''
    for (const { id, on } of file.submissions ?? []) expect([id, on.slice(0, 10) >= from]).toEqual([id, true])
    const text = JSON.stringify([file, records])
    expect(text).not.toMatch(/\b1[3-9]\d{9}\b|\b\d{17}[\dXx]\b/)
    for (const party of records.flatMap((record) => record.parties ?? []))
      expect([party.id, party.name === undefined || /[厂店点人]$/.test(party.name)]).toEqual([party.id, true])
  })
})

const outcomesIn = (records: readonly InspectionRecord[], ...kinds: readonly Outcome['kind'][]) =>
  records.flatMap((record) => record.outcomes ?? []).filter(({ kind }) => kinds.includes(kind))
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)
const handled = (records: readonly InspectionRecord[]) =>
  records.flatMap((record) => record.conducts).filter(({ facts }) => facts?.['effort.caseHandled'] === true)
const factsIn = (records: readonly InspectionRecord[], fact: string) => records.map((record) => record.facts?.[fact])
const numbersOf = (values: readonly unknown[]): readonly number[] => values.filter((value) => typeof value === 'number')

describe('the table of forestry-summary', () => {
  const records = recordsOf('forestry-summary')

  test.each([
    ['officers', 'effort.officers'],
    ['vehicles', 'effort.vehicles'],
    ['large-enterprises', 'effort.largeEnterprises'],
  ])('%s: every record says how many, and they come to the reported figure', (statistic, fact) => {
    const values = factsIn(records, fact)
    expect(numbersOf(values)).toHaveLength(records.length)
    expect(total(numbersOf(values))).toBe(reported('forestry-summary', statistic).value)
  })

  test.each([
    ['places', 'effort.places'],
    ['ledgers', 'effort.ledgers'],
  ])('%s: some record leaves it open, so what is known is a lower bound, as 余 says', (statistic, fact) => {
    const values = factsIn(records, fact)
    expect(values.filter((value) => value === null)).toHaveLength(3)
    expect(reported('forestry-summary', statistic)).toMatchObject({ value: total(numbersOf(values)), atLeast: true })
  })

  test('cases, persons, timber and fines come out of what was decided', () => {
    const goods = outcomesIn(records, 'confiscation').flatMap((outcome) => outcome.goods ?? [])
    expect(handled(records)).toHaveLength(reported('forestry-summary', 'cases').value)
    expect(total(outcomesIn(records, 'fine', 'confiscation').map(({ persons }) => persons ?? Number.NaN))).toBe(reported('forestry-summary', 'persons').value)
    expect(goods.every(({ kind, unit }) => kind === 'timber' && unit === 'm3')).toBe(true)
    expect(total(goods.map(({ quantity }) => quantity ?? Number.NaN))).toBe(reported('forestry-summary', 'timber-confiscated').value)
    expect(total(outcomesIn(records, 'fine').map(({ amountYuan }) => amountYuan ?? Number.NaN))).toBe(reported('forestry-summary', 'fines').value)
  })
})

describe('the table of huichang-2012', () => {
  const records = recordsOf('huichang-2012')
  const isTrade = (activity: unknown): boolean => activity === 'retail' || activity === 'wholesale'

  test.each([
    ['banners', 'publicity.banners'],
    ['slogans', 'publicity.slogans'],
    ['responsibility-letters', 'publicity.responsibilityLetters'],
  ])('%s', (statistic, fact) => {
    const values = factsIn(records, fact)
    expect(numbersOf(values)).toHaveLength(records.length)
    expect(total(numbersOf(values))).toBe(reported('huichang-2012', statistic).value)
  })

  test('four illegal productions, two shops', () => {
    const production = handled(records).filter(({ facts }) => !isTrade(facts?.['conduct.activity']))
    expect(production).toHaveLength(reported('huichang-2012', 'illegal-productions').value)
    expect(outcomesIn(records, 'closure')).toHaveLength(reported('huichang-2012', 'shops-closed').value)
  })

  test('tells the five cases as the example records do, with what was done added', () => {
    const examples = new URL('../../../examples/records/', import.meta.url)
    for (const name of ['56-huichang-ore-washing', '57-huichang-sulfuric-acid', '58-huichang-van', '59-huichang-gold-panning', '01-village-shops-2012']) {
      const original = JSON.parse(readFileSync(new URL(`${name}.json`, examples), 'utf8')) as InspectionRecord
      const copy = records.find(({ id }) => id === original.id) ?? expect.fail(name)
      const { 'effort.caseHandled': _, ...facts } = copy.conducts[0]?.facts ?? {}
      expect(facts).toEqual(original.conducts[0]?.facts)
      expect([copy.inspectedOn, copy.region, copy.conducts.length]).toEqual([original.inspectedOn, original.region, original.conducts.length])
    }
  })
})

describe('the weekly tables of changjianglu-2016', () => {
  const wednesdays = ['2016-12-28', '2017-01-04', '2017-01-11', '2017-01-18', '2017-01-25', '2017-02-01', '2017-02-08', '2017-02-15']
  const tablesOf = (unit: string) =>
    new Map(
      (fileOf('changjianglu-2016').submissions ?? [])
        .filter((each) => each.duty === 'weekly-summary-table' && each.unit === unit)
        .map((each) => [each.for, each.on]),
    )
  const state = (due: string, on: string | undefined): string =>
    on === undefined ? 'missing' : on.length === 10 && on === due ? 'undetermined' : Date.parse(on) < Date.parse(`${due}T12:00:00+08:00`) ? 'met' : 'late'

  test('of one community: one late, one of an unknown hour, one missing', () => {
    const tables = tablesOf('community-jia')
    expect(wednesdays.map((due) => state(due, tables.get(due)))).toEqual(['met', 'met', 'late', 'met', 'undetermined', 'missing', 'met', 'met'])
  })

  test('of the other: all on time, one the day before', () => {
    const tables = tablesOf('community-yi')
    expect(wednesdays.map((due) => state(due, tables.get(due)))).toEqual(wednesdays.map(() => 'met'))
    expect(tables.get('2017-01-18')).toBe('2017-01-17T16:00:00+08:00')
  })
})

test('the units of urban-order-2019 are the matrix of its nine groups', () => {
  const { roles } = planOf('urban-order-2019')
  const groups = roles.filter(({ id }) => id.endsWith('-group') && id !== 'leading-group')
  expect(groups).toHaveLength(9)
  const { units } = fileOf('urban-order-2019')
  const inMatrix = units.flatMap(({ organ, responsibilities }) => (responsibilities ?? []).map(({ role, duty }) => `${role} ${organ} ${duty}`))
  const written = groups.flatMap(({ id, lead, organs }) => [
    ...(lead ?? []).map((organ) => `${id} ${organ} 牵头`),
    ...organs.filter((organ) => organ !== 'responsible-unit').map((organ) => `${id} ${organ} 责任单位`),
  ])
  expect(inMatrix.filter((cell) => groups.some(({ id }) => cell.startsWith(`${id} `))).sort()).toEqual([...written].sort())
})

test('each patrol area of baiyang-2019 has one community, for the days of the patrol', () => {
  const patrols = planOf('baiyang-2019').roles.filter(({ id }) => id.endsWith('-patrol'))
  const held = fileOf('baiyang-2019').units.flatMap((unit) =>
    (unit.responsibilities ?? []).filter(({ area }) => area !== undefined).map((each) => [unit, each] as const),
  )
  expect(held.map(([, { role }]) => role)).toEqual(patrols.map(({ id }) => id))
  for (const [unit, { region, period }] of held) expect([region, period]).toEqual([unit.region, { from: '2019-11-25', to: '2020-02-28' }])
})
