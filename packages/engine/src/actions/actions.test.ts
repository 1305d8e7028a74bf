import type { ActionTemplate, Consequence, InspectionRecord } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { assessed, fact, pack, planOf, record, rule, ruleset, simpleNorm, withFacts, yes } from '../../test/support/builders.js'

const basis = [{ instrument: 'test-law', article: '1' }]
const template = (id: string, extra: Partial<ActionTemplate>): ActionTemplate => ({
  id,
  title: id,
  englishTitle: id,
  follows: {},
  assignee: 'authority',
  basis,
  ...extra,
})
const stop: Consequence = { measure: { kind: 'order-to-stop', title: '停止', force: 'must' } }
const detention: Consequence = { measure: { kind: 'detention', title: '拘留', force: 'must', days: { min: 5, max: 10 } } }
const confiscation: Consequence = {
  all: [
    { measure: { kind: 'confiscation', title: '没收物品', force: 'must', object: 'illegal-goods' } },
    { measure: { kind: 'confiscation', title: '没收违法所得', force: 'must', object: 'illegal-gains' } },
  ],
}

function actions(
  consequence: Consequence,
  templates: readonly ActionTemplate[],
  value: Partial<InspectionRecord> = {},
  authority: readonly string[] = ['bureau'],
) {
  const rules = ruleset(
    pack({
      facts: withFacts(fact('test.w')),
      norms: [simpleNorm('9', consequence, { authority })],
      rules: [rule('only', { norms: ['test-law/9'] })],
      actions: templates,
      plans: [planOf({ roles: [{ id: 'village-role', title: '村', organs: ['village'], tasks: ['巡查'], lawfulShare: '只能劝阻、报告。' }] })],
    }),
  )
  return assessed(record({}, { plans: ['test-plan'], ...value }), rules).actions
}

describe('who an action goes to', () => {
  const order = template('stop', { follows: { kinds: ['order-to-stop'] }, kind: 'order-to-stop' })

  test('the competent organ, not the one that inspected', () => {
    expect(actions(stop, [order], { inspectedBy: 'town' })).toMatchObject([
      { id: 'c:stop:bureau', assignee: 'bureau', status: 'firm', measures: ['c:test-law/9@always:0'] },
    ])
  })

  test('the inspecting organ where it is itself competent', () => {
    expect(actions(stop, [order], { inspectedBy: 'police' }, ['bureau', 'police'])).toMatchObject([{ assignee: 'police' }])
  })

  test('a task of the inspecting organ that needs a power goes up to the first that has it, and says whom the plan named', () => {
    const transfer = template('refer', { follows: { kinds: ['order-to-stop'] }, assignee: 'inspecting-organ', kind: 'tracing' })
    expect(actions(stop, [transfer], { inspectedBy: 'village' })).toMatchObject([
      { id: 'c:refer:town', assignee: 'town', namedByPlan: 'village', notes: ['只能劝阻、报告。'] },
    ])
    expect(actions(stop, [transfer], { inspectedBy: 'town' })[0]).not.toHaveProperty('namedByPlan')
  })

  test('the party, where the template says so', () => {
    expect(actions(stop, [template('pay', { follows: { kinds: ['order-to-stop'] }, assignee: 'party' })])).toMatchObject([
      { id: 'c:pay:party', assignee: null },
    ])
  })

  test('nobody, where the norm names nobody with the power', () => {
    expect(actions(stop, [order], {}, ['village'])).toMatchObject([{ id: 'c:stop:unassigned', assignee: null }])
  })
})

describe('when the inspecting organ lacks the power', () => {
  const report = template('report', { follows: { lacksPower: true, perConduct: true }, assignee: 'inspecting-organ', kind: 'report' })

  test('it reports, once for the conduct, and is told who is competent and what its own share is', () => {
    const [found, ...more] = actions({ all: [stop, confiscation] }, [report], { inspectedBy: 'village' })
    expect(more).toEqual([])
    expect(found).toMatchObject({ assignee: 'village', namedByPlan: 'village', notes: ['有权部门：主管部门', '只能劝阻、报告。'] })
    expect(found?.measures).toHaveLength(3)
  })

  test('it reports even where the wording of the day was not read', () => {
    const rules = ruleset(
      pack({
        norms: [simpleNorm('9', stop, { verification: { status: 'secondary', dates: 'text' } })],
        rules: [rule('only', { norms: ['test-law/9'] })],
        actions: [report, template('stop', { follows: { kinds: ['order-to-stop'] } })],
      }),
    )
    expect(assessed(record({}, { inspectedBy: 'village' }), rules).actions.map((action) => action.id)).toEqual(['c:report:village'])
  })

  test('the competent organ does not report to itself, and an unknown inspector is not told to', () => {
    expect(actions(stop, [report], { inspectedBy: 'bureau' })).toEqual([])
    expect(actions(stop, [report])).toEqual([])
  })
})

