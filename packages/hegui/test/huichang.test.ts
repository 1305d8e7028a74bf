/** 会昌 2012: the five cases of the township's report, from the example records, each as the law of its day has it. */
import { readFileSync } from 'node:fs'
import { type AssessedMeasure, type Assessment, assess, type InspectionRecord } from 'hegui'
import { describe, expect, test } from 'vitest'

const recordOf = (name: string): InspectionRecord =>
  JSON.parse(readFileSync(new URL(`../../../examples/records/${name}.json`, import.meta.url), 'utf8')) as InspectionRecord
const assessed = (record: InspectionRecord): Assessment => {
  const result = assess(record)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.assessment
}
const cases = {
  washing: '56-huichang-ore-washing',
  acid: '57-huichang-sulfuric-acid',
  van: '58-huichang-van',
  panning: '59-huichang-gold-panning',
  shops: '01-village-shops-2012',
} as const
type Case = keyof typeof cases
const of = (name: Case): Assessment => assessed(recordOf(cases[name]))
const verdict = (found: Assessment, rule: string) => found.findings.find((finding) => finding.rule === rule)
const of2012 = (measures: readonly AssessedMeasure[], norm: string) => measures.filter((measure) => measure.norm === norm)
const ownTasks = (found: Assessment) => [
  ...new Set(found.actions.filter((action) => action.assignee === 'township-government').map((action) => action.template)),
]

describe.each(Object.keys(cases) as Case[])('%s', (name) => {
  const found = of(name)

  test('has no measure that the township could take', () => {
    expect(found.measures.flatMap((measure) => measure.authority)).not.toContain('township-government')
    for (const task of ownTasks(found)) expect(task).toBe('report-to-competent-organ')
  })

  test('is checked against the report, each of whose measures says on what it rests', () => {
    const violations = found.findings.filter((finding) => finding.verdict === 'violation')
    const items = found.planItems.filter((item) => item.plan === 'huichang-2012')
    expect(items.length > 0).toBe(violations.length > 0)
    for (const item of items) expect(['unverified', 'conditional', 'unbacked', 'closed']).toContain(item.state)
  })
})

describe('2012-08-14, washing ore at an old mine', () => {
  const found = of('washing')

  test('is not mining: no rule on mining applies', () => {
    for (const rule of ['mining-without-right', 'mining-without-licence', 'mining-over-boundary', 'illegal-coal-mine'])
      expect([rule, verdict(found, `work-safety/${rule}`)?.verdict]).toEqual([rule, 'not-applicable'])
  })

  test('is undetermined, and asks for the approvals and the discharge', () => {
    expect(verdict(found, 'work-safety/ore-washing')).toMatchObject({ verdict: 'undetermined', missing: ['oreWashing.approvals', 'oreWashing.discharge'] })
    expect(found.questions.map((question) => question.fact).sort()).toEqual(['oreWashing.approvals', 'oreWashing.discharge'])
    expect(found.measures).toEqual([])
  })

  test('has no statutory penalty even when the answers are bad: the law on it was not read', () => {
    const record = recordOf(cases.washing)
    const worst = assessed({
      ...record,
      conducts: record.conducts.map((each) => ({
        ...each,
        facts: { ...each.facts, 'oreWashing.approvals': 'missing', 'oreWashing.discharge': 'unlawful' },
      })),
    })
    expect(verdict(worst, 'work-safety/ore-washing')?.verdict).toBe('violation')
    expect(worst.measures.filter((measure) => measure.norm !== undefined)).toEqual([])
    expect(worst.planItems.map((item) => [item.measure, item.state])).toEqual([['stop-ore-washing', 'unbacked']])
  })
})

describe('2012-09-15, a metallurgical plant using concentrated sulfuric acid', () => {
  const found = of('acid')
  const answered = (facts: NonNullable<InspectionRecord['facts']>): Assessment => {
    const record = recordOf(cases.acid)
    return assessed({ ...record, conducts: record.conducts.map((each) => ({ ...each, facts: { ...each.facts, ...facts } })) })
  }

  test('is undetermined until the purchase record and the licence are known', () => {
    const finding = verdict(found, 'work-safety/sulfuric-acid-use')
    expect(finding).toMatchObject({ verdict: 'undetermined', canViolate: true })
    expect(finding?.missing).toEqual(expect.arrayContaining(['precursor.acquisition', 'precursor.purchaseFiled', 'chemical.useLicenceHeld']))
    expect(found.findings.filter((each) => each.verdict === 'violation')).toEqual([])
    expect(found.measures).toEqual([])
  })

  test('is in order when the purchase was filed and the plant is not a chemical enterprise', () => {
    const settled = answered({ 'precursor.acquisition': 'purchased', 'precursor.purchaseFiled': true, 'chemical.enterprise': false })
    expect(verdict(settled, 'work-safety/sulfuric-acid-use')?.verdict).toBe('compliant')
  })

  test('meets the precursor regulation, shown and not proposed, when the purchase was not filed', () => {
    const unfiled = answered({ 'precursor.acquisition': 'purchased', 'precursor.purchaseFiled': false })
    const measures = of2012(unfiled.measures, 'precursor-chemicals-regulation/38')
    expect([...new Set(measures.map((measure) => measure.kind))].sort()).toEqual(['confiscation', 'fine', 'licence-revocation'])
    for (const measure of measures) expect(measure).toMatchObject({ backing: 'unverified', proposed: false })
    expect(measures.filter((measure) => measure.kind === 'fine').flatMap((measure) => measure.authority)).toEqual(['public-security', 'public-security'])
  })
})

