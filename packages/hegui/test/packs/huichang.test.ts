/** 会昌 2012-09-28: two village shops without a licence, two cartons of firecrackers, "confiscated" by the township. */
import type { InspectionRecord } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed } from './support/shipped.js'

const shops = (date: string): InspectionRecord => ({
  id: 'huichang-2012-09-28',
  inspectedOn: date,
  region: '360733',
  inspectedBy: 'township-government',
  parties: [{ id: 'shop-1' }, { id: 'shop-2' }],
  conducts: ['1', '2'].map((number) => ({
    id: `shop-${number}`,
    date,
    party: `shop-${number}`,
    facts: { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none', 'site.kind': 'shop' },
    goods: [{ kind: 'finished', title: '爆竹', quantity: 1, unit: 'carton' }],
  })),
})
const conducts = ['shop-1', 'shop-2'] as const
const underArticle36 = (date: string, conduct: string) =>
  assessed(shops(date)).measures.filter((measure) => measure.conduct === conduct && measure.norm === 'fireworks-regulation/36-1')
const expectedKinds = [
  ['order-to-stop', undefined, undefined],
  ['fine', undefined, { min: 20000, max: 100000 }],
  ['confiscation', 'illegal-goods', undefined],
  ['confiscation', 'illegal-gains', undefined],
]

describe.each(conducts)('%s in 2012', (conduct) => {
  const found = assessed(shops('2012-09-28'))
  const measures = found.measures.filter((measure) => measure.conduct === conduct)

  test('is in violation, and of nothing else for certain', () => {
    expect(found.findings.filter((finding) => finding.conduct === conduct && finding.verdict === 'violation').map((finding) => finding.rule)).toEqual([
      'fireworks/unlicensed-business',
    ])
  })

  test('meets the measures of article 36 in a wording that was not read: shown, none proposed', () => {
    expect(underArticle36('2012-09-28', conduct).map(({ kind, object, amountYuan }) => [kind, object, amountYuan])).toEqual(expectedKinds)
    for (const measure of measures)
      expect([measure.id, measure.backing, measure.proposed, (measure.reason ?? '').length > 0]).toEqual([measure.id, 'unverified', false, true])
  })

  test('would be dealt with by the safety authority, not by the township', () => {
    for (const measure of underArticle36('2012-09-28', conduct)) expect(measure.authority).toEqual(['emergency-management'])
    expect(measures.flatMap((measure) => measure.authority)).not.toContain('township-government')
  })

  test('is not fined twice: the police track detains and fines nothing', () => {
    expect(measures.filter((measure) => measure.kind === 'fine').map((measure) => measure.norm)).toEqual(['fireworks-regulation/36-1'])
    const police = measures.filter((measure) => measure.track === 'public-security')
    expect(police.length).toBeGreaterThan(0)
    for (const measure of police)
      expect(measure).toMatchObject({
        kind: 'detention',
        authority: ['public-security'],
        status: 'provisional',
        subjectTo: expect.arrayContaining([{ kind: 'fact', fact: 'goods.explosiveSubstance', gate: true }]),
      })
    expect(found.pending.filter((pending) => pending.topic === 'concurrence')).toEqual([])
  })

  test('leaves the township one thing to do: to report', () => {
    const actions = found.actions.filter((action) => action.conduct === conduct)
    const own = actions.filter((action) => action.assignee === 'township-government')
    expect(own.map((action) => action.template)).toEqual(['report-to-competent-organ'])
    expect(own[0]?.notes.join('\n')).toContain('不自行没收')
  })

  test('leaves the competent organs nothing to do before the wording of the day is read', () => {
    const actions = found.actions.filter((action) => action.conduct === conduct && action.assignee !== 'township-government')
    expect(actions.map(({ template, assignee }) => [template, assignee])).toEqual([['verify-wording', 'emergency-management']])
  })
})

describe.each(conducts)('%s, the same facts in 2023', (conduct) => {
  const found = assessed(shops('2023-09-28'))

  test('meets the same measures, now proposed, by the same authority', () => {
    const measures = underArticle36('2023-09-28', conduct)
    expect(measures.map(({ kind, object, amountYuan }) => [kind, object, amountYuan])).toEqual(expectedKinds)
    for (const measure of measures)
      expect(measure).toMatchObject({ backing: 'statutory', proposed: true, edition: '2016', authority: ['emergency-management'] })
  })

  test('leaves to the competent organs what the township may not do', () => {
    const actions = found.actions.filter((action) => action.conduct === conduct)
    expect(actions.filter((action) => action.assignee === 'township-government').map((action) => action.template)).toEqual(['report-to-competent-organ'])
    expect(actions.find((action) => action.template === 'order-to-stop')).toMatchObject({ assignee: 'emergency-management', status: 'firm' })
    expect(actions.find((action) => action.template === 'seal-and-destroy-goods')).toMatchObject({ assignee: 'public-security' })
  })

  test('shows the fine of the departmental rule, which was not read, and proposes that of the regulation alone', () => {
    const fines = found.measures.filter((measure) => measure.conduct === conduct && measure.kind === 'fine')
    expect(fines.filter((measure) => measure.proposed).map((measure) => measure.norm)).toEqual(['fireworks-regulation/36-1'])
    expect(fines.filter((measure) => !measure.proposed).map((measure) => [measure.norm, measure.backing])).toEqual([
      ['fireworks-business-rule/31', 'unverified'],
    ])
    expect(found.concurrence.filter((each) => each.conducts.includes(conduct) && each.kind === 'one-fine')).toEqual([])
  })
})

test('two shops are two parties: nothing raises the question of one act', () => {
  expect(assessed(shops('2012-09-28')).pending.map((pending) => pending.topic)).not.toContain('one-act')
})
