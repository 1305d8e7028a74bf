/** The legality check against the review of the two fireworks plans: one row of the table per row of the review, then its cross-cutting flags. */
import type { Plan, PlanClause } from '@hegui/model'
import { shippedRuleset } from 'hegui'
import { describe, expect, it } from 'vitest'
import { type ClauseLegality, type LegalityLine, type LegalityStatus, legalityOf, legalityStatuses } from '../src/index.js'

const ruleset = shippedRuleset()
const { catalogue } = ruleset
const planOf = (id: string): Plan => {
  const plan = catalogue.plans.get(id)
  if (plan === undefined) throw new Error(`no plan ${id}`)
  return plan
}
const zhengzhou = planOf('changjianglu-2016')
const chongqing = planOf('erong-2023')
const results = new Map([...catalogue.plans.values()].map((plan) => [plan.id, legalityOf(plan, ruleset)]))

function clauseOf(plan: string, id: string): ClauseLegality {
  const found = results.get(plan)?.clauses.find((clause) => clause.clause === id)
  if (found === undefined) throw new Error(`${plan} has no clause ${id}`)
  return found
}
function lineOf(plan: string, clause: string, line: string): LegalityLine {
  const found = clauseOf(plan, clause).lines.find((each) => each.id === line || each.as === line)
  if (found === undefined) throw new Error(`${plan} ${clause} has no line ${line}`)
  return found
}
const citedIn = (line: LegalityLine): readonly string[] =>
  [...line.norms, ...line.routes, ...(line.following ?? []), ...line.articles].map(({ instrument, article }) => `${instrument} ${article}`)

type Row = readonly [item: string, clause: string, line: string, status: LegalityStatus, articles: readonly string[]]

/** 2016-12-26 to 2017-02-17, Zhengzhou. What stands only in editions of those days that were not read is unverified. */
const changjianglu: readonly Row[] = [
  ['非法生产', '2.1.1', 'fireworks/unlicensed-production', 'statutory', ['fireworks-regulation 36(1)', 'fireworks-regulation 3']],
  ['非法经营', '2.1.2', 'fireworks/unlicensed-business', 'statutory', ['fireworks-regulation 36(1)']],
  ['非法储存', '2.1.3', 'fireworks/illegal-storage', 'statutory', ['public-security-penalties-law 30']],
  ['替他人储存', '2.1.3', 'fireworks/storage-for-others', 'unverified', ['explosives-crime-interpretation 1(6)']],
  ['许可仓库以外储存', '2.1.3', 'fireworks/storage-outside-licensed-warehouse', 'unverified', ['fireworks-business-rule 32(4)']],
  ['非法运输', '2.1.4', 'fireworks/unlicensed-transport', 'statutory', ['fireworks-regulation 36(2)']],
  ['非法燃放', '2.1.5', 'fireworks/prohibited-set-off', 'statutory', ['fireworks-regulation 42(2)']],
  ['拒不执行监察指令', '2.2.1', 'fireworks/refused-supervision-order', 'unverified', ['work-safety-law 108']],
  ['拒不执行处理决定', '2.2.1', 'fireworks/refused-statutory-decision', 'unbacked', []],
  ['抗拒执法', '2.2.2', 'fireworks/obstructed-enforcement', 'statutory', ['public-security-penalties-law 50(1)(2)']],
  ['重奖举报', '5.2', 'public-reporting', 'unverified', ['work-safety-law 73', 'work-safety-law 76']],
  ['收缴', '5.3', 'collect-in', 'statutory', ['fireworks-regulation 36(1)', 'fireworks-regulation 36(2)']],
  ['关闭、取缔', '5.3', 'close-down', 'unverified', ['work-safety-law 113', 'fireworks-regulation 36(1)']],
  [
    '联合执法由各单位实施',
    '5.3',
    'joint-enforcement',
    'conflict',
    ['administrative-penalties-law 17', 'administrative-coercion-law 17', 'fireworks-regulation 43'],
  ],
  ['挂牌督办、追究责任', '4.4', 'key-management', 'internal', []],
  ['首长负责制', '5.1', 'leader-responsibility', 'internal', []],
  ['三个100%', '4.2', 'three-hundred-percents', 'internal', []],
  ['每周三汇总表', '5.6', 'weekly-summary-table', 'internal', []],
  ['工作方案', '5.7', 'submit-work-plan', 'internal', []],
  ['总结', '5.7', 'submit-summary', 'internal', []],
  ['全区禁放的宣传', '3.4', 'publicise-law', 'internal', []],
]