describe('2012-09-20, a van carrying passengers', () => {
  const found = of('van')
  const measures = of2012(found.measures, 'road-transport-regulation/63-passenger')

  test('is transport without a licence; the norm orders a stop and a fine, of which the township told only the first', () => {
    expect(verdict(found, 'work-safety/unlicensed-passenger-transport')?.verdict).toBe('violation')
    expect([...new Set(measures.map((measure) => measure.kind))].sort()).toEqual(['confiscation', 'fine', 'order-to-stop'])
    expect(found.planItems.map((item) => item.measure).sort()).toEqual(['fine-van', 'stop-van'])
  })

  test('goes to the transport authority, in a wording that was not read', () => {
    for (const measure of measures) expect(measure).toMatchObject({ authority: ['transport-authority'], backing: 'unverified', proposed: false })
    expect(ownTasks(found)).toEqual(['report-to-competent-organ'])
  })
})

describe('2012-09-26, gold panning in the Gongjiang basin', () => {
  const found = of('panning')

  test('is what the river regulation names, referred to the water authority, in a wording that was not read', () => {
    expect(verdict(found, 'work-safety/gold-panning')?.verdict).toBe('violation')
    const measures = of2012(found.measures, 'river-management-regulation/44-4')
    expect(measures.map(({ kind, force }) => [kind, force])).toEqual([
      ['order-to-correct', 'must'],
      ['warning', 'may'],
      ['fine', 'may'],
      ['confiscation', 'may'],
    ])
    for (const measure of measures) expect(measure).toMatchObject({ authority: ['water-authority'], backing: 'unverified', proposed: false })
    expect(measures.find((measure) => measure.kind === 'fine')?.amountYuan).toBeUndefined()
    expect(found.actions.find((action) => action.template === 'verify-wording')?.assignee).toBe('water-authority')
    expect(ownTasks(found)).toEqual(['report-to-competent-organ'])
  })

  test('may be mining without a licence too: that is asked, not supposed', () => {
    expect(verdict(found, 'work-safety/mining-without-right')).toMatchObject({ verdict: 'undetermined', canViolate: true })
    expect(found.questions.map((question) => question.fact)).toContain('mining.rightHeld')
  })

  test('the same in 2023 is proposed to the water authority, and fined once with the mining law', () => {
    const later = assessed(recordOf('60-huichang-gold-panning-2023'))
    const measures = of2012(later.measures, 'river-management-regulation/44-4')
    for (const measure of measures) expect(measure).toMatchObject({ backing: 'statutory', proposed: true, edition: '2018', authority: ['water-authority'] })
    expect(of2012(later.measures, 'water-law/65-1')).toEqual([])
    expect(later.concurrence.map((each) => each.kind)).toContain('one-fine')
  })
})

describe('2012-09-28, two village shops with firecrackers', () => {
  const found = of('shops')

  test.each(['sale-a', 'sale-b'])('%s is in violation; stop, fine and confiscation are shown as not verified', (conduct) => {
    expect(found.findings.filter((each) => each.conduct === conduct && each.verdict === 'violation').map((each) => each.rule)).toEqual([
      'fireworks/unlicensed-business',
    ])
    const measures = of2012(found.measures, 'fireworks-regulation/36-1').filter((measure) => measure.conduct === conduct)
    expect(measures.map(({ kind, amountYuan }) => [kind, amountYuan])).toEqual([
      ['order-to-stop', undefined],
      ['fine', { min: 20000, max: 100000 }],
      ['confiscation', undefined],
      ['confiscation', undefined],
    ])
    for (const measure of measures) expect(measure).toMatchObject({ authority: ['emergency-management'], backing: 'unverified', proposed: false })
  })

  test('the two cartons and the two closures of the report hang on that unread wording', () => {
    expect([...new Set(found.planItems.map((item) => `${item.measure} ${item.state}`))].sort()).toEqual([
      'close-shops unverified',
      'confiscate-firecrackers unverified',
    ])
  })
})
