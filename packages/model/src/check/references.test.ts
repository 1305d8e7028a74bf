import { describe, expect, test } from 'vitest'
import { pack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import type { Pack } from '../schema/pack.js'
import { checkReferences } from './references.js'

type Path = readonly (string | number)[]
const check = (...packs: readonly unknown[]): readonly string[] => said(checkReferences(packs as Pack[]))
const changed = (...changes: readonly (readonly [Path, unknown])[]): unknown =>
  changes.reduce((whole, [at, part]) => replaced(whole, at, part), pack as unknown)
const norm: Path = ['instruments', 0, 'norms', 0, 'editions', 0]
const edition = pack.instruments[0]?.norms[0]?.editions[0] ?? expect.fail()
const clause = pack.plans[0]?.clauses[0] ?? expect.fail()
const rule = pack.rules[0] ?? expect.fail()
const basis = { instrument: 'example-regulation', article: '3' }
const nowhere = { instrument: 'example-regulation', article: '99' }

test('a pack that names only what exists has no problem', () => {
  expect(check(pack)).toEqual([])
})

describe('ids that are taken', () => {
  test.each(['instruments', 'plans', 'organs', 'timeLimits', 'actions'] as const)('%s: the second of two is refused', (kind) => {
    expect(check(changed([[kind], [...pack[kind], ...pack[kind]]]))).toContain(`HG4001 0.${kind}.1.id`)
  })

  test.each([
    ['clauses', clause],
    [
      'measures',
      { id: 'm', title: '措施', clause: clause.id, kind: 'fine', onViolationOf: [rule.id], routes: [], whenNone: { reason: '无', alternative: '无' } },
    ],
  ])('%s of one plan: the second of two is refused', (list, item) => {
    expect(
      check(
        changed([
          ['plans', 0, list],
          [item, item],
        ]),
      ),
    ).toEqual([`HG4001 0.plans.0.${list}.1.id`])
  })

  test('across packs too', () => {
    const other = {
      ...pack,
      id: 'other',
      rules: [],
      plans: [],
      instruments: [],
      principles: [],
      circumstances: [],
      benchmarks: [],
      timeLimits: [],
      actions: [],
      caseProcedures: [],
      cases: [],
    }
    expect(check(pack, other)).toEqual(['HG4001 1.organs.0.id'])
  })

  test('norms are one list, whatever instrument they stand in', () => {
    const second = { ...pack.instruments[0], id: 'other-regulation' }
    expect(check(changed([['instruments', 1], second]))).toEqual(['HG4001 0.instruments.1.norms.0.id'])
  })

  test('two rules may share an id as editions that do not overlap', () => {
    const editions = (...periods: readonly unknown[]): unknown => changed([['rules'], periods.map((inForce) => ({ ...rule, inForce }))])
    expect(check(editions({ from: '2006-01-21', to: '2015-12-31' }, { from: '2016-01-01' }))).toEqual([])
    expect(check(editions({ from: '2006-01-21', to: '2016-01-01' }, { from: '2016-01-01' }))).toEqual(['HG4001 0.rules.1.id'])
    expect(check(editions({ from: '2006-01-21' }, { from: '2006-01-21' }))).toEqual(['HG4001 0.rules.1.id'])
  })

  test('an instrument and an organ may have the same id', () => {
    expect(check(changed([['organs', 1], { ...pack.organs[0], id: 'example-regulation' }]))).toEqual([])
  })
})

describe('references', () => {
  test.each<[string, Path, unknown, string]>([
    ['a clause to a rule', ['plans', 0, 'clauses', 0, 'encodings', 0, 'id'], 'example/other', 'HG4002 0.plans.0.clauses.0.encodings.0.id'],
    ['cases to a rule', ['cases', 1], { ...pack.cases?.[0], rule: 'example/other' }, 'HG4002 0.cases.1.rule'],
    ['a rule to a norm', ['rules', 0, 'norms', 1], 'example-regulation/37', 'HG4003 0.rules.0.norms.1'],
    ['an action to a norm', ['actions', 0, 'follows', 'norms'], ['example-regulation/37'], 'HG4003 0.actions.0.follows.norms.0'],
    ['an action to a rule', ['actions', 0, 'follows', 'rules'], ['example/other'], 'HG4002 0.actions.0.follows.rules.0'],
    ['a rule to an instrument', ['rules', 0, 'basis', 0, 'instrument'], 'example-law', 'HG4004 0.rules.0.basis.0.instrument'],
    ['a rule to a plan', ['rules', 0, 'basis', 1, 'instrument'], 'example-campaign', 'HG4004 0.rules.0.basis.1.instrument'],
    ['a rule to an article', ['rules', 0, 'basis', 0, 'article'], '36(2)', 'HG4005 0.rules.0.basis.0.article'],
    ['a limit value to an article', ['facts', 9, 'limit', 0, 'basis'], nowhere, 'HG4005 0.facts.9.limit.0.basis.article'],
    ['a power to an article', ['organs', 0, 'may', 0, 'basis'], nowhere, 'HG4005 0.organs.0.may.0.basis.article'],
    ['a time limit to an article', ['timeLimits', 0, 'editions', 0, 'basis'], nowhere, 'HG4005 0.timeLimits.0.editions.0.basis.article'],
    ['an action to an article', ['actions', 0, 'basis', 0], nowhere, 'HG4005 0.actions.0.basis.0.article'],
    [
      'a legal remark to an article',
      ['plans', 0, 'clauses', 0, 'legal'],
      { status: 'ok', note: '有依据', basis: [nowhere] },
      'HG4005 0.plans.0.clauses.0.legal.basis.0.article',
    ],
    ['a rule to a clause', ['rules', 0, 'basis', 1, 'clause'], '2', 'HG4006 0.rules.0.basis.1.clause'],
    ['an organ to an organ', ['organs', 0, 'reportsTo'], 'county-government', 'HG4007 0.organs.0.reportsTo'],
    ['a norm to an organ', [...norm, 'authority', 1], 'police', 'HG4007 0.instruments.0.norms.0.editions.0.authority.1'],
    [
      'one measure to an organ',
      [...norm, 'consequence'],
      { all: [{ measure: { kind: 'fine', title: '罚款', force: 'must', authority: ['police'] } }] },
      'HG4007 0.instruments.0.norms.0.editions.0.consequence.all.0.measure.authority.0',
    ],
    ['an action to an organ', ['actions', 0, 'assignee'], 'police', 'HG4007 0.actions.0.assignee'],
    ['a provision to an edition', ['instruments', 0, 'provisions', 0, 'edition'], 'third', 'HG4008 0.instruments.0.provisions.0.edition'],
    ['a norm to an edition', [...norm, 'edition'], 'third', 'HG4008 0.instruments.0.norms.0.editions.0.edition'],
    ['a basis to an edition', ['rules', 0, 'basis', 0, 'edition'], 'third', 'HG4008 0.rules.0.basis.0.edition'],
    ['a basis to an edition without the article', ['rules', 0, 'basis', 0, 'edition'], 'first', 'HG4005 0.rules.0.basis.0.article'],
    [
      'a clause to a measure of the plan',
      ['plans', 0, 'clauses', 0, 'encodings', 1],
      { as: 'measure', id: 'fine' },
      'HG4011 0.plans.0.clauses.0.encodings.1.id',
    ],
    ['an action to a time limit', ['actions', 0, 'limit'], 'delivery', 'HG4013 0.actions.0.limit'],
  ])('%s that does not exist', (_, at, part, expected) => {
    expect(check(changed([at, part]))).toEqual([expected])
  })

  test('suggest the id that was meant', () => {
    expect(checkReferences([changed([['rules', 0, 'norms'], ['example-regulation/63']]) as Pack])[0]?.message).toBe(
      '引用的规范 “example-regulation/63” 不存在。是不是 “example-regulation/36”？',
    )
  })

  test('name an instrument by its short title, in English by its English one', () => {
    const [found] = checkReferences([changed([['rules', 0, 'basis', 0, 'article'], '63']) as Pack])
    expect(found).toMatchObject({ message: '《示例条例》没有录入第 63 条款。', params: { instrumentEn: 'Example regulation' } })
  })

  test('of every part of a plan are followed', () => {
    const plan = {
      ...pack.plans[0],
      measures: [
        {
          id: 'fine',
          title: '罚款',
          clause: '9',
          kind: 'fine',
          onViolationOf: ['example/other'],
          internal: { assignee: 'police', basis: [nowhere] },
          routes: [{ norm: 'example-regulation/37', kind: 'fine', explanation: '罚款' }],
          whenNone: { reason: '没有', alternative: '没有', basis: [{ instrument: 'example-law', article: '1' }] },
        },
      ],
      duties: [{ id: 'report', title: '报送', by: ['village'], to: 'county-government', recurrence: { every: 'irregular' } }],
      accountability: [
        {
          id: 'blame',
          title: '追责',
          trigger: '失职',
          officials: ['mayor'],
          consequence: [{ kind: 'talk', title: '约谈', on: 'principal', by: ['council'], basis: [nowhere] }],
          backing: 'internal',
          basis: [nowhere],
        },
      ],
      roles: [{ id: 'lead', title: '牵头', organs: ['county-government'], tasks: ['检查'] }],
    }
    expect([...check(changed([['plans', 0], plan]))].sort()).toEqual([
      'HG4002 0.plans.0.measures.0.onViolationOf.0',
      'HG4003 0.plans.0.measures.0.routes.0.norm',
      'HG4004 0.plans.0.measures.0.whenNone.basis.0.instrument',
      'HG4005 0.plans.0.accountability.0.basis.0.article',
      'HG4005 0.plans.0.accountability.0.consequence.0.basis.0.article',
      'HG4005 0.plans.0.measures.0.internal.basis.0.article',
      'HG4006 0.plans.0.measures.0.clause',
      'HG4007 0.plans.0.accountability.0.consequence.0.by.0',
      'HG4007 0.plans.0.accountability.0.officials.0',
      'HG4007 0.plans.0.duties.0',
      'HG4007 0.plans.0.duties.0',
      'HG4007 0.plans.0.measures.0.internal.assignee',
      'HG4007 0.plans.0.roles.0.organs.0',
    ])
  })
})

describe('completeness', () => {
  test('each kind of a clause is mapped or left out for a reason', () => {
    const kinds = (part: object): readonly string[] => check(changed([['plans', 0, 'clauses', 0], { ...clause, kinds: ['P', 'N'], ...part }]))
    expect(kinds({})).toEqual(['HG4010 0.plans.0.clauses.0'])
    expect(kinds({ notEncoded: [{ kind: 'N', reason: 'narrative', note: '背景' }] })).toEqual([])
    expect(kinds({ notEncoded: [{ kind: 'P', reason: 'narrative', note: '背景' }], encodings: [] })).toEqual(['HG4010 0.plans.0.clauses.0'])
  })

  test('where a pack carries cases, each rule has some', () => {
    expect(check(changed([['cases'], []]))).toEqual(['HG4012 0.rules.0.id'])
    const { cases: _, ...without } = pack
    expect(check(without)).toEqual([])
  })

  test('an edition that was read has a consequence; an unread one shows another’s', () => {
    const { consequence, ...bare } = edition
    const unread = { status: 'unread', dates: 'text', wordingOf: 'second' }
    const editions = (...parts: readonly unknown[]): readonly string[] => check(changed([['instruments', 0, 'norms', 0, 'editions'], parts]))
    const place = 'HG4015 0.instruments.0.norms.0.editions'
    expect(editions({ ...bare, consequence })).toEqual([])
    expect(editions(bare)).toEqual([`${place}.0`])
    expect(editions({ ...bare, consequence }, { ...bare, edition: 'first', verification: unread })).toEqual([])
    expect(editions({ ...bare, consequence }, { ...bare, edition: 'first', consequence, verification: unread })).toEqual([`${place}.1`])
    expect(editions({ ...bare, consequence }, { ...bare, edition: 'first', verification: { ...unread, wordingOf: 'first' } })).toEqual([`${place}.1`])
    expect(editions({ ...bare, consequence }, { ...bare, edition: 'first', verification: { status: 'unread', dates: 'text' } })).toEqual([`${place}.1`])
  })

  test('bases that exist are accepted wherever they stand', () => {
    expect(
      check(
        changed(
          [['organs', 0, 'may', 0, 'basis'], basis],
          [['plans', 0, 'clauses', 0, 'legal'], { status: 'ok', note: '有依据', basis: [{ ...basis, edition: 'second' }] }],
        ),
      ),
    ).toEqual([])
  })
})