describe('what an action follows from', () => {
  test('its kinds, tracks and norms must all fit', () => {
    const templates = [
      template('kind', { follows: { kinds: ['fine'] } }),
      template('track', { follows: { tracks: ['criminal'] } }),
      template('norm', { follows: { norms: ['test-law/9'] } }),
      template('both', { follows: { kinds: ['order-to-stop'], tracks: ['administrative'] } }),
    ]
    expect(actions(stop, templates).map((action) => action.template)).toEqual(['both', 'norm'])
  })

  test('confiscated goods are destroyed, confiscated money is not', () => {
    const destroy = template('destroy', { follows: { kinds: ['confiscation'], perConduct: true }, assignee: 'police', kind: 'destruction' })
    expect(actions(confiscation, [destroy])).toMatchObject([{ assignee: 'police', measures: ['c:test-law/9@always:0'] }])
  })

  test('an action is provisional as long as every measure behind it is', () => {
    const templates = [template('any', { follows: { tracks: ['administrative'] } }), template('custody', { follows: { kinds: ['detention'] } })]
    const maybe: Consequence = { base: stop, tiers: [{ tier: 'serious', title: '严重', relation: 'adds', when: yes('test.w'), then: detention }] }
    expect(actions(maybe, templates, {}, ['police']).map(({ template: id, status }) => [id, status])).toEqual([
      ['any', 'firm'],
      ['custody', 'provisional'],
    ])
  })

  test('nothing follows from a plan alone', () => {
    const rules = ruleset(
      pack({
        plans: [
          planOf({
            measures: [
              {
                id: 'take',
                title: '没收',
                clause: '1',
                kind: 'confiscation',
                onViolationOf: ['test/only'],
                routes: [],
                whenNone: { reason: '没有依据。', alternative: '登记。' },
              },
            ],
          }),
        ],
        actions: [template('any', { follows: { kinds: ['confiscation'] } })],
      }),
    )
    const found = assessed(record({}, { plans: ['test-plan'], inspectedBy: 'town' }), rules)
    expect([found.measures.map((measure) => measure.backing), found.actions]).toEqual([['unbacked'], []])
  })
})

describe('a duty that follows from a rule having been looked at', () => {
  const tell = template('tell', { follows: { rules: ['test/only'] }, assignee: 'inspecting-organ' })
  const looked = (facts: Readonly<Record<string, boolean | null>>, templates = [tell]) => {
    const rules = ruleset(
      pack({ facts: withFacts(fact('test.w')), norms: [simpleNorm('9', stop)], rules: [rule('only', { norms: ['test-law/9'] })], actions: templates }),
    )
    return assessed(record({ facts: { 'test.a': true, 'test.v': true, ...facts } }, { inspectedBy: 'town' }), rules)
  }

  test('stands where the rule holds or does not, firm and without a measure', () => {
    for (const [facts, verdict] of [
      [{}, 'violation'],
      [{ 'test.v': false }, 'compliant'],
    ] as const) {
      const { findings, actions } = looked(facts)
      expect(findings.map((each) => each.verdict)).toEqual([verdict])
      expect(actions).toMatchObject([{ id: 'c:tell:town', assignee: 'town', status: 'firm', measures: [] }])
      expect(actions[0]?.chain.map((link) => link.step)).toEqual(expect.arrayContaining(['rule', 'finding', 'action']))
    }
  })

  test('not where the rule does not apply, or is open', () => {
    for (const [facts, verdict] of [
      [{ 'test.a': false }, 'not-applicable'],
      [{ 'test.v': null }, 'undetermined'],
    ] as const) {
      const { findings, actions } = looked(facts)
      expect([findings.map((each) => each.verdict), actions]).toEqual([[verdict], []])
    }
  })

  test('not where the inspecting organ is of another level', () => {
    expect(looked({}, [template('tell', { follows: { rules: ['test/only'], inspectorLevels: ['county'] }, assignee: 'inspecting-organ' })]).actions).toEqual([])
  })
})
