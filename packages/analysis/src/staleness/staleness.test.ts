import { checkPacks, type Pack, type Problem } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { pack, replaced } from '../../../../scripts/problem-examples.mjs'
import { stalenessOf } from './staleness.js'

type Path = readonly (string | number)[]
const regulation = pack.instruments[0] ?? expect.fail()
const norm = regulation.norms[0] ?? expect.fail()
const edition = norm.editions[0] ?? expect.fail()
const read = { status: 'primary-text', dates: 'text' } as const

/** Two editions of one regulation: articles 3 and 36 to 2019, 5 and 41 from 2020; the norm runs through both. */
const editions = [
  { id: 'old', title: '旧文本', inForce: { from: '2010-01-01', to: '2019-12-31' }, read: true, datesFrom: 'text' },
  { id: 'new', title: '新文本', inForce: { from: '2020-01-01', to: '2024-12-31' }, read: true, datesFrom: 'text' },
]
const provision = (article: string, of: string, inForce: object, verification: object = read): object => ({
  article,
  title: '许可',
  kind: 'obligation',
  edition: of,
  inForce,
  verification,
})
const world = (changes: readonly (readonly [Path, unknown])[] = []): Pack => {
  const base: readonly (readonly [Path, unknown])[] = [
    [['instruments', 0, 'editions'], editions],
    [
      ['instruments', 0, 'provisions'],
      [provision('3', 'old', { from: '2010-01-01' }), provision('5', 'new', { from: '2020-01-01' })],
    ],
    [
      ['instruments', 0, 'norms', 0, 'editions'],
      [
        { ...edition, edition: 'old', article: '36(1)', inForce: { from: '2010-01-01', to: '2019-12-31' } },
        { ...edition, edition: 'new', article: '41', inForce: { from: '2020-01-01', to: '2024-12-31' } },
      ],
    ],
    [['facts'], pack.facts.filter((fact) => fact.scope !== 'limit')],
    [['timeLimits'], []],
    [['actions'], []],
    [['caseProcedures'], []],
    [['rules', 0, 'basis'], [{ instrument: 'example-regulation', article: '36(1)', role: 'penalty' }]],
    [['rules', 0, 'inForce'], { from: null }],
    [['rules', 0, 'norms'], []],
  ]
  const made = [...base, ...changes].reduce<unknown>((whole, [at, part]) => replaced(whole, at, part), pack)
  expect(checkPacks([made]).problems.filter((found) => found.severity === 'error')).toEqual([])
  return made as Pack
}
const stale = (of: Pack, asOf: string): readonly Problem[] => stalenessOf([of], { asOf }).problems
const short = (of: Pack, asOf: string): readonly string[] => stale(of, asOf).map((found) => `${found.code} ${found.path.slice(1).join('.')}`)
const basis = (...list: readonly object[]): readonly [Path, unknown] => [
  ['rules', 0, 'basis'],
  list.map((each) => ({ instrument: 'example-regulation', role: 'penalty', ...each })),
]

describe('one citation on the days around a beginning and an end', () => {
  const one = (article: string, extra: object = {}) => world([basis({ article, ...extra })])
  test.each<[string, Pack, string, string[]]>([
    ['the day before its edition begins', one('36(1)'), '2009-12-31', ['HG8102 rules.0.basis.0']],
    ['the first day', one('36(1)'), '2010-01-01', []],
    ['the last day', one('36(1)'), '2019-12-31', []],
    ['the day after', one('36(1)'), '2020-01-01', ['HG8101 rules.0.basis.0']],
    ['a provision with no end of its own, on the last day of its edition', one('3'), '2019-12-31', []],
    ['the same, the day after its edition ended', one('3'), '2020-01-01', ['HG8101 rules.0.basis.0']],
    ['the later article, the day before', one('41', { edition: 'new' }), '2019-12-31', ['HG8102 rules.0.basis.0']],
    ['the later article, from its first day', one('41', { edition: 'new' }), '2020-01-01', []],
    ['the later article, when the whole regulation is over', one('41', { edition: 'new' }), '2025-01-01', ['HG8101 rules.0.basis.0']],
  ])('%s', (_, of, day, expected) => {
    expect(short(of, day)).toEqual(expected)
  })

  test('a renumbered article names the one that is in force', () => {
    expect(stale(one('36(1)'), '2021-06-01')[0]?.message).toBe('《示例条例》36(1) 施行到 2019-12-31，2021-06-01 已不再施行。现行的是《示例条例》41（新文本）。')
  })

  test('a provision without follower says what is missing', () => {
    expect(stale(one('3'), '2021-06-01')[0]?.message).toContain('现行的是新文本，其中对应的条文没有录入。')
    expect(stale(one('5'), '2025-06-01')[0]?.message).toContain('没有施行的版本')
  })
})

