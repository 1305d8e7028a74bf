/** The legality check against the review of the Baiyang plan of 2019: one line per row of the review. */
import { shippedRuleset } from 'hegui'
import { expect, test } from 'vitest'
import { type LegalityStatus, legalityOf } from '../src/index.js'

const ruleset = shippedRuleset()
const plan = ruleset.catalogue.plans.get('baiyang-2019')
if (plan === undefined) throw new Error('no plan baiyang-2019')
const { clauses } = legalityOf(plan, ruleset)

test.each<readonly [item: string, clause: string, line: string, status: LegalityStatus, articles: readonly string[]]>([
  ['禁放', 'P1', 'fireworks/prohibited-set-off', 'statutory', ['chongqing-fireworks-regulation 18', 'fireworks-regulation 42(2)']],
  ['销售', 'P2', 'fireworks/unlicensed-business', 'statutory', ['fireworks-regulation 36(1)', 'chongqing-fireworks-regulation 17']],
  ['禁放区域内经营、储存', 'P2', 'fireworks/chongqing-trade-in-ban-zone', 'statutory', ['chongqing-fireworks-regulation 7(1)']],
  ['存放超限', 'P2', 'fireworks/chongqing-private-stock', 'statutory', ['chongqing-fireworks-regulation 7(2)']],
  ['禁燃', 'P3', 'air-quality/open-burning-in-ban-zone', 'statutory', ['air-pollution-law 77', 'air-pollution-law 119(1)']],
  ['烧垃圾', 'P3', 'air-quality/burning-toxic-material', 'statutory', ['air-pollution-law 82(1)', 'air-pollution-law 119(2)']],
  ['烧树叶', 'P3', 'air-quality/chongqing-burning-in-city', 'statutory', ['chongqing-city-appearance-regulation 45(1)(4)']],
  ['禁熏', 'P4', 'air-quality/smoking-meat-outside-central-site', 'unverified', []],
  ['引导到集中熏制点', 'P4', 'guide-to-central-site', 'internal', []],
  ['路口设卡', '4.5', 'checkpoints-with-police', 'unbacked', []],
  ['提前入户', '4.2', 'smoking-survey', 'internal', []],
  ['户户签承诺书', '3.3', 'estate-letters', 'internal', []],
  ['有奖举报', '4.5', 'reward-reports', 'internal', []],
  ['扣减专项经费', '5', 'deduct-community-funds', 'internal', []],
])('%s (%s %s): %s', (_, clause, line, status, articles) => {
  const found = clauses.find((each) => each.clause === clause)?.lines.find((each) => each.id === line)
  const cited = [...(found?.norms ?? []), ...(found?.articles ?? [])].map(({ instrument, article }) => `${instrument} ${article}`)
  expect(found?.status).toBe(status)
  expect(articles.filter((article) => !cited.includes(article))).toEqual([])
})

test('smoking meat is punished by no norm, in whatever clause', () => {
  const lines = clauses.flatMap((clause) => clause.lines).filter((line) => line.id === 'air-quality/smoking-meat-outside-central-site')
  expect(lines.map((line) => line.norms)).toEqual([[], [], []])
})

test('going into a home is left to consent and the police', () => {
  const share = plan.duties.find((duty) => duty.id === 'smoking-survey')?.lawfulShare
  expect(share).toContain('没有入户的权力')
})
