/** Who answers, and how figures follow: what the plans say in data, held against the articles and the vocabulary. */
import { checkCondition, type OfficialConsequence, type Plan } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { figuresIn, formulasOf, summedIn, triggersOf, unitConditionsIn, whereIn } from './support/appraisal-walk.js'
import { allPlans as plans, rules } from './support/shipped.js'
import { factsOfLeaf, leavesIn } from './support/walk.js'

type Accountability = Plan['accountability'][number]
const all = plans.flatMap((plan) => plan.accountability.map((item) => ({ plan, item, at: `${plan.id}/${item.id}` })))
const each = all.flatMap(({ plan, item, at }) => item.consequence.map((then, nth) => ({ plan, item, then, at: `${at}/${nth}` })))
const planOf = (id: string): Plan => plans.find((plan) => plan.id === id) ?? expect.fail()
const itemOf = (plan: string, id: string): Accountability => planOf(plan).accountability.find((item) => item.id === id) ?? expect.fail()
const scopeOf = (fact: string) => rules.vocabulary.facts.get(fact)?.scope
const backingOf = (item: Accountability, then: OfficialConsequence) => then.backing ?? item.backing
const onDay = (item: Accountability, day: string) =>
  item.consequence.filter(({ inForce }) => inForce === undefined || ((inForce.from ?? '') <= day && day <= (inForce.to ?? '9999')))