describe('a citation whose follower stands beside it', () => {
  const both = world([basis({ article: '36(1)', edition: 'old' }, { article: '41', edition: 'new' })])
  test.each(['2010-01-01', '2019-12-31', '2020-01-01', '2024-12-31'])('is fine on %s', (day) => {
    expect(short(both, day)).toEqual([])
  })

  test('is not fine when both are over, or neither has begun', () => {
    expect(short(both, '2025-01-01')).toEqual(['HG8101 rules.0.basis.0', 'HG8101 rules.0.basis.1'])
    expect(short(both, '2009-12-31')).toEqual(['HG8102 rules.0.basis.0', 'HG8102 rules.0.basis.1'])
  })

  test('of another role does not answer it', () => {
    expect(short(world([basis({ article: '36(1)' }, { article: '5', role: 'obligation' })]), '2020-01-01')).toEqual(['HG8101 rules.0.basis.0'])
  })

  test('after a gap does not answer it', () => {
    const gap = world([[['instruments', 0, 'provisions', 1], provision('5', 'new', { from: '2020-01-02' })], basis({ article: '36(1)' }, { article: '5' })])
    expect(short(gap, '2021-01-01')).toEqual(['HG8101 rules.0.basis.0'])
  })

  test('leads on through an edition that has ended too', () => {
    const chain = world([
      [
        ['instruments', 0, 'provisions'],
        [
          provision('3', 'old', { from: '2010-01-01', to: '2012-12-31' }),
          provision('4', 'old', { from: '2013-01-01' }),
          provision('5', 'new', { from: '2020-01-01' }),
        ],
      ],
      basis({ article: '3' }, { article: '4' }, { article: '5' }),
    ])
    expect(short(chain, '2021-01-01')).toEqual([])
    expect(short(chain, '2011-01-01')).toEqual([])
  })
})

describe('norms', () => {
  const heir = {
    ...norm,
    id: 'example-regulation/50',
    title: '接续',
    editions: [{ ...edition, edition: 'new', article: '50', inForce: { from: '2020-01-01', to: '2024-12-31' } }],
  }
  const first = { ...norm, editions: [{ ...edition, edition: 'old', inForce: { from: '2010-01-01', to: '2019-12-31' } }] }
  const succession = { kind: 'replaced', by: [heir.id], verification: read }
  const lists = (norms: readonly string[], of: object) =>
    world([
      [
        ['instruments', 0, 'norms'],
        [of, heir],
      ],
      [['rules', 0, 'norms'], norms],
      basis({ article: '36(1)' }, { article: '50' }),
    ])
  test.each<[string, readonly string[], object, string, string[]]>([
    ['ended, nothing known', [norm.id], first, '2020-01-01', ['HG8101 rules.0.norms.0']],
    ['ended, its successor not in the list', [norm.id], { ...first, succession }, '2020-01-01', ['HG8101 rules.0.norms.0']],
    ['ended, its successor in the list', [norm.id, heir.id], { ...first, succession }, '2020-01-01', []],
    ['not begun, its predecessor in the list', [norm.id, heir.id], { ...first, succession }, '2019-12-31', []],
    ['not begun, and nothing before it', [heir.id], first, '2019-12-31', ['HG8102 rules.0.norms.0']],
    ['another norm that happens to begin is no successor', [norm.id, heir.id], first, '2020-01-01', ['HG8101 rules.0.norms.0']],
  ])('%s', (_, norms, of, day, expected) => {
    expect(short(lists(norms, of), day)).toEqual(expected)
  })

  test('say what follows, or that they were abolished', () => {
    expect(stale(lists([norm.id], { ...first, succession }), '2020-01-01')[0]?.message).toContain('接续的是规范 “example-regulation/50”（《示例条例》50）。')
    expect(stale(lists([norm.id], { ...first, succession: { kind: 'abolished', verification: read } }), '2020-01-01')[0]?.message).toContain('此后不再处罚。')
  })

  test('a succession counts from the day its norm has ended, and is held to its own reading', () => {
    const reported = { ...first, succession: { ...succession, verification: { status: 'secondary', dates: 'text', note: '据报道' } } }
    expect(short(lists([], reported), '2019-12-31')).toEqual([])
    expect(short(lists([], reported), '2020-01-01')).toEqual(['HG8103 instruments.0.norms.0.succession.by.0'])
    expect(short(lists([], reported), '2025-01-01')).toContain('HG8101 instruments.0.norms.0.succession.by.0')
  })

  test('a higher norm that has ended is told while the lower one runs', () => {
    // The two share the last day of the higher one.
    const lower = { ...heir, editions: [{ ...heir.editions[0], edition: 'late', inForce: { from: '2019-12-31', to: '2024-12-31' } }], upperNorms: [norm.id] }
    const late = { ...editions[1], id: 'late', inForce: { from: '2019-12-31', to: '2024-12-31' } }
    const second = { ...regulation, id: 'other-regulation', editions: [late], norms: [{ ...lower, id: 'other-regulation/50' }], provisions: [] }
    const of = world([
      [['instruments', 0, 'norms'], [first]],
      [['instruments', 1], second],
    ])
    expect(short(of, '2019-12-31')).not.toContain('HG8101 instruments.1.norms.0.upperNorms.0')
    expect(short(of, '2020-01-01')).toContain('HG8101 instruments.1.norms.0.upperNorms.0')
    expect(short(of, '2025-01-01').filter((each) => each.includes('upperNorms'))).toEqual([])
  })
})

