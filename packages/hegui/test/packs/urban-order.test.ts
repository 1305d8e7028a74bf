/** The catalogue: nothing in the plan of 2019 is forgotten, nothing cited is missing, nothing was made up for it. */
import { readFileSync } from 'node:fs'
import { monthDeadlines } from '@hegui/calendar'
import { earliestOf, encodingsOf, latestOf, membersOf } from '@hegui/model'
import { urbanOrderPack } from '@hegui/pack-urban-order'
import { describe, expect, test } from 'vitest'
import { packs, rules } from './support/shipped.js'
import { conditionsOf, factsOfLeaf, factsUsed, leavesIn } from './support/walk.js'

interface SourceClause {
  readonly instrument: string
  readonly clause: string
  readonly kinds: readonly string[]
}
const source = (
  JSON.parse(readFileSync(new URL('../../../pack-urban-order/plans/clauses.json', import.meta.url), 'utf8')) as { readonly clauses: readonly SourceClause[] }
).clauses
const { plans } = urbanOrderPack
const plan = plans[0] ?? expect.fail()
const kindsOfItems = {
  measures: 'measure',
  stages: 'stage',
  focus: 'focus',
  duties: 'duty',
  targets: 'target',
  accountability: 'accountability',
  roles: 'role',
} as const
const items = (Object.keys(kindsOfItems) as readonly (keyof typeof kindsOfItems)[]).flatMap((key) => plan[key].map(({ id }) => `${kindsOfItems[key]} ${id}`))
const named = plan.clauses.flatMap((clause) => clause.encodings.map(({ as, id }) => `${as} ${id}`))

describe('the clauses of the plan', () => {
  test('are those of the source text: same ids, same kinds, same order', () => {
    expect(plans.map((each) => each.id)).toEqual(['urban-order-2019'])
    expect(plan.clauses.map(({ id, kinds }) => [id, kinds])).toEqual(source.map(({ clause, kinds }) => [clause, kinds]))
    expect(source).toHaveLength(40)
  })

  test.each(plan.clauses.map((clause) => [clause.id, clause] as const))('%s is encoded in every kind it has, or says why not', (_, clause) => {
    for (const kind of clause.kinds) {
      const encoded = clause.encodings.some((encoding) => encodingsOf[kind].includes(encoding.as))
      expect([kind, encoded || (clause.notEncoded ?? []).some((reason) => reason.kind === kind)]).toEqual([kind, true])
    }
    for (const reason of clause.notEncoded ?? []) {
      expect(clause.kinds).toContain(reason.kind)
      if (reason.reason !== 'narrative') expect(reason.note).toMatch(/plan-vs-law [A-H]\d*/)
    }
    // Every clause says how it stands to the law, and a clause on conduct which row of the comparison that is.
    expect(clause.legal?.note.length).toBeGreaterThan(0)
    if (clause.kinds.includes('P')) expect(clause.legal?.note).toMatch(/plan-vs-law [AE]\d+/)
  })

  test('name only what the plan has, and leave nothing of it without a clause', () => {
    expect(named.filter((each) => !each.startsWith('rule ') && !items.includes(each))).toEqual([])
    expect(items.filter((each) => !named.includes(each))).toEqual([])
    expect(items.filter((each, index) => items.indexOf(each) !== index)).toEqual([])
  })

  test('take in every rule that cites them', () => {
    const encoded = plan.clauses.flatMap((clause) => clause.encodings.flatMap(({ as, id }) => (as === 'rule' ? [`${id} ${clause.id}`] : [])))
    const cited = urbanOrderPack.rules.flatMap((rule) =>
      rule.basis.flatMap(({ instrument, clause }) => (instrument === plan.id && clause !== undefined ? [`${rule.id} ${clause}`] : [])),
    )
    expect(cited.filter((each) => !encoded.includes(each))).toEqual([])
  })
})

