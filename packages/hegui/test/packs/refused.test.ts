/** plan-vs-law H: what a library of rules must refuse to take over from these plans, item by item. */
import { lawPack } from '@hegui/pack-law'
import { describe, expect, test } from 'vitest'
import { den } from './support/den.js'
import { allRules, assessed, packs, allPlans as plans, rules } from './support/shipped.js'
import { conditionsOf, factsOfLeaf, leavesIn, specsIn } from './support/walk.js'

const norms = lawPack.instruments.flatMap((instrument) => instrument.norms)
const specs = norms.flatMap((norm) =>
  norm.editions.flatMap((edition) => (edition.consequence === undefined ? [] : specsIn(edition.consequence).map((spec) => ({ norm, edition, spec })))),
)
const measures = plans.flatMap((plan) => plan.measures.map((measure) => ({ plan, measure })))
const ofRegulation = specs.filter(({ norm }) => norm.id.startsWith('fireworks-regulation/'))

describe('H1 confiscation of equipment', () => {
  test('no norm of the fireworks regulation confiscates anything but goods and gains', () => {
    expect([...new Set(ofRegulation.filter(({ spec }) => spec.kind === 'confiscation').map(({ spec }) => spec.object))].sort()).toEqual([
      'illegal-gains',
      'illegal-goods',
    ])
  })

  test('no norm at all confiscates facilities or premises, and of those on goods only article 60 confiscates production tools', () => {
    const objects = specs.filter(({ spec }) => spec.kind === 'confiscation')
    expect(objects.filter(({ spec }) => spec.object === 'facilities' || spec.object === 'premises')).toEqual([])
    expect([...new Set(objects.filter(({ spec }) => spec.object === 'production-tools').map(({ norm }) => norm.id.split('/')[0]))]).toEqual([
      // Mining: the tools used in the digging itself, by the words of those statutes.
      'coal-mine-safety-regulation',
      'coal-special-regulation',
      'mineral-resources-law',
      // Precursors bought without filing: the equipment used to buy them, by the words of that regulation.
      'precursor-chemicals-regulation',
      'product-quality-law',
    ])
    expect(
      objects
        .filter(({ norm, spec }) => spec.object === 'production-tools' && norm.id.startsWith('product'))
        .every(({ norm }) => norm.id === 'product-quality-law/60-tools'),
    ).toBe(true)
  })

  test('article 60 asks for a producer, an unsafe product and exclusive use', () => {
    for (const edition of norms.find((norm) => norm.id === 'product-quality-law/60-tools')?.editions ?? []) {
      const facts = edition.appliesWhen === undefined ? [] : leavesIn(edition.appliesWhen).flatMap(factsOfLeaf)
      if (edition.verification.status === 'primary-text')
        expect(facts).toEqual(expect.arrayContaining(['party.tradeRole', 'goods.failsSafetyStandard', 'tools.exclusiveUse']))
    }
  })

  test('a plan’s measure on equipment has no route through the regulation', () => {
    for (const { measure } of measures.filter((each) => each.measure.object === 'production-tools'))
      expect(measure.routes.filter((route) => route.norm.startsWith('fireworks-regulation/'))).toEqual([])
  })
})

describe('H2 detention', () => {
  test('leads only through norms of the police, or as a referral', () => {
    for (const { measure } of measures.filter((each) => each.measure.kind === 'detention')) {
      for (const route of measure.routes) {
        expect(['detention', 'criminal-referral']).toContain(route.kind)
        if (route.kind === 'detention')
          for (const edition of norms.find((norm) => norm.id === route.norm)?.editions ?? []) expect(edition.authority).toEqual(['public-security'])
      }
    }
  })
})

describe('H3 and H12 the plan as a source of penalties', () => {
  test('no instrument with norms is a plan, a speech, a report or a notice', () => {
    const binding = ['law', 'administrative-regulation', 'departmental-rule', 'local-regulation', 'local-government-rule', 'judicial-interpretation']
    expect(
      lawPack.instruments.filter((instrument) => instrument.norms.length > 0 && !binding.includes(instrument.kind)).map((instrument) => instrument.id),
    ).toEqual([])
    expect(plans.map((plan) => plan.legalForce)).toEqual(plans.map(() => 'normative-document'))
  })

  test('no measure of a plan carries an amount, a multiple or days of its own', () => {
    for (const { measure } of measures) for (const key of ['amountYuan', 'multiple', 'days']) expect(measure).not.toHaveProperty(key)
  })

  test('“severe” or “maximum” leaves the range of the article as it is', () => {
    const plain = assessed(den({}, { plans: [] })).measures.find((measure) => measure.norm === 'fireworks-regulation/36-1' && measure.kind === 'fine')
    const severe = assessed(den()).measures.find((measure) => measure.norm === 'fireworks-regulation/36-1' && measure.kind === 'fine')
    expect(severe?.amountYuan).toEqual(plain?.amountYuan)
    expect(severe?.plans.map((each) => each.measure)).toContain('fine-production-business')
  })

  test('what the plan alone says has no authority, is not proposed, and names what is lawful instead', () => {
    for (const { measure } of measures.filter((each) => each.measure.routes.length === 0 && each.measure.internal === undefined))
      expect(measure.whenNone.alternative.length).toBeGreaterThan(0)
    const unbacked = assessed(den({ 'conduct.activity': 'transport', 'transport.mode': 'road', 'transport.permit': 'none' })).measures.filter(
      (measure) => measure.backing === 'unbacked',
    )
    expect(unbacked.map((measure) => measure.kind)).toContain('inspection')
    for (const measure of unbacked) expect(measure).toMatchObject({ proposed: false, authority: [] })
  })
})