/** 2023, Chongqing. */
const erong: readonly Row[] = [
  [
    '窝点生产',
    '2.1.1',
    'fireworks/unlicensed-production',
    'statutory',
    ['fireworks-regulation 36(1)', 'chongqing-fireworks-regulation 17', 'work-safety-licence-regulation 19', 'public-security-penalties-law 30'],
  ],
  ['经营', '2.1.2', 'fireworks/unlicensed-business', 'statutory', ['fireworks-regulation 36(1)', 'fireworks-business-rule 31']],
  ['无证兜售', '2.1.12', 'fireworks/street-hawking', 'statutory', ['fireworks-regulation 36(1)']],
  ['持证零售者兜售', '2.1.12', 'fireworks/licensed-retailer-hawking', 'unverified', []],
  ['运输', '2.1.3', 'fireworks/unlicensed-transport', 'statutory', ['fireworks-regulation 36(2)']],
  ['伪造产地、认证标志', '2.1.4', 'fireworks/forged-origin-or-marks', 'statutory', ['product-quality-law 53']],
  ['伪造商标', '2.1.4', 'fireworks/forged-trade-mark', 'unverified', []],
  ['批发无合同', '2.1.5', 'fireworks/no-detailed-contract', 'unverified', ['fireworks-business-rule 32(6)']],
  ['零售无合同', '2.1.5', 'fireworks/no-detailed-contract-retail', 'unbacked', []],
  ['未登记流向', '2.1.6', 'fireworks/no-identification-code', 'unverified', ['fireworks-business-rule 32(6)']],
  ['仓库超量', '2.1.7', 'fireworks/warehouse-overstock', 'unverified', ['fireworks-business-rule 32(3)']],
  ['零售点超量', '2.1.11', 'fireworks/retail-overstock', 'unverified', ['fireworks-business-rule 35(2)']],
  ['生产企业超员', '2.1.8', 'fireworks/overstaffed-operation', 'statutory', ['fireworks-regulation 37(2)']],
  ['仓库超员', '2.1.8', 'fireworks/overstaffed-warehouse-operation', 'unverified', []],
  ['库房内拆箱分装', '2.1.9', 'fireworks/repacking-in-warehouse', 'unverified', []],
  ['零售点连片', '2.1.10a', 'fireworks/adjoining-retail-points', 'unverified', ['fireworks-business-rule 16']],
  ['零售点在居民楼', '2.1.10b', 'fireworks/retail-point-in-residential-building', 'statutory', ['fire-protection-law 61(1)', 'fireworks-business-rule 6']],
  ['批发专业燃放类', '2.1.13', 'fireworks/wholesaler-supplies-professional-goods', 'statutory', ['fireworks-regulation 38(1)']],
  ['零售专业燃放类', '2.1.13', 'fireworks/retailer-sells-professional-goods', 'statutory', ['fireworks-regulation 38(2)']],
  ['超标产品', '2.1.13', 'fireworks/over-standard-sale', 'statutory', ['product-quality-law 49']],
  ['卖给无证者和个人', '2.1.13', 'fireworks/sale-to-unlicensed-or-individual', 'unverified', ['fireworks-business-rule 32(10)']],
  ['没收原材料', '3.3.1', 'confiscate-raw-materials', 'conflict', ['fireworks-regulation 36(1)', 'product-quality-law 60']],
  ['没收生产设备', '3.3.1', 'confiscate-production-equipment', 'conflict', ['fireworks-regulation 36(1)', 'product-quality-law 60']],
  ['没收成品', '3.3.1', 'confiscate-finished-goods', 'statutory', ['fireworks-regulation 36(1)', 'product-quality-law 49']],
  ['拘留业主', '3.3.1', 'detain-owner', 'statutory', ['public-security-penalties-law 30']],
  ['倒查来源', '3.3.1', 'trace-material-source', 'internal', []],
  ['倒查去向', '3.3.1', 'trace-product-destination', 'internal', []],
  ['倒查漏管', '3.3.1', 'trace-missed-supervision', 'internal', ['work-safety-law 90']],
  ['每月检查', '3.2.2', 'monthly-check', 'statutory', ['chongqing-work-safety-regulation 35']],
  ['每季排查', '3.2.2', 'quarterly-search', 'statutory', ['chongqing-work-safety-regulation 35']],
  ['台账', '3.2.7', 'ledger', 'internal', []],
  [
    '问责',
    '3.2.6',
    'explosion-after-weak-supervision',
    'statutory',
    ['fireworks-regulation 44', 'public-officials-sanctions-law 39', 'public-officials-sanctions-law 22'],
  ],
  ['渎职移送', '3.2.6', 'dereliction-crime', 'statutory', ['criminal-law 397']],
  ['绩效、奖惩挂钩', '3.2.7', 'appraisal-and-tracing', 'internal', ['administrative-penalties-law 74(3)']],
  ['设检查卡', '3.3.5', 'checkpoints', 'unbacked', ['administrative-coercion-law 17']],
  ['眼线、跟踪', '3.3.5', 'notEncoded', 'notEncoded', []],
  ['禁放区域', '3.3.5', 'declared', 'unbacked', ['chongqing-fireworks-regulation 5(3)', 'chongqing-fireworks-regulation 18']],
  ['季度时段', '3.3.2', 'quarter-1', 'internal', []],
  ['季度时段', '3.3.3', 'quarter-2', 'internal', []],
  ['季度时段', '3.3.4', 'quarter-3', 'internal', []],
  ['宣传', '3.4', 'village-publicity', 'internal', []],
]