describe('what the text leaves open stays open', () => {
  test('the day of issue: some day before June 2019', () => {
    expect(plan.issuedOn).toEqual({ earliest: null, latest: '2019-05-31', wording: '即日起' })
    expect(plan.inForce.from).toBeNull()
  })

  test('two ends, and both are flagged where the text runs past the first', () => {
    expect(plan.bounds?.to.map(({ day }) => [earliestOf(day), latestOf(day)])).toEqual([
      ['2019-10-01', '2019-10-10'],
      ['2019-12-21', '2019-12-31'],
    ])
    for (const id of plan.bounds?.to[1]?.clauses ?? expect.fail())
      expect([id, plan.clauses.find((clause) => clause.id === id)?.flags?.join()]).toEqual([id, expect.stringMatching(/晚于(?:那个|开头写的)结束/)])
    expect(plan.bounds?.to[1]?.clauses).toEqual(['3.3', '4.5', '4.15'])
  })

  test('the stages by thirds of a month, one after the other', () => {
    expect(plan.stages.map(({ from, to }) => [earliestOf(from), latestOf(from), earliestOf(to), latestOf(to)])).toEqual([
      [null, '2019-05-31', '2019-06-01', '2019-06-10'],
      ['2019-06-11', '2019-06-20', '2019-10-01', '2019-10-10'],
      ['2019-10-01', '2019-10-10', '2019-12-21', '2019-12-31'],
    ])
  })

  test('the first day of the meetings every two weeks', () => {
    expect(plan.duties.find((duty) => duty.id === 'joint-meeting')).toMatchObject({
      recurrence: { every: 'two-weeks', anchor: null },
      flags: expect.anything(),
    })
  })

  test('动态清零: two readings and no formula', () => {
    const target = plan.targets.find((each) => each.id === 'dynamic-zero')
    expect(target).toMatchObject({ defined: false, items: [] })
    expect(target?.readings?.map((reading) => reading.id)).toEqual(['no-open-item', 'all-cleared'])
  })

  test('a target without a figure has no aim, and one with a figure has it from the text', () => {
    const aims = plan.targets.flatMap((target) => target.items.flatMap(({ id, aim }) => (aim === undefined ? [] : [[id, aim.compare, aim.value, aim.against]])))
    expect(aims).toEqual([
      ['small-advertisements', 'equal', 0, 'level'],
      ['information-collected', 'at-least', 90, 'level'],
      ['basements-misused', 'equal', 0, 'level'],
      ['dogs-registered', 'at-least', 3, 'year-on-year'],
      ['dog-penalties', 'at-least', 3, 'year-on-year'],
      ['strays-taken-in', 'at-least', 3, 'year-on-year'],
      ['sites', 'equal', 82, 'level'],
      ['joint-checks', 'at-least', 1, 'level'],
      ['trainings', 'at-least', 1, 'level'],
      ['talks', 'at-least', 1, 'level'],
      ['pm25', 'below', 51, 'level'],
    ])
    for (const target of plan.targets.filter((each) => !each.defined)) expect(target.items.every((item) => item.aim === undefined)).toBe(true)
  })

  test('targets on enforcement figures say that they are a legal risk', () => {
    for (const id of ['five-marked-improvements', 'three-rises-of-three-percent'])
      expect(plan.targets.find((target) => target.id === id)?.flags?.join()).toContain('plan-vs-law A6')
    expect(JSON.stringify(plan.targets)).not.toMatch(/罚款额|没收额|罚没款[^挂为]*上升/)
  })
})

test('reports by the 15th and the 30th are deadlines; in February the last day stands in', () => {
  const recurrence = plan.duties.find((duty) => duty.id === 'twice-monthly-report')?.recurrence
  if (recurrence === undefined || !('byDays' in recurrence)) expect.fail()
  expect(monthDeadlines('2019-07', recurrence.byDays).map((each) => each.due)).toEqual(['2019-07-15', '2019-07-30'])
  expect(monthDeadlines('2020-02', recurrence.byDays).at(-1)).toEqual({ byDay: 30, due: '2020-02-29', shortened: true })
})

describe('the matrix of responsibility', () => {
  const groups = plan.roles.filter((role) => role.id.endsWith('-group') && role.id !== 'leading-group')

  test('has nine working groups, each with a head, those who lead and those responsible', () => {
    expect(groups.map((group) => group.title)).toHaveLength(9)
    for (const group of groups) {
      expect([group.id, group.head !== undefined, group.lead?.length]).toEqual([group.id, true, 1])
      expect(membersOf(group)).toEqual([...new Set(membersOf(group))])
      expect(group.tasks.length).toBeGreaterThan(1)
    }
  })

  test('has each group under a clause of its own, and all of them under the leading group', () => {
    expect(groups.map((group) => plan.clauses.filter((clause) => clause.encodings.some(({ id }) => id === group.id)).map((clause) => clause.id))).toEqual(
      groups.map((_, index) => ['2.0', `2.${index + 1}`]),
    )
  })

  test('gives every unit with a task a place among the members', () => {
    const members = new Set(plan.roles.find((role) => role.id === 'leading-group')?.organs)
    const others = groups.flatMap(membersOf).filter((id) => !members.has(id) && id !== 'responsible-unit')
    expect(others).toEqual([])
  })

  test('names posts', () => {
    for (const group of groups) expect(group.head).toMatch(/区长|常委/)
  })
})