describe('H5 powers of villages, communities and townships', () => {
  test('no penalty and no coercion is theirs, in any norm', () => {
    const low = new Set(lawPack.organs.filter((organ) => ['village', 'township', 'unit'].includes(organ.level)).map((organ) => organ.id))
    expect(specs.filter(({ edition, spec }) => (spec.authority ?? edition.authority).some((id) => low.has(id))).map(({ norm }) => norm.id)).toEqual([])
    expect(norms.flatMap((norm) => norm.editions).filter((edition) => edition.authority.some((id) => low.has(id)))).toEqual([])
  })
})

describe('H6 ban zones', () => {
  test('a zone drawn by a street, a town or a village bans nothing', () => {
    const verdict = (designatedBy: string) =>
      assessed(den({ 'conduct.activity': 'setting-off', 'setOff.statutoryPlace': false, 'setOff.designatedBy': designatedBy })).findings.find(
        (finding) => finding.rule === 'fireworks/prohibited-set-off',
      )?.verdict
    expect(['county-or-above', 'township-or-subdistrict', 'village-or-community', 'nobody'].map(verdict)).toEqual([
      'violation',
      'compliant',
      'compliant',
      'compliant',
    ])
  })
})

describe('H7 smoking meat', () => {
  test('has one rule, which leads to no norm, and no norm or tier asks for it', () => {
    const about = conditionsOf(packs).filter(([, condition]) =>
      leavesIn(condition).some((leaf) => /meat-smoking|smoking-meat/.test(JSON.stringify(leaf.value))),
    )
    expect([...new Set(about.map(([where]) => where))].filter((where) => !where.startsWith('guard '))).toEqual([
      'rule air-quality/smoking-meat-outside-central-site',
    ])
    expect(allRules.filter((rule) => rule.id === 'air-quality/smoking-meat-outside-central-site').map((rule) => rule.norms)).toEqual([[]])
  })
})

describe('H8 persons', () => {
  test('no fact is about origin, household register, migration, ethnicity, belief or a criminal past', () => {
    const words = /户籍|户口|籍贯|原籍|民族|种族|宗教|返乡|外来|流动人|务工|前科|犯罪记录|刑满|劣迹|信访|重点人员/
    const ids = /hukou|household|origin(?!OrMarks)|ethnic|migrant|migration|religion|criminalRecord|priorConviction|formerOffender/i
    const about = packs
      .flatMap((pack) => pack.facts)
      .filter(
        (fact) =>
          [fact.title, fact.question, ...(fact.values ?? []).map((value) => value.title)].some((text) => words.test(text ?? '')) ||
          // The origin of goods or timber is no person's.
          (ids.test(fact.id) && !/^(?:goods|timber)\./.test(fact.id)),
      )
    expect(about.map((fact) => fact.id)).toEqual([])
  })

  test('clauses that single out persons are left out, and say so', () => {
    const targeted = plans.flatMap((plan) =>
      plan.clauses
        .filter((clause) => (clause.notEncoded ?? []).some((reason) => reason.reason === 'person-targeting'))
        .map((clause) => `${plan.id} ${clause.id}`),
    )
    expect(targeted).toEqual(expect.arrayContaining(['changjianglu-2016 3.5', 'erong-2023 3.2.1n', 'erong-2023 3.3.2n']))
  })
})

describe('H9 and H10 targets', () => {
  const targets = plans.flatMap((plan) => plan.targets)

  test('none is tied to fines or confiscations; the one that a text ties to a number of penalties says what is wrong with it', () => {
    const tied = targets.filter((target) => /罚|没收|处罚|拘留/.test([target.title, ...target.items.map((item) => item.title)].join()))
    expect(tied.map((target) => target.id)).toEqual(['three-rises-of-three-percent'])
    for (const target of tied) expect(target.flags?.join()).toMatch(/plan-vs-law A6.*不得据此决定处罚/)
    expect(targets.filter((target) => /罚款|没收/.test([target.title, ...target.items.map((item) => item.title)].join()))).toEqual([])
  })

  test('三个100% is undefined, and nothing was made up for it', () => {
    expect(targets.find((target) => target.id === 'three-hundred-percents')).toMatchObject({ defined: false, items: [] })
  })
})

describe('H11 checkpoints', () => {
  test('have no route: only the police may stop vehicles', () => {
    const checkpoints = measures.find(({ measure }) => measure.id === 'checkpoints')?.measure
    expect(checkpoints?.routes).toEqual([])
    expect(checkpoints?.whenNone.alternative).toContain('公安机关')
  })
})

describe('the calendar is no ground of liability', () => {
  test('no condition mentions a focus window, a festival or the day itself', () => {
    const mentioned = conditionsOf(packs).flatMap(([where, condition]) =>
      leavesIn(condition)
        .flatMap(factsOfLeaf)
        .filter((id) => /^(focus|calendar|window|festival|campaign|plan)\.|focus|festival/i.test(id) || id === 'conduct.date')
        .map((id) => `${where} ${id}`),
    )
    expect(mentioned).toEqual([])
  })

  test('the same act outside and inside a focus window leads to the same measures', () => {
    const measuresOn = (date: string) => assessed(den({}, {}, date)).measures.map(({ id, amountYuan }) => [id, amountYuan])
    expect(measuresOn('2023-01-21')).toEqual(measuresOn('2023-02-28'))
  })
})

test('every norm a rule leads to gives its measures under an article', () => {
  for (const rule of allRules)
    for (const id of rule.norms) for (const edition of rules.catalogue.norms.get(id)?.editions ?? []) expect(edition.article.length).toBeGreaterThan(0)
})