describe.each([
  ['changjianglu-2016', changjianglu],
  ['erong-2023', erong],
] as const)('the review of %s', (plan, rows) => {
  it.each(rows)('%s (%s %s) is %s', (_, clause, id, status, articles) => {
    const line = lineOf(plan, clause, id)
    expect(line.status).toBe(status)
    expect(citedIn(line)).toEqual(expect.arrayContaining([...articles]))
  })
})

describe('every plan', () => {
  it.each([...results.values()].map((result) => [result.plan, result] as const))(
    '%s has a line for each clause, the worst of which is its status, and no contradiction',
    (_, result) => {
      expect(result.clauses.map((clause) => clause.clause)).toEqual(planOf(result.plan).clauses.map((clause) => clause.id))
      for (const clause of result.clauses) {
        expect(clause.lines.length, clause.clause).toBeGreaterThan(0)
        const telling = clause.lines.filter((line) => line.because !== 'narrative')
        const statuses = (telling.length > 0 ? telling : clause.lines).map((line) => legalityStatuses.indexOf(line.status))
        expect(legalityStatuses.indexOf(clause.status), clause.clause).toBe(Math.min(...statuses))
      }
      expect(result.problems).toEqual([])
      expect(Object.values(result.tally).reduce((sum, count) => sum + count, 0)).toBe(result.clauses.length)
    },
  )

  it.each([...results.values()].map((result) => [result.plan, result] as const))(
    '%s: what is statutory was read in the edition of those days, with its organ',
    (_, result) => {
      for (const line of result.clauses.flatMap((clause) => clause.lines)) {
        if (line.status !== 'statutory' || line.because === 'no-penalty-read') continue
        expect(
          [...line.norms, ...line.routes, ...line.articles].some((cited) => cited.reading === 'read'),
          `${line.as} ${line.id}`,
        ).toBe(true)
        if (line.as !== 'rule' && line.as !== 'measure') continue
        expect(
          [...line.norms, ...line.routes].some((cited) => cited.editions.some((edition) => edition.authority.length > 0)),
          `${line.as} ${line.id}`,
        ).toBe(true)
      }
    },
  )

  it.each([...results.values()].map((result) => [result.plan, result] as const))(
    '%s: a measure that is not plainly backed names what is lawful instead',
    (_, result) => {
      for (const line of result.clauses.flatMap((clause) => clause.lines)) {
        if (line.as === 'measure' && (line.conditional === true || ['unbacked', 'conflict', 'unverified'].includes(line.status)))
          expect(line.alternative, line.id).toBeTruthy()
      }
    },
  )

  it('is judged alike twice', () => {
    for (const plan of catalogue.plans.values()) expect(JSON.stringify(legalityOf(plan, ruleset))).toBe(JSON.stringify(results.get(plan.id)))
  })

  it('with its clauses in another order only has its lines in another order', () => {
    for (const plan of catalogue.plans.values()) {
      const reversed = legalityOf({ ...plan, clauses: [...plan.clauses].reverse() }, ruleset)
      expect([...reversed.clauses].reverse()).toEqual(results.get(plan.id)?.clauses)
      expect(reversed.tally).toEqual(results.get(plan.id)?.tally)
    }
  })
})

/** A plan of one clause, or one measure changed: what the check says then. */
const withClause = (plan: Plan, id: string, change: (clause: PlanClause) => PlanClause): Plan => ({
  ...plan,
  clauses: plan.clauses.map((clause) => (clause.id === id ? change(clause) : clause)),
})
const lineIn = (plan: Plan, clause: string, id: string, as?: LegalityLine['as']): LegalityLine | undefined =>
  legalityOf(plan, ruleset)
    .clauses.find((each) => each.clause === clause)
    ?.lines.find((line) => line.id === id && (as === undefined || line.as === as))

