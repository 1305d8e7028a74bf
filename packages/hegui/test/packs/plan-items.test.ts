/** 三没收一拘留三倒查 of 峨溶镇 2023: seven items, never one atom, each with its own law. */
import { describe, expect, test } from 'vitest'
import { den, type Facts } from './support/den.js'
import { assessed } from './support/shipped.js'

const group = 'three-confiscations-one-detention-three-tracings'
const seven = [
  'confiscate-raw-materials',
  'confiscate-production-equipment',
  'confiscate-finished-goods',
  'detain-owner',
  'trace-material-source',
  'trace-product-destination',
  'trace-missed-supervision',
] as const
type Item = (typeof seven)[number]

const itemOf = (item: Item, facts: Facts = {}, date = '2023-03-01') => {
  const found = assessed(den(facts, {}, date)).planItems.find((each) => each.measure === item)
  if (found === undefined) throw new Error(`no item ${item}`)
  return found
}

test('the combination is seven items, in the order of the plan', () => {
  expect(
    assessed(den())
      .planItems.filter((item) => item.group === group)
      .map((item) => item.measure),
  ).toEqual([...seven])
})

const unsafe: Facts = { 'party.tradeRole': 'producer', 'goods.failsSafetyStandard': true }
const safe: Facts = { 'goods.failsSafetyStandard': false, 'goods.eliminatedType': false, 'goods.passedOffAsGenuine': false }
const noPowder: Facts = { 'goods.explosiveSubstance': false, 'goods.blackPowderKg': 0, 'goods.pyrotechnicKg': 0 }
const storing: Facts = {
  'conduct.activity': 'storage',
  'storage.forWhom': 'own-trade',
  'storage.licensedPlace': false,
  'goods.explosiveSubstance': true,
  ...safe,
}

describe.each<[Item, string, Facts, string?]>([
  ['confiscate-raw-materials', 'conditional', {}],
  ['confiscate-raw-materials', 'open', { 'materials.themselvesIllegal': true }],
  ['confiscate-raw-materials', 'open', { ...unsafe, 'materials.exclusiveUse': true, 'materials.themselvesIllegal': false }],
  ['confiscate-raw-materials', 'closed', { 'materials.themselvesIllegal': false, ...safe }],
  ['confiscate-raw-materials', 'unverified', { 'materials.themselvesIllegal': true, ...safe }, '2012-09-28'],
  ['confiscate-production-equipment', 'conditional', {}],
  ['confiscate-production-equipment', 'open', { ...unsafe, 'tools.exclusiveUse': true }],
  ['confiscate-production-equipment', 'conditional', { ...safe, 'tools.directlyUsed': true, 'tools.ownedByParty': true }],
  ['confiscate-production-equipment', 'substitute', { ...safe, 'tools.directlyUsed': true, 'tools.ownedByParty': true, 'goods.explosiveSubstance': true }],
  ['confiscate-production-equipment', 'closed', { ...safe, 'tools.directlyUsed': false }],
  ['confiscate-production-equipment', 'closed', { ...safe, 'tools.directlyUsed': true, 'tools.ownedByParty': false }],
  ['confiscate-production-equipment', 'closed', { 'party.tradeRole': 'retailer', 'tools.directlyUsed': false }],
  // Article 60 was not read in the edition of the day; collecting tools follows the law of the day it is done.
  ['confiscate-production-equipment', 'conditional', { ...unsafe, 'tools.exclusiveUse': true }, '2012-09-28'],
  ['confiscate-finished-goods', 'open', {}],
  ['confiscate-finished-goods', 'unverified', {}, '2012-09-28'],
  ['confiscate-finished-goods', 'closed', storing],
  ['detain-owner', 'conditional', {}],
  ['detain-owner', 'open', { 'goods.explosiveSubstance': true }],
  ['detain-owner', 'unverified', { ...noPowder, 'goods.pyrotechnicKg': 3 }],
  ['detain-owner', 'closed', noPowder],
  ['trace-material-source', 'internal', {}],
  ['trace-product-destination', 'internal', {}],
  ['trace-missed-supervision', 'internal', {}],
])('%s is %s', (item, state, facts, date) => {
  test(`with ${JSON.stringify(facts)}${date === undefined ? '' : ` on ${date}`}`, () => {
    const found = itemOf(item, facts, date)
    expect([found.state, found.routes.map((route) => [route.norm, route.state])]).toEqual([state, expect.anything()])
    if (state === 'closed') expect([found.reason, found.alternative].every((text) => (text ?? '').length > 0)).toBe(true)
    if (state === 'conditional') expect(found.routes.some((route) => route.missing.length > 0)).toBe(true)
  })
})

