/** What comes of a violation: amounts at their edges in each edition, what is confiscated, what hangs on a figure nobody has. */
import type { AssessedMeasure, InspectionRecord } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed } from './support/shipped.js'

type Facts = NonNullable<InspectionRecord['conducts'][number]['facts']>

const measuresOf = (norm: string, date: string, facts: Facts, record: NonNullable<InspectionRecord['facts']> = {}): readonly AssessedMeasure[] =>
  assessed({ id: 'r', inspectedOn: date, plans: [], facts: record, conducts: [{ id: 'c', date, facts }] }).measures.filter((each) => each.norm === norm)
/** Range of each fine, `null` where the article gives no figure, and the objects that are confiscated. */
const summary = (measures: readonly AssessedMeasure[]) => ({
  fines: measures.filter((each) => each.kind === 'fine').map((each) => (each.amountYuan === undefined ? null : [each.amountYuan.min, each.amountYuan.max])),
  confiscated: measures.filter((each) => each.kind === 'confiscation').map((each) => each.object),
})

const carriage: Readonly<Record<'63-passenger' | '63-freight' | '63-hazmat', Facts>> = {
  '63-passenger': { 'conduct.activity': 'passenger-transport', 'carriage.passengerService': 'charter' },
  '63-freight': { 'conduct.activity': 'freight-transport', 'conduct.goods': 'other', 'carriage.dangerousGoods': false, 'vehicle.grossMassKg': 12000 },
  '63-hazmat': { 'conduct.activity': 'transport', 'conduct.goods': 'hazardous-chemical', 'carriage.dangerousGoods': true },
}

describe('transport without a licence, by gains', () => {
  const gains = ['illegal-gains']
  test.each([
    ['63-passenger', '2019-03-02', 0, [[30000, 100000]], []],
    ['63-passenger', '2022-04-30', 1, [[30000, 100000]], gains],
    ['63-passenger', '2022-05-01', 19999, [[30000, 100000]], gains],
    ['63-passenger', '2023-07-19', 20000, [[40000, 200000]], gains],
    ['63-passenger', '2023-07-20', 19999, [[10000, 100000]], []],
    ['63-passenger', '2023-07-20', 20000, [null], []],
    ['63-passenger', '2023-07-20', 20001, [[40002, 200010]], gains],
    ['63-freight', '2023-07-19', 10000, [[30000, 100000]], gains],
    ['63-freight', '2023-07-20', 9999, [[3000, 10000]], []],
    ['63-freight', '2023-07-20', 10000, [null], []],
    ['63-freight', '2023-07-20', 10001, [[10001, 50005]], gains],
    ['63-hazmat', '2023-07-20', 0, [[30000, 100000]], []],
    ['63-hazmat', '2023-07-20', 30000, [[60000, 300000]], gains],
  ] as const)('%s on %s with %d yuan', (norm, date, yuan, fines, confiscated) => {
    const facts = {
      ...carriage[norm],
      'transport.mode': 'road',
      'carriage.commercial': true,
      'carriage.businessLicenceHeld': false,
      'conduct.illegalGainsYuan': yuan,
      'circumstance.gravity': 'ordinary',
    }
    expect(summary(measuresOf(`road-transport-regulation/${norm}`, date, facts))).toEqual({ fines, confiscated })
  })

  test('grave freight without a licence replaces the smaller fine', () => {
    const facts = {
      ...carriage['63-freight'],
      'transport.mode': 'road',
      'carriage.commercial': true,
      'carriage.businessLicenceHeld': false,
      'conduct.illegalGainsYuan': 0,
      'circumstance.gravity': 'serious',
    }
    expect(summary(measuresOf('road-transport-regulation/63-freight', '2024-01-01', facts)).fines).toEqual([[10000, 50000]])
  })

  test('with gains nobody has worked out every tier is shown, hanging on that figure', () => {
    const facts = { ...carriage['63-passenger'], 'transport.mode': 'road', 'carriage.commercial': true, 'carriage.businessLicenceHeld': false }
    const fines = measuresOf('road-transport-regulation/63-passenger', '2022-06-01', facts).filter((each) => each.kind === 'fine')
    expect(fines.length).toBe(2)
    for (const fine of fines) expect(fine.subjectTo).toContainEqual({ kind: 'fact', fact: 'conduct.illegalGainsYuan', gate: false })
  })
})

const mining: Facts = {
  'conduct.activity': 'mining',
  'conduct.goods': 'mineral',
  'mining.exemption': 'none',
  'mining.rightHeld': false,
  'mining.specialAreaOrPeriod': false,
  'mining.priorPenalties24Months': 0,
  'mining.graveEcologicalHarm': false,
  'progress.refusedToStop': false,
}