describe('what plan-vs-law H forbids', () => {
  test('no measure carries an amount, and none on a household’s water or power', () => {
    for (const measure of plan.measures) for (const key of ['amountYuan', 'multiple', 'days']) expect(measure).not.toHaveProperty(key)
    expect(JSON.stringify(plan.measures)).not.toMatch(/断水|断电|停水|停电/)
  })

  test('the maximum is a recommendation only where an article has a range, and says that circumstances come first', () => {
    for (const measure of plan.measures.filter((each) => each.recommends !== undefined)) {
      expect(measure.kind).toBe('fine')
      for (const route of measure.routes) expect([route.norm, route.explanation]).toEqual([route.norm, expect.stringMatching(/优先|由当地/)])
    }
    expect(new Set(plan.measures.filter((each) => each.recommends === 'maximum').map((each) => each.clause))).toEqual(new Set(['2.4']))
  })

  test('no measure offers a rule a norm that the rule does not lead to', () => {
    const wrong = plan.measures.flatMap((measure) =>
      measure.routes.flatMap(({ norm }) =>
        measure.onViolationOf
          .filter((id) => rules.catalogue.rules.get(id)?.some((rule) => rule.norms.includes(norm)) !== true)
          .map((id) => `${measure.id} ${norm} ${id}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('checkpoints have no route: only the police may stop vehicles', () => {
    const checkpoints = plan.measures.find((measure) => measure.id === 'checkpoints')
    expect(checkpoints?.routes).toEqual([])
    expect(checkpoints?.whenNone.alternative).toContain('公安机关')
  })

  test('pressure on persons to move away is left out', () => {
    const clause = plan.clauses.find((each) => each.id === '4.4n')
    expect(clause).toMatchObject({ encodings: [], notEncoded: [{ reason: 'person-targeting' }] })
  })

  test('no fact is about where a person comes from', () => {
    const words = /户籍|户口|籍贯|民族|返乡|外来|流动人|务工|前科|刑满|劣迹|重点人员/
    const about = packs.flatMap((pack) => pack.facts).filter((fact) => [fact.title, fact.question].some((text) => words.test(text ?? '')))
    expect(about.map((fact) => fact.id)).toEqual([])
  })

  test('of what beggars do only coercion and pestering are encoded', () => {
    const about = plan.clauses.flatMap((clause) => clause.encodings.flatMap(({ as, id }) => (as === 'rule' ? [id] : []))).filter((id) => id.includes('begging'))
    expect(about).toEqual(['urban-order/begging-coercion', 'urban-order/begging-pestering'])
  })
})

describe('citations', () => {
  const entered = (instrument: string, article: string, edition?: string): boolean => {
    const on = rules.catalogue.instruments.get(instrument)
    return [...(on?.provisions ?? []), ...(on?.norms ?? []).flatMap((norm) => norm.editions)].some(
      (each) => each.article === article && (edition === undefined || each.edition === edition),
    )
  }

  test('of rules and of the plan stand on file', () => {
    const bases = [
      ...urbanOrderPack.rules.flatMap((rule) => rule.basis.flatMap(({ article, ...basis }) => (article === undefined ? [] : [{ ...basis, article }]))),
      ...plan.clauses.flatMap((clause) => [...(clause.legal?.basis ?? []), ...(clause.legal?.parts ?? []).flatMap((part) => part.basis)]),
      ...plan.measures.flatMap((measure) => [...(measure.internal?.basis ?? []), ...(measure.whenNone.basis ?? [])]),
    ]
    expect(
      bases.filter((basis) => !entered(basis.instrument, basis.article, basis.edition)).map(({ instrument, article }) => `${instrument} ${article}`),
    ).toEqual([])
  })

  test('facts that anything uses are defined, and the pack’s own are used', () => {
    const used = factsUsed(packs)
    expect([...used].filter((id) => !rules.vocabulary.facts.has(id))).toEqual([])
    expect(urbanOrderPack.facts.map((fact) => fact.id).filter((id) => !used.has(id))).toEqual([])
  })

  test('no condition mentions the campaign, a window or the day itself', () => {
    const mentioned = conditionsOf([urbanOrderPack]).flatMap(([where, condition]) =>
      leavesIn(condition)
        .flatMap(factsOfLeaf)
        .filter((id) => /^(focus|calendar|window|campaign|plan)\./.test(id) || id === 'conduct.date')
        .map((id) => `${where} ${id}`),
    )
    expect(mentioned).toEqual([])
  })
})