describe('what hangs on a fact', () => {
  test('is asked about, for each of the seven', () => {
    const found = assessed(den())
    const asked = new Set(found.questions.map((question) => question.fact))
    const missing = found.planItems
      .filter((item) => item.group === group)
      .flatMap((item) => item.routes.flatMap((route) => (route.state === 'conditional' ? route.missing : [])))
    expect(missing.length).toBeGreaterThan(0)
    expect([...new Set(missing)].filter((fact) => !asked.has(fact))).toEqual([])
  })
})

describe('production equipment', () => {
  const combinations: readonly Facts[] = [true, false, null].flatMap((fails) =>
    [true, false, null].flatMap((exclusive) =>
      [true, false, null].flatMap((used) =>
        ['producer', 'retailer', null].map(
          (role): Facts => ({
            'goods.failsSafetyStandard': fails,
            'tools.exclusiveUse': exclusive,
            'tools.directlyUsed': used,
            'tools.ownedByParty': used,
            'party.tradeRole': role,
            'materials.themselvesIllegal': true,
            'goods.explosiveSubstance': true,
          }),
        ),
      ),
    ),
  )

  test('is never confiscated under article 36 of the regulation, whatever the facts', () => {
    for (const facts of combinations) {
      const found = assessed(den(facts))
      expect(
        found.measures.filter(
          (measure) =>
            measure.norm?.startsWith('fireworks-regulation/') &&
            ['production-tools', 'own-tools', 'facilities', 'premises', 'raw-materials'].includes(measure.object ?? ''),
        ),
      ).toEqual([])
      expect(
        found.planItems
          .find((item) => item.measure === 'confiscate-production-equipment')
          ?.routes.filter((route) => route.norm.startsWith('fireworks-regulation/')),
      ).toEqual([])
    }
  })

  test('where it is confiscated, market regulation does it, under article 60 of the product quality law', () => {
    for (const facts of combinations) {
      for (const measure of assessed(den(facts)).measures.filter(
        (each) => each.kind === 'confiscation' && each.object === 'production-tools' && each.proposed,
      )) {
        expect(measure).toMatchObject({ norm: 'product-quality-law/60-tools', authority: ['market-regulation'], track: 'administrative' })
      }
    }
  })
})

test('detention of the owner is the police’s, in days, and waits for personal circumstances', () => {
  const found = assessed(den({ 'party.kind': 'sole-trader', 'goods.explosiveSubstance': true, 'circumstance.gravity': 'ordinary' })).measures.filter(
    (measure) => measure.kind === 'detention',
  )
  expect(found).toMatchObject([{ authority: ['public-security'], days: { min: 10, max: 15 }, status: 'provisional' }])
  expect(found[0]?.subjectTo).toContainEqual({ kind: 'circumstance', circumstance: 'public-security-under-14' })
})

test('tracing is done by the township, not by a village that finds the den', () => {
  const tracing = (inspectedBy: string) =>
    assessed(den({}, { inspectedBy }))
      .measures.filter((measure) => measure.kind === 'tracing')
      .map((measure) => measure.authority)
  expect(tracing('township-government')).toEqual([['township-government'], ['township-government'], ['township-government']])
  expect(tracing('village-committee')).toEqual([['township-government'], ['township-government'], ['township-government']])
  expect(assessed(den({}, { inspectedBy: 'village-committee' })).actions.filter((action) => action.template === 'trace')).toMatchObject([
    { assignee: 'township-government', namedByPlan: 'village-committee' },
  ])
})
