/** 三倒查 on the shipped plans, and the two responsibility matrices held against their instruments. */
import { aggregateOf, tracesOf, tracingsOf } from '@hegui/engine'
import type { InspectionRecord, Plan, Unit } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import productionDen from '../../../../examples/records/03-production-den.json' with { type: 'json' }
import { den } from './support/den.js'
import { allPlans, assessed, rules } from './support/shipped.js'

const planOf = (id: string): Plan => allPlans.find((plan) => plan.id === id) ?? expect.fail(id)
const erong = planOf('erong-2023')

describe('the plan of 峨溶镇', () => {
  const year = { from: '2023-01-01', to: '2023-12-31' }
  const village = (id: string, period: { from: string; to: string }): Unit => ({
    id,
    title: id,
    organ: 'village-committee',
    region: '500241107001',
    responsibilities: [{ role: 'village-leadership', area: '一村', period, duty: '每月检查' }],
  })
  const town: Unit = { id: 'town', title: '镇政府', organ: 'township-government', region: '500241107', responsibilities: [{ role: 'leadership' }] }
  const units = [town, village('before', { from: '2023-01-01', to: '2023-06-30' }), village('after', { from: '2023-07-01', to: '2023-12-31' })]
  const tracings = (record: InspectionRecord) => {
    const { aggregate, problems } = aggregateOf([record], rules, { plan: erong, source: 's' })
    expect(problems).toEqual([])
    return tracingsOf(erong, town, units, aggregate, { period: year }, rules).tracings
  }

  test('orders three directions, each by clause 3.3.1', () => {
    const record = den({ 'goods.suppliedFrom': '邻县某化工厂', 'sale.buyer': 'unlicensed' }, { region: '500241107001' })
    const found = tracings(record)
    expect(found.map(({ direction, measure, clauses }) => [direction, measure, clauses])).toEqual([
      ['destination', 'trace-product-destination', ['3.3.1']],
      ['source', 'trace-material-source', ['3.3.1']],
      ['supervisor', 'trace-missed-supervision', ['3.3.1']],
    ])
    const [destination, source, supervisor] = found
    expect(destination?.known).toEqual([{ fact: 'sale.buyer', value: '无证单位或个人' }])
    expect(destination?.questions.join()).toContain('货物卖给了谁')
    expect(source?.known).toEqual([{ fact: 'goods.suppliedFrom', value: '邻县某化工厂' }])
    expect(supervisor?.whom.map(({ unit }) => unit)).toEqual(['before', 'town'])
    expect(supervisor?.reason).toContain('3.3.1')
  })

  test('the responsibility that changed in mid year: only who held it then', () => {
    const supervisorsOf = (date: string) => {
      const record = den({}, { region: '500241107001', inspectedOn: '2023-09-01', decidedOn: '2023-09-01' }, date)
      return tracings(record)
        .find(({ direction }) => direction === 'supervisor')
        ?.whom.map(({ unit }) => unit)
    }
    expect(supervisorsOf('2023-06-30')).toEqual(['before', 'town'])
    expect(supervisorsOf('2023-07-01')).toEqual(['after', 'town'])
  })

  test('nothing is traced while the violation is open', () => {
    const open = den({ 'licence.status': null })
    expect(assessed(open).findings.some(({ verdict }) => verdict === 'undetermined')).toBe(true)
    expect(tracesOf(open, assessed(open), erong, rules)).toEqual([])
  })

  test('the production den of the examples, whose region names only the county', () => {
    const found = tracings(productionDen as unknown as InspectionRecord)
    const supervisor = found.find(({ direction }) => direction === 'supervisor')
    expect(supervisor?.rules).toContain('fireworks/unlicensed-production')
    expect(supervisor?.reason).toContain('只写到秀山土家族苗族自治县')
    expect(supervisor?.whom.every(({ unit }) => unit === null)).toBe(true)
    expect(supervisor?.questions.join()).toContain('before')
  })

  test('no other plan orders it', () => {
    const ordering = allPlans.filter((plan) => plan.measures.some(({ kind }) => kind === 'tracing'))
    expect(ordering.map(({ id }) => id)).toEqual(['erong-2023'])
  })
})

describe('the matrices, as their instruments have them', () => {
  test('urban-order-2019: nine groups, one lead each, with so many responsible besides', () => {
    // The ninth is given to the leads of the other eight; 各街道 and 各地区、各部门 count once each.
    const groups = planOf('urban-order-2019').roles.filter(({ id, title }) => id.endsWith('-group') && title.endsWith('组') && id !== 'leading-group')
    expect(groups.map(({ title, lead, organs }) => [title, lead, organs.length])).toEqual([
      ['城市管理秩序组', ['urban-management'], 10],
      ['社会治安秩序组', ['public-security'], 9],
      ['施工工地监管组', ['housing-construction-authority'], 7],
      ['交通安全秩序组', ['traffic-police'], 7],
      ['安全生产保障组', ['emergency-management'], 11],
      ['消防隐患整治组', ['fire-rescue'], 9],
      ['生态环境整治组', ['ecological-environment-authority'], 11],
      ['宣传报道组', ['publicity-department'], 3],
      ['督导检查组', ['government-supervision-office'], 8],
    ])
    const leads = groups.slice(0, 8).flatMap(({ lead }) => lead ?? [])
    expect([...(groups[8]?.organs ?? [])].sort()).toEqual([...leads].sort())
  })

  test('baiyang-2019: four patrol areas, led by the subdistrict, answered for by the community', () => {
    const areas = planOf('baiyang-2019').roles.filter(({ area }) => area !== undefined)
    expect(areas.map(({ area, lead }) => [area, lead])).toEqual(['白马', '墨斗', '新华', '丰益'].map((area) => [area, ['subdistrict-office']]))
    expect(areas.every(({ organs }) => organs.includes('community'))).toBe(true)
  })
})