interface Days {
  readonly from: string | null
  readonly to?: string | null | undefined
}
const overlap = (a: Days, b: Days): boolean => (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999')
const provisionsOf = (instrument: string, article: string, edition?: string) =>
  (rules.catalogue.instruments.get(instrument)?.provisions ?? []).filter(
    (found) => found.article === article && (edition === undefined || found.edition === edition),
  )

describe('a consequence', () => {
  test('called statutory cites articles that were read and in force through all its days', () => {
    const wrong = each
      .filter(({ item, then }) => backingOf(item, then) === 'statutory')
      .flatMap(({ plan, item, then, at }) => {
        const basis = then.basis ?? item.basis ?? []
        const days = then.inForce ?? plan.inForce
        const read = (one: (typeof basis)[number]) => {
          const found = provisionsOf(one.instrument, one.article, one.edition).filter((provision) => overlap(provision.inForce, days))
          return found.length > 0 && found.every(({ verification }) => verification.status === 'primary-text')
        }
        return basis.length > 0 && basis.every(read) ? [] : [at]
      })
    expect(wrong).toEqual([])
  })

  test('that was read is not called unverified', () => {
    const modest = each
      .filter(({ item, then }) => backingOf(item, then) === 'unverified')
      .filter(({ plan, then }) =>
        (then.basis ?? []).some((one) =>
          provisionsOf(one.instrument, one.article, one.edition).some(
            (found) => overlap(found.inForce, then.inForce ?? plan.inForce) && found.verification.status === 'primary-text',
          ),
        ),
      )
    expect(modest.map(({ at }) => at)).toEqual([])
  })

  test('on village cadres stays within article 22: a warning, a demerit, a serious demerit', () => {
    const village = each.filter(({ then }) => then.on === 'village-cadre' || then.kind === 'village-cadre-measure')
    expect(village.length).toBeGreaterThan(0)
    for (const { then } of village) {
      expect(then).toMatchObject({ kind: 'village-cadre-measure', on: 'village-cadre', sanctions: ['warning', 'demerit', 'serious-demerit'] })
      expect(then.basis).toEqual([{ instrument: 'public-officials-sanctions-law', article: '22' }])
    }
  })

  test('that takes funds, talks or criticises is internal', () => {
    const kinds = [
      'fund-deduction',
      'talk',
      'internal-criticism',
      'appraisal-result',
      'stays-open',
      'ledger-supervision',
      'key-management',
      'supervision-listing',
    ]
    const found = each.filter(({ then }) => kinds.includes(then.kind))
    expect([...new Set(found.map(({ then }) => then.kind))].sort()).toEqual([...kinds].sort())
    expect(found.filter(({ item, then }) => backingOf(item, then) !== 'internal').map(({ at }) => at)).toEqual([])
  })

  test('gives grades only with an article, lightest first, and only as a sanction', () => {
    const order = ['warning', 'demerit', 'serious-demerit', 'demotion', 'removal', 'dismissal']
    for (const { then, at } of each.filter((one) => one.then.sanctions !== undefined)) {
      expect([at, (then.basis ?? []).length > 0, ['sanction', 'village-cadre-measure'].includes(then.kind)]).toEqual([at, true, true])
      expect(then.sanctions).toEqual(order.filter((kind) => then.sanctions?.includes(kind as never)))
    }
  })

  test('not read, without basis or resting on no law says why', () => {
    const silent = each.filter(({ item, then }) => ['unverified', 'unbacked'].includes(backingOf(item, then)) && then.note === undefined)
    expect(silent.map(({ at }) => at)).toEqual([])
  })
})

describe('an illegal coal mine', () => {
  const sanctions = (id: string, day: string) =>
    onDay(itemOf('work-safety-speech-2010', id), day)
      .filter(({ kind }) => kind === 'sanction')
      .map(({ on, sanctions: grades, backing, basis }) => [on, grades?.join('/') ?? null, backing, basis?.[0]?.article ?? null])
  const three = 'demotion/removal/dismissal'

  test.each(['coal-township', 'coal-county'])('%s: the three grades of article 7, read since 2013-07-18', (id) => {
    for (const [day, backing] of [
      ['2013-07-17', 'unverified'],
      ['2013-07-18', 'statutory'],
      ['2024-04-30', 'statutory'],
    ] as const)
      expect(sanctions(id, day)).toEqual([
        ['principal', three, backing, '7'],
        ['responsible-official', three, backing, '7'],
      ])
  })

  test('in a township since 2024-05-01: a sanction without fixed grades; in a county nothing is left', () => {
    expect(sanctions('coal-township', '2024-05-01')).toEqual([
      ['principal', null, 'statutory', '74(2)'],
      ['responsible-official', null, 'statutory', '74(2)'],
    ])
    expect(sanctions('coal-county', '2024-05-01')).toEqual([
      ['principal', null, 'unbacked', null],
      ['responsible-official', null, 'unbacked', null],
    ])
  })

  test('is one in a township, two within a month in a county', () => {
    const figure = {
      count: 'findings',
      rules: ['work-safety/illegal-coal-mine'],
      where: { fact: 'supervision.effectiveMeasure', operator: 'equal', value: false },
    }
    expect(itemOf('work-safety-speech-2010', 'coal-township').when).toEqual({ figure, compare: 'at-least', value: 1 })
    expect(itemOf('work-safety-speech-2010', 'coal-county').when).toEqual({ figure, compare: 'at-least', value: 2, within: { months: 1 } })
  })
})

describe('triggers', () => {
  test('ask of a unit only facts of units, and of records none', () => {
    for (const [where, trigger] of plans.flatMap(triggersOf)) {
      const ofUnits = unitConditionsIn(trigger).flatMap(leavesIn).flatMap(factsOfLeaf)
      expect([where, ofUnits.filter((fact) => scopeOf(fact) !== 'unit')]).toEqual([where, []])
      const ofRecords = figuresIn(trigger).flatMap(whereIn).flatMap(leavesIn).flatMap(factsOfLeaf)
      expect([where, ofRecords.filter((fact) => scopeOf(fact) === 'unit')]).toEqual([where, []])
    }
  })

  test('are left out only where a flag says what the text does not say', () => {
    const silent = all.filter(({ item }) => item.when === undefined && !(item.readings ?? []).some((reading) => reading.when !== undefined))
    expect(silent.map(({ at }) => at)).toEqual([
      'changjianglu-2016/leader-responsibility',
      'erong-2023/six-conditions-before-closing',
      'erong-2023/appraisal-and-tracing',
      'baiyang-2019/evaluation-and-attendance',
      'baiyang-2019/annual-appraisal',
      'roadworks-2010/manager-first',
      'urban-order-2019/political-responsibility',
    ])
    for (const { item } of silent) expect(item.flags?.join('')).toContain('不编触发条件')
  })

  test('of the campaign of 2016 cover the behaviours its second part lists, and no others', () => {
    const plan = planOf('changjianglu-2016')
    const listed = plan.clauses
      .filter(({ id }) => /^2\.[12]\./.test(id))
      .flatMap((clause) => clause.encodings.filter(({ as }) => as === 'rule').map(({ id }) => id))
    const [figure] = figuresIn(itemOf(plan.id, 'responsible-persons').when ?? expect.fail())
    expect(figure).toMatchObject({ count: 'findings', rules: listed })
  })

  test('of clause 4.4 differ by their reading: either failing, or both together', () => {
    const { when, readings } = itemOf('changjianglu-2016', 'key-management')
    const parts = ['unit.illegalBusinessSerious', 'unit.workWeak'].map((fact) => ({ fact, operator: 'equal', value: true }))
    expect([when, readings?.map((reading) => [reading.id, reading.when])]).toEqual([
      undefined,
      [
        ['either', { unit: { any: parts } }],
        ['both', { unit: { all: parts } }],
      ],
    ])
  })

  test('of an explosion ask three things: weakness, the explosion, and that the one came of the other', () => {
    const trigger = itemOf('erong-2023', 'explosion-after-weak-supervision').when ?? expect.fail()
    expect('all' in trigger && trigger.all.length).toBe(3)
    expect(
      unitConditionsIn(trigger)
        .flatMap(leavesIn)
        .map(({ fact }) => fact),
    ).toEqual(['unit.supervisionWeak', 'unit.workWeak', 'unit.fireworksExplosion', 'unit.accidentCausedByWeakness'])
  })
})

describe('formulas and triggers', () => {
  test.each(plans.flatMap((plan) => [...formulasOf(plan), ...triggersOf(plan)].map(([where]) => where)))('%s ask what can be asked', (at) => {
    const formulas = plans.flatMap(formulasOf).filter(([where]) => where === at)
    const triggers = plans.flatMap(triggersOf).filter(([where]) => where === at)
    const conditions = [...formulas.flatMap(([, formula]) => whereIn(formula)), ...triggers.flatMap(([, trigger]) => unitConditionsIn(trigger))]
    expect(conditions.flatMap((condition) => checkCondition(condition, [at], rules.vocabulary))).toEqual([])
    for (const fact of formulas.flatMap(([, formula]) => summedIn(formula))) expect([fact, rules.vocabulary.facts.get(fact)?.type]).toEqual([fact, 'number'])
    const named = formulas.flatMap(([, formula]) => ('count' in formula && formula.count === 'findings' ? formula.rules : []))
    expect(named.filter((rule) => !rules.catalogue.rules.has(rule))).toEqual([])
  })

  test('tell what is supervised, and in which tier one is talked to', () => {
    const of = (plan: string) => planOf(plan).accountability.flatMap(({ id, consequence }) => consequence.map((each) => ({ item: id, ...each })))
    const supervised = ['changjianglu-2016', 'urban-order-2019', 'work-safety-speech-2010'].flatMap(of).filter(({ kind }) => /supervision$|listing$/.test(kind))
    expect(supervised.map(({ item, kind, object }) => [item, kind, object])).toEqual([
      ['key-management', 'supervision-listing', 'unit'],
      ['hazard-ledger-supervision', 'ledger-supervision', 'hazard'],
      ['accident-listing', 'supervision-listing', 'accident'],
    ])
    const talks = of('urban-order-2019').filter(({ kind }) => kind === 'talk')
    expect(talks.map(({ item, tier }) => [item, tier])).toEqual([
      ['talk-with-units', 1],
      ['talk-with-areas-and-departments', 2],
      ['talk-with-subordinates', 3],
    ])
  })

  test('produce no national figure: the speech is compared with', () => {
    const { statistics = [] } = planOf('work-safety-speech-2010')
    expect(statistics).toHaveLength(12)
    // Accidents are counted by the same formula of the unit's own records; the result is never compared with the nation's.
    const accidents = statistics.filter(({ id }) => /accident/.test(id))
    expect(accidents).toHaveLength(6)
    for (const statistic of accidents) expect([statistic.formula !== undefined, statistic.note]).toEqual([true, expect.stringContaining('两者不比')])
    for (const statistic of statistics.filter(({ id }) => !/accident/.test(id))) {
      expect([statistic.id, statistic.formula]).toEqual([statistic.id, undefined])
      expect(statistic.note).toContain('不从记录推算')
    }
  })

  test('give every figure of the three summaries a way to come out of records', () => {
    const without = ['forestry-summary', 'huichang-2012', 'roadworks-2010'].flatMap((id) =>
      (planOf(id).statistics ?? []).filter(({ formula }) => formula === undefined),
    )
    expect(without.map(({ id }) => id)).toEqual([])
  })
})
