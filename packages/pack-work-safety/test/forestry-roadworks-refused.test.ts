/** What the reports of 2010 to 2012 say and the law does not allow, or not any more: it stays out, whoever edits the data. */
import { workSafetyPack } from '@hegui/pack-work-safety'
import { describe, expect, test } from 'vitest'
import { assessed, rules } from './support/cases.js'

const planOf = (id: string) => {
  const found = workSafetyPack.plans.find((plan) => plan.id === id)
  if (found === undefined) throw new Error(`no plan ${id}`)
  return found
}
const holder = {
  'conduct.activity': 'timber-processing',
  'timber.businessApprovalHeld': true,
  'timber.approvalInUse': false,
  'timber.contractedOut': true,
  'timber.letOut': true,
  'timber.withinApprovedScope': false,
  'timber.approvalUsedByHolderOnly': false,
  'timber.approvedPlacesOnly': false,
} as const
const timber = (date: string, facts: Readonly<Record<string, string | boolean | number>>) =>
  assessed({ id: 'r', inspectedOn: date, plans: ['forestry-summary'], conducts: [{ id: 'c', date, facts }] })

describe('the approval of timber businesses', () => {
  const leanOn = workSafetyPack.rules.filter((rule) => JSON.stringify([rule.appliesWhen, rule.violatedWhen]).includes('"timber.businessApprovalHeld"'))

  test('is asked for by no rule after it was abolished', () => {
    expect(leanOn.length).toBe(7)
    expect(leanOn.filter((rule) => rule.inForce.to !== '2020-06-30').map((rule) => rule.id)).toEqual([])
  })

  test('was broken in six ways on its last day, and in none on the day after', () => {
    const broken = (date: string) =>
      timber(date, holder)
        .findings.filter((finding) => finding.verdict === 'violation' && leanOn.some((rule) => rule.id === finding.rule))
        .map((finding) => finding.rule)
    expect(broken('2020-06-30').length).toBe(6)
    expect(broken('2020-07-01')).toEqual([])
  })

  test('never leads to a measure that is proposed: nobody has read its articles', () => {
    const { measures } = timber('2011-06-01', holder)
    expect(measures.length).toBeGreaterThan(0)
    expect(measures.filter((measure) => measure.proposed)).toEqual([])
  })
})

describe('figures of a review', () => {
  test.each(['forestry-summary', 'roadworks-2010'])('of %s are statistics, never a target', (id) => {
    const plan = planOf(id)
    expect(plan.statistics?.length).toBeGreaterThan(0)
    expect(plan.targets).toEqual([])
  })

  test('may be nought: no letter and no call came in', () => {
    expect(planOf('roadworks-2010').statistics?.map(({ id, value }) => [id, value])).toEqual([
      ['letters', 0],
      ['calls', 0],
    ])
  })

  test('that are cubic metres of timber confiscated refer nobody: the threshold is standing stock, case by case', () => {
    const facts = { 'conduct.activity': 'timber-purchase', 'timber.unlawfulOrigin': true, 'timber.knewUnlawfulOrigin': true, 'progress.crimeSuspected': false }
    const referred = (stock: number) =>
      timber('2024-06-01', { ...facts, 'timber.standingStockM3': stock, 'timber.saplings': 0, 'timber.valueYuan': 16000 }).measures.some(
        (measure) => measure.norm === 'forest-crime-interpretation/8' && measure.proposed,
      )
    expect([referred(19), referred(20)]).toEqual([false, true])
    expect(JSON.stringify(rules.vocabulary.facts.get('timber.standingStockM3'))).toContain('立木蓄积')
  })
})

test('a ledger that was not kept is fined by nobody', () => {
  const { findings, measures } = timber('2024-06-01', { 'conduct.activity': 'timber-processing', 'party.kind': 'enterprise' })
  expect(findings.find((finding) => finding.rule === 'work-safety/no-timber-ledger')?.missing).toEqual(['timber.ledgers'])
  expect(measures).toEqual([])
  const kept = assessed({
    id: 'r',
    inspectedOn: '2024-06-01',
    plans: [],
    conducts: [{ id: 'c', date: '2024-06-01', facts: { 'conduct.activity': 'timber-processing', 'party.kind': 'enterprise', 'timber.ledgers': [] } }],
  })
  expect(kept.findings.find((finding) => finding.rule === 'work-safety/no-timber-ledger')?.verdict).toBe('violation')
  expect(kept.measures).toEqual([])
})

test('heavier punishment for casualties is advice inside the range, and only where people were hurt by an illegal act', () => {
  const accident = (casualties: boolean) =>
    assessed({
      id: 'r',
      inspectedOn: '2010-10-12',
      plans: ['roadworks-2010'],
      conducts: [
        {
          id: 'c',
          date: '2010-10-12',
          facts: {
            'conduct.activity': 'safety-management',
            'safety.matter': 'accident',
            'party.productionUnit': true,
            'accident.responsible': true,
            'accident.grade': 'larger',
            'accident.fromIllegalProduction': true,
            'accident.casualties': casualties,
          },
        },
      ],
    }).measures.filter((measure) => measure.norm === 'accident-report-regulation/37')
  expect(accident(true).map((measure) => [measure.amountYuan, measure.recommendations?.[0]?.level])).toEqual([[{ min: 200000, max: 500000 }, 'upper-part']])
  expect(accident(false).map((measure) => [measure.amountYuan, measure.recommendations ?? []])).toEqual([[{ min: 200000, max: 500000 }, []]])
})