describe('the flags that hold for every plan', () => {
  it('A1: a measure no norm knows is unbacked, whatever the plan says', () => {
    const bare: Plan = { ...chongqing, measures: chongqing.measures.map((measure) => (measure.id === 'fine-transport' ? { ...measure, routes: [] } : measure)) }
    expect(lineIn(bare, '2.2', 'fine-transport')).toMatchObject({ status: 'unbacked', because: 'no-route', alternative: expect.any(String) })
    expect(citedIn(lineIn(bare, '2.2', 'fine-transport') as LegalityLine)).toContain('administrative-penalties-law 16')
  })

  it('A2: villages, communities and offices that are told to close down or to lead the blow conflict with who may act', () => {
    expect(lineOf('erong-2023', '3.2.1', 'five-guarantees')).toMatchObject({ status: 'conflict', because: 'lacks-power', alternative: expect.any(String) })
    for (const role of ['community-implementation', 'village-supervision']) {
      const line = lineOf('changjianglu-2016', '3.1', role)
      expect(line, role).toMatchObject({ status: 'conflict', alternative: expect.stringContaining('发现、劝阻、报告') })
      expect(citedIn(line)).toEqual(
        expect.arrayContaining(['administrative-penalties-law 17', 'administrative-penalties-law 20', 'administrative-coercion-law 17']),
      )
    }
    expect(lineOf('changjianglu-2016', '3.1', 'subdistrict-coordination').status).toBe('internal')
  })

  it('A3: a blanket maximum conflicts with proportion, benchmarks, mitigation and waiver; a high range is a suggestion', () => {
    const recommending = (recommends: 'maximum' | 'upper-part'): Plan => ({
      ...chongqing,
      measures: chongqing.measures.map((measure) => (measure.id === 'fine-production-business' ? { ...measure, recommends } : measure)),
    })
    const line = lineIn(recommending('maximum'), '2.2', 'fine-production-business', 'recommendation')
    expect(line).toMatchObject({ status: 'conflict', because: 'blanket-maximum' })
    expect(citedIn(line as LegalityLine)).toEqual(expect.arrayContaining(['administrative-penalties-law 5', 'administrative-penalties-law 32']))
    expect(lineIn(recommending('upper-part'), '2.2', 'fine-production-business', 'recommendation')).toMatchObject({ status: 'internal' })
    expect(lineIn(chongqing, '2.2', 'fine-production-business', 'recommendation')).toBeUndefined()
  })

  it('A4: closing is backed on its own grounds only; without exception it is beyond the law', () => {
    expect(lineOf('erong-2023', '2.2', 'close-dens')).toMatchObject({
      status: 'statutory',
      conditional: true,
      alternative: expect.stringContaining('责令停止'),
    })
    expect(clauseOf('erong-2023', '2.2').status).toBe('unbacked')
    expect(citedIn(lineOf('erong-2023', '2.2', 'declared'))).toEqual(expect.arrayContaining(['work-safety-law 113', 'administrative-penalties-law 63']))
  })

  it('A6: appraisal stays inside and shows the article that forbids tying it to fines', () => {
    const line = lineOf('erong-2023', '3.2.7', 'appraisal-and-tracing')
    expect(line.status).toBe('internal')
    expect(citedIn(line)).toContain('administrative-penalties-law 74(3)')
  })

  it('A7: checkpoints without the police have no basis', () => {
    expect(lineOf('erong-2023', '3.3.5', 'checkpoints')).toMatchObject({
      status: 'unbacked',
      because: 'no-route',
      alternative: expect.stringContaining('公安'),
    })
  })

  it('A8: persons are not targeted, homes are not searched', () => {
    for (const [plan, clause] of [
      ['changjianglu-2016', '3.5'],
      ['erong-2023', '3.2.1n'],
      ['erong-2023', '3.3.2n'],
    ] as const) {
      expect(clauseOf(plan, clause).status, clause).toBe('unbacked')
      expect(lineOf(plan, clause, 'notEncoded')).toMatchObject({ because: 'person-targeting', reason: expect.any(String) })
    }
    expect(lineOf('changjianglu-2016', '3.7', 'source-search')).toMatchObject({ status: 'unbacked', because: 'lacks-power' })
  })

  it('A9: publishing needs a power the units lack', () => {
    const line = lineOf('changjianglu-2016', '5.2', 'expose-cases')
    expect(line).toMatchObject({ status: 'unbacked', because: 'lacks-power', alternative: expect.any(String) })
    expect(citedIn(line)).toContain('administrative-penalties-law 48')
  })

  it('A11: referral rests on a threshold whose edition was not read; detention on the police, on conditions', () => {
    expect(lineOf('erong-2023', '3.2.6m', 'refer-for-prosecution')).toMatchObject({ status: 'unverified', alternative: expect.any(String) })
    const detention = lineOf('erong-2023', '3.3.1', 'detain-owner')
    expect(detention).toMatchObject({ status: 'statutory', conditional: true, alternative: expect.any(String) })
    expect(detention.routes.find((route) => route.own)?.editions.flatMap((edition) => edition.authority)).toEqual(['public-security'])
    expect(detention.routes.find((route) => route.kind === 'criminal-referral')).toMatchObject({ own: false, reading: 'unread' })
  })

  it('A13: age, mental state, mitigation and first offence of those days come before any penalty', () => {
    const articles = (plan: string): readonly string[] =>
      (results.get(plan)?.circumstances ?? []).flatMap((each) => each.articles.map(({ instrument, article }) => `${instrument} ${article}`))
    expect(articles('erong-2023')).toEqual(
      expect.arrayContaining(['administrative-penalties-law 30', 'administrative-penalties-law 31', 'public-security-penalties-law 21']),
    )
    expect(articles('changjianglu-2016')).toContain('public-security-penalties-law 21')
    expect(articles('changjianglu-2016').filter((each) => each.startsWith('public-security-penalties-law 23'))).toEqual([])
  })

  it('A14: raw material and equipment are the lawful share of the product quality law, on its conditions, only', () => {
    for (const id of ['confiscate-raw-materials', 'confiscate-production-equipment']) {
      const line = lineOf('erong-2023', '3.3.1', id)
      expect(
        line.routes.filter((route) => route.norm.startsWith('product-quality-law/60')),
        id,
      ).toMatchObject([{ own: true, conditional: true }])
      expect(line, id).toMatchObject({ because: 'declared', reason: expect.stringContaining('第60条'), alternative: expect.stringContaining('市场监督管理') })
    }
  })
})