describe('mining without a right', () => {
  const norm = 'mineral-resources-law/unlicensed-mining'

  test.each([
    ['2025-06-30', { 'conduct.illegalGainsYuan': 80000 }, [[null, 40000]], ['illegal-goods', 'illegal-gains']],
    ['2025-07-01', { 'minerals.marketValueYuan': 0 }, [[100000, 1000000]], ['production-tools', 'illegal-goods']],
    ['2025-07-01', { 'minerals.marketValueYuan': 99999 }, [[100000, 1000000]], ['production-tools', 'illegal-goods']],
    ['2025-07-01', { 'minerals.marketValueYuan': 100000 }, [[300000, 500000]], ['production-tools', 'illegal-goods']],
  ] as const)('on %s with %j', (date, facts, fines, confiscated) => {
    expect(summary(measuresOf(norm, date, { ...mining, ...facts }))).toEqual({ fines, confiscated })
  })

  const referral = (value: number, record = {}) =>
    measuresOf('mineral-crime-interpretation/3', '2026-03-01', { ...mining, 'minerals.crimeValueYuan': value }, record)

  test('below the range no province refers, at its top every province does', () => {
    expect(referral(99999)).toEqual([])
    expect(referral(300000).map((each) => [each.status, each.subjectTo])).toEqual([['firm', []]])
  })

  test('inside the range the figure of the province decides, and is asked for', () => {
    expect(referral(150000).map((each) => [each.status, each.subjectTo])).toEqual([
      ['provisional', [{ kind: 'fact', fact: 'mining.provincialCrimeStandardYuan', gate: true }]],
    ])
    expect(referral(150000, { 'mining.provincialCrimeStandardYuan': 200000 })).toEqual([])
    expect(referral(150000, { 'mining.provincialCrimeStandardYuan': 150000 }).map((each) => each.status)).toEqual(['firm'])
  })

  test('over the boundary up to thirty per cent, then three to five times the value', () => {
    const beyond = { ...mining, 'mining.rightHeld': true, 'mining.outsideArea': true, 'conduct.illegalGainsYuan': 100000, 'minerals.marketValueYuan': 100000 }
    expect(summary(measuresOf('mineral-resources-law/over-boundary', '2025-06-30', beyond)).fines).toEqual([[null, 30000]])
    expect(summary(measuresOf('mineral-resources-law/over-boundary', '2025-07-01', beyond)).fines).toEqual([[300000, 500000]])
  })

  test('with a right but no licence nothing but an order, until it is refused', () => {
    const facts = { ...mining, 'mining.rightHeld': true, 'mining.licenceHeld': false, 'minerals.marketValueYuan': 100000 }
    const kinds = (overdue: boolean) =>
      measuresOf('mineral-resources-law/67', '2026-03-01', { ...facts, 'progress.correctionOverdue': overdue }).map((each) => each.kind)
    expect(kinds(false)).toEqual(['order-to-correct'])
    expect(kinds(true)).toEqual(['order-to-correct', 'confiscation', 'confiscation', 'suspension', 'fine'])
  })
})

test('an illegal coal mine: one to five times the gains, then fixed below 100 000 yuan and two to five times from there', () => {
  const facts = { 'conduct.activity': 'mining', 'conduct.goods': 'coal', 'coalMine.certificates': [] }
  const fines = (norm: string, date: string, yuan: number) => summary(measuresOf(norm, date, { ...facts, 'conduct.illegalGainsYuan': yuan })).fines
  expect(fines('coal-special-regulation/5', '2024-04-30', 50000)).toEqual([[50000, 250000]])
  expect(fines('coal-mine-safety-regulation/61', '2024-05-01', 0)).toEqual([[100000, 200000]])
  expect(fines('coal-mine-safety-regulation/61', '2024-05-01', 99999)).toEqual([[100000, 200000]])
  expect(fines('coal-mine-safety-regulation/61', '2024-05-01', 100000)).toEqual([[200000, 500000]])
})

describe('forest', () => {
  const land = { 'conduct.activity': 'quarrying', 'site.onForestLand': true, 'forestLand.approved': false, 'forestLand.useChanged': true }
  const costs = { 'timber.valueYuan': 2000, 'forestLand.restorationCostYuan': 10000 }

  test('what was harmed decides which of the two fines of article 74 there is', () => {
    const fines = (trees: boolean, soil: boolean) =>
      summary(measuresOf('forest-law/74-1', '2024-03-01', { ...land, ...costs, 'forest.treesDestroyed': trees, 'forest.landDestroyed': soil })).fines
    expect(fines(true, false)).toEqual([[null, 10000]])
    expect(fines(false, true)).toEqual([[null, 30000]])
    expect(fines(true, true)).toEqual([
      [null, 10000],
      [null, 30000],
    ])
  })

  test('theft of trees must be fined, felling beyond the permit may be', () => {
    const felling = {
      'conduct.activity': 'felling',
      'felling.permitRequired': true,
      'felling.permit': 'none',
      'felling.intentToPossess': true,
      'timber.valueYuan': 2000,
    }
    const fine = (norm: string, owner: string) =>
      measuresOf(norm, '2024-03-01', { ...felling, 'felling.treesOwner': owner })
        .filter((each) => each.kind === 'fine')
        .map((each) => [each.force, each.amountYuan])
    expect(fine('forest-law/76-1', 'others')).toEqual([['must', { min: 10000, max: 20000 }]])
    expect(fine('forest-law/76-2', 'own')).toEqual([['may', { min: 6000, max: 10000 }]])
  })

  test('a fine by the square metre comes without a total, and says so', () => {
    const [fine] = measuresOf('forest-law-rules/43', '2020-06-30', { ...land, 'conduct.activity': 'construction' }).filter((each) => each.kind === 'fine')
    expect(fine?.amountYuan).toBeUndefined()
    expect(fine?.notes.join()).toContain('每平方米10元至30元')
  })

  test('the abolished approval of timber businesses is listed from memory, never proposed', () => {
    const measures = measuresOf('forest-law/timber-business-approval', '2011-06-01', {
      'conduct.activity': 'timber-processing',
      'timber.businessApprovalHeld': false,
    })
    expect(measures.map((each) => [each.backing, each.proposed])).toEqual([['unverified', false]])
  })
})