describe('what nobody verified', () => {
  test.each<[string, string]>([
    ['secondary', '只有转述'],
    ['memory', '凭记忆录入'],
    ['unread', '没有读过'],
  ])('%s is said, with its note', (status, word) => {
    const of = world([
      [['instruments', 0, 'provisions', 0], provision('3', 'old', { from: '2010-01-01' }, { status, dates: 'text', note: '据某网站' })],
      basis({ article: '3' }),
    ])
    const [found] = stale(of, '2015-01-01')
    expect(found).toMatchObject({ code: 'HG8103', severity: 'warning', message: `《示例条例》3 在 2015-01-01 施行的是旧文本，原文${word}。备注：据某网站` })
    expect(short(of, '2020-01-01')).toEqual(['HG8101 rules.0.basis.0'])
  })

  test('an edition nobody read does not taint the one in force', () => {
    const list = [provision('3', 'old', { from: '2010-01-01' }, { status: 'unread', dates: 'text' }), provision('3', 'new', { from: '2020-01-01' })]
    const of = world([[['instruments', 0, 'provisions'], list], basis({ article: '3' })])
    expect(short(of, '2019-12-31')).toEqual(['HG8103 rules.0.basis.0'])
    expect(short(of, '2020-01-01')).toEqual([])
  })
})

describe('what is not in force itself', () => {
  test('a rule that ended before the day, or begins after it, is skipped and counted', () => {
    const of = world([[['rules', 0, 'inForce'], { from: '2010-01-01', to: '2019-12-31' }]])
    expect(stalenessOf([of], { asOf: '2020-01-01' })).toMatchObject({
      problems: [],
      skipped: [
        [0, 'rules', 0],
        [0, 'plans', 0],
      ],
    })
    expect(stalenessOf([of], { asOf: '2009-12-31' }).skipped).toContainEqual([0, 'rules', 0])
    expect(stalenessOf([of], { asOf: '2019-12-31' }).skipped).not.toContainEqual([0, 'rules', 0])
  })

  test('a plan’s citations are looked at while it runs', () => {
    const legal = { status: 'ok', note: '有依据', basis: [{ instrument: 'example-regulation', article: '36(1)' }] }
    const of = world([[['plans', 0, 'clauses', 0, 'legal'], legal]])
    expect(short(of, '2023-06-01')).toContain('HG8101 plans.0.clauses.0.legal.basis.0')
    expect(short(of, '2024-01-01')).not.toContain('HG8101 plans.0.clauses.0.legal.basis.0')
  })

  test('a clause of an ended plan matters only to a rule that rests on plans alone', () => {
    const clause = { instrument: 'example-plan', clause: '1', role: 'prohibition' }
    const onPlan = world([[['rules', 0, 'basis'], [clause]]])
    expect(short(onPlan, '2023-12-31')).toEqual([])
    expect(short(onPlan, '2024-01-01')).toEqual(['HG8101 rules.0.basis.0'])
    const onLaw = world([
      [
        ['rules', 0, 'basis'],
        [clause, { instrument: 'example-regulation', article: '5', role: 'obligation' }],
      ],
    ])
    expect(short(onLaw, '2024-01-01')).toEqual([])
  })
})

test('the same packs and day give the same bytes, whatever was asked before', () => {
  const of = world([basis({ article: '36(1)' }, { article: '3' })])
  const first = JSON.stringify(stalenessOf([of], { asOf: '2021-01-01' }))
  stalenessOf([of], { asOf: '2009-01-01' })
  expect(JSON.stringify(stalenessOf([of], { asOf: '2021-01-01' }))).toBe(first)
  expect(stalenessOf([pack, of], { asOf: '2021-01-01' }).problems.every((found) => found.path[0] === 0 || found.path[0] === 1)).toBe(true)
})