describe('the days asked about', () => {
  it('are the plan’s own, or one day: then no declaration is held against it', () => {
    const later = legalityOf(chongqing, ruleset, { asOf: '2026-02-01' })
    expect(later).toMatchObject({ asOf: '2026-02-01', period: { from: '2026-02-01', to: '2026-02-01' }, problems: [] })
    const detention = later.clauses.find((clause) => clause.clause === '3.3.1')?.lines.find((line) => line.id === 'detain-owner')
    expect(detention?.routes.find((route) => route.own)?.editions.map((edition) => edition.edition)).toEqual(['2025'])
    expect(results.get('erong-2023')?.period).toEqual({ from: '2023-01-01', to: '2023-12-31' })
  })
})

describe('HG8001', () => {
  const declaring = (plan: Plan, clause: string, status: NonNullable<PlanClause['legal']>['status']): readonly string[] =>
    legalityOf(
      withClause(plan, clause, (each) => ({ ...each, legal: { status, note: '测试' } })),
      ruleset,
    ).problems.map((found) => `${found.code} ${found.path.join('.')}`)
  const at = (plan: Plan, clause: string): string => `HG8001 clauses.${plan.clauses.findIndex((each) => each.id === clause)}.legal.status`

  it.each([
    ['ok, where nothing statutory backs it', zhengzhou, '3.3', 'ok'],
    ['ok, where nothing statutory backs it', zhengzhou, '3.4', 'ok'],
    ['ok, where nothing statutory backs it', chongqing, '3.4', 'ok'],
    ['ok, where a part conflicts', chongqing, '3.2.1', 'ok'],
    ['ok, where a measure has no route', chongqing, '3.3.5', 'ok'],
    ['partly, where no part has an article', zhengzhou, '3.7', 'partly'],
    ['internal, where it reaches outside', zhengzhou, '2.1.4', 'internal'],
    ['no basis, where a norm that was read is in force', zhengzhou, '2.1.4', 'no-basis'],
    ['a conflict without an article', zhengzhou, '3.2', 'conflict'],
    ['beyond without an article', zhengzhou, '3.2', 'beyond'],
  ] as const)('%s', (_, plan, clause, status) => {
    expect(declaring(plan, clause, status)).toContain(at(plan, clause))
  })

  it('says nothing where the declaration follows from the data', () => {
    expect(declaring(zhengzhou, '2.1.4', 'ok')).toEqual([])
    expect(declaring(zhengzhou, '3.3', 'internal')).toEqual([])
  })
})
